"""Removal of text that looks like a credential, while names and paths in the log stay.

A key or token is a run of 20 or more characters without a space. So are many names in a program:
``wallet_tray.credentials.keyring_backend``, ``ModuleNotFoundError``. Those consist of words. A
random text of that length passes for words about once in 100,000 times, a longer one never. In
doubt a run is removed.
"""

import re

GONE = "[removed]"

_SHORTEST = 20
_RUN = re.compile(rf"[A-Za-z0-9._~+/=%-]{{{_SHORTEST},}}")
_PIECE = re.compile(r"[A-Za-z0-9]+")
_PART = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")  # of "HTTPError": HTTP and Error
# A number stands at the end of a word or alone: "sqlite3", "python3.11".
_NAME = re.compile(r"(?P<letters>[A-Za-z]*)[0-9]{0,3}|[0-9]{4}")
_VOWEL = re.compile(r"[aeiouy]", re.IGNORECASE)
_UNSPEAKABLE = re.compile(r"[^aeiouy]{5}|[aeiouy]{5}|q[^u]", re.IGNORECASE)
_RARE = re.compile(r"[jqz]", re.IGNORECASE)
_VOWELS = 22  # of a hundred letters, at least
_MOST_RARE = 1
_LONGEST_WORD = 15
_SHORT_FORMS = frozenset(
    (  # noqa: SIM905  a list of them fills a page
        "api asgi csv dbus dns eof fd gui html http httpcore https httpx id idna io json os pkg "
        "qpa qt rfc rpc socks sql sqlite src ssl svg tls toml txt uri url wsgi xdg xml"
    ).split()
)
_SHORT_WORDS = _SHORT_FORMS | frozenset(
    "a an as at by do go in is it my no of on or to up".split()  # noqa: SIM905
)


def redacted(line: str) -> str:
    """Return the line without anything that looks like a credential."""
    return _RUN.sub(lambda run: run[0] if _is_of_words(run[0]) else GONE, line)


def _is_of_words(run: str) -> bool:
    """Judge each stretch as long as the shortest token, so that a long path cannot hide one."""
    names = []
    for piece in _PIECE.findall(run):
        found = _NAME.fullmatch(piece)
        words = _PART.findall(found["letters"] or "") if found else []
        if found is None or not _are_words(words):
            return False
        names.append((len(piece) + 1, words))
    return all(_is_wordy(names[place:], whole=not place) for place in range(len(names)))


def _is_wordy(names: list[tuple[int, list[str]]], *, whole: bool) -> bool:
    """Return whether few words are short, numbers and rare letters are few, and vowels suffice."""
    length = 0
    words: list[str] = []
    for more, more_words in names:
        length, words = length + more, words + more_words
        if length > _SHORTEST:
            break
    else:
        if not whole:  # shorter than a token
            return True
    text = "".join(word for word in words if word.lower() not in _SHORT_FORMS)
    left_out = sum(map(len, words)) - len(text)
    return (
        2 * (len(text) + left_out) >= 7 * (len(words) - 1)
        and 3 * (len(text) + left_out) >= 2 * length - _SHORTEST // 2
        and 100 * len(_VOWEL.findall(text)) >= _VOWELS * len(text)
        and len(_RARE.findall(text)) <= _MOST_RARE
    )


def _are_words(words: list[str]) -> bool:
    """Return whether these parts of one name are words.

    Examples are "keyring", "WAYLAND", "SettingsNotSavedError" and "QObject".
    """
    capitals = [word for word in words if len(word) > 1 and word.isupper()]
    if len(words) > 1 and any(word.lower() not in _SHORT_FORMS for word in capitals):
        return False
    if any(len(word) < 3 and word.lower() not in _SHORT_WORDS for word in words[1:]):
        return False
    return sum(map(len, words)) >= 4 * (len(words) - 1) and all(map(_is_word, words))


def _is_word(word: str) -> bool:
    if word.lower() in _SHORT_FORMS:
        return True
    if len(word) > _LONGEST_WORD or _UNSPEAKABLE.search(word):
        return False
    return len(word) < 3 or _VOWEL.search(word) is not None
