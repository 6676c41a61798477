"""The alert test on the screen: alerts of a simulated wallet, on the real path."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QObject, QTimer

from wallet_tray.alerts.controller import AlertController
from wallet_tray.alerts.notification import alert_notification
from wallet_tray.desktop.notifications.notifier import Notifier
from wallet_tray.domain.account import Account
from wallet_tray.domain.alert import Alert
from wallet_tray.domain.alert_memory import AlertMemory
from wallet_tray.domain.alert_samples import STEP, self_test_account, self_test_balances
from wallet_tray.domain.balance import Balance
from wallet_tray.text.locale import Locale


class AlertSelfTest(QObject):
    """Plays one alert test at a time; another request restarts it."""

    def __init__(
        self,
        notifier: Notifier,
        locale: Callable[[], Locale],
        step: timedelta = STEP,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._notifier = notifier
        self._locale = locale
        self._left: list[Balance] = []
        self._alerts: AlertController | None = None
        self._timer = QTimer(self, interval=step // timedelta(milliseconds=1))
        self._timer.timeout.connect(self._next)

    def start(self, account: Account) -> None:
        """Play low, critical, due and topped up, for an account like this one."""
        self._end()
        tested = self_test_account(account)
        self._left = self_test_balances(tested, datetime.now(UTC))
        self._alerts = AlertController(tested, AlertMemory(), parent=self)
        self._alerts.said.connect(self._show)
        self._alerts.closed.connect(self._close)
        self._timer.start()
        self._next()
        self._next()  # the first balance is fine and raises no alert

    def stop(self) -> None:
        """End the test and remove its notification from the screen."""
        self._close()
        self._end()

    def _next(self) -> None:
        if self._alerts is not None and self._left:
            self._alerts.take(self._left.pop(0))
        else:
            self._end()

    def _end(self) -> None:
        self._timer.stop()
        if self._alerts is not None:
            self._alerts.deleteLater()
            self._alerts = None

    def _show(self, alert: Alert) -> None:
        if self._alerts is not None:
            now = datetime.now().astimezone()
            account = self._alerts.account
            self._notifier.show(alert_notification(alert, account, now, self._locale()))

    def _close(self) -> None:
        if self._alerts is not None:
            self._notifier.close(self._alerts.account.id)
