"""The Network page with a real network behind it, for tests that drive it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QUndoStack
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from cnnviz.engine.images.samples import load_sample
from cnnviz.pages.network.model.network_state import NetworkState
from cnnviz.pages.network.model.trail import Place
from cnnviz.pages.network.presenters.network_presenter import NetworkPresenter
from cnnviz.pages.network.presenters.network_presenters import NetworkPresenters
from cnnviz.pages.network.views.network_page import NetworkPage
from cnnviz.pages.network.views.opened.opened_panel import OpenedPanel
from cnnviz.state.current_network import CurrentNetwork, NetworkStore
from cnnviz.state.network_choices import NetworkChoices
from cnnviz.state.picture.picture_presenter import PicturePresenter
from cnnviz.state.picture.shared_picture import PictureStore, SharedPicture
from cnnviz.state.store import Store
from cnnviz.ui.network_view.columns.network_columns import NetworkColumns
from cnnviz.ui.unit_view.rows.rows_view import RowsView

W = TypeVar("W", bound=QWidget)


@dataclass
class NetworkStageOf:
    """The page and what a test looks at."""

    page: NetworkPage
    presenter: NetworkPresenter
    pictures: PictureStore
    networks: NetworkStore
    choices: NetworkChoices
    qtbot: QtBot

    def find(self, kind: type[W], name: str = "") -> W:
        found = self.page.findChild(kind, name) if name else self.page.findChild(kind)
        assert found is not None, name or kind
        return found

    @property
    def columns(self) -> NetworkColumns:
        return self.find(NetworkColumns)

    @property
    def panel(self) -> OpenedPanel:
        return self.find(OpenedPanel)

    @property
    def rows(self) -> RowsView:
        return self.find(RowsView)

    @property
    def state(self) -> NetworkState:
        return self.presenter.store.state

    @property
    def place(self) -> Place | None:
        return self.state.place

    def block(self, layer: str) -> int:
        """Return the place of the block of a layer; -1 for the picture."""
        return self.state.block(layer).place

    def wait_for_answer(self) -> None:
        """Wait until what is asked for now is answered."""

        def is_answered() -> bool:
            state = self.state
            return (
                state.answer is not None
                and state.answer.question.picture is state.picture
                and state.answer.question.shown is state.shown
                and state.answer.question.ranges == state.ranges
                and state.answering is state.current
                and state.opened is state.answer.question.opened
                and state.opened.forward.batch_statistics == state.batch_statistics
            )

        self.qtbot.waitUntil(is_answered, timeout=20_000)

    def show_sample(self, name: str) -> None:
        self.pictures.replace(SharedPicture(load_sample(name), "sample"))
        self.wait_for_answer()

    def middle(self, layer: str, tile: int) -> QPoint:
        """Return the middle of a map in the columns."""
        return self.columns.tile_box(self.block(layer), tile).center().toPoint()

    def point_at(self, layer: str, tile: int) -> None:
        """Move the pointer to a map; from elsewhere, or it would not be moved at all."""
        QTest.mouseMove(self.columns, QPoint(3, 3))
        QTest.mouseMove(self.columns, self.middle(layer, tile))

    def click_map(self, layer: str, tile: int) -> None:
        click(self.columns, self.middle(layer, tile))

    def open_number(self, layer: str, tile: int) -> None:
        """Click a map, and go to its largest number."""
        self.click_map(layer, tile)
        self.press(Qt.Key.Key_B)

    def click_row(self, row: int, column: int) -> None:
        """Click a cell of the grid of windows and kernels."""
        click(self.rows, self.rows.box_of(row, column).center())

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
        """Press a key as a hand does: where the keyboard is, shortcuts first."""
        window = self.page.window().windowHandle()
        QTest.keyClick(window, key, modifier or Qt.KeyboardModifier.NoModifier)


def click(widget: QWidget, at: QPoint | QPointF) -> None:
    point = at if isinstance(at, QPoint) else at.toPoint()
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=point)


def make_network_stage(
    qtbot: QtBot, current: CurrentNetwork
) -> Iterator[NetworkStageOf]:
    pictures: PictureStore = Store(SharedPicture(load_sample("seven"), "sample"))
    networks: NetworkStore = Store(current)
    undo = QUndoStack()
    picture = PicturePresenter(pictures, undo)
    among = NetworkChoices(networks, (current,))
    presenters = NetworkPresenters(picture, among, undo)
    presenter, choices = presenters.network, presenters.choices
    page = NetworkPage(presenters)
    page.set_reduced_motion(True)
    qtbot.addWidget(page)
    page.resize(1192, 740)
    with qtbot.waitExposed(page):
        page.show()
        page.set_shown(True)
    page.activateWindow()
    stage = NetworkStageOf(page, presenter, pictures, networks, choices, qtbot)
    stage.wait_for_answer()
    yield stage
    for part in (presenters, among, picture):
        part.shut_down()
