"""The user's requests, recorded instead of carried out."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal

from wallet_tray.domain.account import NO_ACCOUNT_ID, AccountId
from wallet_tray.domain.balance_series import ChartRange
from wallet_tray.domain.problem import Remedy
from wallet_tray.ui.widgets.snooze_menu import SnoozeChoice


class RecordingActions(QObject):
    """A ``UserActions`` that only records; ``calls`` holds each name with its arguments.

    Signals:
        called(str, object): a request's name and its arguments as a tuple.
    """

    called = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self.calls: list[tuple[object, ...]] = []

    def _record(self, name: str, *arguments: object) -> None:
        self.calls.append((name, *arguments))
        self.called.emit(name, arguments)

    def toggle_popup(self) -> None:
        self._record("toggle_popup")

    def open_popup(self) -> None:
        self._record("open_popup")

    def choose_account(self, index: int) -> None:
        self._record("choose_account", index)

    def choose_range(self, span: ChartRange) -> None:
        self._record("choose_range", span)

    def refresh(self) -> None:
        self._record("refresh")

    def refresh_all(self) -> None:
        self._record("refresh_all")

    def pause(self, pause: bool) -> None:
        self._record("pause", pause)

    def hide_amounts(self, hide: bool) -> None:
        self._record("hide_amounts", hide)

    def snooze(self, choice: SnoozeChoice) -> None:
        self._record("snooze", choice)

    def snooze_all(self, choice: SnoozeChoice) -> None:
        self._record("snooze_all", choice)

    def apply_remedy(self, remedy: Remedy) -> None:
        self._record("apply_remedy", remedy)

    def top_up(self) -> None:
        self._record("top_up")

    def quit(self) -> None:
        self._record("quit")

    def ask_to_sign_in(self, account_id: AccountId = NO_ACCOUNT_ID) -> None:
        self._record("ask_to_sign_in", account_id)

    def cancel_sign_in(self) -> None:
        self._record("cancel_sign_in")

    def open_keys_page(self) -> None:
        self._record("open_keys_page")

    def sign_out(self, account_id: AccountId) -> None:
        self._record("sign_out", account_id)

    def remove_account(self, account_id: AccountId, erase: bool) -> None:
        self._record("remove_account", account_id, erase)

    def export_history(self, account_id: AccountId, path: str, may_replace: bool) -> None:
        self._record("export_history", account_id, path, may_replace)

    def open_settings(self) -> None:
        self._record("open_settings")

    def save_settings(self, changes: Mapping[str, object]) -> None:
        self._record("save_settings", changes)

    def open_settings_file(self) -> None:
        self._record("open_settings_file")

    def set_autostart(self, on: bool) -> None:
        self._record("set_autostart", on)

    def test_alerts(self) -> None:
        self._record("test_alerts")

    def open_diagnosis(self) -> None:
        self._record("open_diagnosis")

    def run_checks(self) -> None:
        self._record("run_checks")

    def open_about(self) -> None:
        self._record("open_about")

    def erase_everything(self) -> None:
        self._record("erase_everything")

    def start_demo(self) -> None:
        self._record("start_demo")
