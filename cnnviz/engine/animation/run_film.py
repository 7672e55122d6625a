"""Frames of a run of training: a picture inside the network, its answer, and the loss."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from cnnviz.engine.animation.style import Look, mixed
from cnnviz.engine.animation.text import draw_centred, draw_text, fitted, text_width

SIZE: Final = (960, 540)
"""Width and height of a frame."""

Rgb = NDArray[np.uint8]
"""Red, green and blue, ``H x W x 3``."""

_AXIS: Final = 12
_TEXT: Final = 15
_TITLE: Final = 24
_ANSWER: Final = 48
_MARGIN: Final = 32
_PLOT: Final = (32, 132, 500, 470)
_RIGHT: Final = 540
_PICTURE: Final = 84
_GAP: Final = 4
_BARS_TOP: Final = 440
_BARS_BOTTOM: Final = 492
_PALE: Final = 0.35


@dataclass(frozen=True, slots=True, eq=False)
class FilmRow:
    """Kernels or maps in a row, under a line that says what they are."""

    title: str
    tiles: tuple[Rgb, ...]


@dataclass(frozen=True, slots=True, eq=False)
class FilmMoment:
    """What there is to see at one moment.

    Attributes
    ----------
    step
        After which batch.
    caption
        The moment in words.
    picture
        What is sent through; ``None`` where nothing is drawn.
    rows
        Kernels and maps.
    labels, shares
        The classes, and the probability of each; none without a picture.
    """

    step: int
    caption: str
    picture: Rgb | None = None
    rows: tuple[FilmRow, ...] = ()
    labels: tuple[str, ...] = ()
    shares: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class FilmCurve:
    """The loss over a run.

    Attributes
    ----------
    title
        Over the plot.
    step_n, loss_n
        Points of the curve, by step.
    end
        The last step.
    """

    title: str
    step_n: Sequence[float]
    loss_n: Sequence[float]
    end: int


def film_frame(
    title: str, moment: FilmMoment, curve: FilmCurve, look: Look
) -> Image.Image:
    """Draw one frame, `SIZE` large.

    Examples
    --------
    >>> from cnnviz.engine.animation.style import DARK
    >>> curve = FilmCurve("Loss", (1, 2, 3), (2.3, 1.1, 0.6), 3)
    >>> film_frame("LeNet-5", FilmMoment(2, "Batch 2"), curve, DARK).size
    (960, 540)
    """
    image = Image.new("RGB", SIZE, look.ground)
    room = _RIGHT - 2 * _MARGIN
    draw_text(image, (_MARGIN, 28), fitted(title, _TITLE, room), _TITLE, look.ink)
    caption = fitted(moment.caption, _TEXT, room)
    draw_text(image, (_MARGIN, 64), caption, _TEXT, look.faded)
    _draw_curve(image, curve, moment.step, look)
    top = _draw_picture(image, moment, look)
    for row in moment.rows:
        top = _draw_row(image, row, top, look)
    _draw_shares(image, moment, look)
    return image


def _draw_curve(image: Image.Image, curve: FilmCurve, step: int, look: Look) -> None:
    """Draw the loss up to the moment, and pale what comes after it."""
    left, top, right, bottom = _PLOT
    draw = ImageDraw.Draw(image)
    draw_text(image, (left, top - 28), curve.title, _TEXT, look.ink)
    draw.line((left, bottom, right, bottom), mixed(look.ink, look.ground, _PALE), 1)
    x_of = (right - left) / max(1, curve.end)
    loss_n = np.nan_to_num(np.array(curve.loss_n, np.float64), posinf=0.0)
    highest = float(loss_n.max(initial=0.0)) or 1.0
    points = [
        (left + x_of * at, bottom - loss / highest * (bottom - top))
        for at, loss in zip(curve.step_n, loss_n.tolist(), strict=True)
    ]
    gone = sum(at <= step for at in curve.step_n)
    pale = mixed(look.accent, look.ground, _PALE)
    if len(points) > 1:
        draw.line(points, pale, 2)
    if gone > 1:
        draw.line(points[:gone], look.accent, 3)
    at = left + x_of * step
    draw.line((at, top, at, bottom), look.ink, 1)
    draw.ellipse((at - 5, bottom - 5, at + 5, bottom + 5), look.ink)
    for loss, y in ((0.0, bottom - 20), (highest, top)):
        text = f"{loss:.3g}"
        x = right - text_width(text, _AXIS)
        draw_text(image, (x, y), text, _AXIS, look.faded)


def _draw_picture(image: Image.Image, moment: FilmMoment, look: Look) -> int:
    """Draw the picture and, beside it, what it is taken for; return where it ends."""
    top = 28
    if moment.picture is None:
        return top
    image.paste(_enlarged(moment.picture, _PICTURE, _PICTURE), (_RIGHT, top))
    if moment.shares:
        best = int(np.argmax(moment.shares))
        x = _RIGHT + _PICTURE + 24
        label = fitted(moment.labels[best], _ANSWER, 200)
        draw_text(image, (x, top + 8), label, _ANSWER, look.ink)
        x += text_width(label, _ANSWER) + 16
        share = f"{moment.shares[best]:.0%}"
        draw_text(image, (x, top + 34), share, _TITLE, look.faded)
    return top + _PICTURE + 12


def _draw_row(image: Image.Image, row: FilmRow, top: int, look: Look) -> int:
    """Draw tiles in as many lines as they need; return where they end."""
    if not row.tiles:
        return top
    draw_text(image, (_RIGHT, top), fitted(row.title, _TEXT, 388), _TEXT, look.faded)
    top += 22
    room, count = SIZE[0] - _RIGHT - _MARGIN, len(row.tiles)
    columns = min(count, 8)
    side = min(56, (room + _GAP) // columns - _GAP)
    lines = min(-(-count // columns), 2)
    for at, tile in enumerate(row.tiles[: columns * lines]):
        line, column = divmod(at, columns)
        place = _RIGHT + column * (side + _GAP), top + line * (side + _GAP)
        if place[1] + side > _BARS_TOP - 8:
            break
        image.paste(_enlarged(tile, side, side), place)
    return top + lines * (side + _GAP) + 6


def _draw_shares(image: Image.Image, moment: FilmMoment, look: Look) -> None:
    """Draw how sure the network is of each class."""
    if not moment.shares:
        return
    draw = ImageDraw.Draw(image)
    width = (SIZE[0] - _RIGHT - _MARGIN) / len(moment.shares)
    best = int(np.argmax(moment.shares))
    for index, (label, share) in enumerate(
        zip(moment.labels, moment.shares, strict=True)
    ):
        left, right = _RIGHT + index * width + 3, _RIGHT + (index + 1) * width - 3
        groove = mixed(look.ink, look.ground, 0.12)
        draw.rectangle((left, _BARS_TOP, right, _BARS_BOTTOM), groove)
        height = share * (_BARS_BOTTOM - _BARS_TOP)
        if height >= 1:
            fill = look.accent if index == best else look.faded
            draw.rectangle((left, _BARS_BOTTOM - height, right, _BARS_BOTTOM), fill)
        box = (int(left), _BARS_BOTTOM + 4, int(right), _BARS_BOTTOM + 24)
        ink = look.ink if index == best else look.faded
        draw_centred(image, box, fitted(label, _TEXT, width), _TEXT, ink)


def _enlarged(pixels: Rgb, width: int, height: int) -> Image.Image:
    nearest = Image.Resampling.NEAREST
    return Image.fromarray(np.ascontiguousarray(pixels)).resize(
        (width, height), nearest
    )
