"""One of the parts that the program is made of, and the licence that it comes under."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Part:
    """``licence`` is short, such as "MIT"; ``text`` is all of it, "" where none came along."""

    name: str
    version: str
    licence: str
    text: str = ""
