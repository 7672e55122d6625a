"""Keeping the work of a window as it changes, and bringing back what another left."""

import logging
import operator
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import Any, Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QUndoStack

from cnnviz.engine.errors import CnnvizError
from cnnviz.state.kept_part import KeptPart
from cnnviz.state.kept_slot import MOST_STARTS, KeptSlots, SlotRecord
from cnnviz.state.kept_slot import Slot as WorkSlot
from cnnviz.state.undo import change_together
from cnnviz.state.workers.latest import QueueWorker

LEAST_PAUSE_MS: Final = 800
MOST_PAUSE_MS: Final = 30_000
"""Between two writings: at least ten times as long as a writing takes."""

LASTS_MS: Final = 5_000
"""A start that has lasted so long has not crashed on what it restored."""

_Job = Callable[[], object]
_Writings = Mapping[KeptPart[Any], Callable[[Path], None]]

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, eq=False)
class _Left:
    """What another window has left; ``found`` once it has been read.

    ``aside``: where it lies now that it is left alone, for it crashed twice or for an
    ``error``. ``is_wanted``: somebody asked for it, whatever has been done here since.
    """

    slot: WorkSlot
    found: Mapping[str, object] | None = None
    aside: Path | None = None
    error: CnnvizError | None = None
    is_wanted: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class _Written:
    """How a writing ended: which parts were not written, and the reason."""

    seconds: float
    failed: Sequence[KeptPart[Any]] = ()
    error: CnnvizError | None = None


