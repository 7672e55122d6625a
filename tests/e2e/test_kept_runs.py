"""A run is interrupted, by closing the window or by a kill, and goes on at the next start."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QLocale, QSettings, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from cnnviz.app import Session, build
from cnnviz.engine.datasets.split import Dataset
from cnnviz.engine.networks.layers import Network
from cnnviz.engine.training.events import Finished
from cnnviz.engine.training.loop import train
from cnnviz.engine.training.run_events import read_told
from cnnviz.engine.training.run_folder import RunFolder
from cnnviz.pages.train.presenters.training_engine import TrainingEngine, runs_folder
from tests.helpers.training_fakes import tiny_dataset

Open = Callable[..., Session]
EPOCHS = 60


def load_tiny(_engine: TrainingEngine, _data: str, _network: Network) -> Dataset:
    return tiny_dataset()


@pytest.fixture
def open_window(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Open]:
    """Open windows, one after the other, which train on forty pictures of noise."""
    monkeypatch.setattr(TrainingEngine, "load_dataset", load_tiny)
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    palette, locale = QGuiApplication.palette(), QLocale()
    made: list[Session] = []

    def opened(language: str = "en") -> Session:
        settings = QSettings(str(tmp_path / "cnnviz.ini"), QSettings.Format.IniFormat)
        settings.setValue("language", language)
        session = build(settings, runs=tmp_path / "runs")
        made.append(session)
        qtbot.addWidget(session.window)
        session.window.resize(1280, 800)
        with qtbot.waitExposed(session.window):
            session.window.show()
        session.window.show_page("train")
        return session

    yield opened
    for session in made:
        session.shut_down()
    made[-1].window.actions_of_window.languages.values["en"].trigger()
    QGuiApplication.setPalette(palette)
    QLocale.setDefault(locale)


def press(session: Session, qtbot: QtBot, name: str) -> None:
    button = session.window.findChild(QPushButton, name)
    assert button is not None
    assert button.isVisible()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def words(session: Session, name: str) -> str:
    label = session.window.findChild(QLabel, name)
    assert label is not None
    return label.text() if label.isVisible() else ""


def begun(session: Session, qtbot: QtBot, batches: int) -> None:
    """Let a run come so far."""
    recipe = session.train.recipe.state
    session.train.change_recipe(
        replace(recipe, epochs=EPOCHS, batch_size=4, device="cpu", seed=3)
    )
    session.train.start()
    qtbot.waitUntil(
        lambda: session.train.run.state.curves.batches >= batches, timeout=20_000
    )


def closed(session: Session, qtbot: QtBot) -> None:
    """Close the window, which asks first."""
    assert not session.window.close()
    box = session.window.findChild(QMessageBox, "closing_question")
    assert box is not None
    qtbot.mouseClick(
        box.findChild(QPushButton, "closing_stop"), Qt.MouseButton.LeftButton
    )
    qtbot.waitUntil(lambda: not session.window.isVisible(), timeout=20_000)
    session.shut_down()


def offered(session: Session, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: words(session, "offer_words") != "", timeout=20_000)


def test_that_a_run_of_a_closed_window_goes_on_to_the_same_weights(
    qtbot: QtBot, open_window: Open
) -> None:
    first = open_window()
    begun(first, qtbot, batches=25)
    closed(first, qtbot)
    reached = first.train.run.state.curves.batches
    config = first.train.run.state.config
    assert config is not None

    second = open_window()
    offered(second, qtbot)
    epoch = len(first.train.run.state.epochs) + 1
    assert words(second, "offer_words") == (
        f"A run of LeNet-5 was interrupted in epoch {epoch} of {EPOCHS}."
    )
    press(second, qtbot, "offer_go_on")
    assert words(second, "offer_words") == ""
    recipe = second.train.recipe.state
    assert (recipe.epochs, recipe.batch_size, recipe.seed) == (EPOCHS, 4, 3)
    qtbot.waitUntil(lambda: not second.train.is_running, timeout=60_000)
    run = second.train.run.state
    assert run.phase == "finished"
    assert run.curves.batches == 10 * EPOCHS
    assert run.finished is not None
    [expected] = [
        event for event in train(config, tiny_dataset()) if isinstance(event, Finished)
    ]
    for name, values in expected.weights.items():
        np.testing.assert_array_equal(run.finished.weights[name], values)
    losses = first.train.run.state.curves.loss.values_n
    np.testing.assert_array_equal(run.curves.loss.values_n[:reached], losses)


def test_that_a_discarded_run_is_gone_and_the_page_as_at_first(
    qtbot: QtBot, open_window: Open, tmp_path: Path
) -> None:
    first = open_window()
    begun(first, qtbot, batches=5)
    closed(first, qtbot)
    second = open_window("pt_BR")
    offered(second, qtbot)
    epoch = len(first.train.run.state.epochs) + 1
    assert words(second, "offer_words") == (
        f"Um treinamento da LeNet-5 foi interrompido na época {epoch} de {EPOCHS}."
    )
    press(second, qtbot, "offer_discard")
    assert words(second, "offer_words") == ""
    assert words(second, "run_sentence") == "Pronta para aprender."
    qtbot.waitUntil(lambda: not any((tmp_path / "runs").iterdir()))


def test_that_a_run_that_another_window_is_at_is_not_offered(
    qtbot: QtBot, open_window: Open, tmp_path: Path
) -> None:
    first = open_window()
    begun(first, qtbot, batches=5)
    closed(first, qtbot)
    [path] = (tmp_path / "runs").iterdir()
    with RunFolder(path):
        second = open_window()
        worker = second.train.offers._worker
        qtbot.waitUntil(lambda: worker.newest > 0)
        worker.finish()
        qtbot.waitUntil(lambda: not worker.isRunning())
        assert second.train.offers.store.state is None


def test_that_a_run_that_is_not_kept_says_so_while_it_goes(
    qtbot: QtBot, open_window: Open, tmp_path: Path
) -> None:
    (tmp_path / "runs").write_text("in the way")
    session = open_window()
    begun(session, qtbot, batches=5)
    said = words(session, "run_lasting")
    session.train.stop()
    qtbot.waitUntil(lambda: not session.train.is_running)
    assert said.startswith("This training is not being saved: ")
    assert session.train.run.state.phase == "stopped"


KILLED = """
import os, sys
from dataclasses import replace
from PySide6.QtCore import QTimer
import cnnviz.app
from cnnviz.pages.train.presenters.training_engine import TrainingEngine
from tests.helpers.training_fakes import tiny_dataset

