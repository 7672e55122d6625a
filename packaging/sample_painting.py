"""What the sample pictures are painted with: noise, soft edges, brush strokes."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

LARGE = 8  # brush strokes are drawn this much larger and reduced, for smooth edges

Field = NDArray[np.float64]
Point = tuple[float, float]


def clouds(rng: np.random.Generator, height: int, width: int, coarsest: int) -> Field:
    """Return smooth noise in -1..1, octaves from coarse to fine."""
    total = np.zeros((height, width))
    cells, weight = coarsest, 1.0
    while cells <= max(height, width):
        rough = rng.uniform(-1, 1, (max(2, cells * height // width), cells))
        smooth = Image.fromarray(rough.astype(np.float32)).resize(
            (width, height), Image.Resampling.BICUBIC
        )
        total += weight * np.asarray(smooth)
        cells, weight = cells * 2, weight * 0.55
    noise: Field = total / np.abs(total).max()
    return noise


def grid(height: int, width: int) -> tuple[Field, Field]:
    """Return y and x of each pixel's middle, both on the scale of the width."""
    y, x = np.mgrid[0:height, 0:width] + 0.5
    return y / width, x / width


def reduced(image: Image.Image, factor: int = LARGE) -> Image.Image:
    return image.resize(
        (image.width // factor, image.height // factor), Image.Resampling.BOX
    )


def from_field(field: Field) -> Image.Image:
    return Image.fromarray(np.clip(field, 0, 255).round().astype(np.uint8))


def cover(below: Field, colour: Field | Sequence[float], alpha: Field) -> Field:
    """Lay a colour over a picture H x W x 3 where alpha (0..1) says so."""
    return below + (np.asarray(colour, float) - below) * alpha[..., np.newaxis]


def edge(distance: Field, softness: float) -> Field:
    """Return 1 where the distance is negative, 0 where positive, soft in between."""
    return np.clip(0.5 - distance / softness, 0, 1)


def polygon_alpha(size: int, points: Sequence[Point]) -> Field:
    """Return the inside of a polygon, its points on the scale 0..1."""
    mask = Image.new("L", (size * 4, size * 4))
    ImageDraw.Draw(mask).polygon([(x * size * 4, y * size * 4) for x, y in points], 255)
    return np.asarray(reduced(mask, 4)) / 255


def curve(points: Sequence[Point], pieces: int = 16) -> list[Point]:
    """Return a smooth line through the points (Catmull-Rom)."""
    p = np.array([points[0], *points, points[-1]], float)
    t = np.linspace(0, 1, pieces, endpoint=False)[:, np.newaxis]
    parts = [
        0.5
        * (
            2 * b
            + (c - a) * t
            + (2 * a - 5 * b + 4 * c - d) * t**2
            + (3 * b - a - 3 * c + d) * t**3
        )
        for a, b, c, d in zip(p, p[1:], p[2:], p[3:], strict=False)
    ]
    return [tuple(point) for part in parts for point in part] + [tuple(p[-1])]


def brushed(
    size_hw: tuple[int, int],
    strokes: Sequence[tuple[Sequence[Point], float]],
    large: int = LARGE,
) -> Field:
    """Return ink 0..255 of strokes with round ends; points and widths in pixels."""
    image = Image.new("L", (size_hw[1] * large, size_hw[0] * large))
    draw = ImageDraw.Draw(image)
    for points, width in strokes:
        radius = width * large / 2
        for x, y in curve(points, 40):
            cx, cy = x * large, y * large
            draw.ellipse([cx - radius, cy - radius, cx + radius, cy + radius], 255)
    return np.asarray(reduced(image, large)).astype(float)
