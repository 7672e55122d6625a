"""Frames of a window that moves across a picture."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from cnnviz.engine.animation.captions import footer, headings, title_lines
from cnnviz.engine.animation.cells import draw_outline
from cnnviz.engine.animation.frame_text import FrameText, story
from cnnviz.engine.animation.grid_panels import InputPanel, OutputPanel
from cnnviz.engine.animation.labels import AnimationLabels
from cnnviz.engine.animation.layout import (
    Layout,
    Needs,
    Type,
    arrow_width,
    large_side,
    lay_out,
)
from cnnviz.engine.animation.scale import Scale, input_scale
from cnnviz.engine.animation.settings import AnimationSettings
from cnnviz.engine.animation.small_panels import SmallPanels
from cnnviz.engine.animation.style import DARK, LIGHT, Look
from cnnviz.engine.animation.sum_drawing import draw_sum, lines_needed
from cnnviz.engine.animation.text import (
    draw_text,
    fitted,
    line_height,
    text_width,
    wrapped,
)
from cnnviz.engine.convolution.activation.activations import activate
from cnnviz.engine.convolution.activation.functions import ACTIVATIONS
from cnnviz.engine.convolution.operations import AnyStep
from cnnviz.engine.convolution.spec import Pair
from cnnviz.engine.convolution.walk import Walk, go_to

_MOST_SUM_LINES = 4


class GridAnimation:
    """Draw the frames of a walk across a picture; quickest in the order of the walk.

    Parameters
    ----------
    walk
        Operation, activation and output channel; its position does not matter.
    settings
        Size, colours, what is drawn of large grids, which input channel.
    words
        The language.
    scale
        How the picture's numbers are coloured; found out when ``None``.
    is_cancelled
        Asked while the whole output is computed.

    Raises
    ------
    CnnvizError
        What the operation raises about its sums.
    """

    def __init__(
        self,
        walk: Walk,
        settings: AnimationSettings,
        words: AnimationLabels,
        scale: Scale | None = None,
        is_cancelled: Callable[[], bool] | None = None,
    ) -> None:
        self._walk, self._settings, self._words = walk, settings, words
        self._look: Look = DARK if settings.dark else LIGHT
        chw = walk.operation.input_chw
        self._channel = min(max(settings.channel, 0), len(chw) - 1)
        if walk.operation.traits.keeps_channels:
            self._channel = walk.output_channel
        scale = scale or input_scale(chw)
        output_hw = whole_output(walk, is_cancelled)
        self._layout = self._laid_out()
        lay = self._layout
        self._input = InputPanel(walk, self._drawn_channel(), scale, lay.input, words)
        white = ACTIVATIONS[walk.activation.kind].largest or max(abs(scale.high), 0)
        self._output = OutputPanel(output_hw, white, lay.output, words)
        self._small = SmallPanels(walk, self._in_group(walk.step), scale, lay, words)
        self._sheet = self._blank_sheet()

    @property
    def size(self) -> Pair:
        """Width and height of every frame, in pixels."""
        return self._settings.width, self._layout.height

    def story(self, position: int) -> FrameText:
        """Return what the frame of a step says."""
        walk = go_to(self._walk, position)
        return story(walk, self._words, self._in_group(walk.step))

    def frame(self, position: int) -> Image.Image:
        """Return the frame of a step: a new picture of mode ``RGB``."""
        walk, lay = go_to(self._walk, position), self._layout
        step = walk.step
        image = self._sheet.copy()
        image.paste(self._input.at(walk), lay.input_xy)
        image.paste(self._output.at(walk), lay.output_xy)
        self._outline_cell(image, walk)
        self._small.draw(image, step, self._look)
        self._write(image, self.story(position))
        return image

    def _outline_cell(self, image: Image.Image, walk: Walk) -> None:
        left, top, right, bottom = self._output.box(walk)
        x, y = self._layout.output_xy
        draw_outline(image, (x + left, y + top, x + right - 1, y + bottom - 1))

    def _write(self, image: Image.Image, told: FrameText) -> None:
        lay, look = self._layout, self._look
        kind = lay.type
        x = kind.width - kind.margin - text_width(told.place, kind.text)
        draw_text(image, (x, lay.place_y), told.place, kind.text, look.ink)
        draw_sum(
            image,
            (kind.margin, lay.sum_y),
            told,
            self._walk.sweep.kernel,
            size=kind.text,
            width=kind.inner,
            lines=lay.sum_lines,
            look=look,
            words=self._words,
        )
        if lay.channels_y is not None:
            text = fitted(told.channels, kind.text, kind.inner)
            draw_text(image, (kind.margin, lay.channels_y), text, kind.text, look.ink)

    def _blank_sheet(self) -> Image.Image:
        """Return what is the same on all frames: title, headings, and the lines below."""
        lay, look = self._layout, self._look
        kind = lay.type
        image = Image.new("RGB", self.size, look.ground)
        for number, text in enumerate(self._title[0]):
            y = kind.margin + number * line_height(kind.title)
            draw_text(image, (kind.margin, y), text, kind.title, look.ink)
        for x, lines in self._placed_headings():
            y = lay.stage_y - 4 - len(lines) * line_height(kind.small)
            for number, text in enumerate(lines):
                place = (x, y + number * line_height(kind.small))
                draw_text(image, place, text, kind.small, look.faded)
        for number, text in enumerate(self._footer):
            y = lay.formula_y + number * (line_height(kind.small) + 2)
            draw_text(image, (kind.margin, y), text, kind.small, look.faded)
        self._draw_arrows(image)
        return image

    def _placed_headings(self) -> list[tuple[int, tuple[str, ...]]]:
        """Return where the headings of input and output begin, and their lines.

        Above its grid; further left where the grid is narrower than its heading.
        """
        lay = self._layout
        sides = (
            (lay.input_xy[0], lay.type.margin + _side(lay.type)),
            (lay.output_xy[0], lay.type.width - lay.type.margin),
        )
        placed = []
        for lines, (x, end) in zip(self._headings, sides, strict=True):
            wide = max(text_width(line, lay.type.small) for line in lines)
            placed.append((min(x, end - wide), lines))
        return placed

    def _draw_arrows(self, image: Image.Image) -> None:
        lay = self._layout
        size = lay.type.title
        arrow = text_width("→", size)
        y = lay.stage_y + lay.stage_height // 2 - size
        right_of_input = lay.input_xy[0] + lay.input.size[0]
        right_of_middle = lay.middle_x + lay.middle_width
        for left, right in (
            (right_of_input, lay.middle_x),
            (right_of_middle, lay.output_xy[0]),
        ):
            x = (left + right - arrow) // 2
            draw_text(image, (x, y), "→", size, self._look.faded)

    def _drawn_channel(self) -> int:
        """Return which channel of the picture is drawn: one that the kernel meets."""
        step = self._walk.step
        return step.first_channel + self._in_group(step)

    def _in_group(self, step: AnyStep) -> int:
        return min(max(self._channel - step.first_channel, 0), step.channels - 1)

    def _laid_out(self) -> Layout:
        walk, sweep = self._walk, self._walk.sweep
        step = walk.step
        is_weighted = walk.operation.expression(step).is_weighted
        shape = Needs(
            padded_hw=(
                sweep.top + sweep.grid_hw[0] + sweep.bottom,
                sweep.left + sweep.grid_hw[1] + sweep.right,
            ),
            output_hw=walk.output_hw,
            span=sweep.span,
            kernel=sweep.kernel,
            small_grids=3 if is_weighted else 1,
            sum_lines=1,
            has_channels=step.channels > 1,
        )
        lay = lay_out(self._settings.width, self._settings.view, shape)
        told, kind, words = self._some_stories(), lay.type, self._words
        needed = max(
            lines_needed(one, sweep.kernel, kind.text, kind.inner) for one in told
        )
        longest = max((one.place for one in told), key=len)
        self._title = title_lines(walk.operation, longest, kind, words)
        self._headings = tuple(
            wrapped(parts, kind.small, _side(kind))
            for parts in headings(walk, self._drawn_channel(), words)
        )
        self._footer = footer(walk.operation, kind, words, is_whole=lay.input.is_whole)
        shape = replace(
            shape,
            sum_lines=min(needed, _MOST_SUM_LINES),
            title_lines=len(self._title[0]),
            place_below=self._title[1],
            heading_lines=max(map(len, self._headings)),
            footer_lines=len(self._footer),
        )
        return lay_out(self._settings.width, self._settings.view, shape)

    def _some_stories(self) -> list[FrameText]:
        """Return what some frames say, to see how much room a sum takes."""
        steps = self._walk.steps
        places = {step * (steps - 1) // 24 for step in range(25)}
        walks = [go_to(self._walk, place) for place in places]
        return [story(walk, self._words, self._in_group(walk.step)) for walk in walks]


def _side(kind: Type) -> int:
    """Return how wide a heading of the input or of the output may be."""
    return large_side(kind) + arrow_width(kind) // 2


def whole_output(
    walk: Walk, is_cancelled: Callable[[], bool] | None = None
) -> NDArray[np.float32]:
    """Return all numbers of the walk's output channel, after the activation."""
    operation, channel = walk.operation, walk.output_channel
    if walk.activation.kind == "softmax":
        every = activate(operation.whole(None, is_cancelled), walk.activation)
        return np.ascontiguousarray(every[channel])
    sums = operation.whole(channel, is_cancelled)
    return np.ascontiguousarray(activate(sums, walk.activation)[0])
