"""What the settings' windows ask for: the history as a file, and the diagnosis."""

import os
import stat
import threading
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QLabel, QMessageBox, QPushButton

from tests.integration.running_program import RunningProgram, button, label, shown
from tests.support.builders import make_account
from wallet_tray.app.diagnosis import diagnosis_view
from wallet_tray.app.history import export_history
from wallet_tray.cli import history
from wallet_tray.cli.arguments import parse
from wallet_tray.context import AppContext
from wallet_tray.diagnostics.finding import Finding, Message, State
from wallet_tray.diagnostics.report import report_lines
from wallet_tray.diagnostics.run import DiagnosticReport, run_checks
from wallet_tray.history.history import History
from wallet_tray.simulator.server import SimulatedService
from wallet_tray.text.results import export_sentence
from wallet_tray.ui.dialogs.diagnostics import DiagnosisDialog, FindingList, Sign
from wallet_tray.ui.settings.dialog import SettingsDialog
from wallet_tray.ui.settings.fields import ExportField


@pytest.fixture
def wallet(
    running: RunningProgram, make_service: Callable[..., SimulatedService]
) -> SimulatedService:
    service = make_service("512.34")
    running.write_settings([{"id": "own", "label": "Own", "api_url": service.api_url}])
    running.keyring.write(
        make_account(id="own", api_url=service.api_url).keyring_user, service.api_key
    )
    running.start()
    running.wait(lambda: "512.34" in running.tooltip())
    running.program.actions.open_settings()
    return service


# -- the history as a file


def ask_for_export(running: RunningProgram) -> QFileDialog:
    (dialog,) = shown(SettingsDialog)
    dialog.findChild(ExportField).findChild(QPushButton).click()
    running.wait(lambda: bool(shown(QFileDialog)))
    (files,) = shown(QFileDialog)
    return files


def said() -> str:
    (dialog,) = shown(SettingsDialog)
    return dialog.findChild(ExportField).note.text()


def command_line_s(running: RunningProgram, capfdbinary: pytest.CaptureFixture[bytes]) -> bytes:
    arguments = parse(["history", "--csv"])
    context = AppContext(
        running.folders,
        running.folders,
        {},
        lambda: running.keyring,
        partial(History, running.folders.history_file),
    )
    capfdbinary.readouterr()
    assert history.run(arguments, context) == 0
    return capfdbinary.readouterr().out


def test_the_file_is_what_the_command_line_prints(
    running: RunningProgram,
    wallet: SimulatedService,
    tmp_path: Path,
    capfdbinary: pytest.CaptureFixture[bytes],
) -> None:
    files = ask_for_export(running)
    assert files.selectedFiles()[0].endswith(".csv")
    target = tmp_path / "out.csv"
    files.selectFile(str(target))
    files.accept()
    running.wait(lambda: said() == "1 recorded balance written to out.csv.")
    assert target.read_bytes() == command_line_s(running, capfdbinary)
    assert target.read_bytes().count(b"\r\n") == 2
    assert stat.S_IMODE(target.stat().st_mode) == 0o600


def test_a_file_that_is_there_is_replaced_after_the_dialogs_question_alone(
    running: RunningProgram, wallet: SimulatedService, tmp_path: Path
) -> None:
    target = tmp_path / "out.csv"
    target.write_text("mine")
    answers = []

    def answer(button_kind: QMessageBox.StandardButton) -> None:
        (question,) = shown(QMessageBox)
        answers.append(question.text())
        question.button(button_kind).click()

    files = ask_for_export(running)
    files.setOption(QFileDialog.Option.DontUseNativeDialog)
    files.selectFile(str(target))
    QTimer.singleShot(0, partial(answer, QMessageBox.StandardButton.No))
    files.accept()  # waits for the answer
    assert target.read_text() == "mine"
    QTimer.singleShot(0, partial(answer, QMessageBox.StandardButton.Yes))
    files.accept()
    running.wait(lambda: said() == "1 recorded balance written to out.csv.")
    assert target.read_bytes().startswith(b"account,")
    assert len(answers) == 2


def export(running: RunningProgram, target: Path, **how: bool):
    account = make_account(id="own")
    open_history = partial(History, running.folders.history_file)
    return export_history(open_history, account, target, **{"may_replace": False, **how})


def test_a_file_that_came_after_the_question_stays(running: RunningProgram, tmp_path: Path) -> None:
    target = tmp_path / "out.csv"
    target.write_text("another program's")
    (tmp_path / "link").symlink_to("nowhere")
    for path in (target, tmp_path / "link"):
        assert export(running, path).refusal is not None
    assert target.read_text() == "another program's"
    assert not (tmp_path / "nowhere").exists()


