"""What a list of choices is about, for screen readers."""

from PySide6.QtWidgets import QComboBox, QLabel

from wallet_tray.ui.labels import plain_label


def name_choice(choice: QComboBox, name: str) -> None:
    """Give a list its accessible name.

    On Linux Qt tells the chosen item in the place of the list's name, and what the list is about
    by the label that stands beside it. So it gets one that is not seen; the list must have its
    parent already.
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
