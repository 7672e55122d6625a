from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QEvent, QLocale, QObject, Qt, QTranslator
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot
from typing_extensions import override

from cnnviz.engine.datasets.loading import load_dataset
from cnnviz.engine.datasets.split import Dataset
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.networks.layers import Network
from cnnviz.state.current_network import CurrentNetwork
from tests.helpers.opened_training import Open, Opened, click
from tests.helpers.training_fakes import LENET5, FakeEngine, weights


def test_that_start_draws_curves_and_maps_and_says_the_result(
    qtbot: QtBot, open_page: Open
) -> None:
    opened = open_page(FakeEngine())
    click(qtbot, opened, "train_start_or_pause_button")
    qtbot.waitUntil(lambda: opened.phase == "finished")
    data = opened.plots.loss.data
    assert data is not None
    assert len(data.batches[0]) == 25
    assert opened.plots.accuracy.data.held_out[1].tolist() == [75.0] * 5
    assert opened.tiles("c3_relu").picture is not None
    assert "75.00% on 20" in opened.text("run_words")


def test_that_the_plots_ask_for_start_only_until_it_was_pressed(
    qtbot: QtBot, open_page: Open
) -> None:
    fake, may_go = FakeEngine(), Event()
    load = fake.load_dataset

    def slow(data: str, network: Network) -> Dataset:
        may_go.wait()
        return load(data, network)

    fake.load_dataset = slow  # type: ignore[method-assign]
    opened = open_page(fake)
    hint = opened.plots.loss._hint
    assert "Click Start" in hint.text()
    click(qtbot, opened, "train_start_or_pause_button")
    assert opened.phase == "preparing"
    assert hint.isVisible()
    assert "Click Start" not in hint.text()
    may_go.set()
    qtbot.waitUntil(lambda: opened.phase == "finished")
    assert not hint.isVisible()


def test_that_a_network_that_was_brought_back_can_be_saved(
    qtbot: QtBot, open_page: Open, tmp_path: Path
) -> None:
    opened = open_page(FakeEngine())
    assert not opened.button("train_save_button").isEnabled()
    mine = CurrentNetwork(LENET5, weights(3), "trained", 0.5, run=4, epoch=1, step=9)
    opened.presenter.recover(mine)
    assert "save it" in opened.text("run_lasting")
    assert opened.button("train_use_button").isEnabled()
    click(qtbot, opened, "train_save_button")
    dialog = opened.page.findChild(QFileDialog)
    assert dialog is not None
    with qtbot.waitSignal(opened.presenter.saving.saved):
        dialog.fileSelected.emit(str(tmp_path / "mine.safetensors"))
    assert opened.fake.saved["weights"] is mine.weights
    dialog.reject()


def test_that_one_button_starts_pauses_and_resumes(
    qtbot: QtBot, open_page: Open
) -> None:
    opened = open_page(FakeEngine(endless=True))
    button = opened.button("train_start_or_pause_button")
    assert button.text() == "Start"
    click(qtbot, opened, "train_start_or_pause_button")
    qtbot.waitUntil(lambda: opened.phase == "running")
    assert button.text() == "Pause"
    # paused before its first batch, a run has rightly no weights to show
    qtbot.waitUntil(lambda: opened.presenter.run.state.curves.batches > 0)
    click(qtbot, opened, "train_start_or_pause_button")
    assert opened.phase == "paused"
    assert button.text() == "Resume"
    qtbot.waitUntil(lambda: opened.presenter.run.state.weights_step > 0)
    assert "paused" in opened.text("run_words")
    click(qtbot, opened, "train_start_or_pause_button")
    assert opened.phase == "running"


def test_that_the_step_button_takes_one_batch_a_click(
    qtbot: QtBot, open_page: Open
) -> None:
    opened = open_page(FakeEngine(endless=True))
    for step in (1, 2, 3):
        click(qtbot, opened, "train_step_button")
        qtbot.waitUntil(lambda n=step: opened.presenter.run.state.weights_step == n)
        assert opened.fake.asked == step
    data = opened.plots.loss.data
    assert data is not None
    assert len(data.batches[0]) == 3


