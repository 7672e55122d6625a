"""All kernels of a layer by their gradients; one of them is chosen."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from cnnviz.pages.train.model.step_state import StepState, tile_of_kernel
from cnnviz.ui.controls.fitting_label import FittingLabel
from cnnviz.ui.layouts import in_column
from cnnviz.ui.page import Retranslated, set_names
from cnnviz.ui.theme import tokens
from cnnviz.ui.tiles.layer_tiles import LayerTiles

if TYPE_CHECKING:
    from cnnviz.state.picture.layer_pictures import LayerPicture

_WIDTH = 180


class KernelPicker(Retranslated):
    """Show the gradients of all kernels of the layer, a row an output map.

    Signals
    -------
    tile_chosen(tile)
        A kernel was clicked.
    """

    tile_chosen = Signal(int)

    def __init__(self, parent: QWidget, prefix: str) -> None:
        super().__init__(parent)
        self._prefix = prefix
        self._shown: LayerPicture | None = None
        self._caption = FittingLabel(self)
        self._tiles = LayerTiles(self)
        self._tiles.set_opens_at_once(True)
        self.setFixedWidth(_WIDTH)
        in_column(self._caption, (self._tiles, 1), gap=tokens.SPACE_XXS, of=self)
        self._tiles.map_clicked.connect(self.tile_chosen)
        self._retranslate()

    def render_state(self, state: StepState) -> None:
        """Show the kernels of the layer that is looked at."""
        if state.answer is None or not state.layer:
            return
        picture = state.answer.kernels[state.layer]
        if picture is not self._shown:
            self._shown = picture
            self._tiles.render_state(picture)
        self._tiles.choose(tile_of_kernel(state))

    @override
    def _retranslate(self) -> None:
        text = self.tr("Gradients of all kernels")
        self._caption.setText(text)
        tip = self.tr("Click a kernel to open its gradient")
        set_names(self._tiles, f"{self._prefix}kernels", text, tip)
