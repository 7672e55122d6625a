from collections.abc import Iterator

import pytest
from PySide6.QtGui import QUndoStack
from pytestqt.qtbot import QtBot

from cnnviz.state.store import Store
from cnnviz.state.undo import change, step_of


@pytest.fixture
def store(qtbot: QtBot) -> Store[tuple[int, ...]]:
    return Store((0,))


@pytest.fixture
def undo(qtbot: QtBot) -> Iterator[QUndoStack]:
    stack = QUndoStack()
    yield stack
    stack.clear()


def test_that_a_change_is_told_with_what_was_before(
    qtbot: QtBot, store: Store[tuple[int, ...]]
) -> None:
    with qtbot.waitSignal(store.changed) as changed:
        store.replace((1,))
    assert changed.args == [(1,), (0,)]


def test_that_an_equal_state_is_silent(
    qtbot: QtBot, store: Store[tuple[int, ...]]
) -> None:
    with qtbot.assertNotEmitted(store.changed):
        store.replace((0,))


def test_that_a_change_is_undone_and_redone(
    store: Store[tuple[int, ...]], undo: QUndoStack
) -> None:
    change(undo, store, (1,), "One")
    change(undo, store, (2,), "Two")
    undo.undo()
    assert (store.state, undo.undoText(), undo.redoText()) == ((1,), "One", "Two")
    undo.redo()
    assert store.state == (2,)


def test_that_nothing_different_is_no_step(
    store: Store[tuple[int, ...]], undo: QUndoStack
) -> None:
    change(undo, store, (0,), "Nothing")
    assert undo.count() == 0


def test_that_a_drag_is_undone_at_once(
    store: Store[tuple[int, ...]], undo: QUndoStack
) -> None:
    for value in range(1, 9):
        change(undo, store, (value,), "Drag", merge_key="slider")
    assert undo.count() == 1
    undo.undo()
    assert store.state == (0,)


def test_that_drags_of_two_things_stay_two_steps(
    store: Store[tuple[int, ...]], undo: QUndoStack
) -> None:
    other: Store[tuple[int, ...]] = Store((5,))
    change(undo, store, (1,), "Drag", merge_key="slider")
    change(undo, other, (6,), "Drag", merge_key="slider")
    change(undo, store, (2,), "Drag", merge_key="another")
    assert undo.count() == 3


def test_that_a_stroke_shown_live_comes_back_to_before_it_began(
    store: Store[tuple[int, ...]], undo: QUndoStack
) -> None:
    before = store.state
    store.replace((1,))
    store.replace((2,))
    change(undo, store, (3,), "Stroke", old=before)
    undo.undo()
    assert store.state == before


def test_that_a_drag_there_and_back_leaves_no_step(
    store: Store[tuple[int, ...]], undo: QUndoStack
) -> None:
    change(undo, store, (5,), "Before")
    for value in (6, 7, 6, 5):
        change(undo, store, (value,), "Drag", merge_key="slider")
    assert (undo.count(), undo.undoText()) == (1, "Before")
    for value in (6, 5, 8):
        change(undo, store, (value,), "Drag", merge_key="slider")
    assert undo.count() == 2
    undo.undo()
    assert store.state == (5,)


def test_that_a_step_knows_its_page_and_what_it_changed(
    store: Store[tuple[int, ...]], undo: QUndoStack
) -> None:
    change(undo, store, (1,), "One", merge_key="a", page="here")
    change(undo, store, (4,), "One", merge_key="a", page="here")
    step = step_of(undo, 0)
    assert step is not None
    assert (step.page, step.difference()) == ("here", (0, 4))
