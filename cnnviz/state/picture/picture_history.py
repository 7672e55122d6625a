"""The picture through its undo steps: what it is to be, and when it is."""

import weakref
from collections.abc import Callable
from functools import partial
from typing import Final

import numpy as np
from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QUndoStack
from typing_extensions import override

from cnnviz.engine.errors import CnnvizError
from cnnviz.state.picture.number_pictures import CellEdit
from cnnviz.state.picture.picture_versions import (
    Kept,
    Typed,
    Version,
    cells_between,
    edits_of,
    number_in,
    typed,
)
from cnnviz.state.picture.shared_picture import PictureStore, SharedPicture
from cnnviz.state.undo import Difference, Step
from cnnviz.state.workers.latest import LatestWorker, QueueWorker
from cnnviz.state.workers.picture_making import (
    MadePicture,
    PictureToMake,
    make_picture,
)
from cnnviz.state.workers.picture_shelf import PictureShelf, Shelved

MOST_BYTES: Final = 256 * 1024**2
"""Of pictures that only undo steps keep, in memory: five colour ones of 4096 x 4096."""


class _ShowVersion(Step):
    """Show another picture, and take that back."""

    def __init__(
        self, history: "PictureHistory", old: Version, new: Version, label: str
    ) -> None:
        super().__init__(label)
        self._history = history
        self._old, self._new = old, new

    @override
    def redo(self) -> None:
        """Show the new picture."""
        self._history.show(self._new)

    @override
    def undo(self) -> None:
        """Show the old one again."""
        self._history.show(self._old)

    @override
    def difference(self) -> Difference | None:
        new = self._new
        return (new.was, new.edit.value) if isinstance(new, Typed) else None


class PictureReplacement:
    """Another picture, as a part of an undo step that replaces more than the picture."""

    def __init__(self, history: "PictureHistory", new: SharedPicture) -> None:
        self._history = history
        self._old, self._new = history.now, history.kept(new)

    @property
    def changes(self) -> bool:
        """Whether anything differs."""
        return self._new is not self._old

    def do(self) -> None:
        """Show the new picture."""
        self._history.show(self._new)

    def undo(self) -> None:
        """Show the old one again."""
        self._history.show(self._old)


