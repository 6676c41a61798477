"""What the service writes into ids and error messages reaches nothing that is shown."""

import json
from collections.abc import Callable
from pathlib import Path

from tests.end_to_end.bus_record import BusRecord
from tests.end_to_end.dbus_client import wait_until
from tests.end_to_end.tray_program import TrayApp
from tests.end_to_end.virtual_desktop import VirtualDesktop
from tests.end_to_end.wallet_story import WalletStory, program_windows
from wallet_tray.simulator.server import ACCESS_TOKEN, BALANCE, SimulatedService

MARK = "hostile7"
MARKUP = '<b>hostile7</b><img src="/etc/passwd"><a href="https://evil.example">x</a> &amp;'
TEXTS = (
    MARKUP,
    "\u202ehostile7\u202c \u2066abc\u2069 \u200b\ufeff",
    "hostile7\u0000after\u0007\u001b[31m\r\n%s {amount} {0}",
    "hostile7 \ud800 \udfff \ufdd0",
    "hostile7" * 30_000,  # 240 kB: an answer of a size that is still read
    "hostile7" * 35_000,  # 280 kB: one that is not
)
TOO_LARGE = 262_144
STATUSES = (200, 404, 503)


def balance(wallet_id: str, available: str) -> str:
    figures = dict.fromkeys(("totalBalance", "availableBalance"), available)
    return json.dumps({"accountId": wallet_id, **figures, "amountDue": "0"})


def refusal(text: str) -> str:
    return json.dumps({"code": 16, "message": text, "error": text, "details": [text]})


def test_nothing_of_it_is_on_the_bus_or_in_a_title(
    make_desktop: Callable[..., VirtualDesktop],
    start_program: Callable[..., TrayApp],
    service: SimulatedService,
) -> None:
    desktop = make_desktop(keyring="absent")
    with BusRecord(desktop.env["DBUS_SESSION_BUS_ADDRESS"]) as record:
        story = WalletStory.begin(desktop, service, start_program)
        seen = tell_everything(story)

    said = [note.summary.partition(":")[0] for note in story.said()]
    assert said.count("Low balance") == said.count("Critical balance") - 1 == len(TEXTS)
    assert not [one for one in seen if MARK in one]
    assert record.count(b"Critical balance") > 0
    assert record.count(MARK.encode()) == 0
    assert record.count(MARK.encode("utf-16-le")) == 0
    log = Path(desktop.env["XDG_STATE_HOME"], "wallet-tray", "log", "wallet-tray.log")
    assert MARK not in log.read_text()
    assert MARK not in story.program.end()


def tell_everything(story: WalletStory) -> list[str]:
    """The service says all of it, in every place; gives what could be seen after each answer."""
    desktop, service = story.desktop, story.service
    story.item.click("Open wallet")
    wait_until(lambda: program_windows(desktop, story.program.process.pid), "the popup")
    seen: list[str] = []
    amounts = (f"{number}.25" for number in range(600, 1000))

    def served(body: str, shown: str) -> None:
        service.answer_next(200, body)
        story.refresh()
        story.program.wait_for_tooltip(f" {shown}")
        seen.extend(see_all(story))

    def failed(status: int, body: str) -> None:
        before = story.item.tooltip
        headers = {"Retry-After": MARK, "Content-Type": f"text/{MARK}", "Server": MARK}
        service.answer_next(status, body, headers)
        story.refresh()
        wait_until(lambda: story.item.tooltip != before, "the tooltip to speak of a failure")
        seen.extend(see_all(story))

    for text in TEXTS:
        for available in ("84.10", "9.10", next(amounts)):
            if len(text) < TOO_LARGE:
                served(balance(text, available), available)
            else:
                failed(200, balance(text, available))
                served(balance("harmless", available), available)
        for status in STATUSES:
            failed(status, refusal(text))
            amount = next(amounts)
            served(balance("harmless", amount), amount)
    # At last the credential is refused in hostile words.
    served(balance(TEXTS[0], "9.10"), "9.10")
    service.answer_next(401, refusal(TEXTS[0]), path=BALANCE, times=2)
    service.answer_next(400, refusal(TEXTS[0]), path=ACCESS_TOKEN, times=2)
    story.refresh()
    wait_until(lambda: "rejects" in story.said()[-1].summary, "the refusal to be shown")
    return seen + see_all(story)


def see_all(story: WalletStory) -> list[str]:
    """Every text that a panel or a window manager can get of the program."""
    item = story.item
    properties = [str(item.value(name)) for name in ("Title", "Id", "Status", "ToolTip")]
    titles = program_windows(story.desktop, story.program.process.pid)
    return [item.tooltip, *item.menu(), *properties, *titles]
