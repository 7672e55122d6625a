"""TIFF pictures, read from what their tags say of the samples."""

from dataclasses import replace
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.images.files.pixel_modes import lay_on_white
from cnnviz.engine.images.files.tiff_bytes import is_of_bytes
from cnnviz.engine.images.files.tiff_segments import has_readable_depth, read_samples
from cnnviz.engine.images.files.tiff_tags import TiffTags
from cnnviz.engine.images.grey_scale import (
    GreyScale,
    full_scale,
    guessed_scale,
    stretched,
    to_bytes,
)

WHITE_IS_ZERO: Final = 0
BLACK_IS_ZERO: Final = 1
RGB: Final = 2
PALETTE: Final = 3
CMYK: Final = 5

_COLOURS: Final = {WHITE_IS_ZERO: 1, BLACK_IS_ZERO: 1, RGB: 3, PALETTE: 1, CMYK: 4}
"""How many samples are colours, for what a file says that they mean."""

_MULTIPLIED: Final = 1
_ALPHA: Final = (_MULTIPLIED, 2)


def is_for_pillow(tags: TiffTags) -> bool:
    """Return whether samples are kept in a way that only Pillow knows.

    JPEG, fax, YCbCr and the like have 8 bits at most, which it reads as they are meant.
    Elsewhere it would round what is deeper, or take the wrong sign, order or colours.
    """
    if tags.photometric == PALETTE and tags.bits > 16:
        return True
    return not is_of_bytes(tags.compression) or _photometric(tags) not in _COLOURS


def check_kind(tags: TiffTags, name: str) -> None:
    """Refuse samples that nobody here can read, and say which they are.

    Raises
    ------
    CnnvizError
        ``tiff_compression``, ``tiff_colours``, ``tiff_depth``, or ``picture_damaged``
        where a palette is not as long as it must be.
    """
    if not is_of_bytes(tags.compression):
        raise CnnvizError("tiff_compression", file=name, compression=tags.compression)
    colours = _COLOURS.get(_photometric(tags))
    if colours is None or tags.samples < colours:
        raise CnnvizError(
            "tiff_colours",
            file=name,
            photometric=_photometric(tags),
            samples=tags.samples,
        )
    if not has_readable_depth(tags):
        raise CnnvizError(
            "tiff_depth",
            file=name,
            bits=tags.bits or ", ".join(map(str, tags.all_bits)),
            format=tags.sample_format,
            predictor=tags.predictor,
        )
    if tags.photometric == PALETTE and len(tags.palette) != 3 * 2**tags.bits:
        raise CnnvizError("picture_damaged", file=name)


def read_tiff(
    data: bytes, tags: TiffTags, *, stretch: bool = False
) -> tuple[NDArray[np.uint8], GreyScale]:
    """Return the pixels, ``H x W x C``, and the scale that made bytes of them.

    There is one channel where the picture is grey, three for colours, and four for
    printing inks. What is transparent lies on white. Of a dark picture ``stretch``
    makes the brightest number white.

    Raises
    ------
    ValueError
        When a strip or tile is missing or too short.
    """
    samples_hwc = read_samples(data, tags)
    photometric = _photometric(tags)
    count = _COLOURS[photometric]
    colours = np.ascontiguousarray(samples_hwc[..., :count])
    if photometric == PALETTE:
        colours = _looked_up(colours[..., 0], tags)
    scale = _scale(colours, tags)
    scale = stretched(scale) if stretch else scale
    pixels = to_bytes(colours, scale)
    if photometric == WHITE_IS_ZERO:
        np.subtract(255, pixels, out=pixels)
    kind = _alpha_kind(tags, count)
    if kind is not None:
        alpha = to_bytes(samples_hwc[..., count], _alpha_scale(tags))
        if alpha.any():  # none anywhere says nothing
            for row, seen in zip(pixels, alpha, strict=True):
                lay_on_white(row, seen, is_multiplied=kind == _MULTIPLIED)
    return pixels, scale


def _looked_up(indices_hw: NDArray[Any], tags: TiffTags) -> NDArray[np.uint16]:
    """Return the colours of a palette; one channel where all that are used are grey."""
    palette = np.array(tags.palette, np.uint16).reshape(3, -1).T
    # Many a program writes 8 bits only, as the low byte or as the high one.
    if palette.max() < 256:
        palette = palette * 257
    elif not (palette % 256).any():
        palette = palette // 256 * 257
    colours: NDArray[np.uint16] = palette[indices_hw]
    is_grey = (colours == colours[..., :1]).all()
    return colours[..., :1] if is_grey else colours


def _scale(colours: NDArray[Any], tags: TiffTags) -> GreyScale:
    if tags.photometric == PALETTE:
        return GreyScale(0, 65535)
    if tags.bits <= 8 and colours.dtype.kind == "u":
        return GreyScale(0, 2**tags.bits - 1)
    if tags.bits <= 16 and colours.dtype.kind == "u":
        scale = full_scale(colours, 2**tags.bits - 1)
        # White is zero: a low number is light there, and says nothing of the dark.
        return replace(scale, note=None) if tags.photometric in (0, CMYK) else scale
    if colours.dtype == np.int8:
        return GreyScale(-128, 127)
    return guessed_scale(colours)


def _alpha_scale(tags: TiffTags) -> GreyScale:
    if tags.sample_format == 3:
        return GreyScale(0, 1)
    return GreyScale(0, 2.0 ** (tags.bits - (tags.sample_format == 2)) - 1)


def _alpha_kind(tags: TiffTags, colours: int) -> int | None:
    """Return which alpha the first sample after the colours is, if it is one."""
    if tags.samples <= colours:
        return None
    if not tags.extra:  # many a writer of four samples leaves the tag out
        return 2 if tags.photometric == RGB and tags.samples == 4 else None
    return tags.extra[0] if tags.extra[0] in _ALPHA else None


def _photometric(tags: TiffTags) -> int:
    """Return what the samples mean; where a file does not say, by their number."""
    if tags.photometric is not None:
        return int(tags.photometric)
    return RGB if tags.samples >= 3 else BLACK_IS_ZERO
