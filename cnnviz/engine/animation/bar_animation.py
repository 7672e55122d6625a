"""Frames of a kernel that slides along a signal."""

import numpy as np
from PIL import Image, ImageDraw

from cnnviz.engine.animation.bars import Bar, Row, draw_bars
from cnnviz.engine.animation.captions import footer, title_lines
from cnnviz.engine.animation.cells import cross_out, draw_outline
from cnnviz.engine.animation.fitting import lettered
from cnnviz.engine.animation.frame_text import FrameText, story
from cnnviz.engine.animation.framing import framing
from cnnviz.engine.animation.grid_animation import whole_output
from cnnviz.engine.animation.labels import AnimationLabels
from cnnviz.engine.animation.layout import Type
from cnnviz.engine.animation.settings import AnimationSettings
from cnnviz.engine.animation.style import DARK, LIGHT, PADDING, PENDING, mixed
from cnnviz.engine.animation.sum_drawing import draw_sum, lines_needed, sum_line
from cnnviz.engine.animation.text import Colour, draw_text, line_height, text_width
from cnnviz.engine.convolution.dependencies import unreached
from cnnviz.engine.convolution.padding import Array
from cnnviz.engine.convolution.spec import Pair
from cnnviz.engine.convolution.walk import Walk, go_to
from cnnviz.engine.images.weight_hues import weight_hues

_MOST_SUM_LINES = 4
_SHARES = (1.3, 0.9, 0.9, 1.3)
"""How high signal, kernel, products and output are, in parts of each other."""


