"""Pictures of one kind under a caption, with what their colours stand for."""

from PySide6.QtWidgets import QWidget

from cnnviz.state.picture.layer_pictures import LayerPicture
from cnnviz.ui.controls.fitting_label import FittingLabel
from cnnviz.ui.layouts import in_column, in_row
from cnnviz.ui.network_view.range_legend import RangeLegend
from cnnviz.ui.page import set_names
from cnnviz.ui.theme import tokens
from cnnviz.ui.tiles.layer_tiles import LayerTiles


class ScaledTiles(QWidget):
    """Show tiles that share one scale, which is written above them."""

    def __init__(self, object_name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._object_name = object_name
        self.caption, self._legend = FittingLabel(self), RangeLegend(self)
        self.tiles = LayerTiles(self)
        head = in_row((self.caption, 1), self._legend, gap=tokens.SPACE_S)
        in_column(head, (self.tiles, 1), gap=tokens.SPACE_XXS, of=self)

    @property
    def picture(self) -> LayerPicture | None:
        """What is shown."""
        return self.tiles.picture

    def set_words(self, tip: str, *captions: str) -> None:
        """Name what is shown, at several lengths, the longest first."""
        self.caption.set_forms(captions)
        set_names(self.tiles, self._object_name, captions[0], tip)

    def render_picture(self, picture: LayerPicture | None) -> None:
        """Show tiles; ``None`` shows nothing."""
        if picture is None:
            self.tiles.reserve(0, (1, 1))
            self._legend.render_state(None)
        self.tiles.render_state(picture)
        if picture is not None:
            self._legend.render_state(picture.palette, picture.low, picture.high)
