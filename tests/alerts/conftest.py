"""A notifier that notes what it receives, and desks with alerts around errands that do nothing."""

import pytest
from pytestqt.qtbot import QtBot

from tests.support.notifiers import RecordingNotifier


@pytest.fixture
def notifier(qtbot: QtBot) -> RecordingNotifier:
    return RecordingNotifier()
