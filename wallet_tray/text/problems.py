"""Problems and their remedies, in one or two plain sentences."""

from dataclasses import dataclass

from wallet_tray.domain.account import DEFAULT_ID, Account
from wallet_tray.domain.credential import CredentialKind, UnusableReason
from wallet_tray.domain.problem import Problem, ProblemKind
from wallet_tray.text.amounts import isolate
from wallet_tray.text.locale import ENGLISH, Locale, for_terminal, translatable


@dataclass(frozen=True, slots=True)
class _Words:
    short: str  # a few words for the tooltip and the menu
    what: str
    do: str = ""  # on the screen
    do_in_terminal: str = ""  # else the same as ``do``


_SOON = translatable("The program tries again by itself.")
_LATER = translatable("Try again in a while.")

_WORDS = {
    ProblemKind.SIGNED_OUT: _Words(
        translatable("not signed in"),
        translatable("You are not signed in to {service}."),
        translatable("Sign in with an API key."),
        for_terminal("Run 'wallet-tray sign-in', or set {key_variable}."),
    ),
    ProblemKind.CREDENTIAL_REJECTED: _Words(
        translatable("API key rejected"),
        translatable("{service} rejects {the_credential}."),
        translatable("Make a new one on your profile page and sign in again."),
        for_terminal("Make a new one on your profile page and run 'wallet-tray sign-in'."),
    ),
    ProblemKind.ACCESS_TOKEN_ENDED: _Words(
        translatable("access token ended"),
        translatable("The access token no longer works: it lives for an hour at most."),
        translatable("Sign in with an API key, which lasts."),
        for_terminal("Run 'wallet-tray sign-in' with an API key, which lasts."),
    ),
    ProblemKind.CREDENTIAL_UNUSABLE: _Words(
        translatable("API key unusable"),
        translatable("What is set for {service} cannot be {a_credential}."),
        translatable("Sign in again."),
        for_terminal("Check {key_variable}, or run 'wallet-tray sign-in'."),
    ),
    ProblemKind.ACCOUNT_UNUSABLE: _Words(
        translatable("settings unusable"),
        translatable("The settings of {service} cannot be used."),
        translatable("Correct the account in the settings file."),
        for_terminal("Correct the account in settings.toml."),
    ),
    ProblemKind.PROXY_UNUSABLE: _Words(
        translatable("proxy unusable"),
        translatable("The proxy setting cannot be used."),
        translatable("Check network.proxy in the settings and the system's proxy."),
    ),
    ProblemKind.KEYRING_MISSING: _Words(
        translatable("no keyring"),
        translatable("There is no keyring to take {the_credential} from."),
        translatable(
            "Start your keyring (Secret Service or KWallet), or sign in for this run only."
        ),
        for_terminal("Start your keyring (Secret Service or KWallet), or set {key_variable}."),
    ),
    ProblemKind.KEYRING_LOCKED: _Words(
        translatable("keyring locked"),
        translatable("Your keyring is locked."),
        translatable("Unlock it and try again."),
        for_terminal("Unlock it and try again, or set {key_variable}."),
    ),
    ProblemKind.KEYRING_WAITING: _Words(
        translatable("waiting for keyring"),
        translatable("Your keyring is waiting to be unlocked."),
        translatable("Answer its question to go on."),
        for_terminal("Answer its question and try again, or set {key_variable}."),
    ),
    ProblemKind.KEYRING_FAILED: _Words(
        translatable("keyring failed"),
        translatable("Your keyring did not do what was asked of it."),
        translatable("Check whether it works in other programs, then try again."),
    ),
    ProblemKind.FORBIDDEN: _Words(
        translatable("no permission"),
        translatable("{service} does not let {the_credential} read the balance."),
        translatable("Sign in with one that may."),
    ),
    ProblemKind.BLOCKED: _Words(
        translatable("account blocked"),
        translatable("{service} has blocked this account."),
        translatable("Its website says why."),
    ),
    ProblemKind.NO_WALLET: _Words(
        translatable("no wallet"),
        translatable("{service} has no wallet for {the_credential}."),
        translatable("Check whether it belongs to an account with prepaid credit."),
    ),
    ProblemKind.BAD_REQUEST: _Words(
        translatable("request refused"),
        translatable("{service} did not accept the request."),
        translatable("Check whether there is a newer version of this program."),
    ),
    ProblemKind.NOT_FOUND: _Words(
        translatable("address not found"),
        translatable("There is no wallet at the address of {service}."),
        translatable(
            "Check the address in the settings, or look for a newer version of this program."
        ),
        for_terminal(
            "Check api_url in settings.toml, or look for a newer version of this program."
        ),
    ),
    ProblemKind.RATE_LIMITED: _Words(
        translatable("asked too often"),
        translatable("{service} asks to be asked less often."),
        _SOON,
        _LATER,
    ),
    ProblemKind.SERVICE_FAILED: _Words(
        translatable("service has trouble"),
        translatable("{service} has trouble at the moment."),
        _SOON,
        _LATER,
    ),
    ProblemKind.REDIRECTED: _Words(
        translatable("sent elsewhere"),
        translatable("{service} sends requests to another address, which is not followed."),
        translatable("Check whether this network wants you to sign in to it."),
    ),
    ProblemKind.OFFLINE: _Words(
        translatable("offline"),
        translatable("{service} cannot be reached."),
        translatable("Check the network connection."),
        translatable("Check the network connection and the address in settings.toml."),
    ),
    ProblemKind.PROXY_REFUSED: _Words(
        translatable("proxy refused"),
        translatable("The proxy does not let this program through to {service}."),
        translatable("Check network.proxy in the settings and the system's proxy."),
    ),
    ProblemKind.PROXY_LOGIN: _Words(
        translatable("proxy wants a login"),
        translatable("The proxy wants a user name and password."),
        translatable("Sign in to your network, or put both into network.proxy in the settings."),
    ),
    ProblemKind.TIMED_OUT: _Words(
        translatable("no answer in time"),
        translatable("{service} did not answer in time."),
        _SOON,
        _LATER,
    ),
    ProblemKind.NOT_PRIVATE: _Words(
        translatable("connection not private"),
        translatable("The connection to {service} is not private."),
        translatable("Check whether this network wants you to sign in to it."),
    ),
    ProblemKind.CLOCK_WRONG: _Words(
        translatable("connection not private"),
        translatable("The certificate of {service} is not valid yet."),
        translatable("Check whether this computer's clock is right."),
    ),
    ProblemKind.PROTOCOL_BROKEN: _Words(
        translatable("answer cut off"),
        translatable("The connection to {service} broke in the middle of an answer."),
        _SOON,
        _LATER,
    ),
    ProblemKind.NOT_THE_SERVICE: _Words(
        translatable("not the service"),
        translatable("The answer is a web page and not from {service}."),
        translatable("Check whether this network wants you to sign in to it."),
    ),
    ProblemKind.NOT_UNDERSTOOD: _Words(
        translatable("answer not understood"),
        translatable("The answer of {service} could not be understood."),
        translatable("If that goes on, look for a newer version of this program."),
    ),
    ProblemKind.REPLACED: _Words(
        translatable("restart needed"),
        translatable("Wallet Tray was upgraded or removed since it was started."),
        translatable("Quit it and start it again."),
    ),
    ProblemKind.FAULT: _Words(
        translatable("fault in this program"),
        translatable("Something in this program went wrong."),
        translatable("The log tells more; the program tries again by itself."),
        translatable("The log tells more."),
    ),
}

