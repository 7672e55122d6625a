"""Frames of a window that moves across a picture."""

from collections.abc import Callable

from PIL import Image
from typing_extensions import override

from cnnviz.engine.animation.captions import headings
from cnnviz.engine.animation.cells import draw_outline
from cnnviz.engine.animation.frames import Animation, whole_output
from cnnviz.engine.animation.grid_panels import InputPanel, OutputPanel
from cnnviz.engine.animation.labels import AnimationLabels
from cnnviz.engine.animation.layout import lay_out
from cnnviz.engine.animation.scale import Scale, input_scale, output_scale
from cnnviz.engine.animation.settings import AnimationSettings
from cnnviz.engine.animation.small_panels import SmallPanels
from cnnviz.engine.animation.text import (
    draw_lines,
    draw_text,
    line_height,
    text_width,
    wrapped,
)
from cnnviz.engine.convolution.activation.functions import ACTIVATIONS
from cnnviz.engine.convolution.walk import Walk


class GridAnimation(Animation):
    """Draw the frames of a walk across a picture: two large grids, small ones between.

    Parameters
    ----------
    walk, settings, words
        As for `Animation`.
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
        super().__init__(walk, settings, words)
        kind, step = self._type, walk.step
        channel = self._in_group(step)
        drawn = step.first_channel + channel
        widest = kind.side + kind.arrow // 2
        self._headings = tuple(
            wrapped(parts, kind.small, widest) for parts in headings(walk, drawn, words)
        )
        top = self._title_end + kind.gap + 4
        top += self._place_below * (line_height(kind.text) + 2)
        top += max(map(len, self._headings)) * line_height(kind.small)
        self._layout = lay = lay_out(kind, settings.view, walk, top)
        output_hw = whole_output(walk, is_cancelled)
        scale = scale or input_scale(walk.operation.input_chw)
        white = ACTIVATIONS[walk.activation.kind].largest or max(abs(scale.high), 0)
        self._input = InputPanel(walk, drawn, scale, lay.input, words)
        self._output = OutputPanel(
            output_hw, output_scale(output_hw, white), lay.output, words
        )
        self._small = SmallPanels(walk, channel, scale, lay, words)
        sum_y = top + lay.height + 2 * kind.gap
        self._finish(sum_y, kind.gap // 2, is_whole=lay.input.is_whole)

    @override
    def _draw(self, image: Image.Image, walk: Walk) -> None:
        lay = self._layout
        image.paste(self._input.at(walk), lay.input_xy)
        image.paste(self._output.at(walk), lay.output_xy)
        draw_outline(image, self._output.box(walk), lay.output_xy)
        self._small.draw(image, walk.step, self._look)

    @override
    def _head(self, image: Image.Image) -> None:
        """Draw headings and arrows."""
        lay, kind, faded = self._layout, self._type, self._look.faded
        for x, lines in self._placed_headings():
            y = lay.top - 4 - len(lines) * line_height(kind.small)
            draw_lines(image, (x, y), lines, kind.small, faded)
        arrow = text_width("→", kind.title)
        y = lay.top + lay.height // 2 - kind.title
        for left, right in (
            (lay.input_xy[0] + lay.input.size[0], lay.middle_x),
            (lay.middle_x + kind.middle, lay.output_xy[0]),
        ):
            place = ((left + right - arrow) // 2, y)
            draw_text(image, place, "→", kind.title, faded)

    def _placed_headings(self) -> list[tuple[int, tuple[str, ...]]]:
        """Return where the headings of input and output begin, and their lines.

        Above its grid; further left where the grid is narrower than its heading.
        """
        lay, kind = self._layout, self._type
        sides = (
            (lay.input_xy[0], kind.margin + kind.side + kind.arrow // 2),
            (lay.output_xy[0], kind.width - kind.margin),
        )
        placed = []
        for lines, (x, end) in zip(self._headings, sides, strict=True):
            wide = max(text_width(line, kind.small) for line in lines)
            placed.append((min(x, end - wide), lines))
        return placed
