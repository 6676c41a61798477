"""Cyclic garbage is collected in the GUI thread alone."""

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest

from wallet_tray.startup.process import collect, collect_in_gui_thread


class Knot:
    """Garbage that only the collector finds."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def collector() -> Iterator[list[int]]:
    """The threads in which the collector ran; everything as before after the test."""
    gc.collect()
    ran_in: list[int] = []

    def note(phase: str, _info: object) -> None:
        if phase == "start":
            ran_in.append(threading.get_ident())

    gc.callbacks.append(note)
    collect_in_gui_thread()
    yield ran_in
    gc.callbacks.remove(note)


def make_garbage(count: int) -> list[weakref.ref[Knot]]:
    return [weakref.ref(Knot()) for _ in range(count)]


def test_no_other_thread_collects(collector: list[int]) -> None:
    garbage: list[weakref.ref[Knot]] = []
    thread = threading.Thread(target=lambda: garbage.extend(make_garbage(5000)))
    thread.start()
    thread.join()
    assert collector == []
    assert all(one() is not None for one in garbage)
    collect()
    assert set(collector) == {threading.get_ident()}
    assert all(one() is None for one in garbage)


def test_little_garbage_is_not_collected(collector: list[int]) -> None:
    gc.collect()
    collector.clear()
    collect()
    assert collector == []


def test_old_garbage_is_collected_eventually(collector: list[int]) -> None:
    """What has survived collections is looked at less often, but it is looked at."""
    knots = [Knot() for _ in range(1000)]
    collect()
    collect()
    garbage = [weakref.ref(knot) for knot in knots]
    del knots
    for _ in range(500):
        kept = [Knot() for _ in range(1000)]
        collect()
        del kept
        if garbage[0]() is None:
            break
    assert all(one() is None for one in garbage)


def test_memory_stays_where_it_is_over_many_refreshes(collector: list[int]) -> None:
    alive: list[weakref.ref[Knot]] = []
    most = 0
    for _ in range(200):
        alive = [one for one in (*alive, *make_garbage(100)) if one() is not None]
        collect()
        most = max(most, len(alive))
    assert most <= 3000
