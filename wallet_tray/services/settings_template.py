"""The initial settings file: every key with its default, commented out."""

import os
from pathlib import Path

from wallet_tray.domain.settings_schema import ACCOUNT, ACCOUNT_ID, PLAIN, VERSION, Setting
from wallet_tray.storage.files import write_atomically
from wallet_tray.storage.paths import make_private

_HEAD = """\
# Settings of Wallet Tray. They can be changed here or in the settings window, and a change counts
# as soon as the file is saved. A line that begins with # is not in force; it shows the default.
"""


def write_where_missing(path: Path, text: str | None = None) -> None:
    """Write the text, or else the template, unless a file exists. Raises OSError.

    A dangling link counts as a file: its target is out of reach for now.
    """
    if not os.path.lexists(path):
        make_private(path.parent)
        write_atomically(path, (text or template()).encode())


def template() -> str:
    """Return TOML that states only the defaults."""
    lines = [_HEAD, f"version = {VERSION}"]
    table = ""
    for setting in sorted(PLAIN, key=lambda one: one.key.partition(".")[0]):
        if setting.key.partition(".")[0] != table:
            table = setting.key.partition(".")[0]
            lines += ["", f"[{table}]"]
        lines += _line(setting)
    lines += ["", "# [[accounts]]", f'# {ACCOUNT_ID.key} = "{ACCOUNT_ID.default}"']
    for field in ACCOUNT:
        lines += _line(field)
    return "\n".join(lines) + "\n"


def _line(setting: Setting[object]) -> list[str]:
    label = setting.label.rstrip(".")
    return [f"# {label}: {setting.must_be}", f"# {setting.name} = {_toml(setting.default)}"]


def _toml(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return f'"{value}"' if isinstance(value, str) else str(value)
