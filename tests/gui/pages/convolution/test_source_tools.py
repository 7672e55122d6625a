"""The picture's name as a menu; in one dimension a signal is in its place."""

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QMenu,
    QPlainTextEdit,
    QSpinBox,
    QToolButton,
    QWidget,
)

from cnnviz.pages.convolution.model.signal_presets import (
    SIGNALS,
    picture_row,
    signal_preset,
)
from cnnviz.pages.convolution.views.signal.signal_text import (
    no_picture_here,
    signal_name,
)
from cnnviz.pages.convolution.views.source.flyout import Flyout
from cnnviz.ui.picture_choice.picture_grid import PictureGrid
from cnnviz.ui.picture_choice.picture_tiles import PictureTiles

Lab = Any

PICTURES_ONLY = ("draw", "clear", "source_numbers", "source_dataset")


@pytest.fixture
def signal(lab: Lab) -> Lab:
    lab.walk.commands.set("operation", "signal")
    return lab


def button(lab: Lab, name: str) -> QToolButton:
    found: QToolButton = lab.find(QToolButton, f"{name}_button")
    return found


def action(lab: Lab, name: str) -> QAction:
    found: QAction = lab.find(QAction, f"{name}_action")
    return found


def opened_menu(lab: Lab) -> QMenu:
    lab.bot.mouseClick(button(lab, "source"), Qt.MouseButton.LeftButton)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def opened_panel(lab: Lab, name: str) -> Flyout:
    """Open a panel from the menu with the mouse."""
    menu = opened_menu(lab)
    spot = menu.actionGeometry(action(lab, f"source_{name}")).center()
    lab.bot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=spot)
    flyout: Flyout = getattr(lab.page._source, name)
    assert flyout.isVisible()
    return flyout


def choose(lab: Lab, text: str) -> None:
    menu = opened_menu(lab)
    grid = menu.findChild(PictureGrid)
    if grid is not None and grid.isVisible():
        item = grid.findItems(text, Qt.MatchFlag.MatchExactly)[0]
        spot = grid.visualItemRect(item).center()
        lab.bot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=spot)
        return
    chosen = next(one for one in menu.actions() if one.text() == text)
    spot = menu.actionGeometry(chosen).center()
    lab.bot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=spot)


def test_that_the_samples_are_signals_in_one_dimension(signal: Lab) -> None:
    before = signal.pictures.store.state

    choose(signal, "Step")

    assert signal.state.settings.signal.values == signal_preset("step")
    assert signal.pictures.store.state is before
    signal.undo.undo()
    assert signal.state.settings.signal.values == signal_preset("mixed")


def test_that_every_signal_and_the_row_of_the_picture_are_offered(signal: Lab) -> None:
    menu = opened_menu(signal)
    offered = [one.text() for one in menu.actions() if one.data()]
    assert offered == list(map(signal_name, SIGNALS))
    menu.close()
    window = signal.state.settings.value_range

    choose(signal, "Row of the picture")

    rows = [picture_row(signal.pictures.store.state, row, window) for row in range(28)]
    assert signal.state.settings.signal.values in rows


def test_that_other_operations_offer_pictures_again(signal: Lab) -> None:
    signal.walk.commands.set("operation", "pooling")

    with signal.bot.waitSignal(signal.pictures.loading_finished):
        choose(signal, "Digit three")

    assert signal.pictures.store.state.picture.name == "three"


def test_that_the_title_says_what_is_worked_on(lab: Lab) -> None:
    name = button(lab, "source")
    assert name.text() == "Digit seven"

    with lab.bot.waitSignal(lab.pictures.loading_finished):
        lab.pictures.open_sample("house")
    assert name.text() == "House"

    lab.walk.commands.set("operation", "signal")
    assert name.text() == signal_name("mixed")
    lab.bot.waitUntil(name.isVisible)
    lab.presenters.signals.set_value(0, 9.0)
    assert name.text() == "Your own signal"


def test_that_what_makes_pictures_is_off_and_says_why(lab: Lab) -> None:
    tips = {name: action(lab, name).toolTip() for name in PICTURES_ONLY}

    lab.walk.commands.set("operation", "signal")

    for name in PICTURES_ONLY:
        assert not action(lab, name).isEnabled()
        assert action(lab, name).toolTip().startswith(no_picture_here())
    assert action(lab, "source_open").isEnabled(), "it opens labs too"

    lab.undo.undo()

    assert {name: action(lab, name).toolTip() for name in PICTURES_ONLY} == tips
    assert action(lab, "draw").isEnabled()
    assert action(lab, "source_numbers").isEnabled()


def test_that_an_open_panel_goes_with_its_source(lab: Lab) -> None:
    opened_panel(lab, "numbers")

    lab.walk.commands.set("operation", "signal")

    assert not lab.page._source.numbers.isVisible()
    assert not action(lab, "source_numbers").isChecked()


