"""Train a network of classes of one's own; torch inside."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, replace
from time import perf_counter
from typing import Final

from cnnviz.engine.convolution.row_blocks import Cancelled
from cnnviz.engine.datasets.own.collection import OwnClasses
from cnnviz.engine.datasets.split import Dataset
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.networks.classifier import Classifier
from cnnviz.engine.networks.layers import Network
from cnnviz.engine.networks.weights import Weights
from cnnviz.engine.training.config import TrainingConfig
from cnnviz.engine.training.events import BatchDone, EpochDone, Failed, Snapshot
from cnnviz.engine.training.loop import train
from cnnviz.engine.training.own.recipe import holds_out, own_recipe

_TOLD_EVERY: Final = 5
"""Batches."""

LIMIT_S: Final = 9.0
"""After so many seconds the network is taken as it is: within 10 it is to answer."""

_PACED: Final = 2
"""Snapshots: what lies between the first two shows how fast this computer is."""

_SPARE: Final = 0.8
_FEWEST, _MANY = 20, 1_000_000


@dataclass(frozen=True, slots=True, eq=False)
class OwnTrained:
    """A network that has learned classes of one's own.

    Attributes
    ----------
    network, weights
        As they answer.
    accuracy
        Share right of the examples that were held out, 0..1; ``None`` where there were
        too few to hold any out.
    held_out
        How many these were.
    steps, planned
        Batches that it learned from, and that it was to learn from: fewer where the time
        was up.
    seconds
        What that took.
    """

    network: Network
    weights: Weights
    accuracy: float | None
    held_out: int
    steps: int
    planned: int
    seconds: float


def train_own_classes(
    wanted: OwnClasses,
    *,
    seed: int = 0,
    is_cancelled: Callable[[], bool] = lambda: False,
    on_progress: Callable[[int, int], object] = lambda _done, _total: None,
    clock: Callable[[], float] = perf_counter,
    begun: float | None = None,
) -> OwnTrained:
    """Train a network on a collection; the same seed gives the same network.

    A computer that is too slow for all of it begins anew with as many batches as there is
    time for; after `LIMIT_S` seconds it stops, with what was learned until then.

    Parameters
    ----------
    wanted
        2 to 20 classes with at least 3 examples each.
    seed
        Of first weights, order and changes.
    is_cancelled
        Asked after each batch.
    on_progress
        Told batches done, and all of them.
    clock
        Seconds of some clock.
    begun
        When the wait began by it, if before this call.

    Raises
    ------
    Cancelled
        Nobody wants the network any more.
    CnnvizError
        What `own_recipe` raises, or why the run failed.
    """
    watch = _Watch(clock, (clock() if begun is None else begun) + LIMIT_S)
    config, data = own_recipe(wanted, seed)
    planned = len(data.train) // config.batch_size
    told = is_cancelled, on_progress
    try:
        learned = _learn(config, data, watch, *told)
    except _TooSlow as slow:
        config, data = own_recipe(wanted, seed, slow.steps)
        learned = _learn(config, data, replace(watch, plans=False), *told)
    held_out = len(data.test) if holds_out(wanted) else 0
    return OwnTrained(
        config.network,
        learned.weights,
        learned.accuracy if held_out else None,
        held_out,
        learned.reached,
        planned,
        clock() + LIMIT_S - watch.end,
    )


class _TooSlow(Exception):
    """There is time for so many ``steps`` only, begun anew: a rate that ends high learns ill."""

    def __init__(self, steps: int) -> None:
        super().__init__()
        self.steps = steps


@dataclass(frozen=True, slots=True)
class _Watch:
    """When time is up by a clock, and whether fewer steps may still be planned."""

    clock: Callable[[], float]
    end: float
    plans: bool = True

    def fitting(self, per_step: float) -> int:
        """Return how many steps of so many seconds there is time for, with some to spare."""
        left = _SPARE * (self.end - self.clock())
        return max(_FEWEST, int(left / per_step)) if per_step > 0 else _MANY


@dataclass(slots=True)
class _Learned:
    """How far a run has come."""

    weights: Weights
    reached: int = 0
    accuracy: float = 0.0


def _learn(
    config: TrainingConfig,
    data: Dataset,
    watch: _Watch,
    is_cancelled: Callable[[], bool],
    on_progress: Callable[[int, int], object],
) -> _Learned:
    """Train until all steps are done or time is up; `_TooSlow` where fewer are to be done."""
    learned, steps = _Learned({}), len(data.train) // config.batch_size
    times: list[tuple[int, float]] = []
    with closing(train(config, data)) as events:
        for event in events:
            match event:
                case BatchDone(step=step):
                    if step % _TOLD_EVERY == 0 or step == steps:
                        on_progress(step, steps)
                case Snapshot(step=step) if step:
                    learned.weights, learned.reached = event.weights, step
                    times.append((step, watch.clock()))
                    if step < steps and times[-1][1] >= watch.end:
                        break
                    if watch.plans and len(times) == _PACED:
                        _check_pace(times, steps, watch)
                case EpochDone():
                    learned.accuracy = event.validation_accuracy
                case Failed():
                    raise CnnvizError(event.code, **event.facts)
                case _:
                    pass
            if is_cancelled():
                raise Cancelled
    if learned.reached < steps:
        network = Classifier(config.network, learned.weights)
        right_n = network.best(data.test.images_nhw) == data.test.labels_n
        learned.accuracy = float(right_n.mean())
    return learned


def _check_pace(times: list[tuple[int, float]], steps: int, watch: _Watch) -> None:
    (before, then), (step, now) = times[-2:]
    fitting = watch.fitting((now - then) / (step - before))
    if fitting < _SPARE * (steps - step):
        raise _TooSlow(fitting)
