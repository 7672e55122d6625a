"""The open number step by step, as on the Convolution page."""

import numpy as np
from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton, QWidget

from cnnviz.pages.network.model.network_state import NetworkState
from cnnviz.pages.network.model.unit_walk import UnitWalk
from cnnviz.pages.network.presenters.network_presenter import NetworkPresenter
from cnnviz.pages.network.views.action_button import ActionButton
from cnnviz.pages.network.views.network_actions import NetworkActions
from cnnviz.pages.network.views.walk_words import map_names, what_follows
from cnnviz.state.lab_input import LabInput, feature_maps
from cnnviz.state.level import set_level
from cnnviz.ui.controls.fitting_label import FittingLabel
from cnnviz.ui.controls.tool_button import name_as_action, tool_button
from cnnviz.ui.layouts import in_column, in_row
from cnnviz.ui.network_view.columns.block_words import block_title, tile_label
from cnnviz.ui.page import Retranslated, set_names
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.fonts import half_bold, in_pixels
from cnnviz.ui.unit_view.unit import unit_at
from cnnviz.ui.unit_view.unit_view import UnitView


class StepView(Retranslated):
    """Show window, kernel, products and sum of the open number, and its whole map.

    Signals
    -------
    notified(text)
        What the pointer is on, for the status line.
    """

    notified = Signal(str)

    def __init__(
        self, presenter: NetworkPresenter, actions: NetworkActions, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setObjectName("step_view")
        self._presenter, self._actions = presenter, actions
        self._found: UnitWalk | None = None
        self._given: LabInput | None = None
        self._title, self._about = QLabel(self), FittingLabel(self)
        self._back = QPushButton(self)
        self._lab = ActionButton(actions.to_lab, self, "steps_")
        self._steps: list[QToolButton] = []
        self.unit_view = UnitView(self)
        self.unit_view.sum.set_bias_changeable(False)
        self._lay_out()
        self._back.clicked.connect(actions.step_by_step.trigger)
        self.unit_view.output_cell_chosen.connect(presenter.open_cell)
        self.unit_view.input_cell_chosen.connect(self._on_input_cell_chosen)
        self.unit_view.notified.connect(self.notified)
        self._retranslate()

    @property
    def channel(self) -> int | None:
        """Which of the maps that are read is seen, counted from 0."""
        unit = self.unit_view.unit
        return None if unit is None else unit.seen_channel

    def render_walk(self, state: NetworkState, found: UnitWalk) -> None:
        """Show a number of the network."""
        place = state.place
        assert place is not None
        before, self._found = self._found, found
        is_new = before is None or before.walk.operation is not found.walk.operation
        if is_new or self._given is None:
            values_chw = np.asarray(found.walk.operation.input_chw, np.float32)
            self._given = feature_maps(values_chw, map_names(state, found))
        block = state.block(found.layer)
        self._title.setText(tile_label(block, place.channel))
        off = self.tr("switched off") * state.is_off(found.layer, place.channel)
        about = block_title(block), what_follows(state, found), off
        self._about.setText(" · ".join(filter(None, about)))
        shown = 0 if is_new or self.channel is None else self.channel
        unit = unit_at(found.walk, self._given, shown)
        self.unit_view.render_unit(unit, found.map_hw)

    def _lay_out(self) -> None:
        self._title.setFont(half_bold(in_pixels(self.font(), tokens.TITLE_PX)))
        self._about.setFont(in_pixels(self.font(), tokens.TEXT_PX))
        head = in_row(self._title, (self._about, 1), gap=tokens.SPACE_M)
        head.setAlignment(self._about, Qt.AlignmentFlag.AlignBottom)
        actions = self._actions
        set_level(self._back, "first")
        set_level(self._lab, "standard")
        self._back.setMinimumHeight(tokens.HIT)
        for action in (actions.step_back, actions.play, actions.step_forward):
            button = tool_button(self, action, tokens.ICON)
            button.setMinimumSize(tokens.HIT, tokens.HIT)
            self._steps.append(button)
        steps = in_row(*self._steps, gap=tokens.SPACE_S)
        foot = in_row(self._lab, (None, 1), steps, (None, 1), self._back)
        in_column(head, (self.unit_view, 1), foot, gap=tokens.SPACE_M, of=self)

    @Slot(int, int, int)
    def _on_input_cell_chosen(self, channel: int, row: int, column: int) -> None:
        found = self._found
        if found is not None:
            source = found.channels[channel]
            self._presenter.follow(found.source, source, row, column)

    def _retranslate(self) -> None:
        self._given = None  # its maps have names in the language
        self._back.setText(self.tr("Back to the network"))
        tip = self.tr("Back to the network (Esc)")
        set_names(self._back, "steps_back_button", self._back.text(), tip)
        for button in self._steps:
            name_as_action(button)
