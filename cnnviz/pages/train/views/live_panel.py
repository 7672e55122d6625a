"""The reader's own drawing inside the network that is training."""

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from cnnviz.pages.train.views.probability_columns import ProbabilityColumns
from cnnviz.state.picture.layer_pictures import LayerPicture, input_picture
from cnnviz.state.run.run_snapshots import SnapshotPictures
from cnnviz.ui.controls.fitting_label import FittingLabel
from cnnviz.ui.numbers import short, whole
from cnnviz.ui.page import named
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
        self.tiles = LayerTiles(self)
        self._object_name = object_name
        self._text = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.caption)
        column.addWidget(self.tiles, 1)
        self.tiles.map_hovered.connect(self._on_map_hovered)

    def set_text(self, text: str, tooltip: str) -> None:
        """Say what the tiles are."""
        self._text = text
        named(self.tiles, self._object_name, text, tooltip)
        self._on_map_hovered(self.tiles.hovered)

    def render_picture(self, picture: LayerPicture | None) -> None:
        """Show other tiles."""
        self.tiles.render(picture)
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


class LivePanel(QWidget):
    """Show a snapshot: probe, kernels, feature maps, probabilities."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: SnapshotPictures | None = None
        self._looks_back = False
        self._title = FittingLabel(self)
        self._title.setObjectName("live_title")
        bold = QFont(self._title.font())
        bold.setWeight(QFont.Weight.DemiBold)
        self._title.setFont(bold)
        self._probe = CaptionedTiles("live_probe", self)
        self._probe.tiles.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._kernels = CaptionedTiles("live_kernels", self)
        self._maps = (
            CaptionedTiles("live_maps_1", self),
            CaptionedTiles("live_maps_2", self),
        )
        self._columns = ProbabilityColumns(self)
        self._columns_caption = QLabel(self)
        self._empty = QLabel(self)
        self._empty.setObjectName("live_hint")
        self._reserve()
        self._lay_out()
        self._retranslate()

    def _reserve(self) -> None:
        """Keep the places of LeNet-5 until something else is known."""
        self._probe.tiles.reserve(1, (28, 28))
        self._kernels.tiles.reserve(6, (5, 5))
        self._maps[0].tiles.reserve(6, (28, 28))
        self._maps[1].tiles.reserve(16, (10, 10))

    def _lay_out(self) -> None:
        self._probe.setFixedWidth(_PROBE_SIDE)
        top = QHBoxLayout()
        top.setSpacing(16)
        top.addWidget(self._probe)
        top.addWidget(self._kernels, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._title)
        self._empty.setWordWrap(True)
        column.addWidget(self._empty)
        column.addLayout(top, 26)
        column.addWidget(self._maps[0], 22)
        column.addWidget(self._maps[1], 28)
        column.addWidget(self._columns_caption)
        column.addWidget(self._columns, 20)

    def render_snapshot(
        self, shown: SnapshotPictures | None, *, looks_back: bool = False
    ) -> None:
        """Show another snapshot, the newest or an earlier; ``None`` before a run."""
        if looks_back or looks_back != self._looks_back:
            self._looks_back = looks_back
            self._title.setText(self._title_text(shown))
        if shown is self._shown:
            return
        before, self._shown = self._shown, shown
        probe_hw = None if shown is None else shown.probe_hw
        if before is None or probe_hw is not before.probe_hw:
            self._probe.render_picture(
                None if probe_hw is None else input_picture(probe_hw)
            )
        self._kernels.render_picture(None if shown is None else shown.kernels)
        maps = () if shown is None else shown.maps
        for index, tiles in enumerate(self._maps):
            tiles.render_picture(maps[index] if index < len(maps) else None)
        probabilities = None if shown is None else shown.probabilities
        labels = tuple("0123456789") if shown is None else shown.labels
        self._columns.render_probabilities(probabilities, labels)
        if _kind(before) != _kind(shown):
            self._retranslate()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._title.setText(self._title_text(self._shown))
        self._probe.set_text(
            self.tr("Picture"), self.tr("Your picture, as the network sees it")
        )
        shown = self._shown
        kernels = None if shown is None else shown.kernels
        self._kernels.set_text(
            self._kernels_text(kernels),
            self.tr("The weights of the first convolution: blue below 0, orange above"),
        )
        maps = () if shown is None else shown.maps
        for index, tiles in enumerate(self._maps):
            tiles.set_text(
                self._maps_text(maps[index] if index < len(maps) else None, index),
                self.tr("What this layer finds in your picture, after its activation"),
            )
        self._columns_caption.setText(self.tr("What the network answers"))
        self._columns.set_name(self.tr("Probability of each class"))
        self._empty.setText(self._hint())

    def _title_text(self, shown: SnapshotPictures | None) -> str:
        if shown is None or not self._looks_back:
            return self.tr("Your drawing, inside the network")
        text = self.tr("Your drawing at batch {batch}, inside the network")
        return text.format(batch=whole(shown.step))

    def _hint(self) -> str:
        if self._shown is None:
            return self.tr("Start a run: everything here will change while it learns.")
        if self._shown.probe_hw is None:
            return self.tr("Draw a digit on the Draw page: its maps will show here.")
        return ""

    def _kernels_text(self, kernels: LayerPicture | None) -> str:
        if kernels is None:
            return self.tr("Kernels of the first convolution")
        height, width = kernels.tile_hw
        return self.tr("{layer}: {count} kernels, {height} × {width}").format(
            layer=_layer(kernels.name), count=kernels.count, height=height, width=width
        )

    def _maps_text(self, maps: LayerPicture | None, index: int) -> str:
        if maps is None:
            if index == 0:
                return self.tr("Feature maps of the first convolution")
            return self.tr("Feature maps of the second convolution")
        height, width = maps.tile_hw
        return self.tr("{layer}: {count} feature maps, {height} × {width}").format(
            layer=_layer(maps.name), count=maps.count, height=height, width=width
        )


def _kind(shown: SnapshotPictures | None) -> object:
    """Return what the words depend on."""
    if shown is None:
        return None
    return shown.probe_hw is None, shown.kernels and shown.kernels.shape


def _layer(name: str) -> str:
    """Return the convolution's name as the summary writes it: ``c1_relu`` -> ``C1``."""
    return name.partition("_")[0].upper()
