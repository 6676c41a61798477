"""What no test of behaviour can promise for code to come: rules that the source itself keeps."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import wallet_tray

ROOT = Path(wallet_tray.__file__).parent
SOURCES = {
    path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8")
    for path in sorted(ROOT.rglob("*.py"))
}


@cache
def nodes() -> dict[type, list[tuple[str, ast.AST]]]:
    found: dict[type, list[tuple[str, ast.AST]]] = {}
    for name, source in SOURCES.items():
        for node in ast.walk(ast.parse(source)):
            found.setdefault(type(node), []).append((name, node))
    return found


def walk(kind: type) -> list[tuple[str, ast.AST]]:
    return nodes()[kind]


def called(node: ast.AST) -> str:
    """The last part of what is called: "get" of ``a.b.get(…)``, "" for what is no call."""
    if not isinstance(node, ast.Call):
        return ""
    match node.func:
        case ast.Attribute(attr=name) | ast.Name(id=name):
            return name
    return ""


def test_an_exception_in_an_event_filter_stays_in_it() -> None:
    """Out of a filter, or of ``event``, it ends the program; out of a slot it does not."""
    found = 0
    for name, node in walk(ast.FunctionDef):
        assert isinstance(node, ast.FunctionDef)
        if node.name not in ("event", "eventFilter"):
            continue
        found += 1
        guarded, *rest = node.body
        assert isinstance(guarded, ast.Try), (name, node.lineno)
        kinds = [ast.unparse(one.type) for one in guarded.handlers if one.type is not None]
        assert "Exception" in kinds, (name, node.lineno)
        for statement in rest:
            assert isinstance(statement, ast.Return), (name, statement.lineno)
            assert isinstance(statement.value, ast.Constant), (name, statement.lineno)
    assert found, "nothing was looked at"


def test_nothing_switches_the_check_of_certificates_off() -> None:
    for name, node in walk(ast.keyword):
        assert isinstance(node, ast.keyword)
        if node.arg in ("verify", "check_hostname"):
            assert ast.unparse(node.value) != "False", (name, node.lineno)
    for name, node in walk(ast.Assign):
        assert isinstance(node, ast.Assign)
        named = {one.attr for one in node.targets if isinstance(one, ast.Attribute)}
        if "check_hostname" in named:
            assert ast.unparse(node.value) != "False", (name, node.lineno)
    for name, node in walk(ast.Attribute):
        assert isinstance(node, ast.Attribute)
        forbidden = ("CERT_NONE", "CERT_OPTIONAL", "_create_unverified_context")
        assert node.attr not in forbidden, (name, node.lineno)


# Who opens what for the user: https pages of the settings, and the settings file itself.
OPENERS = {"app/user_actions.py", "app/settings_controller.py"}


def test_pages_are_opened_in_two_places_only() -> None:
    assert {name for name, node in walk(ast.Call) if called(node) == "open_outside"} == OPENERS
    by = {name for name, node in walk(ast.Call) if called(node) == "openUrl"}
    assert by == {"desktop/events.py"}


def test_texts_are_never_markup() -> None:
    for name, node in walk(ast.Name):
        assert isinstance(node, ast.Name)
        assert node.id not in ("QTextBrowser", "QTextEdit", "QWebEngineView"), (name, node.lineno)
    for name, node in walk(ast.Call):
        assert isinstance(node, ast.Call)
        if called(node) == "QLabel":  # for a picture; texts have labels of their own
            assert not node.args, (name, node.lineno)
    for name, source in SOURCES.items():
        if "QMessageBox(" in source:
            assert "setTextFormat(Qt.TextFormat.PlainText)" in source, name


# Their texts are sentences of ours.
OURS = {"WalletTrayError", "CommandError", "UnusableCredentialError", "UnusableProxyError"}


# The loader's text is searched for the name of a library.
NO_SECRETS_YET = {"desktop/display.py"}


def leaks(handler: ast.ExceptHandler) -> Iterator[ast.AST]:
    """Where a caught exception's text goes into a log line or another text."""
    for node in ast.walk(handler):
        texts: list[ast.AST] = []
        if isinstance(node, ast.Call):
            logs = isinstance(node.func, ast.Attribute) and ast.unparse(node.func.value) == "_log"
            if logs or called(node) in ("str", "repr", "format", "print", "tell", "write_stdout"):
                texts.extend(node.args)
        elif isinstance(node, ast.FormattedValue):
            texts.append(node.value)
        for text in texts:
            if isinstance(text, ast.Name) and text.id == handler.name:
                yield text


def test_no_text_of_a_foreign_exception_is_reported() -> None:
    """It may hold a token, as that of a header which cannot be sent does."""
    looked_at = 0
    for name, node in walk(ast.ExceptHandler):
        assert isinstance(node, ast.ExceptHandler)
        kinds = {one.id for one in ast.walk(node.type or node) if isinstance(one, ast.Name)}
        if node.name is None or kinds <= OURS or name in NO_SECRETS_YET:
            continue
        looked_at += 1
        assert not list(leaks(node)), (name, node.lineno)
    assert looked_at > 10
    for name, node in walk(ast.Call):
        assert called(node) != "exception", (name, node.lineno)


@pytest.mark.parametrize(
    ("code", "is_leak"),
    [
        ("_log.warning('%s', error)", True),
        ("_log.warning('%s', type(error).__name__)", False),
        ("note = f'{error}'", True),
        ("note = str(error)", True),
        ("note = error.problem", False),
    ],
)
def test_such_a_text_is_found(code: str, is_leak: bool) -> None:
    tree = ast.parse(f"try:\n    pass\nexcept OSError as error:\n    {code}\n")
    (handler,) = (node for node in ast.walk(tree) if isinstance(node, ast.ExceptHandler))
    assert bool(list(leaks(handler))) is is_leak


# The services' own packages, and a service that tests and demos ask.
KNOW_THE_SERVICE = ("providers/", "simulator/")


def test_no_wallet_is_known_by_name() -> None:
    """A wallet is a description; the program knows the default one as ``providers.DEFAULT``."""
    found = [
        f"{name}:{number}: {line.strip()}"
        for name, source in SOURCES.items()
        if not name.startswith(KNOW_THE_SERVICE)
        for number, line in enumerate(source.splitlines(), 1)
        if re.search(r"(?i)bytenite|bytechip|(?<![a-z])byc(?![a-z])", line)
    ]
    assert found == []
