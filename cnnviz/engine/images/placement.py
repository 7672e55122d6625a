"""A picture shifted, turned and scaled around its middle."""

from dataclasses import dataclass
from math import cos, radians, sin

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """Where a picture lies in its frame: first scaled and turned, then shifted.

    Attributes
    ----------
    down, right
        Pixels by which it is shifted; parts of a pixel count.
    degrees
        By how much it is turned, counterclockwise.
    scale
        How many times as large it is; above 0.
    """

    down: float = 0.0
    right: float = 0.0
    degrees: float = 0.0
    scale: float = 1.0


def placed(
    pixels: NDArray[np.uint8], placement: Placement, ground: int = 0
) -> NDArray[np.uint8]:
    """Return a picture at another place in its frame.

    Between pixels it is interpolated linearly. A picture made much smaller loses what
    falls between the pixels that are looked at.

    Parameters
    ----------
    pixels
        uint8, ``H x W`` or ``C x H x W``.
    placement
        Where it lies.
    ground
        The level of what comes in from outside the frame.

    Returns
    -------
    ndarray
        uint8, of the same shape.

    Examples
    --------
    >>> row = np.array([[10, 20, 30]], np.uint8)
    >>> placed(row, Placement(right=1)).tolist(), placed(row, Placement(right=-0.5)).tolist()
    ([[0, 10, 20]], [[15, 25, 15]])
    """
    if placement == Placement():
        return pixels
    *_, height, width = pixels.shape
    planes = [
        _placed_plane(plane_hw, placement, ground)
        for plane_hw in pixels.reshape(-1, height, width)
    ]
    return np.stack(planes).reshape(pixels.shape)


def _placed_plane(
    plane_hw: NDArray[np.uint8], placement: Placement, ground: int
) -> NDArray[np.uint8]:
    height, width = plane_hw.shape
    angle = radians(placement.degrees)
    along, across = cos(angle) / placement.scale, sin(angle) / placement.scale
    # Pillow asks for the way back: from each pixel to where it comes from.
    from_x = -width / 2 - placement.right
    from_y = -height / 2 - placement.down
    # A border of ground, so that the edge is interpolated as all the rest is.
    x = along * from_x - across * from_y + width / 2 + 1
    y = across * from_x + along * from_y + height / 2 + 1
    # In floating point: of bytes Pillow drops what is behind the point.
    plane = Image.fromarray(plane_hw.astype(np.float32))
    moved = ImageOps.expand(plane, 1, fill=ground).transform(
        (width, height),
        Image.Transform.AFFINE,
        (along, -across, x, across, along, y),
        Image.Resampling.BILINEAR,
        fillcolor=ground,
    )
    levels_hw: NDArray[np.uint8] = np.rint(np.asarray(moved)).astype(np.uint8)
    return levels_hw
