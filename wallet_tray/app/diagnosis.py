"""The checks of ``wallet-tray doctor`` for the diagnosis window."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from wallet_tray.context import AppContext
from wallet_tray.domain.account import AccountId, shown_id
from wallet_tray.text.locale import ENGLISH, Locale
from wallet_tray.text.results import STATES, check_name

if TYPE_CHECKING:
    from wallet_tray.diagnostics.run import DiagnosticReport
    from wallet_tray.ui.dialogs.diagnostics import DiagnosisView


def run_checks(context: AppContext) -> "DiagnosticReport":
    """Run all checks. Blocks for up to 15 seconds."""
    from wallet_tray.diagnostics import run

    return run.run_checks(context)


def diagnosis_view(
    report: "DiagnosticReport | None", labels: Mapping[AccountId, str], locale: Locale = ENGLISH
) -> "DiagnosisView":
    """Return the contents of the diagnosis window; ``labels`` maps account ids to labels.

    None as ``report`` stands for an internal error.
    """
    from wallet_tray.diagnostics.finding import FAULT, State
    from wallet_tray.ui.dialogs.diagnostics import DiagnosisView, FindingRow, Sign

    if report is None:
        text = " ".join(locale.translate(part) for part in (FAULT.found, FAULT.todo))
        return DiagnosisView(text, (), "")

    from wallet_tray.diagnostics.report import report_lines, summary

    signs = {State.OK: Sign.GOOD, State.NOTE: Sign.NOTE, State.PROBLEM: Sign.PROBLEM}
    several = len({one.account for one in report.findings if one.account}) > 1
    rows = []
    for finding in report.findings:
        label = labels.get(finding.account, shown_id(finding.account)) if several else ""
        state = locale.translate(STATES[finding.state])
        found, todo = finding.sentences(locale)
        head = f"{check_name(finding.check, label, locale)} – {state}"
        rows.append(FindingRow(signs[finding.state], state, head, found, todo))
    copy = "".join(f"{line}\n" for line in report_lines(report, None))
    return DiagnosisView(summary(report, locale), tuple(rows), copy)
