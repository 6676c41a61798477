"""Results of actions and checks as text: erasing, export, start at login, start, diagnosis."""

from collections.abc import Sequence

from wallet_tray.domain.problem import ProblemKind
from wallet_tray.domain.results import (
    AutostartRefusal,
    Erasure,
    Export,
    ExportRefusal,
)
from wallet_tray.domain.settings import NotSavedReason, SettingsFault
from wallet_tray.text.locale import ENGLISH, Locale, translatable

_KEPT = {
    ProblemKind.KEYRING_LOCKED: translatable(
        "Your keyring is locked, so the keys in it could not be removed."
    ),
    ProblemKind.KEYRING_WAITING: translatable(
        "Your keyring is waiting to be unlocked; the keys in it are removed when you do."
    ),
    ProblemKind.KEYRING_MISSING: translatable("There is no keyring to remove the keys from."),
}
_OTHERWISE = translatable("Your keyring failed, so the keys in it could not be removed.")


def erasure_sentence(erasure: Erasure, locale: Locale = ENGLISH) -> str:
    """Return a confirmation, or what remained and why."""
    sentences = []
    if erasure.problem is not None:
        sentences.append(locale.translate(_KEPT.get(erasure.problem, _OTHERWISE)))
    if erasure.left is not None:
        sentence = locale.translate("{file} could not be removed; remove it by hand.")
        # A path has no spaces, so allow a line break after each folder.
        path = str(erasure.left).replace("/", "/\u200b").replace("\\", "\\\u200b")
        sentences.append(sentence.replace("{file}", path))
    if sentences:
        sentences.append(locale.translate("Everything else was erased."))
    else:
        sentences.append(locale.translate("Everything was erased; your settings are kept."))
    if erasure.from_environment:
        sentences.append(locale.translate("The key in the environment stays in use."))
    return " ".join(sentences)


def autostart_sentence(refusal: AutostartRefusal, locale: Locale = ENGLISH) -> str:
    """Return what happened and what to do."""
    translate = locale.translate
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
    ExportRefusal.EXISTS: translatable(
        "Another program has made {file} meanwhile. Nothing was replaced; choose another name."
    ),
    ExportRefusal.FULL: translatable("The disk is full, so {file} was not written."),
    ExportRefusal.UNWRITABLE: translatable("{file} cannot be written. Choose another folder."),
}


def export_sentence(export: Export, locale: Locale = ENGLISH) -> str:
    """Return the number of balances in the file, or the reason for the refusal."""
    if export.refusal is not None:
        sentence = locale.translate(_REFUSALS[export.refusal])
    elif not export.rows:
        sentence = locale.translate("Nothing is recorded yet: {file} holds the headings alone.")
    else:
        sentence = locale.plural("%n recorded balance(s) written to {file}.", export.rows)
    return sentence.replace("{file}", export.file)


_SENTENCE = translatable("Wallet Tray ended unexpectedly three times in a row.")


def cautious_start_sentence(locale: Locale = ENGLISH) -> str:
    """Return a sentence that the program ended unexpectedly several times."""
    return locale.translate(_SENTENCE)


_SILENT = translatable(
    "Wallet Tray runs already, but does not answer. End it ({process}), then start it again."
)
_FAR = translatable(
    "Wallet Tray runs already on the computer {computer}, which uses the same home folder. "
    "End it there to have it here."
)
_SILENT_SOMEWHERE = translatable(
    "Wallet Tray runs already, but does not answer. It hangs, or runs on another computer that "
    "uses the same home folder. End it, then start it again."
)
_ELSEWHERE = translatable(
    "Wallet Tray runs already, on another display. End it there to have it here."
)
_FOREIGN = translatable(
    "The folder {folder} is not yours alone, so Wallet Tray keeps nothing in it and does not "
    "start. Move it away, or have its owner changed to you."
)
_NO_LOCK = translatable(
    "Wallet Tray cannot make sure that it runs only once, as no file can be locked in {folder}. "
    "Check whether the folder is there and open to you."
)


def silent_sentence(process: int | None, computer: str, locale: Locale = ENGLISH) -> str:
    """Return the sentence for another running program that does not respond.

    ``process`` is its process id, None if unknown. ``computer`` is the one that it runs on, or ""
    for this one.
    """
    if process is None:
        return locale.translate(_SILENT_SOMEWHERE)
    if computer:
        return locale.translate(_FAR).replace("{computer}", computer)
    return locale.translate(_SILENT).replace("{process}", f"PID {process}")


def elsewhere_sentence(locale: Locale = ENGLISH) -> str:
    """Return the sentence for another program that runs on another display."""
    return locale.translate(_ELSEWHERE)


def foreign_folder_sentence(folder: str, locale: Locale = ENGLISH) -> str:
    """Return the sentence for a needed folder that another user owns or can change."""
    return locale.translate(_FOREIGN).replace("{folder}", folder)


def no_lock_sentence(folder: str, locale: Locale = ENGLISH) -> str:
    """Return the sentence for a lock that cannot be taken: two programs would run side by side."""
    return locale.translate(_NO_LOCK).replace("{folder}", folder)


