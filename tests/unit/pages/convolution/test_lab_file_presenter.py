"""Opening and saving labs: exactly so, all of them, and never beside a late picture."""

import json
import operator
import threading
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from PySide6.QtCore import QThread
from PySide6.QtGui import QUndoStack
from pytestqt.qtbot import QtBot

from cnnviz.engine.images.picture import Picture
from cnnviz.engine.images.resizing import Box
from cnnviz.pages.convolution.model.lab_file import Lab, LabView, decode_lab
from cnnviz.pages.convolution.model.lab_settings import (
    LabSettings,
    PoolSettings,
    initial_settings,
    with_kernel_size,
)
from cnnviz.pages.convolution.presenters import lab_files
from cnnviz.pages.convolution.presenters.lab_file_presenter import LabFilePresenter
from cnnviz.pages.convolution.presenters.walk_presenter import WalkPresenter
from cnnviz.state import lab_input
from cnnviz.state.picture import picture_versions
from cnnviz.state.picture.picture_presenter import PicturePresenter
from cnnviz.state.picture.shared_picture import SharedPicture
from cnnviz.state.store import Store
from tests.helpers.lab_cases import encode_lab

if TYPE_CHECKING:
    from cnnviz.engine.errors import CnnvizError
    from cnnviz.pages.convolution.model.lab_state import LabState


def noise(*shape: int, seed: int = 0) -> SharedPicture:
    rng = np.random.default_rng(seed)
    return SharedPicture(
        Picture(rng.integers(0, 256, shape, np.uint8), "noise.png"), "file"
    )


@dataclass(frozen=True, slots=True, eq=False)
class Desk:
    """The presenters that lab files concern, without a window."""

    pictures: PicturePresenter
    walk: WalkPresenter
    labs: LabFilePresenter
    undo: QUndoStack
    bot: QtBot
    folder: Path

    def file(self, lab: Lab, name: str = "a.cnnlab") -> str:
        path = self.folder / name
        path.write_bytes(encode_lab(lab))
        return str(path)

    def open(self, lab: Lab) -> None:
        with self.bot.waitSignal(self.labs.opened):
            self.labs.open(self.file(lab))

    def shows(self, lab: Lab) -> bool:
        pixels = self.pictures.store.state.picture.pixels_chw
        return np.array_equal(pixels, lab.picture.picture.pixels_chw)


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    undo = QUndoStack()
    store = Store(noise(3, 12, 10))
    pictures = PicturePresenter(store, undo)
    walk = WalkPresenter(store, undo)
    labs = LabFilePresenter(pictures, walk, undo)
    yield Desk(pictures, walk, labs, undo, qtbot, tmp_path)
    labs.shut_down()
    pictures.shut_down()
    walk.shut_down()


def a_lab(**settings: Any) -> Lab:
    return Lab(
        noise(1, 40, 40, seed=4), replace(initial_settings(), **settings), LabView()
    )


def test_that_an_opened_lab_is_where_it_was_and_undo_goes_back(desk: Desk) -> None:
    walk, store = desk.walk, desk.pictures.store
    walk.commands.set("colour", "rgb")
    walk.commands.set("kernels", 3)
    walk.commands.set("activation", "relu")
    walk.show_output_channel(2)
    walk.show_input_channel(1)
    walk.show_whole_output(True)
    walk.go_to_cell(4, 6)
    before = walk.store.state
    path = desk.folder / "edges"
    with desk.bot.waitSignal(desk.labs.saved) as saved:
        desk.labs.save(str(path))
    assert saved.args == [f"{path}.cnnlab"]

    other = noise(1, 5, 5, seed=3)
    store.replace(other)
    walk.commands.apply(initial_settings("emboss"))
    steps = desk.undo.count()
    with desk.bot.waitSignal(desk.labs.opened):
        desk.labs.open(f"{path}.cnnlab")

    after = walk.store.state
    assert after.settings == before.settings
    assert after.outcome == before.outcome
    assert after.walk is not None
    assert before.walk is not None
    assert after.walk.cell == before.walk.cell
    assert (after.output_channel, after.shown_channel) == (2, 1)
    assert after.whole_output_shown
    assert desk.undo.count() == steps + 1

    desk.undo.undo()
    assert store.state is other
    assert walk.store.state.settings == initial_settings("emboss")


