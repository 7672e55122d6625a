"""What the open number sees of the picture: the square, measured, layer by layer."""

from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QLabel, QWidget

from cnnviz.engine.images.colour_maps import signed_range, to_indices
from cnnviz.pages.network.model.closer import Closer
from cnnviz.pages.network.presenters.closer import CloserState
from cnnviz.pages.network.views.closer.growth_bars import GrowthBars
from cnnviz.ui.canvas.grid_canvas import GridCanvas
from cnnviz.ui.canvas.grid_cells import Cells
from cnnviz.ui.canvas.grid_geometry import Frame, GridView
from cnnviz.ui.layouts import in_column, in_row
from cnnviz.ui.numbers import whole, whole_percent
from cnnviz.ui.page import Retranslated, set_names
from cnnviz.ui.texts import sentence
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.fonts import half_bold
from cnnviz.ui.theme.look import Look, look
from cnnviz.ui.tiles.look_legend import LookLegend
from cnnviz.ui.unit_view.layers import paint_outline

_SIDE: Final = 224
_PICTURE_SHARE: Final = 0.55
"""Of the picture's own light, so that what is measured stands out."""

_FELT: Final = 0.01
"""Share of the largest change from which a pixel counts."""


class _Square:
    """The cells that the number depends on by arithmetic."""

    def __init__(self, of: QWidget) -> None:
        self._of = of
        self.box: tuple[int, int, int, int] | None = None

    def __call__(self, painter: QPainter, view: GridView) -> None:
        if self.box is None:
            return
        top, left, bottom, right = self.box
        x, y, _, _ = view.mark(top, left)
        x_end, y_end, width, height = view.mark(bottom - 1, right - 1)
        box = x, y, x_end + width - x, y_end + height - y
        paint_outline(painter, box)


class FieldCard(Retranslated):
    """Show the receptive field of a number over the picture, and how it grows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = CloserState()
        self._title, self._words, self._scale = (QLabel(self) for _ in range(3))
        self._title.setFont(half_bold(self._title.font()))
        self.canvas = GridCanvas(self)
        self.canvas.setFixedSize(_SIDE, _SIDE)
        self._square = _Square(self)
        self.canvas.set_layers((self._square,))
        self._legend = LookLegend(self)
        self._growth_title = QLabel(self)
        self.growth = GrowthBars(self)
        for label in (self._words, self._scale, self._growth_title):
            label.setWordWrap(True)
        in_column(
            self._title, in_row((None, 1), self.canvas, (None, 1)), self._legend,
            self._scale, self._words, self._growth_title, self.growth,
            gap=tokens.SPACE_S, of=self,
        )  # fmt: skip
        self._retranslate()

    @property
    def words(self) -> str:
        """What is said of the field."""
        return self._words.text()

    def render_state(self, state: CloserState) -> None:
        """Show the field of a number."""
        self._state = state
        closer = state.closer
        if closer is None:
            return
        _, height, width = closer.question.answer.network.input_chw
        region = closer.region.clipped(height, width)
        is_there = not region.is_empty
        box = region.top, region.left, region.bottom, region.right
        self._square.box = box if is_there else None
        self._show(closer, state.field)
        self._say(closer, state)
        self.growth.render_steps(closer.growth)

    def _show(self, closer: Closer, field: NDArray[np.float32] | None) -> None:
        """Colour the picture by how much the number changes with each pixel."""
        colours = look(self.palette())
        pixels = closer.question.answer.given.pixels
        size_hw = pixels.shape[-2:]
        if field is None or field.shape != size_hw:
            field = np.zeros(size_hw, np.float32)
        low, high = signed_range(field)
        indices_hw = to_indices(field, low, high)
        table = colours.tables["diverging"]
        rgb_chw = over_picture(pixels, indices_hw, np.abs(field) / high, colours)
        cells = Cells(indices_hw, table, field, rgb_chw)
        self.canvas.set_cells(cells, Frame(*size_hw))
        self._legend.setVisible(bool(field.any()))
        self._scale.setVisible(bool(field.any()))
        self._legend.render_range("diverging", low, high)

    def _say(self, closer: Closer, state: CloserState) -> None:
        region = closer.region
        rows, columns = region.bottom - region.top, region.right - region.left
        size = f"{whole(rows)} × {whole(columns)}"
        text = self.tr("By arithmetic it can see {size} cells: the square.")
        words = [text.format(size=size)]
        if state.field_error is not None:
            words.append(sentence(state.field_error))
        elif state.field is None:
            words.append(self.tr("Measuring…"))
        elif not state.field.any():
            words.append(
                self.tr(
                    "Measured: no pixel changes it now. An activation or a pooling "
                    "before it lets nothing through."
                )
            )
        else:
            changes = np.abs(state.field)
            felt = float((changes >= _FELT * changes.max()).mean())
            text = self.tr("Measured: {share} of the pixels change it noticeably.")
            words.append(text.format(share=whole_percent(felt)))
        self._words.setText("\n".join(words))

    def _retranslate(self) -> None:
        self._title.setText(self.tr("What the number sees"))
        self._scale.setText(self.tr("Change when a pixel grows by one level"))
        self._scale.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        growth = self.tr("How far a number sees, layer by layer")
        self._growth_title.setText(growth)
        self.growth.setAccessibleName(growth)
        set_names(
            self.canvas,
            "field_picture",
            self.tr("What the number sees of the picture"),
            self.tr("Each cell: how much the number changes with this pixel"),
        )
        self.render_state(self._state)


def over_picture(
    pixels: NDArray[np.uint8],
    indices_hw: NDArray[np.uint8],
    strength_hw: NDArray[np.floating],
    colours: Look,
) -> NDArray[np.uint8]:
    """Return a picture with coloured cells over it: the stronger, the less shines through."""
    if pixels.ndim == 2:
        seen_hw3 = colours.tables["grey"][pixels].astype(np.float64)
    else:
        seen_hw3 = pixels.transpose(1, 2, 0).astype(np.float64)
    heat_hw3 = colours.tables["diverging"][indices_hw]
    opaque_hw1 = np.sqrt(np.clip(strength_hw, 0, 1))[..., np.newaxis]
    mixed = seen_hw3 * _PICTURE_SHARE * (1 - opaque_hw1) + heat_hw3 * opaque_hw1
    return np.ascontiguousarray(mixed.transpose(2, 0, 1)).astype(np.uint8)
