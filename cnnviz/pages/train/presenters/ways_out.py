"""Ways out of what a run says of itself: back, again with another recipe, or the end."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from cnnviz.pages.train.presenters.train_presenter import TrainPresenter
from cnnviz.pages.train.presenters.training_job import Beginning
from cnnviz.state.run.run_findings import (
    WayOut,
    begun_again,
    best_epoch,
    compared,
    step_after_epoch,
)

if TYPE_CHECKING:
    from cnnviz.engine.training.config import TrainingConfig


class WaysOut(QObject):
    """Take ways out; a run that is begun again waits until the one of now has ended."""

    def __init__(self, presenter: TrainPresenter, parent: QObject) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._waiting: tuple[TrainingConfig, str] | None = None
        presenter.running_changed.connect(self._on_running_changed)

    @Slot(str)
    def take(self, way: WayOut) -> None:
        """Take one, of the run of now."""
        presenter, run = self._presenter, self._presenter.run.state
        if way == "stop":
            presenter.stop()
            return
        if way == "go_back":
            epoch = best_epoch(run)
            if epoch is not None:
                presenter.timeline.look_at(step_after_epoch(run, epoch))
            return
        if way == "compare":
            presenter.beside.kept.show(compared(run))
            return
        if way == "go_on":
            if run.config is not None:
                how = Beginning(resumed=run.folder)
                presenter.begin_with(run.config, run.data, how)
            return
        config = run.config and begun_again(way, run.config, run.config_now)
        if config is None:
            return
        if presenter.is_running:
            self._waiting = config, run.data
            presenter.stop()
        else:
            presenter.begin_with(config, run.data)

    @Slot(bool)
    def _on_running_changed(self, running: bool) -> None:
        waiting, self._waiting = self._waiting, None
        if waiting is not None and not running:
            self._presenter.begin_with(*waiting)
