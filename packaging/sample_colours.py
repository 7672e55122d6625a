"""The sample pictures in colour, and one as large as a photograph."""

from collections.abc import Sequence

import numpy as np
from PIL import Image
from sample_painting import Field, clouds, cover, edge, from_field, grid, reduced

_LARGE = 4
Colour = Sequence[float]


def _sheet(side: int, top: Colour, bottom: Colour) -> tuple[Field, Field, Field]:
    """Return a ground that changes from top to bottom, and y and x on it."""
    y, x = grid(side * _LARGE, side * _LARGE)
    down = y[..., np.newaxis]
    return np.asarray(top, float) * (1 - down) + np.asarray(bottom, float) * down, y, x


def _ellipse(y: Field, x: Field, at: tuple[float, float], size: Colour) -> Field:
    """Return the inside of an ellipse: its middle (y, x), half its height and width."""
    far = np.hypot((y - at[0]) / size[0], (x - at[1]) / size[1])
    return edge(far - 1, 0.03)


def _ball(below: Field, at: tuple[float, float], size: Colour, colour: Colour) -> Field:
    """Lay a lit round thing on a picture, light from the upper left."""
    y, x = grid(below.shape[0], below.shape[1])
    inside = _ellipse(y, x, at, size)
    light = np.hypot((y - at[0]) / size[0] + 0.35, (x - at[1]) / size[1] + 0.35)
    shade = np.clip(1.18 - 0.42 * light, 0.3, 1.2)[..., np.newaxis]
    shine = np.exp(-(light**2) / 0.03)[..., np.newaxis] * 110
    return cover(below, np.asarray(colour, float) * shade + shine, inside)


def _done(picture: Field) -> Image.Image:
    return reduced(from_field(picture), _LARGE)


def fruit() -> Image.Image:
    """Paint an apple, an orange, a lemon and grapes on a blue cloth, 128 x 128."""
    picture, y, x = _sheet(128, (236, 222, 196), (214, 190, 150))
    cloth = np.sin(60 * x) * np.sin(60 * y) > 0
    blue = np.where(cloth[..., np.newaxis], (70.0, 108, 168), (84.0, 124, 184))
    picture = cover(picture, blue, edge(0.62 - y, 0.01))
    for at, size in (((0.86, 0.33), (0.05, 0.24)), ((0.86, 0.7), (0.05, 0.26))):
        picture = cover(picture, (40, 52, 84), 0.5 * _ellipse(y, x, at, size))
    picture = _ball(picture, (0.66, 0.66), (0.2, 0.2), (240, 140, 30))
    picture = _ball(picture, (0.62, 0.31), (0.24, 0.22), (206, 38, 44))
    stalk = edge(np.abs(x - 0.31 - 0.3 * (0.4 - y)) - 0.012, 0.008)
    picture = cover(picture, (84, 56, 32), stalk * ((y > 0.3) & (y < 0.43)))
    leaf = _ellipse(y, x, (0.33, 0.4), (0.035, 0.08))
    picture = cover(picture, (86, 150, 60), leaf)
    picture = _ball(picture, (0.8, 0.47), (0.1, 0.15), (246, 214, 58))
    for row in range(4):
        for place in range(4 - row):
            at = 0.72 + 0.055 * row, 0.78 + 0.05 * place + 0.025 * row
            picture = _ball(picture, at, (0.036, 0.034), (110, 48, 132))
    return _done(picture)


