"""The layers of a step: what they made, or how the loss changes with that."""

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from cnnviz.state.picture.network_pictures import NetworkPictures
from cnnviz.ui.controls.fitting_label import FittingLabel
from cnnviz.ui.layouts import in_column, in_row
from cnnviz.ui.network_view.network_view import NetworkView
from cnnviz.ui.page import Retranslated, set_names
from cnnviz.ui.theme import tokens
from cnnviz.ui.tiles.input_tiles import InputTiles, width_with_channels

_PICTURE_SIDE = 132


class MapsPart(Retranslated):
    """Show the picture and every layer; one map opens in their place.

    Attributes
    ----------
    view
        The layers.
    """

    def __init__(self, parent: QWidget, *, of_gradients: bool) -> None:
        super().__init__(parent)
        self._of_gradients = of_gradients
        self._shown: NetworkPictures | None = None
        prefix = "step_gradients_" if of_gradients else "step_"
        self._about = FittingLabel(self)
        self._picture = InputTiles(self)
        self._picture.reserve(1, (28, 28))
        self._picture.setFixedSize(_PICTURE_SIDE, _PICTURE_SIDE)
        self._prefix = prefix
        self.view = NetworkView(self, prefix=prefix)
        row = in_row(
            in_column(self._picture, None), (self.view, 1), gap=tokens.SPACE_XL
        )
        in_column(self._about, (row, 1), gap=tokens.SPACE_S, of=self)
        self._picture.map_clicked.connect(self.view.open_input)
        self._retranslate()

    def render_pictures(self, pictures: NetworkPictures) -> None:
        """Show the layers of a step."""
        if pictures is not self._shown:
            self._shown = pictures
            self._picture.render_state(pictures.input)
            across = width_with_channels(pictures.input, _PICTURE_SIDE)
            self._picture.setFixedWidth(across)
            self.view.render_state(pictures, self._title())

    def _title(self) -> str:
        if self._of_gradients:
            return self.tr("Gradients of the loss, layer by layer")
        return self.tr("Outputs of the layers in this step")

    @override
    def _retranslate(self) -> None:
        text = self.tr("What each layer makes of the picture, as while training.")
        picture = self.tr("The picture")
        if self._of_gradients:
            text = self.tr(
                "How the loss changes with each number. Orange: a larger number makes "
                "the loss larger; blue: smaller. It is computed from the last layer to "
                "the first."
            )
            picture = self.tr("How the loss changes with each pixel")
        self._about.setText(text)
        set_names(self._picture, f"{self._prefix}picture", picture)
