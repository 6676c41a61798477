"""The packages for other Linux systems, installed, started and removed below a folder.

rpm and pacman are Debian's. Their folders hold our package alone, so the libraries that it needs
from its host are this machine's. A comparison shows that its list of requirements names them all.
"""

import json
import os
import re
import select
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from linux_tree import LIBRARY, elf_files
from workshop import APP_ID, OUTPUT, WORK, run, say, version

_SECONDS = 60.0
_PACKAGES = {"rpm": "rpm", "pacman": "pacman-package-manager", "makeself": "makeself"}
_PACMAN = "[options]\nArchitecture = auto\nSigLevel = Never\nLocalFileSigLevel = Never\n"
_SETTINGS = 'version = 1\n[[accounts]]\nid = "default"\napi_url = "{api_url}"\n'


def prove_other_packages() -> dict:
    """Return the results by kind of package; end if something is wrong."""
    asked = _asked_of_the_host(WORK / "tree" / LIBRARY)
    proofs: dict[str, Callable[[Path], dict]] = {
        "rpm": lambda root: _prove_rpm(root, asked),
        "pacman": _prove_arch,
        "makeself": _prove_run_file,
    }
    figures: dict = {"libraries asked of the host": len(asked)}
    for tool, prove in proofs.items():
        figures[tool] = _in_folder(prove) if _is_here(tool) else "not proven: no such tool"
    return figures


def _is_here(tool: str) -> bool:
    """Return whether the tool is here, after an attempt to install it if it is missing.

    Not every Debian and Ubuntu has all of them.
    """
    if shutil.which(tool) is None:
        say(f"Installing {tool} …")
        apt = ["apt-get", "-qq", "-y", "install", "--no-install-recommends", _PACKAGES[tool]]
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(apt, env=environment, stdin=subprocess.DEVNULL, capture_output=True)
    return shutil.which(tool) is not None


def _in_folder(prove: Callable[[Path], dict]) -> dict:
    with tempfile.TemporaryDirectory(prefix="wt-proof-", dir="/var/tmp") as name:
        return prove(Path(name))


def _prove_rpm(root: Path, asked: set[str]) -> dict:
    package = next(OUTPUT.glob("*.rpm"))
    say(f"rpm: {package.name} …")
    rpm = ("rpm", "--root", root, "--dbpath", "/var/lib/rpm")
    requirements = run("rpm", "-qp", "--requires", package)
    missing = {name for name in asked if not re.search(rf"(?m)^{re.escape(name)}\(", requirements)}
    if missing:
        sys.exit(f"rpm: its requirements lack {sorted(missing)}")
    run("rpm", "-K", "--nosignature", package)
    run(*rpm, "--nodeps", "-i", package)
    run(*rpm, "--nodeps", "-V", "wallet-tray")
    seen = _use(root / "usr")
    run(*rpm, "--nodeps", "-e", "wallet-tray")
    return {**seen, "files left": _left(root / "usr", "rpm")}


def _prove_arch(root: Path) -> dict:
    package = next(OUTPUT.glob("*.pkg.tar.zst"))
    say(f"pacman: {package.name} …")
    settings = root / "pacman.conf"
    settings.write_text(_PACMAN, encoding="utf-8")
    places = {
        "--root": root,
        "--dbpath": root / "db",
        "--cachedir": root / "cache",
        "--hookdir": root / "hooks",
        "--logfile": root / "log",
        "--config": settings,
    }
    places["--dbpath"].mkdir()
    pacman = ("pacman", *(part for pair in places.items() for part in pair))
    run(*pacman, "--noconfirm", "-U", "-dd", package)
    checked = run(*pacman, "-Qkk", "wallet-tray").strip().splitlines()[-1]
    if not checked.endswith(" 0 altered files"):
        sys.exit(f"pacman: {checked}")
    seen = _use(root / "usr")
    run(*pacman, "--noconfirm", "-R", "-dd", "wallet-tray")
    return {**seen, "checked": checked, "files left": _left(root / "usr", "pacman")}