def test_that_stop_ends_the_thread_and_unlocks_the_recipe(
    qtbot: QtBot, open_page: Open
) -> None:
    opened = open_page(FakeEngine(endless=True))
    epochs = opened.page.findChild(QSpinBox, "train_epochs")
    assert epochs is not None
    click(qtbot, opened, "train_start_or_pause_button")
    qtbot.waitUntil(lambda: opened.presenter.run.state.curves.batches > 0)
    assert not epochs.isEnabled()
    assert "Click Stop" in epochs.toolTip()
    with qtbot.waitSignal(opened.presenter.running_changed):
        click(qtbot, opened, "train_stop_button")
    assert opened.phase == "stopped"
    assert epochs.isEnabled()
    assert "Stopped after batch" in opened.text("run_words")


def test_that_the_keyboard_runs_the_page(qtbot: QtBot, open_page: Open) -> None:
    opened = open_page(FakeEngine(endless=True))
    page = opened.page
    for action in page.page_actions():
        page.addAction(action)
    page.activateWindow()
    page.setFocus()
    qtbot.waitUntil(page.isActiveWindow)
    qtbot.keyClick(page, Qt.Key.Key_F6)
    qtbot.waitUntil(lambda: opened.presenter.run.state.weights_step == 1)
    qtbot.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: opened.phase == "running")
    qtbot.keyClick(page, Qt.Key.Key_F7)
    qtbot.waitUntil(lambda: opened.phase == "stopped")


@pytest.mark.parametrize(
    ("typed", "words"),
    [("-0,5", "above 0"), ("0", "above 0"), ("fast", "not a number")],
)
def test_that_a_bad_learning_rate_is_refused_beside_its_field(
    qtbot: QtBot, open_page: Open, typed: str, words: str
) -> None:
    opened = open_page(FakeEngine())
    field = opened.page.findChild(QLineEdit, "train_learning_rate")
    assert field is not None
    top = opened.plots.y()
    field.selectAll()
    qtbot.keyClicks(field, typed)
    assert field.text() == typed
    assert "Every run starts" in opened.text("recipe_problem"), "may not be finished"
    qtbot.waitUntil(lambda: words in opened.text("recipe_problem"))
    start = opened.button("train_start_or_pause_button")
    assert not start.isEnabled()
    assert words in start.toolTip()
    assert opened.plots.y() == top
    field.selectAll()
    qtbot.keyClicks(field, "0,01")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert "Every run starts" in opened.text("recipe_problem")
    assert start.isEnabled()


def action(opened: Opened, name: str) -> QAction:
    found = opened.page.findChild(QAction, name)
    assert found is not None
    return found


def choose_mnist(opened: Opened, qtbot: QtBot) -> None:
    box = opened.page.findChild(QComboBox, "train_data")
    assert box is not None
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert opened.presenter.recipe.state.data == "mnist"
    click(qtbot, opened, "train_start_or_pause_button")
    qtbot.waitUntil(lambda: opened.phase == "failed")


def test_that_missing_mnist_is_refused_with_ways_out(
    qtbot: QtBot, open_page: Open
) -> None:
    opened = open_page(FakeEngine(missing=("mnist",)))
    choose_mnist(opened, qtbot)
    assert "not found" in opened.text("run_problem")
    for name in ("way_out_builtin", "way_out_download", "way_out_folder"):
        assert opened.button(name).isVisible()
    click(qtbot, opened, "way_out_builtin")
    assert opened.presenter.recipe.state.data == "builtin"
    assert opened.phase == "idle"
    assert opened.button("train_start_or_pause_button").isEnabled()


def test_that_mnist_can_be_downloaded_where_it_was_missed(
    qtbot: QtBot, open_page: Open
) -> None:
    opened = open_page(FakeEngine(missing=("mnist",)))
    choose_mnist(opened, qtbot)
    with qtbot.waitSignal(opened.presenter.download.succeeded):
        click(qtbot, opened, "way_out_download")
    assert "MNIST has been downloaded" in opened.text("run_words")
    click(qtbot, opened, "train_start_or_pause_button")
    qtbot.waitUntil(lambda: opened.phase == "finished")


