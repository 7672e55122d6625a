"""Making a picture that an undo step comes back to, or that was typed into."""

from dataclasses import dataclass

from cnnviz.control.number_pictures import Cell, CellEdit, with_cells, with_edits
from cnnviz.control.shared_picture import SharedPicture
from cnnviz.control.workers.picture_shelf import PictureShelf, Shelved

QUICK_CELLS = 300_000
"""Cells of a picture that is made, or typed into, in a millisecond or two."""


@dataclass(frozen=True, slots=True, eq=False)
class PictureToMake:
    """From which picture, and what is to be changed in it.

    Attributes
    ----------
    base
        The picture, or where it lies on the disk.
    edits
        What was typed into it; or, where only cells differ from the picture that is
        shown,
    cells
        the cells and their numbers.
    """

    base: SharedPicture | Shelved
    edits: tuple[CellEdit, ...] = ()
    cells: tuple[tuple[Cell, float], ...] = ()

    @property
    def is_quick(self) -> bool:
        """Whether it takes far less than a frame, so that no thread is needed."""
        if isinstance(self.base, Shelved):
            return False
        return self.base.picture.pixels_chw.size <= QUICK_CELLS


@dataclass(frozen=True, slots=True, eq=False)
class MadePicture:
    """The picture, and the one that it was made from."""

    base: SharedPicture
    shared: SharedPicture


def make_picture(question: PictureToMake, shelf: PictureShelf) -> MadePicture:
    """Make a picture; the one that it is made from stays as it is.

    Raises
    ------
    CnnvizError
        ``undo_picture_lost``.
    """
    base = question.base
    if isinstance(base, Shelved):
        base = shelf.get(base)
    made = with_edits(base, question.edits)
    return MadePicture(base, with_cells(made, dict(question.cells)))
