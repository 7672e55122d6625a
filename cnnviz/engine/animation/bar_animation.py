"""Frames of a kernel that slides along a signal."""

import numpy as np
from PIL import Image, ImageDraw
from typing_extensions import override

from cnnviz.engine.animation.bars import Bar, Row, draw_bars
from cnnviz.engine.animation.cells import cross_out, draw_outline
from cnnviz.engine.animation.fitting import lettered
from cnnviz.engine.animation.frames import Animation, whole_output
from cnnviz.engine.animation.framing import framing
from cnnviz.engine.animation.labels import AnimationLabels
from cnnviz.engine.animation.settings import AnimationSettings
from cnnviz.engine.animation.style import PADDING, PENDING, mixed
from cnnviz.engine.animation.text import Colour, draw_text, line_height
from cnnviz.engine.convolution.dependencies import unreached
from cnnviz.engine.convolution.walk import Walk
from cnnviz.engine.images.weight_hues import weight_hues

_SHARES = (1.3, 0.9, 0.9, 1.3)
"""How high signal, kernel, products and output are, in parts of each other."""


class BarAnimation(Animation):
    """Draw the frames of a walk along a signal: four rows of bars, one below another."""

    def __init__(
        self, walk: Walk, settings: AnimationSettings, words: AnimationLabels
    ) -> None:
        super().__init__(walk, settings, words)
        self._signal = np.asarray(walk.operation.input_chw[0, 0], np.float64)
        self._made = whole_output(walk)[0].astype(np.float64)
        kernel_chw = walk.step.kernel_chw
        assert kernel_chw is not None
        self._kernel = kernel_chw[0, 0]
        geometry = walk.geometry
        self._framed = framing(
            (1, geometry.left + geometry.grid_hw[1] + geometry.right),
            (self._type.inner, settings.width),
            settings.view,
            (1, geometry.kernel[1] + 2),
        )
        self._unreached = unreached(geometry).columns + geometry.left
        self._rows = self._placed_rows()
        last, margin = self._rows[-1], self._type.margin
        below = last.y + last.height + margin
        self._finish(below, margin // 2, is_whole=self._framed.is_whole)

    @override
    def _draw(self, image: Image.Image, walk: Walk) -> None:
        step, geometry = walk.step, walk.geometry
        assert step.products_chw is not None
        start = step.left + geometry.left
        first = self._framed.origin((0.5, start + geometry.kernel[1] / 2))[1]
        self._shade_window(image, start - first)
        hues = weight_hues(*geometry.kernel)[0]
        signal, kernel, products, output = self._rows
        draw_bars(image, signal, self._signal_bars(first, start, hues), self._look)
        self._cross_out(image, signal, first)
        for row, values in (
            (kernel, self._kernel),
            (products, step.products_chw[0, 0]),
        ):
            bars = [
                Bar(start - first + index, value, hues[index])
                for index, value in enumerate(values.tolist())
            ]
            draw_bars(image, row, bars, self._look)
        self._draw_output(image, output, first, walk.position)

    @override
    def _head(self, image: Image.Image) -> None:
        """Write what each row is called."""
        kind, words = self._type, self._words
        names = (
            f"{words.say('signal_row')}, {len(self._signal)}",
            words.say("kernel"),
            words.say("products"),
            f"{words.say('output')}, {len(self._made)}",
        )
        for row, text in zip(self._rows, names, strict=True):
            place = (kind.margin, row.y - line_height(kind.small) - 2)
            draw_text(image, place, text, kind.small, self._look.faded)

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
        left = self._walk.geometry.left
        plain = mixed(self._look.ink, self._look.ground, 0.45)
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
        stride, kernel = self._walk.geometry.stride[1], self._walk.geometry.kernel[1]
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
        draw_bars(image, row, bars, self._look)
        left = row.x + round((position * stride + middle) * row.cell)
        right = left + round(row.cell)
        draw_outline(image, (left, row.y, right + 1, row.y + row.height + 1))

    def _shade_window(self, image: Image.Image, column: int) -> None:
        """Shade the way from the window down to its sum."""
        row, last = self._rows[0], self._rows[2]
        left = row.x + round(column * row.cell)
        right = row.x + round((column + self._walk.geometry.kernel[1]) * row.cell)
        shade = mixed(self._look.accent, self._look.ground, 0.12)
        box = (left, row.y, right, last.y + last.height)
        ImageDraw.Draw(image).rectangle(box, shade)

    def _placed_rows(self) -> tuple[Row, ...]:
        """Find a place for each row, on the scale of all numbers that may come in it."""
        kind, framed = self._type, self._framed
        ends = np.array([self._signal.min(), self._signal.max(), 0.0])
        some = np.append(self._signal[:256], ends)
        products = np.outer(some, self._kernel)
        y = self._title_end + self._place_below * line_height(kind.text)
        rows = []
        numbers = (self._signal, self._kernel, products, self._made)
        for share, values in zip(_SHARES, numbers, strict=True):
            y += line_height(kind.small) + 2 + kind.margin // 2
            row = Row(
                x=kind.margin + (kind.inner - framed.size[0]) // 2,
                y=y,
                width=framed.size[0],
                height=round(kind.width * 0.08 * share) + 16,
                cell=framed.cell,
                low=min(0.0, float(values.min())),
                high=max(0.0, float(values.max())),
                how=lettered(values, min(framed.cell - 2, 40), self._words),
            )
            rows.append(row)
            y += row.height
        return tuple(rows)
