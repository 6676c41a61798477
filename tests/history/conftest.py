"""A history to write into and to read from."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.history_story import Story


@pytest.fixture
def story(tmp_path: Path) -> Iterator[Story]:
    """A wallet with a history of its own (see history_story.py)."""
    story = Story(tmp_path / "data" / "history.sqlite3")
    yield story
    story.history.close()
