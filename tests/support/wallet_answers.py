"""The saved answers of services, as ``tests/providers/answers`` has them, and descriptions."""

import json
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from wallet_tray.domain.money import Figure
from wallet_tray.providers.description import parse
from wallet_tray.providers.model import Answer
from wallet_tray.providers.provider import Provider
from wallet_tray.providers.reader import BalanceReading, Refusal
from wallet_tray.providers.registry import SHIPPED

ANSWERS = Path(__file__).resolve().parents[1] / "providers" / "answers"
FIGURES = {
    Figure.AVAILABLE: "available",
    Figure.TOTAL: "total",
    Figure.RESERVED: "reserved",
    Figure.DUE: "due",
    Figure.GRANTED: "granted",
    Figure.PER_HOUR: "perHour",
}
"""The figures that a saved answer states, with their names there."""

DESCRIPTION = """schema = 1
id = "acme"
name = "Acme"
source = ["https://acme.example/docs"]
checked = 2026-11-29
confidence = "documented"
base = "https://api.acme.example"

[key]
name = "API key"
kind = "ordinary"

[auth]
form = "bearer"

[[request]]
path = "/balance"

[amounts]
available.terms = [{ at = "/balance" }]

[unit]
fixed = "USD"
"""
"""The smallest description; ``described`` adds lines to it or replaces some."""


@dataclass(frozen=True)
class SavedAnswer:
    """One file: an answer and what must be read from it."""

    provider: str
    name: str
    status: int
    body: bytes
    variant: str
    expect: dict[str, Any]


def saved_answers() -> list[SavedAnswer]:
    """Return all saved answers, also those without a shipped description."""
    return [_loaded(path) for path in sorted(ANSWERS.glob("*/*.json"))]


def shipped_ids() -> list[str]:
    return sorted(path.stem for path in SHIPPED.glob("*.toml"))


def shipped(identity: str) -> Provider:
    path = SHIPPED / f"{identity}.toml"
    return parse(path.read_bytes(), path.name)


def described(more: str = "", **replaced: str) -> Provider:
    """Return the smallest description with more lines at its end, and pieces replaced."""
    return parse(description(more, **replaced).encode(), "acme.toml")


def description(more: str = "", **replaced: str) -> str:
    """Return the text; a keyword is the first words of lines, "_" for a blank or a bracket."""
    lines = DESCRIPTION.splitlines()
    for begin, instead in replaced.items():
        places = [number for number, line in enumerate(lines) if line.startswith(begin)]
        assert len(places) == 1, begin
        lines[places[0] : places[0] + 1] = instead.splitlines()
    return "\n".join([*lines, more, ""])


def answers_of(provider: Provider, last: Answer) -> list[Answer]:
    """Return the answers to all requests; those before the last say what is needed."""
    before = []
    for request in provider.description.requests[:-1]:
        assert request.take is not None
        value: object = "taken-1"
        for token in reversed(request.take.at.tokens):
            value = [value] if token == "0" else {token: value}
        before.append(Answer(200, json.dumps(value).encode()))
    return [*before, last]


def differences(reading: BalanceReading | Refusal, expect: dict[str, Any]) -> list[str]:
    """Return in what the reading differs from what a saved answer expects."""
    if "problem" in expect:
        got = reading.meaning.value if isinstance(reading, Refusal) else "an amount"
        return [] if got == expect["problem"] else [f"{got} is not {expect['problem']}"]
    if isinstance(reading, Refusal):
        return [repr(reading)]
    found = []
    for figure, name in FIGURES.items():
        money = reading.figures.get(figure)
        wanted = None if expect[name] is None else Decimal(expect[name])
        if (None if money is None else money.amount) != wanted:
            found.append(f"{name}: {money} is not {wanted}")
    if reading.available.unit != expect["unit"]:
        found.append(f"unit: {reading.available.unit} is not {expect['unit']}")
    return found


def _loaded(path: Path) -> SavedAnswer:
    saved = json.loads(path.read_text(encoding="utf-8"))
    text = saved.get("text")
    return SavedAnswer(
        provider=path.parent.name,
        name=path.stem,
        status=saved["status"],
        body=(json.dumps(saved["body"]) if text is None else text).encode(),
        variant=saved.get("choice", {}).get("variant", ""),
        expect=saved["expect"],
    )
