"""One map, enlarged, with its numbers."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QToolButton, QWidget
from typing_extensions import override

from cnnviz.state.picture.layer_pictures import COLOUR_TABLES, LayerPicture
from cnnviz.ui.canvas.grid_canvas import GridCanvas
from cnnviz.ui.controls.fitting_label import FittingLabel
from cnnviz.ui.controls.tool_button import tool_button
from cnnviz.ui.keyboard.key_guard import keep_key
from cnnviz.ui.layouts import in_column, in_row
from cnnviz.ui.network_view.range_legend import RangeLegend
from cnnviz.ui.numbers import full, whole
from cnnviz.ui.page import Retranslated, set_names
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.fonts import half_bold
from cnnviz.ui.tiles.layer_tiles import LayerTiles
from cnnviz.ui.tiles.tile_geometry import number_columns

_TARGET = QSize(tokens.HIT_LARGE, tokens.HIT)
_LARGEST_CELL = 72.0


class MapDetail(Retranslated):
    """Show one map of a layer with its numbers, its neighbours in a row above.

    Of a layer of single numbers, all are shown at once. Arrow keys on the row of maps,
    Page Up and Page Down anywhere, go to a neighbour, Esc or a click beside the map goes back.

    Signals
    -------
    closed()
        Back to all layers.
    map_chosen(index)
        Another map of the same layer is to be shown.
    number_chosen(index, row, column)
        What a number of the map is made of is to be shown; of a vector, which number.
    """

    closed = Signal()
    map_chosen = Signal(int)
    number_chosen = Signal(int, int, int)

    def __init__(self, prefix: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._prefix = prefix
        self._picture: LayerPicture | None = None
        self._index = 0
        self._labels: tuple[str, ...] = ()
        self._back = self._button("back")
        self._before = self._button("map_before")
        self._after = self._button("map_after")
        self._title = FittingLabel(self)
        self._legend = RangeLegend(self)
        self.strip = LayerTiles(self)
        self.strip.set_opens_at_once(True)
        self.canvas = GridCanvas(self)
        self.canvas.set_largest_cell(_LARGEST_CELL)
        self._reading = FittingLabel(self)
        self._lay_out()
        self._connect()
        self._retranslate()

    @property
    def index(self) -> int:
        """The map that is shown."""
        return self._index

    def render_state(
        self,
        picture: LayerPicture | None,
        index: int,
        title: str,
        labels: tuple[str, ...] = (),
    ) -> None:
        """Show a map of a layer; ``None`` (no answer now) empties the canvas.

        ``labels`` names single numbers that stand for classes.
        """
        self._title.setText(title)
        self._labels = labels
        if picture is self._picture and index == self._index:
            return
        self._picture, self._index = picture, index
        if picture is None:
            self.strip.render_state(None)
            self._legend.render_state(None)
            self.canvas.clear(self.tr("Draw a digit to see the numbers."))
            self._read()
            return
        alone = picture.is_vector or picture.count == 1
        for way in (self.strip, self._before, self._after):
            way.setVisible(not alone)
        self._before.setEnabled(index > 0)
        self._after.setEnabled(index < picture.count - 1)
        if not alone:
            self.strip.set_columns(picture.count if picture.count <= 16 else None)
            self.strip.render_state(picture)
            self.strip.choose(index)
        own_range = picture.low, picture.high
        if not picture.is_vector:
            own_range = picture.range_of(index)
        self._legend.render_state(picture.palette, *own_range)
        indices, values = _cells(picture, index)
        self.canvas.set_grid(indices, COLOUR_TABLES[picture.palette], values)
        self._read()

    def _button(self, icon_name: str) -> QToolButton:
        button = tool_button(self, icon_name, flat=False)
        button.setFixedSize(_TARGET)
        return button

    def _lay_out(self) -> None:
        self._title.setFont(half_bold(self.font()))
        self.strip.setFixedHeight(56)
        gap = tokens.SPACE_M
        steps = self._before, self._after
        head = in_row(self._back, (self._title, 1), self._legend, *steps, gap=gap)
        in_column(head, self.strip, (self.canvas, 1), self._reading, gap=gap, of=self)

    def _connect(self) -> None:
        self._back.clicked.connect(self.closed)
        self._before.clicked.connect(self._on_before)
        self._after.clicked.connect(self._on_after)
        self.strip.map_clicked.connect(self.map_chosen)
        self.canvas.cell_clicked.connect(self._on_cell_clicked)
        self.canvas.cell_hovered.connect(self._read)
        self.canvas.cell_left.connect(self._read)

    @Slot()
    def _on_before(self) -> None:
        self._choose(self._index - 1)

    @Slot()
    def _on_after(self) -> None:
        self._choose(self._index + 1)

    def _choose(self, index: int) -> None:
        if self._picture is not None and 0 <= index < self._picture.count:
            self.map_chosen.emit(index)

    @Slot(int, int)
    def _on_cell_clicked(self, row: int, column: int) -> None:
        picture, values = self._picture, self.canvas.values_hw
        if picture is None or values is None:
            return
        if picture.is_vector:
            self.number_chosen.emit(row * values.shape[1] + column, 0, 0)
        else:
            self.number_chosen.emit(self._index, row, column)

    @Slot()
    def _read(self) -> None:
        """Say the number under the pointer, in full."""
        cell, values = self.canvas.hovered_cell, self.canvas.values_hw
        if cell is None or self._picture is None or values is None:
            self._reading.setText(
                self.tr(
                    "Point at a number to read it. Click it to see how it is made. Press "
                    "Esc to go back."
                )
            )
            return
        row, column = cell
        value = full(float(values[row, column]))
        if self._picture.is_vector:
            number = row * values.shape[1] + column
            if number < len(self._labels):
                text = self.tr("Output for {label}: {value}")
                said = text.format(label=self._labels[number], value=value)
            else:
                text = self.tr("Number {number}: {value}")
                said = text.format(number=whole(number + 1), value=value)
        else:
            text = self.tr("Row {row}, column {column}: {value}")
            said = text.format(
                row=whole(row + 1), column=whole(column + 1), value=value
            )
        more = self.tr("click to see what it is made of")
        self._reading.setText(f"{said} · {more}")

    @override
    def event(self, event: QEvent) -> bool:
        """Keep Esc from shortcuts: it closes the map."""
        return keep_key(event, _is_escape) or super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Esc; Page Up and Page Down bring the map before and after."""
        if _is_escape(event):
            self.closed.emit()
        elif event.key() == Qt.Key.Key_PageUp:
            self._choose(self._index - 1)
        elif event.key() == Qt.Key.Key_PageDown:
            self._choose(self._index + 1)
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Close on a click."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.closed.emit()

    def _retranslate(self) -> None:
        set_names(
            self._back,
            f"{self._prefix}back_to_all_maps",
            self.tr("All layers"),
            self.tr("Back to all layers (Esc)"),
        )
        set_names(
            self._before,
            f"{self._prefix}map_before",
            self.tr("Previous map"),
            self.tr("Previous map (Page Up)"),
        )
        set_names(
            self._after,
            f"{self._prefix}map_after",
            self.tr("Next map"),
            self.tr("Next map (Page Down)"),
        )
        set_names(
            self.strip,
            f"{self._prefix}map_strip",
            self.tr("Maps of this layer"),
            self.tr("All maps of this layer; click one to enlarge it"),
        )
        set_names(
            self.canvas,
            f"{self._prefix}map_canvas",
            self.tr("Enlarged map"),
            self.tr(
                "Click a number to see how it is made. Scroll to zoom, drag to move; "
                "use the arrow keys to read one number after another"
            ),
        )
        self._read()


def _is_escape(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_Escape


def _cells(
    picture: LayerPicture, index: int
) -> tuple[NDArray[np.uint8], NDArray[np.float32]]:
    """Return the bytes and numbers of a map, or of a whole vector as a block."""
    if not picture.is_vector:
        return picture.indices_of(index), picture.values_of(index)
    columns = number_columns(picture.count)
    bytes_n = picture.atlas.reshape(-1)[: picture.count]
    return bytes_n.reshape(-1, columns), picture.values.reshape(-1, columns)
