"""What the examination is tried on: real servers, buses and X servers that misbehave."""

import sys
from collections.abc import Callable
from typing import Any

import pytest

from tests.http.conftest import (  # noqa: F401
    authority,
    fault_server,
    no_proxy_around,
    resolver,
    server_tls,
)
from wallet_tray.diagnostics.finding import Finding

if sys.platform == "linux":
    from tests.desktop.conftest import make_peer, private_bus, session_bus  # noqa: F401


@pytest.fixture
def said() -> Callable[..., list[tuple[str, str, str]]]:
    """What a check says: (check, state, what was found). Each problem says what to do."""

    def say(findings: Any) -> list[tuple[str, str, str]]:
        lines = []
        for finding in findings:
            assert isinstance(finding, Finding)
            found, todo = finding.sentences()
            assert todo or finding.state == "ok" or finding.check == "clock"
            lines.append((finding.check, finding.state.value, found))
        return lines

    return say
