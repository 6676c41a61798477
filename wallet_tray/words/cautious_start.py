"""Why nothing is refreshed after a start."""

from wallet_tray.words.regional import ENGLISH, Regional, marked

_SENTENCE = marked("Wallet Tray ended unexpectedly three times in a row.")


def cautious_start_sentence(regional: Regional = ENGLISH) -> str:
    """That it came to an end by itself, again and again."""
    return regional.translate(_SENTENCE)
