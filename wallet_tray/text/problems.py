"""Problems and their remedies, in one or two plain sentences."""

from dataclasses import dataclass
from enum import Enum

from wallet_tray.domain.account import Account
from wallet_tray.domain.credential import CredentialKind, UnusableReason
from wallet_tray.domain.problem import Problem, ProblemKind
from wallet_tray.text.amounts import in_sentence
from wallet_tray.text.locale import ENGLISH, Regional, for_terminal, marked


class Remedy(Enum):
    """The button that solves a problem."""

    NONE = "none"
    SIGN_IN = "sign-in"
    TRY_AGAIN = "try-again"
    SETTINGS = "settings"
    RESUME = "resume"


@dataclass(frozen=True, slots=True)
class _Words:
    short: str  # a few words for the tooltip and the menu
    what: str
    do: str = ""  # on the screen
    do_in_terminal: str = ""  # else the same as ``do``
    remedy: Remedy = Remedy.TRY_AGAIN


_SOON = marked("The program tries again by itself.")
_LATER = marked("Try again in a while.")

_WORDS = {
    ProblemKind.SIGNED_OUT: _Words(
        marked("not signed in"),
        marked("You are not signed in to {service}."),
        marked("Sign in with an API key."),
        for_terminal("Run 'wallet-tray sign-in', or set BYTENITE_API_KEY."),
        Remedy.SIGN_IN,
    ),
    ProblemKind.CREDENTIAL_REJECTED: _Words(
        marked("API key rejected"),
        marked("{service} rejects {the_credential}."),
        marked("Make a new one on your profile page and sign in again."),
        for_terminal("Make a new one on your profile page and run 'wallet-tray sign-in'."),
        Remedy.SIGN_IN,
    ),
    ProblemKind.ACCESS_TOKEN_ENDED: _Words(
        marked("access token ended"),
        marked("The access token no longer works: it lives for an hour at most."),
        marked("Sign in with an API key, which lasts."),
        for_terminal("Run 'wallet-tray sign-in' with an API key, which lasts."),
        Remedy.SIGN_IN,
    ),
    ProblemKind.CREDENTIAL_UNUSABLE: _Words(
        marked("API key unusable"),
        marked("What is set for {service} cannot be {a_credential}."),
        marked("Sign in again."),
        for_terminal("Check BYTENITE_API_KEY, or run 'wallet-tray sign-in'."),
        Remedy.SIGN_IN,
    ),
    ProblemKind.ACCOUNT_UNUSABLE: _Words(
        marked("settings unusable"),
        marked("The settings of {service} cannot be used."),
        marked("Correct the account in the settings file."),
        for_terminal("Correct the account in settings.toml."),
        Remedy.SETTINGS,
    ),
    ProblemKind.PROXY_UNUSABLE: _Words(
        marked("proxy unusable"),
        marked("The proxy setting cannot be used."),
        marked("Check network.proxy in the settings and the system's proxy."),
        "",
        Remedy.SETTINGS,
    ),
    ProblemKind.KEYRING_MISSING: _Words(
        marked("no keyring"),
        marked("There is no keyring to take {the_credential} from."),
        marked("Start your keyring (Secret Service or KWallet), or sign in for this run only."),
        for_terminal("Start your keyring (Secret Service or KWallet), or set BYTENITE_API_KEY."),
        Remedy.SIGN_IN,
    ),
    ProblemKind.KEYRING_LOCKED: _Words(
        marked("keyring locked"),
        marked("Your keyring is locked."),
        marked("Unlock it and try again."),
        for_terminal("Unlock it and try again, or set BYTENITE_API_KEY."),
    ),
    ProblemKind.KEYRING_WAITING: _Words(
        marked("waiting for keyring"),
        marked("Your keyring is waiting to be unlocked."),
        marked("Answer its question to go on."),
        for_terminal("Answer its question and try again, or set BYTENITE_API_KEY."),
    ),
    ProblemKind.KEYRING_FAILED: _Words(
        marked("keyring failed"),
        marked("Your keyring did not do what was asked of it."),
        marked("Check whether it works in other programs, then try again."),
    ),
    ProblemKind.FORBIDDEN: _Words(
        marked("no permission"),
        marked("{service} does not let {the_credential} read the balance."),
        marked("Sign in with one that may."),
        "",
        Remedy.SIGN_IN,
    ),
    ProblemKind.BAD_REQUEST: _Words(
        marked("request refused"),
        marked("{service} did not accept the request."),
        marked("Check whether there is a newer version of this program."),
    ),
    ProblemKind.NOT_FOUND: _Words(
        marked("address not found"),
        marked("There is no wallet at the address of {service}."),
        marked("Check the address in the settings, or look for a newer version of this program."),
        for_terminal(
            "Check api_url in settings.toml, or look for a newer version of this program."
        ),
    ),
    ProblemKind.RATE_LIMITED: _Words(
        marked("asked too often"), marked("{service} asks to be asked less often."), _SOON, _LATER
    ),
    ProblemKind.SERVICE_FAILED: _Words(
        marked("service has trouble"), marked("{service} has trouble at the moment."), _SOON, _LATER
    ),
    ProblemKind.REDIRECTED: _Words(
        marked("sent elsewhere"),
        marked("{service} sends requests to another address, which is not followed."),
        marked("Check whether this network wants you to sign in to it."),
    ),
    ProblemKind.OFFLINE: _Words(
        marked("offline"),
        marked("{service} cannot be reached."),
        marked("Check the network connection."),
        marked("Check the network connection and the address in settings.toml."),
    ),
    ProblemKind.PROXY_REFUSED: _Words(
        marked("proxy refused"),
        marked("The proxy does not let this program through to {service}."),
        marked("Check network.proxy in the settings and the system's proxy."),
    ),
    ProblemKind.PROXY_LOGIN: _Words(
        marked("proxy wants a login"),
        marked("The proxy wants a user name and password."),
        marked("Sign in to your network, or put both into network.proxy in the settings."),
        "",
        Remedy.SETTINGS,
    ),
    ProblemKind.TIMED_OUT: _Words(
        marked("no answer in time"), marked("{service} did not answer in time."), _SOON, _LATER
    ),
    ProblemKind.NOT_PRIVATE: _Words(
        marked("connection not private"),
        marked("The connection to {service} is not private."),
        marked("Check whether this network wants you to sign in to it."),
    ),
    ProblemKind.CLOCK_WRONG: _Words(
        marked("connection not private"),
        marked("The certificate of {service} is not valid yet."),
        marked("Check whether this computer's clock is right."),
    ),
    ProblemKind.PROTOCOL_BROKEN: _Words(
        marked("answer cut off"),
        marked("The connection to {service} broke in the middle of an answer."),
        _SOON,
        _LATER,
    ),
    ProblemKind.NOT_THE_SERVICE: _Words(
        marked("not the service"),
        marked("The answer is a web page and not from {service}."),
        marked("Check whether this network wants you to sign in to it."),
    ),
    ProblemKind.NOT_UNDERSTOOD: _Words(
        marked("answer not understood"),
        marked("The answer of {service} could not be understood."),
        marked("If that goes on, look for a newer version of this program."),
    ),
    ProblemKind.REPLACED: _Words(
        marked("restart needed"),
        marked("Wallet Tray was upgraded or removed since it was started."),
        marked("Quit it and start it again."),
        "",
        Remedy.NONE,
    ),
    ProblemKind.FAULT: _Words(
        marked("fault in this program"),
        marked("Something in this program went wrong."),
        marked("The log tells more; the program tries again by itself."),
        marked("The log tells more."),
    ),
}

