"""What the tests of the domain share."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture(scope="session")
def synthetic_wallets() -> ModuleType:
    """Made-up wallets whose truth is known: see synthetic_wallets.py."""
    path = Path(__file__).with_name("synthetic_wallets.py")
    spec = importlib.util.spec_from_file_location("wallet_tray_tests_synthetic_wallets", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module
