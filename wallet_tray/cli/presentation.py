"""The output of reports in one of the formats, with or without colours."""

from collections.abc import Mapping
from datetime import UTC, datetime

from wallet_tray.cli.formats import balance_json, balance_line, balance_lines
from wallet_tray.cli.report import Report
from wallet_tray.domain.account import Account
from wallet_tray.domain.problem import Problem, ProblemKind

# SwiftBar's marker for a streaming plugin to redraw its item.
_NEXT_ITEM = "~~~\n"

BARS = ("waybar", "tmux", "polybar", "xbar")
FORMATS = ("plain", "json", *BARS)


class Presentation:
    """The output in one of ``FORMATS``."""

    def __init__(self, name: str, environment: Mapping[str, str]) -> None:
        self.name = name
        self.is_bar = name in BARS
        self._coloured = not environment.get("NO_COLOR")

    def text(self, report: Report) -> str:
        """Return the report with its line end, as printed once.

        Plain and JSON formats require a balance.
        """
        if self.is_bar:
            from wallet_tray.cli.bar_formats import bar_text

            return f"{bar_text(self.name, report, coloured=self._coloured)}\n"
        if report.balance is None:
            raise AssertionError("a report without a balance is a failure")
        if self.name == "json":
            return f"{balance_json(report, report.balance)}\n"
        return "".join(f"{line}\n" for line in balance_lines(report, report.balance))

    def change(self, report: Report) -> tuple[object, str]:
        """Return the key and the text of a report in a watch; it is printed if the key changed."""
        if self.name == "plain" and report.balance is not None:
            line = balance_line(report, report.balance)
            return line.partition("  ")[2], f"{line}\n"
        text = self.text(report)
        if self.name == "json" and report.balance is not None:
            known = report.balance
            figures = (known.account_id, known.total, known.available, known.amount_due)
            return (figures, report.level, report.stale), text
        if self.name == "xbar":
            return text, f"{_NEXT_ITEM}{text}"
        return text, text

    def unusable_settings(self) -> str:
        """Return the bar's text if the settings are unusable and the account is unknown."""
        now = datetime.now(UTC)
        problem = Problem(ProblemKind.ACCOUNT_UNUSABLE, now)
        return self.text(Report(Account(), now, problem=problem))
