"""What the foot of the Train page says of a run that was interrupted."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from typing_extensions import override

from cnnviz.engine.datasets.split import Dataset
from cnnviz.engine.networks.layers import Network
from cnnviz.engine.training.run_folder import RunFolder
from cnnviz.pages.train.presenters.training_engine import runs_folder
from tests.helpers.opened_training import Open, Opened, click
from tests.helpers.training_fakes import FakeEngine, tiny_dataset


class OtherPictures(FakeEngine):
    """An engine whose data set has changed since last time."""

    @override
    def load_dataset(self, data: str, network: Network) -> Dataset:
        return tiny_dataset(41)


def shown(opened: Opened, name: str) -> bool:
    label = opened.page.findChild(QLabel, name)
    assert label is not None
    return label.isVisible()


@pytest.fixture
def folder(qtbot: QtBot, open_page: Open) -> Path:
    """Return the folder of a run whose page is gone."""
    opened = open_page(FakeEngine(endless=True))
    click(qtbot, opened, "train_start_or_pause_button")
    qtbot.waitUntil(lambda: opened.presenter.run.state.curves.batches >= 3)
    opened.presenter.shut_down()
    qtbot.waitUntil(lambda: opened.phase == "stopped")
    [path] = runs_folder().iterdir()
    return path


def test_that_a_run_that_cannot_go_on_says_why_and_is_offered_again(
    qtbot: QtBot, open_page: Open, folder: Path
) -> None:
    opened = open_page(OtherPictures())
    qtbot.waitUntil(lambda: shown(opened, "offer_words"))
    click(qtbot, opened, "offer_go_on")
    qtbot.waitUntil(lambda: shown(opened, "run_problem"))
    assert "are not those that the run in" in opened.text("run_problem")
    click(qtbot, opened, "problem_dismiss")
    assert shown(opened, "offer_words")
    assert folder.exists()
    click(qtbot, opened, "offer_discard")
    assert shown(opened, "run_words")
    qtbot.waitUntil(lambda: not folder.exists())


def test_that_a_run_that_another_window_took_up_is_not_discarded(
    qtbot: QtBot, open_page: Open, folder: Path
) -> None:
    opened = open_page(FakeEngine())
    qtbot.waitUntil(lambda: shown(opened, "offer_words"))
    with RunFolder(folder):
        click(qtbot, opened, "offer_discard")
        qtbot.waitUntil(lambda: shown(opened, "run_problem"))
    assert "is in use by process" in opened.text("run_problem")
    assert folder.exists()


def test_that_a_new_run_is_begun_beside_the_offer(
    qtbot: QtBot, open_page: Open, folder: Path
) -> None:
    opened = open_page(FakeEngine())
    qtbot.waitUntil(lambda: shown(opened, "offer_words"))
    click(qtbot, opened, "train_start_or_pause_button")
    assert not shown(opened, "offer_words")
    qtbot.waitUntil(lambda: opened.phase == "finished")
    assert shown(opened, "run_words")
    assert folder.exists()


def test_that_a_sentence_about_what_was_done_leaves_the_offer(
    qtbot: QtBot, open_page: Open, folder: Path
) -> None:
    opened = open_page(FakeEngine())
    qtbot.waitUntil(lambda: shown(opened, "offer_words"))
    opened.page._say("Saved weights.safetensors.")
    assert opened.text("run_words") == "Saved weights.safetensors."
    assert opened.text("offer_words").startswith("A run of LeNet-5 was interrupted")
    assert opened.button("offer_go_on").isVisible()
    assert folder.exists()
