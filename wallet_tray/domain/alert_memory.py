"""What the alerts of one account remember, over restarts too."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import Enum

from wallet_tray.domain.alert import Alert, AlertKind
from wallet_tray.domain.alert_limits import AlertLimits
from wallet_tray.domain.outlook import Basis


class UntilToppedUp(Enum):
    """The snooze without an end of its own."""

    UNTIL_TOPPED_UP = "until-topped-up"


Snooze = datetime | UntilToppedUp | None


@dataclass(frozen=True, slots=True)
class Seen:
    """The last balance that was judged.

    ``hours_left`` and ``basis`` are None where nothing is projected, ``account_id`` is "" where
    none was ever told.
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
    """What was said of a wallet that the service answered for before, until ``at``."""

    account_id: str
    said: frozenset[AlertKind]
    at: datetime


@dataclass(frozen=True, slots=True)
class AlertMemory:
    """All that the policy remembers of one account, over restarts too.

    ``shown`` is the alert in the account's notification slot; ``undelivered`` says that no
    notification service has taken it yet. ``drops`` are recent speeds of spending, unit an hour.
    ``others`` are wallets that the same account was answered for lately, the last one at the end.
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
