"""The Train page with an engine that does as it is told."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QLabel,
)
from pytestqt.qtbot import QtBot

from cnnviz.pages.train.presenters.train_presenter import TrainPresenter
from cnnviz.pages.train.views.run_plots import RunPlots
from cnnviz.pages.train.views.train_page import TrainPage
from cnnviz.ui.tiles.layer_tiles import LayerTiles
from tests.helpers.training_fakes import FakeEngine


@dataclass
class Opened:
    page: TrainPage
    presenter: TrainPresenter
    fake: FakeEngine
    keep: tuple[object, ...]

    def button(self, name: str) -> QAbstractButton:
        found = self.page.findChild(QAbstractButton, name)
        assert found is not None, name
        return found

    def text(self, name: str) -> str:
        label = self.page.findChild(QLabel, name)
        assert label is not None, name
        return label.text()

    def tiles(self, layer: str) -> LayerTiles:
        found = self.page.findChild(LayerTiles, f"live_tiles_{layer}")
        assert found is not None, layer
        return found

    @property
    def plots(self) -> RunPlots:
        found = self.page.findChild(RunPlots)
        assert found is not None
        return found

    @property
    def phase(self) -> str:
        return self.presenter.run.state.phase


def click(qtbot: QtBot, opened: Opened, name: str) -> None:
    qtbot.mouseClick(opened.button(name), Qt.MouseButton.LeftButton)


Open = Callable[[FakeEngine], Opened]
