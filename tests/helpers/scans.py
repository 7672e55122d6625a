"""Pictures of digits as scanners, cameras and drawing programs make them.

Each is made of ink that is known, so what has to be read is known too.
"""

from collections.abc import Callable
from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter

Pixels = NDArray[np.uint8]
Levels = NDArray[np.float64]

SIDE: Final = 300
PAPER, PEN = 232, 24

# In a square of 100, x to the right and y down.
WAYS: Final = {
    2: [[(26, 30), (32, 15), (52, 8), (70, 18), (70, 38), (24, 90), (78, 90)]],
    3: [[(28, 16), (50, 8), (70, 22), (64, 42), (44, 48), (68, 56), (74, 76), (52, 92), (24, 84)]],
    4: [[(58, 8), (22, 60), (80, 60)], [(62, 34), (62, 94)]],
    5: [[(70, 10), (34, 10), (30, 44), (56, 40), (72, 58), (66, 82), (44, 92), (24, 84)]],
    7: [[(20, 12), (78, 12), (44, 92)]],
}  # fmt: skip


@cache
def ink(
    label: int, *, side: int = SIDE, box: float = 0.6, pen: float = 0.055
) -> Levels:
    """Return a digit in the middle: 0 paper, 1 ink."""
    big = 4
    sheet = Image.new("L", (side * big, side * big))
    draw = ImageDraw.Draw(sheet)
    margin, scale = side * big * (1 - box) / 2, side * big * box / 100
    radius = side * big * pen / 2
    for stroke in WAYS[label]:
        points = [(margin + x * scale, margin + y * scale) for x, y in stroke]
        draw.line(points, 255, round(2 * radius), joint="curve")
        for x, y in points:
            draw.ellipse((x - radius, y - radius, x + radius, y + radius), 255)
    reduced = sheet.resize((side, side), Image.Resampling.BOX)
    return np.asarray(reduced, np.float64) / 255


def page(ink_hw: Levels, paper: float = PAPER, pen: float = PEN) -> Levels:
    return paper + (pen - paper) * ink_hw


def on_desk(page_hw: Levels, desk: float, margins: tuple[int, int, int, int]) -> Levels:
    """Lay a page on something; margins are top, bottom, left, right."""
    top, bottom, left, right = margins
    return np.pad(page_hw, ((top, bottom), (left, right)), constant_values=desk)


def framed(page_hw: Levels, thick: int, level: float, inset: int = 0) -> Levels:
    framed_hw = page_hw.copy()
    end, inner = page_hw.shape[0] - inset, inset + thick
    framed_hw[inset:end, inset:end] = level
    within = np.s_[inner : end - thick, inner : end - thick]
    framed_hw[within] = page_hw[within]
    return framed_hw


def turned(page_hw: Levels, degrees: float, desk: int) -> Levels:
    picture = Image.fromarray(as_pixels(page_hw))
    how = Image.Resampling.BICUBIC
    return np.asarray(picture.rotate(degrees, how, expand=True, fillcolor=desk), float)


def grainy(page_hw: Levels, grain: float) -> Levels:
    return page_hw + np.random.default_rng(1).normal(0, grain, page_hw.shape)


