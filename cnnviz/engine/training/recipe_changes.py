"""Settings that are changed while a run goes, and changed again when it is resumed."""

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from cnnviz.engine.training.config import TrainingConfig
from cnnviz.engine.training.events import RecipeChanged

if TYPE_CHECKING:
    from cnnviz.engine.training.run_events import RunTold

ChangesWanted = Callable[[int], Mapping[str, float] | None]
"""Answers a run, which asks before every batch with the last step.

The settings by their names in `TrainingConfig`; ``None``, or none, changes nothing.
"""


def _never(_step: int) -> None:
    return None


def changes_again(told: "RunTold", then: ChangesWanted = _never) -> ChangesWanted:
    """Return what answers a run that goes on.

    A run goes on at its checkpoint, and comes past the events after it again: up to the
    newest of them, only the changes that were told are made. From there on, ``then``
    answers.
    """
    known = {change.step: change.values for change in told.changes}
    newest = told.step

    def wanted(step: int) -> Mapping[str, float] | None:
        if step in known:
            return known[step]
        return None if step < newest else then(step)

    return wanted


def config_after(
    config: TrainingConfig, changes: Iterable[RecipeChanged]
) -> TrainingConfig:
    """Return a recipe as it is after some changes, the oldest first.

    Raises
    ------
    CnnvizError
        As `TrainingConfig`, where one is none that a run can have.

    Examples
    --------
    >>> changes = RecipeChanged(20, learning_rate=0.5), RecipeChanged(40, momentum=0.0)
    >>> now = config_after(TrainingConfig(), changes)
    >>> now.learning_rate, now.momentum
    (0.5, 0.0)
    """
    for change in changes:
        config = config.with_changes(change.values)
    return config
