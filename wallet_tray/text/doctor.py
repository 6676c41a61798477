"""The findings of a diagnosis and their remedies, in one plain sentence each.

The finding fills in the ``{names}`` in braces. No sentence has a placeholder for a credential.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from wallet_tray.text.locale import ENGLISH, Locale, translatable

_PLACE = re.compile(r"\{([a-z_]+)\}")


@dataclass(frozen=True, slots=True)
class Message:
    """The source sentences of a finding; their use here marks them for the catalogues.

    ``todo`` is "" if there is nothing to do.
    """

    found: str
    todo: str = ""


@dataclass(frozen=True, slots=True)
class Translatable:
    """Words of ours that fill a placeholder; ``number`` is for a source with "%n"."""

    source: str
    number: int | None = None

    def __call__(self, locale: Locale) -> str:
        if self.number is None:
            return locale.translate(self.source)
        return locale.plural(self.source, self.number)


Value = str | Callable[[Locale], str]
"""The value of a placeholder: a literal name, or words in the reader's language."""


def filled(
    words: Message, values: Mapping[str, Value], locale: Locale = ENGLISH
) -> tuple[str, str]:
    """Return both sentences with their placeholders filled in a single pass.

    Braces in an inserted value are left alone.
    """

    def fill(place: re.Match[str]) -> str:
        value = values[place[1]]
        return value if isinstance(value, str) else value(locale)

    found, todo = (
        _PLACE.sub(fill, locale.translate(sentence)) if sentence else ""
        for sentence in (words.found, words.todo)
    )
    return found, todo


FAULT = Message(
    "This check failed by a fault of the program.", "The log tells more; please report it."
)
LATE = Message("There was no answer in time.", "Try again; if that goes on, log out and in again.")


TRAY_BUILT_IN = Message("The tray is part of this system.")
NO_DISPLAY_HERE = Message(
    "There is no display here, and so no tray.",
    "Run this on the desktop to examine its tray; 'wallet-tray balance' works everywhere.",
)
DISPLAY_SILENT = Message(
    "The display that DISPLAY or WAYLAND_DISPLAY names cannot be used.",
    "Run this in a terminal of the desktop itself.",
)
LIBRARY_MISSING = Message(
    "The tray icon cannot be shown: the system library {library} is missing.",
    "Install {library} with the system's package manager.",
)
TRAY_FOUND = Message("There is a tray{by}, and it shows tooltips.")
TRAY_WITHOUT_TOOLTIPS = Message(
    "There is a tray{by}, but this desktop shows no tooltips.",
    "Open the icon's menu: its first rows carry the figures.",
)
XEMBED_TRAY = Message("There is a tray of the older kind (XEmbed), and it shows tooltips.")
NO_TRAY = Message(
    "No panel here has a tray.",
    "Add a tray (also called notification area or status notifier) to your panel, or start a "
    "panel that has one.",
)
NO_TRAY_ON_GNOME = Message(
    "GNOME has no tray of its own.",
    "Install the extension 'AppIndicator and KStatusNotifierItem Support' and switch it on.",
)
TRAY_WITHOUT_PANEL = Message(
    "Tray icons are registered here{by}, but no panel shows them.",
    "Restart your panel, or add a tray to it.",
)
TRAY_SILENT = Message("The tray does not answer.", "Restart your panel, or log out and in again.")
NO_BUS = Message(
    "The session bus (D-Bus) cannot be reached, and trays are found through it.",
    "Log out and in again; DBUS_SESSION_BUS_ADDRESS must name the bus of this session.",
)

NOTIFIED_BY_SYSTEM = Message("Notifications come through the tray icon on this system.")
NOTIFIED = Message("{daemon} shows notifications, with buttons.")
NO_BUTTONS = Message(
    "{daemon} shows notifications, but no buttons on them.",
    "Open the wallet by the tray icon; or use another notification service.",
)
NO_BODY = Message(
    "{daemon} shows only the title of a notification.",
    "The title carries the balance; for more, use another notification service.",
)
NOTIFIED_ON_DEMAND = Message(
    "No notification service runs now; one is started for the first notification.",
    "Run 'wallet-tray doctor --alerts' to see what comes.",
)
NO_NOTIFICATIONS = Message(
    "There is no notification service, so no alert can be shown.",
    "Start one, such as dunst or mako; the tray icon carries every alert as well.",
)
NOTIFICATIONS_NOT_HERE = Message(
    "There is no desktop here that shows notifications.",
    "Run this on the desktop to examine them.",
)
NOTIFICATIONS_SILENT = Message(
    "The notification service does not answer, so alerts may not be shown.",
    "Restart it, or log out and in again.",
)
NO_BUS_FOR_NOTIFICATIONS = Message(
    "The session bus (D-Bus) cannot be reached, so no alert can be shown.",
    "Log out and in again; DBUS_SESSION_BUS_ADDRESS must name the bus of this session.",
)


