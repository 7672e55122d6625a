"""The sample pictures that look like photographs of one thing."""

import numpy as np
from PIL import Image, ImageDraw
from sample_painting import (
    Field,
    Point,
    clouds,
    curve,
    edge,
    from_field,
    grid,
    polygon_alpha,
    reduced,
)


def cat() -> Image.Image:
    """Draw the face of a cat, furry and shaded, 96 x 96, grey."""
    side = 96 * 5
    rng = np.random.default_rng(9)
    y, x = grid(side, side)
    field = 176 - 46 * y + 10 * clouds(rng, side, side, 4)
    angle = np.arctan2(y - 0.62, x - 0.5)
    radius = np.hypot(y - 0.62, x - 0.5)
    fur = fur_noise(rng, side, angle, radius)
    tone = (
        108 + 36 * fur + 52 * np.clip(0.5 - np.hypot(y - 0.5, x - 0.4) * 1.5, -0.6, 0.5)
    )
    for mirror in (-1, 1):
        outer = [
            (0.5 + mirror * a, b) for a, b in ((0.33, 0.06), (0.37, 0.5), (0.06, 0.33))
        ]
        inner = [
            (0.5 + mirror * a, b) for a, b in ((0.30, 0.15), (0.32, 0.44), (0.13, 0.33))
        ]
        field += (tone - 12 - field) * polygon_alpha(side, outer)
        field += (178 + 22 * fur - field) * polygon_alpha(side, inner)
    head = np.hypot((x - 0.5) / 1.12, y - 0.59) - 0.345 + 0.022 * fur
    field += (tone - field) * edge(head, 0.014)
    stripes = np.sin(34 * np.abs(x - 0.5) + 5 * (y - 0.3)) > 0.35
    field -= (
        46
        * edge(np.hypot((x - 0.5) / 0.9, y - 0.27) - 0.16 + 0.03 * fur, 0.03)
        * stripes
        * (head < -0.005)
    )
    cheeks = np.sin(60 * (y - 0.02 * fur) - 26 * np.abs(x - 0.5)) > 0.45
    field -= 34 * cheeks * (np.abs(x - 0.5) > 0.27) * (y > 0.55) * (head < -0.01)
    muzzle = (
        np.minimum(np.hypot(x - 0.42, y - 0.755), np.hypot(x - 0.58, y - 0.755)) - 0.105
    )
    field += (222 + 18 * fur - field) * edge(muzzle + 0.015 * fur, 0.03)
    for mirror in (-1, 1):
        field = eye(field, y, x, 0.54, 0.5 + mirror * 0.165, mirror)
    return reduced(from_field(cat_lines(field)), 5)


def fur_noise(
    rng: np.random.Generator, side: int, angle: Field, radius: Field
) -> Field:
    """Return noise drawn out along the hairs, which point away from the nose."""
    strands = clouds(rng, 256, 256, 96)
    rows = (radius * 60).astype(int) % 256
    turn = ((angle / (2 * np.pi) + 0.5) * 255 + 3 * np.sin(radius * 70)).astype(
        int
    ) % 256
    fur: Field = 0.75 * strands[rows, turn] + 0.35 * clouds(rng, side, side, 32)
    return fur


def eye(field: Field, y: Field, x: Field, cy: float, cx: float, mirror: int) -> Field:
    dy, dx = y - cy + 0.18 * mirror * (x - cx), x - cx
    lid = np.hypot(dx / 1.25, dy) - 0.075
    field = field + (22 - field) * edge(lid - 0.012, 0.012)
    iris = 226 - 60 * np.hypot(dx, dy - 0.03) / 0.075
    field = field + (iris - field) * edge(lid, 0.01)
    field = field + (8 - field) * edge(np.hypot(dx / 0.42, dy) - 0.062, 0.012)
    return field + (255 - field) * edge(np.hypot(dx + 0.022, dy + 0.026) - 0.016, 0.008)


