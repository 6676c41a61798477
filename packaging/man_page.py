"""The manual page, made of what ``wallet-tray --help`` and ``wallet-tray COMMAND --help`` say.

    python man_page.py [--date SECONDS]        the page on standard output

Nothing about commands and options stands here: the argument parser is the only source.
"""

import argparse
import contextlib
import io
import os
import re
import sys
from collections.abc import Iterator
from datetime import UTC, datetime

_COMMAND = "wallet-tray"
_WIDE = "1000"  # columns: no line of the help is broken


def page(seconds: int) -> str:
    """Return the whole page in roff, dated ``seconds`` since 1970."""
    date = datetime.fromtimestamp(seconds, UTC).date().isoformat()
    main = help_of()
    name, version = help_of("--version").split()
    blocks = list(_blocks(main))
    purpose = blocks[1][1].partition(". ")[0].rstrip(".")
    lines = [
        f'.TH {name.upper()} 1 {date} "Wallet Tray {version}" "User Commands"',
        ".SH NAME",
        f"{_safe(name)} \\- {_safe(purpose[0].lower() + purpose[1:])}",
        ".SH SYNOPSIS",
        f".B {_safe(name)}",
        _safe(blocks[0][1].removeprefix(f"usage: {name} ")),
        ".SH DESCRIPTION",
        _safe(blocks[1][1]),
        ".SH OPTIONS",
        *_entries(dict(blocks)["options"]),
        ".SH COMMANDS",
    ]
    for command in commands():
        lines += _command(command)
    lines += [
        ".SH ENVIRONMENT",
        *_entry(
            "WALLET_TRAY_KEY_<ACCOUNT>",
            "the key of that account of settings.toml, with - as _; used instead of the keyring",
        ),
        *_entry(
            "BYTENITE_API_KEY, BYTENITE_ACCESS_TOKEN",
            "the same for the selected or first account, at the service's own address "
            "and on this computer alone",
        ),
        *_entry("NO_COLOR", "no colours in the output"),
        ".SH FILES",
        *_entry("settings.toml", "the settings, in ~/.config/wallet-tray"),
        *_entry("history.sqlite3", "the recorded balances, in ~/.local/share/wallet-tray"),
        *_entry("wallet-tray.log", "the log, in ~/.local/state/wallet-tray/log"),
        ".SH EXIT STATUS",
        "0 done; 1 answered with no; 2 wrong usage or settings; 3 not signed in or rejected; "
        "4 the service failed or could not be reached; 5 no usable keyring; 6 an answer that makes "
        "no sense; 7 the tray program cannot run here; 70 a fault of the program; 130 interrupted.",
    ]
    return "\n".join(lines) + "\n"


def help_of(*arguments: str) -> str:
    """Return what the program prints for ``arguments``, by default for --help."""
    from wallet_tray.cli.arguments import parse

    os.environ.update({"COLUMNS": _WIDE, "NO_COLOR": "1"})
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed), contextlib.suppress(SystemExit):
        parse(arguments or ("--help",))
    return printed.getvalue()


def commands() -> list[str]:
    """Return the names of the commands in their order."""
    rows = dict(_blocks(help_of()))["commands"].split("\n")
    return [found[1] for row in rows if (found := re.match(r"    ([a-z-]+)(?:  |$)", row))]


def _command(command: str) -> list[str]:
    blocks = list(_blocks(help_of(command, "--help")))
    usage = blocks[0][1].removeprefix("usage: ")
    lines = [f".SS {_safe(usage)}"]
    for title, text in blocks[1:]:
        if not title:
            lines += [".PP", _safe(text)]
        elif title not in ("options", "positional arguments"):
            lines += [".PP", f"{_safe(title).capitalize()}:", *_entries(text)]
        else:
            lines += _entries(text)
    return lines


def _blocks(text: str) -> Iterator[tuple[str, str]]:
    """Yield the parts of a help text between its empty lines: (title or "", the rest)."""
    for block in text.strip().split("\n\n"):
        first, _, rest = block.partition("\n")
        if first.endswith(":") and rest.startswith(" "):
            yield first[:-1], rest
        else:
            yield "", " ".join(block.split())


def _entries(text: str) -> Iterator[str]:
    """Yield the entries of a list in roff.

    A row is a term, two blanks and its meaning; the meaning may stand on the next row.
    """
    term = ""
    for row in text.split("\n"):
        found = re.match(r" {2,4}(\S.*?)(?: {2,}(\S.*))?$", row)
        if found is None and term:
            yield from _entry(term, row.strip())
            term = ""
        elif found is not None and found[2]:
            yield from _entry(found[1], found[2])
        elif found is not None:
            term = found[1]


def _entry(term: str, meaning: str) -> tuple[str, str, str]:
    return ".TP", f".B {_safe(term)}", _safe(meaning[:1].upper() + meaning[1:])


def _safe(text: str) -> str:
    """Escape text so that roff takes it literally."""
    text = text.replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{text}" if text[:1] in ".'" else text


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--date", type=int, default=0)
    sys.stdout.reconfigure(encoding="utf-8")
    print(page(parser.parse_args().date), end="")
