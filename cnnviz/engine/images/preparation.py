"""From ink to a 28 x 28 digit the MNIST way, every stage kept.

LeCun and others fitted each digit into 20 x 20 pixels, keeping its proportions, and
moved its centre of mass to the middle of 28 x 28. A network trained on MNIST reads a
drawing well only when the drawing went the same way.
"""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final, Literal

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.images.ink import ink_box, ink_of_grey
from cnnviz.engine.images.picture import Picture
from cnnviz.engine.images.sheet import only_sheet
from cnnviz.engine.images.spots import Box, WithoutSpots, without_spots

DIGIT_SIZE: Final = 28
FIT_SIZE: Final = 20

# Measured on MNIST's 60,000 training pictures: their centres of mass lie evenly between
# 13.5 and 14.5, so the makers aimed at pixel 14 and moved by whole pixels.
MIDDLE: Final = 14.0

# Of MNIST's 70,000 digits the longer side is 19 or 20, and no centre of mass is further
# than 0.51 from the middle. What lies otherwise is no ready digit.
READY_SIZES: Final = range(2)
READY_SHIFT: Final = 0.75

# Colours are told apart by one channel where the grey levels have less than this part
# of that channel's contrast.
GREY_IS_ENOUGH: Final = 0.5

# A photograph is first reduced to about this many pixels a side: a digit needs 20.
LARGEST_SIDE: Final = 640


Stage = Literal["spots", "crop", "fit", "smooth", "range", "centre"]

STAGES: Final[tuple[Stage, ...]] = (
    "spots",
    "crop",
    "fit",
    "smooth",
    "range",
    "centre",
)
"""In their order: spots are left out, the ink is cut out, fitted into 20 x 20, with smooth
edges, its strongest ink made full, and moved by its centre of mass."""


@dataclass(frozen=True, slots=True, eq=False)
class Preparation:
    """The stages between ink and what a network is shown; all arrays are uint8.

    Attributes
    ----------
    ink_hw
        The ink that was looked at: 0 paper, 255 full ink.
    box
        Top, left, height and width of the smallest box in ``ink_hw`` round the ink.
    cropped_hw
        What the box holds.
    rough_hw, smooth_hw
        The crop fitted into 20 x 20: its longer side is 20. The first has one pixel of
        the crop in each of its own, the second, anti-aliased, their mean.
    fitted_hw
        The same, its strongest ink made full ink.
    digit_hw
        28 x 28: the fitted digit with its centre of mass in the middle.
    shift
        Rows down and columns right by which the centre of mass moved the digit away
        from the place where its box would be central.
    spots
        Boxes in ``ink_hw`` round what was left out: far from the digit, small beside it.
    """

    ink_hw: NDArray[np.uint8]
    box: Box
    cropped_hw: NDArray[np.uint8]
    rough_hw: NDArray[np.uint8]
    smooth_hw: NDArray[np.uint8]
    fitted_hw: NDArray[np.uint8]
    digit_hw: NDArray[np.uint8]
    shift: tuple[int, int]
    spots: tuple[Box, ...] = ()

    @property
    def is_ready(self) -> bool:
        """Whether the ink was a ready digit, taken as it is."""
        return self.digit_hw is self.ink_hw


def prepare_drawing(
    ink_hw: NDArray[np.uint8],
    without: Collection[Stage] = (),
    *,
    keep_spots: bool = False,
) -> Preparation:
    """Prepare ink of any size the MNIST way.

    Parameters
    ----------
    ink_hw
        uint8, H x W: 0 is paper, 255 full ink.
    without
        Stages to leave out, to see what they are worth. Without ``crop`` the whole sheet
        goes on; without ``fit`` the sheet's own scale is kept, its longer side 28;
        without ``smooth`` each pixel is one of the many that it covers; without
        ``range`` the ink stays as faint as it has become; without ``centre`` the middle
        of the box lies in the middle.
    keep_spots
        Leave nothing out: the eyes of a face are spots beside its mouth, those of a digit
        are specks.

    Returns
    -------
    Preparation
        Every stage; ``digit_hw`` is what a network is shown.

    Raises
    ------
    CnnvizError
        ``drawing_empty`` when there is no ink, or none is left.

    Examples
    --------
    A bar of 100 x 20 pixels becomes one of 20 x 4, wherever it was drawn:

    >>> ink_hw = np.zeros((280, 280), dtype=np.uint8)
    >>> ink_hw[30:130, 200:220] = 255
    >>> preparation = prepare_drawing(ink_hw)
    >>> preparation.box, preparation.fitted_hw.shape, preparation.digit_hw.shape
    ((30, 200, 100, 20), (20, 4), (28, 28))
    """
    return _staged(ink_hw, {*without, "spots"} if keep_spots else without)


