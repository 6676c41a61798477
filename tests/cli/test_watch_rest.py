"""The rest between two steps: exact by the clock that stands still, warned by the other one."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from wallet_tray.cli.watch_waiting import Waiter

BEGIN = datetime(2026, 11, 3, 12, 0, tzinfo=UTC)


class Time:
    """Both clocks, and a wait that lets them go on; ``events`` happen in the n-th one."""

    def __init__(self, *events: timedelta) -> None:
        self.monotonic = 1000.0
        self.clock = BEGIN
        self.waits: list[timedelta] = []
        self._events = list(events)

    def wait(self, limit: timedelta) -> None:
        self.waits.append(limit)
        self.monotonic += limit.total_seconds()
        self.clock += limit
        if self._events:
            self.clock += self._events.pop(0)

    @property
    def passed(self) -> timedelta:
        return timedelta(seconds=self.monotonic - 1000)


def rest_of(time: Time, file: Path) -> Waiter:
    history = file.with_name("history.sqlite3")
    return Waiter(time, file, history, lambda: time.monotonic, lambda: time.clock)  # type: ignore[arg-type]


def test_as_long_as_asked(tmp_path: Path) -> None:
    time = Time()

    assert rest_of(time, tmp_path / "s").rest(timedelta(seconds=312)) is False

    assert time.passed == timedelta(seconds=312)
    assert len(time.waits) < 40


@pytest.mark.parametrize("asleep", [timedelta(minutes=2), timedelta(hours=8), timedelta(days=3650)])
def test_a_sleep_shortens_it_to_what_the_network_needs(tmp_path: Path, asleep: timedelta) -> None:
    time = Time(timedelta(0), asleep)

    assert rest_of(time, tmp_path / "s").rest(timedelta(hours=1)) is True

    assert timedelta(seconds=25) <= time.passed <= timedelta(seconds=30)


@pytest.mark.parametrize(
    "step", [timedelta(seconds=30), timedelta(hours=-2), timedelta(days=-3650)]
)
def test_a_clock_that_is_set_changes_nothing(tmp_path: Path, step: timedelta) -> None:
    """Neither a small step forward nor any step back is a sleep, or makes a rest longer."""
    time = Time(step)

    assert rest_of(time, tmp_path / "s").rest(timedelta(minutes=5)) is False

    assert time.passed == timedelta(minutes=5)


def test_waiter_always_waits(tmp_path: Path) -> None:
    time = Time()

    rest_of(time, tmp_path / "s").rest(timedelta(seconds=-5))

    assert time.passed > timedelta(0)


@pytest.mark.parametrize("change", ["written", "made", "removed"])
def test_changed_settings_end_it(tmp_path: Path, change: str) -> None:
    file = tmp_path / "settings.toml"
    if change != "made":
        file.write_text("a")

    class Writing(Time):
        def wait(self, limit: timedelta) -> None:
            super().wait(limit)
            if len(self.waits) == 3:
                file.unlink() if change == "removed" else file.write_text("other")

    time = Writing()

    assert rest_of(time, file).rest(timedelta(hours=1)) is None
    assert len(time.waits) == 3


@pytest.mark.parametrize("name", ["history.sqlite3", "history.sqlite3-wal"])
def test_a_written_history_ends_it(tmp_path: Path, name: str) -> None:
    """What is in it by then is known already."""
    (tmp_path / name).write_text("a")

    class Writing(Time):
        def wait(self, limit: timedelta) -> None:
            super().wait(limit)
            if len(self.waits) in (3, 5):
                (tmp_path / name).write_text("a" * len(self.waits))

    time = Writing()
    rest = rest_of(time, tmp_path / "s")

    rest.history_is_read()
    assert rest.rest(timedelta(hours=1)) is False
    assert len(time.waits) == 3
    rest.history_is_read()
    assert rest.rest(timedelta(hours=1)) is False
    assert len(time.waits) == 5


@pytest.mark.parametrize("name", ["history.sqlite3", "history.sqlite3-wal"])
def test_history_written_after_it_was_read_ends_it(tmp_path: Path, name: str) -> None:
    """Between the reading and the wait, another process may have recorded a balance."""
    time = Time()
    rest = rest_of(time, tmp_path / "s")
    (tmp_path / name).write_text("a")
    rest.history_is_read()
    (tmp_path / name).write_text("ab")

    assert rest.rest(timedelta(hours=1)) is False
    assert len(time.waits) == 1
