"""Work that is written as it changes, and brought back by the next window."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtGui import QUndoStack
from pytestqt.qtbot import QtBot

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.files import write_whole
from cnnviz.state import work_keeping
from cnnviz.state.kept_part import KeptPart
from cnnviz.state.kept_slot import KeptSlots
from cnnviz.state.store import Store
from cnnviz.state.undo import Part, Replacement, change
from cnnviz.state.work_keeping import WorkKeeping


class Note(KeptPart[str]):
    """A text as a part of the work."""

    file_name = "note.txt"

    def __init__(self) -> None:
        super().__init__()
        self.store = Store("")
        self.shown: list[str] = []
        self.store.changed.connect(lambda _new, _old: self.changed.emit())

    @property
    def is_as_at_first(self) -> bool:
        return self.store.state == ""

    def writing(self) -> Callable[[Path], None]:
        data = self.store.state.encode()
        return lambda path: write_whole(path, data)

    def read(self, path: Path) -> str:
        text = path.read_text()
        if text == "spoilt":
            raise CnnvizError("lab_empty", file=path.name)
        return text

    def replacements(self, found: str) -> Sequence[Part]:
        return (Replacement(self.store, found),)

    def show(self, found: str) -> None:
        self.shown.append(found)


@dataclass
class Window:
    """What of a window takes part."""

    folder: Path
    note: Note = field(default_factory=Note)
    undo: QUndoStack = field(default_factory=QUndoStack)
    keeping: WorkKeeping = field(init=False)
    said: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        slots = KeptSlots(self.folder)
        self.keeping = WorkKeeping([self.note], self.undo, nullcontext, slots)
        self.keeping.restored.connect(lambda crash: self.said.append(f"back {crash}"))
        self.keeping.offered.connect(lambda: self.said.append("offered"))
        self.keeping.left_alone.connect(lambda _path: self.said.append("left alone"))
        self.keeping.unreadable.connect(lambda *_: self.said.append("unreadable"))
        self.keeping.unkept.connect(lambda error: self.said.append(error.code))

    def write(self, text: str) -> None:
        change(self.undo, self.note.store, text, "write")

    def end_as_if_killed(self) -> None:
        """End the thread, and let go of the lock, without a word on the disk."""
        self.keeping._pause.stop()
        self.keeping._lasting.stop()
        self.keeping._worker.answered.disconnect(self.keeping._on_answered)
        self.keeping._worker.finish()
        if self.keeping._slot is not None:
            self.keeping._slot.release()


Open = Callable[[], Window]

LASTED = '{"closed": false, "starts": 0}'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "kept"


@pytest.fixture
def open_window(
    qtbot: QtBot, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Open]:
    monkeypatch.setattr(work_keeping, "LEAST_PAUSE_MS", 1)
    windows: list[Window] = []

    def opened() -> Window:
        windows.append(Window(folder))
        return windows[-1]

    yield opened
    for window in windows:
        if not window.keeping._worker._is_over:
            window.keeping.shut_down()


def kept(folder: Path) -> list[str]:
    return [file.read_text() for file in folder.glob("*/note.txt")]


def crash_with(qtbot: QtBot, window: Window, text: str) -> None:
    window.write(text)
    qtbot.waitUntil(lambda: text in kept(window.folder))
    window.end_as_if_killed()


def look(qtbot: QtBot, window: Window, said: str) -> None:
    window.keeping.look_for_work()
    qtbot.waitUntil(lambda: window.said == [said])


def test_that_nothing_is_written_before_something_is_done(
    open_window: Open, folder: Path
) -> None:
    open_window().keeping.shut_down()
    assert not folder.exists()


def test_that_what_changes_is_on_the_disk_soon(
    qtbot: QtBot, open_window: Open, folder: Path
) -> None:
    window = open_window()
    window.write("one")
    qtbot.waitUntil(lambda: kept(folder) == ["one"])
    window.write("two")
    qtbot.waitUntil(lambda: kept(folder) == ["two"])


def test_that_many_changes_are_few_writings(
    qtbot: QtBot, open_window: Open, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(work_keeping, "LEAST_PAUSE_MS", 50)
    window = open_window()
    asked: list[int] = []
    writing = window.note.writing
    window.note.writing = lambda: asked.append(1) or writing()
    for number in range(200):
        window.write(str(number))
    qtbot.waitUntil(lambda: kept(folder) == ["199"])
    assert len(asked) == 1


def test_that_work_comes_back_after_a_crash_as_one_undo_step(
    qtbot: QtBot, open_window: Open
) -> None:
    crash_with(qtbot, open_window(), "a drawing")
    again = open_window()
    look(qtbot, again, "back True")
    assert again.note.store.state == "a drawing"
    assert again.note.shown == ["a drawing"]
    again.undo.undo()
    assert again.note.store.state == ""
    again.undo.redo()
    assert again.note.store.state == "a drawing"


def test_that_work_of_a_closed_window_is_offered_and_comes_when_wanted(
    qtbot: QtBot, open_window: Open
) -> None:
    window = open_window()
    window.write("a lab")
    window.keeping.shut_down()
    again = open_window()
    look(qtbot, again, "offered")
    assert again.note.store.state == ""
    again.write("meanwhile")
    again.keeping.restore()
    qtbot.waitUntil(lambda: again.said == ["offered", "back False"])
    assert again.note.store.state == "a lab"
    again.undo.undo()
    assert again.note.store.state == "meanwhile"


def test_that_an_offer_not_taken_stands_at_the_next_start(
    qtbot: QtBot, open_window: Open
) -> None:
    window = open_window()
    window.write("a lab")
    window.keeping.shut_down()
    for _ in range(4):
        again = open_window()
        look(qtbot, again, "offered")
        again.keeping.shut_down()


def test_that_a_hand_that_was_quicker_is_not_overruled(
    qtbot: QtBot, open_window: Open
) -> None:
    crash_with(qtbot, open_window(), "old")
    again = open_window()
    again.write("new")
    look(qtbot, again, "offered")
    assert again.note.store.state == "new"


def test_that_beginning_fresh_keeps_what_was_brought_back_for_the_next_start(
    qtbot: QtBot, open_window: Open, folder: Path
) -> None:
    crash_with(qtbot, open_window(), "old")
    again = open_window()
    look(qtbot, again, "back True")
    again.write("on and on")
    again.keeping.begin_fresh()
    assert again.note.store.state == ""
    again.write("new")
    qtbot.waitUntil(lambda: "new" in kept(folder))
    again.keeping.shut_down()
    assert len(kept(folder)) == 2


def test_that_undoing_it_by_hand_keeps_it_for_the_next_start_too(
    qtbot: QtBot, open_window: Open, folder: Path
) -> None:
    crash_with(qtbot, open_window(), "old")
    again = open_window()
    look(qtbot, again, "back True")
    again.undo.undo()
    again.write("new")
    qtbot.waitUntil(lambda: sorted(kept(folder)) == ["new", "old"])


def test_that_a_window_closed_at_once_counts_no_crash(
    qtbot: QtBot, open_window: Open
) -> None:
    crash_with(qtbot, open_window(), "old")
    for _ in range(4):
        hasty = open_window()
        hasty.keeping.look_for_work()
        hasty.keeping.shut_down()
    look(qtbot, open_window(), "offered")


def test_that_work_that_crashed_two_starts_is_left_alone(
    qtbot: QtBot, open_window: Open, folder: Path
) -> None:
    crash_with(qtbot, open_window(), "breaks")
    for _ in range(2):
        again = open_window()
        look(qtbot, again, "back True")
        again.end_as_if_killed()
    last = open_window()
    look(qtbot, last, "left alone")
    assert last.note.store.state == ""
    assert (next(folder.glob("aside/*/note.txt"))).read_text() == "breaks"


def test_that_a_start_that_lasted_is_not_counted(
    qtbot: QtBot, open_window: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(work_keeping, "LASTS_MS", 1)
    crash_with(qtbot, open_window(), "fine")
    for _ in range(4):
        again = open_window()
        look(qtbot, again, "back True")
        (record,) = again.folder.glob("*/slot.json")
        qtbot.waitUntil(lambda file=record: file.read_text() == LASTED)
        again.end_as_if_killed()


def test_that_work_that_cannot_be_read_is_said_and_set_aside(
    qtbot: QtBot, open_window: Open
) -> None:
    crash_with(qtbot, open_window(), "spoilt")
    look(qtbot, open_window(), "unreadable")
    again = open_window()
    again.keeping.look_for_work()
    again.keeping.shut_down()
    assert not again.said


def test_that_two_windows_keep_their_work_apart(
    qtbot: QtBot, open_window: Open, folder: Path
) -> None:
    one, other = open_window(), open_window()
    one.write("of one")
    other.write("of the other")
    qtbot.waitUntil(lambda: sorted(kept(folder)) == ["of one", "of the other"])
    third = open_window()
    third.keeping.look_for_work()
    third.keeping.shut_down()
    assert not third.said  # both are held by living windows


def test_that_a_place_that_cannot_be_written_is_said_once(
    qtbot: QtBot, open_window: Open, folder: Path
) -> None:
    folder.write_text("a file where a folder should be")
    window = open_window()
    window.write("one")
    qtbot.waitUntil(lambda: window.said == ["file_unwritable"])
    window.write("two")
    window.write("three")
    qtbot.waitUntil(lambda: not window.keeping._is_writing)
    folder.unlink()  # a disk that was full has room again
    window.write("four")
    qtbot.waitUntil(lambda: kept(folder) == ["four"])
    assert window.said == ["file_unwritable"]


def test_that_the_last_change_is_written_at_the_end(
    open_window: Open, folder: Path
) -> None:
    window = open_window()
    window.write("last")
    window.keeping.shut_down()
    assert kept(folder) == ["last"]
