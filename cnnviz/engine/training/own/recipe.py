"""How classes of one's own are learned from a few examples: one fixed, short recipe."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.datasets.own.collection import OwnClasses
from cnnviz.engine.datasets.split import Dataset, Split
from cnnviz.engine.networks.catalogue.own_classes import own_classes_network
from cnnviz.engine.training.config import TrainingConfig
from cnnviz.engine.training.data.augmentation import Augmentation

CHANGES: Final = Augmentation(
    rotate=15, shift=2, zoom=0.15, shear=15, elastic=0.8, thickness=0.8
)
"""Of each example, anew at each step: the few there are stand for all that may be drawn."""

BATCH: Final = 32
LOOKS: Final = 40
"""How often on its way a network is kept: where time is up, the newest is taken."""

_FEWEST_STEPS, _MOST_STEPS = 400, 900

HELD_OUT_OF: Final = 5
"""Of so many examples of a class one is held out, to be measured on."""


def steps_for(examples: int) -> int:
    """Return how many batches are learned from.

    Examples
    --------
    >>> steps_for(6), steps_for(100), steps_for(4000)
    (406, 500, 900)
    """
    return min(_FEWEST_STEPS + examples, _MOST_STEPS)


def own_recipe(
    wanted: OwnClasses, seed: int = 0, steps: int | None = None
) -> tuple[TrainingConfig, Dataset]:
    """Return the recipe for a collection, and what it is to learn from.

    ``steps`` batches, if so many are to do.

    All steps are one epoch: the examples come again and again, in another order each time,
    each changed anew. Where every class has enough, some are held out (``test``); otherwise
    ``test`` are the examples themselves, see `holds_out`.

    Raises
    ------
    CnnvizError
        What `OwnClasses.check_enough` raises.
    """
    wanted.check_enough()
    pictures = [
        np.stack([example.digit_hw for example in one.examples])
        for one in wanted.classes
    ]
    held = [len(each) // HELD_OUT_OF for each in pictures]
    if not holds_out(wanted):
        held = [0] * len(pictures)
    learned = [
        each[: len(each) - out] for each, out in zip(pictures, held, strict=True)
    ]
    left = [each[len(each) - out :] for each, out in zip(pictures, held, strict=True)]
    train = _split(learned)
    test = _split(left) if any(held) else train
    network = own_classes_network(wanted.names)
    steps = steps_for(len(train)) if steps is None else steps
    again_n = np.resize(_balanced(train.labels_n, seed), steps * BATCH)
    again = Split(train.images_nhw[again_n], train.labels_n[again_n])
    config = TrainingConfig(
        network=network,
        epochs=1,
        batch_size=BATCH,
        learning_rate=0.003,
        schedule="cosine",
        label_smoothing=0.05,
        augmentation=CHANGES,
        seed=seed,
        device="cpu",
        threads=1,
        snapshot_every=max(1, steps // LOOKS),
    )
    return config, Dataset("own", again, test, network.labels)


def holds_out(wanted: OwnClasses) -> bool:
    """Whether each class has examples enough for some to be held out."""
    return all(len(one.examples) >= HELD_OUT_OF for one in wanted.classes)


def _balanced(labels_n: NDArray[np.int64], seed: int) -> NDArray[np.intp]:
    """Return numbers of pictures in which each class comes as often as any other."""
    lots = np.random.default_rng(seed)
    most = int(np.bincount(labels_n).max())
    of_classes = []
    for label in range(int(labels_n.max()) + 1):
        numbers_n = lots.permutation(np.flatnonzero(labels_n == label))
        of_classes.append(np.resize(numbers_n, most))
    return np.stack(of_classes, axis=1).ravel()


def _split(pictures: list[NDArray[np.uint8]]) -> Split:
    counts = [len(each) for each in pictures]
    return Split(np.concatenate(pictures), np.repeat(np.arange(len(counts)), counts))
