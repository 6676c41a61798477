"""A wallet that the user watches: its ids, its service address and its limits."""

import ipaddress
import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple, NewType, Protocol
from urllib.parse import urlsplit

from wallet_tray.domain.alert import AlertLimits, OwnLimits
from wallet_tray.domain.credential import OWN_PREFIX, CredentialKind
from wallet_tray.domain.money import Figure

if TYPE_CHECKING:
    from wallet_tray.providers.provider import Provider

# The id of an account in the settings: the user chooses it. The service's own id is a WalletId.
AccountId = NewType("AccountId", str)
NO_ACCOUNT_ID = AccountId("")
DEFAULT_ID = AccountId("default")

_ID = re.compile(r"[a-z0-9_-]{1,32}\Z")
_LIKE_A_KEY = r"[a-z0-9]{20}|(?=[a-z]*[0-9])[a-z0-9]{16}|([0-9]+[a-z]+){4}"
_URL = re.compile(r"[^\s\x00-\x1f\x7f\\]{1,2048}\Z")
# Labels of 1 to 63 characters (RFC 1035, 2.3.4).
_HOST = re.compile(r"(?=[a-z0-9])([a-z0-9_-]{1,63}\.)*[a-z0-9_-]{1,63}(?<=[a-z0-9])\Z")
_DEFAULT_PORTS = {"https": 443, "http": 80}


class AccountChoice(NamedTuple):
    """What an account of the settings chooses.

    ``provider`` is "" for the usual one, ``api_url`` is "" where it is the provider's.
    """

    id: str
    provider: str = ""
    variant: str = ""
    fields: Mapping[str, str] = MappingProxyType({})
    api_url: str = ""


class ListedAccount(NamedTuple):
    """An account as the settings file lists it. An unusable one is disabled."""

    id: str
    provider: str  # the provider's id
    usable: bool


class Obstruction(Enum):
    """Why an account cannot be used."""

    NO_DESCRIPTION = "no-description"
    BAD_DESCRIPTION = "bad-description"
    NO_VARIANT = "no-variant"
    BAD_FIELD = "bad-field"
    NO_ADDRESS = "no-address"


class Unusable(NamedTuple):
    """An account without a provider; the other accounts go on.

    ``detail`` is the error of the description, or the id of the variant or field.
    """

    why: Obstruction
    detail: str = ""


class Providers(Protocol):
    """The source of the providers: the registry of descriptions."""

    @property
    def default(self) -> str:
        """The id of the usual provider."""
        ...

    def resolve(self, accounts: Iterable[AccountChoice]) -> "Mapping[str, Provider | Unusable]":
        """Return the provider of each account by the account's id, or why it has none."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """A wallet account as configured; ``api_url`` is in its canonical form.

    ``variant`` is "" for the provider's first one. ``fields`` are the provider's fields with their
    values. ``own_limits`` are the limits that the user wrote for it, ``usual_hours_left`` is the
    limit of all accounts.
    """

    id: AccountId = DEFAULT_ID
    label: str
    provider: "Provider"
    variant: str = ""
    fields: tuple[tuple[str, str], ...] = ()
    api_url: str
    credential: CredentialKind = CredentialKind.API_KEY
    top_up_url: str = ""
    own_limits: OwnLimits = OwnLimits()  # noqa: RUF009  an immutable value
    usual_hours_left: Decimal = Decimal(0)

    @property
    def unit(self) -> str:
        """The unit of the balance; "" if only an answer names it."""
        return self.provider.known_unit(self.variant)

    @property
    def due_unit(self) -> str:
        """The unit of the amount due; "" if this wallet states none, or only an answer names it."""
        if Figure.DUE not in self.provider.figures:
            return ""
        return self.provider.due_unit or self.unit

    @property
    def limits(self) -> AlertLimits:
        """The limits in the unit of the balance, as far as it is known before an answer."""
        return self.limits_in(self.unit)

    def limits_in(self, unit: str) -> AlertLimits:
        """Return the limits of a balance in this unit: the user's, else the provider's usual."""
        own = self.own_limits
        usual = self.provider.usual_limits(unit, self.variant)
        return AlertLimits(
            low_balance=_stated(own.low_balance, usual.low),
            critical_balance=_stated(own.critical_balance, usual.critical),
            amount_due=_stated(own.amount_due, None),
            hours_left=_stated(own.hours_left, self.usual_hours_left),
        )

    @property
    def host(self) -> str:
        """The host of ``api_url``, with its port unless it is the scheme's default."""
        return urlsplit(self.api_url).netloc

    @property
    def own_variable(self) -> str:
        """The environment variable for this account alone, wherever its address is."""
        return own_variable(self.id)

    @property
    def usual_variables(self) -> tuple[str, ...]:
        """The environment variables of the provider, if they may be used at this address.

        They are for the provider's own hosts, which are those of all its variants, and for this
        computer.
        """
        parts, provider = urlsplit(self.api_url), self.provider
        bases = [provider.base, *(provider.base_of(one.id) for one in provider.variants)]
        if parts.netloc in [urlsplit(base).netloc for base in bases if base]:
            return provider.key.environment
        return provider.key.environment if is_loopback(parts.hostname or "") else ()

    @property
    def suggested_variable(self) -> str:
        """The environment variable that messages propose for the key."""
        return (*self.usual_variables, self.own_variable)[0]

    @property
    def keyring_user(self) -> str:
        """The user name in the keyring.

        It includes the host, so a key never goes to another host.
        """
        return keyring_user(self.id, self.host)