# With their articles, which differ between languages.
_THE_CREDENTIAL = {
    CredentialKind.API_KEY: marked("the API key"),
    CredentialKind.ACCESS_TOKEN: marked("the access token"),
}
_A_CREDENTIAL = {
    CredentialKind.API_KEY: marked("an API key"),
    CredentialKind.ACCESS_TOKEN: marked("an access token"),
}

_UNUSABLE = {
    UnusableReason.EMPTY: marked("Nothing was entered."),
    UnusableReason.TOO_LONG: marked(
        "This cannot be {a_credential}: it is longer than 8,192 characters."
    ),
    UnusableReason.BLANKS: marked(
        "This cannot be {a_credential}: there are spaces or line breaks in it."
    ),
    UnusableReason.CONTROLS: marked(
        "This cannot be {a_credential}: there are control characters in it."
    ),
    UnusableReason.NON_ASCII: marked(
        "This cannot be {a_credential}: there are characters in it that are not allowed."
    ),
}


def problem_short(problem: Problem, regional: Regional = ENGLISH) -> str:
    """Return a few words for places where a sentence does not fit."""
    return regional.translate(_WORDS[problem.kind].short)


def problem_sentence(
    problem: Problem, account: Account, regional: Regional = ENGLISH, *, terminal: bool = False
) -> str:
    """Return what happened and what to do, for the screen or a terminal."""
    parts = problem_parts(problem, account, regional, terminal=terminal)
    return " ".join(part for part in parts if part)


