"""Batches of pictures changed at random, by a generator of their own.

What is drawn for a picture is how far it is changed; then all pictures of a batch are
changed at once. Everything that moves pixels (turn, shift, zoom, lean, bend, mirror) is
one map from each place of the result to a place of the picture, so that it is sampled
once and blurred once.
"""

import functools
import math
from typing import Final

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn.functional import grid_sample

from cnnviz.engine.training.data.augmentation import LOTS, Augmentation

_NEIGHBOURHOOD: Final = 5.0
"""Pixels over which a bend is much the same, unless the picture is large."""

_MOST_KNOTS: Final = 8
"""Places along a side for which a bend is drawn."""


class Augmenter:
    """Changes batches; what it draws depends on nothing but its seed and its past.

    Parameters
    ----------
    augmentation
        How far.
    seed
        0 up to but not including 2**63.
    """

    def __init__(self, augmentation: Augmentation, seed: int) -> None:
        self._augmentation = augmentation
        self._lots = torch.Generator().manual_seed(seed ^ LOTS)

    def __call__(self, pictures: Tensor) -> Tensor:
        """Return a batch changed, and draw for the next.

        Parameters
        ----------
        pictures
            uint8, ``N x H x W`` or ``N x C x H x W``; left as it is.

        Returns
        -------
        Tensor
            float32 from 0 to 255 of the same shape; the very same tensor where nothing
            is to be changed, and then nothing is drawn.
        """
        asked = self._augmentation
        if not asked.changes:
            return pictures
        shape = pictures.shape
        height, width = shape[-2:]
        changed = pictures.reshape(len(pictures), -1, height, width).float()
        if asked.moves:
            changed = moved(changed, self._places(len(pictures), height, width))
        if asked.thickness:
            amounts_n = asked.thickness * self._either_way(len(pictures))
            changed = thickened(changed, amounts_n.to(changed.device))
        if asked.erase:
            boxes_n = self._boxes(len(pictures), height, width)
            changed = erased(changed, boxes_n.to(changed.device))
        if asked.noise:
            drawn = torch.randn(changed.shape, generator=self._lots)
            changed = changed.add_(drawn.to(changed.device), alpha=255 * asked.noise)
        return changed.clamp_(0, 255).reshape(shape)

    def chance(self) -> Tensor:
        """Return where its generator is, to go on from there."""
        return self._lots.get_state()

    def go_on(self, chance: Tensor) -> None:
        """Draw what would have been drawn after `chance`."""
        self._lots.set_state(chance)

    def _either_way(self, count: int) -> Tensor:
        """Draw numbers from -1 to 1."""
        return torch.rand(count, generator=self._lots).mul_(2).sub_(1)

    def _places(self, count: int, height: int, width: int) -> Tensor:
        """Draw from where each pixel is taken, ``N x H x W x 2``."""
        asked = self._augmentation
        rotate, across, down, zoom, shear = (
            amount * self._either_way(count) if amount else torch.zeros(count)
            for amount in (
                math.radians(asked.rotate),
                asked.shift,
                asked.shift,
                asked.zoom,
                math.radians(asked.shear),
            )
        )
        mirror = torch.zeros(count, dtype=torch.bool)
        if asked.mirror:
            mirror = torch.rand(count, generator=self._lots) < asked.mirror
        places = affine_places(
            (height, width), rotate, torch.stack((across, down), 1), zoom, shear, mirror
        )
        if asked.elastic:
            spread = _spread(height, width)
            drawn = torch.randn((2 * count, len(spread)), generator=self._lots)
            bends = (drawn @ spread).view(2, count, height, width)
            places.add_(bends.permute(1, 2, 3, 0), alpha=asked.elastic)
        return places

    def _boxes(self, count: int, height: int, width: int) -> Tensor:
        """Draw a rectangle a picture: first row and column, and those after its last."""
        sides = torch.tensor([height, width], dtype=torch.float32)
        drawn = torch.rand((2, count, 2), generator=self._lots)
        lengths = (drawn[0] * self._augmentation.erase * sides).round()
        begin = (drawn[1] * (sides - lengths + 1)).floor()
        return torch.cat((begin, begin + lengths), 1)