def test_that_a_download_shows_progress_and_can_be_cancelled(
    qtbot: QtBot, open_page: Open
) -> None:
    opened = open_page(FakeEngine(missing=("mnist",), download_waits=True))
    choose_mnist(opened, qtbot)
    click(qtbot, opened, "way_out_download")
    qtbot.waitUntil(lambda: "2.0 of 11.0 MB" in opened.text("download_words"))
    click(qtbot, opened, "download_cancel")
    qtbot.waitUntil(lambda: opened.button("way_out_builtin").isVisible())


def test_that_a_failed_download_is_told_in_words(qtbot: QtBot, open_page: Open) -> None:
    reasons = "https://a: ConnectionError: HTTPSConnectionPool(host='a', port=443)"
    error = CnnvizError("download_failed", file="train-images", reasons=reasons)
    opened = open_page(FakeEngine(missing=("mnist",), download_error=error))
    choose_mnist(opened, qtbot)
    click(qtbot, opened, "way_out_download")
    qtbot.waitUntil(lambda: "could not be downloaded" in opened.text("run_problem"))
    assert "HTTPSConnectionPool" not in opened.text("run_problem")
    words = opened.page.findChild(QLabel, "run_problem")
    assert words is not None
    assert "HTTPSConnectionPool" in words.toolTip()
    assert words.height() >= words.heightForWidth(words.width())
    assert opened.button("way_out_builtin").isVisible()


@pytest.mark.parametrize("content", [b"no IDX at all", b"\0\0\x08\x01\0\0\0\x09abc"])
def test_that_broken_files_are_refused_with_the_same_ways_out(
    qtbot: QtBot, open_page: Open, tmp_path: Path, content: bytes
) -> None:
    for part, dimensions in (("train", 3), ("train", 1), ("t10k", 3), ("t10k", 1)):
        kind = "images" if dimensions == 3 else "labels"
        (tmp_path / f"{part}-{kind}-idx{dimensions}-ubyte").write_bytes(content)
    with pytest.raises(CnnvizError) as refused:
        load_dataset(str(tmp_path))
    opened = open_page(FakeEngine(broken=refused.value))
    click(qtbot, opened, "train_start_or_pause_button")
    qtbot.waitUntil(lambda: opened.phase == "failed")
    for name in ("way_out_builtin", "way_out_download", "way_out_folder"):
        assert opened.button(name).isVisible()


def test_that_a_batch_beyond_memory_is_refused_in_words_not_digit_by_digit(
    qtbot: QtBot, open_page: Open
) -> None:
    opened = open_page(FakeEngine())
    field = opened.page.findChild(QSpinBox, "train_batch_size")
    assert field is not None
    field.selectAll()
    qtbot.keyClicks(field, "60000")
    qtbot.waitUntil(lambda: field.value() == 60_000)
    assert "4096 or fewer" in opened.text("recipe_problem")
    assert not opened.button("train_start_or_pause_button").isEnabled()
    field.selectAll()
    qtbot.keyClicks(field, "128")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert "Every run starts" in opened.text("recipe_problem")
    assert opened.button("train_start_or_pause_button").isEnabled()


def test_that_what_is_unusual_about_the_data_stays_readable_in_the_page(
    qtbot: QtBot, open_page: Open
) -> None:
    note = CnnvizError("mnist_content_differs", file="train-images", found="ab12")
    opened = open_page(FakeEngine(notes=(note,)))
    click(qtbot, opened, "train_start_or_pause_button")
    qtbot.waitUntil(lambda: opened.phase == "finished")
    label = opened.page.findChild(QLabel, "recipe_problem")
    assert label is not None
    assert label.isVisible()
    assert "not the published one (see train-images)" in label.text()
    assert "ab12" in label.toolTip()
    assert opened.button("train_start_or_pause_button").isEnabled()


