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
def test_finding_has_a_sentence_and_a_remedy(name: str) -> None:
    found, todo = ALL[name].found, ALL[name].todo
    assert found.endswith(".")
    assert not todo or todo.endswith((".", "?", "}", "'"))
    for sentence in (found, todo):
        assert "rror" not in sentence
        assert "!" not in sentence


def test_inserted_values_are_not_filled_again() -> None:
    said = Message("{host} and {key}.", "{key}")
    assert filled(said, {"host": "{key}", "key": "{host}"}) == ("{key} and {host}.", "{host}")


def test_placeholder_without_a_value_raises() -> None:
    with pytest.raises(KeyError):
        filled(Message("{host}."), {})
