"""Numbers at an axis: one scale for all of them, as few digits as tell them apart."""

from decimal import Decimal

import pytest

from wallet_tray.text.amounts import axis_labels
from wallet_tray.text.locale import Locale


@pytest.mark.parametrize(
    ("values", "step", "labels"),
    [
        ("0 50 100", "50", "0 50 100"),
        ("0 2.5 5.0", "2.5", "0 2.5 5.0"),
        ("-600 -300 0", "300", "−600 −300 0"),
        ("0 20000", "2E+4", "0 20,000"),
        ("0.000 0.002", "0.002", "0 0.002"),
        ("1000000 1250000 1500000", "250000", "1.00_M 1.25_M 1.50_M"),
        ("0 2000000000", "2e9", "0 2_G"),
        ("0 5e12", "5e12", "0 5_T"),
        ("0 5e307 1e308 1.5e308", "5e307", "0 0.5e308 1.0e308 1.5e308"),
        ("-2e-7 0 2e-7", "2e-7", "−2e−7 0 2e−7"),
    ],
)
def test_labels(values: str, step: str, labels: str) -> None:
    made = axis_labels(tuple(map(Decimal, values.split())), Decimal(step))
    assert [label.replace("\u00a0", "_") for label in made] == labels.split()


def test_in_the_readers_own_way() -> None:
    own = Locale(group=".", decimal=",")
    assert axis_labels((Decimal("1000.5"), Decimal(1001)), Decimal("0.5"), own) == (
        "1.000,5",
        "1.001,0",
    )
