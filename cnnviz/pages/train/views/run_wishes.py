"""What the buttons of a run ask the presenter for."""

from functools import partial

from PySide6.QtCore import QObject, Slot

from cnnviz.pages.train.presenters.run_again import RunAgain
from cnnviz.pages.train.presenters.train_presenter import TrainPresenter
from cnnviz.pages.train.views.train_actions import TrainActions


class RunWishes(QObject):
    """Connect the actions that begin, hold and end a run."""

    def __init__(
        self, actions: TrainActions, presenter: TrainPresenter, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._presenter, self._actions = presenter, actions
        self._again = RunAgain(presenter, self)
        actions.start_or_pause.triggered.connect(self._on_start_or_pause_triggered)
        actions.step.triggered.connect(presenter.step)
        actions.epoch.triggered.connect(presenter.epoch)
        actions.stop.triggered.connect(presenter.stop)
        actions.restart.triggered.connect(self._again.restart)
        actions.go_on_from.triggered.connect(self._again.continue_from_moment)
        opens = partial(actions.compare.setChecked, True)
        presenter.beside.compare_wanted.connect(opens)

    def step(self, by: int) -> None:
        """Go to the next moment of the run, or learn one more batch; or a moment back."""
        timeline = self._presenter.timeline
        if by < 0 or self._presenter.run.state.timeline.chosen is not None:
            timeline.move(by)
        elif self._actions.step.isEnabled():
            self._actions.step.trigger()

    @Slot()
    def _on_start_or_pause_triggered(self) -> None:
        match self._presenter.run.state.phase:
            case "running":
                self._presenter.pause()
            case "paused":
                self._presenter.resume()
            case _:
                self._presenter.start()
