"""The alert memory of one account, kept over restarts."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import Enum

from wallet_tray.domain.alert import Alert, AlertKind
from wallet_tray.domain.alert_limits import AlertLimits
from wallet_tray.domain.forecast.outlook import Basis


class UntilToppedUp(Enum):
    """The snooze without a fixed end."""

    UNTIL_TOPPED_UP = "until-topped-up"


Snooze = datetime | UntilToppedUp | None


@dataclass(frozen=True, slots=True)
class Seen:
    """The last balance that was judged.

    ``hours_left`` and ``basis`` are None without a projection. ``account_id`` is "" if the service
    never sent one.
    """

    at: datetime
    total: Decimal
    available: Decimal
    amount_due: Decimal
    hours_left: Decimal | None = None
    account_id: str = ""
    basis: Basis | None = None


@dataclass(frozen=True, slots=True)
class OtherWallet:
    """Conditions said of another wallet that the service answered for until ``at``."""

    account_id: str
    said: frozenset[AlertKind]
    at: datetime


@dataclass(frozen=True, slots=True)
class AlertMemory:
    """The policy's complete memory of one account, kept over restarts.

    ``shown`` is the alert in the account's notification slot. ``undelivered`` is True until a
    notification service has accepted it. ``drops`` are recent spending rates, in units per hour.
    ``others`` are wallets that the service recently answered for, the latest one last.
    """

    seen: Seen | None = None
    limits: AlertLimits | None = None
    active: frozenset[AlertKind] = frozenset()
    said: frozenset[AlertKind] = frozenset()
    failing_since: datetime | None = None
    shown: Alert | None = None
    undelivered: bool = False
    snooze: Snooze = None
    drops: tuple[Decimal, ...] = ()
    others: tuple[OtherWallet, ...] = ()
