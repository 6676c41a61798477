"""A package installed, used, upgraded and purged in a bare Debian, with what was seen."""

import json
import shlex
import subprocess
import sys
from pathlib import Path

from proof.bare_system import USER, BareSystem
from workshop import PACKAGING, ROOT, WORK, say

sys.path.insert(0, str(ROOT))
from run import DESKTOP_PACKAGES

# What a desktop has, and what the story itself needs.
_DESKTOP = f"{DESKTOP_PACKAGES} gnome-keyring python3 python3-jeepney python3-pil"

_NO_DISPLAY = 7  # exit code

# Loads every program and library of the bundle as the system's loader would.
_UNRESOLVED = """{ find /usr/lib/wallet-tray -type f \\( -name '*.so*' -o -perm /100 \\) |
LD_LIBRARY_PATH=/usr/lib/wallet-tray/parts xargs ldd 2>/dev/null | grep 'not found' | sort -u; }"""


def prove_deb(system: BareSystem, older: Path, newer: Path) -> dict:
    """Run the whole proof in a made system and return the figures; end if something is wrong."""
    say(f"{system.release}: installed on the bare system by apt …")
    old, new = system.bring(older), system.bring(newer)
    system.install(old)
    unresolved = system.run(
        "sh", "-c", f"if test -d /usr/lib/wallet-tray; then {_UNRESOLVED} || true; fi"
    )
    if unresolved:
        sys.exit(f"{system.release}: libraries are missing:\n{unresolved}")
    facts: dict = {"packages it needs": _count(system)}
    system.run("wallet-tray", "balance", "--demo", user=USER)
    facts["without a display"] = _exit_code(system, "wallet-tray")
    if facts["without a display"] != _NO_DISPLAY:
        sys.exit(f"{system.release}: ends with {facts['without a display']} without a display")
    system.run("apt-get", "-qq", "-y", "purge", "wallet-tray")

    say(f"{system.release}: on a desktop …")
    system.install(*_DESKTOP.split())
    harness = system.bring(ROOT / "tests" / "end_to_end")
    story = system.bring(PACKAGING / "proof" / "story.py")
    system.run("chown", "-R", f"{USER}:{USER}", "/opt/proof")
    before = system.files()
    system.install(old)
    facts["seen"] = _play(system, ["/usr/bin/python3", story, harness, "/opt/proof/seen.png"], new)
    picture = WORK / f"seen-{system.release}.png"
    picture.write_bytes((system.root / "opt/proof/seen.png").read_bytes())

    system.run("apt-get", "-qq", "-y", "purge", "wallet-tray")
    left = sorted(system.files() - before)
    facts["files left after purge"] = len(left)
    if left or before - system.files():
        sys.exit(f"{system.release}: left {left[:20]}, gone {sorted(before - system.files())[:20]}")
    return facts


def _play(system: BareSystem, story: list[str], newer: str) -> dict:
    """Play the user's story, with the upgrade in its middle."""
    seen: dict = {}
    process = subprocess.Popen(
        system.command(*story, user=USER),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdin is not None
    assert process.stdout is not None
    for line in process.stdout:
        facts = json.loads(line)
        say(f"  {shlex.join(f'{key}: {value}' for key, value in facts.items())}")
        if facts.get("wants") == "upgrade":
            system.install(newer)
            process.stdin.write("done\n")
            process.stdin.flush()
        for key, value in facts.items():
            seen.setdefault(key, []).append(value)
    if process.wait() != 0 or not seen.get("done"):
        sys.exit(f"{system.release}: the story ended with {process.returncode}")
    return seen


def _count(system: BareSystem) -> int:
    text = (system.root / "var/log/apt/history.log").read_text()
    return text[text.rindex("Install: ") :].split("\n")[0].count("(")


def _exit_code(system: BareSystem, *command: str) -> int:
    return subprocess.run(system.command(*command, user=USER), capture_output=True).returncode
