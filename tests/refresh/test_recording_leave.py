"""The leave to record: what was asked for before it ended is not recorded after it."""

import threading

import pytest

from wallet_tray.refresh.recorder import RecordingGate


def recorded(gate: RecordingGate, number: int) -> bool:
    done: list[int] = []
    gate.commit(number, lambda: done.append(1))
    return bool(done)


def test_ticket_is_valid_until_the_gate_is_revoked() -> None:
    gate = RecordingGate()
    before = gate.ticket()
    assert recorded(gate, before)
    gate.revoke()
    assert not recorded(gate, before)
    assert recorded(gate, gate.ticket())


@pytest.mark.parametrize("ends", [[True], [False, True], [True, False], [True, True, False]])
def test_gate_that_ended_for_good_stays_closed(ends: list[bool]) -> None:
    gate = RecordingGate()
    for for_good in ends:
        before = gate.ticket()
        gate.revoke(for_good=for_good)
        assert not recorded(gate, before)
    assert not recorded(gate, gate.ticket())


def test_ending_waits_for_what_is_being_recorded() -> None:
    gate = RecordingGate()
    begun, go_on, ended = threading.Event(), threading.Event(), threading.Event()

    def record() -> None:
        begun.set()
        assert go_on.wait(60)
        assert not ended.is_set()

    def end() -> None:
        gate.revoke()
        ended.set()

    threads = [
        threading.Thread(target=gate.commit, args=(gate.ticket(), record)),
        threading.Thread(target=end),
    ]
    threads[0].start()
    assert begun.wait(60)
    threads[1].start()
    go_on.set()
    for thread in threads:
        thread.join(60)
    assert ended.is_set()