def own_variable(account_id: str) -> str:
    """Return the name of the environment variable for the account with this id alone."""
    return OWN_PREFIX + account_id.upper().replace("-", "_")


def keyring_user(account_id: AccountId, host: str) -> str:
    """Return the user name in the keyring for an account id at a host."""
    return f"{account_id}@{host}"


def is_account_id(text: str) -> bool:
    """Return whether ``text`` is an account id: 1 to 32 characters of a-z, 0-9, '_' and '-'."""
    return _ID.match(text) is not None


def shown_id(account_id: AccountId) -> str:
    """Return the id for logs and for reports that users pass on, such as a diagnosis.

    An id that looks like a pasted key is cut to its first four characters. No word is that long,
    and no name mixes characters that much.
    """
    return f"{account_id[:4]}…" if re.search(_LIKE_A_KEY, account_id) else account_id


def is_loopback(host: str) -> bool:
    """Return whether ``host`` is "localhost" or a loopback address (127.0.0.0/8 or ::1)."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def canonical_url(text: str, *, allow_http_on_loopback: bool = False) -> str | None:
    """Return the URL with a lower-case punycode host and no trailing slash, or None.

    None means that no credential may be sent there. The URL is invalid, is not https, or contains a
    user name, a query, a fragment or illegal characters. ``allow_http_on_loopback`` also accepts
    plain http for loopback addresses.
    """
    if not _URL.match(text):
        return None
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        return None
    host = _canonical_host(parts.hostname or "")
    scheme = parts.scheme.lower()
    if host is None or port == 0 or "@" in parts.netloc or parts.query or parts.fragment:
        return None
    if "?" in text or "#" in text or not parts.path.isascii():
        return None
    if scheme != "https" and not (
        scheme == "http" and allow_http_on_loopback and is_loopback(host)
    ):
        return None
    at_port = "" if port in (None, _DEFAULT_PORTS[scheme]) else f":{port}"
    return f"{scheme}://{host}{at_port}{parts.path.rstrip('/')}"


def is_page_url(text: str) -> bool:
    """Return whether ``text`` is an https URL for a browser; query and fragment are allowed."""
    address = re.split("[?#]", text, maxsplit=1)[0]
    return _URL.match(text) is not None and canonical_url(address) is not None


def _stated(own: Decimal | None, usual: Decimal | None) -> Decimal:
    stated = usual if own is None else own
    return _OFF if stated is None else stated


def _canonical_host(host: str) -> str | None:
    if "%" in host:  # an IPv6 zone (RFC 6874) is local to this machine
        return None
    if ":" in host:  # an IPv6 address; urlsplit has removed its brackets
        try:
            return f"[{ipaddress.IPv6Address(host)}]"
        except ValueError:
            return None
    if not host.isascii():
        try:
            host = host.encode("idna").decode("ascii")  # loads large tables
        except UnicodeError:
            return None
    lower = host.lower()
    return lower if _HOST.match(lower) else None


_LENGTH = 32
_OFF = Decimal(0)


def free_account_id(label: str, taken: Collection[str]) -> AccountId:
    """Return an id derived from the label and not in ``taken``: "Büro 2" becomes "buro-2"."""
    plain = unicodedata.normalize("NFKD", label).encode("ascii", "ignore").decode().lower()
    stem = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:_LENGTH].strip("-") or "account"
    wanted, number = stem, 1
    while wanted in taken:
        number += 1
        ending = f"-{number}"
        wanted = stem[: _LENGTH - len(ending)] + ending
    return AccountId(wanted)
