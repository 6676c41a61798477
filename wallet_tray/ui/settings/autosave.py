"""Fields of the settings window whose changes are requested immediately."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QObject, QTimer, Signal

from wallet_tray.ui.settings.fields import Counts, SettingField
from wallet_tray.ui.widgets.labels import HintLabel

TYPING_PAUSE_MS = 800


class LiveFields(QObject):
    """A set of fields that shows values and reports the user's changes by key.

    A choice is reported at once. Typed input is reported after a pause, or only when its field
    loses the focus (see Counts), and by ``flush``. Invalid input is never reported: the note below
    its field says what to enter instead.

    Signals:
        changed(dict): keys and new values.
    """

    changed = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._fields: dict[str, tuple[SettingField, HintLabel, str]] = {}
        self._shown: dict[str, object] = {}
        self._asked: dict[str, object] = {}  # reported, but not in force yet
        self._edited: set[str] = set()  # by the user, not reported yet
        self._pause = QTimer(self, singleShot=True, interval=TYPING_PAUSE_MS)
        self._pause.timeout.connect(self._on_pause)

    def add(self, key: str, field: SettingField, note: HintLabel, advice: str) -> None:
        """Add a field, the note below it, and the advice shown for invalid input."""
        self._fields[key] = (field, note, advice)
        field.edited.connect(self._on_edited)
        field.left.connect(self.flush)

    def show(self, values: Mapping[str, object]) -> None:
        """Show the values in force. A field that the user is editing keeps its content."""
        for key, value in values.items():
            if key not in self._fields or (key in self._shown and self._shown[key] == value):
                continue
            is_first = key not in self._shown
            self._shown[key] = value
            self._asked.pop(key, None)
            field = self._fields[key][0]
            if (is_first or field.value() != value) and not self._is_being_typed(key):
                self._edited.discard(key)
                field.show_value(value)
            self._judge(key)

    def take_back(self) -> None:
        """Show the values in force again after a failed request, except where the user types."""
        for key in list(self._asked):
            if not self._is_being_typed(key):
                self._fields[key][0].show_value(self._shown[key])
                self._judge(key)
        self._asked.clear()

    def restart(self, values: Mapping[str, object]) -> None:
        """Load another object's values and discard pending edits."""
        self._pause.stop()
        self._edited.clear()
        self._asked.clear()
        self._shown = dict(values)
        for key, value in values.items():
            if key in self._fields:
                self._fields[key][0].show_value(value)
                self._judge(key)

    def flush(self) -> None:
        """Report pending changes now."""
        self._pause.stop()
        self._report(list(self._fields))

    def _on_pause(self) -> None:
        self._report(
            [k for k, (f, _, _) in self._fields.items() if f.counts is not Counts.WHEN_LEFT]
        )

    def _report(self, keys: Iterable[str]) -> None:
        changes = {}
        for key in keys:
            value = self._fields[key][0].value()
            if key in self._edited and value is not None:
                self._edited.discard(key)
                if value != self._asked.get(key, self._shown.get(key)):
                    changes[key] = value
        if changes:
            self._asked.update(changes)
            self.changed.emit(changes)

    def _on_edited(self) -> None:
        for key, (field, _, _) in self._fields.items():
            if field is self.sender():
                self._edited.add(key)
                self._judge(key)
                if field.counts is Counts.AT_ONCE:
                    self._report([key])
                elif field.counts is Counts.AFTER_A_PAUSE:
                    self._pause.start()

    def _judge(self, key: str) -> None:
        field, note, advice = self._fields[key]
        right = field.value() is not None
        field.show_right(right=right)
        note.show_advice("" if right else advice)

    def _is_being_typed(self, key: str) -> bool:
        field = self._fields[key][0]
        return key in self._edited and (self._pause.isActive() or field.has_keyboard())
