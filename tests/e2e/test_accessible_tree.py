"""A screen reader and a keyboard find everything that is on the screen."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QRadioButton,
    QScrollBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from cnnviz.app import Session
from cnnviz.ui.canvas.cell_grid import CellGrid
from cnnviz.ui.controls.tool_switch import ToolSwitch
from tests.helpers.accessible_tree import (
    name_of,
    tree_of,
    unnamed,
)
from tests.helpers.inventory import PLACES, place_of
from tests.helpers.session import session

__all__ = ["session"]


PAGES = ("convolution", "draw", "network", "train")
HANDLED = (
    CellGrid,
    QAbstractButton,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
)
"""What a hand does something with, or reads from."""


def tools_of(session: Session) -> Iterator[str]:
    """Open every tool of the page that is shown; yield what is open then."""
    yield "as it is"
    buttons = [
        button
        for switch in session.window.findChildren(ToolSwitch)
        for button in switch.findChildren(QAbstractButton)
        if button.isVisible() and button.isEnabled()
    ]
    for button in buttons:
        if not button.isChecked():
            button.click()
        yield button.objectName()


def without_tab(session: Session) -> list[str]:
    """Name all that is shown and enabled but that the Tab key never comes to."""
    window = session.window
    reached, at = {window}, window.nextInFocusChain()
    while at not in reached:
        reached.add(at)
        at = at.nextInFocusChain()
    shown = (one for one in window.findChildren(QWidget) if isinstance(one, HANDLED))
    return [
        place_of(one)
        for one in shown
        if one.isVisible()
        and one.isEnabled()
        and not isinstance(one, QScrollBar)
        and not is_inside_a_field(one)
        and not has_a_key(one)
        and not (one in reached and one.focusPolicy() & Qt.FocusPolicy.TabFocus)
    ]


def is_inside_a_field(widget: QWidget) -> bool:
    """Whether a widget is a part of one that has the keyboard for it, as a loupe is."""
    above = widget.parentWidget()
    is_part = isinstance(above, (CellGrid, QAbstractSpinBox, QComboBox, QLineEdit))
    return is_part or widget.objectName().startswith("qt_")


def has_a_key(widget: QWidget) -> bool:
    """Whether a key does the same, or arrows come to it within its group."""
    if isinstance(widget, QRadioButton):
        return True
    actions = widget.actions()
    return any(action.shortcuts() for action in actions)


@pytest.mark.parametrize("page", PAGES)
def test_that_everything_of_a_page_and_its_tools_has_a_name_and_is_come_to_by_keys(
    session: Session, qtbot: QtBot, page: str
) -> None:
    session.picture.open_sample("seven")
    session.window.show_page(page)
    qtbot.waitUntil(lambda: session.pictures.state.origin == "sample")
    nameless, beyond, opened = {}, {}, []
    for tool in tools_of(session):
        opened.append(tool)
        qtbot.waitUntil(lambda: len(list(tree_of(session.window))) > 20)
        nameless[tool] = unnamed(session.window)
        beyond[tool] = without_tab(session)
    assert len(opened) == {"convolution": 1, "draw": 7, "network": 6, "train": 9}[page]
    assert {tool: found for tool, found in nameless.items() if found} == {}
    assert {tool: found for tool, found in beyond.items() if found} == {}


def test_that_every_state_of_the_convolution_page_and_every_dialog_is_named(
    session: Session, qtbot: QtBot
) -> None:
    nameless = {}
    for place in PLACES[: [each.name for each in PLACES].index("draw")]:
        place.go(session)
        qtbot.waitUntil(lambda place=place: place.is_ready(session))
        nameless[place.name] = unnamed(session.window)
    assert len(nameless) > 20
    assert {place: found for place, found in nameless.items() if found} == {}


def test_that_the_numbers_of_a_step_are_read_from_the_picture_to_the_sum(
    session: Session, qtbot: QtBot
) -> None:
    said = {
        found.object().objectName(): [
            name_of(found.child(index)) for index in range(found.childCount())
        ]
        for found in tree_of(session.window)
        if found.role() == QAccessible.Role.Table and found.object()
    }
    assert len(said["input_canvas"]) == 28 * 28
    assert len(said["output_canvas"]) == 26 * 26
    for canvas in ("window_canvas", "kernel_canvas", "products_canvas"):
        assert len(said[canvas]) == 9
    assert said["input_canvas"][0] == "row 1, column 1: 0"
    assert said["sum_terms"]
    assert all(" × " in term and " = " in term for term in said["sum_terms"])
    assert "from" in said[""][0]
