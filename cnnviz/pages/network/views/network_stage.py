"""The columns of the network and the panel that opens among them."""

from PySide6.QtCore import QRectF, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from cnnviz.engine.networks.blocks import Block, picture_block
from cnnviz.engine.networks.layers import PICTURE
from cnnviz.pages.network.model.network_state import NetworkState
from cnnviz.pages.network.model.opened_unit import OpenedUnit
from cnnviz.pages.network.model.whole_map import WholeMap
from cnnviz.pages.network.presenters.network_presenter import NetworkPresenter
from cnnviz.pages.network.views.colours_legend import ColoursLegend
from cnnviz.pages.network.views.columns_state import columns_shown, fed_of, feeding_of
from cnnviz.pages.network.views.network_actions import NetworkActions
from cnnviz.pages.network.views.network_hint import block_reading, map_reading
from cnnviz.pages.network.views.opened.opened_panel import OpenedPanel
from cnnviz.pages.network.views.unit_words import MOST_WINDOWS
from cnnviz.ui.layouts import in_column
from cnnviz.ui.network_view.columns.column_marks import Thread
from cnnviz.ui.network_view.columns.network_columns import NetworkColumns
from cnnviz.ui.network_view.columns.read_columns import NO_BLOCK
from cnnviz.ui.page import Retranslated, set_names, set_tip


