"""The network, or in its place the open number step by step."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from cnnviz.pages.network.model.network_state import NetworkState
from cnnviz.pages.network.model.unit_walk import UnitWalk
from cnnviz.pages.network.presenters.network_presenter import NetworkPresenter
from cnnviz.pages.network.presenters.shown_walk import ShownWalk
from cnnviz.pages.network.views.network_actions import NetworkActions
from cnnviz.pages.network.views.network_stage import NetworkStage
from cnnviz.pages.network.views.step_view import StepView
from cnnviz.pages.network.views.walk_words import why_no_walk


class SteppedStage(QStackedWidget):
    """Show the one or the other; "Step by step" changes between them.

    Where what is open has no steps, the network is seen until something has.

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
        self._walk = ShownWalk()
        for part in (self.stage, self.steps):
            self.addWidget(part)
            part.notified.connect(self.notified)
        actions.step_by_step.toggled.connect(self._on_toggled)

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
        place = state.place
        if place is None or place.cell is None:
            actions.step_by_step.setChecked(False)
        actions.render_steps("" if isinstance(found, UnitWalk) else why_no_walk(found))
        if isinstance(found, UnitWalk) and actions.step_by_step.isChecked():
            self.steps.render_walk(state, found)
            self.setCurrentWidget(self.steps)
        else:
            self.setCurrentWidget(self.stage)
            self.stage.render_state(state)

    def close_steps(self) -> bool:
        """Go back to the network; whether there was anything to go back from."""
        shown = self.shows_steps
        if shown:
            self._actions.step_by_step.setChecked(False)
        return shown

    @Slot(bool)
    def _on_toggled(self, stepping: bool) -> None:
        state, found = self._presenter.store.state, self.walk()
        is_whole = state.place is not None and state.place.cell is None
        if stepping and found is not None and is_whole:
            self._presenter.open_cell(*found.walk.cell)
        else:
            self.render_state(state)
        if self.shows_steps:
            self.steps.unit_view.stage.focused_canvas().setFocus()
        else:
            self.stage.panel.map.canvas.setFocus()
