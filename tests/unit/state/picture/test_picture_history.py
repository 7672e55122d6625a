"""Edits and undo steps of pictures that take time: none lost, none in another order."""

import errno
import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtGui import QUndoStack
from pytestqt.qtbot import QtBot

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.images.numbers.typed_numbers import as_levels
from cnnviz.engine.images.picture import Picture
from cnnviz.state.picture import picture_history
from cnnviz.state.picture.number_pictures import CellEdit, numbers_picture
from cnnviz.state.picture.picture_history import PictureHistory
from cnnviz.state.picture.shared_picture import PictureStore, SharedPicture
from cnnviz.state.store import Store
from cnnviz.state.workers import picture_making, picture_shelf
from cnnviz.state.workers.picture_making import PictureToMake, make_picture
from cnnviz.state.workers.picture_shelf import PictureShelf

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
    monkeypatch.setattr(picture_making, "QUICK_CELLS", 0)
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
        if history.number(edit) is None:  # the disk has not given it back yet
            self.check()
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
    desk: Desk, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    """Most of it while pictures are still being made, or fetched from the disk."""
    monkeypatch.setattr(picture_history, "MOST_BYTES", 500 if seed % 2 else 1_000_000)
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
    """Return the bytes of the pictures that only undo steps keep in memory."""
    history = desk.history
    return sum(
        kept.byte_count
        for kept in history._kept
        if kept.shared is not None and kept is not history.now.root
    )


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


