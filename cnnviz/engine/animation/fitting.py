"""How numbers are written into cells so that all of them fit, and none jumps."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from cnnviz.engine.animation.labels import AnimationLabels
from cnnviz.engine.animation.text import text_width
from cnnviz.engine.convolution.padding import Array

_SMALLEST, _EASY, _LARGEST = 9, 11, 26
_SAMPLED: Final = 512
_MOST: Final = 0.8


@dataclass(frozen=True, slots=True)
class Lettered:
    """Digits and type size of the numbers of one grid, the same through an animation."""

    digits: int
    size: int
    words: AnimationLabels

    def text(self, value: float, room: float) -> str:
        """Return a number as written in a cell; dots where it is too wide after all."""
        for digits in range(self.digits, 0, -1):
            text = self.words.number(value, digits)
            if text_width(text, self.size) <= room:
                return text
        return "…"


def lettered(values: Array, room: float, words: AnimationLabels) -> Lettered | None:
    """Choose digits and size so that numbers fit ``room`` pixels, or return ``None``.

    Digits are given up before the type becomes too small to read.

    Parameters
    ----------
    values
        All numbers that may come; of very many a fair share is tried.
    room
        Pixels from edge to edge, less what has to stay free.
    words
        For the decimal point.
    """
    largest = int(min(room * 0.5, _LARGEST))
    if not (tried := _sample(values)):
        return Lettered(4, largest, words) if room > 18 else None
    for digits, smallest in ((4, _EASY), (3, _EASY), (2, _SMALLEST)):
        texts = {words.number(value, digits) for value in tried}
        for size in range(largest, smallest - 1, -1):
            if all(text_width(text, size) <= room for text in texts):
                return Lettered(digits, size, words)
    # The widest few can do with dots, as long as most say what they are.
    fit = sum(text_width(text, _SMALLEST) <= room for text in texts)
    return Lettered(2, _SMALLEST, words) if fit >= _MOST * len(texts) else None


def _sample(values: Array) -> list[float]:
    """Return some of the different numbers, the extreme ones among them."""
    numbers = np.asarray(values, np.float64).ravel()
    if numbers.size > 2**20:
        numbers = np.append(
            numbers[:: numbers.size // 2**18], (numbers.min(), numbers.max())
        )
    different = np.unique(numbers[np.isfinite(numbers)])
    every = max(1, len(different) // _SAMPLED)
    return [*different[::every].tolist(), *different[-1:].tolist()]
