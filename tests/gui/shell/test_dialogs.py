import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from cnnviz.shell.dialogs.about import AboutDialog, versions
from cnnviz.shell.dialogs.error_report import ErrorReportDialog
from cnnviz.shell.dialogs.problem_report import ProblemReportDialog
from cnnviz.shell.dialogs.shortcuts import ShortcutsDialog, keys_text
from cnnviz.shell.faults.log_setup import log_file, log_folder
from tests.helpers.shell import Shell


def test_that_about_knows_the_versions_without_importing_torch() -> None:
    program = (
        "import sys; from cnnviz.shell.dialogs.about import versions;"
        "assert versions()['torch'][0].isdigit(); assert 'torch' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", program], check=True)


def test_that_about_copies_the_versions(qtbot: QtBot) -> None:
    dialog = AboutDialog()
    qtbot.addWidget(dialog)
    dialog.show()
    button = dialog.findChild(QPushButton, "about_copy")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    copied = QGuiApplication.clipboard().text()
    assert f"Qt {versions()['Qt']}" in copied
    assert "numpy" in copied


def test_that_shift_f1_lists_the_keys_of_the_window(shell: Shell, qtbot: QtBot) -> None:
    shift = Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(shell.window, Qt.Key.Key_F1, shift)
    dialog = shell.window.findChild(ShortcutsDialog, "shortcuts_dialog")
    assert dialog.isVisible()
    texts = [label.text() for label in dialog.findChildren(QLabel)]
    for wanted in (
        "On every page",
        "Open picture or experiment",
        "Ctrl+O",
        "Full screen",
        "F11",
    ):
        assert wanted in texts
    assert not any("&" in text for text in texts)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        (["Left", "Right", "Up", "Down"], "← → ↑ ↓"),
        (["Shift+Left", "Shift+Right"], "Shift+← →"),
        (["Shift+Left", "Ctrl+Right"], "Shift+←   Ctrl+→"),
        (["Alt+Home"], "Alt+Home"),
        (["E", "F2"], "E   F2"),
        (["+", "="], "+   ="),
        (["Ctrl++", "-"], "Ctrl++   -"),
    ],
)
def test_that_keys_are_written_shortly(keys: list[str], text: str) -> None:
    assert keys_text([QKeySequence(key) for key in keys]) == text


def test_that_dialogs_block_nothing_and_open_once(shell: Shell) -> None:
    for _ in range(2):
        shell.window.actions_of_window.about.trigger()
    dialogs = shell.window.findChildren(AboutDialog)
    assert len(dialogs) == 1
    assert not dialogs[0].isModal()
    dialogs[0].close()


def test_that_an_error_report_gathers_errors_and_copies_them(qtbot: QtBot) -> None:
    dialog = ErrorReportDialog(Path("cnnviz.log"))
    qtbot.addWidget(dialog)
    dialog.add("ValueError: first")
    dialog.add("ValueError: second")
    assert dialog.isVisible()
    assert not dialog.isModal()
    button = dialog.findChild(QPushButton, "error_report_copy")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    copied = QGuiApplication.clipboard().text()
    assert copied.index("Python") < copied.index("first") < copied.index("second")


def test_that_a_flood_of_errors_stays_readable(qtbot: QtBot) -> None:
    dialog = ErrorReportDialog(Path("cnnviz.log"))
    qtbot.addWidget(dialog)
    for _ in range(200):
        dialog.add("x" * 1000)
    assert len(dialog.report) < 25_000


def test_that_a_report_of_a_problem_holds_versions_crash_and_log(
    shell: Shell, qtbot: QtBot
) -> None:
    log_folder().mkdir(parents=True)
    log_file().write_text("2026 WARNING something odd", encoding="utf-8")
    (log_folder() / "crash-1-1.txt").write_text("Fatal Python error: Aborted")
    shell.window.actions_of_window.report_problem.trigger()
    dialog = shell.window.findChild(ProblemReportDialog)
    assert not dialog.isModal()
    button = dialog.findChild(QPushButton, "problem_report_copy")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    copied = QGuiApplication.clipboard().text()
    for told in ("PySide6", "Fatal Python error: Aborted", "something odd"):
        assert told in copied
    dialog.close()


def test_that_the_folder_of_the_log_is_opened_by_the_system_or_told(
    shell: Shell, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []

    def open_url(url: QUrl) -> bool:
        opened.append(url.toLocalFile())
        return len(opened) == 1

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    shell.window.actions_of_window.log_folder.trigger()
    assert opened == [str(log_folder())]
    assert shell.window.findChild(ProblemReportDialog) is None
    shell.window.actions_of_window.log_folder.trigger()
    dialog = shell.window.findChild(ProblemReportDialog)
    assert str(log_folder()) in dialog.report
    dialog.close()