def test_that_pictures_far_down_leave_the_memory_and_come_back(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(picture_history, "MOST_BYTES", 200 * KILOBYTE)
    pictures = open_many(desk, 30)
    copies = [replace(shared) for shared in pictures]

    desk.bot.waitUntil(lambda: in_memory(desk) <= 200 * KILOBYTE)

    for _ in range(2):
        for old in reversed(copies[:-1]):
            desk.undo.undo()
            assert_alike(desk.settle(), old)
        assert not desk.undo.canUndo()
        for new in copies[1:]:
            desk.undo.redo()
            assert_alike(desk.settle(), new)
        desk.bot.waitUntil(lambda: in_memory(desk) <= 200 * KILOBYTE)


def assert_alike(one: SharedPicture, other: SharedPicture) -> None:
    for array, same in (
        (one.picture.pixels_chw, other.picture.pixels_chw),
        (one.ink_hw, other.ink_hw),
        (one.numbers_chw, other.numbers_chw),
    ):
        if array is None or same is None:
            assert array is same
        else:
            assert array.dtype == same.dtype
            assert np.array_equal(array, same)
    assert (one.picture.name, one.origin, one.edits) == (
        other.picture.name,
        other.origin,
        other.edits,
    )


def test_that_the_last_step_is_undone_at_once(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was shown last is at hand, however many there are."""
    monkeypatch.setattr(picture_history, "MOST_BYTES", 200 * KILOBYTE)
    pictures = open_many(desk, 20)
    desk.bot.waitUntil(lambda: in_memory(desk) <= 200 * KILOBYTE)

    desk.undo.undo()

    assert desk.store.state is pictures[-2]


@pytest.mark.log_warnings
def test_that_a_full_disk_loses_no_step(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(picture_history, "MOST_BYTES", 0)
    monkeypatch.setattr(picture_shelf, "SPARED_BYTES", 1 << 62)
    pictures = open_many(desk, 6)
    desk.bot.waitUntil(lambda: not desk.history._on_the_way)

    for old in reversed(pictures[:-1]):
        desk.undo.undo()
        assert desk.store.state is old


def test_that_a_picture_that_cannot_be_read_back_is_told(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(picture_history, "MOST_BYTES", 0)
    pictures = open_many(desk, 3)
    desk.bot.waitUntil(lambda: in_memory(desk) == 0)
    desk.history._shelf._file.truncate(0)

    with desk.bot.waitSignal(desk.history.failed) as failed:
        desk.undo.undo()

    assert failed.args[0].code == "undo_picture_lost"
    assert desk.store.state is pictures[-1]
    assert desk.history.is_settled
    desk.history.type(CellEdit((0, 0, 0), 3), "Change cell")
    assert desk.settle().picture.pixels_chw[0, 0, 0] == 3


def test_that_the_room_of_pictures_that_are_gone_is_used_again(qtbot: QtBot) -> None:
    shelf = PictureShelf()
    first = shelf.put(noise(1))
    del first
    second = shelf.put(noise(2))
    assert second is not None
    places = [place.offset for place in second.places if place is not None]
    third = shelf.put(noise(3))
    assert third is not None

    assert places == [0]
    assert_alike(shelf.get(second), noise(2))
    assert_alike(shelf.get(third), noise(3))
    shelf.close()


@pytest.mark.log_warnings
def test_that_a_write_that_fails_midway_leaves_the_others_whole(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shelf = PictureShelf()
    first = shelf.put(noise(1))
    whole = PictureShelf._write
    numbers = numbers_picture(np.ones((1, 4, 4), np.float32))

    def full(self: PictureShelf, array: NDArray[Any] | None) -> object:
        if array is not None and array.dtype == np.float32:
            raise OSError(errno.ENOSPC, "no space left on device")
        return whole(self, array)

    monkeypatch.setattr(PictureShelf, "_write", full)
    assert shelf.put(numbers) is None
    monkeypatch.undo()
    second = shelf.put(noise(2))

    assert first is not None
    assert second is not None
    assert_alike(shelf.get(first), noise(1))
    assert_alike(shelf.get(second), noise(2))
    shelf.close()
    with pytest.raises(CnnvizError, match="undo_picture_lost"):
        shelf.get(first)


def test_that_only_what_came_as_a_whole_is_taken_for_that() -> None:
    """An undo step comes back to it: a picture that was typed into must not be there."""
    shelf, whole = PictureShelf(), noise(1)
    edits = (CellEdit((0, 1, 1), 7),)

    from_whole = make_picture(PictureToMake(whole, edits), shelf)
    from_typed = make_picture(
        PictureToMake(from_whole.shared, cells=(((0, 2, 2), 8.0),)), shelf
    )
    shown = make_picture(PictureToMake(from_typed.shared, cells=()), shelf)

    assert from_whole.root is whole
    assert from_typed.root is None
    assert shown.root is None
    assert shown.shared is from_typed.shared
    pixels = shown.shared.picture.pixels_chw
    assert (pixels[0, 1, 1], pixels[0, 2, 2]) == (7, 8)


def test_that_the_question_of_now_is_answered_the_same_whatever_comes(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    history = desk.history
    monkeypatch.setattr(picture_history, "MOST_BYTES", 0)
    open_many(desk, 3)
    desk.bot.waitUntil(lambda: in_memory(desk) == 0)
    questions = []
    for value in (3, 0.25):
        history.type(CellEdit((0, 0, 0), value), "Change cell")
        questions.append((history.question_of_now(), value))
    desk.undo.setIndex(1)
    on_the_disk = history.question_of_now()
    assert not history.is_settled
    history.change(noise(9), "Open")
    at_hand = history.question_of_now()
    history.change(noise(10), "Open")

    for question, value in questions:
        shared = make_picture(question, history.shelf).shared
        numbers = shared.numbers_chw
        cells = shared.picture.pixels_chw if numbers is None else numbers
        assert cells[0, 0, 0] == value
    assert make_picture(on_the_disk, history.shelf).shared.picture.name == "noise 1"
    assert make_picture(at_hand, history.shelf).shared.picture.name == "noise 9"


@pytest.mark.log_warnings
def test_that_a_disk_that_has_gone_does_not_keep_the_program_from_ending(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class Gone:
        def close(self) -> None:
            raise OSError(errno.EIO, "input/output error")

    shelf = PictureShelf()
    monkeypatch.setattr(shelf, "_file", Gone())

    shelf.close()