TrainingEngine.load_dataset = lambda *_: tiny_dataset()
real = cnnviz.app.build

def build(settings, **asked):
    session = real(settings, **asked)
    run = session.train.run

    def begin():
        recipe = session.train.recipe.state
        session.train.change_recipe(
            replace(recipe, epochs=100000, batch_size=4, device="cpu"))
        session.train.start()

    def look():
        if run.state.curves.batches >= 25:
            timer.stop()
            QTimer.singleShot(1000, session.window, kill)

    def kill():
        print(run.state.curves.batches, flush=True)
        os.kill(os.getpid(), 9)

    timer = QTimer(session.window)
    timer.timeout.connect(look)
    timer.start(10)
    session.window.first_painted.connect(begin)
    return session

cnnviz.app.build = build
from cnnviz.cli.window import run
sys.exit(run(None))
"""


def test_that_a_killed_run_has_all_that_was_shown(
    qtbot: QtBot, open_window: Open, tmp_path: Path
) -> None:
    done = subprocess.run(
        [sys.executable, "-c", KILLED],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == -9, done.stderr
    shown = int(done.stdout)
    [path] = runs_folder().iterdir()
    assert read_told(path).step >= shown
    runs_folder().rename(tmp_path / "runs")
    session = open_window()
    offered(session, qtbot)
    press(session, qtbot, "offer_go_on")
    qtbot.waitUntil(
        lambda: session.train.run.state.curves.batches > shown, timeout=20_000
    )
    session.train.stop()
    qtbot.waitUntil(lambda: not session.train.is_running)


def test_that_closing_asks_while_a_race_runs_and_stops_it(
    qtbot: QtBot, open_window: Open
) -> None:
    session = open_window()
    races = session.train.beside.races
    races.choose("dense")
    races.start()
    assert races._worker is not None
    races._worker.set_paused(True)  # so that it does not end by itself
    assert not session.window.close()
    box = session.window.findChild(QMessageBox, "closing_question")
    assert "race" in box.text()
    left = Qt.MouseButton.LeftButton
    with qtbot.waitSignal(box.destroyed):
        qtbot.mouseClick(box.findChild(QPushButton, "closing_stay"), left)
    assert session.window.isVisible()
    assert races.is_running
    assert not session.window.close()
    box = session.window.findChild(QMessageBox, "closing_question")
    qtbot.mouseClick(box.findChild(QPushButton, "closing_stop"), left)
    qtbot.waitUntil(lambda: not session.window.isVisible(), timeout=20_000)
    assert not races.is_running
