"""The command line's own sentences, in English only."""

from collections.abc import Sequence
from pathlib import Path

from wallet_tray.domain.account import Account
from wallet_tray.domain.credential import CredentialKind
from wallet_tray.domain.problem import Problem, ProblemKind
from wallet_tray.domain.settings import NotSavedReason, SettingsFault

KEYRING_WAIT_SENTENCE = "Waiting for your keyring to be unlocked…"
FAULT_SENTENCE = "Something in this program went wrong. The log tells more; please try again."
NOT_WRITTEN = "The output could not be written. Check whether the disk is full."
NOTHING_REMOVED = "Nothing was removed."
CANNOT_HIDE = (
    "This terminal cannot hide what is typed. "
    "Hand the credential in on standard input instead, such as from a file."
)
NOT_STORED = "It was not stored."
STORE_UNCHECKED = "It was not stored; 'wallet-tray sign-in --no-verify' stores it unchecked."
HISTORY_UNREADABLE = (
    "What was recorded cannot be read: it is damaged, closed to you, of a newer version, or under "
    "too long a path. "
    "The log says which."
)
NOTHING_RECORDED_SHORT = "nothing recorded yet"
ONE_FORMAT = "Wrong usage, choose one of --json and --format. See 'wallet-tray balance --help'."
CACHED_OR_MAX_AGE = (
    "Wrong usage, --cached takes what was recorded however old it is: leave --max-age away. "
    "See 'wallet-tray balance --help'."
)

_NAMES = {CredentialKind.API_KEY: "API key", CredentialKind.ACCESS_TOKEN: "access token"}
# What to do if the keyring did not store or remove a credential; the sentence goes on.
_KEYRING = {
    ProblemKind.KEYRING_MISSING: "Start your keyring (Secret Service or KWallet) and try again",
    ProblemKind.KEYRING_LOCKED: "Unlock it and try again",
    ProblemKind.KEYRING_WAITING: "Answer its question and try again",
    ProblemKind.KEYRING_FAILED: "Check whether it works in other programs and try again",
}


def no_display_sentence(missing_library: str) -> str:
    """Explain why the tray program cannot open a display.

    ``missing_library`` is a file name or "".
    """
    if missing_library:
        return (
            f"The tray icon cannot be shown because the system library {missing_library} is "
            "missing. Install it, or use 'wallet-tray balance'."
        )
    return "There is no display to show the tray icon on. Use 'wallet-tray balance' in a terminal."


def settings_trouble_sentence(trouble: str, path: Path) -> str:
    """Explain why the settings file is unusable; ``trouble`` is a SettingsTrouble value."""
    return f"The settings file {path} is {trouble}. Correct it, or move it away to start over."


def account_fault_sentence(fault: SettingsFault) -> str:
    """Report a value that makes its account unusable."""
    return f"In settings.toml {fault.key} must be {fault.must_be}. Correct it and try again."


def unknown_account_sentence(known: Sequence[str]) -> str:
    """Report that there is no account with that id."""
    which = "There is only" if len(known) == 1 else "There are"
    return f"There is no such account. {which} {', '.join(known)}."


def settings_not_saved_sentence(reason: NotSavedReason) -> str:
    """Report that the kind of credential was not saved."""
    from wallet_tray.text.results import not_saved_sentence  # rarely needed

    return f"{not_saved_sentence(reason)} Nothing was stored."


def balance_problem_sentence(
    problem: Problem, account: Account, variable: str | None = None
) -> str:
    """Explain why there is no balance.

    ``variable`` is the environment variable with the credential, or None for the keyring.
    """
    if variable is not None:
        name = _NAMES[account.credential]
        if problem.kind is ProblemKind.CREDENTIAL_REJECTED:
            return (
                f"{account.label} rejects the {name} in {variable}. "
                "Make a new one on your profile page and set it."
            )
        if problem.kind is ProblemKind.FORBIDDEN:
            return (
                f"{account.label} does not let the {name} in {variable} read the balance. "
                "Set one that may."
            )
        if problem.kind is ProblemKind.ACCESS_TOKEN_ENDED:
            return (
                f"The access token in {variable} no longer works: it lives for an hour at most. "
                f"Set {account.suggested_variable} to an API key instead, which lasts."
            )
        if problem.kind is ProblemKind.CREDENTIAL_UNUSABLE:
            return f"What {variable} holds cannot be an {name}. Copy the whole of it once more."

    from wallet_tray.text.problems import problem_sentence

    return problem_sentence(problem, account, terminal=True)


def nothing_recorded_sentence(account: Account, *, from_environment: bool = False) -> str:
    """Report that no recorded balance is available.

    ``from_environment`` is true if the credential comes from the environment. Balances recorded
    with another credential may belong to another wallet, so they do not count.
    """
    where = "the environment" if from_environment else "the keyring"
    return (
        f"No balance of {account.label} has been recorded yet with the "
        f"{_NAMES[account.credential]} in {where}. "
        "Start the tray program, or run 'wallet-tray balance'."
    )


