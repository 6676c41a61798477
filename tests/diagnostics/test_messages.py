"""The sentences of the diagnosis."""

import importlib
import pkgutil

import pytest

from wallet_tray import diagnostics
from wallet_tray.diagnostics.finding import Message, filled

CHECKS = [
    importlib.import_module(f"{diagnostics.__name__}.{module.name}")
    for module in pkgutil.iter_modules(diagnostics.__path__)
]
ALL = {
    name: said
    for check in CHECKS
    for name, said in vars(check).items()
    if isinstance(said, Message)
}


@pytest.mark.parametrize("name", ALL)
def test_says_what_was_found_and_what_to_do(name: str) -> None:
    found, todo = ALL[name].found, ALL[name].todo
    assert found.endswith(".")
    assert not todo or todo.endswith((".", "?", "}", "'"))
    for sentence in (found, todo):
        assert "rror" not in sentence
        assert "!" not in sentence


def test_what_is_filled_in_is_never_filled_in_again() -> None:
    said = Message("{host} and {key}.", "{key}")
    assert filled(said, {"host": "{key}", "key": "{host}"}) == ("{key} and {host}.", "{host}")


def test_place_without_a_value_is_a_fault_of_ours() -> None:
    with pytest.raises(KeyError):
        filled(Message("{host}."), {})
