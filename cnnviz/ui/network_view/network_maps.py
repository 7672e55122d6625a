"""Every layer's maps at once."""

from collections.abc import Callable, Iterator, Mapping
from math import ceil
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget
from typing_extensions import override

from cnnviz.engine.networks.layers import Network
from cnnviz.state.picture.network_pictures import NetworkPictures
from cnnviz.ui.network_view.feeding import Tiles, fed_tiles, feeding_tiles
from cnnviz.ui.network_view.feeding_overlay import (
    FeedingOverlay,
    Place,
    Tied,
    tied_boxes,
)
from cnnviz.ui.network_view.layer_panel import Form, LayerPanel
from cnnviz.ui.network_view.network_stages import ShownLayer, Stage
from cnnviz.ui.network_view.ribbons import MOST_RIBBONS
from cnnviz.ui.network_view.row_heights import row_heights
from cnnviz.ui.network_view.still_ribbons import StillRibbons
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.look import look

_A_STAGE: Final = 3
"""Layers side by side that are one stage; more are a whole network, in columns."""

_MAPS_BELOW: Final = 8
"""Maps one below the other in a column, at most."""

_NARROW: Final = 560
"""Pixels of all columns below which there is less room between them."""


class NetworkMaps(QWidget):
    """Show the layers of a network, a row a stage: sums, ReLU, pooling; or in columns.

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
        self._flow: tuple[tuple[int, int], ...] = ()
        self._still = StillRibbons()
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

    def set_rows(self, rows: Callable[[Network], tuple[Stage, ...]]) -> None:
        """Choose which layers are seen, and how they lie."""
        self._rows_of, self._network = rows, None

    @property
    def _in_columns(self) -> bool:
        return len(self._rows) == 1 and len(self._rows[0]) > _A_STAGE

    def _build(self, rows: tuple[Stage, ...]) -> None:
        self._rows, self._hovered = rows, (-1, -1)
        self.feeding.hide()
        for panel in self._panels.values():
            self._grid.removeWidget(panel)
            panel.setParent(None)
            panel.deleteLater()
        self._panels = {}
        for number in range(self._grid.rowCount()):
            self._grid.setRowStretch(number, 0)
        for number in range(self._grid.columnCount()):
            self._grid.setColumnStretch(number, 0)
        form: Form = "line" if self._captions_are_lines else "block"
        form = "column" if self._in_columns else form
        for number, stage in enumerate(rows):
            for column, shown in enumerate(stage):
                panel = LayerPanel(shown, self._prefix, self, form=form)
                panel.map_clicked.connect(self.map_clicked)
                panel.map_hovered.connect(self.map_hovered)
                self._grid.addWidget(panel, number, column)
                stretch = _stretch(shown) if self._in_columns else 1
                self._grid.setColumnStretch(column, stretch)
                self._panels[shown.index] = panel
                panel.show()
        self._flow = tuple(self._find_flow())
        self._share_out()

    def _find_flow(self) -> Iterator[tuple[int, int]]:
        """Yield which panel's maps flow into which, where all lie in one line."""
        network, names = self._network, {p.shown.layer.name: p for p in self.panels}
        is_line = self._in_columns or max(map(len, self._rows), default=0) == 1
        if network is None or not is_line:
            return
        for name, panel in names.items():
            read: set[str] = set()
            for tile in {0, panel.shown.tiles[0] - 1}:  # of several branches, each
                read.update(feeding_tiles(network, names, name, tile))
            for source in names:
                if source in read:
                    yield names[source].shown.index, panel.shown.index

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what always flows, under the panels."""
        below = not self._in_columns
        tied = {layer for pair in self._flow for layer in pair}
        places = {layer: self._whole(layer) for layer in tied}
        pairs = [(places[a], places[b], below) for a, b in self._flow]
        ink, ends = look(self.palette()).ink, tokens.MIX_RIBBON_END
        with QPainter(self) as painter:
            ties = tied_boxes(pairs, ink, tokens.MIX_WASH, ends)
            self._still.paint(painter, ties, self.size())

    def _whole(self, layer: int) -> QRectF:
        panel = self._panels[layer]
        return panel.tiles.tiles_rect().translated(QPointF(self._at(panel)))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._share_out()
        self.feeding.setGeometry(self.rect())

    @override
    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:  # by now the panels have moved
            self._on_map_hovered(*self._hovered)
            self.update()
        return done

    def _share_out(self) -> None:
        """Share width and height out among columns and rows."""
        is_narrow = self._in_columns and self.width() < _NARROW
        gap = tokens.SPACE_M if is_narrow else tokens.SPACE_L
        gap = tokens.SPACE_RIBBON if self._in_columns and not is_narrow else gap
        self._grid.setHorizontalSpacing(gap)
        self._share_height()

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
        fed = {
            made: tiles
            for made, tiles in fed_tiles(network, panels, name, tile).items()
            if len(tiles)
            < panels[made].shown.tiles[0]  # else it has no part of its own
        }
        involved = [panels[each] for each in (name, *feeding, *fed)]
        self.feeding.show_feeding(
            Tied(
                self._place(panels[name], tile),
                self._places(panels, feeding, name),
                self._places(panels, fed, name),
                [(self._whole(i), self._place(p, 0)) for i, p in self._panels.items()],
                [
                    self._place(panel, each)
                    for panel in involved
                    if (count := panel.shown.tiles[0]) <= MOST_RIBBONS
                    for each in range(count)
                ],
            )
        )

    def _places(
        self, panels: Mapping[str, LayerPanel], tiles: Tiles, seen_from: str
    ) -> list[Place]:
        """Return where tiles lie, and whether in another row than a layer's."""
        row = {p.layer.name: n for n, stage in enumerate(self._rows) for p in stage}
        return [
            (self._place(panels[name], each), row[name] != row[seen_from])
            for name, own in tiles.items()
            for each in own
        ]

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


def _stretch(shown: ShownLayer) -> int:
    """Return which part of the width a layer's column of maps can use."""
    count, tile_hw = shown.tiles
    if tile_hw == (1, 1):
        return 8
    return 16 + 4 * (ceil(count / _MAPS_BELOW) - 1)
