"""Shared pictures made from others: a cell changed, a part, another size, a grid."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final, Literal

import numpy as np
from numpy.typing import NDArray

from cnnviz.control.lab_input import Colour, InputQuestion, ValueRange, lab_input
from cnnviz.control.shared_picture import Edit, Origin, SharedPicture
from cnnviz.errors import CnnvizError
from cnnviz.images.colour_maps import to_indices
from cnnviz.images.picture import Picture
from cnnviz.images.resizing import Box, Method, crop, crop_chw, resize, resize_chw
from cnnviz.images.typed_numbers import MOST_NUMBERS, as_levels, display_range

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


def check_typing(shared: SharedPicture) -> None:
    """Refuse a picture of which each change would take longer than a frame.

    Raises
    ------
    CnnvizError
        ``picture_too_large_to_type``.
    """
    height, width = shared.picture.size_hw
    if height * width > MOST_NUMBERS:
        raise CnnvizError(
            "picture_too_large_to_type", height=height, width=width, limit=MOST_NUMBERS
        )


def with_number(
    shared: SharedPicture,
    cell: Cell,
    value: float,
    colour: Colour = "grey",
    value_range: ValueRange = "0..255",
) -> SharedPicture:
    """Return the picture with one number changed; the same one when it was that before.

    A picture on the scale 0..255 stays an ordinary one as long as whole numbers of that
    scale are typed. Any other number, or another scale, makes all of it typed numbers.

    Parameters
    ----------
    shared
        The picture of now.
    cell, value
        Where, and what; on the scale that is worked on.
    colour, value_range
        How the picture is worked on: a colour picture that is walked in grey becomes
        grey, for the number was typed among grey levels.

    Raises
    ------
    CnnvizError
        ``picture_too_large_to_type``.
    """
    check_typing(shared)
    if shared.numbers_chw is not None:
        return _with_typed(shared, shared.numbers_chw, cell, value)
    given = lab_input(InputQuestion(shared, colour, value_range))
    if given.values_chw[cell] == np.float32(value):
        return shared
    is_level = float(value).is_integer() and 0 <= value <= _WHITE
    if given.values_chw.dtype == np.uint8 and is_level:
        levels_chw = given.values_chw.astype(np.uint8)
        levels_chw[cell] = int(value)
        picture = replace(shared.picture, pixels_chw=levels_chw)
        return SharedPicture(picture, "numbers", edits=shared.edits)
    numbers_chw = given.values_chw.astype(np.float32)
    numbers_chw[cell] = value
    new = numbers_picture(numbers_chw, shared.picture.name)
    return replace(new, edits=shared.edits)


def _with_typed(
    shared: SharedPicture, old_chw: NDArray[np.float32], cell: Cell, value: float
) -> SharedPicture:
    """Return typed numbers with another one."""
    if old_chw[cell] == np.float32(value):
        return shared
    return with_cells(shared, {cell: value})


def is_typed_further(old: SharedPicture, new: SharedPicture) -> bool:
    """Whether `with_cells` makes a picture with a changed cell from the one before."""
    if old.numbers_chw is not None:
        return new.numbers_chw is not None and new.origin == old.origin
    return (
        new.numbers_chw is None
        and old.origin == new.origin == "numbers"
        and old.picture.pixels_chw.shape == new.picture.pixels_chw.shape
    )


def with_cells(shared: SharedPicture, cells: Mapping[Cell, float]) -> SharedPicture:
    """Return typed numbers (or levels that were typed) with some others.

    The levels that show the other numbers are kept, unless the range has changed.
    """
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
    low, high = display_range(numbers_chw)
    if (low, high) == display_range(old_chw):
        levels_chw = shared.picture.pixels_chw.copy()
        levels_chw[places] = to_indices(values, low, high)
    else:
        levels_chw = to_indices(numbers_chw, low, high)
    picture = replace(shared.picture, pixels_chw=levels_chw)
    return replace(shared, picture=picture, numbers_chw=numbers_chw)


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
