"""The sample pictures that look like photographs of places."""

from collections.abc import Sequence

import numpy as np
from PIL import Image
from sample_painting import (
    Field,
    Point,
    clouds,
    cover,
    edge,
    from_field,
    grid,
    polygon_alpha,
    reduced,
)


def landscape() -> Image.Image:
    """Mountains over a lake with a low sun and pines, 128 x 128, grey."""
    side = 512
    rng = np.random.default_rng(1998)
    y, x = grid(side, side)
    sky = 205 - 95 * (0.62 - y) / 0.62 + 26 * clouds(rng, side, side, 4)
    glow = np.exp(-((x - 0.7) ** 2 + (y - 0.24) ** 2) / 0.02)
    field = sky + 45 * glow
    field += (252 - field) * edge(np.hypot(x - 0.7, y - 0.24) - 0.062, 0.008)
    far = [(0.06, 0.40), (0.30, 0.24), (0.47, 0.36), (0.90, 0.31), (1.04, 0.40)]
    near = [(-0.04, 0.46), (0.17, 0.51), (0.62, 0.52), (0.78, 0.47), (0.99, 0.50)]
    field = ridge(field, y, x, far, 132, np.random.default_rng(5))
    field = ridge(field, y, x, near, 78, np.random.default_rng(12))
    field = lake(field, y, x, rng)
    for place, foot, tall in (
        (0.09, 0.97, 0.50),
        (0.21, 1.0, 0.36),
        (0.93, 1.0, 0.44),
        (0.84, 0.985, 0.25),
    ):
        field = pine(field, y, x, place, foot, tall, rng)
    field += rng.normal(0, 3, field.shape)
    return reduced(from_field(field), 4)


def ridge(
    field: Field,
    y: Field,
    x: Field,
    peaks: Sequence[Point],
    shade: float,
    rng: np.random.Generator,
) -> Field:
    """Paint a chain of mountains lit from the right, snow on its heights."""
    side = field.shape[0]
    crumple, grain = clouds(rng, side, side, 5), clouds(rng, side, side, 20)
    # A mountain is a cone seen from the side; the highest of them hides the others.
    tops = [
        py + 0.78 * np.abs(x - px) + 0.035 * crumple + 0.02 * grain for px, py in peaks
    ]
    top = np.min(tops, axis=0)
    owner = np.argmin(tops, axis=0)
    middle = np.array([px for px, _ in peaks])[owner]
    height = np.array([py for _, py in peaks])[owner]
    # The crest comes down as a crooked line and parts the lit flank from the dark one.
    lit = np.tanh((x - middle + 0.14 * crumple - 0.1 * (y - height)) / 0.008)
    lit = lit + 0.75 * np.tanh(grain / 0.12)
    rock = shade + 30 * lit + 30 * grain
    snow = edge(y - height - 0.1 - 0.12 * grain - 0.06 * crumple, 0.02) * (height < 0.4)
    rock += (206 + 34 * lit - rock) * snow
    painted: Field = field + (rock - field) * edge(top - y, 0.006)
    return painted


def lake(field: Field, y: Field, x: Field, rng: np.random.Generator) -> Field:
    """Mirror what is above the shore, broken by ripples."""
    side, shore = field.shape[0], 0.6
    below = y > shore
    depth = np.clip(y - shore, 0, None)
    wave = np.sin(
        2 * np.pi * 5.5 * np.log1p(9 * depth) + 4 * clouds(rng, side, side, 6)
    )
    source_y = np.clip(shore - depth * 0.95 + 0.012 * wave * (0.3 + depth), 0, shore)
    rows = np.clip((source_y * side).astype(int), 0, side - 1)
    mirrored = field[rows, (x * side).astype(int)]
    water = 0.72 * mirrored + 12 + 15 * wave * (0.4 + 1.5 * depth)
    bank = edge(np.abs(y - shore) - 0.006, 0.006)
    return np.where(below, water, field) * (1 - bank) + 46 * bank


