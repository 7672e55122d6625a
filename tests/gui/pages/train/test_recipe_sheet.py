"""The sheet with all of a recipe, and the line that a run keeps of it."""

from dataclasses import replace
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from cnnviz.engine.datasets.choice.data_use import DataUse
from cnnviz.engine.training.presets import PRESETS
from cnnviz.pages.train.views.recipe.recipe_words import run_line
from cnnviz.state.run.recipe import recipe_of
from cnnviz.ui.controls.section_head import SectionHead
from tests.helpers.opened_training import Open, Opened, click
from tests.helpers.training_fakes import FakeEngine

Found = TypeVar("Found", bound=QWidget)


def find(opened: Opened, kind: type[Found], name: str) -> Found:
    found = opened.page.findChild(kind, name)
    assert found is not None
    return found


def trigger(opened: Opened, name: str) -> None:
    action = opened.page.findChild(QAction, name)
    assert action is not None
    assert action.isEnabled()
    action.trigger()


def type_into(qtbot: QtBot, field: QLineEdit, text: str) -> None:
    field.selectAll()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def test_that_every_setting_of_the_sheet_reaches_the_run(
    qtbot: QtBot, open_page: Open
) -> None:
    opened = open_page(FakeEngine())
    trigger(opened, "train_recipe")
    for name, text in (
        ("momentum", "0,5"),
        ("weight_decay", "0.01"),
        ("label_smoothing", "0.1"),
        ("validation", "0.2"),
        ("label_noise", "0,3"),
    ):
        type_into(qtbot, find(opened, QLineEdit, f"train_{name}"), text)
    for name, key in (
        ("schedule", "cosine"),
        ("initialization", "zeros"),
        ("precision", "bfloat16"),
    ):
        choice = find(opened, QComboBox, f"train_{name}")
        choice.setCurrentIndex(choice.findData(key))
    for name, value in (
        ("patience", 3),
        ("seed", 7),
        ("threads", 1),
        ("pictures", 1000),
        ("data_seed", 5),
    ):
        find(opened, QSpinBox, f"train_{name}").setValue(value)
    click(qtbot, opened, "train_start_or_pause_button")
    config = opened.presenter.run.state.config
    assert config is not None
    assert (config.momentum, config.weight_decay) == (0.5, 0.01)
    assert (config.label_smoothing, config.schedule) == (0.1, "cosine")
    assert (config.initialization, config.patience) == ("zeros", 3)
    assert (config.seed, config.threads, config.precision) == (7, 1, "bfloat16")
    assert config.data_use == DataUse(
        pictures=1000, validation=0.2, label_noise=0.3, seed=5
    )
    assert "data seed 5" in run_line(opened.presenter.run.state)
    assert recipe_of(config, "builtin").data_seed == 5  # as the fields show it again


@pytest.mark.parametrize(
    ("name", "typed", "words"),
    [
        ("momentum", "1", "less than 1"),
        ("momentum", "much", "is not a number"),
        ("weight_decay", "-1", "0 or more"),
        ("label_smoothing", "x", "is not a number"),
        ("validation", "half", "is not a number"),
        ("label_noise", "2", "from 0 to 1"),
    ],
)
def test_that_what_is_typed_wrong_is_said_and_stays(
    qtbot: QtBot, open_page: Open, name: str, typed: str, words: str
) -> None:
    opened = open_page(FakeEngine())
    trigger(opened, "train_recipe")
    field = find(opened, QLineEdit, f"train_{name}")
    type_into(qtbot, field, typed)
    assert field.text() == typed
    assert words in opened.text("recipe_problem")
    assert words in field.accessibleDescription()
    assert not opened.button("train_start_or_pause_button").isEnabled()


@pytest.mark.parametrize("key", PRESETS)
def test_that_a_preset_fills_every_field_and_says_what_it_is(
    qtbot: QtBot, open_page: Open, key: str
) -> None:
    opened = open_page(FakeEngine())
    trigger(opened, "train_recipe")
    chip = f"preset_{key.replace('-', '_')}"
    click(qtbot, opened, chip)
    assert opened.button(chip).isChecked()
    assert opened.text("preset_meaning") == PRESETS[key].meaning
    config = opened.presenter.recipes.config()
    wanted = PRESETS[key].config()
    assert opened.presenter.recipe.state.data == PRESETS[key].data
    assert replace(
        config, threads=None, snapshot_every=wanted.snapshot_every
    ) == replace(wanted, threads=None)
    assert opened.presenter.recipe_problem is None
    find(opened, QSpinBox, "train_epochs").setValue(wanted.epochs + 1)
    assert not opened.button(chip).isChecked()
    assert "of your own" in opened.text("preset_meaning")


