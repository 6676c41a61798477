"""Common parts of the command line's JSON: its schema and exact numbers."""

import json
from collections.abc import Mapping
from decimal import Decimal

SCHEMA = 1


def json_object(fields: Mapping[str, object]) -> str:
    """Return the object on one line.

    The json module writes a Decimal as a float or not at all. A Decimal's own text is valid JSON.
    """
    return (
        "{"
        + ", ".join(
            f"{json.dumps(name)}: {value if isinstance(value, Decimal) else json.dumps(value)}"
            for name, value in fields.items()
        )
        + "}"
    )
