"""Train a network of classes of one's own; torch inside."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from time import perf_counter
from typing import Final

from cnnviz.engine.convolution.row_blocks import Cancelled
from cnnviz.engine.datasets.own.collection import OwnClasses
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.networks.layers import Network
from cnnviz.engine.networks.weights import Weights
from cnnviz.engine.training.events import BatchDone, EpochDone, Failed, Snapshot
from cnnviz.engine.training.loop import train
from cnnviz.engine.training.own.recipe import holds_out, own_recipe

_TOLD_EVERY: Final = 5
"""Batches."""


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
    steps
        Batches that it learned from.
    seconds
        What that took.
    """

    network: Network
    weights: Weights
    accuracy: float | None
    held_out: int
    steps: int
    seconds: float


def train_own_classes(
    wanted: OwnClasses,
    *,
    seed: int = 0,
    is_cancelled: Callable[[], bool] = lambda: False,
    on_progress: Callable[[int, int], object] = lambda _done, _total: None,
) -> OwnTrained:
    """Train a network on a collection; the same seed gives the same network.

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

    Raises
    ------
    Cancelled
        Nobody wants the network any more.
    CnnvizError
        What `own_recipe` raises, or why the run failed.
    """
    config, data = own_recipe(wanted, seed)
    steps, begun = len(data.train) // config.batch_size, perf_counter()
    weights: Weights = {}
    accuracy = 0.0
    with closing(train(config, data)) as events:
        for event in events:
            match event:
                case BatchDone(step=step):
                    if step % _TOLD_EVERY == 0 or step == steps:
                        on_progress(step, steps)
                case Snapshot():
                    weights = event.weights
                case EpochDone():
                    accuracy = event.validation_accuracy
                case Failed():
                    raise CnnvizError(event.code, **event.facts)
                case _:
                    pass
            if is_cancelled():
                raise Cancelled
    held_out = len(data.test) if holds_out(wanted) else 0
    seconds = perf_counter() - begun
    measured = accuracy if held_out else None
    return OwnTrained(config.network, weights, measured, held_out, steps, seconds)
