"""Writing on pictures: DejaVu Sans, which has Latin, Greek, Cyrillic and arithmetic."""

from collections.abc import Sequence
from functools import lru_cache
from io import BytesIO
from math import ceil
from typing import Final

from PIL import Image, ImageDraw, ImageFont

from cnnviz.engine.resources import resource

Colour = tuple[int, int, int]
"""Red, green and blue, 0 to 255."""

_LINE: Final = 1.3
"""Height of a line in type sizes: capitals, and what hangs below."""

_BASELINE: Final = 1.0
"""Where letters stand, in type sizes from the top of the line."""

_SCALE: Final = 0.875
"""DejaVu is drawn larger in its size than other typefaces: its figures so have 0.56."""


@lru_cache(maxsize=1)
def _font_file() -> bytes:
    return resource("fonts", "DejaVuSans.ttf").read_bytes()


@lru_cache(maxsize=64)
def _font(size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(BytesIO(_font_file()), size * _SCALE)


def line_height(size: int) -> int:
    """Return how many pixels high a line of text is."""
    return ceil(size * _LINE)


@lru_cache(maxsize=8192)
def text_width(text: str, size: int) -> int:
    """Return how many pixels wide a text is.

    Examples
    --------
    >>> text_width("−1", 20) > text_width("1", 20)
    True
    """
    return ceil(_font(size).getlength(text))


@lru_cache(maxsize=4096)
def text_mask(text: str, size: int) -> Image.Image:
    """Return a text as a mask of mode ``L``: a line high, `text_width` wide."""
    mask = Image.new("L", (max(text_width(text, size), 1), line_height(size)))
    ImageDraw.Draw(mask).text(
        (0, size * _BASELINE), text, 255, _font(size), anchor="ls"
    )
    return mask


def draw_text(
    image: Image.Image, xy: tuple[float, float], text: str, size: int, colour: Colour
) -> None:
    """Write a text with its left top corner at a point."""
    image.paste(colour, (round(xy[0]), round(xy[1])), text_mask(text, size))


def draw_lines(
    image: Image.Image,
    xy: tuple[int, int],
    lines: Sequence[str],
    size: int,
    colour: Colour,
    apart: int = 0,
) -> None:
    """Write lines one below another."""
    for number, line in enumerate(lines):
        y = xy[1] + number * (line_height(size) + apart)
        draw_text(image, (xy[0], y), line, size, colour)


def draw_centred(
    image: Image.Image,
    box: tuple[int, int, int, int],
    text: str,
    size: int,
    colour: Colour,
) -> None:
    """Write a text in the middle of a box (left, top, right, bottom)."""
    mask = text_mask(text, size)
    x = (box[0] + box[2] - mask.width) / 2
    # Figures are 0.73 of the typeface's size high, and stand on the base line.
    y = (box[1] + box[3]) / 2 - size * (_BASELINE - 0.73 * _SCALE / 2)
    image.paste(colour, (round(x), round(y)), mask)


def fitted(text: str, size: int, room: float) -> str:
    """Return a text that fits, its end given up for dots where it must be."""
    if text_width(text, size) <= room:
        return text
    while text and text_width(f"{text}…", size) > room:
        text = text[:-1]
    return f"{text.rstrip()}…" if text else ""


def wrapped(parts: Sequence[str], size: int, room: float) -> tuple[str, ...]:
    """Return the lines of an enumeration: broken after a comma, a long part at a space.

    Examples
    --------
    >>> wrapped(["3 × 3", "stride 2", "padding 1"], 15, 130)
    ('3 × 3, stride 2,', 'padding 1')
    """
    lines = [""]
    for index, part in enumerate(parts):
        whole = part if index == len(parts) - 1 else f"{part},"
        if lines[-1] and text_width(f"{lines[-1]} {whole}", size) <= room:
            lines[-1] += f" {whole}"
            continue
        for word in [whole] if text_width(whole, size) <= room else whole.split(" "):
            together = f"{lines[-1]} {word}"
            is_new = not lines[-1] or word == whole
            if is_new or text_width(together, size) > room:
                lines.append(word)
            else:
                lines[-1] = together
    return tuple(fitted(line, size, room) for line in lines if line)
