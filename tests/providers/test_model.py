"""Paths and headers with the fields of an account."""

from urllib.parse import unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.wallet_answers import described, shipped
from wallet_tray.providers import model
from wallet_tray.providers.json_reader import Pointer

CASES = [
    model.BearerAuth(),
    model.HeaderAuth("a"),
    model.BasicAuth("a"),
    model.QueryAuth("a"),
    model.BodyAuth("a"),
    model.FixedUnit("a"),
    model.PickedUnit(),
    model.VariantUnit(),
    model.Is("a"),
    model.Contains("a"),
    model.Present(),
    model.Null(Pointer()),
    model.Empty(Pointer()),
    model.UnitAt(Pointer()),
]
FIELD = "[[field]]\nid = 'team'\nname = 'Team'\n"


def test_cases_of_a_union_are_never_equal() -> None:
    assert len(set(CASES)) == len(CASES)


@pytest.mark.parametrize("name", ["base", "written", "description", "figures", "new"])
def test_provider_is_frozen(name: str) -> None:
    with pytest.raises(AttributeError):
        setattr(described(), name, None)


@pytest.mark.parametrize("name", ["auth", "requests", "amounts", "new"])
def test_description_is_frozen(name: str) -> None:
    found = described().description
    with pytest.raises(AttributeError):
        setattr(found, name, None)
    with pytest.raises(TypeError):
        found.amounts["total"] = None


def test_field_is_one_segment_of_the_path() -> None:
    (request,) = shipped("twilio").description.requests
    path = request.path_with({"account_sid": "AC0f"})
    assert path == "/2010-04-01/Accounts/AC0f/Balance.json"
    assert request.path_with({"account_sid": "a/b?c#d%2f"}) == (
        "/2010-04-01/Accounts/a%2Fb%3Fc%23d%252f/Balance.json"
    )


def test_taken_value_is_in_the_second_path() -> None:
    first, second = shipped("deepgram").description.requests
    assert first.path_with({}) == "/v1/projects"
    assert second.path_with({"project_id": "p-1"}) == "/v1/projects/p-1/balances"


@given(st.text(st.characters(min_codepoint=0x21, max_codepoint=0x7E), min_size=1, max_size=20))
def test_any_value_stays_within_its_segment(value: str) -> None:
    (request,) = shipped("twilio").description.requests
    if value in (".", ".."):
        with pytest.raises(ValueError, match="segment"):
            request.path_with({"account_sid": value})
        return
    path = request.path_with({"account_sid": value})
    parts = urlsplit("https://api.twilio.com" + path)
    assert (parts.netloc, parts.query, parts.fragment) == ("api.twilio.com", "", "")
    *_, sid, last = parts.path.split("/")
    assert parts.path.count("/") == 4
    assert (unquote(sid), last) == (value, "Balance.json")


@pytest.mark.parametrize("value", ["", ".", ".."])
def test_value_that_changes_the_path_is_refused(value: str) -> None:
    (request,) = shipped("twilio").description.requests
    with pytest.raises(ValueError, match="segment"):
        request.path_with({"account_sid": value})


def test_header_with_an_empty_field_is_not_sent() -> None:
    headers = 'path = "/a"\nheaders = { X-Auth-Key = "{team}", Accept = "a/b" }'
    (request,) = described(FIELD + "optional = true", path=headers).description.requests
    assert request.headers_with({"team": "t-1"}) == {"X-Auth-Key": "t-1", "Accept": "a/b"}
    for empty in ({}, {"team": ""}):
        assert request.headers_with(empty) == {"Accept": "a/b"}


def test_value_is_no_template_itself() -> None:
    headers = 'path = "/{team}"\nheaders = { X-Auth-Key = "{team}" }'
    (request,) = described(FIELD, path=headers).description.requests
    assert request.path_with({"team": "{team}"}) == "/%7Bteam%7D"
    assert request.headers_with({"team": "{team}"}) == {"X-Auth-Key": "{team}"}
