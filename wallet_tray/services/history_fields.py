"""The fields of one recorded balance, as scripts and tables receive them."""

from decimal import Decimal

from wallet_tray.domain.account import Account
from wallet_tray.domain.balance import Balance
from wallet_tray.domain.rfc_3339 import rfc_3339
from wallet_tray.history.history import Recorded

FIELDS = (
    "account",
    "accountId",
    "since",
    "until",
    "totalBalance",
    "availableBalance",
    "reservedBalance",
    "amountDue",
    "unit",
    "amountDueUnit",
)


def fields_of(account: Account, row: Recorded) -> dict[str, object]:
    """Return the values of ``FIELDS``: texts, and exact numbers as Decimal."""
    return dict(
        zip(
            FIELDS,
            (
                account.id,
                row.account_id,
                rfc_3339(row.sample.since, "seconds"),
                rfc_3339(row.sample.until, "seconds"),
                row.sample.total,
                row.sample.available,
                _reserved(row),
                row.sample.amount_due,
                row.unit,
                row.amount_due_unit,
            ),
            strict=True,
        )
    )


def _reserved(row: Recorded) -> Decimal:
    sample = row.sample
    return Balance(
        row.account_id,
        sample.total,
        sample.available,
        sample.amount_due,
        row.unit,
        row.amount_due_unit,
        sample.until,
    ).reserved
