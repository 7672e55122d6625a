"""Cells typed one after the other: undone exactly, and small in memory."""

import tracemalloc
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pytest
from PySide6.QtGui import QUndoStack
from pytestqt.qtbot import QtBot

from cnnviz.engine.images.picture import Picture
from cnnviz.engine.images.samples import load_sample
from cnnviz.state.picture.number_pictures import numbers_picture
from cnnviz.state.picture.picture_presenter import PicturePresenter
from cnnviz.state.picture.shared_picture import PictureStore, SharedPicture
from cnnviz.state.store import Store

MEGABYTE = 1024**2


@dataclass(frozen=True, slots=True, eq=False)
class Grid:
    store: PictureStore
    undo: QUndoStack
    presenter: PicturePresenter


@pytest.fixture
def grid(qtbot: QtBot) -> Iterator[Grid]:
    store: PictureStore = Store(SharedPicture(load_sample("seven"), "sample"))
    undo = QUndoStack()
    presenter = PicturePresenter(store, undo)
    yield Grid(store, undo, presenter)
    presenter.shut_down()


def alike(one: SharedPicture, other: SharedPicture) -> bool:
    if one.numbers_chw is not None and other.numbers_chw is not None:
        if not np.array_equal(one.numbers_chw, other.numbers_chw):
            return False
    elif one.numbers_chw is not other.numbers_chw:
        return False
    pixels, others = one.picture.pixels_chw, other.picture.pixels_chw
    said = one.picture.name, one.origin, one.edits, one.ink_hw
    return np.array_equal(pixels, others) and said == (
        other.picture.name,
        other.origin,
        other.edits,
        other.ink_hw,
    )


def test_that_every_typed_cell_is_undone_and_redone_exactly(grid: Grid) -> None:
    """Levels first, then all numbers; the range that black and white mean changes too."""
    rng = np.random.default_rng(2)
    states = [grid.store.state]
    values = [7, 255, 3, 12, 0.5, -3, 1e5, 2, 2.25, -1e6, 9]
    for value in values:
        row, column = rng.integers(0, 28, 2).tolist()
        grid.presenter.change_cell((0, row, column), value)
        states.append(grid.store.state)
    assert grid.undo.count() == len(values)

    for state in reversed(states[:-1]):
        grid.undo.undo()
        assert alike(grid.store.state, state)
    assert grid.store.state is states[0]
    for state in states[1:]:
        grid.undo.redo()
        assert alike(grid.store.state, state)


def test_that_typing_goes_on_after_undo_and_other_pictures(grid: Grid) -> None:
    presenter, undo = grid.presenter, grid.undo
    for column, value in enumerate((1, 2, 3)):
        presenter.change_cell((0, 0, column), value)
    undo.undo()
    presenter.change_cell((0, 5, 5), 77)
    typed = grid.store.state
    presenter.make_grid("zeros", (3, 3))
    presenter.change_cell((0, 1, 1), 4)
    for _ in range(2):
        undo.undo()
    assert alike(grid.store.state, typed)
    presenter.change_cell((0, 6, 6), 78)
    assert grid.store.state.picture.pixels_chw[0, 5, 5] == 77
    undo.undo()
    undo.undo()

    assert grid.store.state.picture.pixels_chw[0, 0, :2].tolist() == [1, 2]
    assert grid.store.state.picture.pixels_chw[0, 5, 5] != 77


def test_that_the_same_number_again_is_no_step(grid: Grid) -> None:
    grid.presenter.change_cell((0, 1, 1), 5)
    grid.presenter.change_cell((0, 1, 1), 5)

    assert grid.undo.count() == 1


@pytest.mark.parametrize("kind", ["numbers", "levels"])
def test_that_typing_into_a_large_picture_does_not_fill_the_memory(
    grid: Grid, qtbot: QtBot, kind: str
) -> None:
    rng = np.random.default_rng(0)
    if kind == "numbers":
        start = numbers_picture(rng.random((3, 1000, 1000), np.float32))
    else:
        levels = rng.integers(0, 256, (3, 1000, 1000), np.uint8)
        start = SharedPicture(Picture(levels, "noise"), "file")
    grid.store.replace(start)
    tracemalloc.start()
    try:
        for place in range(200):
            cell = (place % 3, place, 2 * place)
            grid.presenter.change_cell(cell, float(place % 100), "rgb")
            if place % 40 == 39:
                qtbot.waitUntil(lambda: grid.presenter.history.is_settled)
        used, _peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert grid.undo.count() >= 195
    assert used < 40 * MEGABYTE
