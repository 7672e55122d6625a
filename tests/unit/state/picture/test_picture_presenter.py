import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image
from PySide6.QtGui import QUndoStack
from pytestqt.qtbot import QtBot

from cnnviz.engine.images.resizing import Box
from cnnviz.engine.images.samples import load_sample
from cnnviz.state.picture import picture_versions
from cnnviz.state.picture.number_pictures import CellEdit
from cnnviz.state.picture.picture_presenter import PicturePresenter
from cnnviz.state.picture.shared_picture import PAD_HW, PictureStore, SharedPicture
from cnnviz.state.store import Store
from cnnviz.state.workers.picture_loading import Reading, ReadPicture


@dataclass(frozen=True, slots=True, eq=False)
class Made:
    store: PictureStore
    undo: QUndoStack
    presenter: PicturePresenter


@pytest.fixture
def made(qtbot: QtBot) -> Iterator[Made]:
    store: PictureStore = Store(SharedPicture(load_sample("cat"), "sample"))
    undo = QUndoStack(store)
    presenter = PicturePresenter(store, undo, store)
    yield Made(store, undo, presenter)
    presenter.shut_down()


def ink(rows: slice, columns: slice) -> NDArray[np.uint8]:
    ink_hw = np.zeros(PAD_HW, np.uint8)
    ink_hw[rows, columns] = 255
    return ink_hw


FIRST = ink(slice(20, 40), slice(20, 260))
SECOND = FIRST | ink(slice(20, 260), slice(130, 150))


def stroke(made: Made, *moves: NDArray[np.uint8]) -> None:
    made.presenter.begin_stroke()
    for ink_hw in moves:
        made.presenter.draw(ink_hw)
    made.presenter.finish_stroke(moves[-1])


