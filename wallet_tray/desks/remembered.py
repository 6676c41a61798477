"""What the program remembers of its user's handling over restarts, beside the settings."""

from functools import partial

from wallet_tray.domain.curve import Span
from wallet_tray.services.alert_store import AlertStore
from wallet_tray.startup.disk_thread import DiskThread

_SPAN, _PAUSED = "span", "paused"


class Remembered:
    """The chart's span that was chosen last, None for none, and whether refreshing is paused.

    Read at once, kept in the disk's thread. To be used from the GUI thread.
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
        """Remember that refreshing is paused, or that it is not."""
        self.paused = paused
        self._keep()

    def forget(self) -> None:
        """As on the first day; whoever erases the file calls this before."""
        self.span, self.paused = None, False

    def forget_erased(self) -> None:
        """Another process has erased the file: what is kept from now on is new."""
        self.forget()
        self._keep()

    def _keep(self) -> None:
        window: dict[str, object] = {} if self.span is None else {_SPAN: self.span.name.lower()}
        if self.paused:
            window[_PAUSED] = True
        self._disk.do(partial(self._file.save_window, window))