def balloons() -> Image.Image:
    """Three striped balloons over hills, 128 x 128."""
    picture, y, x = _sheet(128, (84, 156, 226), (226, 240, 250))
    rng = np.random.default_rng(3)
    white = np.clip(clouds(rng, len(y), len(y), 3) * 2 - 0.5, 0, 0.75) * edge(
        y - 0.6, 0.3
    )
    picture = cover(picture, (255, 255, 255), white)
    for height, tone in ((0.78, (92, 140, 92)), (0.88, (60, 112, 66))):
        hill = height + 0.05 * np.sin(7 * x + 30 * height)
        picture = cover(picture, tone, edge(hill - y, 0.008))
    stripes = ((222, 52, 48), (250, 206, 60)), ((34, 96, 190), (245, 245, 245))
    both = (*stripes, ((116, 58, 156), (250, 148, 40)))
    places = ((0.36, 0.34), 0.22), ((0.26, 0.76), 0.13), ((0.58, 0.7), 0.1)
    for ((top, left), size), (first, second) in zip(places, both, strict=True):
        inside = _ellipse(y, x, (top, left), (size * 1.12, size))
        narrow = np.sqrt(np.clip(1 - ((y - top) / size / 1.15) ** 2, 0.02, 1))
        turn = np.arcsin(np.clip((x - left) / size / narrow, -1, 1)) * 8 / np.pi
        two = np.where((np.floor(turn) % 2 > 0)[..., np.newaxis], first, second)
        shade = (1.1 - 0.5 * np.abs((x - left) / size + 0.2))[..., np.newaxis]
        picture = cover(picture, two * np.clip(shade, 0.5, 1.1), inside)
        low = top + 1.38 * size
        basket = (np.abs(x - left) < 0.2 * size) & (np.abs(y - low) < 0.14 * size)
        picture = cover(picture, (122, 78, 42), basket.astype(float))
    return _done(picture)


def parrot() -> Image.Image:
    """Paint a macaw's head and wing before leaves, 128 x 128."""
    picture, y, x = _sheet(128, (28, 92, 52), (16, 60, 40))
    rng = np.random.default_rng(8)
    leaves = clouds(rng, len(y), len(y), 6)
    picture = picture + 46 * leaves[..., np.newaxis] * (0.6, 1.0, 0.5)
    body = _ellipse(y, x, (0.95, 0.5), (0.5, 0.27))
    picture = cover(picture, (212, 36, 40), body)
    feathers = 20 * np.sin(90 * (y + 0.4 * np.abs(x - 0.5)))[..., np.newaxis]
    picture = np.where(body[..., np.newaxis] > 0.5, picture + feathers, picture)
    for left, tone, low in ((0.7, (246, 196, 44), 0.78), (0.76, (36, 96, 200), 0.92)):
        wing = _ellipse(y, x, (low + 0.12, left), (0.3, 0.13))
        picture = cover(picture, tone, wing)
    picture = _ball(picture, (0.36, 0.48), (0.24, 0.22), (222, 44, 44))
    picture = cover(picture, (248, 240, 228), _ellipse(y, x, (0.36, 0.38), (0.12, 0.1)))
    picture = cover(picture, (250, 232, 120), _ellipse(y, x, (0.33, 0.4), (0.04, 0.04)))
    picture = cover(picture, (12, 12, 14), _ellipse(y, x, (0.33, 0.4), (0.022, 0.022)))
    beak = _ellipse(y, x, (0.47, 0.27), (0.15, 0.11))
    beak = beak * edge(0.27 - 0.1 * (y - 0.4) - x - 0.09, 0.01)
    picture = cover(picture, (34, 32, 36), beak)
    return _done(picture)


def sunflower() -> Image.Image:
    """Paint a sunflower in a field, 128 x 128."""
    picture, y, x = _sheet(128, (98, 172, 232), (206, 228, 240))
    picture = cover(picture, (108, 150, 54), edge(0.74 - y, 0.01))
    rows = np.sin(130 * x / (0.2 + np.clip(y - 0.74, 0, 1) * 3))
    specks = edge(0.74 - y, 0.01) * (rows > 0.4) * 0.6
    picture = cover(picture, (232, 190, 40), specks)
    stalk = edge(np.abs(x - 0.5 - 0.03 * np.sin(6 * y)) - 0.02, 0.008) * (y > 0.5)
    picture = cover(picture, (72, 122, 48), stalk)
    for left in (0.36, 0.64):
        leaf = _ellipse(y, x, (0.84, left), (0.05, 0.13))
        picture = cover(picture, (64, 128, 50), leaf)
    turn, far = np.arctan2(y - 0.42, x - 0.5), np.hypot(y - 0.42, x - 0.5)
    for count, reach, tone in ((17, 0.37, (226, 150, 22)), (21, 0.33, (252, 204, 40))):
        petal = reach * (0.72 + 0.28 * np.abs(np.cos(count * turn / 2)))
        picture = cover(picture, tone, edge(far - petal, 0.008))
    seeds = np.sin(150 * far) * np.cos(21 * turn + 40 * far)
    heart = np.array((86.0, 52, 26)) + 26 * seeds[..., np.newaxis]
    picture = cover(picture, heart, edge(far - 0.16, 0.008))
    return _done(picture)


