"""Shared pictures made from others: a cell changed, a part, another size, a grid."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.images.numbers.typed_numbers import as_levels
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
from cnnviz.state.picture.shared_picture import Edit, SharedPicture

Cell = tuple[int, int, int]
"""Channel, row and column, counted from 0."""

Start = Literal["zeros", "counting", "digits", "picture"]
"""What a new grid holds: 0, 0 1 2 ..., random digits, or the picture of now."""

_WHITE: Final = 255


def numbers_picture(numbers_chw: NDArray[np.float32], name: str = "") -> SharedPicture:
    """Return typed numbers as the picture: other pages see them as grey levels."""
    picture = Picture(as_levels(numbers_chw), name)
    return SharedPicture(picture, "numbers", numbers_chw=numbers_chw)


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


def with_edits(shared: SharedPicture, edits: Sequence[CellEdit]) -> SharedPicture:
    """Return the picture after edits, made one after the other.

    A picture on the scale 0..255 stays an ordinary one as long as whole numbers of that
    scale are typed. Any other number, or another scale, makes all of it typed numbers,
    and those it stays.
    """
    if not edits:
        return shared
    numbers_chw = None if shared.numbers_chw is None else shared.numbers_chw.copy()
    picture = replace(shared.picture, pixels_chw=shared.picture.pixels_chw.copy())
    for edit in edits:
        if numbers_chw is not None:
            numbers_chw[edit.cell] = edit.value
        elif edit.is_level:
            picture = picture.to_grey() if edit.colour == "grey" else picture
            picture.pixels_chw[edit.cell] = edit.value
        else:
            levels = SharedPicture(picture, "numbers")
            given = lab_input(InputQuestion(levels, edit.colour, edit.value_range))
            numbers_chw = given.values_chw.astype(np.float32, copy=False)
            numbers_chw[edit.cell] = edit.value
    if numbers_chw is None:
        return SharedPicture(picture, "numbers", edits=shared.edits)
    return replace(numbers_picture(numbers_chw, picture.name), edits=shared.edits)


def part_of(shared: SharedPicture, box: Box, name: str) -> SharedPicture:
    """Return a part of the picture, ``name`` being what a part of a drawing is called.

    Raises
    ------
    CnnvizError
        ``crop_empty`` or ``crop_outside``.
    """
    if shared.numbers_chw is None:
        new = SharedPicture(crop(shared.picture, box), shared.origin)
    else:
        numbers_chw = crop_chw(shared.numbers_chw, box)
        new = numbers_picture(numbers_chw, shared.picture.name)
    return _after(shared, new, "cropped", name)


def in_size(
    shared: SharedPicture, size_hw: tuple[int, int], method: Method, name: str
) -> SharedPicture:
    """Return the picture with another height and width; typed numbers are not rounded.

    Raises
    ------
    CnnvizError
        ``size_too_small`` or ``size_too_large``.
    """
    if shared.numbers_chw is None:
        new = SharedPicture(resize(shared.picture, size_hw, method), shared.origin)
    else:
        numbers_chw = resize_chw(shared.numbers_chw, size_hw, method)
        new = numbers_picture(numbers_chw, shared.picture.name)
    return _after(shared, new, "resized", name)


def as_numbers(
    shared: SharedPicture,
    size_hw: tuple[int, int],
    colour: Colour,
    value_range: ValueRange,
) -> SharedPicture:
    """Return the picture as a small grid of numbers: means, on the scale of now."""
    given = lab_input(InputQuestion(shared, colour, value_range))
    numbers_chw = given.values_chw.astype(np.float32, copy=False)
    small_chw = resize_chw(numbers_chw, size_hw, "box").copy()
    return numbers_picture(small_chw, shared.picture.name)


def _after(
    old: SharedPicture, new: SharedPicture, edit: Edit, name: str
) -> SharedPicture:
    """Note what was done to a picture; a drawing is none any more."""
    if new.origin == "drawing":
        new = SharedPicture(replace(new.picture, name=name), "file")
    edits = old.edits if edit in old.edits else (*old.edits, edit)
    return replace(new, edits=edits)
