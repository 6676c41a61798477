"""The log: one rotating file for its owner alone, which never contains a credential."""

import logging
import re
import traceback
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType

_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"
_CHATTY = ("httpx", "httpcore", "h11", "hpack", "h2")  # at DEBUG they log headers and addresses
_MAX_MESSAGE = 4000
_SHORTEST_SECRET = 4  # anything shorter would redact half of the log
_CONTROLS = r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]"
# Keep only the file and its folder of a code location: a long path would look like a token.
_PLACE = r'File "[^"\n]*?((?:[^/\\"\n]{1,38}[/\\])?[^/\\"\n]{1,38})"'

_ExcInfo = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


def set_up_logging(log_file: Path, *, secrets: Iterable[str] = ()) -> None:
    """Send the program's log to ``log_file`` only (1 MiB, then two older ones).

    Exact ``secrets`` are removed from every line, as is everything that looks like a credential.
    Exceptions are logged without their text. Nothing is created on the disk before the first line,
    and an unwritable folder is no failure. A second call replaces the first, whose secrets stay
    known.
    """
    root = logging.getLogger()
    known = set(secrets)
    for handler in list(root.handlers):
        if isinstance(handler, _LogFile):
            if isinstance(handler.formatter, RedactingFormatter):
                known |= handler.formatter.secrets
            root.removeHandler(handler)
            handler.close()
    root.addHandler(_LogFile(log_file, RedactingFormatter(known)))
    root.setLevel(logging.INFO)
    for name in _CHATTY:
        logging.getLogger(name).setLevel(logging.WARNING)


class RedactingFormatter(logging.Formatter):
    """Removes secrets from the finished line, wherever they were in the record.

    A filter would see only the message, and not its arguments, the exception or the stack.
    """

    def __init__(self, secrets: Iterable[str] = ()) -> None:
        super().__init__(_FORMAT)
        self.secrets = frozenset(text for text in secrets if len(text) >= _SHORTEST_SECRET)

    def format(self, record: logging.LogRecord) -> str:
        """Return the line, followed by the exception's types and locations."""
        from wallet_tray.startup.redaction import GONE, redacted  # most runs log nothing

        # Another handler's formatter may have cached the exception's text there.
        record.exc_text = None
        text = super().format(record)
        record.exc_text = None
        text = re.sub(_PLACE, r'File "\1"', text)
        for secret in self.secrets:
            text = text.replace(secret, GONE)
        text = redacted(text)
        # Continuation lines are indented, so that none of them passes for a separate record.
        return re.sub(_CONTROLS, " ", text)[:_MAX_MESSAGE].replace("\n", "\n    ")

    def formatException(self, ei: _ExcInfo) -> str:  # noqa: N802  logging's own name
        """Return types and locations of an exception and its causes.

        The texts are omitted: a foreign one may hold a secret.
        """
        parts: list[str] = []
        error = ei[1]
        while error is not None and len(parts) < 5:
            places = "".join(
                f'  File "{place.filename}", line {place.lineno}, in {place.name}\n'
                for place in traceback.extract_tb(error.__traceback__)
            )
            parts.append(f"{type(error).__name__}\n{places}".rstrip())
            error = error.__cause__ or error.__context__
        return "\nbecause of ".join(parts)


class _LogFile(logging.Handler):
    """Opens the file with the first line: most runs of the command line log nothing."""

    def __init__(self, path: Path, formatter: RedactingFormatter) -> None:
        super().__init__()
        self.setFormatter(formatter)
        self._path = path
        self._file: logging.Handler | None = None

    def emit(self, record: logging.LogRecord) -> None:
        """Write one line."""
        if self._file is None:
            try:
                from wallet_tray.startup.log_file import PrivateFileHandler
            except ImportError:  # the program was removed meanwhile: logging must not fail
                return
            self._file = PrivateFileHandler(self._path)
            self._file.setFormatter(self.formatter)
        self._file.emit(record)

    def close(self) -> None:
        """Close the file."""
        if self._file is not None:
            self._file.close()
        super().close()
