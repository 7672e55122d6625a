"""The tool that shows what the network takes for what."""

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from cnnviz.pages.train.views.mistakes.mistakes_tool import MistakesTool
from tests.helpers.opened_training import Open, Opened, click
from tests.helpers.told_runs import told_run
from tests.helpers.training_fakes import FakeEngine, tiny_dataset

if TYPE_CHECKING:
    from cnnviz.state.picture.shared_picture import SharedPicture


def opened_tool(
    qtbot: QtBot, open_page: Open, epochs: int = 1, engine: FakeEngine | None = None
) -> tuple[Opened, MistakesTool]:
    opened = open_page(engine or FakeEngine())
    click(qtbot, opened, "train_mistakes_button")
    tool = opened.page.findChild(MistakesTool)
    assert tool is not None
    assert "Click Start" in text(tool, "mistakes_nothing_title")
    assert tool.nothing.isVisible()
    presenter = opened.presenter
    presenter.change_recipe(replace(presenter.recipe.state, epochs=epochs))
    click(qtbot, opened, "train_start_or_pause_button")
    qtbot.waitUntil(lambda: not presenter.is_running)
    return opened, tool


def text(tool: MistakesTool, name: str) -> str:
    label = tool.findChild(QLabel, name)
    assert label is not None
    return label.text()


def click_cell(qtbot: QtBot, tool: MistakesTool, true: int, said: int) -> None:
    place = tool.grid.box_of(true, said).center().toPoint()
    qtbot.mouseClick(tool.grid, Qt.MouseButton.LeftButton, pos=place)


def click_picture(qtbot: QtBot, tool: MistakesTool, index: int) -> None:
    place = tool.tiles.place_of(index).topLeft().toPoint() + QPoint(9, 9)
    qtbot.mouseClick(tool.tiles, Qt.MouseButton.LeftButton, pos=place)


def test_that_a_cell_opens_its_pictures_and_a_picture_is_wanted(
    qtbot: QtBot, open_page: Open
) -> None:
    opened, tool = opened_tool(qtbot, open_page)
    assert "gets 5 of 20 validation pictures wrong" in text(tool, "mistakes_said")
    assert "hardest class is 0: 50.0% right" in text(tool, "mistakes_hardest")
    assert list(tool.tiles.shown) == [4, 3, 2, 1, 0]  # the surest first
    assert "said 5 (58%), is 4" in tool.tiles.reading_of(0, 0)

    click_cell(qtbot, tool, 2, 3)
    assert list(tool.tiles.shown) == [2]
    assert text(tool, "mistakes_listed") == "2, taken for 3: 1 picture"
    click_cell(qtbot, tool, 7, 7)
    assert list(tool.tiles.shown) == [17, 7]

    wanted: list[SharedPicture] = []
    opened.page.picture_wanted.connect(wanted.append)
    click_picture(qtbot, tool, 1)
    (shared,) = wanted
    expected = tiny_dataset().test.images_nhw[7]
    np.testing.assert_array_equal(shared.picture.pixels_chw[0], expected)
    assert shared.origin == "dataset"

    click(qtbot, opened, "mistakes_back")
    assert list(tool.tiles.shown) == [4, 3, 2, 1, 0]


def test_that_the_grid_and_the_pictures_are_read_and_chosen_by_keys(
    qtbot: QtBot, open_page: Open
) -> None:
    _, tool = opened_tool(qtbot, open_page)
    tool.grid.setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right):
        qtbot.keyClick(tool.grid, key)
    assert tool.grid.hovered_cell == (0, 1)
    said = tool.grid.reading_of(0, 1)
    assert said == "shows 0, said 1: 1 picture, 50.0% of those that show it"
    qtbot.keyClick(tool.grid, Qt.Key.Key_Return)
    assert list(tool.tiles.shown) == [0]
    tool.tiles.setFocus()
    qtbot.keyClick(tool.tiles, Qt.Key.Key_Right)
    with qtbot.waitSignal(tool.picture_wanted):
        qtbot.keyClick(tool.tiles, Qt.Key.Key_Return)


def test_that_the_pictures_are_read_where_a_run_has_none(
    qtbot: QtBot, open_page: Open
) -> None:
    opened, tool = opened_tool(qtbot, open_page)
    run = opened.presenter.run
    run.replace(replace(run.state, held_out=None))  # of a run that a folder tells of
    with qtbot.waitSignal(opened.presenter.beside.held_out.changed):
        tool.render_run(run.state)
    with qtbot.waitSignal(tool.picture_wanted):
        click_picture(qtbot, tool, 0)


def test_that_it_says_which_pictures_are_missing_and_looks_again_when_shown(
    qtbot: QtBot, open_page: Open
) -> None:
    engine = FakeEngine()
    opened, tool = opened_tool(qtbot, open_page, engine=engine)
    engine.missing = ("mnist",)
    run = opened.presenter.run
    run.replace(replace(run.state, held_out=None, data="mnist"))
    qtbot.waitUntil(lambda: "nowhere" in text(tool, "mistakes_missing"))
    assert text(tool, "mistakes_listed") == "Most confident mistakes"

    engine.missing = ()  # they were put there
    click(qtbot, opened, "train_curves_button")
    click(qtbot, opened, "train_mistakes_button")
    missing_label = tool.findChild(QLabel, "mistakes_missing")
    assert missing_label is not None
    qtbot.waitUntil(lambda: not missing_label.isVisible())

    other = replace(
        tiny_dataset().test, labels_n=(tiny_dataset().test.labels_n + 1) % 10
    )
    run.replace(replace(run.state, held_out=other))
    assert "MNIST has other pictures here" in text(tool, "mistakes_missing")
    assert missing_label.isVisible()


def test_that_a_run_without_answers_says_so(qtbot: QtBot, open_page: Open) -> None:
    opened, tool = opened_tool(qtbot, open_page)
    run = opened.presenter.run
    old = tuple(replace(epoch, predictions=None) for epoch in run.state.epochs)
    run.replace(replace(run.state, epochs=old))
    assert "older than the list of mistakes" in text(tool, "mistakes_nothing_text")
    assert not tool.grid.isVisible()


def test_that_the_first_epoch_says_when_the_mistakes_come(
    qtbot: QtBot, open_page: Open
) -> None:
    opened = open_page(FakeEngine())
    click(qtbot, opened, "train_mistakes_button")
    tool = opened.page.findChild(MistakesTool)
    assert tool is not None
    run = told_run([2.3] * 4, [0.1] * 4)  # of ten batches an epoch
    opened.presenter.run.replace(run)
    assert "after the first epoch" in text(tool, "mistakes_nothing_title")
    assert "40% of the first epoch is done" in text(tool, "mistakes_nothing_text")
    middle = tool.nothing.findChild(QLabel, "mistakes_nothing_title")
    assert middle is not None
    centre = middle.mapTo(tool, middle.rect().center())
    assert abs(centre.x() - tool.width() / 2) < 4
    opened.presenter.run.replace(replace(run, phase="stopped"))
    assert "ended before" in text(tool, "mistakes_nothing_title")
