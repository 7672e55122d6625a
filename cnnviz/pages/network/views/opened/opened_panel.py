"""A number of a map, opened in place: what it is made of, row by row, and its map."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QToolButton, QWidget
from typing_extensions import override

from cnnviz.engine.networks.blocks import Block
from cnnviz.pages.network.model.network_state import NetworkState
from cnnviz.pages.network.model.opened_unit import OpenedUnit
from cnnviz.pages.network.model.whole_map import WholeMap
from cnnviz.pages.network.views.action_button import ActionButton
from cnnviz.pages.network.views.chain_words import (
    chain_lines,
    map_lines,
    off_lines,
    pixel_lines,
)
from cnnviz.pages.network.views.network_actions import NetworkActions
from cnnviz.pages.network.views.opened.bend import Bend
from cnnviz.pages.network.views.opened.opened_map import OpenedMap
from cnnviz.pages.network.views.opened.pointed_card import PointedCard
from cnnviz.pages.network.views.opened.statistics_switch import StatisticsSwitch
from cnnviz.pages.network.views.opened.value_card import ValueCard
from cnnviz.pages.network.views.path_words import cell_words
from cnnviz.pages.network.views.unit_words import map_rows, unit_rows
from cnnviz.state.level import set_level
from cnnviz.ui.controls.fitting_label import FittingLabel
from cnnviz.ui.controls.tool_button import name_as_action, tool_button
from cnnviz.ui.layouts import in_column, in_row
from cnnviz.ui.network_view.columns.block_words import block_title, tile_label
from cnnviz.ui.page import Retranslated, set_names
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.fonts import half_bold, in_pixels
from cnnviz.ui.theme.look import look, paint_frame
from cnnviz.ui.unit_view.rows.map_rows_view import MapRowsView
from cnnviz.ui.unit_view.rows.rows_layout import EDGE
from cnnviz.ui.unit_view.rows.rows_view import RowsView
from cnnviz.ui.unit_view.rows.unit_rows import UnitRows

_SIDE = 208
_SIDE_SHARE = 0.38


class OpenedPanel(Retranslated):
    """Show what the open number is made of, beside the map that it is in.

    Signals
    -------
    input_chosen(index, row, column)
        A number that it is made of: which window, and where in it.
    weight_chosen(index, row, column)
        A weight of its kernels.
    map_chosen(index)
        A map that the open one is made of: which of its parts.
    """

    input_chosen = Signal(int, int, int)
    weight_chosen = Signal(int, int, int)
    map_chosen = Signal(int)

    def __init__(self, actions: NetworkActions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("opened_panel")
        self._actions = actions
        self._state: NetworkState | None = None
        self._title = QLabel(self)
        self._about = FittingLabel(self)
        self.rows = RowsView(self)
        self.maps = MapRowsView(self)
        self.map = OpenedMap(self)
        self.value = ValueCard(self)
        self.bend = Bend(self)
        set_level(self.bend, "standard")
        self.statistics = StatisticsSwitch(actions.batch_statistics, self)
        self._lab = ActionButton(actions.to_lab, self)
        self._by_step = ActionButton(actions.step_by_step, self)
        self._closes = QLabel(self)
        self._side = QWidget(self)
        self._steps: list[QToolButton] = []
        self._lay_out()
        self.card = PointedCard(self.rows, self)
        self.rows.cell_chosen.connect(self.input_chosen)
        self.rows.weight_chosen.connect(self.weight_chosen)
        self.maps.map_chosen.connect(self.map_chosen)
        self._retranslate()

    def render_state(
        self, state: NetworkState, unit: OpenedUnit | None, centres: Sequence[float]
    ) -> None:
        """Show the open number; ``centres`` are heights of the maps that feed it."""
        place, answer = state.place, state.answer
        if self._state is None or self._state.place != place:
            self.card.put_away()
        self._state = state
        if place is None or answer is None:
            return
        block = state.block(place.layer)
        if block.shown not in answer.pictures:
            return  # its layers were shown otherwise; the answer to this is to come
        self._title.setText(tile_label(block, place.channel))
        self._about.setText(block_title(block))
        self.statistics.render_state(state, block)
        self.bend.render_unit(unit)
        whole = state.whole_map()
        self.rows.setVisible(whole is None)
        self.maps.setVisible(whole is not None)
        if whole is not None:
            self._show_whole(whole, state, centres)
        pixel = state.pixel()
        if pixel is not None:
            self.rows.render_rows(UnitRows(()))
            if self.rows.hasFocus():  # nothing is left in it
                self.map.canvas.setFocus()
            lines = pixel_lines(pixel)
            self._show_value(block, state, pixel.value, lines)
        if unit is None:
            return
        layers = dict.fromkeys(unit.source_layers)
        sources = {layer: state.block(layer) for layer in layers}
        rows = unit_rows(unit, answer, sources)
        tops = [each - self.rows.y() for each in centres] if centres else []
        self.rows.render_rows(rows, tops if not rows.folded else ())
        lines = *chain_lines(unit), *off_lines(unit, state.answering.switched_off)
        self._show_value(block, state, unit.value, lines)

    def _show_whole(
        self, whole: WholeMap, state: NetworkState, centres: Sequence[float]
    ) -> None:
        """Show the maps that the open one is made of, and what each adds."""
        answer = state.answer
        assert answer is not None
        rows = map_rows(whole, answer, state.block)
        tops = [each - self.maps.y() for each in centres]
        self.maps.render_rows(rows, tops if not rows.folded else ())
        at = int(whole.values_hw.argmax())
        row, column = divmod(at, whole.values_hw.shape[1])
        picture = answer.pictures[whole.block.shown]
        self.map.render_map(picture, whole.channel, None, (row, column))
        text = self.tr("Largest: {place}").format(place=cell_words(row, column))
        value = float(whole.values_hw[row, column])
        lines = map_lines(whole)
        if state.is_off(whole.block.shown, whole.channel):
            lines = *lines, self.tr("switched off")
        self.value.render_value(text, value, lines)
        self._aim()

    def _show_value(
        self, block: Block, state: NetworkState, value: float, lines: tuple[str, ...]
    ) -> None:
        """Show the map with the number marked, and the number."""
        place, answer = state.place, state.answer
        assert place is not None
        assert answer is not None
        self.map.render_map(answer.pictures[block.shown], place.channel, place.cell)
        words = _place_words(block, place.cell, place.channel)
        self.value.render_value(words, value, lines)
        self._aim()

    def windows_shown(self) -> tuple[tuple[int, float, float], ...]:
        """Return which part of the unit each row shows, and its top and bottom."""
        layout = self.layout()
        if layout is not None:  # what has just been shown or hidden moves the rows
            layout.activate()
        shown = self.maps if self.rows.isHidden() else self.rows
        top, places = shown.y(), shown.rows_layout.rows
        return tuple(
            (row.index, top + place.window[1], top + place.window[1] + place.window[3])
            for row, place in zip(shown.shown.rows, places, strict=True)
        )

    def _aim(self) -> None:
        """Share the side's height out; let the ribbons end where the number stands."""
        needed = self.value.minimumSizeHint().height() + 2 * tokens.SPACE_M
        self.map.share_height(self._side.height() - needed)
        point = self.value.mapTo(self, QPoint(0, int(self.value.middle)))
        self.rows.set_target(float(point.y() - self.rows.y()))
        middle = self.map.canvas.rect().center()
        point = self.map.canvas.mapTo(self, middle)
        self.maps.set_target(float(point.y() - self.maps.y()))

    def _lay_out(self) -> None:
        self._title.setFont(half_bold(in_pixels(self.font(), tokens.TITLE_PX)))
        self._about.setFont(in_pixels(self.font(), tokens.TEXT_PX))
        self._closes.setFont(in_pixels(self.font(), tokens.TEXT_PX))
        self._about.setForegroundRole(self._about.foregroundRole())
        indent = round(EDGE)  # of the rows: their outline is left of what they show
        head = in_row(indent, self._title, tokens.SPACE_M, (self._about, 1), gap=0)
        head.setAlignment(self._about, Qt.AlignmentFlag.AlignBottom)
        side = self._side
        value = self.value, (self.bend, 4)
        in_column(tokens.SPACE_XS, self.map, (None, 1), *value, (None, 1), of=side)
        body = in_row((self.rows, 1), (self.maps, 1), side, gap=tokens.SPACE_XS)
        actions = self._actions
        for action in (actions.step_back, actions.play, actions.step_forward):
            button = tool_button(self, action, tokens.ICON)
            button.setMinimumSize(tokens.HIT, tokens.HIT)
            self._steps.append(button)
        set_level(self.statistics, "standard")
        set_level(self._lab, "standard")
        steps = in_row(*self._steps, gap=tokens.SPACE_S)
        lab = self._by_step, self._lab, (None, 1), steps, (None, 1), self._closes
        foot = in_column(self.statistics, in_row(*lab), gap=tokens.SPACE_M)
        foot.setContentsMargins(indent, 0, 0, 0)
        parts = head, tokens.SPACE_XS, (body, 1), tokens.SPACE_M, foot
        whole = in_column(*parts, gap=0, of=self, margin=tokens.SPACE_XL)
        edge = tokens.SPACE_XL
        whole.setContentsMargins(edge - indent, edge, edge, edge)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take a click that misses everything: it is none beside the panel."""
        event.accept()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        side = max(_SIDE, int(self.width() * _SIDE_SHARE))
        self._side.setFixedWidth(side)
        self.map.set_height(side)
        self._aim()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        ground = look(self.palette()).raised
        with QPainter(self) as painter:
            paint_frame(painter, self, ground, tokens.RADIUS_OPENED)

    def _retranslate(self) -> None:
        self._closes.setText(self.tr("Esc closes"))
        set_names(
            self.maps,
            "map_rows",
            self.tr("What the map is made of"),
            self.tr("Click a map to open that one"),
        )
        set_names(
            self.rows,
            "unit_rows",
            self.tr("What the number is made of"),
            self.tr("Click a number of a window to see how that one is made"),
        )
        for button in self._steps:
            name_as_action(button)


def _place_words(block: Block, cell: tuple[int, int] | None, channel: int) -> str:
    if block.map_hw == (1, 1) or cell is None:
        return tile_label(block, channel)
    words = cell_words(*cell)
    return words[:1].upper() + words[1:]
