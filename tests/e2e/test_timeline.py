"""The timeline takes every page back to a moment of the run, and to now again."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QLocale, QPoint, QSettings, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from cnnviz.app import Session, build
from cnnviz.engine.networks.build import build as built
from cnnviz.engine.networks.catalogue import network
from cnnviz.engine.networks.forward import normalized
from cnnviz.engine.networks.weights import (
    load_weights,
    save_weights,
    shipped_weights,
)
from cnnviz.pages.convolution.views.stage.stages import Stages
from cnnviz.pages.train.presenters.training_engine import TrainingEngine
from cnnviz.state.picture.shared_picture import drawing
from cnnviz.state.run.timeline import Timeline
from cnnviz.ui.timeline.timeline_bar import TimelineBar
from cnnviz.ui.timeline.timeline_slider import TimelineSlider
from tests.helpers.torch_oracle import load, torch_outputs
from tests.helpers.training_fakes import tiny_dataset

LENET5 = network("lenet5")


@pytest.fixture
def trained(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Session]:
    """A window whose run of five moments has ended, all but the newest on the disk."""
    monkeypatch.setattr(TrainingEngine, "load_dataset", lambda *_: tiny_dataset())
    palette, locale = QGuiApplication.palette(), QLocale()
    settings = QSettings(str(tmp_path / "cnnviz.ini"), QSettings.Format.IniFormat)
    settings.setValue("language", "en")
    session = build(settings, runs=tmp_path / "runs")
    qtbot.addWidget(session.window)
    session.window.resize(1280, 800)
    with qtbot.waitExposed(session.window):
        session.window.show()
    session.window.show_page("train")
    train = session.train
    asked = replace(train.recipe.state, epochs=2, batch_size=8, device="cpu", seed=3)
    train.change_recipe(replace(asked, learning_rate_text="0.02"))
    for step in range(5):
        train.step()
        qtbot.waitUntil(
            lambda n=step: train.run.state.weights_step == n + 1, timeout=20_000
        )
    train.stop()
    qtbot.waitUntil(lambda: not train.is_running, timeout=20_000)
    files_only(session, qtbot)
    yield session
    session.shut_down()
    QGuiApplication.setPalette(palette)
    QLocale.setDefault(locale)


def files_only(session: Session, qtbot: QtBot) -> None:
    """Leave the newest moment in memory only, as in a long run."""
    store = session.train.run
    qtbot.waitUntil(lambda: not session.train.timeline._listing.is_waiting)
    folder = store.state.folder
    assert folder is not None
    for shot in store.state.timeline.kept:  # not every one is written of a fast run
        file = folder / "snapshots" / f"{shot.step:09}.safetensors"
        save_weights(file, LENET5, shot.weights, epoch=shot.epoch)
    steps = tuple(shot.step for shot in store.state.timeline.kept)
    newest = store.state.timeline.newest
    assert newest is not None
    store.replace(replace(store.state, timeline=Timeline((newest,), filed=steps)))


def by_torch(session: Session, step: int) -> list[np.ndarray]:
    """Return each layer of the network of a moment, from its file, for the picture."""
    folder = session.train.run.state.folder
    assert folder is not None
    module = built(LENET5)
    load(module, load_weights(folder / "snapshots" / f"{step:09}.safetensors", LENET5))
    answer = session.draw.store.state.answer
    assert answer is not None
    digit_hw = answer.preparation.digit_hw
    return torch_outputs(module, normalized(LENET5, digit_hw[None]))


def answered(session: Session, qtbot: QtBot, step: int) -> None:
    """Wait until the Draw page answers with the network of a moment."""

    def is_there() -> bool:
        answer = session.draw.store.state.answer
        if answer is None or answer.network is None:
            return False
        current = answer.network.current
        return current.origin == "trained" and current.step == step

    qtbot.waitUntil(is_there, timeout=20_000)


def slider_of(session: Session) -> TimelineSlider:
    found = session.window.findChild(TimelineSlider, "timeline_slider")
    assert found is not None
    return found


def text_of(session: Session, name: str) -> str:
    label = session.window.findChild(QLabel, name)
    assert label is not None
    return label.text()


def drag_to(session: Session, qtbot: QtBot, step: int) -> None:
    slider, left = slider_of(session), Qt.MouseButton.LeftButton
    start = QPoint(round(slider.x_of(slider.marks.at)), 20)
    end = QPoint(round(slider.x_of(step)), 20)
    qtbot.mousePress(slider, left, pos=start)
    qtbot.mouseMove(slider, end)
    qtbot.mouseRelease(slider, left, pos=end)


def test_that_the_draw_page_answers_a_new_drawing_as_of_each_moment(
    trained: Session, qtbot: QtBot
) -> None:
    window = trained.window
    shipped = trained.networks.state
    window.show_page("draw")
    drag_to(trained, qtbot, 2)
    answered(trained, qtbot, 2)
    ink_hw = np.zeros((280, 280), np.uint8)
    ink_hw[60:220, 130:160] = 255
    trained.pictures.replace(drawing(ink_hw))
    seen = []
    for step in (2, 4, 1):
        drag_to(trained, qtbot, step)
        answered(trained, qtbot, step)
        qtbot.waitUntil(
            lambda: trained.draw.store.state.answer.preparation.ink_hw is ink_hw
        )
        answer = trained.draw.store.state.answer
        assert answer is not None
        assert answer.trace is not None
        logits = by_torch(trained, step)[-1][0]
        shares = np.exp(logits - logits.max())
        np.testing.assert_allclose(
            answer.trace.probabilities, shares / shares.sum(), atol=1e-6
        )
        seen.append(answer.trace.probabilities)
    assert not np.allclose(seen[0], seen[1])
    assert "Batch 1 · epoch 1 of 2" in text_of(trained, "timeline_label")
    qtbot.keyClick(window, Qt.Key.Key_L)
    answered(trained, qtbot, 5)
    back = window.findChild(QPushButton, "timeline_give_back")
    assert back.text() == "Back to LeNet-5"
    qtbot.mouseClick(back, Qt.MouseButton.LeftButton)
    assert trained.networks.state is shipped
    assert not back.isVisible()


def test_that_the_open_number_is_that_of_the_moment_and_stays_open(
    trained: Session, qtbot: QtBot
) -> None:
    trained.window.show_page("draw")  # so that there is a prepared picture
    drag_to(trained, qtbot, 3)
    answered(trained, qtbot, 3)
    trained.window.show_page("network")
    store = trained.network.store
    trained.looking.open_unit("c3", 5, 4, 6)
    qtbot.waitUntil(lambda: store.state.unit() is not None, timeout=20_000)
    way = store.state.way
    index = [layer.name for layer in LENET5.layers].index("c3")
    values = []
    for step in (3, 1, 4):
        drag_to(trained, qtbot, step)
        qtbot.waitUntil(
            lambda n=step: (
                store.state.answering.step == n
                and store.state.answer.question.opened is store.state.opened
            ),
            timeout=20_000,
        )
        unit = store.state.unit()
        assert unit is not None
        assert store.state.way is way
        expected = by_torch(trained, step)[index][0, 5, 4, 6]
        np.testing.assert_allclose(unit.value, expected, rtol=1e-4, atol=1e-6)
        values.append(unit.value)
    assert len(set(values)) == 3


def test_that_the_bar_is_on_every_page_once_there_is_a_run(
    trained: Session, qtbot: QtBot
) -> None:
    bar = trained.window.findChild(TimelineBar)
    for page in ("convolution", "draw", "network"):
        trained.window.show_page(page)
        assert bar.isVisible()
    trained.window.show_page("train")
    qtbot.waitUntil(lambda: len(slider_of(trained).marks.bars) == 6, timeout=20_000)
    newest = slider_of(trained).marks.bars[-1][1]
    shares = trained.train.run.state.timeline.newest.probabilities
    assert newest == pytest.approx(float(shares.max()))
    assert "small bars: how sure it was" in text_of(trained, "timeline_hint")


def test_that_keys_go_from_moment_to_moment_on_each_page(
    trained: Session, qtbot: QtBot
) -> None:
    timeline = trained.train.timeline
    trained.window.show_page("draw")
    for key, position in (
        (Qt.Key.Key_Comma, 4),
        (Qt.Key.Key_Comma, 3),
        (Qt.Key.Key_Period, 4),
    ):
        qtbot.keyClick(trained.window, key)
        assert timeline.position == position
    slider = slider_of(trained)
    slider.setFocus()
    qtbot.keyClick(slider, Qt.Key.Key_Home)
    assert text_of(trained, "timeline_label").startswith("Before the first batch")
    qtbot.keyClick(slider, Qt.Key.Key_Right)
    assert timeline.run.state.timeline.chosen == 1
    assert slider.accessibleDescription() == "Batch 1 · epoch 1 of 2"
    qtbot.keyClick(slider, Qt.Key.Key_L)
    assert timeline.run.state.timeline.chosen is None


def test_that_the_run_passes_by_itself_and_ends_live(
    trained: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cnnviz.state.run.run_timeline.PLAYED_IN_S", 0.4)
    timeline, seen = trained.train.timeline, []
    trained.train.run.changed.connect(lambda new, _: seen.append(new.timeline.chosen))
    timeline.look_at(1)
    timeline.play()
    qtbot.waitUntil(lambda: not timeline.playing.state, timeout=20_000)
    assert timeline.run.state.timeline.chosen is None
    assert {1, 2} <= set(seen)


def test_that_a_snapshot_that_has_gone_is_taken_off(
    trained: Session, qtbot: QtBot
) -> None:
    run = trained.train.run
    assert run.state.folder is not None
    (run.state.folder / "snapshots" / "000000002.safetensors").unlink()
    trained.train.timeline.look_at(2)
    qtbot.waitUntil(lambda: 2 not in run.state.timeline.filed, timeout=20_000)
    assert run.state.timeline.chosen in (1, 3)


def learned_at(session: Session, step: int) -> tuple[np.ndarray, float]:
    """Return the first kernel of a moment, and its bias, from the moment's file."""
    folder = session.train.run.state.folder
    assert folder is not None
    weights = load_weights(folder / "snapshots" / f"{step:09}.safetensors", LENET5)
    return weights["c1.weight"][0, 0], float(weights["c1.bias"][0])


