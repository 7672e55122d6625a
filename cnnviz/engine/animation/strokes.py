"""Signs drawn in strokes: what the built-in typeface has no letters for."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from PIL import Image, ImageDraw

Point = tuple[float, float]

_FINER: Final = 8
"""Drawn this many times larger, then made smaller: that smooths the edges."""

_THICK: Final = 0.075
"""Of the type size: as thick as the typeface's own stems."""


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign in type sizes: how far it moves on, and its strokes, from the line's top."""

    advance: float
    strokes: tuple[tuple[Point, ...], ...]


_MIDDLE: Final = 0.735
"""Where minus and plus have their bar."""

SIGNS: Final[Mapping[str, Sign]] = {
    "−": Sign(0.58, (((0.06, _MIDDLE), (0.52, _MIDDLE)),)),
    "–": Sign(0.58, (((0.04, _MIDDLE), (0.54, _MIDDLE)),)),
    "—": Sign(1.0, (((0.04, _MIDDLE), (0.96, _MIDDLE)),)),
    "×": Sign(0.58, (((0.1, 0.55), (0.48, 0.93)), ((0.48, 0.55), (0.1, 0.93)))),
    "→": Sign(
        1.0,
        (
            ((0.08, _MIDDLE), (0.9, _MIDDLE)),
            ((0.66, 0.52), (0.9, _MIDDLE), (0.66, 0.95)),
        ),
    ),
    "⌊": Sign(0.36, (((0.12, 0.22), (0.12, 1.08), (0.32, 1.08)),)),
    "⌋": Sign(0.36, (((0.24, 0.22), (0.24, 1.08), (0.04, 1.08)),)),
    "÷": Sign(
        0.58,
        (
            ((0.06, _MIDDLE), (0.52, _MIDDLE)),
            ((0.29, 0.53), (0.29, 0.535)),
            ((0.29, 0.93), (0.29, 0.935)),
        ),
    ),
    "Σ": Sign(
        0.66,
        (((0.56, 0.33), (0.1, 0.33), (0.36, 0.66), (0.1, 0.99), (0.56, 0.99)),),
    ),
    "≤": Sign(0.58, (((0.5, 0.5), (0.1, 0.68), (0.5, 0.86)), ((0.1, 1.0), (0.5, 1.0)))),
    "≥": Sign(0.58, (((0.1, 0.5), (0.5, 0.68), (0.1, 0.86)), ((0.1, 1.0), (0.5, 1.0)))),
}

# By their combining characters; in type sizes, from the accent's own left top.
ACCENTS: Final[Mapping[str, Sign]] = {
    "\u0300": Sign(0.3, (((0.05, 0.05), (0.2, 0.2)),)),
    "\u0301": Sign(0.3, (((0.25, 0.05), (0.1, 0.2)),)),
    "\u0302": Sign(0.4, (((0.05, 0.2), (0.2, 0.06), (0.35, 0.2)),)),
    "\u0303": Sign(
        0.46,
        (
            (
                (0.05, 0.2),
                (0.12, 0.1),
                (0.2, 0.1),
                (0.27, 0.17),
                (0.34, 0.17),
                (0.41, 0.07),
            ),
        ),
    ),
    "\u0308": Sign(0.4, (((0.08, 0.14), (0.085, 0.14)), ((0.31, 0.14), (0.315, 0.14)))),
    "\u0327": Sign(
        0.26, (((0.14, 0.04), (0.12, 0.12), (0.18, 0.16), (0.14, 0.24), (0.05, 0.24)),)
    ),
}


@lru_cache(maxsize=512)
def sign_mask(sign: Sign, size: int) -> Image.Image:
    """Return a sign as a mask as high as a line."""
    return _stroked(sign, size, 1.3, _THICK)


@lru_cache(maxsize=256)
def accent_mask(accent: Sign, size: int) -> Image.Image:
    """Return an accent as a mask of its own size."""
    return _stroked(accent, size, 0.3, _THICK * 0.9)


def _stroked(sign: Sign, size: int, height: float, thick: float) -> Image.Image:
    scale = size * _FINER
    wide, high = max(round(sign.advance * size), 1), max(round(height * size), 1)
    large = Image.new("L", (wide * _FINER, high * _FINER))
    draw = ImageDraw.Draw(large)
    pen = max(round(thick * scale), _FINER)
    for stroke in sign.strokes:
        points = [(x * scale, y * scale) for x, y in stroke]
        draw.line(points, 255, pen, joint="curve")
        for x, y in points:  # round ends
            radius = pen / 2
            draw.ellipse((x - radius, y - radius, x + radius, y + radius), 255)
    return large.resize((wide, high), Image.Resampling.BOX)
