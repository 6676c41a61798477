"""Pictures of every window in every language, to be judged by eye. No screen is needed.

    python tests/ui/language_pictures.py [--folder build/languages] [--language de]

Writes one sheet a language for the popup and one for the other windows. "pseudo" is an invented
language, longer and from right to left. Chinese needs a font that has its signs.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[2] / "packaging" / "translations"))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["LC_ALL"] = "C.UTF-8"

from tests.support.recording_actions import RecordingActions

PSEUDO = "pseudo"
COLUMNS = 4
GAP = 16
HEAD = 22


def main() -> int:
    from wallet_tray.domain.settings_schema import LANGUAGES

    codes = (*LANGUAGES, PSEUDO)
    parser = argparse.ArgumentParser(description="Pictures of all windows in all languages.")
    parser.add_argument("--folder", type=Path, default=Path("build/languages"))
    parser.add_argument("--language", choices=codes)
    arguments = parser.parse_args()
    arguments.folder.mkdir(parents=True, exist_ok=True)
    from PySide6.QtWidgets import QApplication

    application = QApplication(sys.argv[:1])
    application.setStyle("Fusion")
    cut = 0
    for code in [arguments.language] if arguments.language else codes:
        cut += make_sheets(code, arguments.folder)
    return 1 if cut else 0


def make_sheets(code: str, folder: Path) -> int:
    """Both sheets of a language; the number of texts that are cut, which are named."""
    from tests.ui.windows_in_languages import speak

    with tempfile.TemporaryDirectory() as made:
        language = pseudo(Path(made)) if code == PSEUDO else speak(code)
        cut = 0
        for name, pictures in (("popup", popups(language)), ("windows", windows(language))):
            sheet, faults = [], []
            for title, picture, cut_there in pictures:
                sheet.append((title, picture))
                faults += [f"{code}, {title}: {text}" for text in cut_there]
            save(sheet, folder / f"{name}-{code}.png")
            for fault in faults:
                print(fault)
            cut += len(faults)
        language.use("en")
    return cut


def pseudo(folder: Path):
    """The pseudo language, in force."""
    import pseudo_language
    from source_texts import gather

    from tests.ui.windows_in_languages import NO_SYSTEM
    from wallet_tray.ui.language import LanguageController

    pseudo_language.make(gather().texts(), folder)
    language = LanguageController(("en", pseudo_language.CODE), folder, NO_SYSTEM)
    language.use(pseudo_language.CODE)
    return language


def popups(language) -> Iterator[tuple]:
    from tests.ui import windows_in_languages as made

    for title, wallet in made.popups(language.locale):
        popup = made.make_popup(wallet, language.locale)
        popup.open()
        yield title, *taken(popup)


def windows(language) -> Iterator[tuple]:
    from tests.ui import windows_in_languages as made

    for title, window in made.dialogs(language.locale):
        window.show()
        yield title, *taken(window)
    yield "menu", *menu_picture(language)


def menu_picture(language) -> tuple:
    """The tray's menu with the figures in its first rows."""
    from dataclasses import replace

    from tests.ui.popup_states import MANNER, full
    from wallet_tray.ui.tray.icon import TrayIcon
    from wallet_tray.ui.tray.painter import IconPainter
    from wallet_tray.ui.tray.presenter import tray_view

    tray = TrayIcon(IconPainter(), RecordingActions())
    tray.show_view(tray_view([full()], replace(MANNER, locale=language.locale)))
    menu = tray._menu
    menu.adjustSize()
    picture = menu.grab()
    tray.stop()
    return picture, []


def taken(window) -> tuple:
    from PySide6.QtCore import QCoreApplication, QEvent

    from tests.ui.windows_in_languages import cut_texts

    for _ in range(3):
        QCoreApplication.processEvents()
    picture, cut = window.grab(), cut_texts(window)
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return picture, cut


def save(pictures: list, path: Path) -> None:
    """One sheet, in rows of at most COLUMNS pictures."""
    from PySide6.QtGui import QColor, QPainter, QPixmap

    rows = [pictures[i : i + COLUMNS] for i in range(0, len(pictures), COLUMNS)]
    width = max(sum(one.width() + GAP for _, one in row) for row in rows) + GAP
    heights = [max(one.height() for _, one in row) + HEAD + GAP for row in rows]
    sheet = QPixmap(width, sum(heights) + GAP)
    sheet.fill(QColor("#8a9aa8"))
    painter = QPainter(sheet)
    top = 0
    for row, height in zip(rows, heights, strict=True):
        left = GAP
        for title, one in row:
            painter.drawText(left, top + HEAD - 6, title)
            painter.drawPixmap(left, top + HEAD, one)
            left += one.width() + GAP
        top += height
    painter.end()
    sheet.save(str(path))


if __name__ == "__main__":
    sys.exit(main())
