"""The descriptions by their ids: the shipped ones, and the user's own.

There is no list of them: an id is the name of a file. Only those that are asked for are opened, and
each time, so a file that the user mends counts at once.
"""

import re
from collections.abc import Callable, Collection, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from wallet_tray.domain.account import Account, AccountChoice, Obstruction, Unusable
from wallet_tray.domain.credential import OWN_PREFIX, is_key_variable
from wallet_tray.providers import DEFAULT
from wallet_tray.providers.provider import (
    FIELD_PATTERNS,
    MAX_SIZE,
    DescriptionError,
    Provider,
    provider_from,
)

if TYPE_CHECKING:
    from wallet_tray.providers.model import Auth

SHIPPED = Path(__file__).with_name("shipped")

_ID = re.compile(r"[a-z0-9-]{1,32}")


class UnknownProviderError(LookupError):
    """No description has this id."""


class Registry:
    """The descriptions in the package, and those in the user's folder if there is one."""

    default = DEFAULT

    def __init__(self, own_folder: Path | None = None, shipped: Path = SHIPPED) -> None:
        self._own_folder = own_folder
        self._shipped = shipped

    def ids(self) -> tuple[str, ...]:
        """Return all ids in order, without opening a description."""
        return tuple(sorted({*_ids_in(self._shipped), *_ids_in(self._own_folder)}))

    def provider(self, identity: str) -> Provider:
        """Return the description. A shipped one counts before the user's own.

        Raises UnknownProviderError or DescriptionError.
        """
        if _ID.fullmatch(identity):
            shipped = _load(self._shipped, identity, provider_from)
            if shipped is not None:
                return shipped
            own = _load(self._own_folder, identity, self._checked) if self._own_folder else None
            if own is not None:
                return own
        raise UnknownProviderError("no such description")

    def resolve(self, accounts: Iterable[AccountChoice]) -> dict[str, Provider | Unusable]:
        """Return the provider of each account by the account's id, or why it has none."""
        found: dict[str, Provider | Unusable] = {}
        resolved: dict[str, Provider | Unusable] = {}
        for account in accounts:
            identity = account.provider or DEFAULT
            if identity not in found:
                found[identity] = self._found(identity)
            provider = found[identity]
            if isinstance(provider, Provider):
                provider = _misfit(provider, account) or provider
            resolved[account.id] = provider
        return resolved

    def _found(self, identity: str) -> Provider | Unusable:
        try:
            return self.provider(identity)
        except UnknownProviderError:
            return Unusable(Obstruction.NO_DESCRIPTION)
        except DescriptionError as error:
            return Unusable(Obstruction.BAD_DESCRIPTION, error.sentence)

    def _checked(self, body: bytes, file: str) -> Provider:
        """Return the provider of a user's own description, checked to its end."""
        from wallet_tray.providers.description import OwnRules, parse  # the whole grammar

        return parse(body, file, OwnRules(_ids_in(self._shipped), self._shipped_variables))

    def _shipped_variables(self) -> frozenset[str]:
        """Return all variables of shipped wallets; this opens every shipped description."""
        found: set[str] = set()
        for identity in _ids_in(self._shipped):
            provider = _load(self._shipped, identity, provider_from)
            if provider is not None:
                found.update(provider.key.environment)
                found.update(*(part.environment for part in provider.fields))
        return frozenset(found)


def usual_account(api_url: str = "") -> Account:
    """Return the account of a fresh installation; ``api_url`` is "" for the provider's own."""
    provider = Registry().provider(DEFAULT)
    return Account(
        label=provider.name,
        provider=provider,
        api_url=api_url or provider.base,
        top_up_url="" if api_url else provider.pages.top_up,
    )


def key_variables(names: Collection[str], identity: str = "*") -> set[str]:
    """Return the environment variables among ``names`` that may hold a key of a wallet.

    They are the accounts' own ones, and those of the shipped description ``identity``, by default
    of all. A description is only searched, which takes a tenth of a millisecond, and only if a name
    looks like that of a key.
    """
    likely = {name for name in names if is_key_variable(name)}
    own = {name for name in likely if name.startswith(OWN_PREFIX)}
    if likely == own:
        return own
    try:
        texts = [path.read_bytes() for path in SHIPPED.glob(f"{identity}.toml")]
    except OSError:
        return likely
    return own | {name for name in likely if any(f'"{name}"'.encode() in one for one in texts)}


def _ids_in(folder: Path | None) -> frozenset[str]:
    if folder is None:
        return frozenset()
    try:
        names = [path.stem for path in folder.iterdir() if path.suffix == ".toml"]
    except OSError:
        return frozenset()
    return frozenset(name for name in names if _ID.fullmatch(name))


def _load(folder: Path, identity: str, read: Callable[[bytes, str], Provider]) -> Provider | None:
    """Return the description in the folder, or None if there is none."""
    path = folder / f"{identity}.toml"
    name = path.name
    try:
        if not path.is_file():
            if path.is_symlink() or path.exists():  # opening a pipe would wait for ever
                raise DescriptionError(name, 1, "", "no file; write a file of that name")
            return None
        with path.open("rb") as file:
            body = file.read(MAX_SIZE + 1)
    except OSError:
        raise DescriptionError(name, 1, "", "cannot be read; check its permissions") from None
    provider = read(body, name)
    if provider.id != identity:
        raise DescriptionError(name, 1, "id", f'write "{identity}", as the file is named')
    return provider


def _misfit(provider: Provider, account: AccountChoice) -> Unusable | None:
    try:
        variant = provider.variant(account.variant)
    except LookupError:
        return Unusable(Obstruction.NO_VARIANT, account.variant)
    for part in provider.fields:
        value = account.fields.get(part.id, "")
        if part.optional and not value:
            continue
        if not re.fullmatch(FIELD_PATTERNS[part.pattern], value) or value in (".", ".."):
            return Unusable(Obstruction.BAD_FIELD, part.id)
    if not (account.api_url or provider.base or (variant and variant.base)):
        return Unusable(Obstruction.NO_ADDRESS)
    return None


def fingerprint(provider: Provider) -> str:
    """Return a digest of all that decides where the key goes and which key it is.

    The user's consent to an own description is bound to it.
    """
    import hashlib  # slow to load, and shipped descriptions need no consent
    import json

    auth = provider.description.auth
    where = [
        provider.base,
        [[variant.id, variant.base] for variant in provider.variants],
        [[part.id, part.pattern, *part.environment] for part in provider.fields],
        list(provider.key.environment),
        [type(auth).__name__, *_members(auth)],
        [
            [
                request.method,
                request.path,
                request.query,
                request.headers,
                request.body,
                [request.take.name, str(request.take.at)] if request.take else None,
            ]
            for request in provider.description.requests
        ],
    ]
    return hashlib.sha256(json.dumps(where).encode()).hexdigest()


def _members(auth: "Auth") -> tuple[str, ...]:
    from wallet_tray.providers import model

    match auth:
        case model.BearerAuth():
            return ()
        case model.HeaderAuth(name, prefix):
            return (name, prefix)
        case model.BasicAuth(name) | model.QueryAuth(name) | model.BodyAuth(name):
            return (name,)