def reef() -> Image.Image:
    """Two fish over a reef, 128 x 128."""
    picture, y, x = _sheet(128, (40, 156, 206), (10, 52, 110))
    rng = np.random.default_rng(21)
    rays = np.clip(np.sin(22 * (x + 0.35 * y)), 0, 1) * edge(y - 0.5, 0.7) * 0.25
    picture = cover(picture, (190, 236, 248), rays)
    ground = 0.82 + 0.06 * np.sin(9 * x) + 0.03 * clouds(rng, len(y), len(y), 8)
    picture = cover(picture, (206, 178, 128), edge(ground - y, 0.01))
    for left, tone in (
        (0.12, (232, 84, 110)),
        (0.5, (246, 150, 70)),
        (0.9, (150, 80, 180)),
    ):
        branches = np.abs(x - left + 0.03 * np.sin(50 * y)) % 0.045
        reach = np.hypot((x - left) / 0.11, (y - 0.95) / 0.24)
        coral = edge(reach - 1, 0.04) * (branches < 0.026)
        picture = cover(picture, tone, coral)
    for (top, left), size, first, second in (
        ((0.36, 0.42), 0.22, (250, 138, 26), (250, 250, 250)),
        ((0.62, 0.74), 0.12, (250, 220, 50), (40, 60, 160)),
    ):
        tail = np.abs(y - top) < (x - left - 0.75 * size) * 0.9
        tail = tail & (x < left + 1.42 * size)
        picture = cover(picture, first, tail.astype(float))
        body = _ellipse(y, x, (top, left), (0.6 * size, size))
        bands = np.abs(((x - left) / size + 0.35) % 0.62 - 0.1) < 0.09
        two = np.where(bands[..., np.newaxis], second, first)
        shade = np.clip(1.05 - 0.5 * (y - top) / size, 0.6, 1.15)[..., np.newaxis]
        picture = cover(picture, two * shade, body)
        eye = top - 0.12 * size, left - 0.68 * size
        for part, ink in ((0.12, (255, 255, 255)), (0.07, (10, 10, 16))):
            round_eye = _ellipse(y, x, eye, (part * size, part * size))
            picture = cover(picture, ink, round_eye)
    return _done(picture)


def beach() -> Image.Image:
    """Paint a parasol, a ball and a sail by the sea, 128 x 128."""
    picture, y, x = _sheet(128, (110, 186, 240), (214, 238, 250))
    waves = np.sin(90 * y + 5 * np.sin(9 * x))[..., np.newaxis]
    sea = np.array((24.0, 120, 178)) + waves * np.array((15.0, 24, 24))
    picture = cover(picture, sea, edge(0.46 - y, 0.006))
    shore = 0.68 + 0.03 * np.sin(6 * x)
    picture = cover(picture, (250, 250, 246), edge(shore - 0.015 - y, 0.01))
    sand = (
        np.array((236.0, 206, 146))
        + 14 * clouds(np.random.default_rng(4), len(y), len(y), 32)[..., np.newaxis]
    )
    picture = cover(picture, sand, edge(shore - y, 0.008))
    sail = (x > 0.72) & (x < 0.72 + (y - 0.2) * 0.55) & (y < 0.45)
    picture = cover(picture, (250, 246, 236), sail.astype(float))
    hull = (np.abs(x - 0.77) < 0.11 - (y - 0.46)) & (np.abs(y - 0.475) < 0.02)
    picture = cover(picture, (190, 50, 46), hull.astype(float))
    pole = np.abs(x - 0.3 - 0.06 * (y - 0.5)) < 0.008
    pole = pole & (y > 0.4) & (y < 0.9)
    picture = cover(picture, (240, 236, 226), pole.astype(float))
    shade = _ellipse(y, x, (0.9, 0.36), (0.03, 0.2))
    picture = cover(picture, (168, 140, 96), 0.6 * shade)
    roof = _ellipse(y, x, (0.56, 0.3), (0.24, 0.26)) * edge(y - 0.56, 0.001)
    wedge = np.floor(np.arctan2(0.62 - y, x - 0.3) * 8 / np.pi) % 2
    tone = np.where(wedge[..., np.newaxis] > 0, (226, 56, 60), (252, 244, 230))
    picture = cover(picture, tone, roof)
    picture = _ball(picture, (0.85, 0.68), (0.08, 0.08), (46, 120, 210))
    band = _ellipse(y, x, (0.85, 0.68), (0.08, 0.03))
    picture = cover(picture, (250, 214, 60), band)
    return _done(picture)