class PictureHistory(QObject):
    """Bring the picture to what edits and undo steps ask for, and keep what they need.

    A step holds no copy of the picture for each typed cell, and pictures far down the
    steps lie on the disk. So a picture may have to be made first: in a thread, where
    that takes longer than a frame. Until then the one before is shown; steps and edits
    count at once, and the newest of them is what comes.

    Signals
    -------
    failed(error)
        The picture of now could not be made: a ``CnnvizError``. The shown one stays.
    """

    failed = Signal(object)

    def __init__(
        self, store: PictureStore, undo: QUndoStack, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._undo = undo
        self._wanted: Version = Kept(store.state)
        self._shown: Version = self._wanted
        self._picture = store.state
        self._is_typing = self._types_next = False
        self._deferred: list[Callable[[], None]] = []
        # What undo steps come back to, that shown last at the end.
        self._kept: weakref.WeakKeyDictionary[Kept, None] = weakref.WeakKeyDictionary()
        self._on_the_way: dict[int, Kept] = {}
        self._shelf = PictureShelf()
        self._is_full = False
        self._awaited: int | None = None
        self._maker: LatestWorker[PictureToMake, MadePicture]
        self._maker = LatestWorker(
            partial(make_picture, shelf=self._shelf), "picture-making", self
        )
        self._maker.answered.connect(self._on_made)
        self._maker.failed.connect(self._on_making_failed)
        self._shelver: QueueWorker[SharedPicture, Shelved | None]
        self._shelver = QueueWorker(self._shelf.put, "picture-shelving", self)
        self._shelver.answered.connect(self._on_shelved)
        self._shelver.failed.connect(self._on_shelving_failed)
        store.changed.connect(self._on_picture_changed)

    @property
    def now(self) -> Version:
        """The picture as edits and undo steps have it; it may still have to be made."""
        return self._wanted

    @property
    def shelf(self) -> PictureShelf:
        """Where pictures lie on the disk."""
        return self._shelf

    @property
    def is_settled(self) -> bool:
        """Whether the picture of now is the one that is shown."""
        return self._awaited is None

    @property
    def is_typing(self) -> bool:
        """Whether the newest change was a typed number."""
        return self._is_typing

    def kept(self, shared: SharedPicture) -> Kept:
        """Return the version of a picture that came as a whole."""
        now = self._wanted
        return now if isinstance(now, Kept) and now.shared is shared else Kept(shared)

    def change(
        self, new: SharedPicture, label: str, *, old: Version | None = None
    ) -> None:
        """Show a picture that came as a whole, as one step; none when it is shown.

        ``old`` is the one to come back to, when it is not that of now.
        """
        before, after = old or self._wanted, self.kept(new)
        if isinstance(before, Kept) and before.shared is new:
            return
        self._undo.push(_ShowVersion(self, before, after, label))

    def type(self, edit: CellEdit, label: str) -> None:
        """Type a number into the picture of now, as one step; none when it stood there.

        Nothing happens while an undo step's picture is fetched: it cannot be seen yet.
        """
        was = number_in(self._wanted, edit)
        if was is None or np.float32(was) == np.float32(edit.value):
            return
        new = typed(self._wanted, edit, was)
        self._types_next = True
        self._undo.push(_ShowVersion(self, self._wanted, new, label))

    def number(self, edit: CellEdit) -> float | None:
        """Return the number that stands where one is typed, as edits have it."""
        return number_in(self._wanted, edit)

    def show(self, version: Version) -> None:
        """Make this the picture of now, and show it as soon as it can be."""
        self._is_typing, self._types_next = self._types_next, False
        self._wanted, self._awaited = version, None
        for root in (self._shown.root, version.root):
            self._kept.pop(root, None)
            self._kept[root] = None
        if isinstance(version, Kept) and version.shared is not None:
            self._take(version.shared)
        elif version is self._shown:
            self._take(self._picture)
        else:
            self._make(self._question(version))

    def when_settled(self, do: Callable[[], None]) -> None:
        """Do something with the picture of now: at once, or when it is shown."""
        if self.is_settled:
            do()
        else:
            self._deferred.append(do)

    def question_of_now(self) -> PictureToMake:
        """Return what the picture of now is made from, whatever is shown later."""
        if self.is_settled:
            return PictureToMake(self._picture, cells=())
        return self._question(self._wanted)

    def shut_down(self) -> None:
        """End the threads and give up what lies on the disk; what waits never happens."""
        self._maker.shut_down()
        self._shelver.shut_down()
        self._shelf.close()

    # making

    def _question(self, version: Version) -> PictureToMake:
        cells = cells_between(self._shown, version)
        if cells is not None:
            return PictureToMake(self._picture, cells=tuple(cells.items()))
        base = version.root.shared or version.root.shelved
        assert base is not None
        return PictureToMake(base, tuple(edits_of(version)))

    def _make(self, question: PictureToMake) -> None:
        if question.is_quick:
            self._take_made(make_picture(question, self._shelf))
        else:
            self._awaited = self._maker.request(question)

    def _take_made(self, made: MadePicture) -> None:
        root = self._wanted.root
        if root.shared is None:
            root.shared = made.root
        self._take(made.shared)

    def _take(self, shared: SharedPicture) -> None:
        self._awaited = None
        self._shown, self._picture = self._wanted, shared
        self._store.replace(shared)
        self._put_away()
        self._do_deferred()

    def _do_deferred(self) -> None:
        while self._deferred and self.is_settled:
            self._deferred.pop(0)()

    @Slot(int, object)
    def _on_made(self, number: int, made: MadePicture) -> None:
        if number == self._awaited:
            self._take_made(made)

    @Slot(int, object)
    def _on_making_failed(self, number: int, error: CnnvizError) -> None:
        if number == self._awaited:
            self._wanted, self._awaited = self._shown, None
            self.failed.emit(error)
            self._do_deferred()

    @Slot(object, object)
    def _on_picture_changed(self, new: SharedPicture, _old: SharedPicture) -> None:
        """Follow one who replaces the picture without a step, as a stroke does."""
        if new is not self._picture:
            self._awaited, self._is_typing = None, False
            self._picture = new
            self._shown = self._wanted = Kept(new)
            self._do_deferred()

    # putting away

    def _put_away(self) -> None:
        """Put on the disk what shown longest ago, where too much is in memory."""
        held = [
            kept
            for kept in self._kept
            if kept.shared is not None and not self._is_in_use(kept)
        ]
        excess = sum(kept.byte_count for kept in held) - MOST_BYTES
        for kept in held:
            if excess <= 0:
                return
            excess -= kept.byte_count
            if kept.shelved is not None:
                kept.shared = None
            elif not self._is_full and kept not in self._on_the_way.values():
                assert kept.shared is not None
                self._on_the_way[self._shelver.request(kept.shared)] = kept

    def _is_in_use(self, kept: Kept) -> bool:
        return kept in (self._wanted.root, self._shown.root)

    @Slot(int, object)
    def _on_shelved(self, number: int, shelved: Shelved | None) -> None:
        kept = self._on_the_way.pop(number)
        kept.shelved = shelved
        if shelved is None:
            self._is_full = True
        elif not self._is_in_use(kept):
            kept.shared = None

    @Slot(int, object)
    def _on_shelving_failed(self, number: int, _error: CnnvizError) -> None:
        self._on_shelved(number, None)
