"""Runs before the program: Windows knows it by the id of the shortcut, however it was started.

Else its windows and notifications would count as those of another program when it starts at login.
"""

import contextlib
import ctypes

with contextlib.suppress(AttributeError, OSError):
    ctypes.windll.shell32.SetCurrentProcessExplicitAppUserModelID(
        "io.github.wallet_tray.WalletTray"
    )
