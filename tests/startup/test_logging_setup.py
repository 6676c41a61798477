"""What stands in the log, what never does, and who may read it."""

import base64
import logging
import os
import shutil
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from wallet_tray.startup.log_file import BACKUPS, MAX_BYTES
from wallet_tray.startup.logging_setup import set_up_logging

# A key as ByteNite makes them: long base64url text.
KEY = base64.urlsafe_b64encode(bytes(range(256))).decode()
SHORT = "hunter2!"


@pytest.fixture(autouse=True)
def root_logger() -> Iterator[None]:
    root = logging.getLogger()
    level, handlers = root.level, list(root.handlers)
    yield
    root.setLevel(level)
    for handler in [handler for handler in root.handlers if handler not in handlers]:
        root.removeHandler(handler)
        handler.close()


@pytest.fixture
def log_file(tmp_path: Path) -> Path:
    return tmp_path / "log" / "wallet-tray.log"


log = logging.getLogger("wallet_tray.test")


def _failure() -> Exception:
    try:
        try:
            raise ValueError(f"Illegal header value b'{KEY}' {SHORT}")
        except ValueError as cause:
            raise RuntimeError(SHORT) from cause
    except RuntimeError as error:
        return error


def test_a_line(log_file: Path) -> None:
    set_up_logging(log_file)

    log.warning("settings.toml has an unknown key, ignored: %s", "refresh.intervall")

    line = log_file.read_text()
    assert line.endswith(
        " WARNING wallet_tray.test: settings.toml has an unknown key, ignored: refresh.intervall\n"
    )


@pytest.mark.parametrize(
    "speak",
    [
        lambda: log.error("token %s", KEY),
        lambda: log.error(f"token {KEY}"),
        lambda: log.error("%r", {"Authorization": KEY.encode()}),
        lambda: log.error("%s", ValueError(KEY)),
        lambda: log.error("failed", exc_info=_failure()),
        lambda: log.error("https://u:%s@host/v1?key=%s", SHORT, KEY),
        lambda: log.error("password %s", SHORT),
        lambda: logging.getLogger(KEY).error("named after it"),
        lambda: log.error("stack", stack_info=True, extra={"key": KEY}),
    ],
)
def test_no_secret_in_any_way(log_file: Path, speak: object) -> None:
    set_up_logging(log_file, secrets=[SHORT])
    assert callable(speak)

    speak()

    text = log_file.read_text()
    assert text
    assert KEY not in text
    assert KEY[:40] not in text
    assert SHORT not in text


def test_exception_by_type_and_place(log_file: Path) -> None:
    set_up_logging(log_file)

    log.error("it failed", exc_info=_failure())

    text = log_file.read_text()
    assert "RuntimeError" in text
    assert "because of ValueError" in text
    assert 'File "startup/test_logging_setup.py", line' in text
    assert "in _failure" in text
    assert "Illegal header" not in text


def test_exception_text_of_another_handler_is_not_taken_over(log_file: Path) -> None:
    """logging keeps the text that the first formatter made, for all the others."""
    set_up_logging(log_file)
    record = log.makeRecord("x", logging.ERROR, "f", 1, "it failed", (), None)
    record.exc_text = f"ValueError: {SHORT}"

    logging.getLogger().handle(record)

    assert SHORT not in log_file.read_text()


def test_lines_cannot_be_forged(log_file: Path) -> None:
    set_up_logging(log_file)

    log.warning("a name: %s", "x\n2026-01-01 ERROR wallet_tray: forged\x1b[31m")

    lines = log_file.read_text().splitlines()
    assert lines[1].startswith("    ")
    assert "\x1b" not in lines[1]


def test_nothing_before_the_first_line(log_file: Path) -> None:
    set_up_logging(log_file)

    log.debug("of no interest")

    assert not log_file.parent.exists()


def test_private(log_file: Path) -> None:
    set_up_logging(log_file)

    log.warning("x")

    assert stat.S_IMODE(log_file.stat().st_mode) == 0o600
    assert stat.S_IMODE(log_file.parent.stat().st_mode) == 0o700


def test_never_grows_beyond_three_files(log_file: Path) -> None:
    set_up_logging(log_file)
    line = "words " * 600

    for _ in range(4 * MAX_BYTES // len(line)):
        log.warning(line)

    files = sorted(log_file.parent.iterdir())
    assert len(files) == 1 + BACKUPS
    assert all(file.stat().st_size <= MAX_BYTES for file in files)
    assert all(stat.S_IMODE(file.stat().st_mode) == 0o600 for file in files)


@pytest.mark.skipif(os.name == "nt", reason="an open file cannot be moved there")
def test_a_log_that_was_moved_or_removed_is_begun_where_it_belongs(log_file: Path) -> None:
    """It would be written for years to a file that has no name any more."""
    set_up_logging(log_file)
    log.warning("one")
    log_file.parent.rename(log_file.parent.with_name("old"))
    log.warning("two")
    assert "two" in log_file.read_text()
    log_file.unlink()
    log.warning("three")
    log.warning("four")
    assert [line[-5:].strip() for line in log_file.read_text().splitlines()] == ["three", "four"]
    shutil.rmtree(log_file.parent)
    log_file.parent.symlink_to(log_file.parent.with_name("old"))
    log.warning("five")
    assert "five" in log_file.with_name("wallet-tray.log").read_text()
    assert "one" in log_file.read_text()


@pytest.mark.skipif(os.name == "nt", reason="links need a right on Windows")
@pytest.mark.parametrize("begun", [False, True])
def test_log_file_replaces_a_link(log_file: Path, begun: bool) -> None:
    set_up_logging(log_file)
    log_file.parent.mkdir(mode=0o700)
    precious = log_file.with_name("precious")
    if begun:
        log.warning("one")
        log_file.rename(precious)
    else:
        precious.write_text("as it was")
    before = precious.read_text()
    log_file.symlink_to(precious)
    log.warning("two")
    assert precious.read_text() == before
    assert not log_file.is_symlink()
    assert "two" in log_file.read_text()


def test_folder_that_cannot_be_made(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text("")
    set_up_logging(tmp_path / "file" / "log" / "wallet-tray.log")

    log.warning("x")

    assert capsys.readouterr().err == ""


def test_http_libraries_are_quiet(log_file: Path) -> None:
    logging.getLogger("httpcore").setLevel(logging.DEBUG)
    set_up_logging(log_file)

    logging.getLogger("httpcore.http11").debug("receive_response_headers")
    logging.getLogger("httpx").info("HTTP Request: GET")
    logging.getLogger("h11").info("x")

    assert not log_file.exists()


def test_second_call_takes_the_place_of_the_first(log_file: Path, tmp_path: Path) -> None:
    set_up_logging(log_file, secrets=[SHORT])
    set_up_logging(tmp_path / "other.log")

    log.warning("once %s", SHORT)

    assert not log_file.exists()
    assert (tmp_path / "other.log").read_text().count("once") == 1
    assert SHORT not in (tmp_path / "other.log").read_text()
