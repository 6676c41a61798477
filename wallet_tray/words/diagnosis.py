"""Texts of the diagnosis on the screen: names of checks and the number of findings."""

from wallet_tray.text.locale import ENGLISH, Regional, marked

_NAMES = {
    "tray": marked("Tray"),
    "notifications": marked("Notifications"),
    "keyring": marked("Keyring"),
    "settings": marked("Settings"),
    "files": marked("Files"),
    "proxy": marked("Proxy"),
    "tls": marked("Encryption (TLS)"),
    "service": marked("Service"),
    "clock": marked("Clock"),
    "history": marked("History"),
    "program": marked("Program"),
    "autostart": marked("Start at login"),
    "versions": marked("Versions"),
}

STATES = {"ok": marked("All right"), "note": marked("Note"), "problem": marked("Problem")}
"""The text of each finding state."""


def check_name(check: str, account: str = "", regional: Regional = ENGLISH) -> str:
    """Return the name of a check, with the account's label if there are several accounts."""
    name = regional.translate(_NAMES[check]) if check in _NAMES else check
    return f"{name} ({account})" if account else name


def diagnosis_summary(problems: int, notes: int, regional: Regional = ENGLISH) -> str:
    """Return a one-sentence summary."""
    if not problems and not notes:
        return regional.translate("All is well.")
    some_problems = regional.counted("%n problem(s)", problems)
    some_notes = regional.counted("%n note(s)", notes)
    if not problems:
        return regional.translate("No problem, {notes}.").replace("{notes}", some_notes)
    if not notes:
        return f"{some_problems}."
    both = regional.translate("{problems}, {notes}.")
    return both.replace("{problems}", some_problems).replace("{notes}", some_notes)
