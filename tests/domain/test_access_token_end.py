"""When a token says that it ends: read from any text without believing or failing."""

import json
from base64 import urlsafe_b64encode
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wallet_tray.domain.credential import Credential, CredentialKind, access_token_end

END = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)


def part(content: bytes) -> str:
    return urlsafe_b64encode(content).rstrip(b"=").decode("ascii")


def jwt(claims: bytes) -> str:
    return f"{part(b'{}')}.{part(claims)}.{part(b'signature')}"


def token(claims: object) -> str:
    return jwt(json.dumps(claims).encode())


def end_of(text: str, kind: CredentialKind = CredentialKind.ACCESS_TOKEN) -> datetime | None:
    return access_token_end(Credential(kind, text))


# RFC 7519's own example (3.1): exp is 1300819380, in the year 2011.
EXAMPLE = (
    "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9."
    "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ."
    "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
)


def test_the_example_of_the_standard() -> None:
    assert end_of(EXAMPLE) == datetime(2011, 3, 22, 18, 43, tzinfo=UTC)


@pytest.mark.parametrize("more", range(4))
def test_whatever_padding_it_lacks(more: int) -> None:
    assert end_of(token({"exp": END.timestamp(), "x": "y" * more})) == END


def test_only_of_an_access_token() -> None:
    assert end_of(EXAMPLE, CredentialKind.API_KEY) is None


@pytest.mark.parametrize(
    "text",
    [
        "opaque",
        "a.b",
        "a.b.c",
        "a.b.c.d",
        "..",
        token({}),
        token([1]),
        token("exp"),
        token({"exp": None}),
        token({"exp": True}),
        token({"exp": "1300819380"}),
        token({"exp": 10**20}),
        token({"exp": -(10**20)}),
        jwt(b'{"exp":1e400}'),
        jwt(b'{"exp":NaN}'),
        jwt(b'{"exp":' + b"9" * 5000 + b"}"),
        jwt(b"[" * 6000),
        jwt(b"\xff\xfe"),
    ],
)
def test_texts_without_an_end(text: str) -> None:
    assert end_of(text) is None


@settings(max_examples=300, deadline=None, database=None)
@given(st.text(st.characters(min_codepoint=0x21, max_codepoint=0x7E), min_size=1, max_size=200))
def test_any_text_is_read_without_an_error(text: str) -> None:
    for one in (text, f"a.{text}.c", jwt(text.encode())):
        found = end_of(one)
        assert found is None or found.tzinfo is not None
