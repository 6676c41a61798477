#!/usr/bin/env python3
"""One command for a fresh machine: sets everything up and then does what is asked.

    python3 run.py demo       the tray program on a simulated wallet; without a screen: its pictures
    python3 run.py test       all tests; further arguments go to pytest
    python3 run.py check      lint, format, types, import rules, catalogues of translations
    python3 run.py bench      the benchmarks; further arguments go to pytest
    python3 run.py pictures   sheets of all states and languages, and the README's pictures
    python3 run.py translations  brings the catalogues up to date with the program and compiles them
    python3 run.py installer  builds the installers into dist/; --prove proves the .deb

Needs Python 3.11 or newer and nothing else. Makes the virtual environment .venv here, and on Debian
and Ubuntu installs the missing system packages (as root or with sudo that asks no password).
"""

import hashlib
import importlib.util
import json
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "wallet-tray-setup.json"

# Debian's packages. First: the libraries that PySide6's wheels expect from the system.
QT_PACKAGES = (
    "libdbus-1-3 libegl1 libfontconfig1 libgl1 libglib2.0-0 libxkbcommon0 libxcb-cursor0 "
    "libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 libxcb-shape0 "
    "libxcb-sync1 libxcb-xfixes0 libxcb-xkb1 libxkbcommon-x11-0 libwayland-client0 "
    "libwayland-cursor0 libwayland-egl1"
)
# The virtual desktop of the demo, and what the tests need in addition.
DESKTOP_PACKAGES = (
    "xvfb openbox xfce4-panel dunst dbus xdotool x11-utils x11-xserver-utils "
    "adwaita-icon-theme hicolor-icon-theme librsvg2-common fonts-dejavu-core"
)
TEST_PACKAGES = (
    "lxqt-panel trayer gnome-keyring sway waybar mako-notifier grim python3-dbusmock "
    "desktop-file-utils at-spi2-core"
)
FONT_PACKAGES = "fonts-droid-fallback"  # has the signs of Chinese, for the pictures

# What packs the installers; in addition, what proves them.
INSTALLER_PACKAGES = "binutils makeself squashfs-tools"
PROOF_PACKAGES = "appstream debian-archive-keyring debootstrap desktop-file-utils lintian"


def main(arguments: list[str]) -> int:
    verbs = {
        "demo": demo,
        "test": test,
        "check": check,
        "bench": bench,
        "pictures": pictures,
        "translations": translations,
        "installer": installer,
    }
    passes_on = {"test", "bench"}  # whose further arguments are pytest's
    asked = arguments[:1] if arguments[:1] and arguments[0] in passes_on else arguments
    if {"-h", "--help"} & set(asked):
        print(__doc__.strip())
        return 0
    if not arguments or arguments[0] not in verbs:
        print(__doc__.strip(), file=sys.stderr)
        return 2
    return verbs[arguments[0]](arguments[1:])


# -- the verbs


def demo(arguments: list[str]) -> int:
    if sys.platform != "linux" or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        install_packages(QT_PACKAGES)
        install_project()
        say("The demo runs; its menu has Quit.")
        return in_venv("-m", "wallet_tray", "--demo", *arguments)
    say("No display here, so the demo plays on a virtual one.")
    install_packages(QT_PACKAGES, DESKTOP_PACKAGES)
    install_project("test")
    return in_venv("tests/desktop/demo_pictures.py", *arguments)


def test(arguments: list[str]) -> int:
    install_packages(QT_PACKAGES, DESKTOP_PACKAGES, TEST_PACKAGES)
    install_project("test", "conformance")
    # Most tests wait for another program, so there are more workers than processors. The tests of
    # a file stay together, as some share a desktop.
    workers = ["-n", str((os.cpu_count() or 1) + 1), "--dist", "loadfile"]
    return in_venv("-m", "pytest", *([] if arguments else workers), *arguments)


