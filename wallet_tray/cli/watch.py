"""wallet-tray balance --watch: one line per change, with the current settings."""

import argparse
from typing import TYPE_CHECKING

from wallet_tray.cli.account import ChosenAccount, choose_account
from wallet_tray.cli.command_error import UnusableSettingsError
from wallet_tray.cli.wallet_source import WalletSource
from wallet_tray.cli.watch_output import WatchOutput
from wallet_tray.cli.watch_rest import Rest
from wallet_tray.cli.watch_waiting import EndedError, Interruptible
from wallet_tray.cli.watched_wallet import WatchedWallet
from wallet_tray.storage.settings_file import Presence

if TYPE_CHECKING:
    from wallet_tray.cli.presentation import Presentation
    from wallet_tray.context import Surroundings


def watch(
    arguments: argparse.Namespace, surroundings: "Surroundings", presentation: "Presentation"
) -> int:
    """Print lines until a signal comes or the reader goes: 0. Raises CommandError.

    What only the user can mend ends it, unless a bar reads: a bar keeps its module, and shows that
    it was mended. Changed settings are taken up; a file that is gone or cannot be used leaves the
    last good ones in force.
    """
    store = surroundings.settings_store()
    with Interruptible() as interruptible:
        output = WatchOutput(interruptible, presentation)
        rest = Rest(interruptible, store.path, surroundings.folders.history_file)
        running: WatchedWallet | None = None
        chosen: ChosenAccount | None = None
        try:
            while True:
                rest.settings_are_read()
                try:
                    gone = store.load().presence is Presence.GONE
                    newly = chosen if chosen and gone else choose_account(store, arguments.account)
                except UnusableSettingsError as error:
                    if chosen is None and not presentation.is_bar:
                        raise
                    output.unusable_settings(error.sentence, shown=chosen is None)
                else:
                    if running is not None and newly != chosen:
                        running.source.close()
                        running = None
                    if running is None:
                        chosen = newly
                        source = WalletSource(chosen, surroundings, may_prompt=False)
                        running = WatchedWallet(source, output, rest, arguments)
                if running is None:
                    rest.until_settings_change()
                else:
                    running.until_settings_change()
        except EndedError:  # a request may be in progress; it is abandoned
            return 0
