"""The sum with its numbers, in lines, each product in the hue of its weight."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from PIL import Image, ImageDraw

from cnnviz.engine.animation.frame_text import FrameText, Word
from cnnviz.engine.animation.labels import AnimationLabels
from cnnviz.engine.animation.layout import Type
from cnnviz.engine.animation.style import HAIRLINE, Look, mixed
from cnnviz.engine.animation.text import Colour, draw_text, line_height, text_width
from cnnviz.engine.convolution.spec import Pair
from cnnviz.engine.images.weight_hues import hues_of

_TINT: Final = 0.18


def lines_needed(story: FrameText, kind: Type) -> int:
    """Return how many lines a sum takes."""
    return len(_broken(story.sum, kind))


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
    hues = hues_of(*kernel)
    shown = _shortened(story.sum, kind, lines, words)
    for number, line in enumerate(_broken(shown, kind)):
        x = kind.margin
        for word in line:
            hue = None
            if word.cell is not None:  # grey where there are too many to tell apart
                hue = hues[word.cell[0]][word.cell[1]] if hues else HAIRLINE
            place = (x, y + number * sum_line(kind.text))
            x = _draw_word(image, place, word, hue, kind.text, look)


def sum_line(size: int) -> int:
    """Return how many pixels a line of a sum is high."""
    return line_height(size) + max(4, size // 3)


def _draw_word(
    image: Image.Image,
    xy: tuple[int, int],
    word: Word,
    hue: Colour | None,
    size: int,
    look: Look,
) -> int:
    """Write a word with what follows it; return where the next one begins."""
    (x, y), margin = xy, _margin(word, size)
    end = x + text_width(word.text, size) + 2 * margin
    if hue is not None:
        draw = ImageDraw.Draw(image)
        bottom = y + line_height(size)
        draw.rectangle((x, y, end - 1, bottom), mixed(hue, look.ground, _TINT))
        draw.rectangle((x, bottom, end - 1, bottom + 2), hue)
    draw_text(image, (x + margin, y), word.text, size, look.ink)
    if word.after:
        draw_text(image, (end, y), word.after, size, look.ink)
    return end + text_width(word.after, size)


def _margin(word: Word, size: int) -> int:
    return 0 if word.cell is None else size // 4


def _broken(words: Sequence[Word], kind: Type) -> list[list[Word]]:
    """Put words into lines, as many as fit into each."""
    lines: list[list[Word]] = [[]]
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
    pieces: Sequence[Word], kind: Type, lines: int, words: AnimationLabels
) -> Sequence[Word]:
    """Leave out as many products as must be, from the second on, but not the last."""
    head = [word for word in pieces[:-1][:1] if word.cell is None]
    products, tail = pieces[len(head) : -1], pieces[-1]

    def with_first(kept: int) -> Sequence[Word]:
        count = len(products) - kept - 1
        left_out = f"… {words.say('more_products', count=count)} …"
        dots = Word(left_out, after=products[0].after)
        return [*head, *products[:kept], dots, products[-1], tail]

    def is_too_long(shown: Sequence[Word]) -> bool:
        return len(_broken(shown, kind)) > lines

    if not is_too_long(pieces):
        return pieces
    some = range(1, len(products))
    kept = bisect_left(some, True, key=lambda kept: is_too_long(with_first(kept)))
    return with_first(kept) if kept else [*head, tail]
