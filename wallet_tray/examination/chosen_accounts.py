"""The accounts that an examination checks."""

from wallet_tray.domain.account import Account
from wallet_tray.storage.settings_file import LoadedSettings


class UnknownAccountError(Exception):
    """The settings have no such account; ``known`` are the ids that exist."""

    def __init__(self, known: tuple[str, ...]) -> None:
        super().__init__("no such account")
        self.known = known


def chosen_accounts(
    loaded: LoadedSettings | None, account_id: str | None
) -> tuple[tuple[Account, ...], str | None]:
    """The accounts to look at, and whose the environment's credential is.

    None of a file that cannot be used or is gone: the accounts meant are not known then. Raises
    UnknownAccountError.
    """
    if loaded is None or not loaded.counts:
        return (), None
    settings = loaded.reading.settings
    if account_id is None:
        return settings.accounts, settings.first_account_id
    chosen = tuple(account for account in settings.accounts if account.id == account_id)
    # It may be a disabled account, whose id is uncertain.
    if not chosen and not any(fault.account for fault in loaded.reading.faults):
        raise UnknownAccountError(tuple(account.id for account in settings.accounts))
    return chosen, account_id if loaded.reading.environment_counts else None