# With their articles, which differ between languages.
_THE_CREDENTIAL = {
    CredentialKind.API_KEY: translatable("the API key"),
    CredentialKind.ACCESS_TOKEN: translatable("the access token"),
}
_A_CREDENTIAL = {
    CredentialKind.API_KEY: translatable("an API key"),
    CredentialKind.ACCESS_TOKEN: translatable("an access token"),
}

_UNUSABLE = {
    UnusableReason.EMPTY: translatable("Nothing was entered."),
    UnusableReason.TOO_LONG: translatable(
        "This cannot be {a_credential}: it is longer than 8,192 characters."
    ),
    UnusableReason.BLANKS: translatable(
        "This cannot be {a_credential}: there are spaces or line breaks in it."
    ),
    UnusableReason.CONTROLS: translatable(
        "This cannot be {a_credential}: there are control characters in it."
    ),
    UnusableReason.NON_ASCII: translatable(
        "This cannot be {a_credential}: there are characters in it that are not allowed."
    ),
}


def problem_short(problem: Problem, locale: Locale = ENGLISH) -> str:
    """Return a few words for places where a sentence does not fit."""
    return locale.translate(_WORDS[problem.kind].short)


def problem_sentence(
    problem: Problem, account: Account, locale: Locale = ENGLISH, *, terminal: bool = False
) -> str:
    """Return what happened and what to do, for the screen or a terminal."""
    parts = problem_parts(problem, account, locale, terminal=terminal)
    return " ".join(part for part in parts if part)


