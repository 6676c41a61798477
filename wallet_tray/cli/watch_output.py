"""What a watch has printed, so that the same is not printed twice."""

from wallet_tray.cli.command_error import CommandError
from wallet_tray.cli.interruptible import Interruptible
from wallet_tray.cli.output import tell
from wallet_tray.cli.presentation import Presentation
from wallet_tray.cli.report import Report


class WatchOutput:
    """Prints changes to standard output, and each problem once to standard error.

    Its methods raise EndedError where the reader has gone.
    """

    def __init__(self, interruptible: Interruptible, presentation: Presentation) -> None:
        self.interruptible = interruptible
        self._presentation = presentation
        self._printed: object = None
        self._told = ""

    def show(self, report: Report) -> None:
        """Prints the report if it differs; lines for people and JSON need a balance."""
        if report.balance is None and not self._presentation.is_bar:
            return
        what, text = self._presentation.change(report)
        if what != self._printed:
            self._printed = what
            self.interruptible.write(text)

    def problem(self, failure: CommandError, *, ends: bool) -> None:
        """Says why there is nothing new. Raises the failure itself where it ``ends`` the watch,
        which none does with a bar."""
        if ends and not self._presentation.is_bar:
            raise failure
        self._tell(failure.sentence)

    def no_problem(self) -> None:
        """The next problem is told, even if it is the same one again."""
        self._told = ""

    def unusable_settings(self, sentence: str, *, shown: bool) -> None:
        """Says so, and in the bar as well where there is nothing else to be ``shown``."""
        self._tell(sentence)
        if shown:
            self._printed = text = self._presentation.unusable_settings()
            self.interruptible.write(text)

    def _tell(self, sentence: str) -> None:
        if sentence != self._told:
            self._told = sentence
            tell(sentence)
