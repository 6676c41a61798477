"""The result of "Erase everything" as text."""

from wallet_tray.domain.problem import ProblemKind
from wallet_tray.domain.results import Erasure
from wallet_tray.text.locale import ENGLISH, Regional, marked

_KEPT = {
    ProblemKind.KEYRING_LOCKED: marked(
        "Your keyring is locked, so the keys in it could not be removed."
    ),
    ProblemKind.KEYRING_WAITING: marked(
        "Your keyring is waiting to be unlocked; the keys in it are removed when you do."
    ),
    ProblemKind.KEYRING_MISSING: marked("There is no keyring to remove the keys from."),
}
_OTHERWISE = marked("Your keyring failed, so the keys in it could not be removed.")


def erasure_sentence(erasure: Erasure, regional: Regional = ENGLISH) -> str:
    """Return a confirmation, or what remained and why."""
    sentences = []
    if erasure.problem is not None:
        sentences.append(regional.translate(_KEPT.get(erasure.problem, _OTHERWISE)))
    if erasure.left is not None:
        sentence = regional.translate("{file} could not be removed; remove it by hand.")
        # A path has no spaces, so allow a line break after each folder.
        path = str(erasure.left).replace("/", "/\u200b").replace("\\", "\\\u200b")
        sentences.append(sentence.replace("{file}", path))
    if sentences:
        sentences.append(regional.translate("Everything else was erased."))
    else:
        sentences.append(regional.translate("Everything was erased; your settings are kept."))
    if erasure.from_environment:
        sentences.append(regional.translate("The key in the environment stays in use."))
    return " ".join(sentences)
