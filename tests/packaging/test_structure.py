"""The figures of the source tree, on a tree of three small modules."""

from pathlib import Path

import pytest
from structure import figures, main

FILES = {
    "wallet_tray/__init__.py": '__version__ = "1.0"\n' * 50,
    "wallet_tray/ui/__init__.py": "",
    "wallet_tray/ui/button.py": """\
from PySide6.QtCore import QObject, Signal


class Button(QObject):
    clicked = Signal()
    held = Signal(int)
    title = str()
""",
    "wallet_tray/ui/window.py": """\
from PySide6 import QtCore


class Window(QtCore.QObject):
    closed = QtCore.Signal()

    def __init__(self, button):
        button.clicked.connect(self.closed)
        button.clicked.connect(self.close)
        button.held.connect(lambda seconds: None)
        button.connect()
""",
    "wallet_tray/main.py": "print()\n",
    "tests/__init__.py": "",
    "tests/test_one.py": "\n" * 4,
    "tests/ui/test_two.py": "\n" * 6,
    "tests/ui/picture.txt": "\n" * 100,
}


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def test_modules_signals_and_relays_are_counted(checkout: Path) -> None:
    assert figures(checkout) == {
        "modules": 3,
        "median lines of a module": 7,
        "largest module": "11  wallet_tray/ui/window.py",
        "lines of the package": 1 + 7 + 11,
        "test files": 2,
        "lines of the tests": 4 + 6,
        "signals declared": 3,
        "connections": 3,
        "relays": 1,
    }


def test_a_figure_is_printed_on_each_row(
    checkout: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(checkout)]) == 0
    rows = capsys.readouterr().out.splitlines()
    assert len(rows) == len(figures(checkout))
    assert rows[0].split() == ["modules", "3"]
    assert rows[2].endswith(" 11  wallet_tray/ui/window.py")


def test_without_an_argument_it_is_this_checkout(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 0
    assert " wallet_tray/" in capsys.readouterr().out
