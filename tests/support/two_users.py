"""Two real users, for tests of what a stranger on the same machine can do.

As root both are made by setpriv. Otherwise the user is who runs the tests, and the stranger needs
sudo without a password.
"""

import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

_USER, _STRANGER = 64_211, 64_212
IS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0


def _become(user: int) -> list[str]:
    return ["setpriv", f"--reuid={user}", f"--regid={user}", "--clear-groups"]


def as_user(*command: str) -> list[str]:
    """The command line that runs a command as the user; as this one, where that is not root."""
    return [*_become(_USER), *command] if IS_ROOT else list(command)


def as_stranger(*command: str) -> list[str]:
    """The command line that runs a command as another user."""
    return [*([] if IS_ROOT else ["sudo", "-n"]), *_become(_STRANGER), *command]


def give_to_user(path: Path) -> Path:
    """Makes it the user's."""
    if IS_ROOT:
        os.chown(path, _USER, _USER, follow_symlinks=False)
    return path


def stranger_does(script: str, *arguments: object) -> None:
    """Runs a shell script as the stranger, to its end."""
    command = as_stranger("sh", "-euc", script, "sh", *map(str, arguments))
    done = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr


@cache
def _missing() -> str:
    if sys.platform != "linux" or shutil.which("setpriv") is None:
        return "there is no setpriv here, so no second user"
    can_import = [sys.executable, "-c", "import wallet_tray"]
    if subprocess.run(as_stranger("true"), capture_output=True).returncode != 0:
        return "needs root or sudo without a password to be two users"
    if subprocess.run(as_user(*can_import), capture_output=True, cwd="/").returncode != 0:
        return "another user cannot read this checkout"
    return ""


def require_two_users() -> None:
    """Skips the test where there are not two."""
    if _missing():
        pytest.skip(_missing())
