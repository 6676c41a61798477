"""What the simulated service was asked, as a plain value."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Request:
    """A request as it was read. ``path`` has no ``query``; names of ``headers`` are in lower case.

    Headers and body hold credentials, so repr() leaves them out.
    """

    method: str
    path: str
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    body: bytes = field(default=b"", repr=False)
    query: str = ""