def pine(
    field: Field,
    y: Field,
    x: Field,
    place: float,
    foot: float,
    tall: float,
    rng: np.random.Generator,
) -> Field:
    """Paint one conifer: seven skirts of branches, needles as noise."""
    height = (foot - y) / tall
    needles = clouds(rng, field.shape[0], field.shape[1], 64)
    skirt = 1 - (height * 7) % 1
    half = tall * 0.24 * (1 - height) * (0.5 + 0.5 * skirt) + 0.012 * needles
    inside = edge(np.abs(x - place) - half, 0.008) * (height > 0.06) * (height < 1)
    trunk = edge(np.abs(x - place) - 0.011, 0.006) * (height > 0) * (height < 0.1)
    tone = 34 + 26 * needles + 26 * np.clip((x - place) / (half + 0.01), -1, 1)
    field = field + (38 - field) * trunk
    return field + (tone - field) * inside


def house() -> Image.Image:
    """Paint a house with a tree and a fence under the sun, 128 x 128, in colour."""
    side = 512
    rng = np.random.default_rng(2012)
    y, x = grid(side, side)
    sky = cover(
        np.broadcast_to(np.array([92.0, 156.0, 226.0]), (side, side, 3)),
        [206, 230, 248],
        np.clip(y / 0.62, 0, 1),
    )
    cloud = clouds(rng, side, side, 4) - 2.2 * np.abs(y - 0.2)
    sky = cover(sky, [252, 252, 250], np.clip(cloud * 2.6 + 0.35, 0, 0.92))
    sun = np.hypot(x - 0.84, y - 0.15)
    sky = cover(sky, [255, 240, 170], 0.75 * np.exp(-((sun / 0.13) ** 2)))
    scene = cover(sky, [255, 214, 66], edge(sun - 0.07, 0.008))
    scene = meadow(scene, y, x, rng)
    scene = tree(scene, y, x, rng)
    scene = walls(scene, y, x, rng)
    scene = fence(scene, y, x)
    scene = scene + rng.normal(0, 2.5, (side, side, 1))
    return reduced(from_field(scene), 4)


def meadow(scene: Field, y: Field, x: Field, rng: np.random.Generator) -> Field:
    side = len(scene)
    hill = edge(0.6 - 0.06 * np.sin(4.2 * x + 0.6) - y, 0.006)
    scene = cover(scene, [126, 168, 104], hill)
    grass = clouds(rng, side, side, 96) + 0.5 * clouds(rng, side, side, 6)
    blades = np.array([86.0, 140.0, 58.0]) + grass[..., np.newaxis] * [34, 38, 22]
    scene = cover(scene, blades, edge(0.7 - y, 0.01))
    path = np.abs(x - 0.42 - 0.32 * (y - 0.83) ** 2) - 0.045 - 0.28 * (y - 0.83)
    pebbles = np.array([206.0, 184.0, 146.0]) + 26 * grass[..., np.newaxis]
    return cover(scene, pebbles, edge(path, 0.01) * (y > 0.83))


def tree(scene: Field, y: Field, x: Field, rng: np.random.Generator) -> Field:
    side = len(scene)
    bark = (
        np.abs(x - 0.83 - 0.02 * np.sin(9 * y)) - 0.022 - 0.05 * np.clip(y - 0.8, 0, 1)
    )
    tone = 84 + 24 * clouds(rng, side, side, 64) - 260 * (0.83 - x)
    trunk = np.stack([tone, tone * 0.72, tone * 0.5], axis=2)
    scene = cover(scene, trunk, edge(bark, 0.006) * (y > 0.5) * (y < 0.86))
    leaves = clouds(rng, side, side, 28)
    crown = np.full((side, side), np.inf)
    for cy, cx, radius in (
        (0.46, 0.83, 0.13),
        (0.53, 0.74, 0.085),
        (0.52, 0.92, 0.085),
    ):
        crown = np.minimum(crown, np.hypot(y - cy, x - cx) - radius)
    light = np.clip((0.47 - y) * 2.2 + (x - 0.83) * 1.2, -0.7, 0.7)
    green = np.array([62.0, 122.0, 52.0]) + (light + 0.9 * leaves)[..., np.newaxis] * [
        52,
        62,
        30,
    ]
    return cover(scene, green, edge(crown + 0.035 * leaves, 0.012))


