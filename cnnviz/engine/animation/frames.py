"""Frames of a walk: what is the same whatever is walked across."""

from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from cnnviz.engine.animation.captions import footer, title_lines
from cnnviz.engine.animation.frame_text import FrameText, story
from cnnviz.engine.animation.labels import AnimationLabels
from cnnviz.engine.animation.layout import Type
from cnnviz.engine.animation.settings import AnimationSettings
from cnnviz.engine.animation.style import DARK, LIGHT
from cnnviz.engine.animation.sum_drawing import draw_sum, lines_needed, sum_line
from cnnviz.engine.animation.text import (
    draw_lines,
    draw_text,
    fitted,
    line_height,
    text_width,
)
from cnnviz.engine.convolution.activation.activations import activate
from cnnviz.engine.convolution.operations import AnyStep
from cnnviz.engine.convolution.spec import Pair
from cnnviz.engine.convolution.walk import Walk, go_to

_MOST_SUM_LINES: Final = 4


class Animation(ABC):
    """Draw the frames of a walk; quickest in the order of the walk.

    A subclass finds places for what it draws, and calls ``_finish`` at the end of its
    constructor.

    Parameters
    ----------
    walk
        Operation, activation and output channel; its position does not matter.
    settings
        Size, colours, what is drawn of large grids, which input channel.
    words
        The language.

    Attributes
    ----------
    size
        Width and height of every frame, in pixels.
    """

    size: Pair

    def __init__(
        self, walk: Walk, settings: AnimationSettings, words: AnimationLabels
    ) -> None:
        self._walk, self._settings, self._words = walk, settings, words
        self._look = DARK if settings.dark else LIGHT
        self._type = kind = Type(settings.width)
        self._channel = min(settings.channel, len(walk.operation.input_chw) - 1)
        if walk.operation.traits.keeps_channels:
            self._channel = walk.output_channel
        some = {part * (walk.steps - 1) // 24 for part in range(25)}
        told = [self.story(position) for position in some]
        place = max((one.place for one in told), key=len)
        self._title, self._place_below = title_lines(walk.operation, place, kind, words)
        self._title_end = kind.margin + len(self._title) * line_height(kind.title)
        needed = max(lines_needed(one, kind) for one in told)
        self._sum_lines = min(needed, _MOST_SUM_LINES)

    def story(self, position: int) -> FrameText:
        """Return what the frame of a step says."""
        walk = go_to(self._walk, position)
        return story(walk, self._words, self._in_group(walk.step))

    def frame(self, position: int) -> Image.Image:
        """Return the frame of a step: a new picture of mode ``RGB``."""
        image = self._sheet.copy()
        self._draw(image, go_to(self._walk, position))
        self._write(image, self.story(position))
        return image

    @abstractmethod
    def _draw(self, image: Image.Image, walk: Walk) -> None:
        """Draw the numbers of a step."""

    @abstractmethod
    def _head(self, image: Image.Image) -> None:
        """Draw what is the same on all frames, but title and footer."""

    def _in_group(self, step: AnyStep) -> int:
        """Return which channel of a step is drawn, counted among its own."""
        return min(max(self._channel - step.first_channel, 0), step.channels - 1)

    def _finish(self, sum_y: int, apart: int, *, is_whole: bool) -> None:
        """Place sum and footer, so many pixels apart; draw what never changes."""
        kind, line = self._type, sum_line(self._type.text)
        texts = footer(self._walk.operation, kind, self._words, is_whole=is_whole)
        self._sum_y = sum_y
        self._channels_y = sum_y + self._sum_lines * line
        footer_y = self._channels_y + (self._walk.step.channels > 1) * line + apart
        height = footer_y + len(texts) * (line_height(kind.small) + 2) + kind.margin
        self.size = (
            kind.width,
            height + height % 2,
        )  # odd heights trouble other programs
        self._sheet = Image.new("RGB", self.size, self._look.ground)
        corner = (kind.margin, kind.margin)
        draw_lines(self._sheet, corner, self._title, kind.title, self._look.ink)
        self._head(self._sheet)
        below = (kind.margin, footer_y)
        draw_lines(self._sheet, below, texts, kind.small, self._look.faded, apart=2)

    def _write(self, image: Image.Image, told: FrameText) -> None:
        kind, ink = self._type, self._look.ink
        x = kind.width - kind.margin - text_width(told.place, kind.text)
        y = kind.margin + round((kind.title - kind.text) * 0.9)
        if self._place_below:
            y = self._title_end + 2
        draw_text(image, (x, y), told.place, kind.text, ink)
        draw_sum(
            image,
            self._sum_y,
            told,
            self._walk.geometry.kernel,
            kind=kind,
            lines=self._sum_lines,
            look=self._look,
            words=self._words,
        )
        text = fitted(told.channels, kind.text, kind.inner)
        draw_text(image, (kind.margin, self._channels_y), text, kind.text, ink)


def whole_output(
    walk: Walk, is_cancelled: Callable[[], bool] | None = None
) -> NDArray[np.float32]:
    """Return all numbers of the walk's output channel, after the activation."""
    operation, channel = walk.operation, walk.output_channel
    if walk.activation.kind == "softmax":
        every = activate(operation.compute(None, is_cancelled), walk.activation)
        return np.ascontiguousarray(every[channel])
    sums = operation.compute(channel, is_cancelled)
    return np.ascontiguousarray(activate(sums, walk.activation)[0])