def shows_moment(session: Session, qtbot: QtBot, step: int) -> None:
    """Wait until the step on the page is that of a moment's kernel, products and all."""
    kernel_hw, bias = learned_at(session, step)

    def is_there() -> bool:
        state = session.walk.store.state
        settings, made = state.settings, state.step
        if not np.array_equal(settings.bank.plane(0), kernel_hw) or made is None:
            return False
        given_hw, (row, column) = state.given.values_chw[0], state.walk.cell
        window_hw = given_hw[row : row + 5, column : column + 5]
        assert settings.biases == (pytest.approx(bias),)
        expected = float((window_hw * kernel_hw).sum()) + bias
        return made.total == pytest.approx(expected, rel=1e-4, abs=1e-3)

    qtbot.waitUntil(is_there, timeout=20_000)


def test_that_a_learned_kernel_its_step_and_its_output_are_those_of_each_moment(
    trained: Session, qtbot: QtBot
) -> None:
    window, walk, shipped = trained.window, trained.walk, trained.networks.state
    window.show_page("convolution")
    before = walk.settings_store.state
    take = window.findChild(QPushButton, "timeline_take_kernel")
    assert "does not come from this network" in text_of(trained, "timeline_hint")
    stages = window.findChild(Stages)
    qtbot.keyClick(window, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert not stages.isVisible()  # the first exercise lies over it
    qtbot.mouseClick(take, Qt.MouseButton.LeftButton)
    shows_moment(trained, qtbot, 5)
    assert stages.isVisible()
    assert not take.isVisible()
    assert "kernel 1 of C1" in text_of(trained, "timeline_hint")
    walk.go_to_cell(9, 11)
    for step in (2, 4, 0):
        drag_to(trained, qtbot, step)
        shows_moment(trained, qtbot, step)
    kernel_hw, bias = learned_at(trained, 0)
    qtbot.waitUntil(lambda: walk.store.state.output.is_of(walk.store.state.walk))
    windows = np.lib.stride_tricks.sliding_window_view(
        walk.store.state.given.values_chw[0], (5, 5)
    )
    expected = (windows * kernel_hw).sum((2, 3)) + bias
    values_hw = walk.store.state.output.values_hw
    np.testing.assert_allclose(values_hw, expected, rtol=1e-4, atol=1e-2)
    # Time is not undone: taking the kernel is, and is done again as of the moment.
    trained.undo.undo()
    assert walk.settings_store.state == before
    assert not trained.undo.canUndo()
    trained.undo.redo()
    shows_moment(trained, qtbot, 0)
    walk.commands.set_weight(0, 0, 7.0)
    drag_to(trained, qtbot, 3)
    assert take.isVisible()
    qtbot.waitUntil(lambda: trained.lab.learned.of_now is not None, timeout=20_000)
    assert walk.settings_store.state.bank.plane(0)[0, 0] == 7
    trained.undo.undo()
    shows_moment(trained, qtbot, 3)
    back = window.findChild(QPushButton, "timeline_give_back")
    qtbot.mouseClick(back, Qt.MouseButton.LeftButton)
    assert trained.networks.state is shipped
    first_hw = shipped_weights(LENET5)["c1.weight"][0, 0]
    qtbot.waitUntil(
        lambda: np.array_equal(walk.settings_store.state.bank.plane(0), first_hw)
    )
