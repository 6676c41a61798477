"""The About window: the version, its components and their licences."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
)

from wallet_tray import DISPLAY_NAME
from wallet_tray.domain.results import InstalledPackage
from wallet_tray.ui.tray.painter import application_icon
from wallet_tray.ui.widgets.labels import HintLabel, plain_label
from wallet_tray.ui.widgets.mnemonics import Mnemonics

_GRID = 8
_ICON = 64
_WIDTH_CHARACTERS = 92
_HEIGHT_LINES = 34


class AboutDialog(QDialog):
    """The About window; all of its text can be copied."""

    def __init__(self, version: str) -> None:
        super().__init__()
        self._version = version
        self._parts: Sequence[InstalledPackage] = ()
        self.setWindowTitle(self.tr("About Wallet Tray"))
        self._list = QTreeWidget()
        self._list.setAccessibleName(self.tr("Parts"))
        self._list.setHeaderLabels([self.tr("Part"), self.tr("Version"), self.tr("Licence")])
        self._list.setRootIsDecorated(False)
        self._list.setUniformRowHeights(True)
        self._list.currentItemChanged.connect(self._show_text)
        self._text = QPlainTextEdit()
        self._text.setAccessibleName(self.tr("Licence text"))
        self._text.setReadOnly(True)
        self._text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard  # with a visible cursor
        )
        self._text.setTabChangesFocus(True)
        self._text.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        both = QSplitter(Qt.Orientation.Vertical)
        both.addWidget(self._list)
        both.addWidget(self._text)
        both.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setSpacing(_GRID)
        layout.addLayout(self._head())
        layout.addWidget(both, stretch=1)
        layout.addLayout(self._foot())
        self._close.setFocus()
        metrics = self.fontMetrics()
        width = _WIDTH_CHARACTERS * metrics.averageCharWidth()
        room = self.screen().availableGeometry().size() * 0.9
        self.resize(min(width, room.width()), min(_HEIGHT_LINES * metrics.height(), room.height()))

    def show_parts(self, parts: Sequence[InstalledPackage]) -> None:
        """Show the components; the program itself comes first."""
        self._parts = parts
        self._list.clear()
        for part in parts:
            self._list.addTopLevelItem(
                QTreeWidgetItem([part.name, part.version, part.licence or "–"])
            )
        header = self._list.header()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self._copy.setEnabled(bool(parts))
        if (own := self._list.topLevelItem(0)) is not None:
            self._list.setCurrentItem(own)

    def text(self) -> str:
        """Return version and components as copied, one per line."""
        lines = [f"Wallet Tray {self._version}"]
        lines += [f"{one.name} {one.version}  {one.licence}".rstrip() for one in self._parts[1:]]
        return "\n".join(lines) + "\n"

    def _head(self) -> QHBoxLayout:
        icon = QLabel()
        icon.setTextFormat(Qt.TextFormat.PlainText)
        icon.setPixmap(application_icon().pixmap(QSize(_ICON, _ICON), self.devicePixelRatio()))
        icon.setAccessibleName(self.tr("Icon of Wallet Tray"))
        name = plain_label(text=DISPLAY_NAME)
        font = name.font()
        font.setPointSizeF(font.pointSizeF() * 1.5)
        font.setBold(True)
        name.setFont(font)
        version = plain_label(self.tr("Version"), selectable=True)
        version.setText(self.tr("Version {version}").replace("{version}", self._version))
        purpose = self.tr(
            "The balance of your prepaid compute wallet, with a warning before it runs dry."
        )
        words = QVBoxLayout()
        words.setSpacing(_GRID // 4)
        for widget in (name, version, HintLabel(purpose)):
            words.addWidget(widget)
        row = QHBoxLayout()
        row.setSpacing(2 * _GRID)
        row.addWidget(icon, alignment=Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, stretch=1)
        return row

    def _foot(self) -> QHBoxLayout:
        mnemonics = Mnemonics()
        self._copy = QPushButton(mnemonics.give(self.tr("Copy the list")))
        self._copy.setAutoDefault(False)
        self._copy.setEnabled(False)
        self._copy.clicked.connect(self._on_copy)
        close = QPushButton(mnemonics.give(self.tr("Close")))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addWidget(self._copy)
        row.addStretch()
        row.addWidget(close)
        self._close = close
        return row

    def _show_text(self) -> None:
        chosen = self._list.currentItem()
        place = self._list.indexOfTopLevelItem(chosen) if chosen is not None else -1
        self._text.setPlainText(self._parts[place].text if place >= 0 else "")

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text())
