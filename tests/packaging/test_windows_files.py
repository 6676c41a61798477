"""What the files for Windows must agree on."""

from pathlib import Path

from wallet_tray import APP_ID
from wallet_tray.desktop.autostart.windows import NAME, RUN

WINDOWS = Path(__file__).resolve().parents[2] / "packaging" / "windows"
INSTALLER = (WINDOWS / "wallet-tray.nsi").read_text(encoding="utf-8")


def test_program_and_shortcut_have_one_id() -> None:
    hook = (WINDOWS / "own_identity.py").read_text(encoding="utf-8")
    assert f'AppUserModelID("{APP_ID}")' in "".join(hook.split())
    assert f'!define ID "{APP_ID}"' in INSTALLER


def test_program_and_installer_have_one_start_at_login() -> None:
    assert f'!define RUN "{RUN}"' in INSTALLER
    assert f'WriteRegStr HKCU "${{RUN}}" "{NAME}"' in INSTALLER
    assert INSTALLER.count(f'DeleteRegValue HKCU "${{RUN}}" "{NAME}"') == 1
