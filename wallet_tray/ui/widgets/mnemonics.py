"""The underlined letters of one page, without duplicates in any language."""

from string import ascii_lowercase


class Mnemonics:
    """The mnemonic letters of a page, unique for each text.

    ``taken`` are letters already in use, such as those of the surrounding window.
    """

    def __init__(self, taken: str = "") -> None:
        self._taken = set(taken.casefold())

    @property
    def taken(self) -> str:
        """All letters in use."""
        return "".join(sorted(self._taken))

    def give(self, text: str) -> str:
        """Return the text with "&" before its letter: a word's first, else any, else an added one.

        A text in a script without keyboard letters, such as Chinese, gets an added letter in
        brackets. It is placed before a final "…", as is usual there. If all its letters are in use,
        it has no mnemonic and is reached only with the Tab key.
        """
        (lettered,) = self.give_either(text)
        return lettered

    def give_either(self, *texts: str) -> list[str]:
        """Do the same for texts of which only one is visible at a time: they may share a letter."""
        given = [self._lettered(text) for text in texts]
        self._taken.update(letter for _, letter in given)
        return [text for text, _ in given]

    def _lettered(self, text: str) -> tuple[str, str]:
        plain = text.replace("&", "&&")
        starts = [i for i, sign in enumerate(plain) if i == 0 or plain[i - 1] == " "]
        for place in (*starts, *range(len(plain))):
            letter = plain[place].casefold()
            if len(letter) == 1 and _is_on_keyboards(letter) and letter not in self._taken:
                return f"{plain[:place]}&{plain[place:]}", letter
        if not any(_is_on_keyboards(sign) for sign in plain):
            for letter in ascii_lowercase:
                if letter not in self._taken:
                    words = plain.removesuffix("…")
                    return f"{words}(&{letter.upper()}){plain[len(words) :]}", letter
        return plain, ""


def _is_on_keyboards(letter: str) -> bool:
    return letter.isalpha() and ord(letter) < 0x700  # Latin, Greek, Cyrillic, Hebrew, Arabic
