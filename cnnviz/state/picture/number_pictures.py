"""Shared pictures made from others: a cell changed, a part, another size, a grid."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.images.colour_maps import to_indices
from cnnviz.engine.images.numbers.typed_numbers import extremes, range_between
from cnnviz.engine.images.picture import Picture
from cnnviz.engine.images.resizing import (
    Box,
    Method,
    crop,
    crop_chw,
    resize,
    resize_chw,
)
from cnnviz.state.lab_input import Colour, InputQuestion, ValueRange, lab_input
from cnnviz.state.picture.shared_picture import Edit, Origin, SharedPicture

Cell = tuple[int, int, int]
"""Channel, row and column, counted from 0."""

Start = Literal["zeros", "counting", "digits", "picture"]
"""What a new grid holds: 0, 0 1 2 ..., random digits, or the picture of now."""

_WHITE: Final = 255


def numbers_picture(numbers_chw: NDArray[np.float32], name: str = "") -> SharedPicture:
    """Return typed numbers as the picture: other pages see them as grey levels."""
    reach = extremes(numbers_chw)
    picture = Picture(to_indices(numbers_chw, *range_between(*reach)), name)
    return SharedPicture(picture, "numbers", numbers_chw=numbers_chw, extremes=reach)


def new_grid(
    start: Start, size_hw: tuple[int, int], seed: int | None = None
) -> NDArray[np.float32]:
    """Return the numbers of a new grid (``picture``: `as_numbers`), ``1 x H x W``.

    Examples
    --------
    >>> new_grid("counting", (2, 3))
    array([[[0., 1., 2.], [3., 4., 5.]]], dtype=float32)
    """
    height, width = size_hw
    numbers = np.zeros(height * width, np.float32)
    if start == "counting":
        numbers += np.arange(height * width)
    elif start == "digits":
        numbers += np.random.default_rng(seed).integers(0, 10, height * width)
    return numbers.reshape(1, height, width)


@dataclass(frozen=True, slots=True)
class CellEdit:
    """One number that is typed into a picture as it is worked on.

    Attributes
    ----------
    cell, value
        Where, and what; on the scale that is worked on.
    colour, value_range
        How the picture is worked on: a colour picture that is walked in grey becomes
        grey, for the number was typed among grey levels.
    """

    cell: Cell
    value: float
    colour: Colour = "grey"
    value_range: ValueRange = "0..255"

    @property
    def is_level(self) -> bool:
        """Whether 8 bits can hold the number."""
        whole = float(self.value).is_integer() and 0 <= self.value <= _WHITE
        return whole and self.value_range == "0..255"


@dataclass(frozen=True, slots=True)
class PictureKind:
    """What decides how a picture takes a number; cells of one kind change one by one."""

    origin: Origin
    channels: int
    is_typed: bool

    def after(self, edit: CellEdit) -> "PictureKind":
        """Return the kind of picture that an edit leaves.

        A picture on the scale 0..255 stays an ordinary one as long as whole numbers of
        that scale are typed. Any other number, or another scale, makes all of it typed
        numbers, and those it stays.
        """
        if self.is_typed:
            return self
        channels = 1 if edit.colour == "grey" else self.channels
        return PictureKind("numbers", channels, is_typed=not edit.is_level)


def kind_of(shared: SharedPicture) -> PictureKind:
    """Return what decides how a picture takes a number."""
    channels = len(shared.picture.pixels_chw)
    return PictureKind(shared.origin, channels, shared.numbers_chw is not None)


def with_edits(shared: SharedPicture, edits: Sequence[CellEdit]) -> SharedPicture:
    """Return the picture after edits, made one after the other.

    However many they are, the picture is copied once for each kind that it becomes.
    """
    kind, cells = kind_of(shared), dict[Cell, float]()
    for index, edit in enumerate(edits):
        after = kind.after(edit)
        if after != kind:
            shared, kind, cells = with_cells(shared, cells), after, {}
            if kind.is_typed:  # and stays so
                return _as_typed(shared, edits[index:])
            shared = _as_levels_typed(shared, edit)
        cells[edit.cell] = edit.value
    return with_cells(shared, cells)


def cut_out(shared: SharedPicture, row: int, column: int) -> SharedPicture:
    """Return one cell of a picture, all its channels, as a picture of its own."""
    here = np.s_[:, row : row + 1, column : column + 1]
    numbers_chw = shared.numbers_chw
    return replace(
        shared,
        picture=replace(shared.picture, pixels_chw=shared.picture.pixels_chw[here]),
        ink_hw=None,
        numbers_chw=None if numbers_chw is None else numbers_chw[here],
        extremes=None,
    )


def in_kind_after(shared: SharedPicture, edit: CellEdit) -> SharedPicture:
    """Return a picture, not edited itself, as it is once an edit has been made beside it."""
    after = kind_of(shared).after(edit)
    if after == kind_of(shared):
        return shared
    if after.is_typed:
        numbers = numbers_picture(_numbers(shared, edit), shared.picture.name)
        return replace(numbers, edits=shared.edits)
    return _as_levels_typed(shared, edit)


def _as_levels_typed(shared: SharedPicture, edit: CellEdit) -> SharedPicture:
    """Return a picture as an edit finds it that leaves it an ordinary one."""
    grey = shared.picture.to_grey() if edit.colour == "grey" else shared.picture
    return SharedPicture(grey, "numbers", edits=shared.edits)


def _as_typed(shared: SharedPicture, edits: Sequence[CellEdit]) -> SharedPicture:
    """Return an ordinary picture after edits, the first of which makes it typed numbers."""
    numbers_chw = _numbers(shared, edits[0])
    for edit in edits:
        numbers_chw[edit.cell] = edit.value
    new = numbers_picture(numbers_chw, shared.picture.name)
    return replace(new, edits=shared.edits)


def _numbers(shared: SharedPicture, edit: CellEdit) -> NDArray[np.float32]:
    """Return the numbers of an ordinary picture as an edit finds them, as an own copy."""
    given = lab_input(InputQuestion(shared, edit.colour, edit.value_range))
    copies = given.values_chw.dtype == np.uint8  # else they are made for this
    return given.values_chw.astype(np.float32, copy=copies)


def with_cells(shared: SharedPicture, cells: Mapping[Cell, float]) -> SharedPicture:
    """Return typed numbers (or levels that were typed) with some others.

    The levels that show the other numbers are kept, unless the range has changed.
    """
    if not cells:
        return shared
    places = tuple(np.array(list(cells)).T)
    values = np.array(list(cells.values()), np.float32)
    old_chw = shared.numbers_chw
    if old_chw is None:
        levels_chw = shared.picture.pixels_chw.copy()
        levels_chw[places] = values
        picture = replace(shared.picture, pixels_chw=levels_chw)
        return replace(shared, picture=picture)
    numbers_chw = old_chw.copy()
    numbers_chw[places] = values
    before = shared.extremes or extremes(old_chw)
    gone = old_chw[places]
    reach = _extremes_after(before, gone, values) or extremes(numbers_chw)
    low, high = range_between(*reach)
    if (low, high) == range_between(*before):
        levels_chw = shared.picture.pixels_chw.copy()
        levels_chw[places] = to_indices(values, low, high)
    else:
        levels_chw = to_indices(numbers_chw, low, high)
    picture = replace(shared.picture, pixels_chw=levels_chw)
    return replace(shared, picture=picture, numbers_chw=numbers_chw, extremes=reach)


def _extremes_after(
    before: tuple[float, float], gone: NDArray[np.float32], new: NDArray[np.float32]
) -> tuple[float, float] | None:
    """Return the extremes once some numbers have gone and others come.

    ``None`` when one of the extremes went: then all must be looked at.
    """
    least, largest = before
    if (least < 0 and least in gone) or (largest > 0 and largest in gone):
        return None
    return min(least, float(new.min())), max(largest, float(new.max()))


def part_of(shared: SharedPicture, box: Box, name: str) -> SharedPicture:
    """Return a part of the picture, ``name`` being what a part of a drawing is called.

    Raises
    ------
    CnnvizError
        ``crop_empty`` or ``crop_outside``.
    """
    if shared.numbers_chw is not None:
        numbers_chw = crop_chw(shared.numbers_chw, box)
        return _numbers_after(shared, numbers_chw, "cropped")
    return _after(shared, crop(shared.picture, box), "cropped", name)


def in_size(
    shared: SharedPicture, size_hw: tuple[int, int], method: Method, name: str
) -> SharedPicture:
    """Return the picture with another height and width; typed numbers are not rounded.

    Raises
    ------
    CnnvizError
        ``size_too_small`` or ``size_too_large``.
    """
    if shared.numbers_chw is not None:
        numbers_chw = resize_chw(shared.numbers_chw, size_hw, method)
        return _numbers_after(shared, numbers_chw, "resized")
    return _after(shared, resize(shared.picture, size_hw, method), "resized", name)


def as_numbers(
    shared: SharedPicture,
    size_hw: tuple[int, int],
    colour: Colour,
    value_range: ValueRange,
) -> SharedPicture:
    """Return the picture as a small grid of numbers: means, on the scale of now."""
    given = lab_input(InputQuestion(shared, colour, value_range))
    if given.size_hw == size_hw:
        return numbers_picture(given.values_chw.astype(np.float32), shared.picture.name)
    numbers_chw = given.values_chw.astype(np.float32, copy=False)
    return numbers_picture(resize_chw(numbers_chw, size_hw, "box"), shared.picture.name)


def _after(shared: SharedPicture, new: Picture, edit: Edit, name: str) -> SharedPicture:
    """Return a picture that was cut or resized; a drawing is none any more."""
    origin: Origin = shared.origin
    if origin == "drawing":
        new, origin = replace(new, name=name), "file"
    return SharedPicture(new, origin, edits=_with(shared.edits, edit))


def _numbers_after(
    shared: SharedPicture, numbers_chw: NDArray[np.float32], edit: Edit
) -> SharedPicture:
    new = numbers_picture(numbers_chw, shared.picture.name)
    return replace(new, edits=_with(shared.edits, edit))


def _with(edits: tuple[Edit, ...], edit: Edit) -> tuple[Edit, ...]:
    return edits if edit in edits else (*edits, edit)
