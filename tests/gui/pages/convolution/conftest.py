"""The Convolution page with its presenters, on a small known picture."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
import pytest
from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QLineEdit, QSpinBox, QTableView
from pytestqt.qtbot import QtBot

from cnnviz.engine.images.samples import load_sample
from cnnviz.engine.networks.catalogue import network
from cnnviz.pages.convolution.model.lab_state import LabState
from cnnviz.pages.convolution.presenters.lab_presenters import LabPresenters
from cnnviz.pages.convolution.presenters.walk_presenter import WalkPresenter
from cnnviz.pages.convolution.views.convolution_page import ConvolutionPage
from cnnviz.pages.convolution.views.inspector.inspector import Inspector
from cnnviz.state.current_network import CurrentNetwork
from cnnviz.state.picture.picture_presenter import PicturePresenter
from cnnviz.state.picture.shared_picture import SharedPicture
from cnnviz.state.store import Store
from cnnviz.ui.canvas.grid_canvas import GridCanvas

W = TypeVar("W", bound=QObject)


@dataclass(frozen=True, slots=True, eq=False)
class Lab:
    """The page and what works behind it; verbs for hands."""

    page: ConvolutionPage
    walk: WalkPresenter
    pictures: PicturePresenter
    undo: QUndoStack
    bot: QtBot
    presenters: LabPresenters

    @property
    def state(self) -> LabState:
        return self.walk.store.state

    @property
    def position(self) -> int:
        assert self.state.walk is not None
        return self.state.walk.position

    def find(self, kind: type[W], name: str) -> W:
        found = self.page.findChild(kind, name)
        assert found is not None, name
        return found

    def reach(self, kind: type[W], name: str) -> W:
        """Bring the tab of a field to the front, as a hand would, and return it."""
        found = self.find(kind, name)
        inspector = self.find(Inspector, "inspector")
        for key in ("input", "kernel", "window", "after", "signal"):
            if not found.isVisible():
                inspector.open_section(key)
        return found

    def canvas(self, name: str) -> GridCanvas:
        return self.find(GridCanvas, f"{name}_canvas")

    def spot(self, name: str, row: int, column: int) -> QPoint:
        x, y, width, height = self.canvas(name).view.rect(row, column)
        return QPoint(x + width // 2, y + height // 2)

    def click_cell(self, name: str, row: int, column: int) -> None:
        spot = self.spot(name, row, column)
        self.bot.mouseClick(self.canvas(name), Qt.MouseButton.LeftButton, pos=spot)

    def key(self, key: Qt.Key) -> None:
        self.bot.keyClick(self.page.focusWidget() or self.page, key)

    def type_spin(self, name: str, text: str) -> None:
        spin = self.reach(QSpinBox, name)
        spin.setFocus()
        spin.selectAll()
        self.bot.keyClicks(spin, text)
        self.bot.keyClick(spin, Qt.Key.Key_Return)

    def type_weight(self, row: int, column: int, text: str) -> None:
        table = self.reach(QTableView, "kernel_table")
        table.setFocus()
        table.setCurrentIndex(table.model().index(row, column))
        self.bot.keyClick(table, Qt.Key.Key_F2)  # a letter begins no edit
        editor = table.findChild(QLineEdit)
        assert editor is not None
        editor.selectAll()
        self.bot.keyClicks(editor, text)
        self.bot.keyClick(editor, Qt.Key.Key_Return)
        self.bot.waitUntil(lambda: table.state() == QTableView.State.NoState)


@pytest.fixture
def lab(qtbot: QtBot) -> Iterator[Lab]:
    """Return the shown page on the sample "seven" (28 x 28), Sobel x, half-way."""
    store = Store(SharedPicture(load_sample("seven"), "sample"))
    undo = QUndoStack()
    pictures = PicturePresenter(store, undo)
    networks = Store(CurrentNetwork(network("lenet5"), None, "shipped"))
    presenters = LabPresenters(store, pictures, networks, undo)
    walk = presenters.walk
    page = ConvolutionPage(presenters)
    page.set_reduced_motion(True)
    page.resize(1192, 740)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    page.set_shown(True)
    qtbot.waitUntil(lambda: walk.store.state.output is not None)
    yield Lab(page, walk, pictures, undo, qtbot, presenters)
    presenters.shut_down()
    pictures.shut_down()


def ink(*box: int) -> np.ndarray:
    """Return a sheet with a filled box (top, bottom, left, right) on it."""
    sheet = np.zeros((280, 280), np.uint8)
    top, bottom, left, right = box
    sheet[top:bottom, left:right] = 255
    return sheet