def check(_arguments: list[str]) -> int:
    install_project("test", "dev")
    lint_imports = "from importlinter.cli import lint_imports_command as run; run()"
    steps = {
        "ruff check": ("-m", "ruff", "check", "."),
        "ruff format": ("-m", "ruff", "format", "--check", "."),
        "mypy": ("-m", "mypy"),
        "lint-imports": ("-c", lint_imports),
        "translations": ("packaging/translations", "check"),
    }
    failed = []
    for name, step in steps.items():
        say(f"{name}:")
        if in_venv(*step) != 0:
            failed.append(name)
    say("check: " + (f"failed: {', '.join(failed)}" if failed else "all passed"))
    return 1 if failed else 0


def bench(arguments: list[str]) -> int:
    install_packages(QT_PACKAGES, DESKTOP_PACKAGES, TEST_PACKAGES)
    install_project("test")
    return in_venv("-m", "pytest", "tests/benchmarks", "-s", *arguments)


def pictures(_arguments: list[str]) -> int:
    install_packages(QT_PACKAGES, DESKTOP_PACKAGES, FONT_PACKAGES)
    install_project("test")
    (ROOT / "build").mkdir(exist_ok=True)
    # The sheets are big and made to be looked at; the README's pictures are made to be kept.
    os.environ["QT_QPA_PLATFORM"] = "offscreen"  # the virtual desktop has its own
    sheet = in_venv("-m", "wallet_tray.ui.contact_sheet", "build/icons.png")
    if sheet == 0:
        say("build/icons.png")
    sheet = sheet or in_venv("tests/ui/popup_pictures.py", "--folder", "build/popup")
    sheet = sheet or in_venv("tests/ui/language_pictures.py", "--folder", "build/languages")
    return sheet or in_venv("tests/desktop/demo_pictures.py", "--folder", "docs/pictures")


def translations(_arguments: list[str]) -> int:
    install_packages(QT_PACKAGES)
    install_project()
    updated = in_venv("packaging/translations", "update")
    return updated or in_venv("packaging/translations", "compile")


def installer(arguments: list[str]) -> int:
    install_packages(QT_PACKAGES, INSTALLER_PACKAGES, " ".join(shared_python()))
    if "--prove" in arguments:
        install_packages(DESKTOP_PACKAGES, PROOF_PACKAGES)
    ensure_venv()  # the tools get one of their own, made in the same way
    return in_venv("packaging/build.py", *arguments)


# -- the Python side


def install_project(*extras: str) -> None:
    """Installs the project with these extras into .venv, unless a stamp says that it is done."""
    needed = set(extras)
    ensure_venv()
    state = setup_state()
    done = read_stamp()
    if done.get("state") == state and needed <= set(done.get("extras", [])):
        return
    if done.get("state") == state:
        needed |= set(done["extras"])
    wanted = f".[{','.join(sorted(needed))}]" if needed else "."
    say(f"Installing {wanted} into .venv …")
    STAMP.unlink(missing_ok=True)
    pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-e", wanted]
    quietly([str(PYTHON), *pip])
    STAMP.write_text(json.dumps({"state": state, "extras": sorted(needed)}), encoding="utf-8")


def setup_state() -> str:
    """Changes with what makes an installation outdated: the requirements, or a moved checkout."""
    parts = (ROOT / "pyproject.toml").read_bytes() + str(ROOT).encode()
    return hashlib.sha256(parts).hexdigest()


def read_stamp() -> dict:
    try:
        stamp = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) else {}


def ensure_venv() -> None:
    """Makes .venv; replaces one that is broken (an interrupted set-up, a Python that is gone)."""
    if venv_works():
        return
    if VENV.exists():
        say("The virtual environment .venv is broken; making a new one.")
        shutil.rmtree(VENV)
    install_packages()
    if importlib.util.find_spec("ensurepip") is None and not is_debian():
        sys.exit("This Python has no venv and ensurepip; install them and start again.")
    say("Making the virtual environment .venv …")
    quietly([base_python(), "-m", "venv", str(VENV)])