def test_that_the_settings_before_are_no_way_out_of_an_opened_lab(desk: Desk) -> None:
    desk.walk.commands.set("stride", (3, 3))

    desk.open(a_lab(stride=(0, 1)))

    invalid = desk.walk.store.state.invalid
    assert invalid is not None
    assert [fix.changes[0].value for fix in invalid.fixes] == [(1, 1), (2, 2)]


def test_that_a_broken_lab_changes_nothing(desk: Desk) -> None:
    before, shown = desk.pictures.store.state, desk.walk.settings_store.state
    path = desk.folder / "broken.cnnlab"
    broken = json.loads(encode_lab(a_lab()))
    broken["settings"]["stride"] = ["two", 2]
    path.write_text(json.dumps(broken))

    with desk.bot.waitSignal(desk.labs.failed) as failed:
        desk.labs.open(str(path))

    assert failed.args[0].facts["place"] == "settings.stride"
    assert desk.pictures.store.state is before
    assert desk.walk.settings_store.state is shown
    assert not desk.undo.count()


# one moment for picture and settings


def test_that_settings_never_meet_the_picture_that_goes(desk: Desk) -> None:
    """On the small picture the large kernel is impossible, on the large one it is not."""
    lab = a_lab()
    large = with_kernel_size(lab.settings, (15, 15))
    seen: list[LabState] = []
    desk.walk.store.changed.connect(lambda new, _old: seen.append(new))

    desk.open(replace(lab, settings=large))
    desk.undo.undo()
    desk.undo.redo()

    assert desk.undo.count() == 1
    assert desk.walk.store.state.settings.kernel_size == (15, 15)
    assert all(state.invalid is None for state in seen)
    assert all(
        (state.settings.kernel_size == (15, 15)) == (state.given.size_hw == (40, 40))
        for state in seen
        if state.given is not None
    )


def test_that_nothing_is_pooled_over_a_picture_that_goes(desk: Desk) -> None:
    """While a large picture is made ready, its settings do not meet the old one."""
    large = noise(3, 300, 300, seed=1)
    desk.pictures.store.replace(large)
    desk.bot.waitUntil(lambda: _size(desk) == (300, 300))
    seen: list[LabState] = []
    desk.walk.store.changed.connect(lambda new, _old: seen.append(new))
    settings: LabSettings = replace(
        initial_settings(), operation="pooling", pooling=PoolSettings(is_global=True)
    )

    desk.open(Lab(noise(3, 280, 310, seed=2), settings, LabView()))
    desk.bot.waitUntil(lambda: _size(desk) == (280, 310))
    desk.undo.undo()
    desk.bot.waitUntil(lambda: _size(desk) == (300, 300))

    assert all(
        (state.settings.operation == "pooling") == (state.given.size_hw == (280, 310))
        for state in seen
        if state.given is not None
    )


