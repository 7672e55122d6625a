"""The stage of the Convolution page: a unit view with the lab's input and output."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from cnnviz.pages.convolution.model.lab_state import LabState
from cnnviz.pages.convolution.presenters.walk_presenter import WalkPresenter
from cnnviz.pages.convolution.views.export.lab_actions import LabActions
from cnnviz.pages.convolution.views.stage.input_panel import InputPanel
from cnnviz.pages.convolution.views.stage.output_panel import OutputPanel
from cnnviz.ui.unit_view.stage import Stage
from cnnviz.ui.unit_view.unit import Unit, unit_at


def unit_of(state: LabState) -> Unit | None:
    """Return the number of the state's walk; ``None`` when there is no walk."""
    walk, step, outcome = state.walk, state.step, state.outcome
    if walk is None or step is None or outcome is None:
        return None
    return unit_at(walk, state.given, state.shown_channel, (step, outcome))


class LabStage(Stage):
    """Shows a state of the lab."""

    def __init__(
        self, actions: LabActions, walk: WalkPresenter, parent: QWidget
    ) -> None:
        given, output = InputPanel(), OutputPanel(actions.whole)
        super().__init__(given, output, parent)
        self.input, self.output = given, output
        self._walk = walk
        self.input.channel_chosen.connect(self._on_input_channel_chosen)
        self.output.channel_chosen.connect(walk.show_output_channel)

    def render_state(self, state: LabState, unit: Unit | None) -> None:
        """Show a state with its unit; only what differs is painted anew."""
        self.input.render_state(state, unit)
        plane_hw = None
        if state.settings.operation != "pooling":
            bank = state.settings.bank
            plane_hw = bank.plane(state.output_channel, state.shown_channel)
        self.render_unit(unit, plane_hw)
        self.output.render_state(state, unit)
        self.input.align_bottom_with(self.output.height_below)

    @Slot(int)
    def _on_input_channel_chosen(self, channel: int) -> None:
        self._walk.show_input_channel(channel)
        if self._unit is not None and self._unit.operation.traits.keeps_channels:
            # Each channel is worked on by itself: to see one is to see its output.
            self._walk.show_output_channel(channel)
