"""The picture as the lab works on it: which channels, on which scale."""

from dataclasses import dataclass
from typing import Final, Literal

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.images.colour_maps import to_indices
from cnnviz.engine.images.numbers.typed_numbers import display_range
from cnnviz.state.picture.shared_picture import SharedPicture

Colour = Literal["grey", "rgb"]
ValueRange = Literal["0..255", "0..1", "-1..1"]
InputPalette = Literal["grey", "diverging"]

RANGES: Final[dict[ValueRange, tuple[float, float]]] = {
    "0..255": (0.0, 255.0),
    "0..1": (0.0, 1.0),
    "-1..1": (-1.0, 1.0),
}


@dataclass(frozen=True, slots=True, eq=False)
class LabInput:
    """Numbers to work on, and how they are shown; compared by identity.

    Attributes
    ----------
    values_chw
        uint8 or float32, ``C x H x W``: what the operation reads.
    shown_chw
        uint8, the same shape: where each number lies between ``low`` and ``high``.
    palette
        ``diverging`` for typed numbers with negative ones among them, else ``grey``.
    low, high
        The numbers of index 0 and 255.
    names
        What the channels are called, where they are no picture's: maps of a layer.
    """

    values_chw: NDArray[np.uint8] | NDArray[np.float32]
    shown_chw: NDArray[np.uint8]
    palette: InputPalette
    low: float
    high: float
    names: tuple[str, ...] = ()

    @property
    def is_colour(self) -> bool:
        """Whether the channels are red, green and blue."""
        return self.channels == 3 and not self.names

    @property
    def channels(self) -> int:
        """How many: 1, 3 for red, green and blue, or the maps of a layer."""
        return len(self.values_chw)

    @property
    def size_hw(self) -> tuple[int, int]:
        """Height and width."""
        _, height, width = self.values_chw.shape
        return height, width


def feature_maps(
    values_chw: NDArray[np.float32], names: tuple[str, ...] = ()
) -> LabInput:
    """Return the maps of a layer as an input, all on one scale.

    Parameters
    ----------
    values_chw
        float32, ``C x H x W``: not copied, and not to be written to afterwards.
    names
        What the maps are called; by their numbers when empty.

    Examples
    --------
    >>> maps = feature_maps(np.array([[[-2.0, 1.0]]], np.float32), ("map 1",))
    >>> maps.palette, maps.low, maps.high
    ('diverging', -2.0, 2.0)
    """
    shown_chw = to_indices(values_chw, *display_range(values_chw))
    return _numbers(values_chw, shown_chw, names)


def _numbers(
    values_chw: NDArray[np.float32],
    shown_chw: NDArray[np.uint8],
    names: tuple[str, ...] = (),
) -> LabInput:
    low, high = display_range(values_chw)
    palette: InputPalette = "diverging" if low < 0 else "grey"
    return LabInput(values_chw, shown_chw, palette, low, high, names)


@dataclass(frozen=True, slots=True, eq=False)
class InputQuestion:
    """Which picture is to be worked on, and how."""

    shared: SharedPicture
    colour: Colour
    value_range: ValueRange


def is_quick(question: InputQuestion) -> bool:
    """Whether the answer takes far less than a frame, so that no thread is needed."""
    height, width = question.shared.picture.size_hw
    return height * width <= 65_536 or (
        question.shared.picture.is_grey
        and question.value_range == "0..255"
        and question.shared.numbers_chw is None
    )


def lab_input(question: InputQuestion) -> LabInput:
    """Return the numbers to work on; takes long for a large picture.

    Numbers that were typed are taken as they are, on no scale.
    """
    shared = question.shared
    if shared.numbers_chw is not None:
        return _numbers(shared.numbers_chw, shared.picture.pixels_chw)
    picture = shared.picture
    picture = picture.to_grey() if question.colour == "grey" else picture
    low, high = RANGES[question.value_range]
    levels = picture.pixels_chw
    values: NDArray[np.uint8] | NDArray[np.float32] = levels
    if question.value_range != "0..255":
        scale, start = np.float32((high - low) / 255), np.float32(low)
        scaled = levels.astype(np.float32)
        scaled *= scale
        scaled += start
        values = scaled
    return LabInput(values, levels, "grey", low, high)
