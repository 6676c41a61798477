"""A check that a Qt platform plugin can be loaded; a missing system library would abort Qt."""

import ctypes
import importlib.util
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

_MISSING = re.compile(r"(lib[A-Za-z0-9_+.-]{1,60}): cannot open shared object file")
_ELSEWHERE = ("QT_PLUGIN_PATH", "QT_QPA_PLATFORM_PLUGIN_PATH")


@dataclass(frozen=True, slots=True)
class Plugin:
    """The state of a Qt plugin.

    ``missing_library`` is the file name of the system library that it lacks, or "".
    """

    usable: bool
    missing_library: str = ""


def plugin_state(name: str, environment: Mapping[str, str]) -> Plugin:
    """Load Qt's platform plugin ``name``, which Qt would do a moment later anyway.

    The plugin also counts as usable if the plugins are not where PySide6's wheels have them. Its
    state is then unknown.
    """
    if any(environment.get(variable) for variable in _ELSEWHERE):
        return Plugin(usable=True)
    package = importlib.util.find_spec("PySide6")
    places = package.submodule_search_locations if package is not None else None
    folder = Path(next(iter(places or ()), ""), "Qt", "plugins", "platforms")
    if not folder.is_dir():
        return Plugin(usable=True)
    plugin = name.partition("-")[0]  # "wayland-egl" is one of several keys of the same plugin
    for file in (folder / f"libq{plugin}.so", folder / f"libq{plugin}-generic.so"):
        if file.is_file():
            return _loaded(file)
    return Plugin(usable=False)


def _loaded(file: Path) -> Plugin:
    try:
        ctypes.CDLL(str(file))
    except OSError as error:
        found = _MISSING.search(str(error))
        return Plugin(usable=False, missing_library=found[1] if found else "")
    return Plugin(usable=True)