def ruled(page_hw: Levels, gap: int, level: float, thick: int = 1) -> Levels:
    ruled_hw = page_hw.copy()
    for row in range(gap // 2, len(page_hw), gap):
        part = ruled_hw[row : row + thick]
        part[:] = np.minimum(part, level)
    return ruled_hw


def squared(page_hw: Levels, gap: int, level: float) -> Levels:
    return ruled(ruled(page_hw, gap, level).T, gap, level).T


def ringed(page_hw: Levels) -> Levels:
    picture = Image.fromarray(as_pixels(page_hw))
    far = SIDE - 12
    ImageDraw.Draw(picture).ellipse((12, 12, far, far), outline=PEN, width=5)
    return np.asarray(picture, float)


def gutter(page_hw: Levels, wide: int, depth: float) -> Levels:
    """Let the page sink into the fold of a book at its left."""
    fall = np.clip(1 - np.arange(page_hw.shape[1]) / wide, 0, 1) ** 2
    return page_hw * (1 - depth * fall)


def dusty(page_hw: Levels, specks: int, radius: int) -> Levels:
    picture = Image.fromarray(as_pixels(page_hw))
    draw = ImageDraw.Draw(picture)
    rng = np.random.default_rng(3)
    for _ in range(specks):
        along, near = rng.integers(radius, SIDE - radius), rng.integers(radius + 1, 24)
        x, y = (along, near) if rng.random() < 0.5 else (SIDE - near, along)
        draw.ellipse((x - radius, y - radius, x + radius, y + radius), PEN)
    return np.asarray(picture, float)


def blurred(page_hw: Levels, radius: float) -> Levels:
    picture = Image.fromarray(as_pixels(page_hw))
    return np.asarray(picture.filter(ImageFilter.GaussianBlur(radius)), float)


def as_pixels(levels_hw: Levels) -> Pixels:
    return np.rint(levels_hw.clip(0, 255)).astype(np.uint8)


ODD_SCANS: Final[dict[str, Callable[[Levels], Levels]]] = {
    "black frame of 1 pixel": lambda i: framed(page(i), 1, 0),
    "black frame of 3 pixels": lambda i: framed(page(i), 3, 0),
    "grey frame of 12 pixels": lambda i: framed(page(i), 12, 120),
    "white frame, dark paper": lambda i: framed(page(i, 30, 235), 3, 255),
    "a box printed on the page": lambda i: framed(page(i), 3, 30, inset=14),
    "a circle drawn round it": lambda i: ringed(page(i)),
    "darker desk": lambda i: on_desk(page(i), 90, (55, 55, 55, 55)),
    "lighter desk": lambda i: on_desk(page(i, 200), 255, (40, 60, 30, 70)),
    "black desk, black ink": lambda i: on_desk(page(i, pen=5), 5, (40, 40, 40, 40)),
    "much desk": lambda i: on_desk(page(i), 60, (160, 140, 120, 200)),
    "grainy desk": lambda i: grainy(on_desk(page(i), 100, (60, 60, 60, 60)), 7),
    "desk on two sides": lambda i: on_desk(page(i), 70, (50, 0, 50, 0)),
    "page laid askew": lambda i: turned(page(i), 4, 80),
    "page out of focus": lambda i: blurred(turned(page(i), 3, 80), 2),
    "dark page, light desk": lambda i: on_desk(page(i, 40, 230), 170, (50, 50, 50, 50)),
    "dark edge of a scan": lambda i: on_desk(page(i), 8, (0, 18, 30, 0)),
    "gutter of a book": lambda i: gutter(page(i), 50, 0.85),
    "gutter and dark edge": lambda i: on_desk(gutter(page(i), 40, 0.7), 5, (0, 0, 16, 0)),
    "ruled": lambda i: ruled(page(i), 24, 150),
    "ruled with dark lines": lambda i: ruled(page(i), 30, 70, 2),
    "ruled, laid askew": lambda i: turned(ruled(page(i), 30, 140, 2), 2, 226)[14:-14, 14:-14],
    "squared": lambda i: squared(page(i), 20, 150),
    "ruled on a desk": lambda i: on_desk(ruled(page(i), 24, 150), 60, (50, 50, 50, 50)),
    "light from one side": lambda i: page(i) - np.linspace(0, 110, SIDE)[:, None],
    "faint pencil on a desk": lambda i: grainy(on_desk(page(i, 225, 180), 80, (50,) * 4), 3),
    "specks of dust": lambda i: dusty(page(i), 4, 4),
    "punched holes": lambda i: dusty(page(i), 2, 8),
    "specks in a frame": lambda i: framed(dusty(page(i), 3, 3), 3, 0),
}  # fmt: skip
"""What was done to a page -> how, given the ink on it."""
