"""The underlined letters of one page, chosen so that no two are the same in any language."""


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

        A text of a script without letters for a keyboard, such as Chinese, gets one in brackets.
        """
        plain = text.replace("&", "&&")
        starts = [i for i, sign in enumerate(plain) if i == 0 or plain[i - 1] == " "]
        for place in (*starts, *range(len(plain))):
            letter = plain[place].casefold()
            if len(letter) == 1 and _is_on_keyboards(letter) and letter not in self._taken:
                self._taken.add(letter)
                return f"{plain[:place]}&{plain[place:]}"
        if any(_is_on_keyboards(sign) for sign in plain):
            return plain
        for letter in "abcdefghijklmnopqrstuvwxyz":
            if letter not in self._taken:
                self._taken.add(letter)
                return f"{plain}(&{letter.upper()})"
        return plain


def _is_on_keyboards(letter: str) -> bool:
    return letter.isalpha() and ord(letter) < 0x700  # Latin, Greek, Cyrillic, Hebrew, Arabic
