"""The list of kept runs over the Train page, and a run as a report and as a film."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPushButton, QTableWidget
from pytestqt.qtbot import QtBot

from cnnviz.engine.reports.words import Words
from cnnviz.engine.training.run_folder import RunFolder
from tests.helpers.opened_training import Open, Opened, click
from tests.helpers.training_fakes import FakeEngine


def finished(qtbot: QtBot, opened: Opened) -> None:
    click(qtbot, opened, "train_start_or_pause_button")
    qtbot.waitUntil(lambda: opened.phase == "finished")
    qtbot.waitUntil(lambda: not opened.presenter.is_running)


def listed(qtbot: QtBot, opened: Opened, rows: int) -> QTableWidget:
    opened.page._actions.runs.trigger()
    table = opened.page.findChild(QTableWidget, "runs_table")
    qtbot.waitUntil(lambda: table.rowCount() == rows)
    return table


def test_that_a_kept_run_is_shown_again_without_training(
    qtbot: QtBot, open_page: Open
) -> None:
    opened = open_page(FakeEngine())
    finished(qtbot, opened)
    curves = opened.presenter.run.state.curves
    table = listed(qtbot, opened, 1)
    assert [table.item(0, column).text() for column in (0, 1, 3, 4, 6)] == [
        "LeNet-5",
        "Built-in digits",
        "5 of 5",
        "75.00%",
        "finished",
    ]
    table.selectRow(0)
    click(qtbot, opened, "runs_open")
    qtbot.waitUntil(lambda: opened.presenter.run.state.number == 2)
    qtbot.waitUntil(lambda: opened.phase == "finished")
    assert not table.isVisible()
    assert opened.presenter.run.state.curves.batches == curves.batches
    qtbot.waitUntil(lambda: opened.presenter.run.state.weights_step == 25)
    assert not opened.presenter.is_running
    assert "75.00% on 20" in opened.text("run_words")


def test_that_a_run_is_deleted_when_asked_and_not_while_it_is_in_use(
    qtbot: QtBot, open_page: Open
) -> None:
    opened = open_page(FakeEngine())
    finished(qtbot, opened)
    folder = opened.presenter.run.state.folder
    assert folder is not None
    with RunFolder(folder):
        table = listed(qtbot, opened, 1)
        table.selectRow(0)
        assert table.item(0, 6).text() == "in use"
        assert not opened.button("runs_delete").isEnabled()
    opened.presenter.shelf.look()
    qtbot.waitUntil(lambda: table.item(0, 6).text() == "finished")
    for answer, rows in (("delete_run_no", 1), ("delete_run_yes", 0)):
        click(qtbot, opened, "runs_delete")
        box = opened.page._kept.panel._box
        assert box is not None
        assert folder.name in box.text()
        button = box.findChild(QPushButton, answer)
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda n=rows: table.rowCount() == n)
    assert not folder.exists()
    qtbot.keyClick(opened.page, Qt.Key.Key_Escape)
    assert not opened.button("runs_close").isVisible()


def test_that_a_run_is_saved_as_a_report(
    qtbot: QtBot, open_page: Open, tmp_path: Path
) -> None:
    opened = open_page(FakeEngine())
    report, writing = opened.page._actions.report, opened.presenter.report.writing
    assert "Train first" in report.toolTip()
    finished(qtbot, opened)
    for name in ("run.csv", "run.svg"):
        report.trigger()
        dialog = opened.page.findChild(QFileDialog, "save_report_dialog")
        with qtbot.waitSignal(writing.saved, timeout=20_000):
            dialog.fileSelected.emit(str(tmp_path / name))
        dialog.reject()
        dialog.setParent(None)
        assert f"Saved {name}" in opened.text("run_words")
    assert "</svg>" in (tmp_path / "run.svg").read_text(encoding="utf-8")
    assert (tmp_path / "run.csv").read_text(encoding="utf-8").startswith("step,epoch")
    with qtbot.waitSignal(writing.failed, timeout=20_000):
        opened.presenter.report.save(tmp_path / "run.txt", Words())
    assert "run.txt" in opened.text("run_problem")


def test_that_a_run_is_saved_as_a_film(
    qtbot: QtBot, open_page: Open, tmp_path: Path
) -> None:
    opened = open_page(FakeEngine())
    assert not opened.page._actions.film.isEnabled()
    finished(qtbot, opened)
    opened.page._actions.film.trigger()
    dialog = opened.page.findChild(QFileDialog, "save_film_dialog")
    with qtbot.waitSignal(opened.presenter.film.saved, timeout=20_000):
        dialog.fileSelected.emit(str(tmp_path / "run.webp"))
        assert opened.button("film_cancel").isVisible()
    dialog.reject()
    assert "Saved run.webp" in opened.text("run_words")
    qtbot.waitUntil(lambda: not opened.button("film_cancel").isVisible())
    assert (tmp_path / "run.webp").read_bytes()[8:12] == b"WEBP"
