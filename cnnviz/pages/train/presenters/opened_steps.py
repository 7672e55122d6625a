"""One training step, opened: taken in a thread, walked through by hand or by itself."""

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal, Slot

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.training.recipe_changes import config_after
from cnnviz.pages.train.model.step_state import (
    PARTS,
    StepAnswer,
    StepPart,
    StepQuestion,
    StepState,
    choosing_kernel,
    choosing_layer,
    kernel_of_tile,
    with_answer,
)
from cnnviz.pages.train.presenters.step_answers import step_answer
from cnnviz.state.autoplay import Autoplay
from cnnviz.state.picture.shared_picture import PictureStore
from cnnviz.state.run.run_snapshots import prepared_probe
from cnnviz.state.run.run_state import Run
from cnnviz.state.store import Store
from cnnviz.state.workers.latest import LatestWorker
from cnnviz.state.workers.newest import NewestAnswer

if TYPE_CHECKING:
    from cnnviz.engine.training.config import TrainingConfig

_STEPS_PER_SECOND: Final = 2.0


class OpenedSteps(QObject):
    """Hold the step that is looked at, of the moment that the timeline shows.

    While a run goes on and is followed, the step stays that of the moment at which it was
    opened, until the newest is asked for.

    Signals
    -------
    playing_changed(playing)
        It began, or ceased, to walk across the kernel by itself.
    """

    playing_changed = Signal(bool)

    def __init__(
        self, pictures: PictureStore, run: Store[Run], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._pictures, self._run = pictures, run
        self._label: int | None = None
        self._asked: StepQuestion | None = None
        self._recipe: TrainingConfig | None = None
        self._is_watched = False
        self.is_playing = False
        self.store: Store[StepState] = Store(StepState(), self)
        self._worker = NewestAnswer(LatestWorker(step_answer, "one step"), self)
        self._worker.arrived.connect(self._on_answered)
        self._worker.failed.connect(self._on_failed)
        self._clock = Autoplay(self)
        self._clock.due.connect(self._on_due)
        pictures.changed.connect(self._on_picture_changed)
        run.changed.connect(self._on_run_changed)

    @property
    def is_waiting(self) -> bool:
        """Whether a step that was asked for is still being taken."""
        return self._worker.is_waiting

    @property
    def label(self) -> int | None:
        """The class that was said to be right; ``None``: what the network says."""
        return self._label

    def set_watched(self, watched: bool) -> None:
        """Learn whether the step is being looked at: else none is taken."""
        self._is_watched = watched
        if watched:
            self._ask_where_due()
        else:
            self.pause()

    def show_part(self, part: StepPart) -> None:
        """Look at a part of the step."""
        if part != "kernel":
            self.pause()
        self.store.replace(replace(self.store.state, part=part))

    def next_part(self, by: int = 1) -> None:
        """Look at the part after, or before."""
        index = PARTS.index(self.store.state.part) + by
        if 0 <= index < len(PARTS):
            self.show_part(PARTS[index])

    def choose_label(self, label: int) -> None:
        """Say which class is right."""
        self._label = label
        self._ask()

    def take_newest(self) -> None:
        """Take the step of the moment that is looked at now."""
        self._ask()

    def choose_layer(self, layer: str) -> None:
        """Look at the weights of a layer."""
        self.pause()
        self.store.replace(choosing_layer(self.store.state, layer))

    def choose_tile(self, tile: int) -> None:
        """Look at the kernel, or unit, of a tile."""
        self.pause()
        kernel = kernel_of_tile(self.store.state, tile)
        if kernel is not None:
            self.store.replace(choosing_kernel(self.store.state, kernel))

    def choose_cell(self, row: int, column: int) -> None:
        """Look at a weight of the kernel."""
        self.store.replace(replace(self.store.state, cell=(row, column)))

    def step_by(self, steps: int) -> None:
        """Go so many weights on in the kernel, along its rows."""
        weights = self.store.state.weights()
        if weights is None:
            return
        rows, columns = weights.before_hw.shape
        row, column = self.store.state.cell
        place = min(max(row * columns + column + steps, 0), rows * columns - 1)
        self.choose_cell(*divmod(place, columns))

    @Slot()
    def forward(self) -> None:
        """Go to the next weight."""
        self.step_by(1)

    @Slot()
    def back(self) -> None:
        """Go to the weight before."""
        self.step_by(-1)

    @Slot()
    def toggle_play(self) -> None:
        """Walk across the kernel by itself, or stand still."""
        weights = self.store.state.weights()
        if self.is_playing or weights is None:
            self.pause()
            return
        if self.store.state.cell == tuple(n - 1 for n in weights.before_hw.shape):
            self.choose_cell(0, 0)
        self._set_playing(True)
        self._clock.begin(_STEPS_PER_SECOND)

    @Slot()
    def pause(self) -> None:
        """Stand still."""
        self._clock.end()
        self._set_playing(False)

    def shut_down(self) -> None:
        """End the thread."""
        self._clock.end()
        self._worker.shut_down()

    def _set_playing(self, playing: bool) -> None:
        if playing != self.is_playing:
            self.is_playing = playing
            self.playing_changed.emit(playing)

    @Slot(int)
    def _on_due(self, steps: int) -> None:
        before = self.store.state.cell
        self.step_by(steps)
        if self.store.state.cell == before:
            self.pause()

    @Slot(object, object)
    def _on_run_changed(self, _new: Run, _old: Run) -> None:
        if self._is_watched:
            self._ask_where_due()

    @Slot(object, object)
    def _on_picture_changed(self, _new: object, _old: object) -> None:
        self._label = None  # another drawing may be of another class
        if self._is_watched:
            self._ask()

    def _ask_where_due(self) -> None:
        """Ask unless the step at hand is to stay, as it does while a run goes on."""
        run, shot = self._run.state, self._run.state.timeline.shown
        asked = self._asked
        if shot is None or asked is None or self._recipe is not run.config:
            self._ask()
            return
        self._set_moment(shot.step)
        is_followed = run.phase == "running" and run.timeline.chosen is None
        if not is_followed and asked.weights is not shot.weights:
            self._ask()

    def _set_moment(self, step: int) -> None:
        if self.store.state.moment != step:
            self.store.replace(replace(self.store.state, moment=step))

    def _ask(self) -> None:
        question = self._question()
        self._asked, self._recipe = question, self._run.state.config
        if question is not None:
            self._set_moment(question.step)
            self._worker.request(question)
            if self.store.state.answer is None:
                self.store.replace(replace(self.store.state, lacks="answer"))
            return
        self._worker.forget()
        self.pause()
        lacks = "run" if self._run.state.timeline.shown is None else "picture"
        if self.store.state.lacks != lacks or self.store.state.answer is not None:
            part = self.store.state.part
            self.store.replace(
                StepState(part, lacks="run" if lacks == "run" else "picture")
            )

    def _question(self) -> StepQuestion | None:
        """Return what a step would be taken with now, if there is all of it."""
        run = self._run.state
        shot, config = run.timeline.shown, run.config
        if shot is None or config is None:
            return None
        picture = prepared_probe(self._pictures.state, config.network)
        if picture is None:
            return None
        total = run.total_batches
        progress = min(shot.step / total, 1 - 1 / total) if total else 0.0
        changes = [change for change in run.changes if change.step <= shot.step]
        return StepQuestion(
            config=config_after(config, changes),
            weights=shot.weights,
            step=shot.step,
            progress=progress,
            picture=picture,
            label=self._label,
            folder=run.folder,
        )

    @Slot(object)
    def _on_answered(self, answer: StepAnswer) -> None:
        self.store.replace(with_answer(self.store.state, answer))

    @Slot(object)
    def _on_failed(self, problem: CnnvizError) -> None:
        part, moment = self.store.state.part, self.store.state.moment
        failed = StepState(part, lacks="answer", problem=problem, moment=moment)
        self.store.replace(failed)
