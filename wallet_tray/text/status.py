"""The state of an account in a few words, and how the user wants it shown."""

from dataclasses import dataclass
from datetime import datetime

from wallet_tray.domain.account_snapshot import Wallet, beyond_in, is_overdrawn, level_in
from wallet_tray.domain.account_state import known_problem
from wallet_tray.domain.alert import Beyond
from wallet_tray.domain.balance import Level
from wallet_tray.domain.settings import IconStyle
from wallet_tray.providers.provider import AtZero
from wallet_tray.text.locale import ENGLISH, Locale, translatable

_LEVELS = {
    Level.LOW: translatable("low"),
    Level.CRITICAL: translatable("critical"),
    Level.EMPTY: translatable("empty"),
}
_BEYOND = {
    Beyond.AMOUNT_DUE: translatable("amount due above the limit"),
    Beyond.HOURS_LEFT: translatable("time left below the limit"),
}

# By what the service does at 0; None if that is not known.
_EMPTY = {
    AtZero.STOPS: translatable("Empty: jobs stop until the wallet is topped up"),
    AtZero.DELETES: translatable("Empty: what you have there may be deleted"),
    AtZero.DEBT: translatable("Empty: further use becomes a debt"),
    AtZero.BLOCKS: translatable("Empty: blocked until the wallet is topped up"),
    None: translatable("Empty: top up to continue"),
}
_OVERDRAWN = {
    AtZero.STOPS: translatable("Overdrawn: jobs stop until the wallet is topped up"),
    AtZero.DELETES: translatable("Overdrawn: what you have there may be deleted"),
    AtZero.DEBT: translatable("Overdrawn: further use adds to the debt"),
    AtZero.BLOCKS: translatable("Overdrawn: blocked until the wallet is topped up"),
    None: translatable("Overdrawn: top up to continue"),
}


@dataclass(frozen=True, slots=True)
class DisplayOptions:
    """The user's display preferences; ``now`` is aware and in the user's zone."""

    now: datetime
    hide_amounts: bool = False
    icon: IconStyle = IconStyle.METER
    locale: Locale = ENGLISH


def limit_words(wallet: Wallet, locale: Locale = ENGLISH) -> list[str]:
    """Return the level and the other crossed limits, each in a few words."""
    level = level_word(wallet, locale)
    return [*filter(None, [level]), *(locale.translate(_BEYOND[one]) for one in beyond_in(wallet))]


def level_word(wallet: Wallet, locale: Locale = ENGLISH) -> str:
    """Return the level of the last known balance; "" for one that is fine or unknown."""
    if is_overdrawn(wallet):
        return locale.translate("overdrawn")
    level = level_in(wallet)
    return locale.translate(_LEVELS[level]) if level else ""


def empty_text(wallet: Wallet, locale: Locale = ENGLISH) -> str:
    """Return what being empty or overdrawn means at this service."""
    sentences = _OVERDRAWN if is_overdrawn(wallet) else _EMPTY
    return locale.translate(sentences[wallet.account.provider.at_zero])


def remarks(wallet: Wallet, options: DisplayOptions) -> list[str]:
    """Return short remarks about the figures."""
    locale, problem = options.locale, known_problem(wallet.state)
    words = limit_words(wallet, locale)
    if problem is not None:
        from wallet_tray.text.problems import problem_short  # most views have no problem

        words.append(problem_short(problem, locale))
    if wallet.paused:
        words.append(locale.translate("refreshing paused"))
    if wallet.snoozed:
        words.append(locale.translate("alerts snoozed"))
    return words
