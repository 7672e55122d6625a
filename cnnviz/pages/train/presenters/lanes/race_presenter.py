"""What the tool of races can ask for, and the state that it shows."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal, Slot

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.messages.races import ENTRANTS
from cnnviz.engine.training.races.catalogue import RACES, Race
from cnnviz.engine.training.races.outcome import Outcome, Result, outcome
from cnnviz.pages.train.presenters.lanes.lane_maps import LaneMaps
from cnnviz.pages.train.presenters.lanes.race_worker import RaceJob, RaceWorker
from cnnviz.pages.train.presenters.training_engine import (
    TrainingEngine,
    own_threads,
)
from cnnviz.state.picture.shared_picture import PictureStore
from cnnviz.state.run.lanes import Lane
from cnnviz.state.run.recipe import NEVER_BY_COUNT, Recipe
from cnnviz.state.run.run_state import Phase, TrainingUpdate, advanced, new_run
from cnnviz.state.store import Store


@dataclass(frozen=True, slots=True, eq=False)
class RaceState:
    """The race that is chosen, and how far it is.

    Attributes
    ----------
    key
        Of the race.
    phase
        As of a run.
    lanes
        Its runs, once it was started.
    problem
        Why it could not begin, if so.
    """

    key: str = next(iter(RACES))
    phase: Phase = "idle"
    lanes: tuple[Lane, ...] = ()
    problem: CnnvizError | None = None

    @property
    def race(self) -> Race:
        """What is run."""
        return RACES[self.key]

    @property
    def is_active(self) -> bool:
        """Whether a thread works, or waits, for it."""
        return self.phase in ("preparing", "running", "paused", "stopping")

    @property
    def outcome(self) -> Outcome | None:
        """What came out so far: of the epochs that all have finished."""
        started = [lane.run.started for lane in self.lanes]
        if not started or None in started:
            return None
        results = [
            Result(
                entrant.key,
                entrant.network,
                lane.run.epochs,
                0 if begun is None else begun.validation_pictures,
            )
            for entrant, lane, begun in zip(
                self.race.entrants, self.lanes, started, strict=True
            )
        ]
        return outcome(self.race, results)


class RacePresenter(QObject):
    """Turn wishes about races into a thread, and its news into states.

    Attributes
    ----------
    store
        The race.
    maps
        Of the picture, in all its runs.
    is_held_up
        Whether a run trains, beside which no race begins.

    Signals
    -------
    running_changed()
        A race began, or its thread has ended; or it may begin now, or no more.
    """

    running_changed = Signal()

    def __init__(
        self,
        engine: TrainingEngine,
        pictures: PictureStore,
        recipe: Store[Recipe],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._engine, self._recipe = engine, recipe
        self.store: Store[RaceState] = Store(RaceState(), self)
        self.maps = LaneMaps(pictures, self)
        self._worker: RaceWorker | None = None
        self._number = 0
        self.is_held_up = False

    @property
    def is_running(self) -> bool:
        """Whether a thread lives, one that rests included."""
        return self._worker is not None

    @property
    def data(self) -> str:
        """What a race would learn from."""
        return self._recipe.state.data

    @property
    def refusal(self) -> CnnvizError | None:
        """Why a run may not begin beside the race, if so."""
        return CnnvizError("race_running") if self.is_running else None

    @property
    def may_start(self) -> bool:
        """Whether a race may begin on this machine, and now."""
        return self._engine.problem is None and not self.is_held_up

    @property
    def problem(self) -> CnnvizError | None:
        """Why the race cannot begin, or could not."""
        if self.is_held_up and not self.is_running:
            return CnnvizError("training_running")
        return self._engine.problem or self.store.state.problem

    @Slot(bool)
    def hold_up(self, held_up: bool) -> None:
        """Begin no race while a run trains: both would be slow."""
        self.is_held_up = held_up
        self.running_changed.emit()

    def choose(self, key: str) -> None:
        """Choose another race, unless one is going."""
        if not self.is_running and key != self.store.state.key:
            self.maps.forget()
            self.store.replace(RaceState(key))

    def start(self) -> None:
        """Begin the race anew, or let it go on."""
        if self._worker is not None:
            self._set_paused(False)
            return
        if not self.may_start:
            return
        self._number += 1
        race, data = self.store.state.race, self._recipe.state.data
        wanted = {
            "device": "cpu",
            "threads": own_threads(),
            "snapshot_every": NEVER_BY_COUNT,
        }
        configs = tuple(race.config(entrant, wanted) for entrant in race.entrants)
        hows = tuple(entrant.how for entrant in race.entrants)
        job = RaceJob(self._number, configs, hows, data)
        lanes = tuple(
            Lane(
                ENTRANTS[race.key][entrant.key],
                new_run(self._number, entrant.network, config, job.data_of(lane)),
                entrant.how,
            )
            for lane, (entrant, config) in enumerate(
                zip(race.entrants, configs, strict=True)
            )
        )
        self.maps.forget()
        self.store.replace(RaceState(race.key, "preparing", lanes))
        worker = self._worker = RaceWorker(job, self._engine, self)
        worker.updated.connect(self._on_updated)
        worker.failed.connect(self._on_failed)
        worker.finished.connect(self._on_finished)
        self.running_changed.emit()
        worker.start()

    def pause(self) -> None:
        """Rest after the round of batches at hand."""
        if self.store.state.phase == "running":
            self._set_paused(True)

    def _set_paused(self, paused: bool) -> None:
        state = self.store.state
        if self._worker is not None and state.phase in ("running", "paused"):
            self._worker.set_paused(paused)
            phase: Phase = "paused" if paused else "running"
            self.store.replace(replace(state, phase=phase))

    def stop(self) -> None:
        """End the race after the round at hand; each run is kept as far as it came."""
        if self._worker is not None:
            self.store.replace(replace(self.store.state, phase="stopping"))
            self._worker.stop()

    def shut_down(self) -> None:
        """End the threads and wait for them."""
        if self._worker is not None:
            self._worker.shut_down()
        self.maps.shut_down()

    @Slot(object)
    def _on_updated(self, updates: tuple[TrainingUpdate, ...]) -> None:
        state = self.store.state
        if self._worker is None or len(updates) != len(state.lanes):
            return
        lanes = tuple(
            replace(lane, run=advanced(lane.run, update))
            for lane, update in zip(state.lanes, updates, strict=True)
        )
        phase = state.phase
        if phase == "preparing" and lanes[0].run.started is not None:
            phase = "running"
        self.store.replace(replace(state, lanes=lanes, phase=phase))

    @Slot(object)
    def _on_failed(self, error: CnnvizError) -> None:
        state = replace(self.store.state, phase="failed", problem=error)
        self.store.replace(state)

    @Slot()
    def _on_finished(self) -> None:
        if self._worker is None:
            return
        self._worker.deleteLater()
        self._worker = None
        state = self.store.state
        if state.is_active:
            is_over = all(lane.run.finished for lane in state.lanes)
            phase: Phase = "finished" if is_over else "stopped"
            self.store.replace(replace(state, phase=phase))
        self.running_changed.emit()
