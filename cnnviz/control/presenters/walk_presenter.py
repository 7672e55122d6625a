"""The walk of a window across the picture: position, autoplay, output."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

import numpy as np
from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QUndoStack

from cnnviz.control.lab_file import LabView
from cnnviz.control.lab_input import InputQuestion, LabInput, is_quick, lab_input
from cnnviz.control.lab_operation import operation_of
from cnnviz.control.lab_refusals import refusal
from cnnviz.control.lab_settings import LabSettings, initial_settings
from cnnviz.control.lab_state import LabState
from cnnviz.control.output_picture import OutputPicture
from cnnviz.control.presenters.lab_wishes import LabWishes
from cnnviz.control.shared_picture import PictureStore, SharedPicture
from cnnviz.control.store import Store
from cnnviz.control.workers.convolution import OutputQuestion, OutputWorker
from cnnviz.control.workers.newest_wins import NewestWinsWorker
from cnnviz.convolution import walk as walking
from cnnviz.convolution.activations import ActivationSpec
from cnnviz.convolution.walk import Walk
from cnnviz.errors import CnnvizError

SLOWEST: Final = 0.25
FASTEST: Final = 60.0
"""Steps a second."""

_MOST_STEPS_A_TICK: Final = 6


class WalkPresenter(QObject):
    """Turn wishes about the walk into states.

    Walking by hand stops the autoplay at once; nothing but ``play`` starts it again.

    Signals
    -------
    failed(error)
        The whole output could not be computed: a ``CnnvizError``.
    """

    failed = Signal(object)

    def __init__(
        self,
        picture_store: PictureStore,
        undo: QUndoStack,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._pictures = picture_store
        self._settings: Store[LabSettings] = Store(initial_settings(), self)
        self._wishes = LabWishes(self._settings, undo, self)
        self._store: Store[LabState] = Store(LabState(self._settings.state), self)
        self._given: LabInput | None = None
        self._last_walk: Walk | None = None
        self._good: LabSettings | None = None
        self._awaited_input = 0
        self._awaited_view: LabView | None = None
        self._walked = 0.0
        self._make_workers()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_tick)
        self._clock = QElapsedTimer()
        self._wishes.wished.connect(self.pause)
        self._settings.changed.connect(self._on_settings_changed)
        self._pictures.changed.connect(self._on_picture_changed)
        self._take_picture()

    def _make_workers(self) -> None:
        self._output_worker = OutputWorker(self)
        self._output_worker.answered.connect(self._on_output_answered)
        self._output_worker.failed.connect(self._on_output_failed)
        # Turning 16 million coloured pixels grey takes longer than a frame.
        self._input_worker = NewestWinsWorker(lab_input, "lab-input", self)
        self._input_worker.answered.connect(self._on_input_answered)
        self._input_worker.failed.connect(self._on_output_failed)

    @property
    def store(self) -> Store[LabState]:
        """What the page shows."""
        return self._store

    @property
    def settings_store(self) -> Store[LabSettings]:
        """What was asked for."""
        return self._settings

    @property
    def picture_store(self) -> PictureStore:
        """Where the one picture is."""
        return self._pictures

    @property
    def wishes(self) -> LabWishes:
        """What can be asked for, each wish one undo step."""
        return self._wishes

    def shut_down(self) -> None:
        """Stop walking and end the threads."""
        self.pause()
        self._output_worker.shut_down()
        self._input_worker.shut_down()

    # walking

    def advance(self) -> None:
        """Go one step on."""
        self._move(walking.advance)

    def go_back(self) -> None:
        """Go one step back."""
        self._move(walking.go_back)

    def next_row(self) -> None:
        """Go one output row down."""
        self._move(walking.next_row)

    def previous_row(self) -> None:
        """Go one output row up."""
        self._move(walking.previous_row)

    def go_first(self) -> None:
        """Go to the top left."""
        self._move(walking.go_first)

    def go_last(self) -> None:
        """Go to the bottom right."""
        self._move(walking.go_last)

    def go_to(self, position: int) -> None:
        """Go to a step, counted from 0."""
        self.pause()
        if (walk := self._store.state.walk) is not None:
            self._walk_to(walking.go_to(walk, position))

    def go_to_cell(self, row: int, column: int) -> None:
        """Go to the step that makes an output cell."""
        self.pause()
        if (walk := self._store.state.walk) is not None:
            self._walk_to(walking.go_to_cell(walk, row, column))

    def go_to_input_cell(self, row: int, column: int) -> None:
        """Go to the step whose window has a cell of the grid nearest to its middle."""
        walk = self._store.state.walk
        if walk is not None:
            self.go_to_cell(*walk.sweep.cell_near(row, column))

    def next_page(self) -> None:
        """Go a tenth of the output's rows down, one at least."""
        self._turn_page(1)

    def previous_page(self) -> None:
        """Go a tenth of the output's rows up, one at least."""
        self._turn_page(-1)

    def _turn_page(self, direction: int) -> None:
        if (walk := self._store.state.walk) is not None:
            row, column = walk.cell
            rows = direction * max(1, walk.output_hw[0] // 10)
            self.go_to_cell(row + rows, column)

    def go_to_largest(self) -> None:
        """Go where the output is largest: the best match of the kernel."""
        self._go_to_extreme(np.argmax)

    def go_to_smallest(self) -> None:
        """Go where the output is smallest."""
        self._go_to_extreme(np.argmin)

    def _go_to_extreme(self, find: Callable[..., np.intp]) -> None:
        """Go there once the whole output is known; before, nothing happens."""
        state = self._store.state
        output, walk = state.output, state.walk
        if output is None or walk is None or output.every > 1:
            return
        if output.size_hw == walk.output_hw and output.channel == walk.output_channel:
            self.go_to(int(find(output.values_hw)))

    # what is looked at

    def show_input_channel(self, channel: int) -> None:
        """See another input channel's window, kernel and products."""
        state = self._store.state
        chosen = min(max(channel, 0), state.input_channels - 1)
        if chosen != state.shown_channel:
            self._store.replace(replace(state, shown_channel=chosen))

    def show_output_channel(self, channel: int) -> None:
        """See another kernel at work, and what comes out of it."""
        if (walk := self._store.state.walk) is None:
            return
        self.pause()
        chosen = walking.show_channel(walk, channel)
        if chosen is not walk:
            self._walk_to(chosen)
            self._request_output(chosen)

    def _move(self, transition: Callable[[Walk], Walk]) -> None:
        self.pause()
        if (walk := self._store.state.walk) is not None:
            self._walk_to(transition(walk))

    def _walk_to(self, walk: Walk) -> None:
        state = self._store.state
        if walk is not state.walk:
            self._store.replace(_at(state, walk))

    # playing

    def play(self) -> None:
        """Walk by itself from here, or from the start when at the end."""
        walk = self._store.state.walk
        if walk is None or self._store.state.playing or walk.steps == 1:
            return
        if walk.is_last:
            self._walk_to(walking.go_first(walk))
        self._store.replace(replace(self._store.state, playing=True))
        self._start_timer()

    def pause(self) -> None:
        """Stop walking by itself."""
        if self._store.state.playing:
            self._timer.stop()
            self._store.replace(replace(self._store.state, playing=False))

    def toggle_play(self) -> None:
        """Play or pause."""
        if self._store.state.playing:
            self.pause()
        else:
            self.play()

    def set_speed(self, steps_per_second: float) -> None:
        """Choose how fast to walk; keeps playing when it plays."""
        speed = min(max(steps_per_second, SLOWEST), FASTEST)
        if speed == self._store.state.steps_per_second:
            return
        self._store.replace(replace(self._store.state, steps_per_second=speed))
        if self._store.state.playing:
            self._start_timer()

    def show_whole_output(self, shown: bool) -> None:
        """Show output cells beyond the position too, or not."""
        if shown != self._store.state.whole_output_shown:
            self._store.replace(replace(self._store.state, whole_output_shown=shown))

    def _start_timer(self) -> None:
        self._walked = 0.0
        self._clock.start()
        self._timer.start(round(1000 / self._store.state.steps_per_second))

    @Slot()
    def _on_tick(self) -> None:
        """Take the steps that are due: a late tick takes more than one."""
        state = self._store.state
        walk = state.walk
        if walk is None:
            self.pause()
            return
        due = self._clock.elapsed() / 1000 * state.steps_per_second - self._walked
        steps = min(max(round(due), 1), _MOST_STEPS_A_TICK)
        self._walked += max(steps, due - 1)
        self._walk_to(walking.go_to(walk, walk.position + steps))
        if (now := self._store.state.walk) is not None and now.is_last:
            self.pause()

    def look_at(self, view: LabView) -> None:
        """Go where a lab file says, once the picture is there."""
        self.pause()
        self._awaited_view = view
        if not self._awaited_input:
            self._show_awaited_view()

    def _show_awaited_view(self) -> None:
        view, self._awaited_view = self._awaited_view, None
        if view is None:
            return
        self.set_speed(view.steps_per_second)
        self.show_whole_output(view.whole_output_shown)
        self.show_input_channel(view.input_channel)
        self.show_output_channel(view.output_channel)
        self.go_to_cell(*view.cell)

    # what follows from picture and settings

    @Slot(object, object)
    def _on_settings_changed(self, new: LabSettings, old: LabSettings) -> None:
        if (new.colour, new.value_range) != (old.colour, old.value_range):
            self._take_picture()
        else:
            self._derive()

    @Slot(object, object)
    def _on_picture_changed(self, new: SharedPicture, old: SharedPicture) -> None:
        if new.picture is not old.picture or new.numbers_chw is not old.numbers_chw:
            self._take_picture()

    def _take_picture(self) -> None:
        settings = self._settings.state
        question = InputQuestion(
            self._pictures.state, settings.colour, settings.value_range
        )
        self._awaited_input = 0
        if is_quick(question):
            self._take_input(lab_input(question))
        else:
            self._awaited_input = self._input_worker.request(question)

    @Slot(int, object)
    def _on_input_answered(self, number: int, given: LabInput) -> None:
        if number == self._awaited_input:
            self._take_input(given)

    def _take_input(self, given: LabInput) -> None:
        self._given, self._awaited_input = given, 0
        self._derive()
        self._show_awaited_view()

    def _derive(self) -> None:
        """Make the walk that picture and settings ask for, or say why there is none."""
        state, settings, given = self._store.state, self._settings.state, self._given
        if given is None:
            self._store.replace(replace(state, settings=settings))
            return
        channel = min(state.shown_channel, given.channels - 1)
        state = replace(state, settings=settings, shown_channel=channel)
        try:
            walk = _walk(given, settings, state.walk or self._last_walk)
            new = _at(replace(state, given=given, refusal=None), walk)
        except CnnvizError as error:
            self._refuse(given, state, error)
            return
        self._good = settings
        self._store.replace(new)
        self._request_output(walk)

    def _request_output(self, walk: Walk) -> None:
        white = 255.0 if self._given is None else self._given.high
        self._output_worker.request(OutputQuestion(walk, white))

    def _refuse(self, given: LabInput, state: LabState, error: CnnvizError) -> None:
        """Say why there is no such walk; the last good one stays, on its picture only."""
        settings = state.settings
        refused = refusal(error, settings, self._good, given)
        other = self._good is not None and self._good.operation != settings.operation
        if state.walk is not None and (state.given is not given or other):
            self._last_walk = state.walk  # the way back begins where it stood
            state = replace(state, walk=None, step=None, outcome=None, output=None)
        self._store.replace(replace(state, given=given, refusal=refused))

    @Slot(int, object)
    def _on_output_answered(self, number: int, output: OutputPicture) -> None:
        # Of a picture that the kernel could not walk nothing is to be shown.
        wanted = self._store.state.walk is not None
        if number == self._output_worker.newest and wanted:
            self._store.replace(replace(self._store.state, output=output))

    @Slot(int, object)
    def _on_output_failed(self, _number: int, error: CnnvizError) -> None:
        self.failed.emit(error)


def _at(state: LabState, walk: Walk) -> LabState:
    """Return the state with a walk, and everything behind its number."""
    return replace(state, walk=walk, step=walk.step, outcome=walk.outcome)


def _walk(given: LabInput, settings: LabSettings, before: Walk | None) -> Walk:
    """Return the walk of these settings, its window as near as can be to the last one.

    A picture of another size starts half-way: there is more to see than in a corner.
    """
    activation = ActivationSpec(kind=settings.activation, slope=settings.slope)
    if settings.operation == "signal":  # sums alone, as numpy.convolve gives them
        activation = ActivationSpec()
    operation = operation_of(settings, given)
    walk = Walk(operation, activation)
    if before is None or before.operation.input_hw != operation.input_hw:
        height, width = walk.output_hw
        return walking.go_to_cell(walk, height // 2, width // 2)
    walk = walking.show_channel(walk, before.output_channel)
    return walking.go_to_cell(walk, *walk.sweep.cell_near(*_place(walk, before)))


def _place(walk: Walk, before: Walk) -> tuple[float, float]:
    """Return where the middle of the last window lies on the grid of another walk."""
    old, new = before.sweep, walk.sweep
    corner, span = old.corner(*before.cell), old.span
    return (
        (corner[0] + (span[0] - 1) / 2) / old.stretch[0] * new.stretch[0],
        (corner[1] + (span[1] - 1) / 2) / old.stretch[1] * new.stretch[1],
    )
