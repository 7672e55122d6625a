"""The lab, kept and brought back: picture, drawing, typed numbers, settings, place."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QUndoStack
from pytestqt.qtbot import QtBot

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.images.samples import load_sample
from cnnviz.pages.convolution.model import lab_file
from cnnviz.pages.convolution.model.lab_file import Lab, LabView, decode_lab
from cnnviz.pages.convolution.model.lab_settings import initial_settings
from cnnviz.pages.convolution.presenters.kept_lab import KeptLab, KeptPlace
from cnnviz.pages.convolution.presenters.lab_file_presenter import LabFilePresenter
from cnnviz.pages.convolution.presenters.walk_presenter import WalkPresenter
from cnnviz.state.picture.number_pictures import numbers_picture
from cnnviz.state.picture.picture_presenter import PicturePresenter
from cnnviz.state.picture.shared_picture import SharedPicture
from cnnviz.state.store import Store
from cnnviz.state.undo import change_together
from tests.helpers.lab_cases import encode_lab


@dataclass
class Desk:
    pictures: PicturePresenter
    walk: WalkPresenter
    files: LabFilePresenter
    undo: QUndoStack
    lab: KeptLab
    place: KeptPlace

    def bring_back(self, folder: Path) -> None:
        """Do what a start does with what was kept."""
        found = self.lab.read(folder / "work.cnnlab")
        place = self.place.read(folder / "place.json")
        parts = self.lab.replacements(found)
        change_together(self.undo, parts, "back", self.files.batch_updates)
        self.lab.show(found)
        self.place.show(place)

    def keep(self, folder: Path) -> None:
        self.lab.writing()(folder / "work.cnnlab")
        self.place.writing()(folder / "place.json")

    def shut_down(self) -> None:
        for part in (self.files, self.pictures, self.walk):
            part.shut_down()


def desk_of(qtbot: QtBot) -> Desk:
    undo = QUndoStack()
    store = Store(SharedPicture(load_sample("three"), "sample"))
    pictures = PicturePresenter(store, undo)
    walk = WalkPresenter(store, undo)
    files = LabFilePresenter(pictures, walk, undo)
    qtbot.waitUntil(lambda: walk.store.state.walk is not None)
    return Desk(
        pictures,
        walk,
        files,
        undo,
        KeptLab(files, walk, None),
        KeptPlace(files, walk, None),
    )


@pytest.fixture
def desks(qtbot: QtBot) -> Iterator[tuple[Desk, Desk]]:
    """Return the desk of one start and that of the next."""
    made = desk_of(qtbot), desk_of(qtbot)
    yield made
    for desk in made:
        desk.shut_down()


def test_that_a_drawing_and_the_lab_come_back_as_one_step(
    qtbot: QtBot, desks: tuple[Desk, Desk], tmp_path: Path
) -> None:
    one, other = desks
    assert one.lab.is_as_at_first
    ink_hw = np.zeros((280, 280), np.uint8)
    ink_hw[20:200, 100:130] = 200
    with qtbot.waitSignal(one.lab.changed):
        one.pictures.begin_stroke()
        one.pictures.draw(ink_hw)
        one.pictures.finish_stroke(ink_hw)
    one.walk.commands.set("dilation", (2, 1))
    one.walk.show_whole_output(True)
    with qtbot.waitSignal(one.place.changed):
        one.walk.go_to_cell(5, 9)
    assert not one.lab.is_as_at_first
    one.keep(tmp_path)

    other.bring_back(tmp_path)
    qtbot.waitUntil(lambda: other.files.view_of_now() == one.files.view_of_now())
    shown = other.pictures.store.state
    assert shown.ink_hw is not None
    np.testing.assert_array_equal(shown.ink_hw, ink_hw)
    assert other.walk.settings_store.state == one.walk.settings_store.state
    other.undo.undo()
    assert other.lab.is_as_at_first


def test_that_typed_numbers_come_back_to_the_last_bit(
    qtbot: QtBot, desks: tuple[Desk, Desk], tmp_path: Path
) -> None:
    one, other = desks
    numbers = np.random.default_rng(1).normal(size=(3, 7, 9)).astype(np.float32)
    one.pictures.history.change(numbers_picture(numbers), "numbers")
    one.pictures.change_cell((1, 2, 3), -0.1, "rgb")
    one.keep(tmp_path)
    other.bring_back(tmp_path)
    numbers[1, 2, 3] = -0.1
    back = other.pictures.store.state.numbers_chw
    assert back is not None
    np.testing.assert_array_equal(back, numbers)


def test_that_walking_alone_is_no_work(desks: tuple[Desk, Desk]) -> None:
    desks[0].walk.advance()
    assert desks[0].lab.is_as_at_first
    assert desks[0].place.is_as_at_first


@pytest.mark.parametrize("content", ["", "{", "[]", "7", '{"cell": [1]}', "[" * 9_000])
def test_that_a_spoilt_place_is_refused(
    desks: tuple[Desk, Desk], tmp_path: Path, content: str
) -> None:
    path = tmp_path / "place.json"
    path.write_text(content)
    with pytest.raises(CnnvizError):
        desks[0].place.read(path)


@pytest.mark.parametrize("name", ["here: png", '"', "\\", "0" * 32 + " png", "é\n"])
def test_that_no_name_of_a_picture_spoils_the_file(name: str) -> None:
    picture = load_sample("cat")
    set_names = type(picture)(picture.pixels_chw, name)
    lab = Lab(SharedPicture(set_names, "file"), initial_settings(), LabView())
    again = decode_lab(encode_lab(lab), "a.cnnlab")
    assert again.picture.picture.name == name
    np.testing.assert_array_equal(again.picture.picture.pixels_chw, picture.pixels_chw)


def test_that_a_lab_that_could_not_be_opened_again_is_not_written(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    lab = Lab(SharedPicture(load_sample("cat"), "file"), initial_settings(), LabView())
    monkeypatch.setattr(lab_file, "MOST_BYTES", 2**20)
    with pytest.raises(CnnvizError, match="lab_too_large_to_save"):
        encode_lab(lab)
