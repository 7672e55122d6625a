"""Edits and undo steps of pictures that take time: none lost, none in another order."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtGui import QUndoStack
from pytestqt.qtbot import QtBot

from cnnviz.engine.images.numbers.typed_numbers import as_levels
from cnnviz.engine.images.picture import Picture
from cnnviz.state.picture import picture_history, picture_versions
from cnnviz.state.picture.number_pictures import CellEdit, numbers_picture
from cnnviz.state.picture.picture_history import PictureHistory
from cnnviz.state.picture.picture_versions import Kept, PictureToMake
from cnnviz.state.picture.shared_picture import PictureStore, SharedPicture
from cnnviz.state.store import Store
from cnnviz.state.undo import change

if TYPE_CHECKING:
    from cnnviz.engine.errors import CnnvizError

SIZE_HW = (5, 7)
KILOBYTE = 1024


def noise(seed: int, channels: int = 1, side: int = 32) -> SharedPicture:
    rng = np.random.default_rng(seed)
    pixels = rng.integers(0, 256, (channels, side, side), np.uint8)
    return SharedPicture(Picture(pixels, f"noise {seed}"), "file")


@dataclass(frozen=True, slots=True, eq=False)
class Desk:
    store: PictureStore
    undo: QUndoStack
    history: PictureHistory
    bot: QtBot

    def settle(self) -> SharedPicture:
        self.bot.waitUntil(lambda: self.history.is_settled)
        return self.store.state


@pytest.fixture
def desk(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    """Return a history that makes every picture in its thread."""
    monkeypatch.setattr(picture_versions, "QUICK_CELLS", 0)
    store: PictureStore = Store(noise(0))
    undo = QUndoStack()
    history = PictureHistory(store, undo)
    yield Desk(store, undo, history, qtbot)
    history.shut_down()


@dataclass(frozen=True, slots=True, eq=False)
class Plain:
    """What a picture is, told as plainly as can be."""

    numbers: NDArray[np.float32]
    is_typed: bool

    def edited(self, edit: CellEdit) -> "Plain":
        numbers, is_typed = self.numbers, self.is_typed
        if not is_typed and edit.colour == "grey" and len(numbers) == 3:
            grey = Picture(numbers.astype(np.uint8), "").to_grey()
            numbers = grey.pixels_chw.astype(np.float32)
        if not is_typed and edit.value_range != "0..255":
            low, high = {"0..1": (0, 1), "-1..1": (-1, 1)}[edit.value_range]
            scale = np.float32((high - low) / 255)
            numbers, is_typed = numbers * scale + np.float32(low), True
        if numbers[edit.cell] == np.float32(edit.value):
            return self
        numbers = numbers.copy()
        numbers[edit.cell] = edit.value
        is_level = float(edit.value).is_integer() and 0 <= edit.value <= 255
        return Plain(numbers, is_typed or not is_level)

    def is_told_by(self, shared: SharedPicture) -> bool:
        pixels, numbers = shared.picture.pixels_chw, shared.numbers_chw
        if not self.is_typed:
            return numbers is None and np.array_equal(pixels, self.numbers)
        return (
            numbers is not None
            and np.array_equal(numbers, self.numbers)
            and np.array_equal(pixels, as_levels(self.numbers))
        )


class Nobody:
    """Types, undoes, redoes and opens at random, and keeps a plain list of it all."""

    def __init__(self, desk: Desk, seed: int) -> None:
        self.desk, self.random = desk, random.Random(seed)
        self.steps = [self.plain(desk.store.state)]
        self.place = 0

    @staticmethod
    def plain(shared: SharedPicture) -> Plain:
        if shared.numbers_chw is not None:
            return Plain(shared.numbers_chw.copy(), is_typed=True)
        return Plain(shared.picture.pixels_chw.astype(np.float32), is_typed=False)

    def act(self) -> None:
        self.random.choice(
            (*(self.type,) * 5, *(self.undo,) * 3, self.redo, self.open)
        )()
        if self.random.random() < 0.2:
            self.check()
        assert self.desk.undo.index() == self.place
        assert self.desk.undo.count() == len(self.steps) - 1

    def push(self, plain: Plain) -> None:
        self.steps[self.place + 1 :] = [plain]
        self.place += 1

    def type(self) -> None:
        now, history = self.steps[self.place], self.desk.history
        grey = self.random.random() < 0.3
        colours = 1 if grey and not now.is_typed else len(now.numbers)
        cell = (self.random.randrange(colours), *map(self.random.randrange, (3, 3)))
        value = self.random.choice((0, 1, 2, 77, 255, 256, -1, 0.5, 1e6))
        scale: Any = self.random.choice(("0..255",) * 8 + ("0..1", "-1..1"))
        edit = CellEdit(cell, value, "grey" if grey else "rgb", scale)
        new = now.edited(edit)
        is_as_seen = colours == len(now.numbers) and scale == "0..255"
        if now.is_typed or is_as_seen:  # whether or not it is shown yet
            assert history.number(edit) == now.numbers[edit.cell]
        history.type(edit, "Change cell")
        if new is not now:
            self.push(new)

    def undo(self) -> None:
        self.desk.undo.undo()
        self.place = max(0, self.place - 1)

    def redo(self) -> None:
        self.desk.undo.redo()
        self.place = min(len(self.steps) - 1, self.place + 1)

    def open(self) -> None:
        shared = noise(self.random.randrange(1000), self.random.choice((1, 3)), 9)
        if self.random.random() < 0.3:
            numbers = shared.picture.pixels_chw / np.float32(9)
            shared = numbers_picture(numbers)
        self.desk.history.change(shared, "Open")
        self.push(self.plain(shared))

    def check(self) -> None:
        assert self.steps[self.place].is_told_by(self.desk.settle())


@pytest.mark.parametrize("seed", range(8))
def test_that_quick_edits_undo_and_redo_are_those_of_a_plain_list(
    desk: Desk, seed: int
) -> None:
    """Most of it while pictures are still being made."""
    nobody = Nobody(desk, seed)
    for _ in range(250):
        nobody.act()
    nobody.check()
    while desk.undo.canUndo():
        nobody.undo()
        nobody.check()
    assert nobody.place == 0


def test_that_edits_beside_each_other_all_arrive(desk: Desk) -> None:
    expected = desk.store.state.picture.pixels_chw.copy()
    for column in range(20):
        desk.history.type(CellEdit((0, 4, column), 100 + column), "Change cell")
        expected[0, 4, column] = 100 + column
    assert desk.undo.count() == 20
    assert not desk.history.is_settled

    assert np.array_equal(desk.settle().picture.pixels_chw, expected)


def test_that_a_picture_opened_while_a_cell_arrives_is_undone_to_the_cell(
    desk: Desk,
) -> None:
    desk.history.type(CellEdit((0, 2, 3), 0.25), "Change cell")
    assert not desk.history.is_settled
    desk.history.change(noise(1), "Open")
    assert desk.store.state.picture.name == "noise 1"

    desk.undo.undo()

    numbers = desk.settle().numbers_chw
    assert numbers is not None
    assert numbers[0, 2, 3] == 0.25


def test_that_what_waits_for_the_picture_of_now_gets_it(desk: Desk) -> None:
    seen: list[float] = []

    def look() -> None:
        seen.append(float(desk.store.state.picture.pixels_chw[0, 0, 0]))

    desk.history.type(CellEdit((0, 0, 0), 200), "Change cell")
    desk.history.when_settled(look)
    desk.history.type(CellEdit((0, 0, 0), 201), "Change cell")
    assert not seen

    desk.settle()
    desk.history.when_settled(look)

    assert seen == [201, 201]


def test_that_a_replaced_picture_is_not_overtaken_by_a_late_one(desk: Desk) -> None:
    """As a stroke replaces it: without a step of its own."""
    desk.history.type(CellEdit((0, 0, 0), 9), "Change cell")
    other = noise(3)

    desk.store.replace(other)

    assert desk.history.is_settled
    desk.history.type(CellEdit((0, 0, 0), 10), "Change cell")
    pixels = desk.settle().picture.pixels_chw
    assert pixels[0, 0, 0] == 10
    assert np.array_equal(pixels[0, 1:], other.picture.pixels_chw[0, 1:])


def in_memory(desk: Desk) -> int:
    """Return the bytes of the pictures that undo steps come back to."""
    kept_ones = [kept for kept in desk.history._kept if kept.shared is not None]
    return sum(kept.byte_count for kept in kept_ones)


def open_many(desk: Desk, count: int) -> list[SharedPicture]:
    pictures = [desk.store.state]
    for seed in range(1, count):
        shared = noise(seed, side=64)
        if seed % 3 == 0:
            numbers = shared.picture.pixels_chw / np.float32(7)
            shared = replace(numbers_picture(numbers), edits=("cropped",))
        if seed % 3 == 1:
            ink_hw = np.full((280, 280), seed, np.uint8)
            shared = replace(shared, origin="drawing", ink_hw=ink_hw)
        pictures.append(shared)
        desk.history.change(shared, f"Open {seed}")
    return pictures


def test_that_pictures_of_every_kind_are_undone_and_redone(desk: Desk) -> None:
    pictures = open_many(desk, 30)

    for _ in range(2):
        for old in reversed(pictures[:-1]):
            desk.undo.undo()
            assert desk.store.state is old
        assert not desk.undo.canUndo()
        for new in pictures[1:]:
            desk.undo.redo()
            assert desk.store.state is new


@pytest.mark.parametrize("most", [0, 100, 200])
def test_that_the_newest_pictures_stay_in_a_memory_that_is_full(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    monkeypatch.setattr(picture_history, "MOST_BYTES", most * KILOBYTE)
    told: list[CnnvizError] = []
    desk.history.failed.connect(told.append)
    pictures = open_many(desk, 40)
    sizes = [Kept(shared).byte_count for shared in reversed(pictures)]
    # That of now stays, however large it is.
    fitting = max(1, int((np.cumsum(sizes) <= most * KILOBYTE).sum()))
    assert in_memory(desk) == sum(sizes[:fitting])

    for old in pictures[-2 : -1 - fitting : -1]:
        desk.undo.undo()
        assert desk.store.state is old
    assert not told
    while desk.undo.canUndo():
        desk.undo.undo()
        assert desk.store.state is pictures[-fitting]

    assert {error.code for error in told} == {"undo_picture_forgotten"}
    assert len(told) == len(pictures) - fitting
    while desk.undo.canRedo():
        desk.undo.redo()
    assert desk.store.state is pictures[-1]


def test_that_steps_of_settings_are_undone_below_a_forgotten_picture(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(picture_history, "MOST_BYTES", 0)
    setting: Store[int] = Store(1)
    change(desk.undo, setting, 2, "Set")
    pictures = open_many(desk, 3)

    desk.undo.setIndex(0)

    assert setting.state == 1
    assert desk.store.state is pictures[-1]
    assert desk.history.is_settled
    desk.history.type(CellEdit((0, 0, 0), 3), "Change cell")
    assert desk.settle().picture.pixels_chw[0, 0, 0] == 3
    desk.undo.undo()
    assert desk.store.state is pictures[-1]


def test_that_a_picture_that_cannot_be_made_is_told_and_the_shown_one_stays(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_question: PictureToMake) -> SharedPicture:
        raise MemoryError

    shown, looks = desk.store.state, list[SharedPicture]()
    monkeypatch.setattr(desk.history._maker._worker, "_compute", full)
    with desk.bot.waitSignal(desk.history.failed) as failed:
        desk.history.type(CellEdit((0, 0, 0), 9), "Change cell")
        desk.history.when_settled(lambda: looks.append(desk.store.state))
        assert not looks

    assert failed.args[0].code == "memory_full"
    assert desk.history.is_settled
    assert desk.store.state is shown
    assert looks == [shown]


def test_that_what_now_is_made_from_stays_the_same_whatever_comes(
    desk: Desk,
) -> None:
    history = desk.history
    questions = []
    for value in (3, 0.25):
        history.type(CellEdit((0, 0, 0), value), "Change cell")
        questions.append((history.to_make(), value))
    assert not history.is_settled
    history.change(noise(9), "Open")
    at_hand = history.to_make()
    history.change(noise(10), "Open")

    for question, value in questions:
        shared = question.make()
        numbers = shared.numbers_chw
        cells = shared.picture.pixels_chw if numbers is None else numbers
        assert cells[0, 0, 0] == value
    assert at_hand.make().picture.name == "noise 9"
