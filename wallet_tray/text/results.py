"""The result of "Erase everything" as text."""

from collections.abc import Sequence

from wallet_tray.domain.problem import ProblemKind
from wallet_tray.domain.results import AutostartRefusal, Erasure, Export, ExportRefusal
from wallet_tray.domain.settings import SettingsFault
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


_REFUSALS = {
    ExportRefusal.EXISTS: marked(
        "Another program has made {file} meanwhile. Nothing was replaced; choose another name."
    ),
    ExportRefusal.FULL: marked("The disk is full, so {file} was not written."),
    ExportRefusal.UNWRITABLE: marked("{file} cannot be written. Choose another folder."),
}


def export_sentence(export: Export, regional: Regional = ENGLISH) -> str:
    """Return the number of balances in the file, or the reason for the refusal."""
    if export.refusal is not None:
        sentence = regional.translate(_REFUSALS[export.refusal])
    elif not export.rows:
        sentence = regional.translate("Nothing is recorded yet: {file} holds the headings alone.")
    else:
        sentence = regional.counted("%n recorded balance(s) written to {file}.", export.rows)
    return sentence.replace("{file}", export.file)


_SENTENCE = marked("Wallet Tray ended unexpectedly three times in a row.")


def cautious_start_sentence(regional: Regional = ENGLISH) -> str:
    """Return a sentence that the program ended unexpectedly several times."""
    return regional.translate(_SENTENCE)


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


_NO_TRAY = marked("This desktop shows no tray icons, so the wallet has a window of its own.")
_AGAIN = marked("Start Wallet Tray once more to see this window again after closing it.")
_ANY_PANEL = marked(
    "For an icon, add a tray (also called notification area or status notifier) to your panel, or "
    "start a panel that has one."
)
_BAR = marked("For an icon, start a bar that has a tray, such as waybar with its module 'tray'.")

# By lower-case name in XDG_CURRENT_DESKTOP; the first match counts.
_ADVICE = {
    "gnome": marked(
        "For an icon, install the extension 'AppIndicator and KStatusNotifierItem Support' and "
        "switch it on."
    ),
    "kde": marked("For an icon, add the widget 'System Tray' to a panel."),
    "xfce": marked("For an icon, add 'Status Tray Plugin' to the panel."),
    "lxqt": marked("For an icon, add the widget 'Status Notifier' to the panel."),
    "mate": marked("For an icon, add 'Notification Area' to the panel."),
    "x-cinnamon": marked("For an icon, add 'XApp Status Applet' to the panel."),
    "sway": _BAR,
    "hyprland": _BAR,
    "niri": _BAR,
    "river": _BAR,
    "labwc": _BAR,
    "wayfire": _BAR,
}


def no_tray_note(current_desktop: str, regional: Regional = ENGLISH) -> str:
    """Explain why there is a window, and how to get a tray on this ``XDG_CURRENT_DESKTOP``.

    The names match the panels' own lists (Xfce 4.18, LXQt 1.2, Plasma 5.27 and 6, MATE, Cinnamon).
    """
    names = current_desktop.lower().replace(";", ":").split(":")
    advice = next((_ADVICE[name] for name in names if name in _ADVICE), _ANY_PANEL)
    return " ".join(regional.translate(part) for part in (_NO_TRAY, advice, _AGAIN))


NOT_TOML = marked(
    "The settings file is no valid TOML, so it is not in force. Correct settings.toml."
)
UNREADABLE = marked("The settings file cannot be read. Check its permissions.")
GONE = marked("settings.toml is gone. Put it back, or change a setting to make a new one.")
NEWER_NOT_SAVED = marked("The settings were not saved: the file was written by a newer version.")
NOT_SAVED = marked(
    "The settings were not saved: the file cannot be written. Check its permissions."
)
DISK_FULL = marked("The settings were not saved: the disk is full.")

_FAULT = marked("{key} in settings.toml must be {must_be}; until then the default is in force.")
_ACCOUNT_FAULT = marked(
    "{key} in settings.toml must be {must_be}; until then the account is switched off."
)


def faults_note(faults: Sequence[SettingsFault], regional: Regional = ENGLISH) -> str:
    """Return which value is invalid, what it must be, and which value is used instead.

    A disabled account comes first; further faults are counted. "" without faults.
    """
    if not faults:
        return ""
    first = min(faults, key=lambda fault: not fault.account)
    note = regional.translate(_ACCOUNT_FAULT if first.account else _FAULT)
    note = note.replace("{must_be}", regional.translate(first.must_be)).replace("{key}", first.key)
    if len(faults) == 2:
        note += " " + regional.translate("There is something wrong with one more value.")
    elif more := len(faults) - 1:
        note += " " + regional.counted("There is something wrong with %n more value(s).", more)
    return note


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