def problem_parts(
    problem: Problem, account: Account, locale: Locale = ENGLISH, *, terminal: bool = False
) -> tuple[str, str]:
    """Return what happened, and what to do ("" for nothing), as two sentences."""
    words = _WORDS[problem.kind]
    do = (words.do_in_terminal or words.do) if terminal else words.do
    what, do = (
        _filled(locale.translate(part), account, locale) if part else ""
        for part in (words.what, do)
    )
    if terminal and account.id != DEFAULT_ID:  # without the option, it is the first account's
        do = do.replace("wallet-tray sign-in'", f"wallet-tray sign-in --account {account.id}'")
    return what, do


def the_credential(kind: CredentialKind, locale: Locale = ENGLISH) -> str:
    """Return for example "the API key"."""
    return locale.translate(_THE_CREDENTIAL[kind])


def a_credential(kind: CredentialKind, locale: Locale = ENGLISH) -> str:
    """Return for example "an API key"."""
    return locale.translate(_A_CREDENTIAL[kind])


def _filled(sentence: str, account: Account, locale: Locale) -> str:
    for slot, name in (
        ("{the_credential}", the_credential(account.credential, locale)),
        ("{a_credential}", a_credential(account.credential, locale)),
        ("{key_variable}", account.suggested_variable),
    ):
        sentence = sentence.replace(slot, name)
    # The label comes last: it is the user's and may contain anything.
    return sentence.replace("{service}", isolate(account.label))


_FROM_ENVIRONMENT = {
    ProblemKind.CREDENTIAL_REJECTED: translatable(
        "{service} rejects {the_credential} that it was given by {variable}. "
        "Set another one and start the program again."
    ),
    ProblemKind.ACCESS_TOKEN_ENDED: translatable(
        "The access token in {variable} no longer works: it lives for an hour at most. "
        "Set {key_variable} instead and start the program again."
    ),
    ProblemKind.CREDENTIAL_UNUSABLE: translatable(
        "What {variable} holds cannot be a credential. "
        "Set the whole of it and start the program again."
    ),
}


def environment_problem_sentence(
    problem: Problem, account: Account, variable: str, locale: Locale = ENGLISH
) -> str:
    """Return the sentence for a credential from this environment variable, or "".

    Signing in cannot fix that credential. "" if the source makes no difference.
    """
    source = _FROM_ENVIRONMENT.get(problem.kind)
    if source is None:
        return ""
    return _filled(locale.translate(source).replace("{variable}", variable), account, locale)


def unusable_sentence(
    reason: UnusableReason, kind: CredentialKind, locale: Locale = ENGLISH
) -> str:
    """Return why an entered text cannot be a credential, and what to do."""
    sentence = locale.translate(_UNUSABLE[reason])
    sentence = sentence.replace("{a_credential}", a_credential(kind, locale))
    return f"{sentence} " + locale.translate("Copy the whole of it once more and try again.")
