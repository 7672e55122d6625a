"""The learning rate of a run that goes on: changed again where it was changed before."""

from collections.abc import Callable

from cnnviz.engine.training.run_events import RunTold

RateWanted = Callable[[int], float | None]
"""Answers a run, which asks before every batch with the last step."""


def _never(_step: int) -> float | None:
    return None


def rates_again(told: RunTold, then: RateWanted = _never) -> RateWanted:
    """Return what answers a run that goes on.

    A run goes on at its checkpoint, and comes past the events after it again: up to the
    newest of them, only the changes that were told are made. From there on, ``then``
    answers.
    """
    known = {change.step: change.learning_rate for change in told.rates}
    newest = told.step

    def wanted(step: int) -> float | None:
        if step in known:
            return known[step]
        return None if step < newest else then(step)

    return wanted
