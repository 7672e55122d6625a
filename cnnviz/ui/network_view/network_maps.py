"""Every layer's maps at once."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QPointF, QRectF, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget
from typing_extensions import override

from cnnviz.engine.networks.layers import Network
from cnnviz.state.picture.network_pictures import NetworkPictures
from cnnviz.ui.network_view.feeding import feeding_tiles
from cnnviz.ui.network_view.feeding_overlay import FeedingOverlay
from cnnviz.ui.network_view.layer_panel import LayerPanel
from cnnviz.ui.network_view.network_stages import Stage
from cnnviz.ui.network_view.row_heights import row_heights
from cnnviz.ui.theme import tokens


class NetworkMaps(QWidget):
    """Show the layers of a network, a row a stage: sums, ReLU, pooling.

    Signals
    -------
    map_clicked(layer_index, map_index)
        A map is to be enlarged.
    map_hovered(layer_index, map_index)
        A map is pointed at; ``map_index`` -1 when none is any more.
    """

    map_clicked = Signal(int, int)
    map_hovered = Signal(int, int)

    def __init__(
        self,
        rows: Callable[[Network], tuple[Stage, ...]],
        prefix: str = "",
        parent: QWidget | None = None,
        *,
        captions_are_lines: bool = False,
    ) -> None:
        super().__init__(parent)
        self._captions_are_lines = captions_are_lines
        self._rows_of, self._prefix = rows, prefix
        self._network: Network | None = None
        self._panels: dict[int, LayerPanel] = {}
        self._rows: tuple[Stage, ...] = ()
        self.feeding = FeedingOverlay(self)
        self._hovered = (-1, -1)
        self.map_hovered.connect(self._on_map_hovered)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(tokens.SPACE_L)
        self._grid.setVerticalSpacing(tokens.SPACE_M)

    @property
    def panels(self) -> tuple[LayerPanel, ...]:
        """The layers' panels in the order of the network."""
        return tuple(self._panels.values())

    def panel(self, layer_index: int) -> LayerPanel:
        """Return the panel of a layer."""
        return self._panels[layer_index]

    def render_state(self, pictures: NetworkPictures) -> None:
        """Show a network's maps; an empty place where there is no picture."""
        if pictures.network is not self._network:
            self._network = pictures.network
            self._build(self._rows_of(pictures.network))
        for panel in self._panels.values():
            panel.render_state(pictures.layers.get(panel.shown.layer.name))
        self._on_map_hovered(*self._hovered)

    def _build(self, rows: tuple[Stage, ...]) -> None:
        self._rows, self._hovered = rows, (-1, -1)
        for panel in self._panels.values():
            self._grid.removeWidget(panel)
            panel.setParent(None)
            panel.deleteLater()
        self._panels = {}
        for number in range(self._grid.rowCount()):
            self._grid.setRowStretch(number, 0)
        for number in range(self._grid.columnCount()):
            self._grid.setColumnStretch(number, 0)
        for number, stage in enumerate(rows):
            for column, shown in enumerate(stage):
                panel = LayerPanel(
                    shown, self._prefix, self, is_line=self._captions_are_lines
                )
                panel.map_clicked.connect(self.map_clicked)
                panel.map_hovered.connect(self.map_hovered)
                self._grid.addWidget(panel, number, column)
                self._grid.setColumnStretch(column, 1)
                self._panels[shown.index] = panel
                panel.show()
        self._share_height()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._share_height()
        self.feeding.setGeometry(self.rect())

    @Slot(int, int)
    def _on_map_hovered(self, layer: int, tile: int) -> None:
        """Tie a map to those that it is made of, of the layers that are shown."""
        self._hovered = layer, tile
        network = self._network
        if tile < 0 or network is None or self.panel(layer).tiles.picture is None:
            self.feeding.hide()
            return
        panels = {panel.shown.layer.name: panel for panel in self.panels}
        name = self.panel(layer).shown.layer.name
        feeding = feeding_tiles(network, panels, name, tile)
        sources = [
            self._place(panels[source], each)
            for source, tiles in feeding.items()
            for each in tiles
        ]
        others = [each.tiles.rect().translated(self._at(each)) for each in self.panels]
        target = self._place(panels[name], tile)
        self.feeding.show_feeding(target, sources, others)

    def _at(self, panel: LayerPanel) -> QPoint:
        return panel.tiles.mapTo(self, QPoint(0, 0))

    def _place(self, panel: LayerPanel, tile: int) -> QRectF:
        return panel.tiles.tile_rect(tile).translated(QPointF(self._at(panel)))

    def _share_height(self) -> None:
        """Give each row the height that makes the maps of all rows largest."""
        if not self._rows:
            return
        gaps = (len(self._rows) - 1) * self._grid.verticalSpacing()
        columns = max(map(len, self._rows))
        gap = self._grid.horizontalSpacing()
        width = (self.width() - (columns - 1) * gap) / columns
        caption = next(iter(self._panels.values())).caption_height()
        free = self.height() - gaps - caption * len(self._rows)
        shared = row_heights(self._rows, width, free)
        for number, height in enumerate(shared):
            self._grid.setRowStretch(number, height + caption)
