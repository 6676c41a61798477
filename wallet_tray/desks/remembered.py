"""User choices that the program remembers across restarts, outside the settings."""

from functools import partial

from wallet_tray.app.background import DiskThread
from wallet_tray.domain.curve import Span
from wallet_tray.storage.state_file import AlertStore

_SPAN, _PAUSED = "span", "paused"


class Remembered:
    """The last chosen span of the chart, None without a choice, and whether refreshing is paused.

    Values are loaded at once and saved in the disk thread. Use it only in the GUI thread.
    """

    def __init__(self, file: AlertStore, disk: DiskThread) -> None:
        self._file = file
        self._disk = disk
        kept = file.load_window()
        self.span = next((one for one in Span if one.name.lower() == kept.get(_SPAN)), None)
        self.paused = kept.get(_PAUSED) is True

    def keep_span(self, span: Span | None) -> None:
        """Remember another span."""
        self.span = span
        self._keep()

    def keep_paused(self, paused: bool) -> None:
        """Remember whether refreshing is paused."""
        self.paused = paused
        self._keep()

    def forget(self) -> None:
        """Reset to the initial state; call it before erasing the file."""
        self.span, self.paused = None, False

    def forget_erased(self) -> None:
        """Reset after another process erased the file, and save the new state."""
        self.forget()
        self._keep()

    def _keep(self) -> None:
        window: dict[str, object] = {} if self.span is None else {_SPAN: self.span.name.lower()}
        if self.paused:
            window[_PAUSED] = True
        self._disk.do(partial(self._file.save_window, window))