def prepare_picture(picture: Picture, *, keep_spots: bool = False) -> Preparation:
    """Find the ink of a picture and prepare it the MNIST way.

    A grey picture of 28 x 28 with a dark border is a ready digit, as in MNIST, and is
    taken as it is. Any other picture may have dark ink on light paper or light ink on
    dark paper, in colour or grey, and may be a photograph of a faint drawing.

    Parameters
    ----------
    picture
        Any size.
    keep_spots
        As for `prepare_drawing`.

    Returns
    -------
    Preparation
        Every stage; ``ink_hw`` of a large picture is reduced to 640 a side or less.

    Raises
    ------
    CnnvizError
        ``drawing_empty`` when nothing stands out from the paper.

    Examples
    --------
    >>> page_hw = np.full((100, 100), 230, dtype=np.uint8)
    >>> page_hw[20:80, 45:55] = 40
    >>> prepare_picture(Picture(page_hw[np.newaxis], "one")).box
    (20, 45, 60, 10)
    """
    grey_hw = picture.to_grey().pixels_chw[0]
    if picture.is_grey and _is_ready_digit(grey_hw):
        return _as_it_is(grey_hw)
    grey_hw = _reduce(grey_hw)
    if not picture.is_grey:
        grey_hw = _with_contrast(grey_hw, picture.pixels_chw)
    without: tuple[Stage, ...] = ("spots",) if keep_spots else ()
    return _staged(ink_of_grey(only_sheet(grey_hw)), without)