def test_that_a_run_has_its_recipe_in_one_line_and_unlocks_it_afterwards(
    qtbot: QtBot, open_page: Open
) -> None:
    opened = open_page(FakeEngine(endless=True))
    line = find(opened, QLabel, "recipe_line")
    top = opened.page._plots.y()
    assert not line.isVisible()
    click(qtbot, opened, "train_start_or_pause_button")
    qtbot.waitUntil(lambda: opened.presenter.run.state.curves.batches > 0)
    assert line.isVisible()
    assert line.text().startswith("LeNet-5 on ")
    assert "Adam 0.001 · batch 64 · 5 epochs · seed 0" in line.text()
    assert opened.page._plots.y() == top
    with qtbot.waitSignal(opened.presenter.running_changed):
        click(qtbot, opened, "train_stop_button")
    assert not line.isVisible()
    assert "The run shown: LeNet-5 on " in opened.text("recipe_problem")


def test_that_the_rate_of_a_run_changes_and_is_marked_on_the_curves(
    qtbot: QtBot, open_page: Open
) -> None:
    opened = open_page(FakeEngine(endless=True))
    click(qtbot, opened, "train_step_button")
    qtbot.waitUntil(lambda: opened.presenter.run.state.weights_step == 1)
    field = find(opened, QLineEdit, "train_learning_rate_now")
    assert field.text() == "0.001"
    type_into(qtbot, field, "fast")
    assert "is not a number" in opened.text("recipe_problem")
    type_into(qtbot, field, "0,0005")
    assert opened.text("recipe_problem") == ""
    click(qtbot, opened, "train_step_button")
    qtbot.waitUntil(lambda: opened.presenter.run.state.weights_step == 2)
    plots = opened.page._plots
    assert plots.loss.data is not None
    assert plots.loss.data.marks == ((1.0, "rate 0.0005"),)
    assert plots.accuracy.data is not None
    assert plots.accuracy.data.marks == ((1.0, ""),)
    line = find(opened, QLabel, "recipe_line")
    assert "Adam 0.001, now 0.0005" in line.text()
    trigger(opened, "train_recipe")
    assert not find(opened, QLineEdit, "recipe_momentum_now").isVisible()  # of Adam
    assert not find(opened, QLineEdit, "train_momentum").isEnabled()
    assert not find(opened, QLineEdit, "train_weight_decay").isVisible()
    assert find(opened, QLineEdit, "recipe_learning_rate_now").text() == "0.0005"
    decay = find(opened, QLineEdit, "recipe_weight_decay_now")
    type_into(qtbot, decay, "-1")
    assert "weight decay" in opened.text("recipe_problem")
    type_into(qtbot, decay, "0,01")
    click(qtbot, opened, "train_step_button")
    qtbot.waitUntil(lambda: opened.presenter.run.state.weights_step == 3)
    trigger(opened, "train_curves")
    assert plots.loss.data.marks[1] == (2.0, "weight decay 0.01")
    assert "weight decay 0, now 0.01" in line.text()


def test_that_the_momentum_of_a_run_changes(qtbot: QtBot, open_page: Open) -> None:
    opened = open_page(FakeEngine(endless=True))
    opened.presenter.change_recipe(
        replace(opened.presenter.recipe.state, optimizer="sgd")
    )
    click(qtbot, opened, "train_step_button")
    qtbot.waitUntil(lambda: opened.presenter.run.state.weights_step == 1)
    trigger(opened, "train_recipe")
    field = find(opened, QLineEdit, "recipe_momentum_now")
    assert field.isVisible()
    assert field.text() == "0.9"
    type_into(qtbot, field, "1")
    assert "momentum" in opened.text("recipe_problem")
    type_into(qtbot, field, "0.5")
    click(qtbot, opened, "train_step_button")
    qtbot.waitUntil(lambda: opened.presenter.run.state.weights_step == 2)
    trigger(opened, "train_curves")
    plots = opened.page._plots
    assert plots.loss.data is not None
    assert plots.loss.data.marks == ((1.0, "momentum 0.5"),)
    assert "momentum 0.9, now 0.5" in find(opened, QLabel, "recipe_line").text()


