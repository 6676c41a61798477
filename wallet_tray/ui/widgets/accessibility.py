"""The accessible name of a list of choices, for screen readers."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QComboBox, QLabel, QWidget

from wallet_tray.ui.widgets.labels import plain_label


def name_choice(choice: QComboBox, name: str) -> None:
    """Give a list its accessible name.

    On Linux Qt exposes the chosen item as the list's name. Screen readers name the list by its
    label instead. So this adds a hidden label; the list must already have its parent.
    """
    choice.setAccessibleName(name)
    parent = choice.parentWidget()
    beside = parent.children() if parent is not None else []
    for label in beside:
        if isinstance(label, QLabel) and label.buddy() is choice:
            label.setAccessibleName(name)
            return
    label = plain_label(name)
    label.setParent(parent)
    label.setVisible(False)
    label.setBuddy(choice)


def announce(widget: QWidget, text: str) -> None:
    """Announce ``text`` if a screen reader is active and the widget is visible."""
    if text and QAccessible.isActive() and widget.isVisible():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))
