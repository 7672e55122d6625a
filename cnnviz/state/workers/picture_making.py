"""Making a picture that an undo step comes back to, or that was typed into."""

from dataclasses import dataclass

from cnnviz.state.picture.number_pictures import Cell, CellEdit, with_cells, with_edits
from cnnviz.state.picture.shared_picture import SharedPicture
from cnnviz.state.workers.picture_shelf import PictureShelf, Shelved

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
        What was typed into it since it came as a whole; or, where the base is one that
        differs by cells only,
    cells
        the cells and their numbers.
    """

    base: SharedPicture | Shelved
    edits: tuple[CellEdit, ...] = ()
    cells: tuple[tuple[Cell, float], ...] | None = None

    @property
    def is_quick(self) -> bool:
        """Whether it takes far less than a frame, so that no thread is needed."""
        if isinstance(self.base, Shelved):
            return False
        return self.base.picture.pixels_chw.size <= QUICK_CELLS


@dataclass(frozen=True, slots=True, eq=False)
class MadePicture:
    """A picture that was made.

    Attributes
    ----------
    shared
        The picture.
    root
        The one that came as a whole, where it was made from that; ``None`` where it was
        made from another one that was typed into, too.
    """

    shared: SharedPicture
    root: SharedPicture | None


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
    if question.cells is not None:
        return MadePicture(with_cells(base, dict(question.cells)), None)
    return MadePicture(with_edits(base, question.edits), base)
