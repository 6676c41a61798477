"""What the user can ask of the program: the one interface that menu, popup and windows call."""

from collections.abc import Mapping
from typing import Protocol

from wallet_tray.domain.account import NO_ACCOUNT_ID, AccountId
from wallet_tray.domain.balance_series import ChartRange
from wallet_tray.domain.problem import Remedy
from wallet_tray.ui.widgets.snooze_menu import SnoozeChoice


class UserActions(Protocol):
    """Requests of the user. Each returns at once; what it changes comes back as a new view.

    "The chosen account" is the one that the popup shows.
    """

    def toggle_popup(self) -> None:
        """Open the popup with the most urgent account, or close it."""

    def open_popup(self) -> None:
        """Open the popup with the most urgent account; never closes an open one."""

    def choose_account(self, index: int) -> None:
        """Show another account in the popup."""

    def choose_range(self, span: ChartRange) -> None:
        """Show another time range in the chart."""

    def refresh(self) -> None:
        """Refresh the chosen account."""

    def refresh_all(self) -> None:
        """Refresh all accounts."""

    def pause(self, pause: bool) -> None:
        """Pause or resume automatic refreshes."""

    def hide_amounts(self, hide: bool) -> None:
        """Hide or show amounts on all surfaces."""

    def snooze(self, choice: SnoozeChoice) -> None:
        """Snooze the alerts of the chosen account, or end the snooze."""

    def snooze_all(self, choice: SnoozeChoice) -> None:
        """Snooze the alerts of all accounts, or end the snooze."""

    def apply_remedy(self, remedy: Remedy) -> None:
        """Do what the button of the popup's banner offers."""

    def top_up(self) -> None:
        """Open the chosen account's page for topping up."""

    def quit(self) -> None:
        """End the program without waiting for running work."""

    def ask_to_sign_in(self, account_id: AccountId = NO_ACCOUNT_ID) -> None:
        """Open the sign-in window for an account; "" for the chosen one."""

    def cancel_sign_in(self) -> None:
        """Cancel a sign-in in progress."""

    def open_keys_page(self) -> None:
        """Open the page that creates keys for the account in the sign-in window."""

    def sign_out(self, account_id: AccountId) -> None:
        """Remove an account's credential."""

    def remove_account(self, account_id: AccountId, erase: bool) -> None:
        """Remove an account from the settings; ``erase`` also deletes its key and its history."""

    def export_history(self, account_id: AccountId, path: str, may_replace: bool) -> None:
        """Write an account's recorded balances to a CSV file; replace one only if allowed."""

    def open_settings(self) -> None:
        """Open the settings window."""

    def save_settings(self, changes: Mapping[str, object]) -> None:
        """Save dotted keys of settings.toml and their values; None restores a key's default."""

    def open_settings_file(self) -> None:
        """Open settings.toml in the user's editor."""

    def set_autostart(self, on: bool) -> None:
        """Turn start at login on or off."""

    def test_alerts(self) -> None:
        """Play sample alerts for the chosen account."""

    def open_diagnosis(self) -> None:
        """Open the diagnosis window and run the checks."""

    def run_checks(self) -> None:
        """Run the checks for the open diagnosis window."""

    def open_about(self) -> None:
        """Open the window with version and components."""

    def erase_everything(self) -> None:
        """Erase credentials, recorded balances and remembered state."""

    def start_demo(self) -> None:
        """Start the demo in place of this program."""
