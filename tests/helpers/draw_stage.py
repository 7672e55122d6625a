"""The Draw page with a real network behind it, for tests that drive it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QUndoStack
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from cnnviz.engine.networks.catalogue import network
from cnnviz.engine.networks.shapes import parameter_shapes
from cnnviz.engine.networks.trace import Trace
from cnnviz.engine.resources import resource
from cnnviz.pages.draw.presenters.draw_presenter import DrawPresenter
from cnnviz.pages.draw.views.draw_page import DrawPage
from cnnviz.state.current_network import CurrentNetwork, NetworkStore
from cnnviz.state.network_choices import NetworkChoices
from cnnviz.state.picture.picture_presenter import PicturePresenter
from cnnviz.state.picture.shared_picture import PictureStore, drawing
from cnnviz.state.store import Store
from cnnviz.ui.canvas.draw_pad import DrawPad
from cnnviz.ui.network_view.network_view import NetworkView
from cnnviz.ui.tiles.layer_tiles import LayerTiles

LENET = network("lenet5")
SHIPPED = resource("weights", "lenet5.safetensors").is_file()

W = TypeVar("W", bound=QWidget)

Points = list[tuple[int, int]]
ONE: Points = [(150, 40), (148, 140), (146, 240)]
THREE: Points = [
    (90, 70),
    (120, 45),
    (165, 50),
    (185, 85),
    (160, 120),
    (130, 130),
    (170, 140),
    (195, 175),
    (180, 215),
    (135, 235),
    (90, 215),
]
SEVEN: Points = [(80, 60), (130, 58), (200, 60), (170, 130), (135, 235)]


def random_network() -> CurrentNetwork:
    """Return LeNet-5 with random weights: every map shows something."""
    rng = np.random.default_rng(5)
    weights = {
        name: rng.normal(0, 0.2, shape).astype(np.float32)
        for name, shape in parameter_shapes(LENET).items()
    }
    return CurrentNetwork(LENET, weights, "trained", 0.875)


@dataclass
class Stage:
    """The page and what a test looks at."""

    page: DrawPage
    pictures: PictureStore
    networks: NetworkStore
    choices: NetworkChoices
    presenter: DrawPresenter
    undo: QUndoStack
    qtbot: QtBot

    def find(self, kind: type[W], name: str) -> W:
        found = self.page.findChild(kind, name)
        assert found is not None, name
        return found

    @property
    def pad(self) -> DrawPad:
        return self.find(DrawPad, "draw_pad")

    @property
    def maps(self) -> NetworkView:
        found = self.page.findChild(NetworkView)
        assert found is not None
        return found

    @property
    def trace(self) -> Trace:
        answer = self.presenter.store.state.answer
        assert answer is not None
        assert answer.trace is not None
        return answer.trace

    def text(self, name: str) -> str:
        return self.find(QLabel, name).text()

    def tiles(self, layer: str) -> LayerTiles:
        return self.find(LayerTiles, f"tiles_{layer}")

    def draw(self, points: Points, *, answered: bool = True) -> None:
        """Draw one stroke with the mouse and wait for its answer."""
        places = [self.pad.to_widget(QPointF(*point)).toPoint() for point in points]
        QTest.mousePress(self.pad, Qt.MouseButton.LeftButton, pos=places[0])
        for place in places[1:]:
            QTest.mouseMove(self.pad, place)
        QTest.mouseRelease(self.pad, Qt.MouseButton.LeftButton, pos=places[-1])
        if answered:
            self.wait_for_answer()

    def wait_for_answer(self) -> None:
        self.qtbot.waitUntil(self._is_answered, timeout=30_000)

    def _is_answered(self) -> bool:
        state = self.presenter.store.state
        answer = state.answer
        return (
            answer is not None
            and answer.trace is not None
            and answer.preparation.ink_hw is state.picture.ink_hw
        )

    def click_map(self, layer: str, index: int) -> None:
        tiles = self.tiles(layer)
        middle = tiles.tile_rect(index).center().toPoint()
        self.qtbot.mouseClick(tiles, Qt.MouseButton.LeftButton, pos=middle)


def make_stage(qtbot: QtBot, current: CurrentNetwork) -> Iterator[Stage]:
    pictures: PictureStore = Store(drawing(np.zeros((280, 280), np.uint8)))
    networks: NetworkStore = Store(current)
    undo = QUndoStack()
    picture = PicturePresenter(pictures, undo)
    presenter = DrawPresenter(pictures, networks)
    choices = NetworkChoices(networks, (current,))
    page = DrawPage(presenter, picture, choices)
    page.undo_requested.connect(undo.undo)  # the window does it, and says so
    qtbot.addWidget(page)
    page.resize(1192, 740)
    with qtbot.waitExposed(page):
        page.show()
        page.set_shown(True)
    every = page.findChild(QToolButton, "maps_before_button")
    assert every is not None
    every.setChecked(True)  # each layer by itself, not as they flow
    yield Stage(page, pictures, networks, choices, presenter, undo, qtbot)
    choices.shut_down()
    presenter.shut_down()
    picture.shut_down()
