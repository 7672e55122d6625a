"""The reader's own drawing inside the network that is training."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget
from typing_extensions import override

from cnnviz.engine.networks.layers import Network
from cnnviz.pages.train.views.probability_columns import ProbabilityColumns
from cnnviz.state.level import set_level
from cnnviz.state.picture.layer_pictures import LayerPicture
from cnnviz.state.picture.network_pictures import NetworkPictures
from cnnviz.state.run.run_snapshots import SnapshotPictures, watched_layers
from cnnviz.ui.controls.fitting_label import FittingLabel
from cnnviz.ui.layer_labels import layer_label
from cnnviz.ui.layouts import in_column, in_row
from cnnviz.ui.network_view.network_stages import Stage, stages
from cnnviz.ui.network_view.network_view import NetworkView
from cnnviz.ui.numbers import short, whole
from cnnviz.ui.page import Retranslated, set_names
from cnnviz.ui.texts import filled
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.fonts import half_bold
from cnnviz.ui.tiles.layer_tiles import LayerTiles

_PROBE_SIDE = 104


class CaptionedTiles(QWidget):
    """One layer's tiles under a line that says what they are.

    While a tile is pointed at, the line says what its colours stand for.
    """

    def __init__(self, object_name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.caption = QLabel(self)
        self.caption.setSizePolicy(
            QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred
        )
        self.caption.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.tiles = LayerTiles(self)
        self._object_name = object_name
        self._text = ""
        in_column(self.caption, (self.tiles, 1), gap=tokens.SPACE_XXS, of=self)
        self.tiles.map_hovered.connect(self._on_map_hovered)

    def set_text(self, text: str, tooltip: str) -> None:
        """Say what the tiles are."""
        self._text = text
        set_names(self.tiles, self._object_name, text, tooltip)
        self._on_map_hovered(self.tiles.hovered)

    def render_picture(self, picture: LayerPicture | None) -> None:
        """Show other tiles."""
        self.tiles.render_state(picture)
        if self.tiles.hovered >= 0:
            self._on_map_hovered(self.tiles.hovered)

    @Slot(int)
    def _on_map_hovered(self, tile: int) -> None:
        picture = self.tiles.picture
        if tile < 0 or picture is None or tile >= picture.count:
            self.caption.setText(self._text)
            return
        values = picture.values_of(tile)
        self.caption.setText(
            self.tr("Number {number} of {count}: values from {low} to {high}").format(
                number=tile + 1,
                count=picture.count,
                low=short(float(values.min()), 3),
                high=short(float(values.max()), 3),
            )
        )


class LivePanel(Retranslated):
    """Show a snapshot: probe, kernels, feature maps, probabilities.

    Attributes
    ----------
    view
        The network under the probe; what is pointed at, it says itself.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_level(self, "first")
        self._shown: SnapshotPictures | None = None
        self._looks_back = False
        self._has_kernels = True
        self._title = FittingLabel(self)
        self._title.setObjectName("live_title")
        self._title.setFont(half_bold(self._title.font()))
        self._top = QWidget(self)
        self._probe = CaptionedTiles("live_probe", self._top)
        self._probe.tiles.reserve(1, (28, 28))
        self._kernels = CaptionedTiles("live_kernels", self._top)
        self._kernels.tiles.reserve(6, (5, 5))
        self.view = NetworkView(self, rows=_watched, head=self._top, prefix="live_")
        self._columns = ProbabilityColumns(self)
        self._columns_caption = QLabel(self)
        self._empty = QLabel(self)
        self._empty.setObjectName("live_hint")
        self._empty.setWordWrap(True)
        self._lay_out()
        self._probe.tiles.map_clicked.connect(self.view.open_input)
        self._retranslate()

    def _lay_out(self) -> None:
        self._probe.setFixedWidth(_PROBE_SIDE)
        in_row(self._probe, (self._kernels, 1), gap=tokens.SPACE_XL, of=self._top)
        answer = self._columns_caption, (self._columns, 1)
        parts = self._title, self._empty, (self.view, 4), *answer
        in_column(*parts, gap=tokens.SPACE_S, of=self)

    def render_snapshot(
        self,
        shown: SnapshotPictures | None,
        network: Network,
        *,
        looks_back: bool = False,
    ) -> None:
        """Show another snapshot, the newest or an earlier; ``None`` before a run.

        ``network`` is the one whose places are kept until there is a snapshot.
        """
        pictures = NetworkPictures(network) if shown is None else shown.pictures
        before, self._shown = self._shown, shown
        self._looks_back = looks_back
        self._render_kernels_place(pictures.network)
        self._title.setText(self._title_text())
        self.view.render_state(
            pictures, f"{pictures.network.title}: {self._title.text()}"
        )
        if shown is before and shown is not None:
            return
        self._probe.render_picture(pictures.input)
        self._kernels.render_picture(None if shown is None else shown.kernels)
        probabilities = None if shown is None else shown.probabilities
        self._columns.render_state(pictures.network.labels, probabilities)
        if _kind(before) != _kind(shown):
            self._retranslate()

    def _render_kernels_place(self, network: Network) -> None:
        """Keep no place for the kernels of a network that has none, but say so."""
        if network.has_kernels != self._has_kernels:
            self._has_kernels = network.has_kernels
            self._kernels.tiles.setVisible(network.has_kernels)
            self._retranslate()

    @override
    def _retranslate(self) -> None:
        self._title.setText(self._title_text())
        self._probe.set_text(
            self.tr("Picture"), self.tr("Your picture, as the network sees it")
        )
        kernels = None if self._shown is None else self._shown.kernels
        self._kernels.set_text(
            self._kernels_text(kernels),
            self.tr("The weights of the first convolution: blue below 0, orange above")
            if self._has_kernels
            else self.tr("Only a convolution has kernels; this network has none"),
        )
        self._columns_caption.setText(self.tr("What the network answers"))
        self._columns.setAccessibleName(self.tr("Probability of each class"))
        self._empty.setText(self._hint())

    def _title_text(self) -> str:
        if self._shown is None or not self._looks_back:
            return self.tr("Your drawing, inside the network")
        text = self.tr("Your drawing at batch {batch}, inside the network")
        return text.format(batch=whole(self._shown.step))

    def _hint(self) -> str:
        if self._shown is None:
            return self.tr("Start a run: everything here will change while it learns.")
        if self._shown.pictures.input is None:
            return self.tr("Draw a digit on the Draw page: its maps will show here.")
        return ""

    def _kernels_text(self, kernels: LayerPicture | None) -> str:
        if not self._has_kernels:
            return self.tr("No convolution: no kernels")
        if kernels is None:
            return self.tr("Kernels of the first convolution")
        height, width = kernels.tile_hw
        text = self.tr("{layer}: {count} {count|kernel|kernels}, {height} × {width}")
        return filled(
            text,
            layer=layer_label(kernels.name),
            count=kernels.count,
            height=height,
            width=width,
        )


def _watched(network: Network) -> tuple[Stage, ...]:
    """Lay the watched layers out, a row each."""
    names = watched_layers(network)
    every = (shown for stage in stages(network) for shown in stage)
    return tuple((shown,) for shown in every if shown.layer.name in names)


def _kind(shown: SnapshotPictures | None) -> object:
    """Return what the words depend on."""
    if shown is None:
        return None
    return shown.pictures.input is None, shown.kernels and shown.kernels.shape
