"""The gradient of one kernel, made step by step like any convolution."""

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QToolButton, QWidget
from typing_extensions import override

from cnnviz.engine.convolution.walk import Walk, go_to_cell
from cnnviz.pages.train.model.step_state import StepAnswer, StepState
from cnnviz.pages.train.views.step.kernel_picker import KernelPicker
from cnnviz.pages.train.views.step.step_words import kernel_meaning, kernel_title
from cnnviz.pages.train.views.train_actions import TrainActions
from cnnviz.state.lab_input import LabInput, feature_maps
from cnnviz.ui.controls.fitting_label import FittingLabel
from cnnviz.ui.controls.tool_button import name_as_action, tool_button
from cnnviz.ui.layouts import in_column, in_row
from cnnviz.ui.page import Retranslated
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.fonts import half_bold
from cnnviz.ui.unit_view.unit import unit_at
from cnnviz.ui.unit_view.unit_view import UnitView

if TYPE_CHECKING:
    from cnnviz.engine.training.one_step.kernel_gradients import KernelGradient


class KernelPart(Retranslated):
    """Show the input map, the gradient of the output map, and what they make.

    Signals
    -------
    notified(text)
        What the pointer is on, for the status line.
    """

    notified = Signal(str)

    def __init__(self, actions: TrainActions, parent: QWidget) -> None:
        super().__init__(parent)
        self._place: tuple[StepAnswer, str, tuple[int, ...]] | None = None
        self._gradient: KernelGradient | None = None
        self._given: LabInput | None = None
        self._state = StepState()
        self._title, self._about = QLabel(self), FittingLabel(self)
        self._title.setFont(half_bold(self._title.font()))
        self.picker = KernelPicker(self, "step_gradient_")
        self.unit_view = UnitView(self)
        self._buttons: list[QToolButton] = []
        for action in (
            actions.gradient_back,
            actions.gradient_play,
            actions.gradient_forward,
        ):
            button = tool_button(self, action, tokens.ICON)
            button.setMinimumSize(tokens.HIT, tokens.HIT)
            self._buttons.append(button)
        self._lay_out()
        self.unit_view.notified.connect(self.notified)
        self._retranslate()

    def _lay_out(self) -> None:
        steps = in_row(*self._buttons, gap=tokens.SPACE_S)
        head = in_row(self._title, (self._about, 1), steps, gap=tokens.SPACE_M)
        head.setAlignment(self._about, Qt.AlignmentFlag.AlignVCenter)
        body = in_row(self.picker, (self.unit_view, 1), gap=tokens.SPACE_L)
        in_column(head, (body, 1), gap=tokens.SPACE_S, of=self)

    def render_state(self, state: StepState) -> None:
        """Show the kernel that is looked at, at its weight."""
        self._state = state
        self.picker.render_state(state)
        if state.answer is None or not state.layer:
            return
        place = state.answer, state.layer, state.kernel
        if place != self._place:
            self._place, self._gradient = place, state.gradient()
            self._write()
        gradient, weights = self._gradient, state.weights()
        assert gradient is not None
        assert weights is not None
        operation = gradient.operation
        given = self._given
        if given is None or given.values_chw is not operation.input_chw:
            values = np.asarray(operation.input_chw, np.float32)
            given = self._given = feature_maps(values)
        walk = go_to_cell(Walk(operation), *state.cell)
        self.unit_view.render_unit(unit_at(walk, given), weights.gradient_hw)

    def _write(self) -> None:
        self._title.setText(kernel_title(self._state))
        self._about.setText(kernel_meaning(self._state))

    @override
    def _retranslate(self) -> None:
        self._write()
        for button in self._buttons:
            name_as_action(button)