class WorkKeeping(QObject):
    """Write every part of the work when it changes, in a thread, into this window's slot.

    Nothing is written before something was done. The first thing is to look for what a
    window has left: of one that did not end in the ordinary way it is brought back, of
    one that was closed it is offered. Bringing back is one undo step.

    Signals
    -------
    restored(after_crash)
        Work was brought back, after a crash or because `restore` was called.
    offered()
        There is work of a window that was closed: `restore` brings it back.
    left_alone(path)
        Work on which two starts in a row have crashed lies at ``path``.
    unreadable(error, path)
        Work could not be read (a ``CnnvizError``); it lies at ``path``.
    unkept(error)
        Work cannot be kept: a ``CnnvizError``. Said once.
    """

    restored = Signal(bool)
    offered = Signal()
    left_alone = Signal(str)
    unreadable = Signal(object, str)
    unkept = Signal(object)

    def __init__(
        self,
        parts: Sequence[KeptPart[Any]],
        undo: QUndoStack,
        held: Callable[[], AbstractContextManager[None]],
        slots: KeptSlots,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._parts = tuple(parts)
        self._undo, self._held, self._slots = undo, held, slots
        # The thread's alone: where it writes, and what another window has left.
        self._slot: WorkSlot | None = None
        self._left: WorkSlot | None = None
        self._offer: WorkSlot | None = None
        self._dirty: set[KeptPart[Any]] = set()
        self._is_writing = self._has_said = False
        self._index_before = -1
        self._pause = self._timer(LEAST_PAUSE_MS, self._on_pause_over)
        self._lasting = self._timer(LASTS_MS, self._on_lasted)
        self._worker: QueueWorker[_Job, object]
        self._worker = QueueWorker(operator.call, "work-keeping", self)
        self._worker.answered.connect(self._on_answered)
        self._worker.failed.connect(self._on_failed)
        self._undo.indexChanged.connect(self._on_undo_moved)
        for part in self._parts:
            part.changed.connect(self._on_part_changed)

    def _timer(self, interval_ms: int, due: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(interval_ms)
        timer.timeout.connect(due)
        return timer

    # bringing back

    @Slot()
    def look_for_work(self) -> None:
        """Look for what other windows have left, in the thread."""
        self._worker.request(self._find)

    @Slot()
    def look_for_crashed(self) -> None:
        """Look only for what a window left that did not end in the ordinary way.

        For who opens a file: older work would be in the way, lost work is not.
        """
        self._worker.request(partial(self._find, only_crashed=True))

    @Slot()
    def restore(self) -> None:
        """Bring back what is offered."""
        if self._offer is not None:
            slot, self._offer = self._offer, None
            self._worker.request(partial(self._read, slot, is_wanted=True))

    @Slot()
    def begin_fresh(self) -> None:
        """Take the bringing back back, with all that was done since."""
        if self._index_before >= 0:
            self._undo.setIndex(self._index_before)

    @Slot(int)
    def _on_undo_moved(self, index: int) -> None:
        if index <= self._index_before:
            self._index_before = -1
            # What is done now goes elsewhere: this can be had again at the next start.
            self._worker.request(partial(self._adopt, None))

    def _find(self, *, only_crashed: bool = False) -> object:
        """Take over the newest work that was left, and read it after a crash."""
        slot = self._left = self._slots.newest_left()
        if slot is None:
            return None
        record = slot.record
        if record.closed and only_crashed:
            slot.release()
            self._left = None
            return None
        if record.starts >= MOST_STARTS:
            return _Left(slot, aside=self._set_aside(slot))
        return _Left(slot) if record.closed else self._read(slot)

    def _set_aside(self, slot: WorkSlot) -> Path:
        self._left = None
        return slot.set_aside()

    def _read(self, slot: WorkSlot, *, is_wanted: bool = False) -> _Left:
        with suppress(CnnvizError):  # a full disk
            slot.begin_start()
        try:
            found = {
                part.file_name: part.read(slot.folder / part.file_name)
                for part in self._parts
                if (slot.folder / part.file_name).exists()
            }
        except CnnvizError as error:
            return _Left(slot, aside=self._set_aside(slot), error=error)
        return _Left(slot, found, is_wanted=is_wanted)

    def _adopt(self, slot: WorkSlot | None) -> None:
        """Write into another slot from now on; the one of before is kept, too."""
        old, self._slot = self._slot, slot
        self._left = None if slot is self._left else self._left
        if old is not None:
            _leave(old)

    def _take_left(self, left: _Left) -> None:
        if left.error is not None:
            self.unreadable.emit(left.error, str(left.aside))
        elif left.aside is not None:
            self.left_alone.emit(str(left.aside))
        elif left.found is None or not (left.is_wanted or self._is_fresh):
            self._offer = left.slot
            self.offered.emit()
        else:
            self._bring_back(left.slot, left.found)
            self.restored.emit(not left.is_wanted)

    @property
    def _is_fresh(self) -> bool:
        return all(part.is_as_at_first for part in self._parts)

    def _bring_back(self, slot: WorkSlot, found: Mapping[str, object]) -> None:
        self._worker.request(partial(self._adopt, slot))
        self._dirty.update(self._parts)
        back = [part for part in self._parts if part.file_name in found]
        replacements = [
            replacement
            for part in back
            for replacement in part.replacements(found[part.file_name])
        ]
        index = self._undo.index()
        label = self.tr("Restore work")
        change_together(self._undo, replacements, label, self._held)
        self._index_before = index
        for part in back:
            part.show(found[part.file_name])
        self._lasting.start()

    @Slot()
    def _on_lasted(self) -> None:
        self._worker.request(self._note_that_it_lasts)

    def _note_that_it_lasts(self) -> None:
        if self._slot is not None:
            self._slot.write_record(SlotRecord())

    # keeping

    @Slot()
    def _on_part_changed(self) -> None:
        part = self.sender()
        assert isinstance(part, KeptPart)
        self._dirty.add(part)
        if not self._is_writing and not self._pause.isActive():
            self._pause.start()

    @Slot()
    def _on_pause_over(self) -> None:
        if jobs := self._writings():
            self._dirty.clear()
            self._is_writing = True
            self._worker.request(partial(self._write, jobs))

    def _writings(self) -> _Writings:
        """Return how what is not written yet is written; nothing was done, nothing is."""
        return {} if self._is_fresh else {part: part.writing() for part in self._dirty}

    def _write(self, jobs: _Writings) -> _Written:
        """Write parts, those that can be; a slot is made for the first."""
        begun = perf_counter()
        failed, why = [], None
        for part, write in jobs.items():
            try:
                if self._slot is None:
                    self._slot = self._slots.new()
                write(self._slot.folder / part.file_name)
            except CnnvizError as error:
                failed.append(part)
                why = why or error
        return _Written(perf_counter() - begun, failed, why)

    @Slot(int, object)
    def _on_answered(self, _number: int, answer: object) -> None:
        match answer:
            case _Left():
                self._take_left(answer)
            case _Written():
                self._end_writing(answer)

    def _end_writing(self, written: _Written) -> None:
        self._is_writing = False
        pause_ms = int(10_000 * written.seconds)
        self._pause.setInterval(min(max(pause_ms, LEAST_PAUSE_MS), MOST_PAUSE_MS))
        if self._dirty:
            self._pause.start()
        # Tried again when something changes, or at the end: not by itself, for ever.
        self._dirty.update(written.failed)
        if written.error is not None:
            self._say_unkept(written.error)

    @Slot(int, object)
    def _on_failed(self, _number: int, error: CnnvizError) -> None:
        self._is_writing = False
        self._say_unkept(error)

    def _say_unkept(self, error: CnnvizError) -> None:
        if not self._has_said:
            self._has_said = True
            self.unkept.emit(error)

    def shut_down(self, *, is_in_a_file: bool = False) -> None:
        """Write what has not been written, or forget it all, and end the thread.

        ``is_in_a_file``: whoever closed the window has the work in a file of its own, or
        said that it is not wanted; the next start has nothing to offer.
        """
        self._pause.stop()
        self._lasting.stop()
        # What is still told on the way out must start nothing again.
        self._worker.answered.disconnect(self._on_answered)
        self._worker.failed.disconnect(self._on_failed)
        for part in self._parts:
            part.changed.disconnect(self._on_part_changed)
        if is_in_a_file:
            self._worker.request(self._discard)
        else:
            self._worker.request(partial(self._close, self._writings()))
        self._worker.finish()

    def _discard(self) -> None:
        """Leave nothing of this window; what another has left stays."""
        if self._slot is not None:
            self._slot.discard()
        if self._left is not None and self._left is not self._slot:
            _leave(self._left)

    def _close(self, jobs: _Writings) -> None:
        written = self._write(jobs)
        if written.error is not None:
            _log.info("work not kept: %s", written.error)
        for slot in (self._slot, self._left):
            if slot is not None:
                _leave(slot)


def _leave(slot: WorkSlot) -> None:
    """Leave a slot as one that was closed in the ordinary way."""
    with suppress(CnnvizError):
        slot.write_record(SlotRecord(closed=True))
    slot.release()