def test_that_the_pad_is_not_wiped_unseen(lab: Lab) -> None:
    assert not button(lab, "clear").isVisible()
    lab.page._actions.draw.trigger()
    assert button(lab, "clear").isEnabled()
    assert button(lab, "clear").isVisible()

    lab.walk.commands.set("operation", "signal")
    assert not button(lab, "clear").isEnabled()

    lab.undo.undo()
    assert button(lab, "clear").isEnabled()


def test_that_a_picture_opened_in_one_dimension_is_told_of(signal: Lab) -> None:
    told: list[str] = []
    signal.page.notified.connect(told.append)

    with signal.bot.waitSignal(signal.pictures.loading_finished):
        signal.pictures.open_sample("house")

    assert len(told) == 1
    assert "another operation" in told[0]
    assert signal_name("picture_row") in told[0]
    assert signal.state.settings.operation == "signal"

    signal.walk.commands.set("operation", "convolution")
    with signal.bot.waitSignal(signal.pictures.loading_finished):
        signal.pictures.open_sample("coins")
    assert len(told) == 1


def click_window(lab: Lab, on: QWidget, at: QPoint | None = None) -> None:
    """Click as the system does: the window hears of it before the widget."""
    window = lab.page.window()
    spot = on.mapTo(window, at or on.rect().center())
    lab.bot.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, pos=spot)


@pytest.mark.parametrize("name", ["numbers", "dataset"])
def test_that_a_click_beside_a_panel_closes_it_and_counts(lab: Lab, name: str) -> None:
    flyout = opened_panel(lab, name)

    click_window(lab, flyout.note)  # within it
    assert flyout.isVisible()
    click_window(lab, lab.canvas("output"), lab.spot("output", 20, 20))

    assert not flyout.isVisible()
    assert not action(lab, f"source_{name}").isChecked()
    assert lab.state.walk.cell == (20, 20)


@pytest.mark.parametrize("name", ["numbers", "dataset"])
def test_that_only_one_panel_is_open_and_the_menu_closes_it(
    lab: Lab, name: str
) -> None:
    flyout = opened_panel(lab, name)
    other = {"numbers": "dataset", "dataset": "numbers"}[name]
    opened_panel(lab, other)
    assert not flyout.isVisible()

    action(lab, f"source_{other}").trigger()

    assert not getattr(lab.page._source, other).isVisible()


def test_that_what_was_typed_is_there_when_a_panel_comes_up_again(lab: Lab) -> None:
    opened_panel(lab, "numbers")
    text = lab.find(QPlainTextEdit, "numbers_text")
    rows = lab.find(QSpinBox, "numbers_rows_spin")
    lab.bot.keyClicks(text, "1 2; 3 x")
    rows.setFocus()
    rows.selectAll()
    lab.bot.keyClicks(rows, "12")

    click_window(lab, lab.canvas("output"), lab.spot("output", 20, 20))
    assert not lab.page._source.numbers.isVisible()
    opened_panel(lab, "numbers")

    assert text.toPlainText() == "1 2; 3 x"
    assert rows.value() == 12
    assert lab.pictures.store.state.picture.size_hw == (28, 28)


@pytest.mark.parametrize("name", ["numbers", "dataset"])
def test_that_nothing_that_appears_later_lies_over_an_open_panel(
    lab: Lab, name: str
) -> None:
    flyout = opened_panel(lab, name)
    late = QWidget(lab.page)
    late.setGeometry(flyout.geometry())
    late.setAutoFillBackground(True)
    late.show()
    middle = flyout.geometry().center()

    def on_top() -> bool:
        found = lab.page.childAt(middle)
        return found is flyout or flyout.isAncestorOf(found)

    lab.bot.waitUntil(on_top)
    late.raise_()
    lab.page.layout().invalidate()
    lab.page.updateGeometry()
    lab.page._inspector.setVisible(False)
    lab.bot.waitUntil(on_top)


def test_that_a_picture_of_a_data_set_is_chosen_by_its_looks(lab: Lab) -> None:
    flyout = opened_panel(lab, "dataset")
    tiles = flyout.findChild(PictureTiles, "dataset_tiles")
    assert tiles is not None
    lab.bot.waitUntil(lambda: tiles.count() == 12)
    spot = tiles.visualItemRect(tiles.item(4)).center()
    with lab.bot.waitSignal(lab.pictures.dataset_picture_taken) as taken:
        lab.bot.mouseClick(tiles.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert taken.args is not None
    assert taken.args[0].place == 4
    lab.find(QComboBox, "class_combo").setCurrentIndex(8)
    lab.bot.waitUntil(lambda: "class 7" in tiles.item(0).toolTip())


def test_that_a_picture_in_colour_opens_in_colour(lab: Lab) -> None:
    choose(lab, "Reef")
    lab.bot.waitUntil(
        lambda: lab.state.given is not None and lab.state.given.channels == 3
    )
