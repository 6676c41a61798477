"""Locations of the program's resource files."""

from pathlib import Path


def resource_folder(name: str) -> Path:
    """Return a resource folder: inside the package (wheel, bundle), else in the checkout."""
    package = Path(__file__).resolve().parents[1]
    installed = package / "resources" / name
    return installed if installed.is_dir() else package.parent / "resources" / name
