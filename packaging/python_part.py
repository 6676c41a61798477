"""The wheel and the source archive."""

import shutil

from workshop import PYTHON, WORK, run, say


def build_python_part(folder_name: str = "python") -> list:
    """Build both into a folder of their own and return their paths, the wheel first.

    The tools are the listed versions, not those that an isolated build environment would fetch.
    """
    folder = WORK / folder_name
    shutil.rmtree(folder, ignore_errors=True)
    say("Building the wheel and the source archive …")
    run(PYTHON, "-m", "build", "--no-isolation", "--outdir", folder, ".")
    return [next(folder.glob("*.whl")), next(folder.glob("*.tar.gz"))]