class NetworkStage(Retranslated):
    """Show the network; a click opens a map in place, and a number on from there.

    Signals
    -------
    notified(text)
        What is pointed at, for the status line.
    weight_chosen(index, row, column)
        A weight of the open number was clicked: of which of its parts, and where.
    map_pointed(layer, tile)
        A map is pointed at; the tile is -1 when none is any more.
    """

    notified = Signal(str)
    weight_chosen = Signal(int, int, int)
    map_pointed = Signal(str, int)

    def __init__(
        self, presenter: NetworkPresenter, actions: NetworkActions, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._picture: Block | None = None
        self._open: tuple[str, int] | None = None
        self._told_of: object = None  # an answer, known again
        self._pointed, self._pointed_tile = "", 0
        self.columns = NetworkColumns(self)
        self.columns.set_tells_status(False)
        self.panel = OpenedPanel(actions, self.columns)
        self.panel.hide()
        self._legend = ColoursLegend(self.columns)
        self._legend.hide()
        self._has_colours = False
        in_column(self.columns, of=self)
        self._connect()
        self._retranslate()

    def _connect(self) -> None:
        columns, panel, presenter = self.columns, self.panel, self._presenter
        columns.map_clicked.connect(self._on_map_clicked)
        columns.map_hovered.connect(self._on_map_hovered)
        columns.block_pointed.connect(self._tell_pointed)
        columns.beside_clicked.connect(presenter.go_up)
        columns.panel_placed.connect(self._on_panel_placed)
        columns.place.changed.connect(self._show_legend)
        panel.input_chosen.connect(self._on_input_chosen)
        panel.map_chosen.connect(self._on_part_chosen)
        panel.weight_chosen.connect(self.weight_chosen)
        panel.map.cell_chosen.connect(presenter.open_cell)
        panel.map.number_chosen.connect(presenter.show_channel)

    def render_state(self, state: NetworkState) -> None:
        """Show the newest numbers, and what is open."""
        if self._picture is None or self._picture.shape != state.network.input_chw:
            self._picture = picture_block(state.network)
        self.columns.render_state(columns_shown(state, self._picture))
        self._follow_pointed(state)
        if state.place is None:
            self.panel.hide()
        else:
            self._render_panel(state)
        self._render_legend(state)

    def _follow_pointed(self, state: NetworkState) -> None:
        """Say the new numbers of what is pointed at; nothing once another thing opens."""
        place = state.place
        is_open = None if place is None else (place.layer, place.channel)
        if is_open != self._open:
            self._open = is_open
            self.columns.forget_pointed()  # the panel may lie over it, or all glide
        elif state.answer is not self._told_of and self.columns.points:
            self._tell_pointed()
        self._told_of = state.answer

    def _render_legend(self, state: NetworkState) -> None:
        block = self._picture
        if self._pointed != PICTURE or state.place is not None:
            block = self.looked_at()
        if block is not None:
            tile = self._pointed_tile if state.place is None else state.place.channel
            tile = min(tile, block.count - 1)
            self._has_colours = self._legend.render_map(state, block, tile)
        self._show_legend()

    @Slot()
    def _show_legend(self) -> None:
        """Show the legend where it lies over nothing."""
        is_free = self._has_colours and not self._legend_covers_something()
        self._legend.setVisible(is_free)

    def _legend_covers_something(self) -> bool:
        """Whether maps, or the panel, which has a legend of its own, lie under it."""
        place = QRectF(self._legend.geometry())
        covered = [QRectF(*each.box) for each in self.columns.place.layout.placed]
        if self.panel.isVisible():
            covered.append(QRectF(self.panel.geometry()))
        return any(place.intersects(each) for each in covered)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        height = self._legend.sizeHint().height()
        self._legend.setGeometry(
            0, self.height() - height, self._legend.width(), height
        )
        self._show_legend()

    def looked_at(self) -> Block:
        """Return the block that is open, or was pointed at last, or the first."""
        state = self._presenter.store.state
        if state.place is not None:
            return state.block(state.place.layer)
        pointed = (one for one in state.shown if one.shown == self._pointed)
        return next(pointed, state.shown[0])

    def _render_panel(self, state: NetworkState) -> None:
        unit = state.unit()
        self.panel.render_state(state, unit, self._centres(state))
        box = self.columns.place.panel
        if box is not None:
            self._on_panel_placed(QRectF(*box))
            self._tie(state, unit, state.whole_map(), box[0], box[1])

    def _tie(
        self,
        state: NetworkState,
        unit: OpenedUnit | None,
        whole: WholeMap | None,
        left: float,
        top: float,
    ) -> None:
        """Tie the maps that feed what is open to what shows them in the panel."""
        parts = unit.windows if unit is not None else whole.parts if whole else ()
        threads = []
        for index, above, below in self.panel.windows_shown() if parts else ():
            block = state.block(parts[index].layer)
            tile = parts[index].channel if block.layers else 0
            threads.append(Thread(block.place, tile, left, top + above, top + below))
        self.columns.show_threads(tuple(threads))

    def _centres(self, state: NetworkState) -> tuple[float, ...]:
        """Return the heights, in the panel, of the maps that feed the open one."""
        place, columns = state.place, self.columns
        if place is None or columns.place.panel is None:
            return ()
        block = state.block(place.layer)
        feeding = feeding_of(state.network, state.shown, block, place.channel)
        if len(feeding) != 1:
            return ()
        ((source, tiles),) = feeding.items()
        if columns.place.layout.placed[source].columns != 1 or source < 0:
            return ()
        if len(tiles) > MOST_WINDOWS:  # the largest are shown, in their own order
            return ()
        top = columns.place.panel[1]
        return tuple(
            columns.tile_box(source, tile).center().y() - top for tile in tiles
        )

    def point_at(self, layer: str, tile: int) -> None:
        """Mark the map of that name, which is pointed at elsewhere; -1: none."""
        block = self._presenter.store.state.block(layer)
        is_known = layer in (block.shown, block.name) and 0 <= tile < block.count
        self.columns.show_echo((block.place, tile) if is_known else None)

    @Slot(int, int)
    def _on_map_clicked(self, block: int, tile: int) -> None:
        state = self._presenter.store.state
        shown = state.shown[block] if block >= 0 else self._picture
        if shown is not None and state.answer is not None:
            self._presenter.open_map(shown.shown, tile)
            self.panel.map.canvas.setFocus()

    @Slot(int, int)
    def _on_map_hovered(self, block: int, tile: int) -> None:
        state = self._presenter.store.state
        shown = self._picture if block < 0 else state.shown[block]
        self._tell_pointed()
        if tile < 0 or shown is None:
            self.columns.show_feeding({}, {})
            self.map_pointed.emit("", -1)
            return
        self.map_pointed.emit(shown.shown, tile)
        self._pointed, self._pointed_tile = shown.shown, tile
        self._render_legend(state)
        of = state.network, state.shown, shown, tile
        self.columns.show_feeding(feeding_of(*of), fed_of(*of))

    @Slot()
    def _tell_pointed(self) -> None:
        """Say of the map, or of the name over maps, that is pointed at what it is."""
        columns, reading = self.columns, ""
        if columns.named != NO_BLOCK:
            reading = block_reading(*self._shown_at(columns.named))
        set_tip(columns, reading or columns.statusTip())
        if columns.pointed is not None:
            place, tile = columns.pointed
            reading = map_reading(*self._shown_at(place), tile)
        self.notified.emit(reading)

    def _shown_at(self, place: int) -> tuple[NetworkState, Block]:
        state = self._presenter.store.state
        if place >= 0:
            return state, state.shown[place]
        assert self._picture is not None
        return state, self._picture

    @Slot(int, int, int)
    def _on_input_chosen(self, index: int, row: int, column: int) -> None:
        unit = self._presenter.store.state.unit()
        if unit is None:
            return
        window = unit.windows[index]
        source = window.source(row, column)
        if source is not None:
            channel, *at = source
            self._presenter.follow(window.layer, channel, at[0], at[1])

    @Slot(int)
    def _on_part_chosen(self, index: int) -> None:
        state = self._presenter.store.state
        whole = state.whole_map()
        if whole is not None:
            part = whole.parts[index]
            shown = state.block(part.layer).shown
            self._presenter.open_map(shown, part.channel)

    @Slot(QRectF)
    def _on_panel_placed(self, box: QRectF) -> None:
        state = self._presenter.store.state
        if state.place is None:
            return
        geometry = box.toRect()
        if self.panel.geometry() != geometry or self.panel.isHidden():
            self.panel.setGeometry(geometry)
            self.panel.show()
            self.panel.map.canvas.setFocus()
            self._render_panel(state)
            self._render_legend(state)

    def _retranslate(self) -> None:
        set_names(
            self.columns,
            "network_columns",
            self.tr("The network, from the picture to its answer"),
            self.tr("Point at a map to see what feeds it; click it to open it"),
        )