def test_that_one_epoch_is_learned_and_then_it_rests(
    qtbot: QtBot, open_page: Open
) -> None:
    opened = open_page(FakeEngine())
    for epoch in (1, 2):
        click(qtbot, opened, "train_epoch_button")

        def rests(epoch: int = epoch) -> bool:
            run = opened.presenter.run.state
            reached = len(run.epochs), run.weights_step
            return run.phase == "paused" and reached == (epoch, 5 * epoch)

        # Its thread may rest before the window has heard of all that it did.
        qtbot.waitUntil(rests)


def test_that_the_same_recipe_begins_again(qtbot: QtBot, open_page: Open) -> None:
    opened = open_page(FakeEngine())
    find(opened, QSpinBox, "train_epochs").setValue(2)
    click(qtbot, opened, "train_start_or_pause_button")
    qtbot.waitUntil(lambda: not opened.presenter.is_running)
    first = opened.presenter.run.state
    find(opened, QSpinBox, "train_epochs").setValue(9)
    trigger(opened, "train_restart")
    qtbot.waitUntil(lambda: not opened.presenter.is_running)
    again = opened.presenter.run.state
    assert again.number == first.number + 1
    assert again.config == first.config
    assert opened.phase == "finished"
    assert find(opened, QSpinBox, "train_epochs").value() == 2


def test_that_a_run_goes_on_from_the_moment_that_is_looked_at(
    qtbot: QtBot, open_page: Open
) -> None:
    opened = open_page(FakeEngine(endless=True))
    for step in (1, 2, 3):
        click(qtbot, opened, "train_step_button")
        qtbot.waitUntil(lambda n=step: opened.presenter.run.state.weights_step == n)
    with qtbot.waitSignal(opened.presenter.running_changed):
        click(qtbot, opened, "train_stop_button")
    opened.presenter.timeline.look_at(2)
    seen = opened.presenter.run.state.timeline.shown
    assert seen is not None
    assert seen.step == 2
    trigger(opened, "train_continue")
    qtbot.waitUntil(lambda: opened.presenter.run.state.curves.batches > 0)
    assert opened.fake.began_with is seen.weights


def test_that_a_locked_sheet_says_why(qtbot: QtBot, open_page: Open) -> None:
    opened = open_page(FakeEngine(endless=True))
    click(qtbot, opened, "train_start_or_pause_button")
    opened.page._actions.recipe.setChecked(True)
    qtbot.waitUntil(lambda: opened.presenter.run.state.curves.batches > 0)
    assert "The settings cannot be changed during training" in opened.text(
        "preset_meaning"
    )
    with qtbot.waitSignal(opened.presenter.running_changed):
        click(qtbot, opened, "train_stop_button")
    assert "The settings cannot be changed during training" not in opened.text(
        "preset_meaning"
    )


def test_that_what_few_need_is_folded_up_and_is_told_where_it_is_set(
    qtbot: QtBot, open_page: Open
) -> None:
    opened = open_page(FakeEngine())
    trigger(opened, "train_recipe")
    head = find(opened, SectionHead, "recipe_more")
    seed = find(opened, QSpinBox, "train_seed")
    assert not seed.isVisible()
    head.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(head, Qt.Key.Key_Space)
    assert seed.isVisible()
    seed.setValue(7)
    assert head.accessibleDescription() == ""
    qtbot.keyClick(head, Qt.Key.Key_Space)
    assert not seed.isVisible()
    assert head.accessibleDescription() == "Seed"


def test_that_a_folded_field_that_is_wrong_is_shown(
    qtbot: QtBot, open_page: Open
) -> None:
    opened = open_page(FakeEngine())
    trigger(opened, "train_recipe")
    decay = find(opened, QLineEdit, "train_weight_decay")
    assert not decay.isVisible()
    recipe = opened.presenter.recipe.state
    opened.presenter.change_recipe(replace(recipe, weight_decay_text="much"))
    assert decay.isVisible()
