"""The open map in both answers, and what is different."""

from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from cnnviz.engine.images.colour_maps import signed_range
from cnnviz.pages.network.model.comparison import ComparisonAnswer, counterpart
from cnnviz.pages.network.model.network_state import NetworkState
from cnnviz.pages.network.model.trail import Place
from cnnviz.pages.network.views.cell_marker import CellMarker
from cnnviz.state.picture.layer_pictures import Look, shown_picture
from cnnviz.ui.canvas.grid_canvas import GridCanvas
from cnnviz.ui.layouts import in_column, in_row
from cnnviz.ui.network_view.columns.block_words import block_label, tile_label
from cnnviz.ui.numbers import short
from cnnviz.ui.page import Retranslated, set_names
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.look import look

_SIDE: Final = 96
_KINDS: Final = ("first", "second", "difference")


class MapPair(Retranslated):
    """Show one map three times: in the first answer, in the second, and the difference."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = QLabel(self)
        self._heads = [QLabel(self) for _ in _KINDS]
        self.canvases = [GridCanvas(self) for _ in _KINDS]
        self.values = [QLabel(self) for _ in _KINDS]
        self._marker = CellMarker(self)
        self._title.setWordWrap(True)
        for canvas, head, value in zip(
            self.canvases, self._heads, self.values, strict=True
        ):
            canvas.setFixedSize(_SIDE, _SIDE)
            canvas.set_layers((self._marker,))
            for label in (head, value):
                label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        columns = [
            in_column(*each, gap=tokens.SPACE_XS)
            for each in zip(self._heads, self.canvases, self.values, strict=True)
        ]
        row = in_row(*columns, (None, 1), gap=tokens.SPACE_S)
        in_column(self._title, row, gap=tokens.SPACE_XS, of=self)
        self.hide()
        self._retranslate()

    def render_pair(self, answer: ComparisonAnswer | None, page: NetworkState) -> None:
        """Show the map that is open on the page; hidden while none is."""
        place = page.place
        self.setVisible(answer is not None and place is not None)
        if answer is None or place is None:
            return
        if answer.question.first.network is not page.network:
            return  # the answer about what is shown is to come
        block = page.block(place.layer)
        first, second = answer.question.first, answer.second
        layer = counterpart(first, second, block.shown)
        is_there = layer is not None
        for widget in (*self._heads, *self.canvases, *self.values):
            widget.setVisible(is_there)
        if layer is None:
            text = self.tr("The second network has no {block} of this shape")
            self._title.setText(text.format(block=block_label(block)))
            return
        self._title.setText(tile_label(block, place.channel))
        a, b = first.values(block.shown), second.values(layer)
        maps_nhw = np.stack([a[place.channel], b[place.channel]]).reshape(
            2, *block.map_hw
        )
        self._show(maps_nhw.astype(np.float32), place)

    def _show(self, maps_nhw: NDArray[np.float32], place: Place) -> None:
        """Show two maps in one range of colours, and their difference in its own."""
        is_vector = maps_nhw.shape[1:] == (1, 1)
        cell = (0, 0) if is_vector else place.cell
        self._marker.cell = cell
        change_hw = maps_nhw[1] - maps_nhw[0]
        high = max(float(np.abs(maps_nhw).max()), 1e-6)
        signed = bool((maps_nhw < 0).any())
        both: Look = (-high, high, "diverging") if signed else (0.0, high, "sequential")
        looks: list[Look] = [both, both, (*signed_range(change_hw), "diverging")]
        shown = shown_picture("pair", np.stack([*maps_nhw, change_hw]), looks)
        tables = look(self.palette()).tables
        for index, (canvas, value) in enumerate(
            zip(self.canvases, self.values, strict=True)
        ):
            map_hw = shown.values_of(index)
            canvas.setVisible(not is_vector)
            canvas.set_grid(shown.indices_of(index), tables[looks[index][2]], map_hw)
            value.setText("" if cell is None else short(float(map_hw[cell])))

    def _retranslate(self) -> None:
        words = self.tr("First"), self.tr("Second"), self.tr("Difference")
        for head, canvas, word, kind in zip(
            self._heads, self.canvases, words, _KINDS, strict=True
        ):
            head.setText(word)
            set_names(canvas, f"pair_{kind}", word, self.tr("The open map"))
