"""The leave to record: what was asked for before it ended is not recorded after it."""

import threading

import pytest

from wallet_tray.refresh.recorder import RecordingLeave


def recorded(leave: RecordingLeave, number: int) -> bool:
    done: list[int] = []
    leave.use(number, lambda: done.append(1))
    return bool(done)


def test_it_holds_until_it_ends_and_what_is_asked_for_then_is_recorded() -> None:
    leave = RecordingLeave()
    before = leave.draw()
    assert recorded(leave, before)
    leave.end()
    assert not recorded(leave, before)
    assert recorded(leave, leave.draw())


@pytest.mark.parametrize("ends", [[True], [False, True], [True, False], [True, True, False]])
def test_it_ends_for_good_whatever_ends_it_besides(ends: list[bool]) -> None:
    leave = RecordingLeave()
    for for_good in ends:
        before = leave.draw()
        leave.end(for_good=for_good)
        assert not recorded(leave, before)
    assert not recorded(leave, leave.draw())


def test_ending_waits_for_what_is_being_recorded() -> None:
    leave = RecordingLeave()
    begun, go_on, ended = threading.Event(), threading.Event(), threading.Event()

    def record() -> None:
        begun.set()
        assert go_on.wait(60)
        assert not ended.is_set()

    def end() -> None:
        leave.end()
        ended.set()

    threads = [
        threading.Thread(target=leave.use, args=(leave.draw(), record)),
        threading.Thread(target=end),
    ]
    threads[0].start()
    assert begun.wait(60)
    threads[1].start()
    go_on.set()
    for thread in threads:
        thread.join(60)
    assert ended.is_set()
