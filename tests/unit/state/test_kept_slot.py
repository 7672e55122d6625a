"""Slots of work: one a window, taken over when its process is gone."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from cnnviz.engine.errors import CnnvizError
from cnnviz.state import kept_slot
from cnnviz.state.kept_slot import KeptSlots, Slot, SlotRecord, kept_folder

OTHER_WINDOW = """
import sys
from pathlib import Path
from cnnviz.state.kept_slot import KeptSlots
slot = KeptSlots(Path(sys.argv[1])).new()
(slot.folder / "work").write_text("of the other")
print("ready", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def slots(tmp_path: Path) -> KeptSlots:
    return KeptSlots(tmp_path / "kept")


@pytest.fixture
def other(slots: KeptSlots, tmp_path: Path) -> Iterator["subprocess.Popen[str]"]:
    """Start a process that holds a slot with work in it."""
    process = subprocess.Popen(
        [sys.executable, "-c", OTHER_WINDOW, str(tmp_path / "kept")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    yield process
    process.kill()
    process.communicate()


def filled(slots: KeptSlots, text: str) -> Slot:
    slot = slots.new()
    (slot.folder / "work").write_text(text)
    return slot


def work_in(slot: Slot | None) -> str | None:
    return None if slot is None else (slot.folder / "work").read_text()


def test_that_the_state_folder_of_the_user_is_the_place(own_home: Path) -> None:
    assert kept_folder().is_relative_to(own_home)


def test_that_nothing_is_left_at_the_first_start(slots: KeptSlots) -> None:
    assert slots.newest_left() is None


def test_that_what_a_window_left_is_taken_over_once(slots: KeptSlots) -> None:
    slot = filled(slots, "a digit")
    assert slots.newest_left() is None  # its window is still there
    slot.release()
    taken = slots.newest_left()
    assert work_in(taken) == "a digit"
    assert slots.newest_left() is None  # whoever took it has it


def test_that_a_slot_without_work_is_nobodys_work(slots: KeptSlots) -> None:
    slot = slots.new()
    slot.write_record(SlotRecord(closed=True))
    slot.release()
    assert slots.newest_left() is None


def test_that_the_work_that_was_written_last_comes_first(slots: KeptSlots) -> None:
    for seconds, text in ((30, "middle"), (50, "newest"), (10, "oldest")):
        slot = filled(slots, text)
        os.utime(slot.folder / "work", (seconds, seconds))
        slot.release()
    taken = [slots.newest_left() for _ in range(4)]
    assert [work_in(slot) for slot in taken] == ["newest", "middle", "oldest", None]


def test_that_work_of_a_living_process_is_left_alone(
    slots: KeptSlots, other: "subprocess.Popen[str]"
) -> None:
    assert slots.newest_left() is None


def test_that_the_lock_of_a_killed_process_is_stale(
    slots: KeptSlots, other: "subprocess.Popen[str]"
) -> None:
    other.send_signal(signal.SIGKILL)
    other.wait()
    slot = slots.newest_left()
    assert work_in(slot) == "of the other"
    assert slot is not None
    assert slot.record == SlotRecord(closed=False, starts=0)


def test_that_a_dead_process_of_our_own_number_holds_nothing(
    slots: KeptSlots, other: "subprocess.Popen[str]", tmp_path: Path
) -> None:
    """In a container a program has the same number at every start."""
    other.send_signal(signal.SIGKILL)
    other.wait()
    (lock,) = (tmp_path / "kept").glob("*.lock")
    said = lock.read_text().replace(str(other.pid), str(os.getpid()), 1)
    lock.write_text(said)
    assert work_in(slots.newest_left()) == "of the other"


def test_that_a_process_on_another_computer_is_left_alone(
    slots: KeptSlots, other: "subprocess.Popen[str]", tmp_path: Path
) -> None:
    other.send_signal(signal.SIGKILL)
    other.wait()
    (lock,) = (tmp_path / "kept").glob("*.lock")
    lines = lock.read_text().split("\n")
    lines[2:5] = ["elsewhere", "0" * 32, "0" * 32]
    lock.write_text("\n".join(lines))
    assert slots.newest_left() is None


def test_that_starts_are_counted_until_one_lasts(slots: KeptSlots) -> None:
    slot = filled(slots, "")
    slot.write_record(SlotRecord(closed=True))
    slot.begin_start()
    slot.begin_start()
    assert slot.record == SlotRecord(closed=False, starts=2)
    slot.write_record(SlotRecord())
    assert slot.record.starts == 0


@pytest.mark.parametrize(
    "content", ["", "{", "[]", '{"closed": 1, "starts": 0}', "[" * 100_000, "\x00"]
)
def test_that_a_record_without_sense_tells_of_a_crash(
    slots: KeptSlots, content: str
) -> None:
    slot = filled(slots, "")
    (slot.folder / "slot.json").write_text(content)
    assert slot.record == SlotRecord(closed=False, starts=0)


def test_that_work_set_aside_stays_on_the_disk_and_is_not_found_again(
    slots: KeptSlots,
) -> None:
    place = filled(slots, "breaks the start").set_aside()
    assert (place / "work").read_text() == "breaks the start"
    assert slots.newest_left() is None


def test_that_of_very_many_slots_the_oldest_go(
    slots: KeptSlots, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept_slot, "MOST_LEFT", 2)
    for age in range(6):
        slot = filled(slots, str(age))
        os.utime(slot.folder / "work", (1_000 - age, 1_000 - age))
        slot.release()
    newest = slots.newest_left()
    assert work_in(newest) == "0"
    left = sorted(file.read_text() for file in (tmp_path / "kept").glob("*/work"))
    assert left == ["0", "1", "2"]


def test_that_a_folder_that_cannot_be_made_is_refused_in_words(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("a file where a folder should be")
    slots = KeptSlots(tmp_path / "home" / "kept")
    assert slots.newest_left() is None
    with pytest.raises(CnnvizError) as caught:
        slots.new()
    assert caught.value.code == "file_unwritable"


@pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="root may write everywhere"
)
def test_that_a_read_only_folder_is_refused_in_words(
    slots: KeptSlots, tmp_path: Path
) -> None:
    filled(slots, "").release()
    (tmp_path / "kept").chmod(0o500)
    try:
        assert slots.newest_left() is None
        with pytest.raises(CnnvizError):
            slots.new()
    finally:
        (tmp_path / "kept").chmod(0o700)
