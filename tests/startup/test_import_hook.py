"""PySide6's import hook is gone after the start, so that no source text stays in memory."""

import subprocess
import sys

PROGRAM = """
import builtins, linecache, sys
from wallet_tray.startup.process import remove_import_hook
pythons_own = builtins.__import__
remove_import_hook()
assert builtins.__import__ is pythons_own, "without PySide6 nothing is changed"
import PySide6.QtCore
if "remove" in sys.argv:
    remove_import_hook()
    remove_import_hook()
import wallet_tray.domain.settings
from PySide6.QtGui import QPixmap
from PySide6 import QtWidgets
assert QtWidgets.QLabel.setText and QPixmap.width
print(sum("wallet_tray" in name for name in linecache.cache))
"""


def sources_in_memory(*arguments: str) -> int:
    """Run the program in a process of its own, as the hook is installed once for each."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, *arguments],
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    return int(done.stdout)


def test_no_source_text_is_kept() -> None:
    assert sources_in_memory("remove") == 0


def test_there_is_a_hook_to_remove() -> None:
    """Where PySide6 no longer reads sources, ``remove_import_hook`` can go."""
    assert sources_in_memory() > 0