SETTINGS_FINE = Message("{file} is read without a fault.")
SETTINGS_ABSENT = Message("There is no settings file, so the defaults are in force.")
SETTINGS_GONE = Message(
    "{file}, which listed accounts, is gone, and no account was examined.",
    "Put it back, or write an account into a new one.",
)
VARIABLE_UNUSED = Message(
    "{variable} is set and not used: {file} lists no account any more.",
    "Put the file back, or write the account that it is for into it.",
)
SETTINGS_NOT_TOML = Message(
    "{file} is no valid TOML, so it is not in force, and no account was examined.",
    "Correct it, or move it away to start over.",
)
SETTINGS_UNREADABLE = Message(
    "{file} cannot be read, and no account was examined.",
    "Check its permissions, or move it away to start over.",
)
SETTINGS_SILENT = Message(
    "The settings could not be read in time, and no account was examined.",
    "Check whether the disk or network drive with your files works.",
)
SETTINGS_NEWER = Message(
    "{file} was written by a newer version: it is used, but never changed.",
    "Install the newest version of this program.",
)
VALUE_FAULT = Message(
    "In {file} {key} must be {must_be}; its default is in force.", "Correct {key}."
)
ACCOUNT_FAULT = Message(
    "In {file} {key} must be {must_be}; until then the account is switched off.", "Correct {key}."
)
FURTHER_FAULTS = Message(
    "{count} more values in {file} cannot be used.", "Correct the ones above first."
)
UNKNOWN_KEYS = Message(
    "{file} has keys that are not known and have no effect: {keys}.",
    "Check their spelling.",
)
FILES_PRIVATE = Message("The folders of this program are open to you alone.")
FOLDER_LOOSE = Message(
    "Other users of this computer can look into {folder}.", "Run: chmod go-rwx {typed}"
)
FOLDER_FOREIGN = Message(
    "{folder} belongs to another user, so nothing is kept there.",
    "Move it away, or have its owner changed to you.",
)
PROXY_LOGIN_OPEN = Message(
    "{file} holds the proxy's password, and other users of this computer can read it.",
    "Run: chmod go-rwx {typed}",
)
FILES_SILENT = Message(
    "The folders of this program could not be looked at in time.",
    "Check whether the disk or network drive with your files works.",
)

HISTORY_EMPTY = Message("Nothing is recorded yet.")
HISTORY_FINE = Message("The history can be read: {size}.")
HISTORY_LARGE = Message(
    "The history can be read, but is larger than it should grow: {size}.",
    "Start the tray program: it thins the history out.",
)
HISTORY_UNREADABLE = Message(
    "The history in {file} cannot be read.",
    "Check its permissions, or move it away: a new one is begun.",
)
HISTORY_TOO_LONG = Message(
    "The path of the history is too long for SQLite, so nothing is recorded: {file}.",
    "Set XDG_DATA_HOME to a folder with a shorter path.",
)
HISTORY_DAMAGED = Message(
    "The history in {file} is no history, or is damaged.",
    "Nothing to do: at the next balance it is set aside and a new one is begun.",
)
HISTORY_NEWER = Message(
    "The history was written by a newer version, so nothing is recorded.",
    "Install the newest version of this program.",
)
NO_SQLITE = Message(
    "Nothing is recorded, as this Python lacks SQLite.",
    "Install it with the system's package manager, often as python3-sqlite3.",
)
HISTORY_SILENT = Message(
    "The history could not be read in time.",
    "Check whether the disk or network drive with your files works.",
)
AUTOSTART_FINE = Message("The program starts at login.")
AUTOSTART_OTHER = Message(
    "Another copy of the program starts at login: {program}.",
    "To have this one started, switch 'Start at login' off and on in its settings.",
)
AUTOSTART_GONE = Message(
    "What is to start at login is gone, or no longer finds the program: {program}.",
    "Switch 'Start at login' on in the settings to have this copy started.",
)
AUTOSTART_SILENT = Message(
    "What starts at login could not be looked at in time.",
    "Check whether the disk or network drive with your files works.",
)
PROGRAM_RUNS = Message("The tray program runs.")
PROGRAM_SILENT = Message(
    "The tray program runs, but does not react.",
    "End it and start it again: 'wallet-tray'.",
)
PROGRAM_WITHOUT_DOOR = Message(
    "The tray program runs, but a second start cannot reach it.",
    "End it and start it again: 'wallet-tray'.",
)
PROGRAM_ABSENT = Message("The tray program does not run.", "Start it: 'wallet-tray'.")
VERSIONS = Message("{versions}.")
QT_BREAKS = Message(
    "PySide6 {version} ends programs on Python {python} within hours (PYSIDE-3474).",
    "Run: pip install 'PySide6-Essentials<6.12'",
)
PACKAGE_MISSING = Message("The package {package} is missing.", "Reinstall this program.")


