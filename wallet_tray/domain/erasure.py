"""What became of the wish to erase everything."""

from dataclasses import dataclass
from pathlib import Path

from wallet_tray.domain.problem import ProblemKind


@dataclass(frozen=True, slots=True)
class Erasure:
    """All is gone, but for what is named here.

    ``problem`` kept credentials in the keyring, ``left`` is the first file that could not be
    removed. ``from_environment`` says that a credential comes from the environment, which nobody
    but its owner can change.
    """

    problem: ProblemKind | None = None
    left: Path | None = None
    from_environment: bool = False
