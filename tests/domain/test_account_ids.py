"""Ids for new accounts."""

from hypothesis import given
from hypothesis import strategies as st

from wallet_tray.domain.account import free_account_id, is_account_id


def test_it_looks_like_the_name() -> None:
    assert free_account_id("Büro 2", ()) == "buro-2"
    assert free_account_id("  ByteNite (EU)", ()) == "bytenite-eu"
    assert free_account_id("钱包", ()) == "account"


def test_it_is_free() -> None:
    assert free_account_id("Lab", ["lab", "lab-2"]) == "lab-3"
    assert free_account_id("x" * 40, ["x" * 32]) == "x" * 30 + "-2"


@given(st.text(max_size=90), st.sets(st.sampled_from(["account", "account-2", "a", "b", "a-2"])))
def test_it_always_is_an_id_of_its_own(label: str, taken: set[str]) -> None:
    wanted = free_account_id(label, taken)
    assert is_account_id(wanted)
    assert wanted not in taken