def problem_parts(
    problem: Problem, account: Account, regional: Regional = ENGLISH, *, terminal: bool = False
) -> tuple[str, str]:
    """Return what happened, and what to do ("" for nothing), as two sentences."""
    words = _WORDS[problem.kind]
    do = (words.do_in_terminal or words.do) if terminal else words.do
    what, do = (
        _filled(regional.translate(part), account, regional) if part else ""
        for part in (words.what, do)
    )
    return what, do


def the_credential(kind: CredentialKind, regional: Regional = ENGLISH) -> str:
    """Return for example "the API key"."""
    return regional.translate(_THE_CREDENTIAL[kind])


def a_credential(kind: CredentialKind, regional: Regional = ENGLISH) -> str:
    """Return for example "an API key"."""
    return regional.translate(_A_CREDENTIAL[kind])


def _filled(sentence: str, account: Account, regional: Regional) -> str:
    for slot, name in (
        ("{the_credential}", the_credential(account.credential, regional)),
        ("{a_credential}", a_credential(account.credential, regional)),
    ):
        sentence = sentence.replace(slot, name)
    # The label comes last: it is the user's and may contain anything.
    return sentence.replace("{service}", in_sentence(account.label))


_FROM_ENVIRONMENT = {
    ProblemKind.CREDENTIAL_REJECTED: marked(
        "{service} rejects {the_credential} that it was given by BYTENITE_API_KEY or "
        "BYTENITE_ACCESS_TOKEN. Set another one and start the program again."
    ),
    ProblemKind.ACCESS_TOKEN_ENDED: marked(
        "The access token in BYTENITE_ACCESS_TOKEN no longer works: it lives for an hour at most. "
        "Set BYTENITE_API_KEY instead and start the program again."
    ),
    ProblemKind.CREDENTIAL_UNUSABLE: marked(
        "What BYTENITE_API_KEY or BYTENITE_ACCESS_TOKEN holds cannot be a credential. "
        "Set the whole of it and start the program again."
    ),
}


def environment_problem_sentence(
    problem: Problem, account: Account, regional: Regional = ENGLISH
) -> str:
    """Return the sentence for a credential from an environment variable, or "".

    Signing in cannot fix that credential. "" if the source makes no difference.
    """
    source = _FROM_ENVIRONMENT.get(problem.kind)
    return "" if source is None else _filled(regional.translate(source), account, regional)


def problem_remedy(problem: Problem) -> Remedy:
    """Return the button to offer."""
    return _WORDS[problem.kind].remedy


def unusable_sentence(
    reason: UnusableReason, kind: CredentialKind, regional: Regional = ENGLISH
) -> str:
    """Return why an entered text cannot be a credential, and what to do."""
    sentence = regional.translate(_UNUSABLE[reason])
    sentence = sentence.replace("{a_credential}", a_credential(kind, regional))
    return f"{sentence} " + regional.translate("Copy the whole of it once more and try again.")
