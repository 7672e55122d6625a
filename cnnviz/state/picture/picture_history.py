"""The picture through its undo steps: what it is to be, and when it is."""

import weakref
from collections.abc import Callable
from typing import Final

import numpy as np
from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QUndoStack

from cnnviz.engine.errors import CnnvizError
from cnnviz.state.picture.number_pictures import CellEdit
from cnnviz.state.picture.picture_versions import (
    Kept,
    PictureToMake,
    Typed,
    Version,
    number_in,
)
from cnnviz.state.picture.shared_picture import PictureStore, SharedPicture
from cnnviz.state.store import Store
from cnnviz.state.undo import Replacement, Step, change
from cnnviz.state.workers.latest import LatestWorker
from cnnviz.state.workers.newest import NewestAnswer

MOST_BYTES: Final = 768 * 1024**2
"""Of pictures that undo steps come back to: sixteen colour ones of 4096 x 4096."""


class PictureHistory(QObject):
    """Bring the picture to what edits and undo steps ask for, and keep what they need.

    A step holds no copy of the picture for each typed cell. So a picture may have to be
    made first: in a thread, where that takes longer than a frame. Until then the one
    before is shown; steps and edits count at once, and the newest of them is what comes.

    Attributes
    ----------
    versions
        Where the picture as undo steps have it can be replaced.

    Signals
    -------
    failed(error)
        The picture of now cannot be had: a ``CnnvizError``. The shown one stays.
    """

    failed = Signal(object)

    def __init__(
        self, store: PictureStore, undo: QUndoStack, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._undo = undo
        self._picture = store.state
        self._shown: Version = Kept(store.state)
        # Beside the history, not below it: undo steps refer to it.
        self.versions: Store[Version] = Store(self._shown, parent)
        self._typed: Typed | None = None
        self._deferred: list[Callable[[], None]] = []
        # What undo steps come back to, that shown last at the end.
        self._kept: weakref.WeakKeyDictionary[Kept, None] = weakref.WeakKeyDictionary()
        self._maker: NewestAnswer[PictureToMake, SharedPicture] = NewestAnswer(
            LatestWorker(PictureToMake.make, "picture-making"), self
        )
        self._maker.arrived.connect(self._take)
        self._maker.failed.connect(self._stay)
        self.versions.changed.connect(self._on_version_changed)
        store.changed.connect(self._on_picture_changed)

    @property
    def now(self) -> Version:
        """The picture as edits and undo steps have it; it may still have to be made."""
        return self.versions.state

    @property
    def is_settled(self) -> bool:
        """Whether the picture of now is the one that is shown."""
        return not self._maker.is_waiting

    @property
    def is_typing(self) -> bool:
        """Whether the newest change was a typed number."""
        return self._typed is self.now

    def kept(self, shared: SharedPicture) -> Kept:
        """Return the version of a picture that came as a whole."""
        now = self.now
        return now if isinstance(now, Kept) and now.shared is shared else Kept(shared)

    def change(
        self, new: SharedPicture, label: str, *, old: Version | None = None
    ) -> None:
        """Show a picture that came as a whole, as one step; none when it is shown.

        ``old`` is the one to come back to, when it is not that of now.
        """
        change(self._undo, self.versions, self.kept(new), label, old=old)

    def type(self, edit: CellEdit, label: str) -> None:
        """Type a number into the picture of now, as one step; none when it stood there."""
        was = self.number(edit)
        if was is None or np.float32(was) == np.float32(edit.value):
            return
        self._typed = Typed(self.now.root, self.now, edit)
        typed = Replacement(self.versions, self._typed)
        self._undo.push(Step((typed,), label, number=(was, edit.value)))

    def number(self, edit: CellEdit) -> float | None:
        """Return the number that stands where one is typed, as edits have it."""
        return number_in(self.now, edit)

    def when_settled(self, do: Callable[[], None]) -> None:
        """Do something with the picture of now: at once, or when it is shown."""
        self._deferred.append(do)
        self._do_deferred()

    def to_make(self) -> PictureToMake:
        """Return what the picture of now is made from, whatever is shown later."""
        if self.is_settled:
            return PictureToMake(self._picture)
        root = self.now.root
        assert root.shared is not None
        return PictureToMake(root.shared, self.now.edits)

    def shut_down(self) -> None:
        """End the thread; what waits never happens."""
        self._maker.shut_down()

    @Slot(object, object)
    def _on_version_changed(self, new: Version, _old: Version) -> None:
        self._maker.forget()
        if new is not self._typed:
            self._typed = None  # or redo would count as typing
        if new is self._shown:
            self._take(self._picture)
        elif new.root.shared is None:
            most = MOST_BYTES // 1024**2
            self._stay(CnnvizError("undo_picture_forgotten", most=most))
        elif (question := PictureToMake(new.root.shared, new.edits)).is_quick:
            self._take(question.make())
        else:
            self._maker.request(question)

    @Slot(object)
    def _stay(self, error: CnnvizError) -> None:
        """Go on from the shown picture, for the one of now cannot be had."""
        self.versions.replace(self._shown)
        self.failed.emit(error)

    @Slot(object)
    def _take(self, shared: SharedPicture) -> None:
        self._picture = shared
        self._forget_oldest(self._shown.root, self.now.root)
        self._shown = self.now
        self._store.replace(shared)
        self._do_deferred()

    def _do_deferred(self) -> None:
        while self._deferred and self.is_settled:
            self._deferred.pop(0)()

    @Slot(object, object)
    def _on_picture_changed(self, new: SharedPicture, _old: SharedPicture) -> None:
        """Follow one who replaces the picture without a step, as a stroke does."""
        if new is not self._picture:
            self.versions.replace(Kept(new))

    def _forget_oldest(self, before: Kept, now: Kept) -> None:
        """Forget what was shown longest ago, where it does not fit beside the others."""
        for root in (before, now):
            self._kept.pop(root, None)
            self._kept[root] = None
        held = [kept for kept in self._kept if kept.shared is not None]
        excess = sum(kept.byte_count for kept in held) - MOST_BYTES
        for kept in held:
            if excess <= 0 or kept is now:
                return
            excess -= kept.byte_count
            kept.shared = None