def venv_works() -> bool:
    code = "import sys, pip; sys.exit(sys.version_info < (3, 11))"
    try:
        answer = subprocess.run([str(PYTHON), "-c", code], capture_output=True, timeout=60)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return answer.returncode == 0


def base_python() -> str:
    """The Python outside any virtual environment, also when this file runs in one."""
    return getattr(sys, "_base_executable", None) or sys.executable


def venv_packages() -> list:
    """Debian keeps what makes virtual environments in a package of its own."""
    if importlib.util.find_spec("ensurepip") is not None:
        return []
    own = f"python{sys.version_info[0]}.{sys.version_info[1]}"
    default = Path("/usr/bin/python3").resolve().name
    return ["python3-venv" if default == own else f"{own}-venv"]


def shared_python() -> list:
    """Debian keeps Python as a library, which a bundle carries, in a package of its own."""
    return [f"libpython{sys.version_info[0]}.{sys.version_info[1]}"] if debians_python() else []


def debians_python() -> bool:
    return Path(base_python()).resolve().parent == Path("/usr/bin")


def in_venv(*arguments: str) -> int:
    """Runs the environment's Python in the checkout; its exit code."""
    sys.stdout.flush()
    try:
        return subprocess.run([str(PYTHON), *arguments], cwd=ROOT).returncode
    except KeyboardInterrupt:
        return 130


# -- the system's side


def is_debian() -> bool:
    return Path("/etc/debian_version").exists() and shutil.which("dpkg-query") is not None


def install_packages(*lists: str) -> None:
    """Installs what is missing of these Debian packages, and of what Python lacks for a virtual
    environment; or says the line to type and ends."""
    if sys.platform != "linux":
        return
    if not is_debian():
        if lists:
            say("This is no Debian or Ubuntu: going on without a look at the system's libraries.")
        return
    missing = missing_packages(venv_packages() + " ".join(lists).split())
    if not missing:
        return
    become_root = [] if os.geteuid() == 0 else ["sudo", "-n"]
    if become_root and not can_become_root():
        install = "sudo apt-get update && sudo apt-get install -y --no-install-recommends "
        install += " ".join(missing)
        say(f"Some system packages are missing. Type this, then start again:\n\n{install}\n")
        sys.exit(2)
    say(f"Installing {len(missing)} system packages: {' '.join(missing)}")
    apt = [*become_root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    apt += ["-o", "DPkg::Lock::Timeout=300", "-o", "Dpkg::Use-Pty=0"]
    quietly([*apt, "update"])
    quietly([*apt, "install", "-y", "--no-install-recommends", *missing])


def missing_packages(packages: list) -> list:
    # Since Debian 13 and Ubuntu 24.04 some libraries carry t64 at the end of their names.
    names = [name for package in packages for name in (package, f"{package}t64")]
    query = ["dpkg-query", "-W", "-f", "${db:Status-Status} ${Package}\n", *names]
    answer = subprocess.run(query, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    installed = {
        line.split()[1] for line in answer.stdout.splitlines() if line[:10] == "installed "
    }
    return [name for name in packages if not {name, f"{name}t64"} & installed]


def can_become_root() -> bool:
    if shutil.which("sudo") is None:
        return False
    return subprocess.run(["sudo", "-n", "true"], capture_output=True).returncode == 0


def quietly(command: list) -> None:
    """Runs a command whose output matters only when it fails; then it is shown, and we end."""
    with tempfile.TemporaryFile("w+", errors="replace") as output:
        code = subprocess.run(
            command, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=output, stderr=output
        )
        if code.returncode != 0:
            output.seek(0)
            print("".join(output.readlines()[-30:]), file=sys.stderr)
            sys.exit(f"This failed: {shlex.join(command)}")


def say(text: str) -> None:
    print(text, flush=True)


if __name__ == "__main__":
    if sys.version_info < (3, 11):  # noqa: UP036  the Python that starts this may be older
        sys.exit("Wallet Tray needs Python 3.11 or newer; this is " + sys.version.split()[0] + ".")
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
