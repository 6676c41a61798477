"""Obstacles on the way to a service: proxy, certificate, host name."""

from dataclasses import dataclass

from wallet_tray.domain.problem import ProblemKind
from wallet_tray.examination.names import PROXY, SERVICE, TLS
from wallet_tray.http.probe import CertificateFlaw, Reach
from wallet_tray.text.doctor import Words
from wallet_tray.words import doctor_service as words

_FLAWS = {
    CertificateFlaw.EXPIRED: words.CERTIFICATE_EXPIRED,
    CertificateFlaw.NOT_VALID_YET: words.CERTIFICATE_NOT_VALID_YET,
    CertificateFlaw.OF_ANOTHER_HOST: words.CERTIFICATE_OF_ANOTHER_HOST,
    CertificateFlaw.NOT_TRUSTED: words.CERTIFICATE_NOT_TRUSTED,
}


@dataclass(frozen=True, slots=True)
class Obstacle:
    """The check that an obstacle belongs to, and its sentence."""

    check: str
    words: Words


def obstacle(reached: Reach, *, with_proxy: bool) -> Obstacle | None:
    """Return the obstacle, or None if the kind of problem already says everything."""
    if reached.flaw is not None:
        return Obstacle(TLS, _FLAWS[reached.flaw])
    if reached.no_tls:
        return Obstacle(TLS, words.NO_TLS)
    if with_proxy:
        return _of_proxy(reached)
    if not reached.name_found:
        slow = reached.kind is ProblemKind.TIMED_OUT
        return Obstacle(SERVICE, words.NAME_SILENT if slow else words.NAME_UNKNOWN)
    return None


def _of_proxy(reached: Reach) -> Obstacle | None:
    if reached.kind is ProblemKind.PROXY_LOGIN:
        return Obstacle(PROXY, words.PROXY_WANTS_LOGIN)
    if not reached.name_found:
        return Obstacle(PROXY, words.PROXY_NAME_UNKNOWN)
    if reached.kind in (ProblemKind.OFFLINE, ProblemKind.PROXY_REFUSED):
        return Obstacle(PROXY, words.PROXY_REFUSES)
    return None