def _prove_run_file(root: Path) -> dict:
    """Prove the .run file as an ordinary user with a strange home name and a noexec /tmp."""
    built = next(OUTPUT.glob("*.run"))
    say(f"makeself: {built.name} …")
    package = root / built.name  # the checkout may lie below /tmp, or be closed to other users
    shutil.copyfile(built, package)
    package.chmod(0o644)
    home = root / "my höme"
    home.mkdir()
    for path in (root, home):
        os.chown(path, 65534, 65534)
        path.chmod(0o755)
    inside = "mount -t tmpfs -o mode=1777,noexec,nosuid none /tmp && exec setpriv "
    inside += (
        '--reuid=65534 --regid=65534 --clear-groups env -i "HOME=$1" PATH=/usr/bin:/bin "$2" "$3"'
    )
    as_user = ("unshare", "--mount", "sh", "-c", inside, "sh", home)
    local = home / ".local"
    for _time in ("installed", "over itself"):
        run(*as_user, "sh", package, cwd=root)
    entry = local / "share" / "applications" / f"{APP_ID}.desktop"
    run("desktop-file-validate", entry)
    if f'Exec="{local}/bin/wallet-tray-gui"' not in entry.read_text(encoding="utf-8"):
        sys.exit("The menu entry does not name the program.")
    seen = _use(local)
    run(*as_user, "sh", local / "lib" / "wallet-tray" / "uninstall", cwd=root)
    return {**seen, "files left": _left(local, "uninstall")}


def _use(prefix: Path) -> dict:
    """Start the installed program and fetch a balance from its own simulated service."""
    program = prefix / "bin" / "wallet-tray"
    output = run(program, "--version").strip()
    if output != f"wallet-tray {version()}":
        sys.exit(f"It says of itself: {output}")
    with tempfile.TemporaryDirectory() as name:
        context = {
            "PATH": "/usr/bin:/bin",
            "HOME": name,
            "XDG_RUNTIME_DIR": name,
            "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring",
        }
        service = subprocess.Popen(
            [program, "simulate"], env=context, stdout=subprocess.PIPE, text=True
        )
        try:
            assert service.stdout is not None
            if not select.select([service.stdout], [], [], _SECONDS)[0]:
                sys.exit("The simulated service says nothing.")
            address = json.loads(service.stdout.readline())
            settings = Path(name, ".config", "wallet-tray", "settings.toml")
            settings.parent.mkdir(parents=True)
            settings.write_text(_SETTINGS.format(**address), encoding="utf-8")
            context["BYTENITE_API_KEY"] = address["api_key"]
            output = run(program, "balance", "--json", env=context)
        finally:
            service.terminate()
            service.wait(_SECONDS)
            if service.stdout is not None:
                service.stdout.close()
    return {"balance": json.loads(output)["availableBalance"]}


def _left(prefix: Path, remover: str) -> int:
    files = [path for path in prefix.rglob("*") if path.is_symlink() or not path.is_dir()]
    folders = [path for path in prefix.rglob("*wallet*tray*") if path.is_dir()]
    if files or folders:
        sys.exit(f"{remover} left {[*files, *folders][:20]}")
    return 0


def _asked_of_the_host(library: Path) -> set[str]:
    """Return the names of the libraries that the bundle loads and does not hold."""
    files = elf_files(library)
    output = run("objdump", "-p", *files)
    names = set(re.findall(r"(?m)^\s+NEEDED\s+(\S+)$", output))
    held = {path.name for path in library.rglob("*.so*")}
    # Parts of the C library, which the requirement of its version brings.
    of_c = r"(libc|libm|libdl|libpthread|librt|libutil|ld-linux-.*)\.so\.\d+"
    return {name for name in names - held if not re.fullmatch(of_c, name)}
