"""No token of any form stands in the log, and every name and path of the program does."""

import ast
import base64
import json
import logging
import random
import string
import uuid
from collections.abc import Callable
from pathlib import Path

import pytest

from wallet_tray.startup.redaction import GONE, redacted

PACKAGE = Path(__file__).parents[2] / "wallet_tray"
LENGTHS = (20, 24, 27, 32, 40, 43, 64, 128, 400)


def of(alphabet: str) -> Callable[[random.Random, int], str]:
    return lambda rng, length: "".join(rng.choices(alphabet, k=length))


def jwt(rng: random.Random, length: int) -> str:
    def part(data: bytes) -> str:
        return base64.urlsafe_b64encode(data).decode().rstrip("=")

    head = part(json.dumps({"alg": "HS256", "typ": "JWT"}).encode())
    claims = part(json.dumps({"sub": of(string.ascii_lowercase)(rng, 8), "exp": length}).encode())
    return f"{head}.{claims}.{part(rng.randbytes(32))}"


FORMS: dict[str, Callable[[random.Random, int], str]] = {
    "hex": of("0123456789abcdef"),
    "HEX": of("0123456789ABCDEF"),
    "base32": of(string.ascii_uppercase + "234567"),
    "base36": of(string.ascii_lowercase + string.digits),
    "base62": of(string.ascii_letters + string.digits),
    "base64": of(string.ascii_letters + string.digits + "+/"),
    "url-safe": of(string.ascii_letters + string.digits + "-_"),
    "digits": of(string.digits),
    "letters": of(string.ascii_lowercase),
    "padded": lambda rng, n: base64.b64encode(rng.randbytes(n * 3 // 4 + 1)).decode(),
    "JSON Web Token": jwt,
    "UUID": lambda rng, _: str(uuid.UUID(bytes=rng.randbytes(16), version=4)),
    "with a head": lambda rng, n: f"sk_live_{of(string.ascii_letters + string.digits)(rng, n)}",
}
AROUND = [
    "{}",
    "token {}",
    "Authorization: {}",
    "apiKey={}&x=1",
    '{{"accessToken": "{}"}}',
    "b'{}'",
    "https://wallet.test/v1/balance?key={}",
    "/home/user/some/long/folder/of/words/{}/and/more/words/after/it",
    "wallet_tray.credentials.keyring_backend.{}",
    "user:{}@host",
]


@pytest.mark.parametrize("form", FORMS)
def test_no_token_of_any_form(form: str) -> None:
    rng = random.Random(form)
    for length in LENGTHS:
        for _ in range(60):
            token = FORMS[form](rng, length)
            for around in AROUND:
                line = redacted(around.format(token))
                assert GONE in line, around.format(token)
                assert token not in line
                assert token[:20] not in line
                assert token[-12:] not in line


def names_of_the_program() -> set[str]:
    """Modules, paths, and every name that the code gives or uses."""
    names = set()
    for file in PACKAGE.rglob("*.py"):
        path = file.relative_to(PACKAGE.parent)
        names |= {".".join(path.with_suffix("").parts), path.as_posix()}
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.ClassDef):
                names.add(node.name)
            elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                texts = [one for one in node.args if isinstance(one, ast.Constant)]
                if getattr(node.func.value, "id", "") == "_log":
                    names |= {one.value for one in texts if isinstance(one.value, str)}
    return names


def test_every_name_of_the_program_stands() -> None:
    names = names_of_the_program()
    assert len(names) > 1000
    assert [name for name in sorted(names) if redacted(name) != name] == []


@pytest.mark.parametrize(
    "text",
    [
        "account my-second-account-2026: no balance: offline: ECONNREFUSED",
        "no balance: service-failed, status 503",
        "ModuleNotFoundError because of httpcore.RemoteProtocolError",
        "sqlite3.OperationalError: SQLITE_IOERR",
        "settings.toml has an unknown key, ignored: alerts.low_balance_of_the_wallet",
        "org.freedesktop.Notifications and io.github.wallet_tray.WalletTray",
        "org.freedesktop.NetworkManager.StateChanged",
        "QSocketNotifier: Socket notifiers cannot be enabled or disabled from another thread",
        "/usr/lib/python3.11/site-packages/wallet_tray/services/history_at_rest.py",
        "BYTENITE_ACCESS_TOKEN DBUS_SESSION_BUS_ADDRESS XDG_RUNTIME_DIR",
        "history.sqlite3 wallet-tray-crash.log.1 settings.toml.broken",
        "2026-11-29 23:26:53,123 WARNING wallet_tray.refresh.fetcher: a line",
    ],
)
def test_sentences_and_paths_stand(text: str) -> None:
    assert redacted(text) == text


def test_a_logger_of_a_long_name_is_named(tmp_path: Path) -> None:
    from wallet_tray.startup.logging_setup import RedactingFormatter

    name = "wallet_tray.desktop.notifications.freedesktop.delivery"
    record = logging.LogRecord(name, logging.WARNING, "f", 1, "lost %s", ("a" * 40,), None)
    assert RedactingFormatter().format(record).endswith(f"{name}: lost {GONE}")
