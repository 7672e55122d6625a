"""What a page tells of a part of the work that is kept from one start to the next."""

from abc import abstractmethod
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Signal

from cnnviz.state.undo import Part

R = TypeVar("R")


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
