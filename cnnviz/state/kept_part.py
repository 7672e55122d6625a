"""What a page tells of a part of the work that is kept from one start to the next."""

from abc import abstractmethod
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Signal
from typing_extensions import override

from cnnviz.state.undo import Part

R = TypeVar("R")
K = TypeVar("K")


class KeptPart(QObject, Generic[R]):
    """One file of the work: when it changes, how it is written, read and brought back.

    Signals
    -------
    changed()
        What the file holds is not what there is now.
    """

    changed = Signal()

    file_name: str = ""

    @property
    @abstractmethod
    def is_as_at_first(self) -> bool:
        """Whether nothing has been done here that would be missed."""

    @property
    def stamp(self) -> object:
        """What is equal for as long as a document with this part in it is up to date.

        ``None`` of what is only looked at: going elsewhere changes no document.
        """
        return None

    @abstractmethod
    def writing(self) -> Callable[[Path], None]:
        """Return what writes the part as it is now, later and in a thread."""

    @abstractmethod
    def read(self, path: Path) -> R:
        """Read the file, in a thread; raise ``CnnvizError`` when it is of no use."""

    @abstractmethod
    def replacements(self, found: R) -> Sequence[Part]:
        """Return what was read as parts of one undo step."""

    def show(self, found: R) -> None:
        """Go where the user was, once everything has been brought back."""


class KeptLast(KeptPart[R], Generic[R, K]):
    """A part that is nothing at first, and then the last one of its kind."""

    def __init__(self, parent: QObject | None) -> None:
        super().__init__(parent)
        self._kept: K | None = None

    @property
    @override
    def is_as_at_first(self) -> bool:
        return self._kept is None

    @override
    def writing(self) -> Callable[[Path], None]:
        """Return what writes the last one; it does nothing without one."""
        kept = self._kept
        return _nothing if kept is None else partial(self.write, kept)

    @staticmethod
    @abstractmethod
    def write(kept: K, path: Path) -> None:
        """Write one, in a thread."""

    def _keep(self, kept: K) -> None:
        self._kept = kept
        self.changed.emit()


def _nothing(_path: Path) -> None:
    """Write nothing: there is none."""
