"""Stage and settings of a convolution in one dimension, with verbs for hands."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import QLocale, QObject, QPoint, Qt
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from cnnviz.engine.images.samples import load_sample
from cnnviz.pages.convolution.model.lab_settings import SignalSettings
from cnnviz.pages.convolution.model.lab_state import LabState
from cnnviz.pages.convolution.presenters.signal_commands import SignalCommands
from cnnviz.pages.convolution.presenters.walk_presenter import WalkPresenter
from cnnviz.pages.convolution.views.inspector.signal_tab import SignalTab
from cnnviz.pages.convolution.views.signal.signal_scene import Scene, Spot
from cnnviz.pages.convolution.views.signal.signal_stage import SignalStage
from cnnviz.state.picture.shared_picture import SharedPicture
from cnnviz.state.store import Store

W = TypeVar("W", bound=QObject)
LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier


@dataclass(frozen=True, slots=True, eq=False)
class Bars:
    """Stage and tab with what works behind them; verbs for hands."""

    page: QWidget
    stage: SignalStage
    walk: WalkPresenter
    commands: SignalCommands
    undo: QUndoStack
    notified: list[str]
    bot: QtBot

    @property
    def asked(self) -> SignalSettings:
        return self.commands.asked

    @property
    def position(self) -> int:
        assert self.walk.store.state.walk is not None
        return self.walk.store.state.walk.position

    @property
    def scene(self) -> Scene:
        return self.stage.scene()

    def find(self, kind: type[W], name: str) -> W:
        found = self.page.findChild(kind, name)
        assert found is not None, name
        return found

    def spot(self, row: str, index: int) -> QPoint:
        scene = self.scene
        spot = Spot(row, index)  # type: ignore[arg-type]
        band = scene.view.band(spot.row)
        x = scene.view.x(scene.place(spot) + 0.5)
        return QPoint(round(x), round(band.top + band.height / 2))

    def click(self, row: str, index: int) -> None:
        self.bot.mouseClick(self.stage, LEFT, pos=self.spot(row, index))

    def drag(
        self,
        row: str,
        index: int,
        *ways: QPoint,
        held: Qt.KeyboardModifier = NONE,
    ) -> None:
        at = self.spot(row, index)
        self.bot.mousePress(self.stage, LEFT, held, at)
        for way in ways:
            # QTest's mouseMove carries no button; the stage remembers the press.
            self.bot.mouseMove(self.stage, at + way)
        self.bot.mouseRelease(self.stage, LEFT, held, at + ways[-1])

    def hover(self, row: str, index: int) -> str:
        self.bot.mouseMove(self.stage, self.spot(row, index))
        return self.notified[-1]

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
        self.bot.keyClick(self.page.focusWidget() or self.stage, key, held)

    def type_row(self, name: str, text: str) -> None:
        line = self.find(QLineEdit, name)
        line.setFocus()
        line.selectAll()
        self.bot.keyClicks(line, text)
        self.bot.keyClick(line, Qt.Key.Key_Return)


@contextmanager
def shown_bars(qtbot: QtBot) -> Iterator[Bars]:
    """Give the shown stage and tab on the signal of the first opening, in English."""
    QLocale.setDefault(QLocale("en_US"))
    undo = QUndoStack()
    walk = WalkPresenter(Store(SharedPicture(load_sample("seven"), "sample")), undo)
    page = QWidget()
    stage, tab = SignalStage(page), SignalTab(walk, page)
    tab.setFixedWidth(276)
    row = QHBoxLayout(page)
    row.addWidget(stage, 1)
    row.addWidget(tab)
    commands, told = SignalCommands(walk, page), list[str]()

    def render(new: LabState, _old: LabState) -> None:
        stage.render_state(new)
        tab.render_state(new)

    walk.commands.set("operation", "signal")
    undo.clear()
    stage.render_state(walk.store.state)
    tab.render_state(walk.store.state)
    walk.store.changed.connect(render)
    stage.output_cell_chosen.connect(walk.go_to_cell)
    stage.input_cell_chosen.connect(walk.go_to_input_cell)
    stage.value_dragged.connect(commands.set_value)
    stage.weight_dragged.connect(commands.set_weight)
    stage.edit_ended.connect(commands.end_edit)
    stage.touched.connect(walk.pause)
    stage.notified.connect(told.append)
    stage.motion.reduced_motion = True
    page.resize(1160, 520)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    stage.setFocus()
    yield Bars(page, stage, walk, commands, undo, told, qtbot)
    walk.store.changed.disconnect(render)  # a late answer would find no stage
    walk.shut_down()
