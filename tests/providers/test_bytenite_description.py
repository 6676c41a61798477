"""ByteNite's description has the facts of its documentation, and of earlier versions."""

from decimal import Decimal

from tests.support.wallet_answers import shipped
from wallet_tray.providers import DEFAULT
from wallet_tray.providers.model import HeaderAuth
from wallet_tray.providers.provider import UnitKind
from wallet_tray.providers.strategies import AUTH, DETAILS, Exchange

PROVIDER = shipped(DEFAULT)


def test_description_has_the_facts() -> None:
    details = DETAILS[PROVIDER.strategies.details]
    exchange = AUTH[PROVIDER.strategies.auth]
    assert isinstance(exchange, Exchange)
    assert (PROVIDER.id, PROVIDER.name) == ("bytenite", "ByteNite")
    assert PROVIDER.base == "https://api.bytenite.com/v1"
    assert [request.path for request in PROVIDER.description.requests] == ["/wallet/balance"]
    assert exchange.path == "/auth/access_token"
    assert exchange.body("k") == b'{"apiKey": "k"}'
    assert PROVIDER.description.auth == HeaderAuth("Authorization")
    assert details.transactions_path == "/wallet/transactions"
    assert details.price_path == "/wallet/exchange_rate"
    assert PROVIDER.pages.top_up == "https://app.bytenite.com/billing"
    assert PROVIDER.key.page == "https://app.bytenite.com/profile"
    assert PROVIDER.known_unit("") == "BYC"
    assert PROVIDER.kind_of("BYC") is UnitKind.POINTS


def test_limits_are_those_of_the_settings() -> None:
    assert PROVIDER.usual_limits("BYC") == (Decimal(100), Decimal(20))


def test_specification_names_the_fields() -> None:
    """The pointers of the description are the fields of the specification."""
    names = {
        str(term.pointer) for terms in PROVIDER.description.amounts.values() for term in terms.parts
    }
    assert names == {"/totalBalance", "/availableBalance", "/amountDue"}