def test_that_the_learning_rate_follows_the_languages_decimal_sign(
    open_page: Open,
) -> None:
    opened = open_page(FakeEngine())
    field = opened.page.findChild(QLineEdit, "train_learning_rate")
    assert field is not None
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.Portuguese, QLocale.Country.Brazil))
    try:
        QApplication.sendEvent(opened.page._recipe, QEvent(QEvent.Type.LanguageChange))
        assert field.text() == "0,001"
        assert opened.presenter.recipe_problem is None
    finally:
        QLocale.setDefault(before)


def test_that_a_folder_can_be_chosen(
    qtbot: QtBot, open_page: Open, tmp_path: Path
) -> None:
    opened = open_page(FakeEngine(missing=("mnist",)))
    choose_mnist(opened, qtbot)
    click(qtbot, opened, "way_out_folder")
    dialog = opened.page.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(tmp_path))
    dialog.reject()
    assert opened.presenter.recipe.state.data == str(tmp_path)
    box = opened.page.findChild(QComboBox, "train_data")
    assert box is not None
    assert box.currentText() == tmp_path.name
    qtbot.waitUntil(lambda: opened.page.findChild(QFileDialog) is None)


def test_that_divergence_is_told_in_the_place_of_the_progress(
    qtbot: QtBot, open_page: Open
) -> None:
    opened = open_page(FakeEngine(fail_at=4))
    click(qtbot, opened, "train_start_or_pause_button")
    qtbot.waitUntil(lambda: opened.phase == "failed")
    assert "learning rate" in opened.text("run_problem")
    assert not opened.button("way_out_builtin").isVisible()
    data = opened.plots.loss.data
    assert data is not None
    assert len(data.batches[0]) == 3
    click(qtbot, opened, "problem_dismiss")
    assert opened.phase == "failed"  # its numbers are lost: it was not just stopped
    assert opened.button("train_start_or_pause_button").isEnabled()


def test_that_the_trained_network_is_sent_to_the_draw_page(
    qtbot: QtBot, open_page: Open
) -> None:
    opened = open_page(FakeEngine())
    use = opened.button("train_use_button")
    assert not use.isEnabled()
    assert "Train first" in use.toolTip()
    click(qtbot, opened, "train_start_or_pause_button")
    qtbot.waitUntil(lambda: opened.phase == "finished")
    with qtbot.waitSignal(opened.presenter.network_used):
        click(qtbot, opened, "train_use_button")
    assert "Draw page now uses" in opened.text("run_words")


def test_that_weights_are_saved_through_the_dialog(
    qtbot: QtBot, open_page: Open, tmp_path: Path
) -> None:
    opened = open_page(FakeEngine())
    click(qtbot, opened, "train_start_or_pause_button")
    qtbot.waitUntil(lambda: opened.phase == "finished")
    click(qtbot, opened, "train_save_button")
    dialog = opened.page.findChild(QFileDialog)
    assert dialog is not None
    with qtbot.waitSignal(opened.presenter.saving.saved):
        dialog.fileSelected.emit(str(tmp_path / "mine.safetensors"))
    dialog.reject()
    assert "Saved mine.safetensors" in opened.text("run_words")
    qtbot.waitUntil(lambda: opened.button("train_save_button").isEnabled())


def test_that_the_page_goes_back_and_follows_again(
    qtbot: QtBot, open_page: Open
) -> None:
    opened = open_page(FakeEngine(endless=True))
    timeline = opened.presenter.timeline
    for step in (1, 2, 3):
        click(qtbot, opened, "train_step_button")
        qtbot.waitUntil(lambda n=step: opened.presenter.run.state.weights_step == n)
    timeline.move(-1)
    assert opened.text("live_moment") == "batch 2"
    assert opened.plots.loss.moment == 2
    assert opened.plots.accuracy.moment == 2
    shown = opened.page._live._shown
    assert shown is not None
    assert shown.step == 2
    click(qtbot, opened, "train_step_button")
    qtbot.waitUntil(lambda: opened.presenter.run.state.weights_step == 4)
    assert opened.page._live._shown is shown
    timeline.follow_newest()
    assert opened.page._live._shown.step == 4
    assert opened.text("live_moment") == "now"
    assert opened.plots.loss.moment is None


