"""What the command line's JSON has in common: its schema, exact numbers, times."""

import json
from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal

SCHEMA = 1


def json_object(fields: Mapping[str, object]) -> str:
    """The object on one line. json would write a Decimal as a float or not at all; a Decimal's
    own spelling is valid JSON."""
    return (
        "{"
        + ", ".join(
            f"{json.dumps(name)}: {value if isinstance(value, Decimal) else json.dumps(value)}"
            for name, value in fields.items()
        )
        + "}"
    )


def rfc_3339(at: datetime, timespec: str = "milliseconds") -> str:
    """A time (aware, UTC) such as "2026-11-03T12:03:41.512Z"."""
    return at.isoformat(timespec=timespec).replace("+00:00", "Z")
