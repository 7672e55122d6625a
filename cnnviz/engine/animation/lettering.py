"""Writing on pictures with Pillow's built-in typeface, and with signs that it lacks.

The typeface has ASCII and little more. Arithmetic signs, brackets of the floor and the
accents of Latin languages are drawn in strokes as thick as those of its letters.
"""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import ceil
from typing import Final

from PIL import Image, ImageDraw, ImageFont

from cnnviz.engine.animation.strokes import ACCENTS, SIGNS, accent_mask, sign_mask

Colour = tuple[int, int, int]
"""Red, green and blue, 0 to 255."""

_OWN: Final = frozenset("°±·«»‘’“”…‹›´™©")
"""Signs beyond ASCII that the typeface does have."""

_LINE: Final = 1.3
"""Height of a line in type sizes: capitals, and what hangs below."""

_DOT_END: Final = 0.42
"""Where the dot of an i is over, in type sizes from the top of the line."""

_CEDILLA: Final = "\u0327"


@dataclass(frozen=True, slots=True)
class _Piece:
    """A run of the typeface's letters; or one letter and its accents; or one sign."""

    text: str
    accents: str = ""
    is_sign: bool = False

    def advance(self, size: int) -> float:
        if self.is_sign:
            return SIGNS[self.text].advance * size
        return _font(size).getlength(self.text)


@lru_cache(maxsize=64)
def _font(size: int) -> ImageFont.FreeTypeFont:
    font = ImageFont.load_default(size)
    assert isinstance(font, ImageFont.FreeTypeFont)  # the other kind has no sizes
    return font


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
    return ceil(sum(piece.advance(size) for piece in _pieces(text)))


def can_write(text: str) -> bool:
    """Whether every sign of a text can be written; others become question marks.

    Examples
    --------
    >>> can_write("⌊(28 − 3) / 1⌋ + 1 → saída"), can_write("出力")
    (True, False)
    """
    unknown = sum(piece.text == "?" for piece in _pieces(text) if not piece.is_sign)
    return "?" in text or not unknown


@lru_cache(maxsize=4096)
def text_mask(text: str, size: int) -> Image.Image:
    """Return a text as a mask of mode ``L``: a line high, `text_width` wide."""
    mask = Image.new("L", (max(text_width(text, size), 1), line_height(size)))
    draw = ImageDraw.Draw(mask)
    x = 0.0
    for piece in _pieces(text):
        if piece.is_sign:
            mask.paste(255, (round(x), 0), sign_mask(SIGNS[piece.text], size))
        else:
            draw.text((x, 0), piece.text, 255, _font(size))
            for accent in piece.accents:
                _put_accent(mask, accent, piece.text, x, size)
        x += piece.advance(size)
    return mask


def draw_text(
    image: Image.Image, xy: tuple[float, float], text: str, size: int, colour: Colour
) -> None:
    """Write a text with its left top corner at a point."""
    image.paste(colour, (round(xy[0]), round(xy[1])), text_mask(text, size))


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
    # Digits reach from a third of the size below the line's top down to its size.
    y = (box[1] + box[3]) / 2 - size * 0.65
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


@lru_cache(maxsize=8192)
def _pieces(text: str) -> tuple[_Piece, ...]:
    pieces: list[_Piece] = []
    run = ""
    for char in unicodedata.normalize("NFC", text):
        if char.isascii() or char in _OWN:
            run += char
            continue
        if run:
            pieces.append(_Piece(run))
            run = ""
        pieces.append(_sign_or_letter(char))
    return (*pieces, _Piece(run)) if run else tuple(pieces)


def _sign_or_letter(char: str) -> _Piece:
    if char in SIGNS:
        return _Piece(char, is_sign=True)
    letters = unicodedata.normalize("NFD", char)
    letter, accents = letters[0], letters[1:]
    if accents and letter.isascii() and ACCENTS.keys() >= set(accents):
        return _Piece(letter, accents)
    return _Piece("?")


def _put_accent(
    mask: Image.Image, accent: str, letter: str, x: float, size: int
) -> None:
    left, top, right, bottom = _font(size).getbbox(letter)
    if letter in "ij":  # their dot makes room
        box = (round(x + left), 0, ceil(x + right), round(_DOT_END * size))
        mask.paste(0, box)
        top = _DOT_END * size
    drawn = accent_mask(ACCENTS[accent], size)
    y = bottom - 0.06 * size if accent == _CEDILLA else top - 0.28 * size
    place = (round(x + (left + right - drawn.width) / 2), max(round(y), 0))
    mask.paste(255, place, drawn)
