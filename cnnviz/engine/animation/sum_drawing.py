"""The sum with its numbers, in lines, each product in the hue of its weight."""

from dataclasses import dataclass
from typing import Final

from PIL import Image, ImageDraw

from cnnviz.engine.animation.frame_text import FrameText
from cnnviz.engine.animation.labels import AnimationLabels
from cnnviz.engine.animation.layout import Type
from cnnviz.engine.animation.style import HAIRLINE, Look, mixed
from cnnviz.engine.animation.text import Colour, draw_text, line_height, text_width
from cnnviz.engine.convolution.spec import Pair
from cnnviz.engine.images.weight_hues import hues_of

_TINT: Final = 0.18


@dataclass(frozen=True, slots=True)
class _Word:
    """A piece that is not broken, and its hue when it is a product."""

    text: str
    hue: Colour | None = None
    after: str = ""


def lines_needed(story: FrameText, kernel: Pair, kind: Type) -> int:
    """Return how many lines a sum takes."""
    return len(_broken(_pieces(story, kernel), kind.text, kind.inner))


def draw_sum(
    image: Image.Image,
    y: int,
    story: FrameText,
    kernel: Pair,
    *,
    kind: Type,
    lines: int,
    look: Look,
    words: AnimationLabels,
) -> None:
    """Write a sum into so many lines; products in the middle give way to their count."""
    size, width = kind.text, kind.inner
    shown = _shortened(_pieces(story, kernel), size, width, lines, words)
    for number, line in enumerate(_broken(shown, size, width)):
        x = kind.margin
        for word in line:
            place = (x, y + number * sum_line(size))
            x = _draw_word(image, place, word, size, look)


def sum_line(size: int) -> int:
    """Return how many pixels a line of a sum is high."""
    return line_height(size) + max(4, size // 3)


def _draw_word(
    image: Image.Image, xy: tuple[int, int], word: _Word, size: int, look: Look
) -> int:
    """Write a word with what follows it; return where the next one begins."""
    (x, y), margin = xy, _margin(word, size)
    wide = text_width(word.text, size) + 2 * margin
    if word.hue is not None:
        draw = ImageDraw.Draw(image)
        bottom = y + line_height(size)
        draw.rectangle(
            (x, y, x + wide - 1, bottom), mixed(word.hue, look.ground, _TINT)
        )
        draw.rectangle((x, bottom, x + wide - 1, bottom + 2), word.hue)
    draw_text(image, (x + margin, y), word.text, size, look.ink)
    if word.after:
        draw_text(image, (x + wide, y), word.after, size, look.ink)
    return x + wide + text_width(word.after, size)


def _margin(word: _Word, size: int) -> int:
    return 0 if word.hue is None else size // 4


def _pieces(story: FrameText, kernel: Pair) -> list[_Word]:
    hues = hues_of(*kernel)
    products = [
        _Word(product.text, _hue(hues, product.cell), story.separator)
        for product in story.products
    ]
    if products:
        products[-1] = _Word(products[-1].text, products[-1].hue)
    head = [_Word(story.head)] if story.head else []
    return [*head, *products, _Word(story.tail)]


def _hue(hues: tuple[tuple[Colour, ...], ...], cell: Pair) -> Colour:
    """Return the hue of a cell; grey where there are too many to tell apart."""
    return hues[cell[0]][cell[1]] if hues else HAIRLINE


def _width(word: _Word, size: int) -> int:
    after = text_width(word.after.rstrip(), size)
    return text_width(word.text, size) + 2 * _margin(word, size) + after


def _broken(words: list[_Word], size: int, width: int) -> list[list[_Word]]:
    """Put words into lines, as many as fit into each."""
    lines: list[list[_Word]] = [[]]
    x = 0
    for word in words:
        if x and x + _width(word, size) > width:
            lines.append([])
            x = 0
        lines[-1].append(word)
        x += _width(word, size) + text_width(" ", size) * bool(word.after)
    return lines


def _shortened(
    pieces: list[_Word], size: int, width: int, lines: int, words: AnimationLabels
) -> list[_Word]:
    if len(_broken(pieces, size, width)) <= lines:
        return pieces
    head = [word for word in pieces[:-1][:1] if word.hue is None]
    products, tail = pieces[len(head) : -1], pieces[-1]
    low, high = 1, len(products) - 1
    best = [*head, tail]
    while low <= high:  # as many as fit, the last one among them
        kept = (low + high) // 2
        left_out = len(products) - kept - 1
        dots = f"… {words.say('more_products', count=left_out)} …"
        tried = [
            *head,
            *products[:kept],
            _Word(dots, after=products[0].after),
            products[-1],
            tail,
        ]
        if len(_broken(tried, size, width)) <= lines:
            best, low = tried, kept + 1
        else:
            high = kept - 1
    return best
