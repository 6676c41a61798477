"""An alert as a desktop notification, with text and the buttons that help. No Qt."""

from datetime import datetime

from wallet_tray.desktop.notifications.model import Notification
from wallet_tray.domain.account import Account
from wallet_tray.domain.alert import Alert, AlertKind
from wallet_tray.text.alerts import alert_body, alert_title
from wallet_tray.text.locale import ENGLISH, Locale

OPEN, TOP_UP, SNOOZE = "default", "top-up", "snooze"

_TOPPING_UP_HELPS = frozenset(AlertKind) - {
    AlertKind.CREDENTIAL_REJECTED,
    AlertKind.ACCESS_TOKEN_ENDS,
    AlertKind.NO_BALANCE,
}


def alert_notification(
    alert: Alert,
    account: Account,
    now: datetime,
    locale: Locale = ENGLISH,
    *,
    hide_amounts: bool = False,
) -> Notification:
    """Return the notification for the account's slot; ``now`` is in the reader's zone."""
    translate = locale.translate
    helps = account.top_up_url and alert.kind in _TOPPING_UP_HELPS
    top_up = ((TOP_UP, translate("Top up")),) if helps else ()
    return Notification(
        slot=account.id,
        title=alert_title(alert, account, now, locale, hidden=hide_amounts),
        body=alert_body(alert, account, now, locale, hidden=hide_amounts),
        urgent=alert.urgent,
        # The default action comes last: Budgie drops the button that follows it.
        actions=(*top_up, (SNOOZE, translate("Snooze")), (OPEN, translate("Open"))),
    )
