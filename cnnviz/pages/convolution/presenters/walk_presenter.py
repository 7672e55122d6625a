"""The walk of a window across the picture, and what is looked at."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from functools import partial
from typing import Final

import numpy as np
from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QUndoStack

from cnnviz.engine.convolution import walk as walking
from cnnviz.engine.convolution.walk import Walk
from cnnviz.engine.errors import CnnvizError
from cnnviz.pages.convolution.model.lab_file import LabView
from cnnviz.pages.convolution.model.lab_settings import LabSettings, initial_settings
from cnnviz.pages.convolution.model.lab_state import LabState
from cnnviz.pages.convolution.model.lab_walk import at
from cnnviz.pages.convolution.presenters.lab_pipeline import LabPipeline, differs
from cnnviz.pages.convolution.presenters.settings_commands import SettingsCommands
from cnnviz.state.autoplay import Autoplay
from cnnviz.state.picture.shared_picture import PictureStore, SharedPicture
from cnnviz.state.store import Store

SLOWEST: Final = 0.25
FASTEST: Final = 60.0
"""Steps a second."""

_Find = Callable[..., np.intp]


class WalkPresenter(QObject):
    """Turn commands about the walk into states.

    Walking by hand stops the autoplay at once; nothing but ``play`` starts it again.

    Attributes
    ----------
    store
        What the page shows.
    settings_store
        What was asked for.
    picture_store
        Where the one picture is.
    commands
        What changes the settings, each command one undo step.

    Signals
    -------
    failed(error)
        Numbers or whole output could not be computed, or a command not be carried out:
        a ``CnnvizError``.
    computed()
        Another whole output has come.
    """

    failed = Signal(object)
    computed = Signal()

    def __init__(
        self,
        picture_store: PictureStore,
        undo: QUndoStack,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.picture_store = picture_store
        self.settings_store: Store[LabSettings] = Store(initial_settings(), self)
        self.commands = SettingsCommands(self.settings_store, undo, self)
        self.store: Store[LabState] = Store(LabState(self.settings_store.state), self)
        self._awaited_view: LabView | None = None
        self._awaited_extreme: _Find | None = None
        self._autoplay = Autoplay(self)
        self._autoplay.due.connect(self._on_steps_due)
        self.commands.about_to_change.connect(self.pause)
        self.commands.rejected.connect(self.failed)
        # Before anything follows from a change, what awaited the old state is dropped.
        self.settings_store.changed.connect(self._on_settings_changed)
        self.picture_store.changed.connect(self._on_picture_changed)
        self._pipeline = LabPipeline(
            picture_store, self.settings_store, self.store, self
        )
        self._pipeline.picture_taken.connect(self._show_awaited_view)
        self._pipeline.output_taken.connect(self._show_awaited_extreme)
        self._pipeline.failed.connect(self._on_failed)
        self._pipeline.output_taken.connect(self.computed)

    def set_watched(self, watched: bool) -> None:
        """Learn whether the page is looked at."""
        self._pipeline.set_watched(watched)

    def shut_down(self) -> None:
        """Stop walking and end the threads."""
        self.pause()
        self._pipeline.shut_down()

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
        self._move(partial(walking.go_to, position=position))

    def go_to_cell(self, row: int, column: int) -> None:
        """Go to the step that makes an output cell."""
        self._move(partial(walking.go_to_cell, row=row, col=column))

    def go_to_input_cell(self, row: int, column: int) -> None:
        """Go to the step whose window has a cell of the grid nearest to its middle."""
        walk = self.store.state.walk
        if walk is not None:
            self.go_to_cell(*walk.geometry.cell_near(row, column))

    def next_page(self) -> None:
        """Go a tenth of the output's rows down, one at least."""
        self._turn_page(1)

    def previous_page(self) -> None:
        """Go a tenth of the output's rows up, one at least."""
        self._turn_page(-1)

    def _turn_page(self, direction: int) -> None:
        if (walk := self.store.state.walk) is not None:
            row, column = walk.cell
            rows = direction * max(1, walk.output_hw[0] // 10)
            self.go_to_cell(row + rows, column)

    def go_to_largest(self) -> None:
        """Go where the output is largest: the best match of the kernel."""
        self._go_to_extreme(np.argmax)

    def go_to_smallest(self) -> None:
        """Go where the output is smallest."""
        self._go_to_extreme(np.argmin)

    def _go_to_extreme(self, find: _Find) -> None:
        """Go there once the whole output is known, unless a newer gesture comes first."""
        self.pause()
        if self.store.state.walk is not None:
            self._awaited_extreme = find
            self._show_awaited_extreme()

    @Slot()
    def _show_awaited_extreme(self) -> None:
        find, state = self._awaited_extreme, self.store.state
        output, walk = state.output, state.walk
        if find is None or output is None or walk is None or self._pipeline.is_waiting:
            return
        if output.every == 1 and output.is_of(walk):
            self._awaited_extreme = None
            self._walk_to(walking.go_to(walk, int(find(output.values_hw))))

    # what is looked at

    def show_input_channel(self, channel: int) -> None:
        """See another input channel's window, kernel and products."""
        state = self.store.state
        chosen = min(max(channel, 0), state.input_channels - 1)
        if chosen != state.shown_channel:
            self.store.replace(replace(state, shown_channel=chosen))

    def show_output_channel(self, channel: int) -> None:
        """See another kernel at work, and what comes out of it."""
        if (walk := self.store.state.walk) is None:
            return
        self.pause()
        chosen = walking.show_channel(walk, channel)
        if chosen is not walk:
            self._walk_to(chosen)
            self._pipeline.request_output(chosen)

    def _move(self, transition: Callable[[Walk], Walk]) -> None:
        self.pause()
        if (walk := self.store.state.walk) is not None:
            self._walk_to(transition(walk))

    def _walk_to(self, walk: Walk) -> None:
        state = self.store.state
        if walk is not state.walk:
            self.store.replace(at(state, walk))

    # playing

    def play(self) -> None:
        """Walk by itself from here, or from the start when at the end."""
        self._awaited_extreme = None
        walk = self.store.state.walk
        if walk is None or self.store.state.playing or walk.steps == 1:
            return
        if walk.is_last:
            self._walk_to(walking.go_first(walk))
        self.store.replace(replace(self.store.state, playing=True))
        self._autoplay.begin(self.store.state.steps_per_second)

    def pause(self) -> None:
        """Stop walking by itself, and wait for no place to go to."""
        self._awaited_extreme = None
        if self.store.state.playing:
            self._autoplay.end()
            self.store.replace(replace(self.store.state, playing=False))

    def toggle_play(self) -> None:
        """Play or pause."""
        if self.store.state.playing:
            self.pause()
        else:
            self.play()

    def set_speed(self, steps_per_second: float) -> None:
        """Choose how fast to walk; keeps playing when it plays."""
        speed = min(max(steps_per_second, SLOWEST), FASTEST)
        if speed == self.store.state.steps_per_second:
            return
        self.store.replace(replace(self.store.state, steps_per_second=speed))
        if self.store.state.playing:
            self._autoplay.begin(speed)

    def show_whole_output(self, shown: bool) -> None:
        """Show output cells beyond the position too, or not."""
        if shown != self.store.state.whole_output_shown:
            self.store.replace(replace(self.store.state, whole_output_shown=shown))

    @Slot(int)
    def _on_steps_due(self, steps: int) -> None:
        if (walk := self.store.state.walk) is None:
            self.pause()
            return
        self._walk_to(walking.go_to(walk, walk.position + steps))
        if (now := self.store.state.walk) is not None and now.is_last:
            self.pause()

    def look_at(self, view: LabView) -> None:
        """Go where a lab file says, once the picture is there."""
        self.pause()
        self._awaited_view = view
        if not self._pipeline.is_waiting:
            self._show_awaited_view()

    @Slot()
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

    def batch_updates(self) -> AbstractContextManager[None]:
        """Follow picture and settings when all are replaced, not one by one."""
        return self._pipeline.batch_updates()

    @Slot(object, object)
    def _on_settings_changed(self, _new: LabSettings, _old: LabSettings) -> None:
        self._awaited_extreme = None

    @Slot(object, object)
    def _on_picture_changed(self, new: SharedPicture, old: SharedPicture) -> None:
        if differs(new, old):
            # What a lab file says of its picture is not said of another one.
            self._awaited_extreme = self._awaited_view = None

    @Slot(object)
    def _on_failed(self, error: CnnvizError) -> None:
        if not self._pipeline.is_waiting:
            self._awaited_extreme = self._awaited_view = None
        self.failed.emit(error)
