"""The differences between wallet services: hosts, paths, units, pages.

Only this file and the provider's own parsers know a host, a path, a unit or a page.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Provider:
    """The facts about one wallet service.

    Paths are appended to an account's ``api_url``. ``transactions_path`` and ``exchange_rate_path``
    are "" if a service has no such call. ``unit`` is that of the balances, ``amount_due_unit`` that
    of the amount due.
    """

    name: str
    label: str
    api_url: str
    balance_path: str
    access_token_path: str
    unit: str
    amount_due_unit: str
    top_up_url: str
    api_keys_url: str
    transactions_path: str = ""
    exchange_rate_path: str = ""


# https://docs.bytenite.com describes the paths; the two pages belong to its web application.
BYTENITE = Provider(
    name="bytenite",
    label="ByteNite",
    api_url="https://api.bytenite.com/v1",
    balance_path="/wallet/balance",
    access_token_path="/auth/access_token",  # noqa: S106  a path
    unit="BYC",
    amount_due_unit="USD",
    top_up_url="https://app.bytenite.com/billing",
    api_keys_url="https://app.bytenite.com/profile",
    transactions_path="/wallet/transactions",
    exchange_rate_path="/wallet/exchange_rate",
)

PROVIDERS = {BYTENITE.name: BYTENITE}
