"""Another run from the one that is shown: from its beginning, or on from a moment."""

from PySide6.QtCore import QObject, Slot

from cnnviz.pages.train.presenters.train_presenter import TrainPresenter
from cnnviz.pages.train.presenters.training_job import Beginning


class RunAgain(QObject):
    """Begin runs from the one that has ended; nothing while one goes."""

    def __init__(self, train: TrainPresenter, parent: QObject) -> None:
        super().__init__(parent)
        self._train = train

    @Slot()
    def restart(self) -> None:
        """Begin again with the recipe of the run."""
        run = self._train.run.state
        if run.config is not None:
            self._train.begin_with(run.config, run.data)

    @Slot()
    def continue_from_moment(self) -> None:
        """Begin a run of the recipe of now with the weights that are looked at."""
        train, run = self._train, self._train.run.state
        seen = run.timeline.shown
        if train.is_running or seen is None or run.network is None:
            return
        if train.learner.state.network != run.network:
            train.learner.replace(train.choices.of(run.network))
        train.start(Beginning(initial=seen.weights))
