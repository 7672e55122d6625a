"""In the real window: examples are drawn in a row on Draw, and learned from on Train."""

from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from cnnviz.app import Session
from cnnviz.engine.datasets.loading import drawings_folder, load_dataset
from cnnviz.ui.canvas.draw_pad import DrawPad
from tests.helpers.session import session

__all__ = ["session"]

Found = TypeVar("Found", bound=QWidget)


def find(session: Session, kind: type[Found], name: str) -> Found:
    found = session.window.page.findChild(kind, name)
    assert found is not None
    return found


def press(session: Session, qtbot: QtBot, name: str) -> None:
    button = find(session, QPushButton, name)
    assert button.isEnabled()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def drawn() -> list[Path]:
    return sorted(drawings_folder().rglob("*.png"))


def test_that_examples_drawn_in_a_row_are_learned_from(
    session: Session, qtbot: QtBot
) -> None:
    window, own = session.window, session.own
    window.show_page("train")
    data = find(session, QComboBox, "train_data")
    data.activated.emit(data.findText("My drawings"))
    said = find(session, QLabel, "drawings_head")
    assert said.text() == "No drawing in the collection yet."
    press(session, qtbot, "drawings_more")
    assert window.page.key == "draw"
    qtbot.waitUntil(lambda: own.store.state.is_loaded)
    pad = find(session, DrawPad, "draw_pad")
    name = find(session, QLineEdit, "own_name")
    assert name.isVisible()
    for place, label in enumerate(("seven", "sad face")):
        name.setText(label)
        qtbot.keyClick(name, Qt.Key.Key_Return)
        for number in range(3):
            count = 3 * place + number + 1
            begin, end = QPoint(40, 40 + 9 * count), QPoint(90 + 9 * number, 120)
            qtbot.mousePress(pad, Qt.MouseButton.LeftButton, pos=begin)
            qtbot.mouseMove(pad, end)
            qtbot.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=end)
            qtbot.waitUntil(lambda: own.can_add)
            qtbot.keyClick(pad, Qt.Key.Key_A)
            qtbot.waitUntil(lambda count=count: len(drawn()) == count)
            assert not own.can_add  # a new sheet
    press(session, qtbot, "own_watch")
    assert window.page.key == "train"
    recipe = session.train.recipe.state
    assert recipe.data == str(drawings_folder())
    assert data.currentText() == "My drawings"
    assert session.train.recipe_problem is None
    qtbot.waitUntil(lambda: said.text() == "6 drawings in the collection.")
    dataset = load_dataset(recipe.data)
    assert dataset.labels == ("sad face", "seven")
    assert len(dataset.train) + len(dataset.test) == 6
