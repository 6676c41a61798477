"""Short names of crossed limits besides those of the balance, shown while they are crossed."""

from collections.abc import Mapping

from wallet_tray.domain.alert_limits import Beyond
from wallet_tray.text.locale import marked

BEYOND: Mapping[Beyond, str] = {
    Beyond.AMOUNT_DUE: marked("amount due above the limit"),
    Beyond.HOURS_LEFT: marked("time left below the limit"),
}
