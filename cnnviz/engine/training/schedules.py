"""How the learning rate changes over a run, each way described once."""

from collections.abc import Callable, Mapping
from math import cos, pi
from types import MappingProxyType
from typing import Final

_STEPS: Final = (0.5, 0.75)
_RISE: Final = 0.3


def _constant(progress: float) -> float:
    return 1.0


def _cosine(progress: float) -> float:
    return (1 + cos(pi * progress)) / 2


def _step(progress: float) -> float:
    return 0.1 ** sum(progress >= share for share in _STEPS)


def _one_cycle(progress: float) -> float:
    """Rise along half a cosine wave, and fall along another.

    Smith and Topin, "Super-convergence" (2019), with the shares of torch's ``OneCycleLR``.
    """
    if progress < _RISE:
        return _between(1 / 25, 1.0, progress / _RISE)
    return _between(1.0, 1 / 250_000, (progress - _RISE) / (1 - _RISE))


def _between(first: float, last: float, share: float) -> float:
    """Return what lies between two numbers, along half a cosine wave."""
    return last + (first - last) * (1 + cos(pi * share)) / 2


SCHEDULES: Final[Mapping[str, Callable[[float], float]]] = MappingProxyType(
    {
        "constant": _constant,
        "step": _step,
        "cosine": _cosine,
        "one_cycle": _one_cycle,
    }
)
"""Key -> share of the learning rate at a progress from 0 (first batch) to 1 (end).

``constant`` keeps the rate; ``step`` divides it by 10 after half and again after three
quarters of the run; ``cosine`` lets it fall along half a cosine wave; ``one_cycle`` lets
it rise to the rate first.
"""
