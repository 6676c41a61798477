"""The output of a watch, without repetitions."""

from wallet_tray.cli.command_error import CommandError
from wallet_tray.cli.output import tell
from wallet_tray.cli.presentation import Presentation
from wallet_tray.cli.report import Report
from wallet_tray.cli.watch_waiting import Interruptible


class WatchOutput:
    """Changes on standard output, and each problem once on standard error.

    Its methods raise EndedError if the reader has closed.
    """

    def __init__(self, interruptible: Interruptible, presentation: Presentation) -> None:
        self.interruptible = interruptible
        self._presentation = presentation
        self._printed: object = None
        self._told = ""

    def show(self, report: Report) -> None:
        """Print the report if it differs; plain lines and JSON require a balance."""
        if report.balance is None and not self._presentation.is_bar:
            return
        what, text = self._presentation.change(report)
        if what != self._printed:
            self._printed = what
            self.interruptible.write(text)

    def problem(self, failure: CommandError, *, ends: bool) -> None:
        """Report why there is nothing new.

        Raises the failure itself if it ``ends`` the watch. No failure ends a bar's watch.
        """
        if ends and not self._presentation.is_bar:
            raise failure
        self._tell(failure.sentence)

    def no_problem(self) -> None:
        """Report the next problem even if it is the same again."""
        self._told = ""

    def unusable_settings(self, sentence: str, *, shown: bool) -> None:
        """Report unusable settings. With ``shown`` the bar, otherwise empty, shows them as well."""
        self._tell(sentence)
        if shown:
            self._printed = text = self._presentation.unusable_settings()
            self.interruptible.write(text)

    def _tell(self, sentence: str) -> None:
        if sentence != self._told:
            self._told = sentence
            tell(sentence)
