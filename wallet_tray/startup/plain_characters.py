"""ASCII substitutes for characters that the console or its encoding lacks."""

import codecs

PLAIN = "wallet_tray.plain"
"""The name of the error handler, for a stream's ``errors``; valid after ``register``."""

_PLAIN = {
    "\N{MINUS SIGN}": "-",
    "\N{EN DASH}": "-",
    "\N{BULLET}": "*",
    "\N{MIDDLE DOT}": "-",
    "\N{HORIZONTAL ELLIPSIS}": "...",
    "\N{NO-BREAK SPACE}": " ",
    "\N{NARROW NO-BREAK SPACE}": " ",
    "\N{ZERO WIDTH SPACE}": "",
}


def register() -> None:
    """Register the error handler. A minus must not become a question mark."""
    codecs.register_error(PLAIN, _plain)


def _plain(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    unknown = error.object[error.start : error.end]
    return "".join(_PLAIN.get(one, "?") for one in unknown), error.end
