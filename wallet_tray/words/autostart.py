"""Explanations of a refused autostart."""

from wallet_tray.domain.autostart_state import AutostartRefusal
from wallet_tray.text.locale import ENGLISH, Regional


def autostart_sentence(refusal: AutostartRefusal, regional: Regional = ENGLISH) -> str:
    """Return what happened and what to do."""
    translate = regional.translate
    match refusal:
        case AutostartRefusal.PATH:
            return translate(
                "The folder of this program has a name that cannot be started at login. "
                "Move the program to another folder."
            )
        case AutostartRefusal.NOT_FOUND:
            return translate(
                "This copy of the program runs only from where it was started. "
                "Install it to have it started at login."
            )
        case AutostartRefusal.COPY_GONE:
            return translate(
                "The copy of the program that was to start at login is gone. "
                "Switch it on to have this one started."
            )
        case AutostartRefusal.UNWRITABLE:
            return translate(
                "Your list of programs that start at login cannot be changed. "
                "Check the permissions of its folder."
            )
