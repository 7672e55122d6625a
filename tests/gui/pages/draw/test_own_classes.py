"""The tool Own classes of the Draw page, driven by real events; the training is a stand-in."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from typing import TypeVar

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QUndoStack
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from cnnviz.engine.convolution.row_blocks import Cancelled
from cnnviz.engine.datasets.own.collection import Example, OwnClass, OwnClasses
from cnnviz.engine.datasets.own.keeping import KeptClasses
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.images.preparation import prepare_drawing
from cnnviz.engine.networks.catalogue.own_classes import own_classes_network
from cnnviz.engine.networks.seeded_weights import seeded_weights
from cnnviz.pages.draw.presenters.classes.own_classes import OwnClassesPresenter
from cnnviz.pages.draw.presenters.classes.own_jobs import opened_own
from cnnviz.pages.draw.presenters.classes.own_state import Learned, same_classes
from cnnviz.pages.draw.presenters.draw_presenter import DrawPresenter
from cnnviz.pages.draw.views.classes.class_list import ClassList
from cnnviz.pages.draw.views.classes.classes_tool import ClassesTool
from cnnviz.pages.draw.views.classes.example_tiles import ExampleTiles
from cnnviz.pages.draw.views.draw_page import DrawPage
from cnnviz.state.current_network import CurrentNetwork
from cnnviz.state.network_choices import NetworkChoices
from cnnviz.state.picture.picture_presenter import PicturePresenter
from cnnviz.state.picture.shared_picture import PictureStore, drawing
from cnnviz.state.store import Store
from cnnviz.ui.canvas.draw_pad import DrawPad
from tests.helpers.draw_stage import ONE, SEVEN, THREE, Points, random_network
from tests.helpers.session import session_in

W = TypeVar("W", bound=QWidget)


class FakeTraining:
    """Train nothing: answer with random weights once it is let go."""

    def __init__(self) -> None:
        self.may_end, self.asked = Event(), list[OwnClasses]()
        self.may_end.set()
        self.problem: Exception | None = None

    def __call__(
        self,
        wanted: OwnClasses,
        is_cancelled: Callable[[], bool],
        on_progress: Callable[[int, int], object],
    ) -> Learned:
        self.asked.append(wanted)
        on_progress(5, 10)
        while not self.may_end.wait(0.005):
            if is_cancelled():
                raise Cancelled
        if self.problem is not None:
            raise self.problem
        network = own_classes_network(wanted.names)
        weights = seeded_weights(network, 1)
        return Learned(CurrentNetwork(network, weights, "own", 0.75), wanted, 4, 1.25)


@dataclass
class Tool:
    """The page with the tool in front, and what a test looks at."""

    page: DrawPage
    own: OwnClassesPresenter
    draw: DrawPresenter
    choices: NetworkChoices
    undo: QUndoStack
    training: FakeTraining
    folder: Path
    qtbot: QtBot

    def find(self, kind: type[W], name: str) -> W:
        found = self.page.findChild(kind, name)
        assert found is not None, name
        return found

    def text(self, name: str) -> str:
        return self.find(QLabel, name).text()

    def press(self, name: str) -> None:
        button = self.find(QPushButton, name)
        assert button.isEnabled(), name
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def is_on(self, name: str) -> bool:
        return self.find(QPushButton, name).isEnabled()

    def type_class(self, name: str) -> None:
        field = self.find(QLineEdit, "own_name")
        field.setFocus()
        field.clear()
        field.insert(name)  # as pasted: keys of a test have no emoji
        QTest.keyClick(field, Qt.Key.Key_Return)

    def stroke(self, points: Points) -> None:
        pad = self.find(DrawPad, "draw_pad")
        places = [pad.to_widget(QPointF(*point)).toPoint() for point in points]
        QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=places[0])
        for place in places[1:]:
            QTest.mouseMove(pad, place)
        QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=places[-1])

    def add(self, points: Points) -> None:
        before = self.own.classes.state.total
        self.stroke(points)
        QTest.keyClick(self.page, Qt.Key.Key_A)
        self.wait(lambda: self.own.classes.state.total == before + 1)

    def wait(self, holds: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(holds, timeout=30_000)

    def fill(self, *names: str, each: int = 3) -> OwnClasses:
        classes = OwnClasses(
            tuple(
                OwnClass(
                    name,
                    tuple(
                        Example(np.full((28, 28), 10 * at + number, np.uint8))
                        for number in range(each)
                    ),
                )
                for at, name in enumerate(names)
            )
        )
        self.own.classes.replace(classes)
        return classes

    def train(self) -> Learned:
        before = self.own.store.state.learned
        self.press("own_train")
        self.wait(lambda: self.own.store.state.learned is not before)
        self.wait(lambda: not self.own.store.state.is_training)
        learned = self.own.store.state.learned
        assert learned is not None
        return learned


@pytest.fixture
def tool(qtbot: QtBot, tmp_path: Path) -> Iterator[Tool]:
    pictures: PictureStore = Store(drawing(np.zeros((280, 280), np.uint8)))
    current = random_network()
    networks, undo, parent = Store(current), QUndoStack(), Store(0)
    picture = PicturePresenter(pictures, undo)
    presenter = DrawPresenter(pictures, networks)
    choices = NetworkChoices(networks, (current,), only_answering=True)
    training, folder = FakeTraining(), tmp_path / "classes"
    own = OwnClassesPresenter(picture, choices, folder, parent, train=training)
    page = DrawPage(presenter, picture, choices, own=own)
    page.undo_requested.connect(undo.undo)
    page.addActions(page.page_actions())  # as the window's menu has them
    qtbot.addWidget(page)
    page.resize(1192, 740)
    with qtbot.waitExposed(page):
        page.show()
        page.set_shown(True)
    page.setFocus()
    QTest.keyClick(page, Qt.Key.Key_K)
    qtbot.waitUntil(lambda: own.store.state.is_loaded, timeout=30_000)
    yield Tool(page, own, presenter, choices, undo, training, folder, qtbot)
    training.may_end.set()
    for part in (own, choices, presenter, picture):
        part.shut_down()


def test_that_the_tool_says_at_each_state_what_to_do_next(tool: Tool) -> None:
    assert "first class" in tool.text("own_next")
    tool.type_class("smile")
    assert "second class" in tool.text("own_next")
    tool.type_class("sad")
    assert "Choose “smile” in" not in tool.text("own_next")
    assert "Draw “sad”" in tool.text("own_next")
    tool.fill("smile", "sad", each=1)
    tool.own.remove_example(0, 0)
    tool.undo.undo()
    tool.find(ClassList, "own_list").choose(0)
    tool.fill("smile", "sad")
    tool.own.remove_example(1, 0)
    choose = "Choose “sad” in the list: it needs 1 more example."
    assert tool.text("own_next") == choose
    tool.fill("smile", "sad", each=0)
    assert "Draw “smile”" in tool.text("own_next")
    assert "(A): 3 more examples needed" in tool.text("own_next")
    assert not tool.is_on("own_train")
    tool.fill("smile", "sad")
    assert "Enough to train" in tool.text("own_next")
    tool.train()
    assert "answer at the right" in tool.text("own_next")
    tool.own.add_class("neutral")
    tool.own.remove_class(2)
    assert "answer at the right" in tool.text("own_next")
    tool.own.remove_class(1)
    tool.undo.undo()
    tool.own.rename(1, "glum")
    assert "train again" in tool.text("own_next")
    tool.own.rename(1, "sad")
    tool.choices.choose(tool.choices.store.state[0])
    assert "Another network" in tool.text("own_next")
    assert tool.text("own_private") == "Everything stays on this computer."


def test_that_what_is_drawn_becomes_an_example_and_the_sheet_is_cleared(
    tool: Tool,
) -> None:
    tool.type_class("one")
    tool.type_class("three")
    tool.stroke(THREE)
    ink = tool.own.pictures.store.state.ink_hw
    assert ink is not None
    tool.press("own_add")
    tool.wait(lambda: tool.own.classes.state.total == 1)
    (example,) = tool.own.classes.state.classes[1].examples
    assert np.array_equal(example.digit_hw, prepare_drawing(ink).digit_hw)
    cleared = tool.own.pictures.store.state.ink_hw
    assert cleared is not None
    assert not cleared.any()
    assert not tool.is_on("own_add")
    assert tool.text("own_class") == "three: 1 example"
    tool.add(SEVEN)
    assert len(tool.find(ExampleTiles, "own_examples").shown) == 2
    tool.wait(
        lambda: same_classes(KeptClasses(tool.folder).load(), tool.own.classes.state)
    )


def test_that_the_key_adds_nothing_while_another_tool_is_open(tool: Tool) -> None:
    tool.type_class("one")
    tool.stroke(ONE)
    assert tool.is_on("own_add")
    tool.page.setFocus()
    QTest.keyClick(tool.page, Qt.Key.Key_M)
    action = next(
        one for one in tool.page.page_actions() if one.objectName() == "add_example"
    )
    assert not action.isEnabled()
    QTest.keyClick(tool.page, Qt.Key.Key_K)
    assert action.isEnabled()


def test_that_an_example_is_removed_and_comes_back(tool: Tool) -> None:
    classes = tool.fill("smile", "sad", each=4)
    tiles = tool.find(ExampleTiles, "own_examples")
    assert not tool.is_on("own_remove")
    middle = tiles.place_of(2).center().toPoint()
    tool.qtbot.mouseClick(tiles, Qt.MouseButton.LeftButton, pos=middle)
    assert tiles.chosen == 2
    tool.press("own_remove")
    left = tool.own.classes.state.classes[0].examples
    assert left == classes.classes[0].examples[:2] + classes.classes[0].examples[3:]
    tool.undo.undo()
    assert tool.own.classes.state is classes
    tool.stroke(ONE)
    tool.qtbot.mouseClick(tiles, Qt.MouseButton.LeftButton, pos=middle)
    tiles.setFocus()
    QTest.keyClick(tiles, Qt.Key.Key_Delete)
    assert len(tool.own.classes.state.classes[0].examples) == 3
    assert tool.own.can_add  # and the sheet was not cleared
    tool.undo.undo()
    tool.undo.undo()
    assert tool.own.classes.state is classes
    tool.press("own_remove_class")
    assert tool.own.classes.state.names == ("sad",)
    tool.undo.undo()
    assert tool.own.classes.state is classes


def test_that_names_are_plain_and_what_cannot_be_a_name_is_told(tool: Tool) -> None:
    markup = "<b>loud</b>"
    tool.type_class(markup)
    tool.type_class("😀")
    assert tool.own.classes.state.names == (markup, "😀")
    classes = tool.find(ClassList, "own_list")
    classes.choose(0)
    said = tool.find(QLabel, "own_class")
    assert "<b>" not in said.text()
    assert "loud" in said.text()
    assert said.textFormat() == Qt.TextFormat.PlainText
    tool.type_class("x" * 200)
    assert "200 characters" in tool.text("own_outcome")
    tool.type_class(markup)
    assert "already" in tool.text("own_outcome")
    assert "<b>" not in tool.text("own_outcome")
    assert len(tool.own.classes.state.names) == 2
    item = classes.topLevelItem(1)
    assert item is not None
    item.setText(0, markup)
    assert tool.own.classes.state.names == (markup, "😀")
    assert item.text(0) == "😀"
    item.setText(0, "glad\n face")
    assert tool.own.classes.state.names == (markup, "glad face")
    assert item.text(0) == "glad face"


def test_that_own_classes_answer_at_once_when_they_are_trained(tool: Tool) -> None:
    classes = tool.fill("smile", "sad", "neutral")
    tool.stroke(THREE)
    learned = tool.train()
    assert tool.training.asked == [classes]
    assert tool.choices.current.state is learned.network

    def is_answered() -> bool:
        answer = tool.draw.store.state.answer
        ready = None if answer is None else answer.network
        return ready is not None and ready.current is learned.network

    tool.wait(is_answered)
    assert tool.text("answer_digit") in {"smile", "sad", "neutral"}
    known = "Of 4 examples kept for validation, 75% were read correctly."
    assert tool.text("own_outcome").endswith(f" s. {known}")
    with tool.qtbot.waitSignal(tool.own.network_wanted) as wanted:
        tool.press("own_show_network")
    assert wanted.args == [learned.network]


def test_that_a_training_shows_how_far_it_is_and_can_be_given_up(tool: Tool) -> None:
    tool.fill("smile", "sad")
    tool.training.may_end.clear()
    tool.press("own_train")
    tool.wait(lambda: tool.own.store.state.step == 5)
    cancel = tool.find(QPushButton, "own_cancel")
    assert cancel.isVisible()
    assert not tool.is_on("own_train")
    tool.press("own_cancel")
    tool.wait(lambda: not tool.own.store.state.is_training)
    assert tool.own.store.state.learned is None
    assert tool.is_on("own_train")
    assert not cancel.isVisible()


def test_that_a_missing_torch_is_told_in_a_sentence(tool: Tool) -> None:
    tool.fill("smile", "sad")
    tool.training.problem = ModuleNotFoundError("No module", name="torch")
    tool.press("own_train")
    tool.wait(lambda: "pip install torch" in tool.text("own_outcome"))
    tool.wait(lambda: not tool.own.store.state.is_training)


def test_that_a_file_brings_classes_examples_and_network_to_a_friend(
    tool: Tool, tmp_path: Path
) -> None:
    classes = tool.fill("smile", "<i>sad</i>", each=4)
    learned = tool.train()
    tool.press("own_save")
    dialog = QApplication.activeModalWidget() or tool.page.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    path = tmp_path / "moods"
    dialog.fileSelected.emit(str(path))
    dialog.reject()
    file = tmp_path / "moods.safetensors"
    tool.wait(file.exists)
    tool.wait(lambda: "moods.safetensors" in tool.text("own_outcome"))
    tool.fill("other")
    tool.own.open_file(str(file))
    tool.wait(lambda: same_classes(tool.own.classes.state, classes))
    found = tool.choices.current.state
    assert found.network == learned.network.network
    assert found.weights is not None
    for name, values in found.weights.items():
        assert learned.network.weights is not None
        assert np.array_equal(values, learned.network.weights[name])
    tool.undo.undo()
    assert tool.own.classes.state.names == ("other",)


def test_that_a_file_of_something_else_is_refused_and_nothing_is_lost(
    tool: Tool, tmp_path: Path
) -> None:
    classes = tool.fill("smile", "sad")
    (tmp_path / "odd.safetensors").write_bytes(b"no network at all")
    tool.own.open_file(str(tmp_path / "odd.safetensors"))
    tool.wait(lambda: tool.own.store.state.problem is not None)
    assert tool.text("own_outcome").endswith(".")
    assert tool.own.classes.state is classes


def test_that_pictures_and_folders_become_examples(tool: Tool, tmp_path: Path) -> None:
    page = np.full((90, 120), 240, np.uint8)
    page[20:70, 50:60] = 20
    for name in ("bar", "rod"):
        (tmp_path / "set" / name).mkdir(parents=True)
        for number in range(2):
            Image.fromarray(page).save(tmp_path / "set" / name / f"{number}.png")
    (tmp_path / "set" / "rod" / "bad.png").write_bytes(b"none")
    tool.press("own_folder")
    dialog = tool.page.findChild(QFileDialog)
    assert dialog is not None
    dialog.filesSelected.emit([str(tmp_path / "set")])
    dialog.reject()
    tool.wait(lambda: tool.own.classes.state.total == 4)
    assert tool.own.classes.state.names == ("bar", "rod")
    assert "1 picture could not be read" in tool.text("own_outcome")
    tool.own.add_files([str(tmp_path / "set" / "bar" / "0.png")], 1)
    tool.wait(lambda: tool.own.classes.state.total == 5)
    tool.own.add_files([str(tmp_path / "none")], 1)
    tool.wait(lambda: tool.own.store.state.problem is not None)


def test_that_all_is_there_at_the_next_start(tool: Tool) -> None:
    classes = tool.fill("smile", "sad")
    learned = tool.train()
    tool.own.shut_down()
    assert same_classes(KeptClasses(tool.folder).load(), classes)
    again = OwnClassesPresenter(
        tool.own.pictures, tool.choices, tool.folder, tool.undo, train=tool.training
    )
    again.look()
    tool.wait(lambda: again.store.state.is_loaded)
    assert same_classes(again.classes.state, classes)
    found = again.store.state.learned
    assert found is not None
    assert found.is_of(again.classes.state)
    assert found.network.validation_accuracy == learned.network.validation_accuracy
    assert found.network in tool.choices.store.state
    again.shut_down()


def test_that_every_widget_has_names_and_the_keyboard_reaches_it(tool: Tool) -> None:
    tool.fill("smile", "sad")
    part = tool.page.findChild(ClassesTool)
    assert part is not None
    named = [*part.findChildren(QPushButton), tool.find(QLineEdit, "own_name")]
    for widget in (*named, tool.find(ClassList, "own_list")):
        assert widget.objectName()
        assert widget.accessibleName()
        assert widget.toolTip()
        assert widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    tiles = tool.find(ExampleTiles, "own_examples")
    tiles.setFocus()
    QTest.keyClick(tiles, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(tiles, Qt.Key.Key_Return)
    assert tiles.chosen >= 0
    assert tool.is_on("own_remove")


def test_that_a_damaged_network_of_before_is_no_obstacle(
    tool: Tool, tmp_path: Path
) -> None:
    folder = tmp_path / "old"
    KeptClasses(folder).keep(tool.fill("smile", "sad"))
    (folder / "network.safetensors").write_bytes(b"half of it")
    again = OwnClassesPresenter(tool.own.pictures, tool.choices, folder, tool.undo)
    again.look()
    tool.wait(lambda: again.store.state.is_loaded)
    assert again.classes.state.names == ("smile", "sad")
    assert again.store.state.learned is None
    again.shut_down()
    with pytest.raises(CnnvizError):
        opened_own(folder / "network.safetensors")


def test_that_nothing_is_written_before_what_was_kept_is_known(
    tool: Tool, tmp_path: Path
) -> None:
    folder = tmp_path / "old"
    before = tool.fill("smile", "sad")
    KeptClasses(folder).keep(before)
    again = OwnClassesPresenter(tool.own.pictures, tool.choices, folder, tool.undo)
    assert not again.add_class("too early")
    again.look()
    assert not again.add_class("too early")
    tool.wait(lambda: again.store.state.is_loaded)
    assert again.add_class("neutral")
    again.shut_down()
    assert KeptClasses(folder).load().names == ("smile", "sad", "neutral")


def test_that_the_window_shows_the_network_on_its_page(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with session_in("en", qtbot, tmp_path) as session:
        session.window.show_page("draw")
        network = own_classes_network(("smile", "sad"))
        own = CurrentNetwork(network, seeded_weights(network, 1), "own")
        session.own.network_wanted.emit(own)
        assert session.window.page.key == "network"
        assert session.looking.choices.current.state is own
