"""The network, or in its place the open number step by step, or the summary."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from cnnviz.engine.networks.summary import summarize
from cnnviz.pages.network.model.network_state import NetworkState
from cnnviz.pages.network.model.unit_walk import UnitWalk
from cnnviz.pages.network.presenters.network_presenter import NetworkPresenter
from cnnviz.pages.network.presenters.shown_walk import ShownWalk
from cnnviz.pages.network.views.network_actions import NetworkActions
from cnnviz.pages.network.views.network_stage import NetworkStage
from cnnviz.pages.network.views.step_view import StepView
from cnnviz.pages.network.views.summary.summary_table import SummaryTable
from cnnviz.pages.network.views.walk_words import why_no_walk
from cnnviz.state.level import set_level


class SteppedStage(QStackedWidget):
    """Show one of them; "Step by step" and "Summary" change between them.

    Where what is open has no steps, the network is seen until something has. The summary
    lies over both until something else is opened.

    Signals
    -------
    notified(text)
        What is pointed at, for the status line.
    """

    notified = Signal(str)

    def __init__(
        self, presenter: NetworkPresenter, actions: NetworkActions, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._presenter, self._actions = presenter, actions
        self.stage = NetworkStage(presenter, actions, self)
        self.steps = StepView(presenter, actions, self)
        self.summary = SummaryTable(self)
        self._walk = ShownWalk()
        self._place = presenter.store.state.place
        for part in (self.stage, self.steps):
            self.addWidget(part)
            part.notified.connect(self.notified)
        set_level(self.summary, "standard")
        self.addWidget(self.summary)
        self.summary.layer_chosen.connect(self._on_layer_chosen)
        actions.step_by_step.toggled.connect(self._on_steps_toggled)
        actions.summary.toggled.connect(self._on_toggled)

    @property
    def shows_steps(self) -> bool:
        """Whether the open number is seen step by step."""
        return self.currentWidget() is self.steps

    def walk(self) -> UnitWalk | None:
        """Return how the open number is made, where a window moves over maps."""
        found = self._walk.of(self._presenter.store.state)
        return found if isinstance(found, UnitWalk) else None

    def render_state(self, state: NetworkState) -> None:
        """Show the newest numbers, and what is open."""
        found, actions = self._walk.of(state), self._actions
        before, self._place = self._place, state.place
        place, front = state.place, self.currentWidget()
        if place is None or place.cell is None:
            actions.step_by_step.setChecked(False)
        if place not in (None, before):
            actions.summary.setChecked(False)
        actions.render_steps("" if isinstance(found, UnitWalk) else why_no_walk(found))
        if actions.summary.isChecked():
            self.summary.render_summary(summarize(state.network))
            self.setCurrentWidget(self.summary)
        elif isinstance(found, UnitWalk) and actions.step_by_step.isChecked():
            self.steps.render_walk(state, found)
            self.setCurrentWidget(self.steps)
        else:
            self.setCurrentWidget(self.stage)
            self.stage.render_state(state)
        if self.currentWidget() is not front:
            self.notified.emit("")  # what was pointed at there is out of sight

    def close_front(self) -> bool:
        """Go back to the network; whether there was anything to go back from."""
        front = self.currentWidget()
        if front is self.summary:
            self._actions.summary.setChecked(False)
        elif front is self.steps:
            self._actions.step_by_step.setChecked(False)
        return front is not self.stage

    @Slot(bool)
    def _on_steps_toggled(self, stepping: bool) -> None:
        """Step through the open number; of a whole map, from where its walk stands."""
        state, found = self._presenter.store.state, self.walk()
        is_whole = state.place is not None and state.place.cell is None
        if stepping and found is not None and is_whole:
            self._presenter.open_cell(*found.walk.cell)
        self._on_toggled()

    @Slot()
    def _on_toggled(self) -> None:
        self.render_state(self._presenter.store.state)
        if self.currentWidget() is self.summary:
            self.summary.setFocus()
        elif self.shows_steps:
            self.steps.unit_view.stage.focused_canvas().setFocus()
        elif self._presenter.store.state.place is not None:
            self.stage.panel.map.canvas.setFocus()
        else:
            self.stage.columns.setFocus()

    @Slot(str)
    def _on_layer_chosen(self, name: str) -> None:
        """Go back to the columns, to a layer of them."""
        self._actions.summary.setChecked(False)
        self._presenter.cut(0)
        place = self._presenter.store.state.block(name).place
        self.stage.columns.read_block(place)
