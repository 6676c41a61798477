"""Where the files lie that belong to the program and are no code."""

from pathlib import Path


def resource_folder(name: str) -> Path:
    """A folder of resources: inside the package (wheel, bundle), else in the checkout."""
    package = Path(__file__).resolve().parents[1]
    installed = package / "resources" / name
    return installed if installed.is_dir() else package.parent / "resources" / name