@pytest.mark.parametrize(
    ("target", "sentence"),
    [
        ("missing/out.csv", "out.csv cannot be written. Choose another folder."),
        ("out.csv", "Nothing is recorded yet: out.csv holds the headings alone."),
    ],
)
def test_result_of_an_export_is_one_sentence(
    running: RunningProgram, tmp_path: Path, target: str, sentence: str
) -> None:
    assert export_sentence(export(running, tmp_path / target)) == sentence


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs the device that is always full")
def test_full_disk_is_reported(running: RunningProgram, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.open
    monkeypatch.setattr(os, "open", lambda *_: real("/dev/full", os.O_WRONLY))
    monkeypatch.setattr(Path, "unlink", lambda *_, **__: None)
    result = export(running, Path("/dev/shm/never.csv"))
    assert export_sentence(result) == "The disk is full, so never.csv was not written."


# -- the diagnosis


def open_diagnosis(running: RunningProgram) -> DiagnosisDialog:
    (dialog,) = shown(SettingsDialog)
    button(dialog, "Diagnosis…").click()
    (window,) = shown(DiagnosisDialog)
    return window


def rows(window: DiagnosisDialog) -> list[str]:
    found = window.findChild(FindingList)
    return [one.text() for one in found.findChildren(QLabel) if one.text()]


def test_diagnosis_window_matches_the_command_line(
    running: RunningProgram, wallet: SimulatedService
) -> None:
    window = open_diagnosis(running)
    assert label(window, "Result") == "Looking at everything; this takes up to 15 seconds…"
    assert not window._again.isEnabled()
    running.wait(lambda: bool(rows(window)))
    assert window._again.isEnabled()
    text = "\n".join(rows(window))
    assert "Service – All right" in text
    assert wallet.api_key not in text
    button(window, "Copy").click()
    copied = QGuiApplication.clipboard().text()
    context = running.program._context
    found: list[DiagnosticReport] = []  # aside: the program itself is asked whether it runs
    threading.Thread(target=lambda: found.append(run_checks(context)), daemon=True).start()
    running.wait(lambda: bool(found))
    assert copied.splitlines() == report_lines(found[0], None)
    assert wallet.api_key not in copied


def test_it_may_be_closed_while_it_runs_and_opened_again(
    running: RunningProgram, wallet: SimulatedService
) -> None:
    window = open_diagnosis(running)
    window.close()
    assert open_diagnosis(running) is window  # the same examination goes on
    running.wait(lambda: bool(rows(window)))
    window.close()
    open_diagnosis(running)
    assert not window._again.isEnabled()  # a new one; what was found stays to be read
    assert rows(window)
    running.wait(window._again.isEnabled)


def test_internal_error_is_shown(
    running: RunningProgram, wallet: SimulatedService, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_context: object) -> DiagnosticReport:
        raise RuntimeError("WTSENTINEL")

    monkeypatch.setattr("wallet_tray.diagnostics.run.run_checks", broken)
    window = open_diagnosis(running)
    running.wait(window._again.isEnabled)
    assert label(window, "Result").startswith("This check failed by a fault of the program.")


def test_signs_are_read_as_words_and_accounts_as_their_labels() -> None:
    words = Message("<b>Found</b>.", "Do this.")
    found = DiagnosticReport(
        (
            Finding("tray", State.OK, Message("A tray.")),
            Finding("service", State.PROBLEM, words, account="own"),
            replace(Finding("service", State.NOTE, words, account="team")),
        ),
        {},
    )
    view = diagnosis_view(found, {"own": "Own & Co", "team": "Team"})
    assert [(row.sign, row.head, row.found, row.todo) for row in view.rows] == [
        (Sign.GOOD, "Tray – All right", "A tray.", ""),
        (Sign.PROBLEM, "Service (Own & Co) – Problem", "<b>Found</b>.", "Do this."),
        (Sign.NOTE, "Service (Team) – Note", "<b>Found</b>.", "Do this."),
    ]
    assert view.summary == "1 problem, 1 note."
    assert diagnosis_view(replace(found, findings=found.findings[:1]), {}).summary == "All is well."


@pytest.mark.parametrize("event", ["resumed", "network_returned"])
def test_settings_on_a_disk_that_is_not_watched_are_read_at_waking_up(
    running: RunningProgram, make_service: Callable[..., SimulatedService], event: str
) -> None:
    service = make_service("512.34")
    account = {"id": "own", "label": "Own", "api_url": service.api_url}
    running.write_settings([account])
    running.keyring.write(
        make_account(id="own", api_url=service.api_url).keyring_user, service.api_key
    )
    program = running.start()
    running.wait(lambda: "512.34" in running.tooltip())
    running.wait(lambda: program._settings._paths._watcher is not None)
    watcher = program._settings._paths._watcher
    watcher.directoryChanged.disconnect()  # as with a home on another computer
    watcher.fileChanged.disconnect()
    running.write_settings([account], "[display]\nhide_amounts = true\n")
    getattr(program._desktop, event).emit()
    running.wait(lambda: "512.34" not in running.tooltip())
