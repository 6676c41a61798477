"""Pictures of the popup in all its states, to be judged by eye. No screen is needed.

    python tests/ui/popup_pictures.py [--folder build/popup]

Writes one sheet for light, dark and high contrast at scale 1, 1.5 and 2.
"""

import argparse
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from tests.support.recording_actions import RecordingActions

THEMES = {  # window, text, base, button, highlight
    "light": ("#efefef", "#000000", "#ffffff", "#efefef", "#308cc6"),
    "dark": ("#2b2d30", "#f2f2f2", "#1f2023", "#3a3d41", "#3d8fd1"),
    "contrast": ("#000000", "#ffffff", "#000000", "#000000", "#ffff00"),
}
SHEETS = (
    ("light", "1"),
    ("dark", "1"),
    ("light", "2"),
    ("dark", "2"),
    ("light", "1.5"),
    ("contrast", "1"),
)
COLUMNS = 4
GAP = 16
HEAD = 22


def main() -> int:
    """Makes each sheet in a process of its own: the scale is chosen before Qt starts."""
    parser = argparse.ArgumentParser(description="Pictures of the popup.")
    parser.add_argument("--folder", type=Path, default=Path("build/popup"))
    parser.add_argument("--sheet", nargs=2, metavar=("THEME", "SCALE"))
    arguments = parser.parse_args()
    arguments.folder.mkdir(parents=True, exist_ok=True)
    if arguments.sheet:
        theme, scale = arguments.sheet
        return 0 if save_sheet(theme, arguments.folder / f"popup-{theme}-{scale}.png") else 1
    codes = []
    for theme, scale in SHEETS:
        env = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": scale}
        command = [sys.executable, __file__, "--folder", str(arguments.folder)]
        codes.append(subprocess.run([*command, "--sheet", theme, scale], env=env).returncode)
    return max(codes)


def save_sheet(theme: str, path: Path) -> bool:
    """One sheet of all states."""
    from PySide6.QtGui import QColor, QPainter, QPixmap
    from PySide6.QtWidgets import QApplication

    application = QApplication(sys.argv[:1])
    application.setStyle("Fusion")
    application.setPalette(palette(theme))
    pictures = [(name, picture(shot)) for name, shot in shots().items()]
    ratio = pictures[0][1].devicePixelRatio()
    sizes = [one.deviceIndependentSize() for _, one in pictures]
    width = round(max(size.width() for size in sizes)) + GAP
    rows = [pictures[i : i + COLUMNS] for i in range(0, len(pictures), COLUMNS)]
    heights = [
        round(max(one.deviceIndependentSize().height() for _, one in row)) + HEAD + GAP
        for row in rows
    ]
    sheet = QPixmap(round((width * COLUMNS + GAP) * ratio), round((sum(heights) + GAP) * ratio))
    sheet.setDevicePixelRatio(ratio)
    sheet.fill(QColor("#8a9aa8"))
    painter = QPainter(sheet)
    top = 0
    for row, height in zip(rows, heights, strict=True):
        for column, (name, one) in enumerate(row):
            painter.drawText(GAP + column * width, top + HEAD - 6, name)
            painter.drawPixmap(GAP + column * width, top + HEAD, one)
        top += height
    painter.end()
    return sheet.save(str(path))


def palette(theme: str):
    from PySide6.QtGui import QColor, QPalette

    window, text, base, button, highlight = (QColor(color) for color in THEMES[theme])
    palette = QPalette(button, window)
    for role, color in (
        (QPalette.ColorRole.WindowText, text),
        (QPalette.ColorRole.Text, text),
        (QPalette.ColorRole.ButtonText, text),
        (QPalette.ColorRole.Base, base),
        (QPalette.ColorRole.Highlight, highlight),
    ):
        for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive):
            palette.setColor(group, role, color)
    return palette


@dataclass(frozen=True)
class Shot:
    """One state: whose wallet, how the user wants to see it, and what is done to the popup."""

    wallet: object
    options: object
    prepare: Callable[[object], None] = lambda popup: None
    labels: tuple[str, ...] = ("ByteNite",)
    points: int = 0
    mirrored: bool = False
    translated: bool = False


def shots() -> dict[str, Shot]:
    from PySide6.QtCore import QLocale

    from tests.ui.popup_states import MANNER, full, wallets
    from wallet_tray.ui.chart.widget import BalanceChart
    from wallet_tray.ui.locale import qt_locale

    def read(popup) -> None:
        (chart,) = popup.findChildren(BalanceChart)
        chart._put_cursor(round(0.6 * len(chart._view.readings)))

    def locale(language: str):
        return replace(MANNER, locale=qt_locale(QLocale(language)))

    week = full()
    long_label = replace(
        week, account=replace(week.account, label="Rendering farm of the art department")
    )
    made = {name: Shot(wallet, MANNER) for name, wallet in wallets().items()}
    made["a value is read"] = Shot(week, MANNER, read)
    made["hidden amounts"] = Shot(week, replace(MANNER, hide_amounts=True))
    made["a long language"] = Shot(week, locale("de"), translated=True)
    made["long, stale"] = Shot(wallets()["stale"], locale("de"), translated=True)
    made["English (US), a day"] = Shot(wallets()["a day"], locale("en_US"))
    made["Arabic"] = Shot(week, locale("ar"), read, mirrored=True)
    made["several accounts"] = Shot(
        long_label, MANNER, labels=("Rendering farm of the art department", "b")
    )
    made["a large font"] = Shot(week, MANNER, points=15)
    return made


def picture(shot: Shot):
    from PySide6.QtCore import QCoreApplication, Qt
    from PySide6.QtGui import QFont
    from PySide6.QtWidgets import QApplication

    from wallet_tray.ui.popup.popup import Popup
    from wallet_tray.ui.popup.presenter import popup_view

    usual = QFont(QApplication.font())
    if shot.points:
        QApplication.setFont(QFont(usual.family(), shot.points))
    if shot.mirrored:
        QApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    translator = long_translator() if shot.translated else None
    if translator is not None:
        QCoreApplication.installTranslator(translator)
    popup = Popup(RecordingActions())
    span = shot.wallet.curve.span if shot.wallet.curve else None
    popup.show_accounts(list(shot.labels), 0)
    popup.show_view(popup_view(shot.wallet, shot.options, *([span] if span else [])))
    popup.open()
    shot.prepare(popup)
    QCoreApplication.processEvents()
    taken = popup.grab()
    popup.close()
    popup.deleteLater()
    if translator is not None:
        QCoreApplication.removeTranslator(translator)
    QApplication.setFont(usual)
    QApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    return taken


def long_translator():
    """Every text two fifths longer, as in a language with long words."""
    import re

    from PySide6.QtCore import QTranslator

    class Longer(QTranslator):
        def translate(
            self, context: str, source: str, disambiguation: str = "", n: int = -1
        ) -> str:
            number = "" if n == 1 else "s"
            source = source.replace("(s)", number).replace("%n", str(n))
            parts = re.split(r"(\{\w+\})", source)
            return "".join(
                part if part.startswith("{") else re.sub("([aeiou])", r"\1\1", part)
                for part in parts
            )

    return Longer()


if __name__ == "__main__":
    sys.exit(main())
