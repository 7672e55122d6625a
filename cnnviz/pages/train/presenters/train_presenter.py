"""What the Train page can ask for, and the state that it shows."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.training.config import TrainingConfig
from cnnviz.pages.train.presenters.asked_devices import AskedDevices
from cnnviz.pages.train.presenters.download_presenter import DownloadPresenter
from cnnviz.pages.train.presenters.film_saving import FilmSaving
from cnnviz.pages.train.presenters.lanes.beside import BesideTraining
from cnnviz.pages.train.presenters.opened_steps import OpenedSteps
from cnnviz.pages.train.presenters.report_saving import ReportSaving
from cnnviz.pages.train.presenters.resting_probe import RestingProbe
from cnnviz.pages.train.presenters.run_offers import RunOffers
from cnnviz.pages.train.presenters.run_shelf import RunShelf
from cnnviz.pages.train.presenters.training import TrainingWorker
from cnnviz.pages.train.presenters.training_engine import TrainingEngine, own_threads
from cnnviz.pages.train.presenters.training_job import TrainingJob
from cnnviz.pages.train.presenters.weights_saving import WeightsSaving
from cnnviz.state.current_network import CurrentNetwork, NetworkStore
from cnnviz.state.network_choices import NetworkChoices
from cnnviz.state.picture.shared_picture import PictureStore
from cnnviz.state.run.earlier_runs import earlier_runs
from cnnviz.state.run.recipe import (
    MNIST,
    Recipe,
    recipe_of,
    recipe_problem,
    training_config,
)
from cnnviz.state.run.run_following import RunFollowing
from cnnviz.state.run.run_state import Phase, Run, TrainingUpdate, advanced, new_run
from cnnviz.state.run.run_timeline import RunTimeline
from cnnviz.state.store import Store

if TYPE_CHECKING:
    from cnnviz.engine.training.run_library import UnfinishedRun


class TrainPresenter(QObject):
    """Turn wishes about training into threads, and their news into states.

    ``recipe`` holds what was typed, ``learner`` the network that a run trains, anew,
    ``choices`` what it is chosen from, ``run`` the run of now or the last one,
    ``timeline`` goes back in it, ``devices`` what this machine can compute on (empty
    until asked and answered), ``offers`` the run that was interrupted last time,
    ``shelf`` all that are kept, ``following`` shows one of a folder, ``saving`` the file
    of weights that is being written, ``film`` that of the film, ``report`` those of reports,
    ``steps`` one training step, opened.

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
        self.recipe: Store[Recipe] = Store(Recipe(), self)
        self.learner: NetworkStore = Store(network_store.state, self)
        self.choices = NetworkChoices(
            self.learner, (), self, among=among, only_digits=True
        )
        self.run: Store[Run] = Store(Run(), self)
        self.timeline = RunTimeline(self.run, picture_store, self)
        self._asked_devices = AskedDevices(self._engine, self)
        self.devices = self._asked_devices.store
        self.download = DownloadPresenter(self._engine, self)
        self.offers = RunOffers(self._engine, self)
        self.shelf = RunShelf(self._engine, self)
        self.film = FilmSaving(self.run, picture_store, self)
        self.report = ReportSaving(self.run, self)
        self.following = RunFollowing(self.run, picture_store, self)
        self._worker: TrainingWorker | None = None
        self._is_resumed = False
        self._interrupted: UnfinishedRun | None = None
        self._watched = True
        self.saving = WeightsSaving(self._engine, self)
        self.beside = BesideTraining(
            self._engine, picture_store, self.recipe, self.shelf, self
        )
        self._prober = RestingProbe(self.run, self)
        self.steps = OpenedSteps(picture_store, self.run, self)
        self._connect()

    def _connect(self) -> None:
        self._pictures.changed.connect(self._on_picture_changed)
        self.choices.store.changed.connect(self._on_offered)
        self.download.succeeded.connect(self._on_download_succeeded)

    @property
    def is_running(self) -> bool:
        """Whether a training thread lives, paused ones included."""
        return self._worker is not None

    @property
    def recipe_problem(self) -> CnnvizError | None:
        """Why the recipe cannot be started as it stands, if so."""
        return recipe_problem(self.recipe.state, self.learner.state)

    def change_recipe(self, recipe: Recipe) -> None:
        """Take over what was typed; a run keeps the recipe that it began with."""
        if self.is_running:
            return
        if recipe.data != self.recipe.state.data:
            self._forget_refusal()
        self.recipe.replace(recipe)

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

    def start(self) -> None:
        """Begin a run with the recipe of now; nothing while another one goes."""
        self._begin(paused=False)

    def step(self) -> None:
        """Take one batch: of the run, or as the beginning of a new one that rests."""
        if self._worker is None:
            self._begin(paused=True)
        if self._worker is not None and self.run.state.phase != "stopping":
            self._worker.step()
            self._set_phase_paused()

    def pause(self) -> None:
        """Rest after the batch at hand."""
        if self._worker is not None and self.run.state.phase == "running":
            self._worker.pause()
            self._set_phase_paused()

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
            settings = unfinished.settings
            self.begin_with(settings.config, settings.data, unfinished)

    def begin_with(
        self, config: TrainingConfig, data: str, resumed: "UnfinishedRun | None" = None
    ) -> None:
        """Begin a run with a recipe that is not the one in the fields, which show it."""
        if not self.is_running:
            self.recipe.replace(recipe_of(config, data))
            self.learner.replace(self.choices.of(config.network))
            self._train(config, data, resumed=resumed)

    def open_run(self, folder: str) -> None:
        """Show the run of a folder, and what comes to it; no training is disturbed."""
        if not self.is_running:
            self.following.open(Path(folder))

    def forget_problem(self) -> None:
        """Take back why the last run failed; its curves stay."""
        run = self.run.state
        if run.phase == "failed":
            phase: Phase = "stopped" if run.curves.batches else "idle"
            self.run.replace(replace(run, phase=phase, problem=None))

    def set_watched(self, watched: bool) -> None:
        """Learn whether the page is in front: unseen snapshots are not taken."""
        self._watched = watched
        if self._worker is not None:
            self._worker.set_watched(watched)

    def ask_devices(self) -> None:
        """Find out, once and in a thread, what there is to compute on."""
        self._asked_devices.ask()

    def use_network(self) -> None:
        """Send the network that is looked at to the Draw page, a run goes on."""
        if self.choose_network():
            self.network_used.emit(self._networks.state)

    def choose_network(self) -> bool:
        """Let the network that is looked at be that of all pages; whether there is one."""
        seen = self.run.state.network_seen
        if seen is not None and seen.key != self._networks.state.key:
            self._networks.replace(seen)
        return seen is not None

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
            self.saving, self.beside, self.choices, self.download, self.offers,
            self.shelf, self.film, self.report, self.following, self.timeline, self._prober, self.steps,
            self._asked_devices,
        ):  # fmt: skip
            part.shut_down()

    def _begin(self, *, paused: bool) -> None:
        if self._worker is not None or self.recipe_problem is not None:
            return
        recipe, description = self.recipe.state, self.learner.state.network
        config = training_config(recipe, description, threads=own_threads())
        self._train(config, recipe.data, paused=paused)

    def _train(
        self,
        config: TrainingConfig,
        data: str,
        *,
        paused: bool = False,
        resumed: "UnfinishedRun | None" = None,
    ) -> None:
        before, network = self.run.state, config.network
        number = before.number + 1
        self.download.forget()
        run = new_run(number, network, config, data)
        kept = earlier_runs(before)
        self.run.replace(replace(run, recovered=before.recovered, earlier=kept))
        self._is_resumed = resumed is not None
        self._interrupted = resumed or self.offers.take()
        path = None if resumed is None else resumed.path
        job = TrainingJob(number, network, config, data, path)
        worker = TrainingWorker(job, self._engine, paused=paused, parent=self)
        worker.set_picture(self._pictures.state)
        worker.set_watched(self._watched)
        worker.updated.connect(self._on_updated)
        worker.finished.connect(self._on_worker_finished)
        self._worker = worker
        self.running_changed.emit(True)
        worker.start()

    def _set_phase_paused(self) -> None:
        # Before the run has started, "preparing" tells more than "paused" would.
        if self.run.state.phase == "running":
            self.run.replace(replace(self.run.state, phase="paused"))

    @Slot(object)
    def _on_updated(self, update: TrainingUpdate) -> None:
        if self._worker is None:
            return
        self._worker.acknowledge()
        before, run = self.run.state, advanced(self.run.state, update)
        if before.phase == "preparing" and run.phase == "running":
            run = replace(run, phase="paused" if self._worker.is_pausing else "running")
        self.run.replace(run)
        begins = before.started is None and run.started is not None
        if begins and self._interrupted is not None and not self._is_resumed:
            self.offers.pass_over(self._interrupted)  # a new one takes its place

    @Slot()
    def _on_worker_finished(self) -> None:
        if self._worker is None:
            return
        self._worker.deleteLater()
        self._worker = None
        if self.run.state.is_active:
            self.run.replace(replace(self.run.state, phase="stopped"))
        if self._interrupted is not None and self.run.state.started is None:
            self.offers.put_back(self._interrupted)  # it could not, or not yet
        trained = self.run.state.newest_network
        if trained is not None:
            self.network_trained.emit(trained)
        self.running_changed.emit(False)

    @Slot(object)
    def _on_offered(self, offered: tuple[CurrentNetwork, ...]) -> None:
        """Go along with what is done to the chosen network on another page."""
        chosen = self.learner.state
        same = (each for each in offered if each.key == chosen.key)
        self.learner.replace(next(same, chosen))

    @Slot(object, object)
    def _on_picture_changed(self, new: object, _old: object) -> None:
        if self._worker is not None:
            self._worker.set_picture(self._pictures.state)
        self._prober.show(self._pictures.state)

    @Slot()
    def _on_download_succeeded(self) -> None:
        self.use_data(MNIST)
