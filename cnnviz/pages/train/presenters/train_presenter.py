"""What the Train page can ask for, and the state that it shows."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.training.config import TrainingConfig
from cnnviz.pages.train.presenters.awaiting_probe import AwaitingProbe
from cnnviz.pages.train.presenters.download_presenter import DownloadPresenter
from cnnviz.pages.train.presenters.film_saving import FilmSaving
from cnnviz.pages.train.presenters.getting_ready import GettingReady
from cnnviz.pages.train.presenters.lanes.beside import BesideTraining
from cnnviz.pages.train.presenters.layers.layer_looks import LayerLooks
from cnnviz.pages.train.presenters.opened_steps import OpenedSteps
from cnnviz.pages.train.presenters.recipe_presenter import RecipePresenter
from cnnviz.pages.train.presenters.report_saving import ReportSaving
from cnnviz.pages.train.presenters.resting_probe import RestingProbe
from cnnviz.pages.train.presenters.run_offers import RunOffers
from cnnviz.pages.train.presenters.run_shelf import RunShelf
from cnnviz.pages.train.presenters.training import TrainingWorker
from cnnviz.pages.train.presenters.training_engine import TrainingEngine
from cnnviz.pages.train.presenters.training_job import AS_USUAL, Beginning, TrainingJob
from cnnviz.pages.train.presenters.weights_saving import WeightsSaving
from cnnviz.state.current_network import CurrentNetwork, NetworkStore
from cnnviz.state.network_choices import NetworkChoices
from cnnviz.state.picture.shared_picture import PictureStore
from cnnviz.state.run.earlier_runs import earlier_runs
from cnnviz.state.run.recipe import MNIST, Recipe, checked
from cnnviz.state.run.run_findings import forgiven
from cnnviz.state.run.run_following import RunFollowing
from cnnviz.state.run.run_state import Run, TrainingUpdate, advanced, new_run
from cnnviz.state.run.run_timeline import RunTimeline
from cnnviz.state.store import Store

if TYPE_CHECKING:
    from cnnviz.engine.training.runs.run_library import UnfinishedRun


class TrainPresenter(QObject):
    """Turn wishes about training into threads, and their news into states.

    ``recipes`` holds what is asked of the next run, ``run`` the run of now or the last one,
    ``timeline`` goes back in it, ``offers`` the run that was interrupted last time,
    ``shelf`` all that are kept, ``following`` shows one of a folder, ``saving`` the file
    of weights that is being written, ``film`` that of the film, ``report`` those of reports,
    ``steps`` one training step, opened, ``layers`` one layer of a moment,
    ``getting_ready`` does ahead what a first run waits for.

    Parameters
    ----------
    picture_store, network_store
        The picture that is watched, and the network of the Draw page.
    among
        The choices of another page, whose networks can be trained too.

    Signals
    -------
    running_changed(running)
        A run began, or its thread has ended: only then may the window close.
    network_used(network)
        The network that is looked at is now the ``CurrentNetwork`` of the Draw page.
    network_trained(network)
        A run has ended with this ``CurrentNetwork``.
    """

    running_changed = Signal(bool)
    network_used = Signal(object)
    network_trained = Signal(object)

    def __init__(
        self,
        picture_store: PictureStore,
        network_store: NetworkStore,
        parent: QObject | None = None,
        *,
        among: NetworkChoices | None = None,
        engine: TrainingEngine | None = None,
    ) -> None:
        super().__init__(parent)
        self._engine = engine or TrainingEngine()
        self._pictures = picture_store
        self._networks = network_store
        self.recipes = RecipePresenter(
            network_store.state, self._engine, self, among=among
        )
        self.recipe, self.learner = self.recipes.recipe, self.recipes.learner
        self.choices, self.devices = self.recipes.choices, self.recipes.devices
        self.run: Store[Run] = Store(Run(), self)
        self.timeline = RunTimeline(self.run, picture_store, self)
        self.download = DownloadPresenter(self._engine, self)
        self.offers = RunOffers(self._engine, self)
        self.shelf = RunShelf(self._engine, self)
        self.film = FilmSaving(self.run, picture_store, self)
        self.report = ReportSaving(self.run, self)
        self.following = RunFollowing(self.run, picture_store, self)
        self._worker: TrainingWorker | None = None
        self._resumed: Path | None = None
        self._watched = True
        self._interrupted: UnfinishedRun | None = None
        self.saving = WeightsSaving(self._engine, self)
        self.beside = BesideTraining(
            self._engine, picture_store, self.recipes, self.download, self.shelf, self
        )
        self._prober = RestingProbe(self.run, self)
        self.awaiting = AwaitingProbe(self.run, picture_store, self.learner, self)
        self.steps = OpenedSteps(picture_store, self.run, self)
        self.layers = LayerLooks(self.run, self.steps, self)
        self.getting_ready = GettingReady(self._engine, self)
        self._connect()

    def _connect(self) -> None:
        self._pictures.changed.connect(self._on_picture_changed)
        self.beside.run_wanted.connect(self.following.open)
        self.running_changed.connect(self.beside.races.hold_up)
        self.download.succeeded.connect(self._on_download_succeeded)
        self.recipes.devices.changed.connect(self._on_devices_known)

    @property
    def is_running(self) -> bool:
        """Whether a training thread lives, paused ones included."""
        return self._worker is not None

    @property
    def recipe_problem(self) -> CnnvizError | None:
        """Why no run can be started as things stand, if so."""
        return self._refusal or self.recipes.problem

    @property
    def _refusal(self) -> CnnvizError | None:
        """Why no run can be started now, whatever its recipe."""
        return self._engine.problem or self.beside.races.refusal

    def change_recipe(self, recipe: Recipe) -> None:
        """Take over what was typed; a run keeps the recipe that it began with."""
        if self.is_running:
            return
        if recipe.data != self.recipe.state.data:
            self._forget_refusal()
        self.recipe.replace(recipe)

    def use_preset(self, key: str) -> None:
        """Take a preset's network, data and settings."""
        if not self.is_running:
            self._forget_refusal()
            self.recipes.take_preset(key)

    def change_setting(self, name: str, text: str) -> CnnvizError | None:
        """Let the run go on with another learning rate, say; return why not, if so."""
        try:
            value = checked(name, text)
        except CnnvizError as error:
            return error
        if self._worker is not None:
            self._worker.wishes.wish(name, value)
        return None

    def use_data(self, data: str) -> None:
        """Choose the data, and take back the refusal of what was chosen before."""
        if not self.is_running:
            self._forget_refusal()
            self.recipe.replace(replace(self.recipe.state, data=data))

    def _forget_refusal(self) -> None:
        self.download.forget()
        run = self.run.state
        if run.problem is not None:
            self.run.replace(Run(number=run.number, recovered=run.recovered))

    def recover(self, network: CurrentNetwork) -> None:
        """Take in the network of an earlier start, to be used and saved as one of now."""
        run = self.run.state
        if not (run.is_active or run.timeline.kept):
            number = max(run.number, network.run)
            self.run.replace(Run(number=number, recovered=network))

    def start(self, how: Beginning = AS_USUAL) -> None:
        """Begin a run with the recipe of now; nothing while another one goes."""
        if self._worker is None and self.recipe_problem is None:
            self._train(self.recipes.config(), self.recipe.state.data, how)

    def step(self) -> None:
        """Take one batch: of the run, or as the beginning of a new one that rests."""
        if self._worker is None:
            self.start(Beginning(paused=True))
        if self._worker is not None and self.run.state.phase != "stopping":
            self._worker.step()
            # Before it has started, "preparing" tells more than "paused" would.
            if self.run.state.phase == "running":
                self.run.replace(replace(self.run.state, phase="paused"))

    def epoch(self) -> None:
        """Go on to the end of the epoch: of the run, or of a new one, and rest there."""
        if self._worker is None:
            self.start(Beginning(one_epoch=True))
        elif self.run.state.phase in ("running", "paused"):
            self.run.replace(replace(self.run.state, phase="running"))
            self._worker.resume(one_epoch=True)

    def pause(self) -> None:
        """Rest after the batch at hand."""
        if self._worker is not None and self.run.state.phase == "running":
            self._worker.pause()
            self.run.replace(replace(self.run.state, phase="paused"))

    def resume(self) -> None:
        """Go on."""
        if self._worker is not None and self.run.state.phase == "paused":
            self._worker.resume()
            self.run.replace(replace(self.run.state, phase="running"))

    def stop(self) -> None:
        """End the run after the batch at hand; ``running_changed`` says when."""
        if self._worker is not None and self.run.state.phase != "stopping":
            self.run.replace(replace(self.run.state, phase="stopping"))
            self._worker.stop()

    def interrupt(self) -> None:
        """End the thread as `stop` does: the run is offered at the next start."""
        if self._worker is not None and self.run.state.phase != "stopping":
            self.run.replace(replace(self.run.state, phase="stopping"))
            self._worker.interrupt()

    def go_on(self) -> None:
        """Go on with the run that is offered, as it was asked for."""
        unfinished = None if self.is_running else self.offers.take()
        if unfinished is not None:
            asked = unfinished.settings
            how = Beginning(resumed=unfinished.path, offered=unfinished)
            self.begin_with(asked.config, asked.data, how)

    def begin_with(
        self, config: TrainingConfig, data: str, how: Beginning = AS_USUAL
    ) -> None:
        """Begin a run with a recipe that is not the one in the fields, which show it."""
        if (refusal := self._refusal) is not None:
            self.offers.refuse(refusal, how.offered)
        elif not self.is_running:
            self.recipes.take(config, data)
            self._train(config, data, how)

    def forget_problem(self) -> None:
        """Take back why the last run failed; its curves stay."""
        self.run.replace(forgiven(self.run.state))

    def set_watched(self, watched: bool) -> None:
        """Learn whether the page is in front: unseen snapshots are not taken."""
        self._watched = watched
        if self._worker is not None:
            self._worker.set_watched(watched)

    def use_network(self) -> None:
        """Send the network that is looked at to the Draw page, a run goes on."""
        if self.choose_network():
            self.network_used.emit(self._networks.state)

    def choose_network(self) -> bool:
        """Let the network that is looked at be that of all pages; whether it can."""
        seen = self.run.state.network_seen
        if seen is None or not seen.names_classes:
            return False
        if seen.key != self._networks.state.key:
            self._networks.replace(seen)
        return True

    def save_weights(self, path: Path) -> None:
        """Write the weights of the network that is looked at to a file, in a thread."""
        seen = self.run.state.network_seen
        if seen is not None:
            self.saving.save(path, seen)

    def shut_down(self) -> None:
        """End every thread and wait for it; a file being written is finished."""
        if self._worker is not None:
            self._worker.shut_down()
        for part in (
            self.saving, self.beside, self.recipes, self.download, self.offers, self.getting_ready,
            self.shelf, self.film, self.report, self.following, self.timeline, self._prober, self.awaiting, self.steps, self.layers,
        ):  # fmt: skip
            part.shut_down()

    def _train(self, config: TrainingConfig, data: str, how: Beginning) -> None:
        before, network = self.run.state, config.network
        number = before.number + 1
        path = self._resumed = how.resumed
        self.download.forget()
        run = new_run(number, network, config, data)
        kept = earlier_runs(before, path)
        self.run.replace(replace(run, recovered=before.recovered, earlier=kept))
        self._interrupted = how.offered or self.offers.take()
        job = TrainingJob(number, network, config, data, path, how.initial)
        worker = TrainingWorker(job, self._engine, paused=how.paused, parent=self)
        worker.picture.show(self._pictures.state)
        worker.set_watched(self._watched)
        worker.updated.connect(self._on_updated)
        worker.finished.connect(self._on_worker_finished)
        if how.one_epoch:
            worker.resume(one_epoch=True)
        self._worker = worker
        self.running_changed.emit(True)
        worker.start()

    @Slot(object)
    def _on_updated(self, update: TrainingUpdate) -> None:
        if self._worker is None:
            return
        self._worker.acknowledge()
        before, run = self.run.state, advanced(self.run.state, update)
        if run.phase == "running" and self._worker.is_pausing:
            run = replace(run, phase="paused")
        self.run.replace(run)
        begins = before.started is None and run.started is not None
        offered = self._interrupted
        if begins and offered is not None and offered.path != self._resumed:
            self.offers.pass_over(offered)  # another takes its place

    @Slot()
    def _on_worker_finished(self) -> None:
        if self._worker is None:
            return
        self._worker.deleteLater()
        self._worker = None
        if self.run.state.is_active:
            self.run.replace(replace(self.run.state, phase="stopped"))
        run = self.run.state
        if run.started is None:
            self.run.replace(replace(run, number=run.number - 1))  # it was none
            if self._interrupted is not None:
                self.offers.put_back(self._interrupted)  # it could not, or not yet
        trained = self.run.state.newest_network
        if trained is not None:
            self.network_trained.emit(trained)
        self.running_changed.emit(False)

    @Slot(object, object)
    def _on_picture_changed(self, new: object, _old: object) -> None:
        if self._worker is not None:
            self._worker.picture.show(self._pictures.state)
        self._prober.show(self._pictures.state)

    @Slot()
    def _on_devices_known(self) -> None:
        # Torch is there by then, which the window does not wait for.
        self.getting_ready.begin(self.recipe.state.data)

    @Slot()
    def _on_download_succeeded(self) -> None:
        self.use_data(MNIST)
