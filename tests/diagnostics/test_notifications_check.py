"""Notification services of every kind, on a private bus."""

import sys
from datetime import timedelta

import pytest

from tests.support.own_seconds import OwnSeconds
from wallet_tray.diagnostics import notifications

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="notifications over D-Bus")

NAME = "org.freedesktop.Notifications"
SCREEN = {"DISPLAY": ":0"}
INFORMATION = ("ssss", ("dunst", "knopwob", "1.9.0 (2022-06-27)", "1.2"))


def look(environment=SCREEN, platform="linux"):
    return list(notifications.check_notifications(environment, platform))


def can(*capabilities: str) -> dict[str, tuple[str, tuple[object, ...]]]:
    return {
        "GetServerInformation": INFORMATION,
        "GetCapabilities": ("as", (list(capabilities),)),
    }


@pytest.mark.parametrize(
    ("capabilities", "state", "part"),
    [
        (("actions", "body", "body-markup"), "ok", "shows notifications, with buttons."),
        (("body",), "note", "no buttons"),
        (("actions",), "note", "only the title"),
        ((), "note", "only the title"),
    ],
)
def test_capabilities_of_the_notification_service(
    said, session_bus, make_peer, capabilities, state, part
) -> None:
    make_peer(session_bus, NAME, **can(*capabilities))
    ((check, shown, found),) = said(look())
    assert (check, shown) == ("notifications", state)
    assert found.startswith("dunst 1.9.0 (2022-06-27) shows")
    assert part in found


def test_name_that_would_move_a_terminals_cursor(said, session_bus, make_peer) -> None:
    hostile = ("\033]0;x\007" + "a" * 500, "", "\n1", "")
    peer = make_peer(session_bus, NAME, **can("actions", "body"))
    peer.answers["GetServerInformation"] = ("ssss", hostile)
    ((_, _, found),) = said(look())
    assert found.isprintable()
    assert len(found) < 120


def test_service_that_refuses_to_say_anything(said, session_bus, make_peer) -> None:
    make_peer(session_bus, NAME)
    ((_, state, found),) = said(look())
    assert state == "note"
    assert "no buttons" in found


def test_no_notification_service(said, session_bus) -> None:
    ((_, state, found),) = said(look())
    assert state == "problem"
    assert found == "There is no notification service, so no alert can be shown."


def test_service_that_is_started_on_demand(said, private_bus, monkeypatch) -> None:
    private_bus.stop()
    started = private_bus.services / "started"
    (private_bus.services / f"{NAME}.service").write_text(
        f"[D-BUS Service]\nName={NAME}\nExec=/usr/bin/touch {started}\n"
    )
    private_bus.start()
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", private_bus.address)
    ((_, state, found),) = said(look())
    assert state == "note"
    assert "started for the first notification" in found
    assert not started.exists()


def test_notification_service_that_never_answers(said, session_bus, make_peer, monkeypatch) -> None:
    monkeypatch.setattr(notifications, "_ANSWER_LIMIT", timedelta(seconds=1.5))
    peer = make_peer(session_bus, NAME)
    monkeypatch.setattr(peer._connection, "send", lambda _message: None)
    with OwnSeconds() as own:
        ((_, state, found),) = said(look())
    assert own.seconds < 4
    assert state == "problem"
    assert "does not answer" in found


@pytest.mark.parametrize(
    ("environment", "state"),
    [(SCREEN, "problem"), ({"WAYLAND_DISPLAY": "w"}, "problem"), ({}, "note")],
)
def test_no_bus(said, monkeypatch, tmp_path, environment, state) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path}/none")
    ((_, shown, _found),) = said(look(environment))
    assert shown == state


def test_other_systems(said) -> None:
    assert said(look({}, "win32")) == [
        ("notifications", "ok", "Notifications come through the tray icon on this system.")
    ]