def test_that_an_opened_file_is_one_step_with_its_name(
    made: Made, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "ana.png"
    Image.new("RGB", (5, 4), "red").save(path)
    with qtbot.waitSignal(made.presenter.loading_finished):
        made.presenter.open_file(str(path))
    assert made.store.state.picture.pixels_chw.shape == (3, 4, 5)
    assert "ana" in made.undo.undoText()
    made.undo.undo()
    assert made.store.state.picture.name == "cat"


def test_that_a_picture_of_a_data_set_at_hand_is_one_step(made: Made) -> None:
    nine = SharedPicture(load_sample("three"), "dataset")
    made.presenter.take_dataset_picture(nine)
    assert made.store.state is nine
    made.undo.undo()
    assert made.store.state.picture.name == "cat"


def test_that_the_newest_wish_wins(made: Made, qtbot: QtBot) -> None:
    with qtbot.waitSignal(made.presenter.loading_finished):
        for key in ("house", "coins", "seven"):
            made.presenter.open_sample(key)
    assert made.store.state.picture.name == "seven"
    assert made.undo.count() == 1


def test_that_another_picture_is_told_from_an_edit_and_an_undo(
    made: Made, qtbot: QtBot
) -> None:
    told: list[None] = []
    made.presenter.replaced.connect(lambda: told.append(None))
    with qtbot.waitSignal(made.presenter.loading_finished):
        made.presenter.open_sample("house")
    assert len(told) == 1

    with qtbot.waitSignal(made.presenter.loading_finished):
        made.presenter.crop(Box(0, 0, 9, 9))
    made.presenter.change_cell((0, 1, 1), 7)
    made.undo.undo()
    made.undo.redo()
    assert len(told) == 1

    made.presenter.make_grid("zeros", (5, 5))
    made.presenter.start_drawing()
    assert len(told) == 3


def test_that_a_failure_keeps_the_picture_and_says_why(
    made: Made, qtbot: QtBot, tmp_path: Path
) -> None:
    before = made.store.state
    with qtbot.waitSignal(made.presenter.picture_failed) as failed:
        made.presenter.open_file(str(tmp_path / "nothing.png"))
    assert failed.args[0].code == "file_not_found"
    assert made.store.state is before
    assert not made.presenter.is_loading
    assert made.undo.count() == 0


def test_that_bytes_that_are_no_picture_are_refused(made: Made, qtbot: QtBot) -> None:
    with qtbot.waitSignal(made.presenter.picture_failed) as failed:
        made.presenter.paste(b"no picture at all")
    assert failed.args[0].code == "picture_unreadable"


def test_that_a_stroke_of_many_movements_is_one_step(made: Made) -> None:
    stroke(made, ink(slice(20, 40), slice(20, 90)), FIRST)
    assert (made.undo.count(), made.undo.undoText()) == (1, "Stroke")
    stroke(made, SECOND)
    made.undo.undo()
    assert np.array_equal(made.store.state.ink_hw, FIRST)
    made.undo.undo()
    assert made.store.state.picture.name == "cat"
    made.undo.redo()
    assert made.store.state.origin == "drawing"


def test_that_each_movement_shows_at_once(made: Made) -> None:
    made.presenter.begin_stroke()
    made.presenter.draw(FIRST)
    picture = made.store.state.picture
    assert picture.size_hw == (28, 28)
    assert picture.pixels_chw[0, 2:4, 2:26].min() == 255
    made.presenter.finish_stroke(FIRST)


def test_that_a_tap_that_leaves_no_ink_is_no_step(made: Made) -> None:
    stroke(made, FIRST)
    stroke(made, FIRST.copy())
    assert made.undo.count() == 1


def test_that_a_late_picture_does_not_wipe_a_stroke(made: Made, qtbot: QtBot) -> None:
    made.presenter.open_sample("house")
    stroke(made, FIRST)
    assert not made.presenter.is_loading
    made.presenter.shut_down()
    assert made.store.state.origin == "drawing"


def test_that_clear_and_new_drawing_are_steps_and_idle_on_an_empty_pad(
    made: Made,
) -> None:
    stroke(made, FIRST)
    made.presenter.clear_drawing()
    assert made.store.state.ink_hw is not None
    assert not made.store.state.ink_hw.any()
    made.presenter.start_drawing()
    made.presenter.clear_drawing()
    assert made.undo.count() == 2
    made.undo.undo()
    assert np.array_equal(made.store.state.ink_hw, FIRST)


def test_that_a_new_drawing_over_a_file_can_be_taken_back(made: Made) -> None:
    made.presenter.start_drawing()
    assert made.store.state.origin == "drawing"
    made.undo.undo()
    assert made.store.state.picture.name == "cat"


def test_that_a_part_is_cut_from_the_picture_with_what_was_just_typed(
    made: Made, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(picture_versions, "QUICK_CELLS", 0)
    made.presenter.change_cell((0, 1, 1), 201)
    with qtbot.waitSignal(made.presenter.loading_finished):
        made.presenter.crop(Box(1, 1, 4, 4))

    pixels = made.store.state.picture.pixels_chw
    assert (pixels.shape, pixels[0, 0, 0]) == ((1, 4, 4), 201)
    assert made.undo.count() == 2


def test_that_a_newer_wish_goes_before_a_part_that_waits(
    made: Made, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(picture_versions, "QUICK_CELLS", 0)
    made.presenter.change_cell((0, 1, 1), 201)
    made.presenter.crop(Box(1, 1, 4, 4))
    with qtbot.waitSignal(made.presenter.loading_finished):
        made.presenter.open_sample("house")

    assert made.store.state.picture.name == "house"
    assert made.undo.count() == 2
    made.undo.undo()
    qtbot.waitUntil(lambda: made.presenter.history.is_settled)
    assert made.store.state.picture.pixels_chw[0, 1, 1] == 201


# parts and sizes of a picture that undo takes away

Wish = Callable[[PicturePresenter], None]

OF_THE_PICTURE_OF_NOW: tuple[Wish, ...] = (
    lambda pictures: pictures.crop(Box(0, 0, 4, 4)),
    lambda pictures: pictures.resize((6, 6), "box"),
    lambda pictures: pictures.make_grid("picture", (5, 5)),
)


@pytest.mark.parametrize(
    "wish", OF_THE_PICTURE_OF_NOW, ids=("crop", "resize", "numbers")
)
def test_that_a_part_that_waits_is_not_made_of_an_undone_to_picture(
    made: Made, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, wish: Wish
) -> None:
    before = made.store.state
    made.presenter.make_grid("counting", (20, 20))
    monkeypatch.setattr(picture_versions, "QUICK_CELLS", 0)
    made.presenter.change_cell((0, 1, 1), 77)
    wish(made.presenter)
    assert not made.presenter.history.is_settled

    with qtbot.waitSignal(made.presenter.loading_finished):
        made.undo.undo()
        made.undo.undo()

    assert not made.presenter.is_loading
    assert made.store.state is before
    assert (made.undo.index(), made.undo.count()) == (0, 2)


@pytest.mark.parametrize(
    "wish", OF_THE_PICTURE_OF_NOW, ids=("crop", "resize", "numbers")
)
def test_that_a_part_that_is_late_does_not_go_onto_an_undone_to_picture(
    made: Made, qtbot: QtBot, wish: Wish
) -> None:
    before = made.store.state
    gate = threading.Event()

    def slow(read: Reading) -> ReadPicture:
        assert gate.wait(10)
        return read()

    made.presenter._reader._worker._compute = slow
    made.presenter.make_grid("counting", (20, 20))
    wish(made.presenter)
    made.undo.undo()

    with qtbot.waitSignal(made.presenter.loading_finished):
        gate.set()

    assert not made.presenter.is_loading
    assert made.store.state is before
    assert (made.undo.index(), made.undo.count()) == (0, 1)


def test_that_the_error_of_a_part_that_is_late_is_not_told(
    made: Made, qtbot: QtBot
) -> None:
    told: list[object] = []
    made.presenter.picture_failed.connect(told.append)
    made.presenter.make_grid("counting", (20, 20))
    made.presenter.crop(Box(0, 0, 300, 300))

    with qtbot.waitSignal(made.presenter.loading_finished):
        made.undo.undo()

    assert not told


def test_that_a_part_comes_when_undo_is_taken_back(made: Made, qtbot: QtBot) -> None:
    made.presenter.make_grid("counting", (20, 20))
    with qtbot.waitSignal(made.presenter.loading_finished):
        made.presenter.crop(Box(0, 0, 4, 4))
        made.undo.undo()
        made.undo.redo()

    assert made.store.state.picture.size_hw == (4, 4)
    assert made.undo.undoText() == "Crop picture"


def test_that_an_older_picture_does_not_come_instead_of_a_part(
    made: Made, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    made.presenter.open_sample("house")
    monkeypatch.setattr(picture_versions, "QUICK_CELLS", 0)
    made.presenter.history.type(CellEdit((0, 1, 1), 201), "Change cell")
    made.presenter.crop(Box(1, 1, 4, 4))

    qtbot.waitUntil(lambda: made.store.state.picture.size_hw == (4, 4))

    assert made.store.state.picture.name == "cat"
    assert made.undo.count() == 2


# a pad that is not shown yet


def test_that_a_pad_that_is_being_typed_into_is_cleared(
    made: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is still shown empty."""
    made.presenter.start_drawing()
    monkeypatch.setattr(picture_versions, "QUICK_CELLS", 0)
    made.presenter.change_cell((0, 1, 1), 201)
    assert not made.presenter.history.is_settled

    made.presenter.clear_drawing()

    assert made.undo.count() == 3
    assert made.store.state.ink_hw is not None


@pytest.mark.parametrize("is_pasted", [False, True])
def test_that_a_dark_picture_is_read_again_as_a_light_one(
    made: Made, qtbot: QtBot, tmp_path: Path, is_pasted: bool
) -> None:
    presenter, path = made.presenter, tmp_path / "scan.png"
    # Twelve bits in sixteen: as levels of eight bits they would all be 0 to 16.
    Image.fromarray(np.array([[0, 1000, 4095]], np.uint16)).save(path)
    assert not presenter.can_stretch
    presenter.stretch()
    assert not presenter.is_loading
    with qtbot.waitSignal(presenter.loading_finished):
        if is_pasted:
            presenter.paste(path.read_bytes())
        else:
            presenter.open_file(str(path))
    assert made.store.state.picture.pixels_chw.tolist() == [[[0, 4, 16]]]
    assert presenter.can_stretch

    with qtbot.waitSignal(presenter.loading_finished):
        presenter.stretch()
    picture = made.store.state.picture
    assert picture.pixels_chw.tolist() == [[[0, 62, 255]]]
    assert picture.note is not None
    assert picture.note.kind == "spread"
    assert not presenter.can_stretch
    assert made.undo.undoText() == "Stretch picture"

    made.undo.undo()
    assert made.store.state.picture.pixels_chw.tolist() == [[[0, 4, 16]]]
    assert presenter.can_stretch
