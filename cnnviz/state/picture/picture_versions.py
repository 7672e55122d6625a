"""Pictures as undo steps know them: kept whole, or told by the numbers typed since."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from cnnviz.state.lab_input import InputQuestion, lab_input
from cnnviz.state.picture.number_pictures import CellEdit, with_edits
from cnnviz.state.picture.shared_picture import SharedPicture

QUICK_CELLS = 300_000
"""Cells of a picture that is typed into in a millisecond or two."""


class Kept:
    """A picture that came as a whole.

    Attributes
    ----------
    shared
        The picture; ``None`` once the memory for undo steps has been full.
    byte_count
        What it takes of that memory.
    """

    __slots__ = ("__weakref__", "byte_count", "shared")

    def __init__(self, shared: SharedPicture) -> None:
        self.shared: SharedPicture | None = shared
        self.byte_count = sum(
            array.nbytes
            for array in (shared.picture.pixels_chw, shared.ink_hw, shared.numbers_chw)
            if array is not None
        )

    @property
    def root(self) -> "Kept":
        """The picture that came as a whole: this one."""
        return self

    @property
    def edits(self) -> tuple[CellEdit, ...]:
        """What was typed into it: nothing."""
        return ()


@dataclass(frozen=True, slots=True, eq=False)
class Typed:
    """A picture told by another one and a number that was typed into it.

    Attributes
    ----------
    root
        The picture into which the first number was typed.
    before, edit
        The other one, and what was typed.
    """

    root: Kept
    before: "Version"
    edit: CellEdit

    @property
    def edits(self) -> tuple[CellEdit, ...]:
        """All that was typed since the picture came as a whole, in order."""
        edits, version = list[CellEdit](), self.before
        while isinstance(version, Typed):
            edits.append(version.edit)
            version = version.before
        return (*reversed(edits), self.edit)


Version = Kept | Typed


@dataclass(frozen=True, slots=True, eq=False)
class PictureToMake:
    """From which picture, and what is to be typed into it: states, that nobody changes."""

    base: SharedPicture
    edits: tuple[CellEdit, ...] = ()

    @property
    def is_quick(self) -> bool:
        """Whether it takes far less than a frame, so that no thread is needed."""
        return not self.edits or self.base.picture.pixels_chw.size <= QUICK_CELLS

    def make(self) -> SharedPicture:
        """Return the picture; the one that it is made from stays as it is."""
        return with_edits(self.base, self.edits)


def ink_of(version: Version) -> NDArray[np.uint8] | None:
    """Return the ink of a drawing that nothing was typed into."""
    shared = version.shared if isinstance(version, Kept) else None
    return None if shared is None else shared.ink_hw


def number_in(version: Version, edit: CellEdit) -> float | None:
    """Return the number that stands where one is typed, as it is worked on.

    ``None`` where the picture has no such cell. All other cells are left alone, so it
    takes no time in a large picture.
    """
    shared = version.root.shared
    assert shared is not None
    channel, row, column = edit.cell
    height, width = shared.picture.size_hw
    if row >= height or column >= width:
        return None
    # The cell, and beside it one that stands for all others.
    two = np.s_[:, [[row, row]], [[column, column]]]
    numbers_chw = shared.numbers_chw
    small = SharedPicture(
        replace(shared.picture, pixels_chw=shared.picture.pixels_chw[two]),
        shared.origin,
        numbers_chw=None if numbers_chw is None else numbers_chw[two],
    )
    edits = [
        replace(one, cell=(one.cell[0], 0, int(one.cell[1:] != (row, column))))
        for one in version.edits
    ]
    shown = InputQuestion(with_edits(small, edits), edit.colour, edit.value_range)
    values_chw = lab_input(shown).values_chw
    return float(values_chw[channel, 0, 0]) if channel < len(values_chw) else None
