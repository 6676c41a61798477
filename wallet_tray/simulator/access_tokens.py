"""The credentials of the simulated service: one API key, and the access tokens made from it."""

from base64 import urlsafe_b64encode
from datetime import timedelta
from random import Random

TOKENS_KEPT = 1000


class AccessTokens:
    """Issues access tokens and knows which of them are valid.

    Times are seconds of any clock that only goes forward. Key and tokens follow from the seed.
    """

    def __init__(self, seed: int, life: timedelta) -> None:
        self.life = life
        self._random = Random(f"credentials {seed}")  # noqa: S311  they open a simulation
        self.api_key = self._text(360)
        self._ends: dict[str, float] = {}

    def issue(self, now: float) -> str:
        """A new access token, valid from ``now`` for ``life``."""
        self._ends = {token: end for token, end in self._ends.items() if end > now}
        if len(self._ends) >= TOKENS_KEPT:
            del self._ends[next(iter(self._ends))]  # the oldest; a client in a loop fills no memory
        token = self._text(120)
        self._ends[token] = now + self.life.total_seconds()
        return token

    def is_valid(self, token: str, now: float) -> bool:
        """True for an issued token that has neither ended nor been revoked."""
        return self._ends.get(token, now) > now

    def revoke_all(self) -> None:
        """Every access token issued so far stops working."""
        self._ends.clear()

    def _text(self, size: int) -> str:
        return urlsafe_b64encode(self._random.randbytes(size)).decode("ascii")
