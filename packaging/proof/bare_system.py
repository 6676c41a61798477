"""A bare Debian in a folder, whose programs see nothing of the machine around it.

Each command gets mounts and process numbers of its own, which end with it: nothing is left mounted.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

USER = "bob"
_ENTER = """
root=$1; who=$2; shift 2
mount -t proc proc "$root/proc" && mount --rbind /dev "$root/dev" || exit 125
exec chroot --userspec="$who" "$root" "$@"
"""
# Below these folders packages write files that belong to no package.
_PASSING = ("/dev/", "/home/", "/opt/proof", "/proc/", "/root/", "/run/", "/sys/", "/tmp/")
_PACKAGING = ("/var/cache/", "/var/lib/apt/", "/var/lib/dpkg/", "/var/log/")


class BareSystem:
    """A system made with debootstrap from the machine's own mirror.

    ``release`` is Debian's name for it, such as "trixie".
    """

    def __init__(self, root: Path, release: str) -> None:
        self.root, self.release = root, release

    def make(self, base: Path | None) -> None:
        """Make the system as a copy of ``base``, which debootstrap fills if it does not exist."""
        if base is None or not base.is_dir():
            folder = base or self.root
            bootstrap = ["debootstrap", "--variant=minbase", self.release, str(folder)]
            _checked(bootstrap, Path("/"))
        if base is not None:
            _checked(["cp", "-a", "--reflink=auto", str(base), str(self.root)], Path("/"))
        etc = self.root / "etc"
        shutil.copyfile("/etc/resolv.conf", etc / "resolv.conf")
        # How this machine reaches its mirror: proxies and checks, without its lists.
        asked = ["apt-config", "dump", "Acquire::http", "Acquire::https"]
        asked += ["Acquire::Check-Valid-Until", "Acquire::Check-Date", "Acquire::Retries"]
        text = subprocess.run(asked, capture_output=True, text=True, check=True).stdout
        (etc / "apt/apt.conf.d/90machine").write_text(text)
        (self.root / "usr/sbin/policy-rc.d").write_text("#!/bin/sh\nexit 101\n")
        (self.root / "usr/sbin/policy-rc.d").chmod(0o755)
        self.run("apt-get", "-qq", "update")
        self.run("useradd", "--create-home", USER)

    def install(self, *packages: str) -> None:
        """Install packages with apt, without recommended ones; a path names a package's file."""
        options = ("-qq", "-y", "--no-install-recommends", "-o", "Dpkg::Use-Pty=0")
        self.run("apt-get", "install", *options, *packages)

    def bring(self, source: Path) -> str:
        """Copy a file or folder into /opt/proof and return its path in there."""
        folder = self.root / "opt" / "proof"
        folder.mkdir(exist_ok=True)
        target = folder / source.name
        if source.is_dir():
            leave = shutil.ignore_patterns("__pycache__")
            shutil.copytree(source, target, dirs_exist_ok=True, ignore=leave)
        else:
            shutil.copyfile(source, target)
        return f"/opt/proof/{source.name}"

    def run(self, *command: str, user: str = "root") -> str:
        """Return the output of a command run in the system; end the proof if it fails."""
        return _checked(self.command(*command, user=user), Path("/"))

    def command(self, *command: str, user: str = "root") -> list[str]:
        """Return the command line that runs a command in the system."""
        home = "/root" if user == "root" else f"/home/{user}"
        environment = ["env", "-i", "LANG=C.UTF-8", f"HOME={home}", f"USER={user}"]
        environment += ["PATH=/usr/sbin:/usr/bin:/sbin:/bin", "DEBIAN_FRONTEND=noninteractive"]
        environment += [
            f"{name}={os.environ[name]}" for name in ("http_proxy",) if name in os.environ
        ]
        apart = ["unshare", "--mount", "--pid", "--fork", "--kill-child", "--"]
        enter = ["sh", "-c", _ENTER, "sh", str(self.root), f"{user}:{user}"]
        return [*apart, *enter, *environment, *command]

    def files(self) -> set[str]:
        """Return every path that belongs to the system or to a package."""
        found = set()
        for folder, folders, names in os.walk(self.root):
            inside = "/" + str(Path(folder).relative_to(self.root)).removeprefix(".")
            for name in [*folders, *names]:
                path = f"{inside.rstrip('/')}/{name}"
                if not path.startswith(_PASSING + _PACKAGING):
                    found.add(path)
        return found

    def remove(self) -> None:
        """Remove the system's folder."""
        shutil.rmtree(self.root)


def _checked(command: list[str], folder: Path) -> str:
    done = subprocess.run(
        command,
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
    )
    if done.returncode != 0:
        lines = done.stdout.splitlines()[-40:]
        sys.exit("\n".join([*lines, f"This failed: {' '.join(command[-6:])}"]))
    return done.stdout
