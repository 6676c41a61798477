"""Size limits of the history: deletion of old rows and release of free pages."""

from typing import TYPE_CHECKING

from wallet_tray.history.order import put_in_order
from wallet_tray.history.tiers import (
    DAY,
    HOUR,
    KEPT_DAYS,
    TOP_UP_DAYS,
    WIDTHS,
    first_kept,
)

if TYPE_CHECKING:
    import sqlite3

# 50 MiB in all, minus the files beside it while it is open.
LARGEST_BYTES = 44 << 20
# Rows of a tier that are kept even if space is short.
_FEWEST_ROWS = 64
# Free pages kept for the next rows.
_SPARE_PAGES = 64


def downsample(connection: "sqlite3.Connection", wallet: int, now: int) -> None:
    """Delete the rows of a wallet that its tiers no longer keep; call it once a day.

    Days recorded under a wrong clock do not count, so they displace no valid row.
    """
    newest_first = _days(connection, wallet, now)
    for width, days in KEPT_DAYS.items():
        cut = first_kept(newest_first, days)
        if cut is not None:
            connection.execute(
                "DELETE FROM samples WHERE wallet = ? AND width = ? AND seq < ?",
                (wallet, width, cut),
            )
    cut = first_kept(newest_first, KEPT_DAYS[HOUR])
    if cut is not None:
        connection.execute("DELETE FROM hours WHERE wallet = ? AND seq < ?", (wallet, cut))
    cut = first_kept(newest_first, TOP_UP_DAYS)
    if cut is not None:
        connection.execute("DELETE FROM top_ups WHERE wallet = ? AND seq < ?", (wallet, cut))
    vacuum(connection)


def limit_size(connection: "sqlite3.Connection", largest: int = LARGEST_BYTES) -> None:
    """Thin out earlier than by age if the file is larger than ``largest`` bytes.

    The older half of the finest tier is deleted repeatedly, then that of the next tier.
    """
    for width in WIDTHS:
        while _bytes_used(connection) > largest and _halve(connection, width):
            pass
    vacuum(connection)


def vacuum(connection: "sqlite3.Connection") -> None:
    """Return free pages to the file system, except a few."""
    free = _pragma(connection, "freelist_count")
    if free > 2 * _SPARE_PAGES:
        for _ in range(free - _SPARE_PAGES):
            # Python steps a statement without columns once, and each step frees only one page.
            connection.execute("PRAGMA incremental_vacuum(1)")


def _days(connection: "sqlite3.Connection", wallet: int, now: int) -> list[tuple[int, int, int]]:
    """Return the days with records, newest first, each as (seq, since, until)."""
    rows = connection.execute(
        "SELECT since, until, seq FROM samples WHERE wallet = ? AND width = ? ORDER BY seq",
        (wallet, DAY),
    ).fetchall()
    return [(seq, since, until) for since, until, seq in reversed(put_in_order(rows, now))]


def _halve(connection: "sqlite3.Connection", width: int) -> bool:
    """Delete the older half of a tier in every wallet with many rows; return False if none has."""
    wallets = connection.execute(
        "SELECT wallet, count(*) FROM samples WHERE width = ? GROUP BY wallet", (width,)
    ).fetchall()
    large = [(wallet, count) for wallet, count in wallets if count > _FEWEST_ROWS]
    for wallet, count in large:
        (cut,) = connection.execute(
            "SELECT seq FROM samples WHERE wallet = ? AND width = ? ORDER BY seq LIMIT 1 OFFSET ?",
            (wallet, width, count // 2),
        ).fetchone()
        connection.execute(
            "DELETE FROM samples WHERE wallet = ? AND width = ? AND seq < ?", (wallet, width, cut)
        )
        if width == HOUR:
            for table in ("hours", "top_ups"):
                connection.execute(
                    f"DELETE FROM {table} WHERE wallet = ? AND seq < ?",  # noqa: S608  constant
                    (wallet, cut),
                )
    return bool(large)


def _bytes_used(connection: "sqlite3.Connection") -> int:
    used = _pragma(connection, "page_count") - _pragma(connection, "freelist_count")
    return used * _pragma(connection, "page_size")


def _pragma(connection: "sqlite3.Connection", name: str) -> int:
    return int(connection.execute(f"PRAGMA {name}").fetchone()[0])
