"""A listener to Qt signals, for tests that compare what was emitted."""

import threading
from typing import Any

from PySide6.QtCore import QObject, SignalInstance


class Listener(QObject):
    """Notes the emissions of the signals that it is given, in order, and their threads.

    ``Listener(delivered=notifier.delivered)`` hears ("delivered", "a slot").
    """

    def __init__(self, **signals: SignalInstance) -> None:
        super().__init__()
        self.heard: list[tuple[Any, ...]] = []
        self.threads: set[threading.Thread] = set()
        self.listen(**signals)

    def listen(self, **signals: SignalInstance) -> None:
        """Note the emissions of these too, by the names of the arguments."""
        for name, signal in signals.items():
            signal.connect(_Receiver(name, self).take)

    @property
    def names(self) -> list[str]:
        """Return the names of the emissions alone."""
        return [entry[0] for entry in self.heard]

    def values(self, name: str) -> list[Any]:
        """Return the only value of each emission of this name."""
        return [entry[1] for entry in self.heard if entry[0] == name]


class _Receiver(QObject):
    """Takes one signal: with a bound method of an object, Qt calls in the thread of that object."""

    def __init__(self, name: str, listener: Listener) -> None:
        super().__init__(listener)
        self._name = name
        self._listener = listener

    def take(self, *values: object) -> None:
        self._listener.heard.append((self._name, *values))
        self._listener.threads.add(threading.current_thread())
