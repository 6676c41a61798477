"""The expiry time stated in an access token."""

import json
from base64 import urlsafe_b64decode
from datetime import UTC, datetime

from wallet_tray.domain.credential import Credential, CredentialKind


def access_token_end(credential: Credential) -> datetime | None:
    """Return the "exp" of a JSON Web Token (RFC 7519, 4.1.4), or None if there is none.

    Nothing is verified, so use it only to warn in time.
    """
    if credential.kind is not CredentialKind.ACCESS_TOKEN:
        return None
    parts = credential.text.split(".")
    if len(parts) != 3:
        return None
    claims = parts[1]
    try:
        # JWTs omit the padding that Python requires.
        told = json.loads(urlsafe_b64decode(claims + "=" * (-len(claims) % 4)))
        seconds = told.get("exp") if isinstance(told, dict) else None
        if isinstance(seconds, bool) or not isinstance(seconds, int | float):
            return None
        return datetime.fromtimestamp(seconds, UTC)
    except (ValueError, OverflowError, OSError, RecursionError):
        return None
