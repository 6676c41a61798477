"""What the examination is tried on: real servers, buses and X servers that misbehave."""

import importlib.util
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from wallet_tray.diagnostics.finding import Finding


def _conftest_of(folder: str) -> ModuleType:
    path = Path(__file__).parent.with_name(folder) / "conftest.py"
    spec = importlib.util.spec_from_file_location(f"wallet_tray_tests_{folder}_fixtures", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


_http = _conftest_of("http")
authority = _http.authority
fault_server = _http.fault_server
no_proxy_around = _http.no_proxy_around
resolver = _http.resolver
server_tls = _http.server_tls

if sys.platform == "linux":
    _desktop = _conftest_of("desktop")
    private_bus = _desktop.private_bus
    session_bus = _desktop.session_bus
    make_peer = _desktop.make_peer


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