def nothing_recorded_since_sentence(account: Account, *, bounded: bool) -> str:
    """Report that the history has no rows to print.

    ``bounded`` is true if only later rows were requested.
    """
    when = "in that time" if bounded else "yet"
    return f"No balance of {account.label} has been recorded {when}."


def affordable_sentence(available: str, asked: str, *, covers: bool) -> str:
    """Report whether the balance covers an amount; both include their unit."""
    answer = "Yes" if covers else "No"
    word = "which covers" if covers else "which does not cover"
    return f"{answer}: {available} are available, {word} {asked}."


def credential_prompt(account: Account) -> str:
    """Return the label of the hidden prompt."""
    name = _NAMES[account.credential]
    return f"{name[0].upper()}{name[1:]} for {account.label} (it stays hidden): "


def key_not_saved_sentence(problem: Problem, account: Account) -> str:
    """Explain why the keyring did not store the credential of a sign-in."""
    variable = account.suggested_variable
    instead = f"or set {variable} instead"
    if account.credential is CredentialKind.ACCESS_TOKEN:
        token_variable = _token_variable(account)
        instead = f"or set {variable} to an API key instead, which lasts"
        if token_variable is not None:
            instead = f"or set {token_variable} instead, or {variable} to an API key, which lasts"
    return _keyring_sentence(problem, account, f", {instead}.")


def not_removed_sentence(problem: Problem, account: Account) -> str:
    """Explain why the credential could not be removed from the keyring."""
    return _keyring_sentence(problem, account, ".")


def key_not_deleted_sentence(problem: Problem, account: Account, *, else_removed: bool) -> str:
    """Explain the same for an erase.

    ``else_removed`` is true if the recorded and remembered data was removed.
    """
    sentence = not_removed_sentence(problem, account)
    return f"{sentence} Everything else was removed." if else_removed else sentence


def signed_in_sentence(account: Account, *, demo: bool, checked: bool) -> str:
    """Confirm a sign-in and name the credential's storage."""
    name = _NAMES[account.credential]
    place = "in memory, as this is the demo" if demo else "in your keyring"
    did = f"You are signed in to {account.label}." if checked else "It was not checked."
    lasts = ""
    if account.credential is CredentialKind.ACCESS_TOKEN:
        lasts = " It works for an hour at most; an API key lasts."
    return f"{did} The {name} is kept {place}.{lasts}"


def signed_out_sentence(account: Account) -> str:
    """Confirm a sign-out."""
    return f"You are signed out of {account.label}."


def environment_sentence(variable: str) -> str:
    """Warn that the environment variable takes precedence over the keyring."""
    return f"{variable} is set and goes on being used until it is unset."


def environment_unused_sentence(variable: str) -> str:
    """Warn that the variable is not used, because the settings list no account any more."""
    return (
        f"{variable} is not used: settings.toml lists no account any more. "
        "Put the file back, or write the account that it is for into it."
    )


def own_variable_unused_sentence(account: Account, shared: Sequence[str]) -> str:
    """Warn that the account's own variable is not used.

    ``shared`` are the ids of several accounts that it would be for. Without them, the settings do
    not list the account.
    """
    variable = account.own_variable
    if shared:
        return (
            f"{variable} is not used: it could be for {' or '.join(shared)}. "
            "Give one of them another id in settings.toml."
        )
    return f"{variable} is not used: settings.toml does not list the account {account.id}."


def erase_question(labels: Sequence[str]) -> str:
    """Ask for confirmation and list what will be removed."""
    return (
        f"Remove the credential, the recorded balances and the remembered alerts of "
        f"{', '.join(labels)}? [y/N] "
    )


def erased_sentence(labels: Sequence[str]) -> str:
    """Confirm an erase and name what it does not touch."""
    return (
        f"Everything recorded and remembered about {', '.join(labels)} was removed, and so were "
        "the keys. Your settings, the log and the choice about start at login are kept."
    )


def not_erased_sentence(path: Path) -> str:
    """Report a file that could not be removed."""
    return f"{path} could not be removed. Remove it by hand."


def _token_variable(account: Account) -> str | None:
    """Return the variable for an access token that this account may use; None without one."""
    return next((v for v in account.usual_variables if account.provider.is_token_variable(v)), None)


def _keyring_sentence(problem: Problem, account: Account, end: str) -> str:
    from wallet_tray.text.problems import problem_parts, problem_sentence

    if problem.kind not in _KEYRING:
        return problem_sentence(problem, account, terminal=True)
    what, _ = problem_parts(problem, account, terminal=True)
    if problem.kind is ProblemKind.KEYRING_MISSING:  # which is not asked for the credential here
        what = f"There is no keyring here for the {_NAMES[account.credential]}."
    return f"{what} {_KEYRING[problem.kind]}{end}"