@pytest.mark.parametrize("name", ["train_batch_size", "train_epochs", "train_seed"])
def test_that_undo_in_a_number_field_is_the_windows(
    qtbot: QtBot, open_page: Open, name: str
) -> None:
    opened = open_page(FakeEngine())
    undo = QAction(opened.page)
    undo.setShortcut(QKeySequence.StandardKey.Undo)
    opened.page.addAction(undo)
    opened.page.activateWindow()
    qtbot.waitUntil(opened.page.isActiveWindow)
    if name == "train_seed":
        action(opened, "train_recipe").trigger()
    field = opened.page.findChild(QSpinBox, name)
    assert field is not None
    field.setFocus()
    with qtbot.waitSignal(undo.triggered):
        qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


def test_that_devices_that_are_not_there_cannot_be_chosen(
    qtbot: QtBot, open_page: Open
) -> None:
    opened = open_page(FakeEngine())
    with qtbot.waitSignal(opened.presenter.devices.changed):
        opened.page.set_shown(True)
    action(opened, "train_recipe").trigger()
    box = opened.page.findChild(QComboBox, "train_device")
    assert box is not None
    flags = [box.model().flags(box.model().index(row, 0)) for row in range(4)]
    enabled = [bool(flag & Qt.ItemFlag.ItemIsEnabled) for flag in flags]
    assert enabled == [True, True, False, False]


def test_that_closing_while_training_stops_the_thread(
    qtbot: QtBot, open_page: Open
) -> None:
    opened = open_page(FakeEngine(endless=True))
    click(qtbot, opened, "train_start_or_pause_button")
    qtbot.waitUntil(lambda: opened.presenter.run.state.curves.batches > 0)
    assert opened.presenter.is_running
    opened.presenter.stop()
    assert "Stopping" in opened.text("run_words")
    opened.presenter.shut_down()
    assert opened.fake.closed


class Signed(QTranslator):
    """A language that writes a sign before every text."""

    @override
    def translate(
        self, context: str, text: str, disambiguation: str = "", n: int = -1
    ) -> str:
        return "@" + text

    @override
    def isEmpty(self) -> bool:
        return False


def test_that_every_text_changes_with_the_language(
    qtbot: QtBot, open_page: Open, qapp: QApplication
) -> None:
    opened = open_page(FakeEngine())
    click(qtbot, opened, "train_start_or_pause_button")
    qtbot.waitUntil(lambda: opened.phase == "finished")
    translator = Signed(qapp)
    qapp.installTranslator(translator)
    try:
        QApplication.sendEvent(opened.page, QEvent(QEvent.Type.LanguageChange))
        qapp.processEvents()
        left = [
            label.text()
            for label in opened.page.findChildren(QLabel)
            if any(letter.isalpha() for letter in label.text())
            and not label.text().startswith("@")
            and label.objectName() != "curve_value"
        ]
        assert left == []
        buttons = [b.text() for b in opened.page.findChildren(QAbstractButton)]
        assert {b for b in buttons if not b.startswith("@")} <= {"", "LeNet-5"}
    finally:
        qapp.removeTranslator(translator)
        QObject.deleteLater(translator)


@pytest.mark.parametrize("by", ["mouse", "key"])
def test_that_no_field_takes_the_keyboard_when_a_run_begins(
    by: str, qtbot: QtBot, open_page: Open
) -> None:
    opened = open_page(FakeEngine(endless=True))
    opened.page.window().activateWindow()
    data = opened.page.findChild(QWidget, "train_data")
    assert data is not None
    data.setFocus()
    qtbot.waitUntil(data.hasFocus)
    if by == "mouse":
        click(qtbot, opened, "train_start_or_pause_button")
    else:
        opened.page._actions.start_or_pause.trigger()
    qtbot.waitUntil(lambda: opened.phase == "running")
    assert not isinstance(opened.page.window().focusWidget(), QLineEdit)
