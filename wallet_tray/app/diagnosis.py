"""The checks of ``wallet-tray doctor`` for the screen, in a thread of their own."""

import logging
import threading
from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from wallet_tray.context import AppContext
from wallet_tray.domain.account import shown_id
from wallet_tray.text.doctor import FAULT
from wallet_tray.text.locale import ENGLISH, Locale
from wallet_tray.text.results import STATES, check_name, diagnosis_summary

if TYPE_CHECKING:
    from wallet_tray.diagnostics.run import DiagnosticReport
    from wallet_tray.ui.dialogs.diagnostics import DiagnosisView

_log = logging.getLogger(__name__)


class Diagnosis(QObject):
    """Runs one diagnosis at a time, in a daemon thread that never delays the exit.

    Signals:
        started(): a diagnosis is running now.
        ended(DiagnosticReport | None): its findings; None after an internal error.
    """

    started = Signal()
    ended = Signal(object)
    _examined = Signal(object)  # emitted in the diagnosis thread

    def __init__(self, context: AppContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._running = False
        self._examined.connect(self._on_examined)

    def run_checks(self) -> None:
        """Start a diagnosis, unless one is running; returns at once."""
        if not self._running:
            self._running = True
            threading.Thread(target=self._examine, name="diagnosis", daemon=True).start()
        self.started.emit()

    def _examine(self) -> None:
        found: DiagnosticReport | None = None
        try:
            from wallet_tray.diagnostics.run import run_checks

            found = run_checks(self._context)
        except Exception as error:  # noqa: BLE001  the window shows it, the log has the type
            _log.error("the examination failed with %s", type(error).__name__)
        try:
            self._examined.emit(found)
        except RuntimeError:
            return  # Qt has deleted this object at exit

    def _on_examined(self, found: object) -> None:
        self._running = False
        self.ended.emit(found)


def diagnosis_view(
    report: "DiagnosticReport | None", labels: Mapping[str, str], locale: Locale = ENGLISH
) -> "DiagnosisView":
    """Return the contents of the diagnosis window; ``labels`` maps account ids to labels.

    None as ``report`` stands for an internal error.
    """
    from wallet_tray.ui.dialogs.diagnostics import DiagnosisView, FindingRow, Sign

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