_NO_TRAY = translatable("This desktop shows no tray icons, so the wallet has a window of its own.")
_AGAIN = translatable("Start Wallet Tray once more to see this window again after closing it.")
_ANY_PANEL = translatable(
    "For an icon, add a tray (also called notification area or status notifier) to your panel, or "
    "start a panel that has one."
)
_BAR = translatable(
    "For an icon, start a bar that has a tray, such as waybar with its module 'tray'."
)

# By lower-case name in XDG_CURRENT_DESKTOP; the first match counts.
_ADVICE = {
    "gnome": translatable(
        "For an icon, install the extension 'AppIndicator and KStatusNotifierItem Support' and "
        "switch it on."
    ),
    "kde": translatable("For an icon, add the widget 'System Tray' to a panel."),
    "xfce": translatable("For an icon, add 'Status Tray Plugin' to the panel."),
    "lxqt": translatable("For an icon, add the widget 'Status Notifier' to the panel."),
    "mate": translatable("For an icon, add 'Notification Area' to the panel."),
    "x-cinnamon": translatable("For an icon, add 'XApp Status Applet' to the panel."),
    "sway": _BAR,
    "hyprland": _BAR,
    "niri": _BAR,
    "river": _BAR,
    "labwc": _BAR,
    "wayfire": _BAR,
}


def no_tray_note(current_desktop: str, locale: Locale = ENGLISH) -> str:
    """Explain why there is a window, and how to get a tray on this ``XDG_CURRENT_DESKTOP``.

    The names match the panels' own lists (Xfce 4.18, LXQt 1.2, Plasma 5.27 and 6, MATE, Cinnamon).
    """
    names = current_desktop.lower().replace(";", ":").split(":")
    advice = next((_ADVICE[name] for name in names if name in _ADVICE), _ANY_PANEL)
    return " ".join(locale.translate(part) for part in (_NO_TRAY, advice, _AGAIN))


NOT_TOML = translatable(
    "The settings file is no valid TOML, so it is not in force. Correct settings.toml."
)
UNREADABLE = translatable("The settings file cannot be read. Check its permissions.")
GONE = translatable("settings.toml is gone. Put it back, or change a setting to make a new one.")
_NOT_SAVED = {
    NotSavedReason.NEWER: translatable(
        "The settings were not saved: the file was written by a newer version."
    ),
    NotSavedReason.UNWRITABLE: translatable(
        "The settings were not saved: the file cannot be written. Check its permissions."
    ),
    NotSavedReason.FULL: translatable("The settings were not saved: the disk is full."),
}

_FAULT = translatable(
    "{key} in settings.toml must be {must_be}; until then the default is in force."
)
_ACCOUNT_FAULT = translatable(
    "{key} in settings.toml must be {must_be}; until then the account is switched off."
)


def not_saved_sentence(reason: NotSavedReason, locale: Locale = ENGLISH) -> str:
    """Return why the settings were not saved."""
    return locale.translate(_NOT_SAVED[reason])


def faults_note(faults: Sequence[SettingsFault], locale: Locale = ENGLISH) -> str:
    """Return which value is invalid, what it must be, and which value is used instead.

    A disabled account comes first; further faults are counted. "" without faults.
    """
    if not faults:
        return ""
    first = min(faults, key=lambda fault: not fault.account)
    note = locale.translate(_ACCOUNT_FAULT if first.account else _FAULT)
    note = note.replace("{must_be}", locale.translate(first.must_be)).replace("{key}", first.key)
    if len(faults) == 2:
        note += " " + locale.translate("There is something wrong with one more value.")
    elif more := len(faults) - 1:
        note += " " + locale.plural("There is something wrong with %n more value(s).", more)
    return note


_NAMES = {
    "tray": translatable("Tray"),
    "notifications": translatable("Notifications"),
    "keyring": translatable("Keyring"),
    "settings": translatable("Settings"),
    "files": translatable("Files"),
    "proxy": translatable("Proxy"),
    "tls": translatable("Encryption (TLS)"),
    "service": translatable("Service"),
    "clock": translatable("Clock"),
    "history": translatable("History"),
    "program": translatable("Program"),
    "autostart": translatable("Start at login"),
    "versions": translatable("Versions"),
}

STATES = {
    "ok": translatable("All right"),
    "note": translatable("Note"),
    "problem": translatable("Problem"),
}
"""The text of each finding state."""


def check_name(check: str, account: str = "", locale: Locale = ENGLISH) -> str:
    """Return the name of a check, with the account's label if there are several accounts."""
    name = locale.translate(_NAMES[check]) if check in _NAMES else check
    return f"{name} ({account})" if account else name


def diagnosis_summary(problems: int, notes: int, locale: Locale = ENGLISH) -> str:
    """Return a one-sentence summary."""
    if not problems and not notes:
        return locale.translate("All is well.")
    some_problems = locale.plural("%n problem(s)", problems)
    some_notes = locale.plural("%n note(s)", notes)
    if not problems:
        return locale.translate("No problem, {notes}.").replace("{notes}", some_notes)
    if not notes:
        return f"{some_problems}."
    both = locale.translate("{problems}, {notes}.")
    return both.replace("{problems}", some_problems).replace("{notes}", some_notes)