def reduce_drawing(ink_hw: NDArray[np.uint8]) -> Picture:
    """Return a drawing as a 28 x 28 picture: each pixel is the mean of its block.

    Parameters
    ----------
    ink_hw
        uint8, H x W, both multiples of 28, such as the 280 x 280 of the draw pad.

    Examples
    --------
    >>> reduce_drawing(np.full((280, 280), 10, dtype=np.uint8)).pixels_chw.shape
    (1, 28, 28)
    """
    rows, columns = (side // DIGIT_SIZE for side in ink_hw.shape)
    # An axis at a time, in whole numbers: a sixth of the time, at every movement of a pen.
    sums_hw = ink_hw.reshape(DIGIT_SIZE, rows, -1).sum(axis=1, dtype=np.uint32)
    sums_hw = sums_hw.reshape(DIGIT_SIZE, DIGIT_SIZE, columns).sum(axis=2)
    means_hw = np.rint(sums_hw / (rows * columns))
    return Picture(means_hw.astype(np.uint8)[np.newaxis], "drawing")


def centre_of_mass(ink_hw: NDArray[np.uint8]) -> tuple[float, float]:
    """Return the row and column, from 0 and parts of a pixel, where ink has its middle.

    Examples
    --------
    >>> centre_of_mass(np.array([[0, 0, 0], [0, 9, 9]], np.uint8))
    (1.0, 1.5)
    """
    levels_hw = ink_hw.astype(np.float64)
    return _middle(levels_hw.sum(axis=1)), _middle(levels_hw.sum(axis=0))


def _fit(
    cropped_hw: NDArray[np.uint8], scale: float, *, smooth: bool
) -> NDArray[np.uint8]:
    """Resize by a factor: the mean of what a pixel covers, or one pixel of it."""
    height, width = cropped_hw.shape
    size_wh = (max(1, round(width * scale)), max(1, round(height * scale)))
    # Reduced, each pixel is the mean of what it covers: of Pillow's filters this one
    # brings MNIST's own digits back most exactly. Enlarged, it would show blocks.
    how = Image.Resampling.BOX if scale <= 1 else Image.Resampling.BILINEAR
    how = how if smooth else Image.Resampling.NEAREST
    return np.asarray(Image.fromarray(cropped_hw).resize(size_wh, how))


def _with_full_ink(fitted_hw: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Make the strongest ink full ink."""
    levels_hw = fitted_hw.astype(np.float32)
    # Every MNIST digit reaches full ink. A line of one pixel would fade to nearly
    # nothing when it is reduced; this brings it back.
    strongest = max(1.0, float(levels_hw.max()))
    return np.asarray(np.rint(levels_hw * (255.0 / strongest)), np.uint8)


def _centre(
    fitted_hw: NDArray[np.uint8], *, by_mass: bool
) -> tuple[NDArray[np.uint8], tuple[int, int]]:
    """Place a fitted digit; return it and how far its centre of mass moved it."""
    height, width = fitted_hw.shape
    top, left = (DIGIT_SIZE - height) // 2, (DIGIT_SIZE - width) // 2
    if by_mass:
        ink = fitted_hw.astype(np.float64)
        top, left = _place(ink.sum(axis=1)), _place(ink.sum(axis=0))
    digit_hw = np.zeros((DIGIT_SIZE, DIGIT_SIZE), dtype=np.uint8)
    digit_hw[top : top + height, left : left + width] = fitted_hw
    return digit_hw, _shift((top, left), fitted_hw)


def _place(ink_n: NDArray[np.float64]) -> int:
    """Return where to start so that the centre of mass is in the middle, no ink lost."""
    return min(max(round(MIDDLE - _middle(ink_n)), 0), DIGIT_SIZE - len(ink_n))


def _middle(ink_n: NDArray[np.float64]) -> float:
    """Return where the centre of mass is."""
    return float(ink_n @ np.arange(len(ink_n))) / float(ink_n.sum())


def _shift(corner: tuple[int, int], fitted_hw: NDArray[np.uint8]) -> tuple[int, int]:
    """Return how far a digit lies from where its box would be central."""
    (top, left), (height, width) = corner, fitted_hw.shape
    return top - (DIGIT_SIZE - height) // 2, left - (DIGIT_SIZE - width) // 2


def _is_ready_digit(grey_hw: NDArray[np.uint8]) -> bool:
    """Return whether ink lies as in MNIST: fitted in 20 x 20, its mass in the middle."""
    if grey_hw.shape != (DIGIT_SIZE, DIGIT_SIZE) or not grey_hw.any():
        return False
    *_, height, width = ink_box(grey_hw)
    ink_hw = grey_hw.astype(np.float64)
    masses = ink_hw.sum(axis=1), ink_hw.sum(axis=0)
    return FIT_SIZE - max(height, width) in READY_SIZES and all(
        abs(_middle(mass) - MIDDLE) <= READY_SHIFT for mass in masses
    )


def _as_it_is(digit_hw: NDArray[np.uint8]) -> Preparation:
    """Return a ready digit, as which all stages show it."""
    box = top, left, height, width = ink_box(digit_hw)
    only_hw = digit_hw[top : top + height, left : left + width]
    shift = _shift((top, left), only_hw)
    stages = only_hw, only_hw, only_hw, only_hw
    return Preparation(digit_hw, box, *stages, digit_hw, shift)


def _staged(ink_hw: NDArray[np.uint8], without: Collection[Stage] = ()) -> Preparation:
    """Return every stage."""
    only = without_spots(ink_hw) if "spots" not in without else WithoutSpots(ink_hw)
    box = ink_box(only.ink_hw)
    if "crop" in without:
        box = (0, 0, *ink_hw.shape)
    top, left, height, width = box
    cropped_hw = only.ink_hw[top : top + height, left : left + width]
    scale = FIT_SIZE / max(height, width)
    if "fit" in without:
        scale = DIGIT_SIZE / max(ink_hw.shape)
    rough_hw, smooth_hw = (
        _fit(cropped_hw, scale, smooth=smooth) for smooth in (False, True)
    )
    fitted_hw = rough_hw if "smooth" in without else smooth_hw
    if "range" not in without:
        fitted_hw = _with_full_ink(fitted_hw)
    if not fitted_hw.any():  # a few faint dots far apart: reduced, nothing is left
        raise CnnvizError("drawing_empty")
    digit_hw, shift = _centre(fitted_hw, by_mass="centre" not in without)
    stages = cropped_hw, rough_hw, smooth_hw, fitted_hw
    return Preparation(ink_hw, box, *stages, digit_hw, shift, only.spots)


def _with_contrast(
    grey_hw: NDArray[np.uint8], pixels_chw: NDArray[np.uint8]
) -> NDArray[np.uint8]:
    """Return the grey levels, or a channel of colour where ink is seen far better.

    Red ink on green paper can be as light as the paper is.
    """
    channels = [_reduce(channel_hw) for channel_hw in pixels_chw]
    best_hw = max(channels, key=_contrast)
    is_better = _contrast(grey_hw) < GREY_IS_ENOUGH * _contrast(best_hw)
    return best_hw if is_better else grey_hw


def _contrast(grey_hw: NDArray[np.uint8]) -> float:
    """Return how far the levels go; a few pixels do not count."""
    few, most = np.percentile(grey_hw, (0.5, 99.5))
    return float(most - few)


def _reduce(grey_hw: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return a large picture at a whole fraction of its size, by block means."""
    factor = -(-max(grey_hw.shape) // LARGEST_SIDE)
    if factor == 1:
        return grey_hw
    return np.asarray(Image.fromarray(grey_hw).reduce(factor))
