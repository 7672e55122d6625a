"""The second network, or what is different, below the first."""

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from cnnviz.engine.networks.blocks import PICTURE_BLOCK, Block, picture_block
from cnnviz.engine.networks.layers import PICTURE
from cnnviz.pages.network.model.comparison import ComparisonAnswer
from cnnviz.pages.network.model.network_state import NetworkState
from cnnviz.pages.network.presenters.comparison import (
    ComparisonPresenter,
    ComparisonState,
)
from cnnviz.pages.network.views.compare.compare_words import (
    comparison_note,
    second_title,
)
from cnnviz.state.level import set_level
from cnnviz.ui.controls.fitting_label import FittingLabel
from cnnviz.ui.layouts import in_column
from cnnviz.ui.network_view.columns.block_words import tile_label
from cnnviz.ui.network_view.columns.network_columns import NetworkColumns
from cnnviz.ui.network_view.columns.read_columns import ColumnsShown
from cnnviz.ui.numbers import short
from cnnviz.ui.page import Retranslated, set_names

_ROOM_FOR_PANEL = 1300
"""Height from which an opened map leaves room for the second columns."""


class SecondColumns(Retranslated):
    """Show the second answer in columns; its maps and those of the first point at each other.

    Attributes
    ----------
    title
        What stands over the columns: beside this widget, so that the columns can be as
        high as those of the first.

    Signals
    -------
    notified(text)
        What is pointed at, for the status line.
    map_pointed(layer, tile)
        A map that the first has, too; the tile is -1 when none is any more.
    """

    notified = Signal(str)
    map_pointed = Signal(str, int)

    def __init__(self, presenter: ComparisonPresenter, parent: QWidget) -> None:
        super().__init__(parent)
        set_level(self, "standard")
        self._presenter = presenter
        self._picture: Block | None = None
        self._told_of: ComparisonAnswer | None = None
        self.title = FittingLabel(parent)
        self.columns = NetworkColumns(self)
        self.columns.set_tells_status(False)
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Expanding, policy.Ignored)
        in_column(self.columns, of=self)
        self.title.hide()
        self.hide()
        self.columns.map_hovered.connect(self._on_map_hovered)
        self.columns.map_clicked.connect(self._on_map_clicked)
        presenter.store.changed.connect(self.show_newest)
        presenter.network.store.changed.connect(self.show_newest)
        self._retranslate()

    @Slot()
    def show_newest(self) -> None:
        """Show the newest second answer, where there is room."""
        state, page = self._presenter.store.state, self._presenter.network.store.state
        for part in (self, self.title):
            part.setVisible(state.is_on and self._has_room(page))
        if self.isHidden() or state.answer is None:
            self.title.setText(comparison_note(state))
            return
        self.title.setText(second_title(state))
        self.columns.render_state(self._shown(state, state.answer))
        if state.answer is not self._told_of and self.columns.pointed is not None:
            self._on_map_hovered(*self.columns.pointed)  # its numbers are other ones
        self._told_of = state.answer
        if page.place is None:
            self.columns.show_echo(None)
        else:
            self.point_at(page.place.layer, page.place.channel)

    def point_at(self, layer: str, tile: int) -> None:
        """Mark the map of that name; with a tile of -1, none."""
        for block in self._blocks():
            if tile >= 0 and block.shown == layer and tile < max(block.count, 1):
                self.columns.show_echo((block.place, tile))
                return
        self.columns.show_echo(None)

    def _has_room(self, page: NetworkState) -> bool:
        return page.place is None or self.window().height() >= _ROOM_FOR_PANEL

    def _blocks(self) -> tuple[Block, ...]:
        shown = self.columns.shown
        return () if shown is None else (*shown.blocks, shown.picture)

    def _shown(self, state: ComparisonState, answer: ComparisonAnswer) -> ColumnsShown:
        second, first = answer.second, answer.question.first
        of = first if state.view == "difference" else second
        if self._picture is None or self._picture.shape != of.network.input_chw:
            self._picture = picture_block(of.network)
        if state.view == "difference":
            shown = first.question.shown
            levels = answer.levels
            return ColumnsShown(self._picture, shown, levels, answer.differences)
        return ColumnsShown(
            picture=self._picture,
            blocks=second.question.shown,
            pixels=second.given.pixels,
            pictures=second.pictures,
            probabilities=second.trace.probabilities,
            best=second.trace.best,
        )

    @Slot(int, int)
    def _on_map_hovered(self, place: int, tile: int) -> None:
        shown = self.columns.shown
        if tile < 0 or shown is None:
            self.map_pointed.emit("", -1)
            self.notified.emit("")
            return
        block = shown.picture if place == PICTURE_BLOCK else shown.blocks[place]
        self.map_pointed.emit(block.shown, tile)
        picture = shown.pictures.get(block.shown)
        label = tile_label(block, tile)
        if picture is None or block.shown == PICTURE:
            self.notified.emit(label)
            return
        values = picture.values_of(tile)
        text = self.tr("{label} · from {low} to {high}, on average {mean}")
        low, high = float(values.min()), float(values.max())
        self.notified.emit(
            text.format(
                label=label,
                low=short(low),
                high=short(high),
                mean=short(float(values.mean())),
            )
        )

    @Slot(int, int)
    def _on_map_clicked(self, place: int, tile: int) -> None:
        """Open the same map of the first network, where it has one."""
        shown, network = self.columns.shown, self._presenter.network
        if shown is None:
            return
        block = shown.picture if place == PICTURE_BLOCK else shown.blocks[place]
        known = [each.shown for each in network.store.state.shown]
        if block.shown == PICTURE or block.shown in known:
            same = network.store.state.block(block.shown)
            if tile < max(same.count, 1):
                network.open_map(block.shown, tile)
                return
        text = self.tr("{map} is in the second network only")
        self.notified.emit(text.format(map=tile_label(block, tile)))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def _retranslate(self) -> None:
        set_names(
            self.columns,
            "second_columns",
            self.tr("The second network, or what is different"),
            self.tr("Point at a map to see the same one above; click it to open that"),
        )
        self.show_newest()
