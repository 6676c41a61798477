"""The underlined letters of one page, chosen so that no two are the same in any language."""

from string import ascii_lowercase


class Mnemonics:
    """Gives each text of a page a letter that none of the others has.

    ``taken`` are the letters that are in use already, such as those of the window around the page.
    """

    def __init__(self, taken: str = "") -> None:
        self._taken = set(taken.casefold())

    @property
    def taken(self) -> str:
        """All letters that are in use."""
        return "".join(sorted(self._taken))

    def give(self, text: str) -> str:
        """The text with "&" before its letter: the first of a word, else any, else one behind it.

        A text of a script without letters for a keyboard, such as Chinese, gets one in brackets,
        before its "…" as is usual there.
        Where all its letters are in use it has none, and is reached by the tab key alone.
        """
        (lettered,) = self.give_either(text)
        return lettered

    def give_either(self, *texts: str) -> list[str]:
        """The same for texts of which only one is shown at a time: they may share a letter."""
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
