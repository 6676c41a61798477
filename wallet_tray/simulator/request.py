"""A request to the simulated service, as a plain value."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Request:
    """A parsed request. ``path`` excludes ``query``; ``headers`` have lower-case names.

    Headers and body hold credentials, so repr() omits them.
    """

    method: str
    path: str
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    body: bytes = field(default=b"", repr=False)
    query: str = ""
