"""The sentences in the screen's files that are not marked and so reach no catalogue."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from source_texts import PACKAGE, screen_files

# Calls that may take a text: it is gathered, printed on a terminal, or written to a log.
_TAKEN = {
    "translatable",
    "Message",
    "for_terminal",
    "tr",
    "translate",
    "translated",
    "plural",
    "_tr",
}
_LOGGED = {"debug", "info", "warning", "error", "exception", "log"}
_SENTENCE = re.compile(r"[A-Za-z]{2,}[^a-z]* [^a-z]*[A-Za-z]|\b[A-Z][a-z]{2,}|[A-Za-z]…")

# Looks like a sentence and is none, or belongs to no language.
_NO_SENTENCES = re.compile(
    r"Wallet Tray ?"
    r"|<svg .*"  # a drawing
    r"|[\w.]+\.[\w.]+|[\w ]+\\.*"  # a name on D-Bus, a key of the registry
    r"|/[\w/]+|Get[A-Z]\w+"  # a path or a method on D-Bus
    r"|no such account"  # a log's
    r"|a file was not written"  # what the background thread does
    r"|(settings|alerts|instance|installed|history) \w+"
    r"|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun"  # English
    r"|English|Deutsch|Italiano|Español|Français"  # by their own names
    r"|SystemUsesLightTheme",
    re.DOTALL,
)
# Their texts are for other programs (D-Bus, autostart and the like) or are settings of the demo.
_TO_PROGRAMS = (
    "desktop/*.py",
    "desktop/*/*.py",
    "diagnostics/session_bus.py",
    "diagnostics/versions.py",  # names of packages
    "context.py",
    "__main__.py",
)


def unmarked(package: Path = PACKAGE) -> list[str]:
    """Return a sentence for each text that looks as if it were meant for the user."""
    found = []
    for path in screen_files(package):
        inside = path.relative_to(package)
        if any(inside.match(pattern) for pattern in _TO_PROGRAMS):
            continue
        tree = ast.parse(path.read_text(encoding="utf-8"))
        found += [
            f"{package.name}/{inside.as_posix()}:{node.lineno}: "
            f"“{node.value}” is not marked for the catalogues"
            for node in _shown(tree)
        ]
    return found


def _shown(tree: ast.Module) -> Iterator[ast.Constant]:
    spared = set(_spared(tree))
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and id(node) not in spared
            and _SENTENCE.search(node.value)
            and not _NO_SENTENCES.fullmatch(node.value)
        ):
            yield node


def _spared(tree: ast.Module) -> Iterator[int]:
    """Yield the ids of text nodes that are gathered, meant for a log or developers, or names."""
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name), args=args):
                if name in _TAKEN or name in _LOGGED:
                    yield from _inside(*args)
            case ast.Expr(value=ast.Constant() as text):
                yield id(text)
            case ast.Raise() | ast.Assert():
                yield from _inside(node)
            case ast.FunctionDef(args=arguments, returns=returns):
                parts = (*arguments.args, *arguments.kwonlyargs, *arguments.posonlyargs)
                yield from _inside(*(one.annotation for one in parts), returns)
            case ast.AnnAssign(annotation=annotation):
                yield from _inside(annotation)
            case ast.Assign(targets=[ast.Name(id="__all__")]):
                yield from _inside(node)
            case ast.ClassDef(bases=[ast.Name(id="Enum" | "StrEnum")]):
                yield from (one for part in node.body for one in _values(part))


def _values(node: ast.stmt) -> Iterator[int]:
    if isinstance(node, ast.Assign):
        yield from _inside(node.value)


def _inside(*nodes: ast.AST | None) -> Iterator[int]:
    for node in nodes:
        if node is not None:
            yield from (id(inside) for inside in ast.walk(node))
