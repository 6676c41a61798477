"""The figures of the source tree: modules, lines, signals, connections, relays.

    python packaging/structure.py [CHECKOUT]

A relay is a signal that is connected to another signal: a hop that does nothing itself. Modules
are counted without ``__init__.py``, lines as ``wc -l`` counts them.
"""

import ast
import statistics
import sys
from pathlib import Path


def main(arguments: list[str]) -> int:
    """Print one figure per line; without an argument, of this checkout."""
    checkout = Path(arguments[0]) if arguments else Path(__file__).resolve().parents[1]
    for name, figure in figures(checkout).items():
        print(f"{name:28} {figure}")
    return 0


def figures(checkout: Path) -> dict[str, int | float | str]:
    """Return the figures by name, in the order in which they are printed."""
    modules = _modules(checkout / "wallet_tray")
    tests = _modules(checkout / "tests")
    lines = {path: _lines(path) for path in modules}
    largest = max(lines, key=lines.__getitem__)
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in modules]
    signals = {name for tree in trees for name in _signals(tree)}
    targets = [target for tree in trees for target in _connected(tree)]
    relays = [target for target in targets if _last_name(target) in signals]
    return {
        "modules": len(modules),
        "median lines of a module": statistics.median(lines.values()),
        "largest module": f"{lines[largest]}  {largest.relative_to(checkout).as_posix()}",
        "lines of the package": sum(lines.values()),
        "test files": len(tests),
        "lines of the tests": sum(_lines(path) for path in tests),
        "signals declared": sum(len(list(_signals(tree))) for tree in trees),
        "connections": len(targets),
        "relays": len(relays),
    }


def _modules(folder: Path) -> list[Path]:
    return [path for path in sorted(folder.rglob("*.py")) if path.name != "__init__.py"]


def _lines(path: Path) -> int:
    return len(path.read_bytes().splitlines())


def _signals(tree: ast.Module) -> list[str]:
    return [
        target.id
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign)
        and isinstance(node.value, ast.Call)
        and _last_name(node.value.func) == "Signal"
        for target in node.targets
        if isinstance(target, ast.Name)
    ]


def _connected(tree: ast.Module) -> list[ast.expr]:
    """Return what each ``x.connect(y)`` connects to."""
    return [
        node.args[0]
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "connect"
        and node.args
    ]


def _last_name(node: ast.expr) -> str:
    match node:
        case ast.Attribute(attr=name) | ast.Name(id=name):
            return name
    return ""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
