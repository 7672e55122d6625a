"""One layer on the page: its name, its range of numbers, its maps."""

from math import ceil
from typing import Final, Literal

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from cnnviz.state.picture.layer_pictures import LayerPicture
from cnnviz.ui.class_text import class_words
from cnnviz.ui.controls.fitting_label import FittingLabel
from cnnviz.ui.layer_labels import layer_label
from cnnviz.ui.layouts import in_column, in_row
from cnnviz.ui.network_view.layer_text import layer_meaning, layer_title, shape_text
from cnnviz.ui.network_view.network_stages import ShownLayer
from cnnviz.ui.network_view.range_legend import RangeLegend
from cnnviz.ui.page import Retranslated, set_names, set_tip
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.fonts import half_bold
from cnnviz.ui.tiles.layer_tiles import LayerTiles

_AS_WIDE_AS_SAID: Final = QSizePolicy(
    QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed
)


Form = Literal["block", "line", "column"]
"""Two lines of caption, one, or a short name over a column of maps in its middle."""

_NUMBERS_BELOW: Final = 40
"""Single numbers one below the other in a column, at most."""


class LayerPanel(Retranslated):
    """Show the maps of a layer under a caption that says what it is.

    Signals
    -------
    map_clicked(layer_index, map_index)
        A map is to be enlarged.
    map_hovered(layer_index, map_index)
        A map is under the pointer or the keyboard; -1 when none is any more.
    """

    map_clicked = Signal(int, int)
    map_hovered = Signal(int, int)

    def __init__(
        self,
        shown: ShownLayer,
        prefix: str = "",
        parent: QWidget | None = None,
        *,
        form: Form = "block",
    ) -> None:
        super().__init__(parent)
        self._shown, self._prefix, self._form = shown, prefix, form
        self._title = FittingLabel(self)
        self._shape = FittingLabel(self) if form == "column" else QLabel(self)
        self._legend = RangeLegend(self)
        self.tiles = LayerTiles(self)
        self.tiles.reserve(*shown.tiles)
        self._lay_out()
        self.tiles.map_clicked.connect(self._on_map_clicked)
        self.tiles.map_hovered.connect(self._on_map_hovered)
        self._retranslate()

    @property
    def shown(self) -> ShownLayer:
        """The layer that the panel is for."""
        return self._shown

    def caption_height(self) -> int:
        """Return the pixels above the maps."""
        title, shape = (part.sizeHint().height() for part in (self._title, self._shape))
        return max(title, shape) + 1 if self._form == "line" else title + shape + 2

    def render_state(self, picture: LayerPicture | None) -> None:
        """Show the maps; ``None`` leaves their places empty."""
        self.tiles.render_state(picture)
        if picture is None:
            self._legend.render_state(None)
        else:
            self._legend.render_state(picture.palette, picture.low, picture.high)
        # Where each map has a range of its own, one scale would say something false.
        has_scale = picture is None or picture.ranges_n2 is None
        self._legend.setVisible(has_scale and self._form != "column")

    def _lay_out(self) -> None:
        self._title.setFont(half_bold(self.font()))
        if self._form == "column":
            count, tile_hw = self._shown.tiles
            self.tiles.set_in_middle(True)
            if tile_hw == (1, 1):
                self.tiles.set_columns(ceil(count / _NUMBERS_BELOW))
            self._legend.hide()
            in_column(
                self._title,
                self._shape,
                (self.tiles, 1),
                gap=tokens.SPACE_HAIR,
                of=self,
            )
            return
        if self._form == "line":
            self._title.setSizePolicy(_AS_WIDE_AS_SAID)
            parts = self._title, (self._shape, 1), self._legend
            head = in_row(*parts, gap=tokens.SPACE_M)
            head.setAlignment(self._legend, Qt.AlignmentFlag.AlignVCenter)
            in_column(head, (self.tiles, 1), gap=tokens.SPACE_HAIR, of=self)
            return
        facts = in_row((self._shape, 1), self._legend, gap=tokens.SPACE_XS)
        facts.setAlignment(self._legend, Qt.AlignmentFlag.AlignVCenter)
        in_column(self._title, facts, (self.tiles, 1), gap=tokens.SPACE_HAIR, of=self)

    @Slot(int)
    def _on_map_clicked(self, index: int) -> None:
        self.map_clicked.emit(self._shown.index, index)

    @Slot(int)
    def _on_map_hovered(self, index: int) -> None:
        self.map_hovered.emit(self._shown.index, index)

    def _retranslate(self) -> None:
        title = layer_title(self._shown)
        meaning = layer_meaning(self._shown)
        short = layer_label(self._shown.source or self._shown.layer.name)
        self._title.setText(short if self._form == "column" else title)
        set_tip(self._title, f"{title}\n{meaning}")
        shape = self._shown.summary.output_shape
        if self._form == "column":  # of single numbers, how many there are
            shape = shape[:1] if self._shown.tiles[1] == (1, 1) else shape
        self._shape.setText(shape_text(shape))
        set_tip(self._shape, meaning)
        name = self._shown.layer.name
        set_names(self.tiles, f"{self._prefix}tiles_{name}", title, meaning)
        self.tiles.setAccessibleDescription(meaning)
        self.tiles.set_labels(class_words(self._shown.labels))
