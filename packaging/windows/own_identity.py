"""Hook that runs before the program and gives it the id of the shortcut, however it was started.

Without it, Windows would assign windows and notifications to another program after a start at
login.
"""

import contextlib
import ctypes

with contextlib.suppress(AttributeError, OSError):
    ctypes.windll.shell32.SetCurrentProcessExplicitAppUserModelID(
        "io.github.wallet_tray.WalletTray"
    )
