"""The sentences of the examination."""

import pytest

from wallet_tray.text import doctor
from wallet_tray.text import doctor as doctor_desktop
from wallet_tray.text import doctor as doctor_files
from wallet_tray.text import doctor as doctor_keyring
from wallet_tray.text import doctor as doctor_service
from wallet_tray.text.doctor import Message, filled

ROOMS = (doctor, doctor_desktop, doctor_files, doctor_keyring, doctor_service)
ALL = {
    name: said for room in ROOMS for name, said in vars(room).items() if isinstance(said, Message)
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
