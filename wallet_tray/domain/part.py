"""A software component of the program, and its licence."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Part:
    """A component.

    ``licence`` is short, such as "MIT"; ``text`` is in full, or "" if not shipped.
    """

    name: str
    version: str
    licence: str
    text: str = ""