def valley() -> Image.Image:
    """Ranges behind a lake in the evening, 512 x 512: as large as a photograph."""
    side = 512
    rng = np.random.default_rng(2026)
    y, x = grid(side, side)
    down = np.clip(y / 0.55, 0, 1)[..., np.newaxis]
    picture = (
        np.array((38.0, 62, 128)) * (1 - down) + np.array((250.0, 176, 120)) * down
    )
    sun = np.hypot(y - 0.44, x - 0.63)
    glow = (np.exp(-((sun / 0.16) ** 2)) * 0.8)[..., np.newaxis]
    picture = picture + (np.array((255.0, 226, 160)) - picture) * glow
    picture = cover(picture, (255, 246, 214), edge(sun - 0.045, 0.004))
    bank = np.clip(clouds(rng, side, side, 3) * 1.6 - 0.35, 0, 0.7) * edge(
        y - 0.36, 0.2
    )
    picture = cover(picture, (250, 150, 130), bank)
    layers = (
        (0.44, 0.16, 3, (150, 122, 152)),
        (0.50, 0.13, 5, (104, 92, 132)),
        (0.56, 0.09, 7, (58, 66, 96)),
    )
    for base, height, coarsest, tone in layers:
        line = base - height * (0.5 + 0.5 * clouds(rng, 8, side, coarsest)[4])
        rock = 12 * clouds(rng, side, side, 24)[..., np.newaxis]
        ridge = np.clip((y - line) * 5, 0, 1)[..., np.newaxis] * (30.0, 22, 14)
        picture = cover(
            picture, np.array(tone, float) + rock + ridge, edge(line - y, 0.003)
        )
    mirrored = picture[: int(0.58 * side)][::-1]
    lake = np.zeros_like(picture)
    rows = side - int(0.58 * side)
    lake[-rows:] = mirrored[:rows] * (0.72, 0.78, 0.9)
    ripple = (6 * np.sin(700 * y + 9 * np.sin(40 * x)) * (y - 0.55))[..., np.newaxis]
    picture = cover(picture, lake + ripple * 4, edge(0.58 - y, 0.002))
    shore = 0.9 + 0.05 * np.sin(4 * x + 1) + 0.012 * clouds(rng, 8, side, 40)[4]
    grass = np.array((34.0, 52, 38)) + 16 * clouds(rng, side, side, 90)[..., np.newaxis]
    picture = cover(picture, grass, edge(shore - y, 0.004))
    for place in rng.uniform(0.02, 0.98, 26):
        foot = 0.9 + 0.05 * np.sin(4 * place + 1) + 0.01
        tall = rng.uniform(0.09, 0.2) * (1 if abs(place - 0.6) > 0.16 else 0.5)
        up = (foot - y) / tall
        width = 0.16 * tall * (1.05 - up) * (0.72 + 0.28 * np.abs(np.sin(26 * up)))
        tree = edge(np.abs(x - place) - width, 0.003) * ((up > 0) & (up < 1))
        picture = cover(picture, (18, 30, 28), tree)
    return from_field(picture)
