"""The checks of ``wallet-tray doctor`` for the screen, in a thread of their own."""

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from wallet_tray.app.background import on_result, run_in_thread
from wallet_tray.context import AppContext
from wallet_tray.domain.account import shown_id
from wallet_tray.text.doctor import FAULT
from wallet_tray.text.locale import ENGLISH, Locale
from wallet_tray.text.results import STATES, check_name, diagnosis_summary
from wallet_tray.ui.dialogs.diagnostics import DiagnosisView, FindingRow, Sign

if TYPE_CHECKING:
    from wallet_tray.diagnostics.run import DiagnosticReport


class Diagnosis(QObject):
    """Runs one diagnosis at a time, in a daemon thread that never delays the exit.

    Signals:
        started(): a diagnosis is running now.
        ended(DiagnosticReport | None): its findings; None after an internal error.
    """

    started = Signal()
    ended = Signal(object)

    def __init__(self, context: AppContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._running = False

    def run_checks(self) -> None:
        """Start a diagnosis, unless one is running; returns at once."""
        if not self._running:
            self._running = True
            future = run_in_thread(partial(_run_checks, self._context), "diagnosis")
            on_result(future, self._on_ended, self._on_failed)
        self.started.emit()

    def _on_ended(self, report: "DiagnosticReport") -> None:
        self._running = False
        self.ended.emit(report)

    def _on_failed(self, _error: BaseException) -> None:
        self._running = False
        self.ended.emit(None)


def _run_checks(context: AppContext) -> "DiagnosticReport":
    from wallet_tray.diagnostics.run import run_checks

    return run_checks(context)


def diagnosis_view(
    report: "DiagnosticReport | None", labels: Mapping[str, str], locale: Locale = ENGLISH
) -> DiagnosisView:
    """Return the contents of the diagnosis window; ``labels`` maps account ids to labels.

    None as ``report`` stands for an internal error.
    """
    if report is None:
        text = " ".join(locale.translate(part) for part in (FAULT.found, FAULT.todo))
        return DiagnosisView(text, (), "")

    from wallet_tray.diagnostics.finding import State
    from wallet_tray.diagnostics.report import examination_lines

    signs = {State.OK: Sign.GOOD, State.NOTE: Sign.NOTE, State.PROBLEM: Sign.PROBLEM}
    several = len({one.account for one in report.findings if one.account}) > 1
    rows = []
    for finding in report.findings:
        label = labels.get(finding.account, shown_id(finding.account)) if several else ""
        state = locale.translate(STATES[finding.state])
        found, todo = finding.sentences(locale)
        head = f"{check_name(finding.check, label, locale)} – {state}"
        rows.append(FindingRow(signs[finding.state], state, head, found, todo))
    states = [finding.state for finding in report.findings]
    problems, notes = states.count(State.PROBLEM), states.count(State.NOTE)
    copy = "".join(f"{line}\n" for line in examination_lines(report, None))
    return DiagnosisView(diagnosis_summary(problems, notes, locale), tuple(rows), copy)