KEYRING_FOUND = Message("Credentials are kept in: {keyring}.")
KEYRING_NOT_NEEDED = Message(
    "There is no keyring; {variable} is used instead.",
    "To keep a credential, start your keyring (Secret Service or KWallet).",
)
KEYRING_MISSING = Message(
    "There is no keyring to keep credentials in.",
    "Start your keyring (Secret Service or KWallet), or set BYTENITE_API_KEY.",
)
KEYRING_LOCKED = Message(
    "The keyring ({keyring}) is locked, so nothing was looked up in it.",
    "Unlock it and run this again, or set BYTENITE_API_KEY.",
)
KEYRING_FAILED = Message(
    "The keyring ({keyring}) did not do what was asked of it.",
    "Check whether it works in other programs, then run this again.",
)
KEYRING_SILENT = Message("The keyring does not answer.", "Restart it, or log out and in again.")
KEYRING_MIGHT_ASK = Message(
    "Whether {keyring} holds {the_credential} was not looked up: it might ask for a password.",
    "Run 'wallet-tray balance' to use it.",
)
CREDENTIAL_KEPT = Message("The keyring holds {the_credential}.")
CREDENTIAL_MISSING = Message(
    "The keyring holds no {credential} for {host}.",
    "Run 'wallet-tray sign-in{option}'.",
)
CREDENTIAL_UNUSABLE = Message(
    "What the keyring holds cannot be {a_credential}.", "Run 'wallet-tray sign-in{option}'."
)
VARIABLE_IN_USE = Message("The {credential} comes from {variable}, not from the keyring.")
VARIABLE_UNUSABLE = Message(
    "What {variable} holds cannot be {a_credential}.",
    "Set {variable} to the whole of it, or unset it.",
)


NO_PROXY_USED = Message("{host} is asked directly, without a proxy.")
PROXY_USED = Message("{host} is asked through the proxy {proxy}, from {source}.")
PROXY_UNUSABLE = Message(
    "The proxy from {source} cannot be used: it is {flaw}.",
    'Write it like http://proxy.example:3128, or set network.proxy to "none".',
)
PROXY_NAME_UNKNOWN = Message(
    "The name of the proxy, {proxy}, was not found.", "Check the network and {source}."
)
PROXY_REFUSES = Message(
    "The proxy {proxy} cannot be reached, or does not let us through ({detail}).",
    "Check the network and {source}.",
)
PROXY_WANTS_LOGIN = Message(
    "The proxy {proxy} wants a user name and password.",
    "Put them into the proxy's address, or ask whoever runs it.",
)
TLS_FINE = Message("The connection to {host} is private: its certificate is trusted.")
TLS_NOT_NEEDED = Message("{host} is this computer itself, asked without TLS.")
CERTIFICATE_EXPIRED = Message(
    "The certificate of {host} has expired.",
    "Is this computer's clock right? If it is, only the service can put that right.",
)
CERTIFICATE_NOT_VALID_YET = Message(
    "The certificate of {host} is not valid yet.", "Is this computer's clock right?"
)
CERTIFICATE_OF_ANOTHER_HOST = Message(
    "What answers at {host} shows the certificate of another host.",
    "Check whether this network wants you to sign in to it, and api_url in {file}.",
)
CERTIFICATE_NOT_TRUSTED = Message(
    "The certificate of {host} is not trusted by this system.",
    "Check whether this network wants you to sign in to it. A company's own certificate belongs "
    "in the system's trust store.",
)
NO_TLS = Message(
    "What answers at {host} speaks no usable TLS.",
    "Check api_url in {file}, and whether this network wants you to sign in to it.",
)
NAME_UNKNOWN = Message(
    "The name {host} was not found.", "Check the network connection and api_url in {file}."
)
NAME_SILENT = Message(
    "The name {host} was not found in time.", "Check the network connection and its DNS server."
)
SERVICE_ANSWERS = Message("{host} answers.")
SERVICE_TROUBLE = Message("{what} ({detail}).", "{do}")
SERVICE_TROUBLE_PLAIN = Message("{what}.", "{do}")
# The flaws that the proxy parser may report.
PROXY_FLAWS = (translatable("no URL"), translatable("of an unknown kind"))
FROM_SETTINGS = translatable("network.proxy in the settings")
FROM_SYSTEM = translatable("the system or its environment")
SERVICE_ACCEPTS = Message("{service} accepts {the_credential} and tells the balance.")
SERVICE_REJECTS_VARIABLE = Message(
    "{service} rejects {the_credential} in {variable}.",
    "Make a new one on your profile page and set it.",
)
TOKEN_IN_VARIABLE_ENDED = Message(
    "The access token in {variable} no longer works: it lives for an hour at most.",
    "Set BYTENITE_API_KEY to an API key instead, which lasts.",
)
SERVICE_LATE = Message("{host} did not answer in time.", "Run this again in a while.")
CLOCK_RIGHT = Message("This computer's clock agrees with that of {host}.")
CLOCK_AHEAD = Message(
    "This computer's clock is {amount} ahead of that of {host}.",
    "Set the clock, or let the system do that by itself.",
)
CLOCK_BEHIND = Message(
    "This computer's clock is {amount} behind that of {host}.",
    "Set the clock, or let the system do that by itself.",
)
CLOCK_NOT_COMPARED = Message("The clock could not be compared: no service told the time.")