def test_that_undone_settings_wait_for_a_picture_that_is_made(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    lab = a_lab()
    desk.open(replace(lab, settings=with_kernel_size(lab.settings, (15, 15))))
    desk.pictures.change_cell((0, 1, 2), 0.125)
    desk.open(Lab(noise(1, 5, 5, seed=7), initial_settings(), LabView()))
    monkeypatch.setattr(picture_versions, "QUICK_CELLS", 0)
    history = desk.pictures.history
    seen: list[LabState] = []
    desk.walk.store.changed.connect(lambda new, _old: seen.append(new))

    desk.undo.undo()
    assert not history.is_settled
    desk.bot.waitUntil(lambda: history.is_settled)

    assert desk.walk.store.state.settings.kernel_size == (15, 15)
    given = desk.walk.store.state.given
    assert given is not None
    assert (given.size_hw, given.values_chw[0, 1, 2]) == ((40, 40), 0.125)
    assert all(state.invalid is None for state in seen)


def _size(desk: Desk) -> tuple[int, int]:
    given = desk.walk.store.state.given
    assert given is not None
    return given.size_hw


# labs and pictures on their way


class Slow:
    """Do a job once the gate is open, for what is asked while it is shut."""

    def __init__(self, job: Any) -> None:
        self.gate, self.begun, self.job = threading.Event(), threading.Event(), job

    def __call__(self, question: Any) -> Any:
        self.begun.set()
        self.gate.wait(10)
        return self.job(question)


def test_that_a_late_picture_does_not_replace_a_lab(desk: Desk) -> None:
    slow = Slow(operator.call)
    desk.pictures._reader._worker._compute = slow
    desk.pictures.open_sample("cat")
    assert slow.begun.wait(10)
    lab = a_lab()

    desk.open(lab)
    assert not desk.pictures.is_loading
    with desk.bot.waitSignal(desk.pictures._reader._worker.answered):
        slow.gate.set()

    assert desk.shows(lab)


@pytest.mark.parametrize("wish", ["sample", "cell", "drawing", "grid"])
def test_that_a_late_lab_does_not_replace_a_picture(desk: Desk, wish: str) -> None:
    slow = Slow(lab_files.read_whole_lab)
    desk.labs._reader._worker._compute = slow
    lab = a_lab()
    desk.labs.open(desk.file(lab))
    assert slow.begun.wait(10)

    match wish:
        case "sample":
            with desk.bot.waitSignal(desk.pictures.loading_finished):
                desk.pictures.open_sample("cat")
        case "cell":
            desk.pictures.change_cell((0, 0, 0), 3)
        case "drawing":
            desk.pictures.start_drawing()
        case _:
            desk.pictures.make_grid("zeros", (4, 4))
    with desk.bot.waitSignal(desk.labs._reader._worker.answered):
        slow.gate.set()

    assert not desk.shows(lab)
    assert desk.undo.count() == 1


def test_that_the_error_of_a_superseded_lab_is_not_told(desk: Desk) -> None:
    slow = Slow(lab_files.read_whole_lab)
    desk.labs._reader._worker._compute = slow
    told: list[CnnvizError] = []
    desk.labs.failed.connect(told.append)
    desk.labs.open(str(desk.folder / "missing.cnnlab"))
    assert slow.begun.wait(10)
    lab = a_lab()

    with desk.bot.waitSignal(desk.labs.opened):
        desk.labs.open(desk.file(lab))
        slow.gate.set()

    assert not told
    assert desk.shows(lab)


def test_that_the_place_of_a_lab_is_not_taken_on_another_picture(desk: Desk) -> None:
    slow = Slow(lab_input.lab_input)
    desk.walk._pipeline._inputs._worker._compute = slow
    view = LabView(cell=(2, 3), whole_output_shown=True, steps_per_second=9)
    desk.open(Lab(noise(3, 300, 300, seed=2), initial_settings(), view))
    assert slow.begun.wait(10)
    speed = desk.walk.store.state.steps_per_second

    with desk.bot.waitSignal(desk.pictures.loading_finished):
        desk.pictures.open_sample("seven")
    slow.gate.set()

    state = desk.walk.store.state
    assert state.walk is not None
    assert state.walk.output_hw == (26, 26)
    assert state.walk.cell == (13, 13)
    assert (state.steps_per_second, state.whole_output_shown) == (speed, False)


# saving


@pytest.mark.parametrize(
    ("asked", "written"),
    [
        ("edges", "edges.cnnlab"),
        ("my.v2", "my.v2.cnnlab"),
        ("a.cnnlab", "a.cnnlab"),
        ("B.CNNLAB", "B.CNNLAB"),
    ],
)
def test_that_a_saved_lab_can_be_opened_by_its_name(
    desk: Desk, asked: str, written: str
) -> None:
    with desk.bot.waitSignal(desk.labs.saved) as saved:
        desk.labs.save(str(desk.folder / asked))

    assert saved.args == [str(desk.folder / written)]
    assert [path.name for path in desk.folder.iterdir()] == [written]


def test_that_a_lab_is_saved_with_what_was_just_typed(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(picture_versions, "QUICK_CELLS", 0)
    desk.pictures.change_cell((0, 1, 2), 0.125)
    desk.labs.save(str(desk.folder / "typed"))
    assert not desk.pictures.history.is_settled

    desk.labs.shut_down()

    path = desk.folder / "typed.cnnlab"
    numbers = decode_lab(path.read_bytes(), path.name).picture.numbers_chw
    assert numbers is not None
    assert numbers[0, 1, 2] == 0.125


def saved_lab(desk: Desk, name: str) -> Lab:
    return decode_lab((desk.folder / name).read_bytes(), name)


def test_that_a_lab_is_saved_as_it_was_when_that_was_wished(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever comes while its picture is still being made."""
    monkeypatch.setattr(picture_versions, "QUICK_CELLS", 0)
    desk.walk.commands.set("stride", (2, 2))
    desk.walk.go_to_cell(1, 2)
    desk.pictures.change_cell((0, 1, 2), 0.125)
    assert not desk.pictures.history.is_settled
    with desk.bot.waitSignal(desk.labs.saved):
        desk.labs.save(str(desk.folder / "frozen"))
        desk.pictures.history.change(noise(1, 9, 9, seed=8), "Open")
        desk.walk.commands.set("stride", (4, 4))
        desk.walk.go_to_cell(0, 0)

    lab = saved_lab(desk, "frozen.cnnlab")
    numbers = lab.picture.numbers_chw
    assert numbers is not None
    assert (numbers.shape[1:], numbers[0, 1, 2]) == ((12, 10), 0.125)
    assert lab.settings.stride == (2, 2)
    assert lab.view.cell == (1, 2)


def test_that_a_picture_on_its_way_does_not_keep_the_threads_from_ending(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(picture_versions, "QUICK_CELLS", 0)
    desk.pictures.change_cell((0, 1, 2), 0.125)
    desk.labs.save(str(desk.folder / "typed"))

    desk.labs.shut_down()
    desk.pictures.shut_down()

    threads = [
        *desk.labs.findChildren(QThread),
        *desk.pictures.findChildren(QThread),
        *desk.pictures.history.findChildren(QThread),
    ]
    assert len(threads) == 5
    assert not any(thread.isRunning() for thread in threads)


def test_that_nothing_is_made_at_the_end_for_a_part_that_waits(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(picture_versions, "QUICK_CELLS", 0)
    desk.pictures.change_cell((0, 1, 2), 0.125)
    desk.pictures.crop(Box(0, 0, 2, 2))
    shown = desk.pictures.store.state

    desk.labs.shut_down()

    assert desk.pictures.store.state is shown


def test_that_every_lab_is_saved_however_fast_they_come(desk: Desk) -> None:
    slow = Slow(lab_files.LabToSave.save)
    desk.labs._writer._compute = slow
    saved: list[str] = []
    desk.labs.saved.connect(saved.append)
    desk.labs.save(str(desk.folder / "a"))
    assert slow.begun.wait(10)
    for name in ("b", "c"):
        desk.labs.save(str(desk.folder / name))

    slow.gate.set()
    desk.bot.waitUntil(lambda: len(saved) == 3)

    assert [Path(path).stem for path in saved] == ["a", "b", "c"]


def test_that_closing_waits_for_every_lab(desk: Desk) -> None:
    slow = Slow(lab_files.LabToSave.save)
    desk.labs._writer._compute = slow
    for name in ("a", "b", "c"):
        desk.labs.save(str(desk.folder / name))
    assert slow.begun.wait(10)

    slow.gate.set()
    desk.labs.shut_down()

    names = sorted(path.name for path in desk.folder.iterdir())
    assert names == ["a.cnnlab", "b.cnnlab", "c.cnnlab"]
