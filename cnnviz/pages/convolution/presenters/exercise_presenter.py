"""The first exercise: commands become states."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QObject, QTimer, Slot

from cnnviz.pages.convolution.model.first import exercise_state as exercises
from cnnviz.pages.convolution.model.first.exercise_state import ExerciseState
from cnnviz.state.store import Store

_CELL_MS: Final = 1400
"""So long a sum, and then the next question, stands while cells come by themselves."""


class ExercisePresenter(QObject):
    """Let a pupil say the next number, see it, and go from cell to cell.

    Attributes
    ----------
    store
        What the page shows.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.store: Store[ExerciseState] = Store(ExerciseState(), self)
        self._clock = QTimer(self)
        self._clock.setInterval(_CELL_MS)
        self._clock.timeout.connect(self._on_tick)

    def answer(self, said: int) -> None:
        """Say the number of the cell that is asked for."""
        self._by_hand(lambda state: exercises.answer(state, said))

    def reveal(self) -> None:
        """Show the number of the cell that is asked for."""
        self._by_hand(exercises.reveal)

    def go_on(self) -> None:
        """Look at the next cell, if this one is known."""
        self._step(1)

    def go_back(self) -> None:
        """Look at the cell before."""
        self._step(-1)

    def look_at(self, row: int, column: int) -> None:
        """Look at a cell; the one that is asked for is revealed by that."""
        state = self.store.state
        position = row * state.exercise.output_hw.shape[1] + column
        if state.is_asked and position == state.position:
            self.reveal()
        else:
            self._by_hand(lambda state: exercises.look_at(state, position))

    def choose(self, key: str) -> None:
        """Begin another exercise."""
        self._by_hand(lambda state: exercises.another(state, key))

    def begin(self) -> None:
        """Begin this exercise anew."""
        self.choose(self.store.state.exercise.key)

    def toggle_play(self) -> None:
        """Let the cells come by themselves, or stop that."""
        if self.store.state.playing:
            self.pause()
        else:
            if self.store.state.is_done:
                self.begin()
            self._clock.start()
            self.store.replace(replace(self.store.state, playing=True))

    def pause(self) -> None:
        """Let no cell come by itself."""
        self._clock.stop()
        if self.store.state.playing:
            self.store.replace(replace(self.store.state, playing=False))

    def _step(self, by: int) -> None:
        self._by_hand(lambda state: exercises.look_at(state, state.position + by))

    def _by_hand(self, transition: Callable[[ExerciseState], ExerciseState]) -> None:
        self.pause()
        self.store.replace(transition(self.store.state))

    @Slot()
    def _on_tick(self) -> None:
        state = self.store.state
        if state.is_asked:
            state = exercises.reveal(state)
        else:
            state = exercises.look_at(state, state.position + 1)
        self.store.replace(state)
        if state.is_done:
            self.pause()
