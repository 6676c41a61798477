"""What the command line's JSON has in common: its schema, exact numbers."""

import json
from collections.abc import Mapping
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