class BarAnimation:
    """Draw the frames of a walk along a signal: four rows of bars, one below another.

    Parameters
    ----------
    walk
        Operation and activation; its position does not matter.
    settings
        Size, colours, and what is drawn of a long signal.
    words
        The language.
    """

    def __init__(
        self, walk: Walk, settings: AnimationSettings, words: AnimationLabels
    ) -> None:
        self._walk, self._settings, self._words = walk, settings, words
        self._signal = np.asarray(walk.operation.input_chw[0, 0], np.float64)
        self._look = DARK if settings.dark else LIGHT
        self._type = Type(settings.width)
        self._made = whole_output(walk)[0].astype(np.float64)
        kernel_chw = walk.step.kernel_chw
        assert kernel_chw is not None
        self._kernel = kernel_chw[0, 0]
        sweep = walk.sweep
        self._cells = sweep.left + sweep.grid_hw[1] + sweep.right
        self._framed = framing(
            (1, self._cells),
            (self._type.inner, settings.width),
            settings.view,
            (1, sweep.kernel[1] + 2),
        )
        last = self.story(walk.steps - 1).place
        self._title, self._place_below = title_lines(
            walk.operation, last, self._type, words
        )
        self._footer = footer(
            walk.operation, self._type, words, is_whole=self._framed.is_whole
        )
        self._unreached = unreached(sweep).columns + sweep.left
        self._rows = self._placed_rows()
        self._lines = self._sum_lines()
        self._sheet = self._blank_sheet()

    @property
    def size(self) -> Pair:
        """Width and height of every frame, in pixels."""
        lines = len(self._footer)
        height = self._formula_y + lines * (line_height(self._type.small) + 2)
        height += self._type.margin
        return self._settings.width, height + height % 2

    @property
    def _sum_y(self) -> int:
        last = self._rows[-1]
        return last.y + last.height + self._type.margin

    @property
    def _formula_y(self) -> int:
        lines = self._lines * sum_line(self._type.text)
        return self._sum_y + lines + self._type.margin // 2

    def story(self, position: int) -> FrameText:
        """Return what the frame of a step says."""
        return story(go_to(self._walk, position), self._words)

    def frame(self, position: int) -> Image.Image:
        """Return the frame of a step: a new picture of mode ``RGB``."""
        walk, image = go_to(self._walk, position), self._sheet.copy()
        step, sweep = walk.step, walk.sweep
        assert step.products_chw is not None
        start = step.left + sweep.left
        first = self._framed.origin((0.5, start + sweep.kernel[1] / 2))[1]
        self._shade_window(image, start - first)
        hues = weight_hues(*sweep.kernel)[0]
        signal, kernel, products, output = self._rows
        bars = self._signal_bars(first, start, hues)
        draw_bars(image, signal, bars, self._look, self._words)
        self._cross_out(image, signal, first)
        for row, values in (
            (kernel, self._kernel),
            (products, step.products_chw[0, 0]),
        ):
            bars = [
                Bar(start - first + index, value, hues[index])
                for index, value in enumerate(values.tolist())
            ]
            draw_bars(image, row, bars, self._look, self._words)
        self._draw_output(image, output, first, position)
        self._write(image, self.story(position))
        return image

    def _cross_out(self, image: Image.Image, row: Row, first: int) -> None:
        """Cross out the places that no window reaches."""
        if not len(self._unreached):
            return
        box = (row.x, row.y, row.x + row.width, row.y + row.height)
        part, no_rows = image.crop(box), self._unreached[:0]
        cross_out(part, no_rows, self._unreached - first, row.cell)
        image.paste(part, box[:2])

    def _signal_bars(
        self, first: int, start: int, hues: tuple[Colour, ...]
    ) -> list[Bar]:
        """Return the bars of the signal and its padding that are seen."""
        left, plain = (
            self._walk.sweep.left,
            mixed(self._look.ink, self._look.ground, 0.45),
        )
        bars = []
        for column in range(first, first + self._framed.columns):
            at, in_window = column - left, column - start
            inside = 0 <= at < len(self._signal)
            value = float(self._signal[at]) if inside else 0.0
            fill = plain if inside else PADDING
            hue = hues[in_window] if 0 <= in_window < len(hues) else None
            bars.append(Bar(column - first, value, hue or fill, fill if hue else None))
        return bars

    def _draw_output(
        self, image: Image.Image, row: Row, first: int, position: int
    ) -> None:
        """Draw what has been made, each number under the middle of its window."""
        stride, kernel = self._walk.sweep.stride[1], self._walk.sweep.kernel[1]
        middle, seen = (kernel - 1) / 2 - first, self._framed.columns
        bars, draw = [], ImageDraw.Draw(image)
        zero, plain = row.level(0), mixed(self._look.accent, self._look.ground, 0.75)
        for index, value in enumerate(self._made.tolist()):
            column = index * stride + middle
            if not 0 <= column <= seen - 1:
                continue
            if index <= position:
                bars.append(Bar(column, value, plain))
            else:
                x = row.x + round((column + 0.5) * row.cell)
                half = max(2, round(row.cell * 0.3))
                draw.rectangle((x - half, zero - 2, x + half, zero + 2), PENDING)
        draw_bars(image, row, bars, self._look, self._words)
        left = row.x + round((position * stride + middle) * row.cell)
        right = left + round(row.cell)
        draw_outline(image, (left, row.y, right, row.y + row.height))

    def _shade_window(self, image: Image.Image, column: int) -> None:
        """Shade the way from the window down to its sum."""
        row, last = self._rows[0], self._rows[2]
        left = row.x + round(column * row.cell)
        right = row.x + round((column + self._walk.sweep.kernel[1]) * row.cell)
        shade = mixed(self._look.accent, self._look.ground, 0.12)
        box = (left, row.y, right, last.y + last.height)
        ImageDraw.Draw(image).rectangle(box, shade)

    def _placed_rows(self) -> tuple[Row, ...]:
        kind, width = self._type, self._settings.width
        heading = line_height(kind.small) + 2
        y = kind.margin + len(self._title) * line_height(kind.title)
        y += self._place_below * line_height(kind.text)
        rows = []
        for share, values in zip(_SHARES, self._numbers_of_rows(), strict=True):
            y += heading + kind.margin // 2
            height = round(width * 0.08 * share) + 16
            rows.append(self._row(y, height, values))
            y += height
        return tuple(rows)

    def _row(self, y: int, height: int, values: Array) -> Row:
        cell = self._framed.cell
        wide = self._framed.size[0]
        return Row(
            x=self._type.margin + (self._type.inner - wide) // 2,
            y=y,
            width=wide,
            height=height,
            cell=cell,
            low=min(0.0, float(values.min())),
            high=max(0.0, float(values.max())),
            how=lettered(values, min(cell - 2, 40), self._words),
        )

    def _numbers_of_rows(self) -> tuple[Array, ...]:
        """Return all numbers that may come in each row."""
        ends = np.array([self._signal.min(), self._signal.max(), 0.0])
        some = np.append(self._signal[:256], ends)
        products = np.outer(some, self._kernel)
        return self._signal, self._kernel, products, self._made

    def _sum_lines(self) -> int:
        steps, kind = self._walk.steps, self._type
        needed = max(
            lines_needed(
                self.story(step * (steps - 1) // 24),
                self._walk.sweep.kernel,
                kind.text,
                kind.inner,
            )
            for step in range(25)
        )
        return min(needed, _MOST_SUM_LINES)

    def _blank_sheet(self) -> Image.Image:
        """Return what is the same on all frames."""
        kind, words, look = self._type, self._words, self._look
        image = Image.new("RGB", self.size, look.ground)
        for number, line in enumerate(self._title):
            y = kind.margin + number * line_height(kind.title)
            draw_text(image, (kind.margin, y), line, kind.title, look.ink)
        names = (
            f"{words.signal}, {len(self._signal)}",
            words.kernel,
            words.products,
            f"{words.output}, {len(self._made)}",
        )
        for row, text in zip(self._rows, names, strict=True):
            y = row.y - line_height(kind.small) - 2
            draw_text(image, (kind.margin, y), text, kind.small, look.faded)
        for number, line in enumerate(self._footer):
            y = self._formula_y + number * (line_height(kind.small) + 2)
            draw_text(image, (kind.margin, y), line, kind.small, look.faded)
        return image

    def _write(self, image: Image.Image, told: FrameText) -> None:
        kind, look = self._type, self._look
        place = text_width(told.place, kind.text)
        x = kind.width - kind.margin - place
        y = kind.margin + round((kind.title - kind.text) * 0.9)
        if self._place_below:
            y = kind.margin + len(self._title) * line_height(kind.title) + 2
        draw_text(image, (x, y), told.place, kind.text, look.ink)
        draw_sum(
            image,
            (kind.margin, self._sum_y),
            told,
            self._walk.sweep.kernel,
            size=kind.text,
            width=kind.inner,
            lines=self._lines,
            look=look,
            words=self._words,
        )
