"""The result of "Erase everything"."""

from dataclasses import dataclass
from pathlib import Path

from wallet_tray.domain.problem import ProblemKind


@dataclass(frozen=True, slots=True)
class Erasure:
    """The result of erasing everything; any fields set name what remained.

    ``problem`` kept credentials in the keyring. ``left`` is the first file that could not be
    removed. ``from_environment`` is true if a credential comes from the environment, which the
    program cannot change.
    """

    problem: ProblemKind | None = None
    left: Path | None = None
    from_environment: bool = False
