"""The credentials of the simulated service: one API key, and the access tokens made from it."""

from base64 import urlsafe_b64encode
from datetime import timedelta
from random import Random

TOKENS_KEPT = 1000


class AccessTokens:
    """The access tokens issued so far, and their validity.

    Times are seconds of any monotonic clock. The key and the tokens follow from the seed.
    """

    def __init__(self, seed: int, life: timedelta) -> None:
        self.life = life
        self._random = Random(f"credentials {seed}")  # noqa: S311  simulated, reproducible by seed
        self.api_key = self._text(360)
        self._ends: dict[str, float] = {}

    def issue(self, now: float) -> str:
        """Return a new access token, valid from ``now`` for ``life``."""
        self._ends = {token: end for token, end in self._ends.items() if end > now}
        if len(self._ends) >= TOKENS_KEPT:
            del self._ends[next(iter(self._ends))]  # a looping client must not fill the memory
        token = self._text(120)
        self._ends[token] = now + self.life.total_seconds()
        return token

    def is_valid(self, token: str, now: float) -> bool:
        """Return whether ``token`` was issued and has neither expired nor been revoked."""
        return self._ends.get(token, now) > now

    def revoke_all(self) -> None:
        """Revoke every access token issued so far."""
        self._ends.clear()

    def _text(self, size: int) -> str:
        return urlsafe_b64encode(self._random.randbytes(size)).decode("ascii")
