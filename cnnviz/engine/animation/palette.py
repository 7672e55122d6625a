"""One palette for all frames of a GIF, which has room for 256 colours."""

from collections import Counter
from collections.abc import Iterable
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image

SEE_THROUGH: Final = 255
"""The entry that stands for no colour; those before it are colours."""

_EXACT: Final = 96
"""The colours seen most (grounds, black, white, common levels) are kept as they are."""

_ALL_COLOURS: Final = 1 << 24


class Palette:
    """At most 255 colours, and the nearest of them for any other.

    Pillow finds it for boxes of 64 colours at once, which turns white into nearly white;
    here each colour of the animation is looked for once.

    Parameters
    ----------
    colours
        Red, green and blue, ``N x 3``.
    """

    def __init__(self, colours: NDArray[np.int64]) -> None:
        self._rgb = colours
        self._entry_of = np.full(_ALL_COLOURS, SEE_THROUGH, np.uint8)

    @property
    def table(self) -> bytes:
        """All 256 entries, three bytes each."""
        return self._rgb.astype(np.uint8).tobytes().ljust(3 * 256, b"\0")

    def indexed(self, frame: Image.Image) -> Image.Image:
        """Return a frame of mode ``RGB`` in mode ``P``."""
        packed = _packed(frame)
        entries = self._entry_of[packed]
        if (new := entries == SEE_THROUGH).any():
            colours = np.unique(packed[new])
            for part in np.array_split(colours, len(colours) // 4096 + 1):
                self._entry_of[part] = self._nearest(part)
            entries = self._entry_of[packed]
        image = Image.fromarray(entries)
        image.putpalette(self.table)  # turns levels of grey into entries
        return image

    def _nearest(self, colours: NDArray[np.int64]) -> NDArray[np.uint8]:
        difference = _channels(colours)[:, np.newaxis] - self._rgb
        nearest = (difference**2).sum(axis=2).argmin(axis=1)
        return np.asarray(nearest, np.uint8)


def palette_of(frames: Iterable[Image.Image]) -> Palette:
    """Return a palette that suits some frames.

    Colours are covered evenly, however rare: the hue of a weight is a few pixels.
    """
    counted: Counter[int] = Counter()
    for frame in frames:
        colours, counts = np.unique(_packed(frame), return_counts=True)
        counted.update(dict(zip(colours.tolist(), counts.tolist(), strict=True)))
    ranked = _channels(np.array([colour for colour, _ in counted.most_common()]))
    if len(ranked) > SEE_THROUGH:
        few = _covering(ranked[_EXACT:], SEE_THROUGH - _EXACT)
        ranked = np.concatenate([ranked[:_EXACT], few])
    return Palette(ranked)


def _covering(colours: NDArray[np.int64], count: int) -> NDArray[np.int64]:
    """Return so many colours that each of the given ones has one near it."""
    row = Image.fromarray(colours[np.newaxis].astype(np.uint8))
    few = row.quantize(count, Image.Quantize.MAXCOVERAGE).getpalette() or []
    return np.array(few[: 3 * count]).reshape(-1, 3)


def _packed(frame: Image.Image) -> NDArray[np.int64]:
    red, green, blue = np.moveaxis(np.asarray(frame, np.int64), 2, 0)
    return np.asarray((red << 16) | (green << 8) | blue)


def _channels(colours: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return red, green and blue of numbers ``0xRRGGBB``: ``N x 3``."""
    return np.stack([colours >> 16, (colours >> 8) & 255, colours & 255], axis=1)
