"""Draw the sample pictures in resources/samples: python packaging/make_samples.py.

All of them are made here, from NumPy and Pillow's drawing alone, so that they belong to
nobody else. Everything is drawn several times too large and reduced, for smooth edges,
and the same seed gives the same files. Scenes and portraits have files of their own.
"""

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from PIL import Image
from sample_colours import (
    balloons,
    beach,
    fruit,
    parrot,
    reef,
    sunflower,
    valley,
)
from sample_painting import brushed, from_field
from sample_portraits import cat, coins
from sample_scenes import house, landscape

FOLDER = Path(__file__).parent.parent / "resources" / "samples"


def seven() -> Image.Image:
    """Write a 7 as MNIST keeps its digits, 28 x 28, white on black."""
    bar = [(7.2, 7.0), (10.5, 5.8), (15, 6.0), (20.2, 5.6)]
    stem = [(20.2, 5.6), (18.6, 9.5), (15.8, 14.5), (13.6, 19.5), (12.6, 23.2)]
    return from_field(brushed((28, 28), [(bar, 2.5), (stem, 2.6)]))


def three() -> Image.Image:
    """Write a 3 as MNIST keeps its digits, 28 x 28, white on black."""
    upper = [
        (8.4, 7.4),
        (11.2, 4.9),
        (15.6, 4.7),
        (18.3, 7.4),
        (17.2, 10.8),
        (12.6, 13.0),
    ]
    lower = [
        (12.6, 13.0),
        (17.6, 14.2),
        (19.8, 17.8),
        (17.8, 21.6),
        (13.2, 23.4),
        (8.0, 21.6),
    ]
    return from_field(brushed((28, 28), [(upper, 2.5), (lower, 2.6)]))


def mouse() -> Image.Image:
    """Draw a mouse in a few black curves on white, 96 x 96: what a first layer sees."""
    body = [
        (12, 62),
        (18, 52),
        (30, 44),
        (44, 37),
        (60, 37),
        (74, 46),
        (79, 60),
        (73, 71),
        (58, 75),
        (34, 75),
        (18, 70),
        (12, 62),
    ]
    ear = [(36, 43), (31, 34), (34, 24), (43, 21), (50, 27), (49, 38), (44, 45)]
    inner = [(38, 38), (36, 32), (40, 27), (44, 30), (44, 37)]
    tail = [(78, 64), (87, 61), (91, 52), (86, 44), (80, 38), (83, 27), (91, 22)]
    feet = (
        [(29, 75), (25, 79), (32, 80), (37, 76)],
        [(58, 75), (55, 80), (65, 80), (68, 74)],
    )
    whiskers = (
        [(17, 64), (9, 58), (3, 55)],
        [(17, 66), (9, 66), (3, 66)],
        [(18, 68), (10, 72), (4, 76)],
    )
    haunch = [(57, 72), (53, 62), (58, 53), (67, 52)]
    strokes: list[tuple[Sequence[tuple[float, float]], float]]
    strokes = [(body, 2.6), (ear, 2.4), (inner, 1.4), (tail, 2.8), (haunch, 1.6)]
    strokes += [(foot, 2.2) for foot in feet] + [(whisker, 1.0) for whisker in whiskers]
    strokes += [([(26, 56), (26.4, 56.2)], 4.2), ([(11.6, 61.6), (12.2, 62.4)], 5.0)]
    return from_field(255 - brushed((96, 96), strokes))


def letters() -> Image.Image:
    """Write CNN in strokes, 40 x 96, black on white."""
    c = [
        (26, 12.5),
        (22, 8.6),
        (15.5, 8.4),
        (10, 12.5),
        (8.4, 20),
        (10, 27.5),
        (15.5, 31.6),
        (22, 31.4),
        (26, 27.5),
    ]
    strokes = [(c, 5.0)]
    for left in (37.0, 68.0):
        bottom, top, right = 31.5, 8.5, left + 19
        strokes += [
            ([(left, bottom), (left, top)], 5.0),
            ([(left, top), (right, bottom)], 5.0),
        ]
        strokes += [([(right, bottom), (right, top)], 5.0)]
    return from_field(255 - brushed((40, 96), strokes))


def test_card() -> Image.Image:
    """Checkerboards, ramps, a ring, single points and lines, 64 x 64."""
    card = np.full((64, 64), 128.0)
    y, x = np.mgrid[0:64, 0:64]
    card[:16, :16] = 255 * ((y + x) % 2)[:16, :16]
    card[:16, 16:32] = 255 * ((y // 2 + x // 2) % 2)[:16, 16:32]
    card[:16, 32:48] = 255 * ((y // 4 + x // 4) % 2)[:16, 32:48]
    card[:16, 48:] = 255 * (y // 8 % 2 != x // 8 % 2)[:16, 48:]
    card[16:24] = x[16:24] * 255 / 63
    card[24:32] = x[24:32] // 8 * 255 / 7
    card[32:, :32] = 0
    card[36:60:6, 4] = card[36, 4:28:6] = 255
    card[44, 10:28] = card[40:60, 20] = 255
    for step in range(12):
        card[48 + step, 6 + step] = 255
    middle = np.hypot(
        np.mgrid[32:64:0.125, 32:64:0.125][0] - 47.9375,
        np.mgrid[32:64:0.125, 32:64:0.125][1] - 47.9375,
    )
    ring = 40 + 215 * ((middle < 13) & (middle > 9.5)) + 130 * (middle < 5)
    card[32:, 32:] = ring.reshape(32, 8, 32, 8).mean(axis=(1, 3))
    return from_field(card)


def stripes() -> Image.Image:
    """Stripes of four directions, one in each quarter, 64 x 64."""
    result = np.zeros((64, 64))
    fine_y, fine_x = np.mgrid[0:32:0.125, 0:32:0.125] + 0.0625
    for quarter, degrees in enumerate((0, 45, 90, 135)):
        angle = np.deg2rad(degrees)
        across = fine_y * np.cos(angle) + fine_x * np.sin(angle)
        wave = 255.0 * (np.sin(2 * np.pi * across / 8) > 0)
        top, left = 32 * (quarter // 2), 32 * (quarter % 2)
        result[top : top + 32, left : left + 32] = wave.reshape(32, 8, 32, 8).mean(
            axis=(1, 3)
        )
    return from_field(result)


PAINTERS: dict[str, Callable[[], Image.Image]] = {
    "landscape": landscape,
    "house": house,
    "cat": cat,
    "fruit": fruit,
    "balloons": balloons,
    "parrot": parrot,
    "sunflower": sunflower,
    "reef": reef,
    "beach": beach,
    "valley": valley,
    "mouse": mouse,
    "coins": coins,
    "letters": letters,
    "stripes": stripes,
    "test_card": test_card,
    "seven": seven,
    "three": three,
}


def main() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    for key, painter in PAINTERS.items():
        path = FOLDER / f"{key}.png"
        painter().save(path, optimize=True)
        print(f"{path.name}: {path.stat().st_size} bytes")


if __name__ == "__main__":
    main()
