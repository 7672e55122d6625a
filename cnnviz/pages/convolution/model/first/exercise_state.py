"""The first exercise as it stands: what is asked, what was said, what is known."""

from dataclasses import dataclass, replace

from cnnviz.engine.convolution.first.exercises import EXERCISES, Exercise

_SHOWN_FIRST = 3
"""Cells that are there from the start: the first row, to see how it goes."""


@dataclass(frozen=True, slots=True, eq=False)
class ExerciseState:
    """One exercise on its way, cell after cell.

    Attributes
    ----------
    exercise
        Picture and kernel.
    position
        The cell that is looked at, counted from 0 along the rows.
    known
        So many cells are known; the next one is asked for when it is looked at.
    said
        What the pupil said of the cell that is looked at; ``None`` before, and where the
        answer was only shown.
    answered
        How many cells the pupil has said a number of, right or wrong, on all exercises.
    playing
        Whether cells come by themselves.
    """

    exercise: Exercise = EXERCISES[0]
    position: int = _SHOWN_FIRST
    known: int = _SHOWN_FIRST
    said: int | None = None
    answered: int = 0
    playing: bool = False

    @property
    def cells(self) -> int:
        """How many cells there are."""
        return self.exercise.output_hw.size

    @property
    def is_asked(self) -> bool:
        """Whether the number of the cell that is looked at is still to be said."""
        return self.position == self.known

    @property
    def is_done(self) -> bool:
        """Whether every cell is known, and the last one is looked at."""
        return self.known == self.cells and self.position == self.cells - 1

    @property
    def is_right(self) -> bool:
        """Whether what was said is the sum."""
        return self.said == self.exercise.value(self.position)


def answer(state: ExerciseState, said: int) -> ExerciseState:
    """Return the state after a number was said; the sum is known then, right or wrong."""
    if not state.is_asked:
        return state
    told = replace(reveal(state), said=said)
    return replace(told, answered=state.answered + 1)


def reveal(state: ExerciseState) -> ExerciseState:
    """Return the state in which the sum of the cell is known."""
    if not state.is_asked:
        return state
    return replace(state, known=state.known + 1, said=None)


def look_at(state: ExerciseState, position: int) -> ExerciseState:
    """Return the state at another cell: one that is known, or the next to be said."""
    most = min(state.known, state.cells - 1)
    clamped = min(max(position, 0), most)
    if clamped == state.position:
        return state
    return replace(state, position=clamped, said=None)


def another(state: ExerciseState, key: str) -> ExerciseState:
    """Return the beginning of an exercise, by its key."""
    exercise = next(each for each in EXERCISES if each.key == key)
    return ExerciseState(exercise, answered=state.answered)
