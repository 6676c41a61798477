"""The reasons why the tray program does not start, for the terminal and for a notification."""

from wallet_tray.text.locale import ENGLISH, Regional, marked

_SILENT = marked(
    "Wallet Tray runs already, but does not answer. End it ({process}), then start it again."
)
_FAR = marked(
    "Wallet Tray runs already on the computer {computer}, which uses the same home folder. "
    "End it there to have it here."
)
_SILENT_SOMEWHERE = marked(
    "Wallet Tray runs already, but does not answer. It hangs, or runs on another computer that "
    "uses the same home folder. End it, then start it again."
)
_ELSEWHERE = marked("Wallet Tray runs already, on another display. End it there to have it here.")
_FOREIGN = marked(
    "The folder {folder} is not yours alone, so Wallet Tray keeps nothing in it and does not "
    "start. Move it away, or have its owner changed to you."
)
_NO_LOCK = marked(
    "Wallet Tray cannot make sure that it runs only once, as no file can be locked in {folder}. "
    "Check whether the folder is there and open to you."
)


def silent_sentence(process: int | None, computer: str, regional: Regional = ENGLISH) -> str:
    """Return the sentence for another running program that does not respond.

    ``process`` is its process id, None if unknown. ``computer`` is the one that it runs on, or ""
    for this one.
    """
    if process is None:
        return regional.translate(_SILENT_SOMEWHERE)
    if computer:
        return regional.translate(_FAR).replace("{computer}", computer)
    return regional.translate(_SILENT).replace("{process}", f"PID {process}")


def elsewhere_sentence(regional: Regional = ENGLISH) -> str:
    """Return the sentence for another program that runs on another display."""
    return regional.translate(_ELSEWHERE)


def foreign_folder_sentence(folder: str, regional: Regional = ENGLISH) -> str:
    """Return the sentence for a needed folder that another user owns or can change."""
    return regional.translate(_FOREIGN).replace("{folder}", folder)


def no_lock_sentence(folder: str, regional: Regional = ENGLISH) -> str:
    """Return the sentence for a lock that cannot be taken: two programs would run side by side."""
    return regional.translate(_NO_LOCK).replace("{folder}", folder)
