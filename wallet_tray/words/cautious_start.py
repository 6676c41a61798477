"""Explanation of why refreshes are paused after a start."""

from wallet_tray.text.locale import ENGLISH, Regional, marked

_SENTENCE = marked("Wallet Tray ended unexpectedly three times in a row.")


def cautious_start_sentence(regional: Regional = ENGLISH) -> str:
    """Return a sentence that the program ended unexpectedly several times."""
    return regional.translate(_SENTENCE)
