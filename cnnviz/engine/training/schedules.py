"""How the learning rate changes over a run, each way described once."""

from collections.abc import Callable, Mapping
from math import cos, pi
from types import MappingProxyType
from typing import Final


def _constant(progress: float) -> float:
    return 1.0


def _cosine(progress: float) -> float:
    return (1 + cos(pi * progress)) / 2


SCHEDULES: Final[Mapping[str, Callable[[float], float]]] = MappingProxyType(
    {"constant": _constant, "cosine": _cosine}
)
"""Key -> share of the learning rate at a progress from 0 (first batch) to 1 (end).

``constant`` keeps the rate; ``cosine`` lets it fall along half a cosine wave.
"""
