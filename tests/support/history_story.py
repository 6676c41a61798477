"""A wallet whose balances a test gives one after the other, and what is seen of them."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

from tests.support.builders import Amount, balance, make_account, wallet_key
from wallet_tray.domain.balance import Balance, WalletId
from wallet_tray.domain.balance_series import BalanceSeries, ChartRange
from wallet_tray.domain.credential import Credential
from wallet_tray.domain.history_values import HourSpending, Sample
from wallet_tray.domain.money import Figure
from wallet_tray.history.history import History

BEGIN = datetime(2026, 3, 2, 8, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
GAP = timedelta(minutes=15)
WALLET = WalletId("w1")
KEY = wallet_key(WALLET)


class Story:
    """Time goes on by ``after`` with each balance."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.account = make_account()
        self.history = History(file)
        self.now = BEGIN

    def tell(
        self,
        total: Amount,
        after: timedelta = MINUTE,
        *,
        available: Amount | None = None,
        due: Amount = 0,
        wallet_id: str = WALLET,
        env_credential: Credential | None = None,
    ) -> Balance:
        """The wallet holds ``total`` some time later, and that is recorded."""
        self.now += after
        newest = balance(
            total if available is None else available,
            total=total,
            due=due,
            at=self.now,
            wallet_id=wallet_id,
        )
        self.history.record(self.account, newest, env_credential)
        return newest

    def latest(self, env_credential: Credential | None = None) -> Balance | None:
        return self.history.latest(self.account, env_credential, self.now)

    def spending(self, now: datetime | None = None) -> tuple[HourSpending, ...]:
        return self.history.spending(self.account, KEY, now or self.now)

    def samples(self, since: datetime = BEGIN - 4000 * DAY) -> tuple[Sample, ...]:
        return self.history.samples(self.account, KEY, since, self.now)

    def curve(self, span: ChartRange, gap: timedelta = GAP) -> BalanceSeries:
        return self.history.curve(self.account, KEY, span, self.now, gap)

    def totals(self) -> list[Decimal]:
        """The totals of all that is kept, oldest first."""
        recorded = self.history.recorded(self.account, None, self.now)
        return [one.sample.figures[Figure.TOTAL] for one in recorded]
