"""A diagnosis as text: a table for people, one JSON object for scripts."""

import json
import os
import textwrap
from collections.abc import Mapping
from typing import TextIO

from wallet_tray.diagnostics.finding import Finding, State
from wallet_tray.diagnostics.run import DiagnosticReport
from wallet_tray.domain.account import shown_id
from wallet_tray.text.locale import ENGLISH, Locale
from wallet_tray.text.results import diagnosis_summary

SCHEMA = 1
_WIDEST = 100
_COLORS = {State.OK: "\033[32m", State.NOTE: "\033[33m", State.PROBLEM: "\033[31m"}
_PLAIN = "\033[0m"
_STATE_WIDTH = max(map(len, State))


def report_json(report: DiagnosticReport) -> str:
    """Return one JSON object; only findings about an account include its id."""
    findings = []
    for finding in report.findings:
        found, todo = finding.sentences()
        about = {"account": shown_id(finding.account)} if finding.account else {}
        findings.append(
            {
                "check": finding.check,
                **about,
                "state": finding.state.value,
                "found": found,
                "todo": todo,
            }
        )
    document = {
        "schema": SCHEMA,
        "healthy": report.healthy,
        "findings": findings,
        "versions": report.versions,
    }
    return json.dumps(document)


def report_lines(
    report: DiagnosticReport, width: int | None, *, colored: bool = False
) -> list[str]:
    """Return the findings in order, then the number of each kind.

    Lines are folded at ``width`` columns, or not at all if it is None.
    """
    accounts = {finding.account for finding in report.findings if finding.account}
    names = [_name(finding, several=len(accounts) > 1) for finding in report.findings]
    indent = max(map(len, names), default=0) + 2
    lines = []
    for name, finding in zip(names, report.findings, strict=True):
        found, todo = finding.sentences()
        state = f"{finding.state.value:<{_STATE_WIDTH}}"
        if colored:
            state = f"{_COLORS[finding.state]}{state}{_PLAIN}"
        room = None if width is None else min(width, _WIDEST) - indent - _STATE_WIDTH - 2
        first, *more = _folded(found, room)
        lines.append(f"{name:<{indent}}{state}  {first}")
        lines += [
            f"{'':<{indent + _STATE_WIDTH + 2}}{line}" for line in (*more, *_folded(todo, room))
        ]
    return [*lines, "", summary(report)]


def summary(report: DiagnosticReport, locale: Locale = ENGLISH) -> str:
    """Return the number of problems and notes in one sentence."""
    states = [finding.state for finding in report.findings]
    return diagnosis_summary(states.count(State.PROBLEM), states.count(State.NOTE), locale)


def wants_color(stream: TextIO, environment: Mapping[str, str] = os.environ) -> bool:
    """Return whether the terminal has colours and NO_COLOR is unset (no-color.org)."""
    return stream.isatty() and not environment.get("NO_COLOR") and environment.get("TERM") != "dumb"


def _name(finding: Finding, *, several: bool) -> str:
    if not (finding.account and several):
        return finding.check
    return f"{finding.check} ({shown_id(finding.account)})"


def _folded(sentence: str, room: int | None) -> list[str]:
    if not sentence:
        return []
    if room is None or room < 20:
        return [sentence]
    return textwrap.wrap(sentence, room, break_long_words=False, break_on_hyphens=False)