def affine_places(
    size_hw: tuple[int, int],
    rotate_n: Tensor,
    shift_n2: Tensor,
    zoom_n: Tensor,
    shear_n: Tensor,
    mirror_n: Tensor,
) -> Tensor:
    """Return from where each pixel of a changed picture is taken.

    A picture is mirrored, made larger, leant, turned about its middle and shifted, in
    this order.

    Parameters
    ----------
    size_hw
        Rows and columns.
    rotate_n, shear_n
        Radians: clockwise, and upright lines to the left at the top.
    shift_n2
        Pixels to the right and down.
    zoom_n
        0.1 makes it a tenth larger.
    mirror_n
        Whether left and right are exchanged.

    Returns
    -------
    Tensor
        ``N x H x W x 2``: column and row, from the middle, in pixels.
    """
    height, width = size_hw
    cos, sin, lean = rotate_n.cos(), rotate_n.sin(), shear_n.tan()
    # Backwards: shifted back, turned back, upright again, smaller again, mirrored again.
    size = 1 / (1 + zoom_n)
    side = torch.where(mirror_n, -size, size)
    column = torch.stack((cos + lean * sin, sin - lean * cos), 1) * side[:, None]
    row = torch.stack((-sin, cos), 1) * size[:, None]
    matrices = torch.stack((column, row), 1)
    back = -(matrices @ shift_n2[:, :, None])
    # What a column adds, and what a row does: fewer sums than a product for each pixel.
    by_column = matrices[:, :, :1] * _middle(width) + back
    by_row = matrices[:, :, 1:] * _middle(height)
    places = torch.empty((len(matrices), height, width, 2))
    for axis in (0, 1):
        torch.add(
            by_column[:, axis, None, :], by_row[:, axis, :, None], out=places[..., axis]
        )
    return places


def moved(pictures: Tensor, places: Tensor) -> Tensor:
    """Return pictures whose pixels are taken from other places, or from between them.

    Beyond a grey picture there is paper (0); beyond one in colour its border goes on.

    Parameters
    ----------
    pictures
        float32, ``N x C x H x W``.
    places
        As `affine_places` returns them.
    """
    height, width = pictures.shape[-2:]
    scale = torch.tensor([2 / width, 2 / height])
    beyond = "zeros" if pictures.shape[1] == 1 else "border"
    grid = (places * scale).to(pictures.device)
    return grid_sample(pictures, grid, padding_mode=beyond, align_corners=False)


def thickened(pictures: Tensor, amounts_n: Tensor) -> Tensor:
    """Return pictures whose bright parts have grown by so many pixels, or shrunk.

    By a pixel, each becomes the brightest of itself and its four neighbours (the
    darkest, to shrink); by half a pixel, half of the way there.
    """
    signs = torch.where(amounts_n < 0, -1.0, 1.0)[:, None, None, None]
    left = amounts_n.abs()[:, None, None, None]
    grown = pictures * signs
    for _ in range(math.ceil(float(left.max()) if len(left) else 0)):
        brightest = grown.clone()
        for axis in (2, 3):
            length = grown.shape[axis] - 1
            for there, here in ((0, 1), (1, 0)):
                part = brightest.narrow(axis, there, length)
                torch.maximum(part, grown.narrow(axis, here, length), out=part)
        grown = torch.lerp(grown, brightest, left.clamp(0, 1))
        left = left - 1
    return grown * signs


def erased(pictures: Tensor, boxes_n4: Tensor) -> Tensor:
    """Return pictures with a rectangle of 0 each: first row and column, and the ends."""
    height, width = pictures.shape[-2:]
    top, left, bottom, right = boxes_n4[:, :, None, None].unbind(1)
    rows = torch.arange(height, device=pictures.device)[None, :, None]
    columns = torch.arange(width, device=pictures.device)[None, None, :]
    inside = (rows >= top) & (rows < bottom) & (columns >= left) & (columns < right)
    return pictures.masked_fill(inside[:, None], 0)


def preview(
    picture: NDArray[np.uint8], augmentation: Augmentation, seed: int, count: int
) -> NDArray[np.uint8]:
    """Return one picture changed in several ways, as a run with that seed might.

    Parameters
    ----------
    picture
        uint8, ``H x W`` or ``C x H x W``.
    seed
        The same gives the same ways, however many.
    count
        How many.

    Returns
    -------
    ndarray
        uint8, ``count`` times the shape of the picture.
    """
    change, ways = Augmenter(augmentation, seed), []
    # One by one, so that more of them begin with the same ones.
    for _ in range(count):
        one = change(torch.tensor(picture)[None])
        ways.append(one.round().to(torch.uint8).numpy()[0])
    return np.stack(ways) if ways else np.empty((0, *picture.shape), np.uint8)


def _middle(count: int) -> Tensor:
    """Return where cells lie, from the middle of all of them."""
    return torch.arange(count, dtype=torch.float32) - (count - 1) / 2


@functools.lru_cache(maxsize=4)
def _spread(height: int, width: int) -> Tensor:
    """Return how numbers drawn for few places spread over all cells, ``few x H * W``.

    Smoothly, and so that what comes of independent numbers of standard deviation 1 has
    it too, everywhere.
    """
    down_kh, across_kw = (_bells(side) for side in (height, width))
    return torch.kron(down_kh, across_kw)


def _bells(count: int) -> Tensor:
    """Return a smooth bump for each of a few places along a side, ``few x count``."""
    few = min(_MOST_KNOTS, max(2, round(count / _NEIGHBOURHOOD) + 1))
    knots: Tensor = torch.linspace(0, count - 1, few)[:, None]
    step = max(1.0, (count - 1) / (few - 1))
    bells = torch.exp(-(((torch.arange(count) - knots) / step) ** 2))
    return torch.div(bells, (bells**2).sum(dim=0).sqrt())
