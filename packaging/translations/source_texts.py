"""The texts of the screen, gathered from the source, and the faults that hide one.

The calls that are read, and the context that a text gets:

    self.tr("…")                                its class
    locale.translate("…"), translate("…")       words
    locale.plural("%n day(s)", n)               words, with a form for each plural
    translatable("…"), Message("…", "…")        words; plural forms if it has a "%n"
    QCoreApplication.translate("here", "…")     here
    f("…") where f(text) returns the above      here, as ``_tr`` of a module without a class
    the declarations of the settings            settings; what completes "… must be …": words
"""

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "wallet_tray"
WORDS = "words"
SETTINGS = "settings"

# Folders that show nothing on a screen, or write to terminals alone, in English.
WITHOUT_SCREEN = (
    "cli",
    "credentials",
    "domain",
    "history",
    "http",
    "providers",
    "refresh",
    "simulator",
    "startup",
    "storage",
    "context.py",
)
IN_ENGLISH = ("diagnostics/report.py",)


@dataclass(frozen=True, slots=True)
class Text:
    """One text of the screen; equal context and source make it the same text."""

    context: str
    source: str

    @property
    def is_counted(self) -> bool:
        """True if it has one form for each plural of a language."""
        return "%n" in self.source


@dataclass(slots=True)
class Findings:
    """The result: ``places`` has each text with its files; ``faults`` are sentences."""

    places: dict[Text, set[str]] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)

    def texts(self) -> list[Text]:
        """Return all texts in the order of the catalogues."""
        return sorted(self.places, key=lambda text: (text.context, text.source))


def screen_files(package: Path = PACKAGE) -> list[Path]:
    """Return the files whose texts appear on a screen."""
    return [
        path
        for path in sorted(package.rglob("*.py"))
        if path.relative_to(package).parts[0] not in WITHOUT_SCREEN
        and not any(path.relative_to(package).match(pattern) for pattern in IN_ENGLISH)
    ]


def gather(package: Path = PACKAGE) -> Findings:
    """Return all texts of the program; those of the settings come from their declarations."""
    findings = Findings()
    trees = {path: ast.parse(path.read_text(encoding="utf-8")) for path in screen_files(package)}
    helpers = {name: context for tree in trees.values() for name, context in _helpers(tree)}
    for path, tree in trees.items():
        place = path.relative_to(package.parent).as_posix()
        for context, node in _calls(tree, helpers):
            _take(findings, context, node, place)
    _find_inherited(findings, trees)
    if package == PACKAGE:
        _add_declarations(findings)
    return findings


def literals(node: ast.expr) -> list[str] | None:
    """Return the string literals that an expression may yield, None if it is anything else."""
    match node:
        case ast.Constant(value=str(text)):
            return [text]
        case ast.IfExp(body=body, orelse=orelse):
            either = literals(body), literals(orelse)
            return None if None in either else [*(either[0] or ()), *(either[1] or ())]
    return None


def _take(findings: Findings, context: str, node: ast.expr, place: str) -> None:
    sources = literals(node)
    if sources is None:
        findings.faults.append(f"{place}:{node.lineno}: the text is not written out here")
        return
    for source in sources:
        findings.places.setdefault(Text(context, source), set()).add(place)


def _helpers(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """Yield functions that pass their one text to Qt with a fixed context, and the context."""
    for node in tree.body:
        if not isinstance(node, ast.FunctionDef) or len(node.args.args) != 1:
            continue
        for inside in ast.walk(node):
            if isinstance(inside, ast.Call) and _name(inside.func) == "translate":
                match inside.args:
                    case [ast.Constant(value=str(context)), ast.Name(id=name)] if (
                        name == node.args.args[0].arg
                    ):
                        yield node.name, context


def _calls(tree: ast.Module, helpers: dict[str, str]) -> Iterator[tuple[str, ast.expr]]:
    """Yield each call that takes a text, as context and expression."""
    classes = [node for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
    owners = {id(node): owner.name for owner in classes for node in ast.walk(owner)}
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or not node.args:
            continue
        name, first = _name(node.func), node.args[0]
        if name == "tr" and id(node) in owners:
            yield owners[id(node)], first
        elif name == "Message":
            yield from ((WORDS, argument) for argument in node.args)
        elif name == "translatable" or (name == "plural" and len(node.args) == 2):
            if name == "translatable" or literals(first) is not None:
                yield WORDS, first
        elif name == "translate" and len(node.args) == 1:
            # Anything but a literal is an entry of a table; its texts are marked in the table.
            if literals(first) is not None:
                yield WORDS, first
        elif name == "translate" and (context := literals(first)) and literals(node.args[1]):
            yield context[0], node.args[1]
        elif name in helpers and literals(first) is not None:
            yield helpers[name], first


def _find_inherited(findings: Findings, trees: dict[Path, ast.Module]) -> None:
    """Add a fault for each class that has texts of its own and subclasses.

    PySide6 takes the context of ``self.tr`` from the object's class, not from the method's.
    """
    bases = {
        _name(base)
        for tree in trees.values()
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
        for base in node.bases
    }
    for text in findings.texts():
        if text.context in bases:
            findings.faults.append(
                f"{text.context} has subclasses, which would not find its “{text.source}”"
            )


def _add_declarations(findings: Findings) -> None:
    from wallet_tray.domain.settings_schema import all_texts, fault_texts

    place = "wallet_tray/domain/settings_schema.py"
    for context, sources in ((SETTINGS, all_texts()), (WORDS, fault_texts())):
        for source in sources:
            findings.places.setdefault(Text(context, source), set()).add(place)


def _name(node: ast.expr) -> str:
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""