def walls(scene: Field, y: Field, x: Field, rng: np.random.Generator) -> Field:
    """Paint bricks, door, windows, roof and chimney."""
    side = len(scene)
    grain = clouds(rng, side, side, 80)
    row = np.floor(y / 0.0165)
    joint = ((y / 0.0165) % 1 < 0.16) | ((x / 0.04 + 0.5 * (row % 2)) % 1 < 0.07)
    tint = np.sin(row * 91.7 + np.floor(x / 0.04 + 0.5 * (row % 2)) * 57.3)
    brick = np.array([196.0, 110.0, 84.0]) + (12 * tint + 12 * grain)[..., np.newaxis]
    brick = np.where(joint[..., np.newaxis], [226, 206, 188], brick)
    brick = brick * (0.84 + 0.3 * (x - 0.14) / 0.5)[..., np.newaxis]
    wall = box(y, x, 0.5, 0.84, 0.17, 0.65)
    scene = cover(scene, brick, wall)
    scene = cover(scene, [196, 98, 76], box(y, x, 0.21, 0.4, 0.5, 0.565))
    scene = cover(scene, [232, 226, 216], box(y, x, 0.2, 0.225, 0.49, 0.575))
    slope = polygon_alpha(
        side, [(0.12, 0.51), (0.29, 0.27), (0.54, 0.27), (0.70, 0.51)]
    )
    course = (y / 0.022) % 1
    tiles = np.array([122.0, 52.0, 48.0]) + (46 * course + 14 * grain)[..., np.newaxis]
    split = (x / 0.03 + 0.5 * (np.floor(y / 0.022) % 2)) % 1 < 0.1
    scene = cover(scene, np.where(split[..., np.newaxis], tiles * 0.72, tiles), slope)
    scene = cover(scene, [60, 34, 34], box(y, x, 0.505, 0.522, 0.12, 0.70) * 0.8)
    for left in (0.21, 0.51):
        scene = window(scene, y, x, 0.585, left)
    scene = cover(scene, [238, 232, 220], box(y, x, 0.62, 0.84, 0.362, 0.478))
    scene = cover(scene, [46, 84, 104], box(y, x, 0.635, 0.84, 0.375, 0.465))
    for top in (0.65, 0.75):
        scene = cover(scene, [64, 110, 132], box(y, x, top, top + 0.075, 0.39, 0.45))
    return cover(
        scene, [240, 204, 92], edge(np.hypot(y - 0.74, x - 0.456) - 0.007, 0.004)
    )


def window(scene: Field, y: Field, x: Field, top: float, left: float) -> Field:
    scene = cover(
        scene,
        [242, 238, 228],
        box(y, x, top - 0.012, top + 0.122, left - 0.012, left + 0.112),
    )
    shine = np.clip(1.3 - 5 * (y - top) - 3 * (x - left), 0.15, 1)[..., np.newaxis]
    glass = np.array([52.0, 82.0, 112.0]) + shine * [120, 130, 118]
    scene = cover(scene, glass, box(y, x, top, top + 0.11, left, left + 0.1))
    scene = cover(
        scene, [242, 238, 228], box(y, x, top + 0.051, top + 0.059, left, left + 0.1)
    )
    return cover(
        scene, [242, 238, 228], box(y, x, top, top + 0.11, left + 0.046, left + 0.054)
    )


def box(
    y: Field, x: Field, top: float, bottom: float, left: float, right: float
) -> Field:
    inside = np.maximum(
        np.maximum(top - y, y - bottom), np.maximum(left - x, x - right)
    )
    return edge(inside, 0.004)


def fence(scene: Field, y: Field, x: Field) -> Field:
    """Paint white pales in front, open where the path leads out."""
    part = (np.abs(x - 0.44) > 0.13) & (y > 0.84)
    place = (x / 0.05) % 1 - 0.5
    pale = (np.abs(place) - 0.28) * 0.05
    point = 0.875 + 0.04 * np.abs(place)
    alpha = edge(np.maximum(pale, point - y), 0.004) * (y < 0.975)
    rails = np.minimum(np.abs(y - 0.9), np.abs(y - 0.95)) - 0.008
    scene = cover(scene, [206, 206, 202], edge(rails, 0.004) * part)
    shade = (250 - 60 * np.clip(-place, 0, 1))[..., np.newaxis] * [1, 1, 0.98]
    return cover(scene, shade, alpha * part)
