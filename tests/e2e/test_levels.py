"""Every control of every page says from which level on it is shown."""

from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
)
from pytestqt.qtbot import QtBot

from cnnviz.state.level import level_of
from cnnviz.ui.page import Page
from tests.helpers.session import session_in

CONTROLS = (
    QAbstractButton,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QAction,
)


@pytest.mark.parametrize("key", ["convolution", "draw", "network", "train"])
def test_that_every_control_of_a_page_declares_its_level(
    key: str, qtbot: QtBot, tmp_path: Path
) -> None:
    with session_in("en", qtbot, tmp_path) as session:
        pages = session.window.findChildren(Page)
        page = next(page for page in pages if page.key == key)
        controls = [
            control
            for kind in CONTROLS
            for control in page.findChildren(kind)
            if control.objectName() and not control.objectName().startswith("qt_")
            if not isinstance(control, QScrollBar)
        ]
        missing = {c.objectName() for c in controls if level_of(c) is None}
    assert len(controls) > 8
    assert not sorted(missing)


@pytest.mark.parametrize("key", ["convolution", "draw", "network", "train"])
def test_that_the_first_look_of_a_page_has_few_controls(
    key: str, qtbot: QtBot, tmp_path: Path
) -> None:
    with session_in("en", qtbot, tmp_path) as session:
        session.window.show_page(key)
        page = session.window.page
        first = {
            control.objectName()
            for kind in CONTROLS[:-1]
            for control in page.findChildren(kind)
            if control.isVisible() and level_of(control) == "first"
            if not control.objectName().startswith("qt_")
        }
    assert 1 < len(first) <= 9, sorted(first)
