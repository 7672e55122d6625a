"""The sum with its numbers, in lines, each product in the hue of its weight."""

from bisect import bisect_left
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
    return len(_broken(_pieces(story, kernel), kind))


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
    shown = _shortened(_pieces(story, kernel), kind, lines, words)
    for number, line in enumerate(_broken(shown, kind)):
        x = kind.margin
        for word in line:
            place = (x, y + number * sum_line(kind.text))
            x = _draw_word(image, place, word, kind.text, look)


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
    """Return the words of a sum; grey products where there are too many to tell apart."""
    hues, last = hues_of(*kernel), len(story.products) - 1
    products = [
        _Word(
            product.text,
            hues[product.cell[0]][product.cell[1]] if hues else HAIRLINE,
            story.separator if number < last else "",
        )
        for number, product in enumerate(story.products)
    ]
    head = [_Word(story.head)] if story.head else []
    return [*head, *products, _Word(story.tail)]


def _broken(words: list[_Word], kind: Type) -> list[list[_Word]]:
    """Put words into lines, as many as fit into each."""
    lines: list[list[_Word]] = [[]]
    x = 0
    for word in words:
        after = text_width(word.after.rstrip(), kind.text)
        wide = text_width(word.text, kind.text) + 2 * _margin(word, kind.text) + after
        if x and x + wide > kind.inner:
            lines.append([])
            x = 0
        lines[-1].append(word)
        x += wide + text_width(" ", kind.text) * bool(word.after)
    return lines


def _shortened(
    pieces: list[_Word], kind: Type, lines: int, words: AnimationLabels
) -> list[_Word]:
    """Leave out as many products as must be, from the second on, but not the last."""
    head = [word for word in pieces[:-1][:1] if word.hue is None]
    products, tail = pieces[len(head) : -1], pieces[-1]

    def with_first(kept: int) -> list[_Word]:
        count = len(products) - kept - 1
        left_out = f"… {words.say('more_products', count=count)} …"
        dots = _Word(left_out, after=products[0].after)
        return [*head, *products[:kept], dots, products[-1], tail]

    def is_too_long(shown: list[_Word]) -> bool:
        return len(_broken(shown, kind)) > lines

    if not is_too_long(pieces):
        return pieces
    some = range(1, len(products))
    kept = bisect_left(some, True, key=lambda kept: is_too_long(with_first(kept)))
    return with_first(kept) if kept else [*head, tail]
