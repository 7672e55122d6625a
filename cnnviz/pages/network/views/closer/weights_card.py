"""A kernel beside the weights of a dense unit: what is local, and what is global."""

from typing import Final

import numpy as np
from PySide6.QtWidgets import QLabel, QWidget

from cnnviz.engine.images.colour_maps import signed_range, to_indices
from cnnviz.pages.network.model.closer import Weights2d
from cnnviz.pages.network.presenters.closer import CloserState
from cnnviz.ui.canvas.grid_canvas import GridCanvas
from cnnviz.ui.layer_labels import layer_label
from cnnviz.ui.layouts import in_column, in_row
from cnnviz.ui.numbers import whole
from cnnviz.ui.page import Retranslated, set_names
from cnnviz.ui.texts import filled, plain
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.fonts import half_bold
from cnnviz.ui.theme.look import look

_SIDE: Final = 136


class WeightsCard(Retranslated):
    """Show both as pictures, each with what it is in words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = CloserState()
        self._title = QLabel(self)
        self._title.setFont(half_bold(self._title.font()))
        self.local, self.overall = GridCanvas(self), GridCanvas(self)
        self._words = [QLabel(self) for _ in range(2)]
        columns = []
        canvases = self.local, self.overall
        for canvas, words in zip(canvases, self._words, strict=True):
            canvas.setFixedSize(_SIDE, _SIDE)
            words.setWordWrap(True)
            columns.append(in_column(canvas, words, (None, 1), gap=tokens.SPACE_XS))
        first, second = columns
        row = in_row((first, 1), (second, 1), gap=tokens.SPACE_M)
        in_column(self._title, row, gap=tokens.SPACE_S, of=self)
        self._retranslate()

    def render_state(self, state: CloserState) -> None:
        """Show the weights of the network at hand."""
        self._state = state
        closer = state.closer
        if closer is None:
            return
        pairs = (self.local, closer.local), (self.overall, closer.overall)
        for canvas, weights in pairs:
            canvas.setVisible(weights is not None)
            if weights is not None:
                self._show(canvas, weights)
        self._words[0].setText(self._of_kernel(closer.local))
        self._words[1].setText(self._of_unit(closer.overall))

    def _show(self, canvas: GridCanvas, weights: Weights2d) -> None:
        weights_hw = weights.weights_hw.astype(np.float32)
        table = look(self.palette()).tables["diverging"]
        indices_hw = to_indices(weights_hw, *signed_range(weights_hw))
        canvas.set_grid(indices_hw, table, weights_hw)

    def _of_kernel(self, weights: Weights2d | None) -> str:
        if weights is None:
            return ""
        text = self.tr(
            "{layer}, map {number}: {size} weights, the same at all {places} "
            "positions. They respond to a local pattern, wherever it is."
        )
        if weights.network:
            text = self.tr(
                "For comparison, {network}, {layer}, map {number}: {size} weights, the "
                "same at all {places} positions. They respond to a local pattern, "
                "wherever it is."
            )
        return self._filled(text, weights)

    def _of_unit(self, weights: Weights2d | None) -> str:
        if weights is None:
            return self.tr("This network has no fully connected layer.")
        text = self.tr(
            "{layer}, number {number}: {size} weights, one for each position. They "
            "respond to a pattern of the whole, at this position only."
        )
        if not weights.are_placed:
            text = self.tr(
                "{layer}, number {number}: {count} weights, one for each number of the "
                "layer before. All of it counts."
            )
        return self._filled(text, weights)

    def _filled(self, text: str, weights: Weights2d) -> str:
        height, width = weights.weights_hw.shape
        return filled(
            text,
            layer=plain(layer_label(weights.layer)),
            number=weights.number + 1,
            size=f"{whole(height)} × {whole(width)}",
            places=weights.places,
            count=weights.weights_hw.size,
            network=weights.network,
        )

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Local against global"))
        set_names(
            self.local,
            "local_weights",
            self.tr("A kernel"),
            self.tr("Weights that are used at every position"),
        )
        set_names(
            self.overall,
            "overall_weights",
            self.tr("Weights of a dense unit"),
            self.tr("One weight for each position"),
        )
        self.render_state(self._state)
