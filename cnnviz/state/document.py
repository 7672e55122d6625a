"""The file that the window's work has its name of, and whether the work differs from it."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from cnnviz.state.kept_part import KeptPart
from cnnviz.state.store import Store


class Document(QObject):
    """Know which file the work belongs to, and whether it was changed since.

    The name is a state as others: opening a file replaces it in the same undo step. So
    undo comes back to the document of before, changed or not as that was.

    Attributes
    ----------
    name
        Path of the file; empty for work that was never saved.

    Signals
    -------
    changed()
        Another name, or the work differs from its file now, or no longer.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.name: Store[str] = Store("", self)
        self._parts: tuple[KeptPart[Any], ...] = ()
        # Name -> the stamps of what is in that file; of "", those of the first moment.
        self._filed: dict[str, object] = {"": ()}
        self._was_modified = False
        self.name.changed.connect(self._on_name_changed)

    def follow(self, parts: Sequence[KeptPart[Any]]) -> None:
        """Compare these parts from now on; what they are now needs no saving."""
        self._parts = tuple(parts)
        self._filed[""] = self.stamps_of_now()
        for part in self._parts:
            part.changed.connect(self.look)
        self._tell()

    def stamps_of_now(self) -> object:
        """Return what the work is now, to be compared."""
        return tuple(part.stamp for part in self._parts)

    @property
    def is_modified(self) -> bool:
        """Whether a file of the work as it is now would be another one."""
        return self._filed.get(self.name.state) != self.stamps_of_now()

    @property
    def would_be_lost(self) -> bool:
        """Whether closing has to ask: work that has no name is kept anyway."""
        return bool(self.name.state) and self.is_modified

    def note(self, name: str, stamps: object) -> None:
        """Learn that the file of this name holds what had these stamps."""
        self._filed[name] = stamps
        self.name.replace(name)
        self._tell()

    def recover(self, *, is_modified: bool) -> None:
        """Learn how the work that came back stands to the file of its name."""
        stamps = None if is_modified else self.stamps_of_now()
        self._filed[self.name.state] = stamps
        self._tell()

    @Slot()
    def look(self) -> None:
        """Compare anew: a step was taken, or taken back."""
        if self.is_modified != self._was_modified:
            self._tell()

    def _tell(self) -> None:
        self._was_modified = self.is_modified
        self.changed.emit()

    @Slot(object, object)
    def _on_name_changed(self, _new: str, _old: str) -> None:
        self._tell()