def cat_lines(field: Field) -> Field:
    """Add nose, mouth and whiskers."""
    side = len(field)
    ink = Image.fromarray(np.clip(field, 0, 255).round().astype(np.uint8))
    draw = ImageDraw.Draw(ink)

    def at(*points: Point) -> list[Point]:
        return [(x * side, y * side) for x, y in points]

    draw.polygon(at((0.455, 0.672), (0.545, 0.672), (0.5, 0.722)), 52)
    draw.line(at((0.475, 0.682), (0.505, 0.682)), 150, 4)
    draw.line(at((0.5, 0.715), (0.5, 0.76)), 40, 6)
    draw.arc([*at((0.40, 0.715))[0], *at((0.5, 0.80))[0]], 20, 160, 40, 6)
    draw.arc([*at((0.5, 0.715))[0], *at((0.60, 0.80))[0]], 20, 160, 40, 6)
    for mirror in (-1, 1):
        for start, end in ((0.735, 0.66), (0.76, 0.755), (0.785, 0.85)):
            whisker = curve(
                [
                    (0.5 + mirror * 0.10, start),
                    (0.5 + mirror * 0.28, (start + end) / 2 - 0.015),
                    (0.5 + mirror * 0.48, end),
                ]
            )
            draw.line([(x * side, y * side) for x, y in whisker], 246, 5, "curve")
        for dy, dx in ((0.74, 0.07), (0.77, 0.09), (0.775, 0.055)):
            cx, cy = (0.5 + mirror * dx) * side, dy * side
            draw.ellipse([cx - 4, cy - 4, cx + 4, cy + 4], 90)
    return np.asarray(ink).astype(float)


def coins() -> Image.Image:
    """Lay shaded coins on a dark cloth and add camera noise, 96 x 96, grey."""
    side = 96 * 5
    rng = np.random.default_rng(25)
    y, x = grid(side, side)
    weave = np.sin(2 * np.pi * 40 * x) * np.sin(2 * np.pi * 40 * y)
    field = 62 + 14 * clouds(rng, side, side, 5) + 7 * weave + 18 * (x - y)
    for cy, cx, radius, tone in (
        (0.24, 0.23, 0.16, 176),
        (0.21, 0.62, 0.125, 140),
        (0.55, 0.49, 0.175, 196),
        (0.42, 0.86, 0.105, 160),
        (0.73, 0.17, 0.125, 150),
        (0.82, 0.76, 0.15, 182),
    ):
        field = coin(field, y, x, (cy, cx), radius, tone)
    return reduced_with_noise(field, rng)


def coin(
    field: Field, y: Field, x: Field, middle: Point, radius: float, tone: float
) -> Field:
    dy, dx = y - middle[0], x - middle[1]
    far, angle = np.hypot(dy, dx), np.arctan2(dy, dx)
    shadow = np.clip(1.25 - np.hypot(dy - 0.025, dx - 0.025) / radius, 0, 0.25) * 4
    field = field * (1 - 0.55 * shadow)
    light = -(np.cos(angle) + np.sin(angle)) / np.sqrt(2)
    rim = np.exp(-(((far - 0.9 * radius) / (0.05 * radius)) ** 2))
    groove = np.exp(-(((far - 0.76 * radius) / (0.05 * radius)) ** 2))
    face = tone + 46 * light * rim - 40 * light * groove + 26 * light * far / radius
    star = 0.42 * radius * (1 + 0.34 * np.cos(5 * (angle + 0.3)))
    relief = np.exp(-(((far - star) / (0.045 * radius)) ** 2))
    face = face + 50 * light * relief
    painted: Field = field + (face - field) * edge(far - radius, 0.008)
    return painted


def reduced_with_noise(field: Field, rng: np.random.Generator) -> Image.Image:
    small = np.asarray(reduced(from_field(field), 5)).astype(float)
    return from_field(small + rng.normal(0, 7, small.shape))
