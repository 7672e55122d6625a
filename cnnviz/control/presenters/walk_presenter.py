"""The walk of a kernel across the picture: settings, position, autoplay, output."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QUndoStack

from cnnviz.control.lab_settings import (
    LabSettings,
    Padding,
    Refusal,
    initial_settings,
    refusal,
    spec_of,
    with_kernel_size,
    with_preset,
    with_weight,
)
from cnnviz.control.shared_picture import PictureStore, SharedPicture
from cnnviz.control.store import Store
from cnnviz.control.undo import change
from cnnviz.control.workers.convolution import OutputPicture, whole_output
from cnnviz.control.workers.newest_wins import NewestWinsWorker
from cnnviz.convolution import walk as walking
from cnnviz.convolution.shapes import padding_amounts
from cnnviz.convolution.spec import Pair
from cnnviz.convolution.stepping import Step
from cnnviz.convolution.walk import Walk
from cnnviz.errors import CnnvizError
from cnnviz.images.picture import Picture

SLOWEST: Final = 0.25
FASTEST: Final = 60.0
"""Steps a second."""

_MOST_STEPS_A_TICK: Final = 6


@dataclass(frozen=True, slots=True, eq=False)
class LabState:
    """All that the Convolution page shows.

    Attributes
    ----------
    settings
        What was asked for, possible or not.
    input_chw
        The picture in grey levels; ``None`` before the first.
    walk
        The last good walk across this picture; ``None`` when there was none, as when
        the picture is smaller than the kernel.
    step
        The window, products and sum of the walk's position.
    output
        The whole output that was computed last; of an earlier walk for the moments
        until the worker has answered.
    refusal
        Why the settings are not those of the walk; ``None`` when they are.
    playing
        Whether the window walks by itself.
    steps_per_second
        How fast it does.
    whole_output_shown
        Whether output cells beyond the position are shown too.
    """

    settings: LabSettings
    input_chw: NDArray[np.uint8] | None = None
    walk: Walk | None = None
    step: Step | None = None
    output: OutputPicture | None = None
    refusal: Refusal | None = None
    playing: bool = False
    steps_per_second: float = 4.0
    whole_output_shown: bool = False


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
        self._undo = undo
        self._settings: Store[LabSettings] = Store(initial_settings(), self)
        self._store: Store[LabState] = Store(LabState(self._settings.state), self)
        self._grey_chw: NDArray[np.uint8] | None = None
        self._last_walk: Walk | None = None
        self._good: LabSettings | None = None
        self._awaited_grey = 0
        self._edit = 0
        self._walked = 0.0
        self._make_workers()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_tick)
        self._clock = QElapsedTimer()
        self._settings.changed.connect(self._on_settings_changed)
        self._pictures.changed.connect(self._on_picture_changed)
        self._take_picture(self._pictures.state.picture)

    def _make_workers(self) -> None:
        self._output_worker = NewestWinsWorker(whole_output, "convolution", self)
        self._output_worker.answered.connect(self._on_output_answered)
        self._output_worker.failed.connect(self._on_output_failed)
        # Turning 16 million coloured pixels grey takes longer than a frame.
        self._grey_worker = NewestWinsWorker(Picture.to_grey, "grey-levels", self)
        self._grey_worker.answered.connect(self._on_grey_answered)
        self._grey_worker.failed.connect(self._on_output_failed)

    @property
    def store(self) -> Store[LabState]:
        """What the page shows."""
        return self._store

    @property
    def settings_store(self) -> Store[LabSettings]:
        """What was asked for."""
        return self._settings

    def shut_down(self) -> None:
        """Stop walking and end the threads."""
        self.pause()
        self._output_worker.shut_down()
        self._grey_worker.shut_down()

    # what is asked for

    def choose_kernel(self, key: str) -> None:
        """Take a preset."""
        label = self.tr("Choose kernel")
        self._change(with_preset(self._settings.state, key), label)

    def set_weight(self, row: int, column: int, value: float) -> None:
        """Change one number of the kernel."""
        new = with_weight(self._settings.state, row, column, value)
        self._change(new, self.tr("Change kernel number"))

    def set_kernel_size(self, size: Pair) -> None:
        """Ask for another height and width of the kernel."""
        new = with_kernel_size(self._settings.state, size)
        self._change(new, self.tr("Change kernel size"), "kernel_size")

    def set_stride(self, stride: Pair) -> None:
        """Ask for another stride."""
        new = replace(self._settings.state, stride=stride)
        self._change(new, self.tr("Change stride"), "stride")

    def set_padding(self, padding: Padding) -> None:
        """Ask for a named padding or for amounts."""
        new = replace(self._settings.state, padding=padding)
        self._change(new, self.tr("Change padding"), "padding")

    def set_dilation(self, dilation: Pair) -> None:
        """Ask for another dilation."""
        new = replace(self._settings.state, dilation=dilation)
        self._change(new, self.tr("Change dilation"), "dilation")

    def set_flip(self, flip: bool) -> None:
        """Ask for true convolution, or for what frameworks do."""
        new = replace(self._settings.state, flip=flip)
        self._change(new, self.tr("Flip kernel"))

    def set_bias(self, bias: float) -> None:
        """Ask for another bias."""
        new = replace(self._settings.state, bias=bias)
        self._change(new, self.tr("Change bias"), "bias")

    def apply(self, settings: LabSettings) -> None:
        """Take whole settings: a way out of a refusal."""
        self._change(settings, self.tr("Mend settings"))

    def end_edit(self) -> None:
        """Let the next change be an undo step of its own: the field was left."""
        self._edit += 1

    def _change(self, new: LabSettings, label: str, field: str = "") -> None:
        self.pause()
        key = f"{field}-{self._edit}" if field else ""
        if not field:
            self._edit += 1
        change(self._undo, self._settings, new, label, merge_key=key)

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
        """Go to the step whose window has an input cell nearest to its middle."""
        walk = self._store.state.walk
        if walk is not None:
            self.go_to_cell(*_cell_near(walk, (row, column)))

    def _move(self, transition: Callable[[Walk], Walk]) -> None:
        self.pause()
        if (walk := self._store.state.walk) is not None:
            self._walk_to(transition(walk))

    def _walk_to(self, walk: Walk) -> None:
        state = self._store.state
        if walk is not state.walk:
            self._store.replace(replace(state, walk=walk, step=walk.step))

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

    # what follows from picture and settings

    @Slot(object, object)
    def _on_settings_changed(self, new: LabSettings, _old: LabSettings) -> None:
        self._derive(new)

    @Slot(object, object)
    def _on_picture_changed(self, new: SharedPicture, old: SharedPicture) -> None:
        if new.picture is not old.picture:
            self._take_picture(new.picture)

    def _take_picture(self, picture: Picture) -> None:
        self._awaited_grey = 0
        if picture.is_grey:
            self._take_grey(picture)
        else:
            self._awaited_grey = self._grey_worker.request(picture)

    @Slot(int, object)
    def _on_grey_answered(self, number: int, picture: Picture) -> None:
        if number == self._awaited_grey:
            self._take_grey(picture)

    def _take_grey(self, picture: Picture) -> None:
        self._grey_chw = picture.pixels_chw
        self._derive(self._settings.state)

    def _derive(self, settings: LabSettings) -> None:
        """Make the walk that picture and settings ask for, or say why there is none."""
        state = self._store.state
        input_chw = self._grey_chw
        if input_chw is None:
            self._store.replace(replace(state, settings=settings))
            return
        try:
            walk = _walk(input_chw, settings, state.walk or self._last_walk)
        except CnnvizError as error:
            self._refuse(input_chw, settings, error)
            return
        self._good = settings
        self._store.replace(
            replace(
                state,
                settings=settings,
                input_chw=input_chw,
                walk=walk,
                step=walk.step,
                refusal=None,
            )
        )
        self._output_worker.request(walk)

    def _refuse(
        self, input_chw: NDArray[np.uint8], settings: LabSettings, error: CnnvizError
    ) -> None:
        """Say why there is no such walk; the last good one stays, on its picture only."""
        state = self._store.state
        _, height, width = input_chw.shape
        refused = refusal(error, settings, self._good, (height, width))
        if state.walk is not None and state.walk.input_chw is not input_chw:
            self._last_walk = state.walk  # the way back begins where it stood
            state = replace(state, walk=None, step=None, output=None)
        self._store.replace(
            replace(state, settings=settings, input_chw=input_chw, refusal=refused)
        )

    @Slot(int, object)
    def _on_output_answered(self, number: int, output: OutputPicture) -> None:
        # Of a picture that the kernel could not walk nothing is to be shown.
        wanted = self._store.state.walk is not None
        if number == self._output_worker.newest and wanted:
            self._store.replace(replace(self._store.state, output=output))

    @Slot(int, object)
    def _on_output_failed(self, _number: int, error: CnnvizError) -> None:
        self.failed.emit(error)


def _walk(
    input_chw: NDArray[np.uint8], settings: LabSettings, before: Walk | None
) -> Walk:
    """Return the walk of these settings, its window as near as can be to the last one.

    A picture of another size starts half-way: there is more to see than in a corner.
    """
    walk = Walk(input_chw, settings.kernels_oikk, spec_of(settings), settings.bias_o)
    if before is None or before.input_chw.shape != input_chw.shape:
        height, width = walk.output_hw
        return walking.go_to_cell(walk, height // 2, width // 2)
    return walking.go_to_cell(walk, *_cell_near(walk, _middle_of_window(before)))


def _middle_of_window(walk: Walk) -> tuple[float, float]:
    """Return where the middle of the window is, in the picture's rows and columns."""
    step, span = walk.step, walk.spec.dilated_kernel
    return step.top + (span[0] - 1) / 2, step.left + (span[1] - 1) / 2


def _cell_near(walk: Walk, middle: tuple[float, float]) -> Pair:
    """Return the output cell (perhaps outside) whose window has its middle nearest."""
    _, height, width = walk.input_chw.shape
    amounts = padding_amounts(walk.spec, (height, width))
    span, stride = walk.spec.dilated_kernel, walk.spec.stride
    return (
        round((middle[0] + amounts.top - (span[0] - 1) / 2) / stride[0]),
        round((middle[1] + amounts.left - (span[1] - 1) / 2) / stride[1]),
    )
