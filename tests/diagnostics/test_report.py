"""The last line of a diagnosis, the same in the table and in the window."""

import pytest

from wallet_tray.app.diagnosis import diagnosis_view
from wallet_tray.diagnostics.finding import Finding, Message, State
from wallet_tray.diagnostics.report import report_lines
from wallet_tray.diagnostics.run import DiagnosticReport


@pytest.mark.parametrize(
    ("problems", "notes", "summary"),
    [
        (0, 0, "All is well."),
        (0, 1, "No problem, 1 note."),
        (0, 2, "No problem, 2 notes."),
        (1, 0, "1 problem."),
        (2, 1, "2 problems, 1 note."),
    ],
)
def test_window_and_table_sum_up_alike(problems: int, notes: int, summary: str) -> None:
    states = [State.OK, *[State.PROBLEM] * problems, *[State.NOTE] * notes]
    findings = tuple(Finding("files", state, Message("Found.")) for state in states)
    report = DiagnosticReport(findings, {})

    assert report_lines(report, None)[-1] == summary
    assert diagnosis_view(report, {}).summary == summary
