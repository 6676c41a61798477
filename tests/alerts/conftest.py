"""A notifier that notes what it receives, and desks with alerts around errands that do nothing."""

import pytest

from tests.support.notifiers import RecordingNotifier


@pytest.fixture
def notifier(qtbot: object) -> RecordingNotifier:
    return RecordingNotifier()
