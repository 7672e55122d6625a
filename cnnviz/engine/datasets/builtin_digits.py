"""Built-in digits: handwriting made from strokes, for a machine that is not online."""

import functools
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Lock
from typing import Final

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.datasets.digit_handwriting import choose_pens, write
from cnnviz.engine.datasets.digit_rendering import draw
from cnnviz.engine.datasets.digit_strokes_0_to_4 import WAYS_0_TO_4
from cnnviz.engine.datasets.digit_strokes_5_to_9 import WAYS_5_TO_9
from cnnviz.engine.datasets.split import Dataset, Pictures, Split
from cnnviz.engine.datasets.stroke_types import Way
from cnnviz.engine.images.preparation import DIGIT_SIZE

WAYS: Final[tuple[Way, ...]] = WAYS_0_TO_4 + WAYS_5_TO_9

LABELS: Final = tuple("0123456789")

BUILTIN: Final = "builtin"

# As many as MNIST teaches with; made in about 4 seconds. LeNet-5 reads MNIST better the
# more it has seen: taught by a third of these, it misreads one more digit in 70.
TRAINING_PICTURES: Final = 60_000
TEST_PICTURES: Final = 5_000


class _Abandoned(Exception):
    """Nobody wants the digits any more."""


def generate_digits(
    count: int, seed: int = 0, *, is_cancelled: Callable[[], bool] = lambda: False
) -> Split:
    """Make digits: as many of each class as of any other, in random order.

    Each is written in one of several ways (a 7 with or without a bar), by a hand that
    slants, hurries and presses in its own manner, and prepared as MNIST's digits were:
    20 pixels long, centre of mass in the middle of 28 x 28.

    Parameters
    ----------
    count
        How many, 0 or more.
    seed
        The same seed gives the same pictures, 0 or more.
    is_cancelled
        Asked some twenty times on the way; only `make_ahead` has one.

    Returns
    -------
    Split
        ``count`` pictures of 28 x 28 with their labels.

    Examples
    --------
    >>> split = generate_digits(20, seed=1)
    >>> split.images_nhw.shape, np.bincount(split.labels_n).tolist()
    ((20, 28, 28), [2, 2, 2, 2, 2, 2, 2, 2, 2, 2])
    """
    # Named, because what default_rng() means may change.
    rng = np.random.Generator(np.random.PCG64(seed))
    labels_n = np.arange(count, dtype=np.int64) % len(LABELS)
    rng.shuffle(labels_n)
    ways_n = choose_ways(labels_n, rng)
    images_nhw = np.zeros((count, DIGIT_SIZE, DIGIT_SIZE), dtype=np.uint8)
    for index, way in enumerate(WAYS):
        if is_cancelled():
            raise _Abandoned
        places = np.flatnonzero(ways_n == index)
        path, segment_starts = write(way, len(places), rng)
        pens = choose_pens(len(places), len(segment_starts), rng)
        images_nhw[places] = draw(path, segment_starts, pens)
    return Split(images_nhw, labels_n)


def choose_ways(
    labels_n: NDArray[np.int64], rng: np.random.Generator
) -> NDArray[np.intp]:
    """Return for each label the index in ``WAYS`` of a way to write it."""
    ways_n = np.empty(len(labels_n), dtype=np.intp)
    for digit in range(len(LABELS)):
        own = [index for index, way in enumerate(WAYS) if way.digit == digit]
        shares = np.array([WAYS[index].share for index in own])
        places = np.flatnonzero(labels_n == digit)
        chosen = rng.choice(len(own), size=len(places), p=shares / shares.sum())
        ways_n[places] = np.array(own)[chosen]
    return ways_n


@functools.cache
def builtin_dataset() -> Dataset:
    """Return the built-in digits: always the same ones, made once a session."""
    return Dataset(BUILTIN, _made(1), _made(2), LABELS)


def make_ahead(is_cancelled: Callable[[], bool]) -> None:
    """Make the built-in digits for those who ask later; give up when told to.

    Who asks meanwhile waits for them, and makes them after one who gave up.
    """
    with suppress(_Abandoned):
        for seed in _COUNTS:
            _made(seed, is_cancelled)


_COUNTS: Final = {1: TRAINING_PICTURES, 2: TEST_PICTURES}
_MAKING: Final = {seed: Lock() for seed in _COUNTS}
_kept: Final[dict[int, Split]] = {}


def _made(seed: int, is_cancelled: Callable[[], bool] = lambda: False) -> Split:
    """Return the digits of one of the two seeds, made by whoever asks first."""
    with _MAKING[seed]:
        if seed not in _kept:
            count = _COUNTS[seed]
            _kept[seed] = generate_digits(count, seed, is_cancelled=is_cancelled)
        return _kept[seed]


def load_builtin(_folder: Path | None) -> Dataset:
    """Return the built-in digits; no folder holds them."""
    return builtin_dataset()


@functools.cache
def builtin_test_pictures() -> Pictures:
    """Return the test pictures alone: the training ones would take seconds to make."""
    split = _made(2)
    return Pictures("test", split.images_nhw[:, np.newaxis], split.labels_n)
