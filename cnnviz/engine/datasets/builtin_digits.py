"""Built-in digits: handwriting made from strokes, for a machine that is not online.

A digit is written in one of its ways (`WAYS`: a dozen and more, with names), as control
points of strokes (`handwriting.stroke_types`). A hand mixes the shapes of the way, strays,
slants and stretches (`handwriting.hands`); its tool and its speed leave tremor, hooks,
gaps and few points (`handwriting.motion`). The strokes are then drawn and prepared as a
drawing on the pad is (`handwriting.rendering`).

Version 4 knows more ways (`handwriting.european_ways`), found missing when digits of real
people were read. From version 3 on, 1s and 7s that a person would take for the other are
written anew (`handwriting.legible`). Version 1 knew 69 ways, most of them rare.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Final

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.datasets.handwriting.european_ways import EUROPEAN_WAYS
from cnnviz.engine.datasets.handwriting.hands import choose_pens, write
from cnnviz.engine.datasets.handwriting.more_ways_0_to_4 import MORE_WAYS_0_TO_4
from cnnviz.engine.datasets.handwriting.more_ways_5_to_9 import MORE_WAYS_5_TO_9
from cnnviz.engine.datasets.handwriting.rendering import draw
from cnnviz.engine.datasets.handwriting.stroke_types import Way
from cnnviz.engine.datasets.handwriting.ways_0_to_4 import WAYS_0_TO_4
from cnnviz.engine.datasets.handwriting.ways_5_to_9 import WAYS_5_TO_9
from cnnviz.engine.datasets.progress import tell, telling
from cnnviz.engine.datasets.split import Dataset, Pictures, Split
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.images.preparation import DIGIT_SIZE

WAYS: Final[tuple[Way, ...]] = (
    *WAYS_0_TO_4,
    *MORE_WAYS_0_TO_4,
    *WAYS_5_TO_9,
    *MORE_WAYS_5_TO_9,
    *EUROPEAN_WAYS,
)

# The power to which shares are raised: with 0 rare ways are as frequent as common ones.
# Between: a network reads rare ways only when it has often seen them, and people use
# the common ones.
EVENNESS: Final = 0.3

LABELS: Final = tuple("0123456789")

BUILTIN: Final = "builtin"

# As many as MNIST teaches with; made in about 3 seconds. LeNet-5 reads MNIST better the
# more it has seen: taught by a third of these, it misreads one more digit in 70.
TRAINING_PICTURES: Final = 60_000
TEST_PICTURES: Final = 5_000


def generate_digits(count: int, seed: int = 0, ways: Sequence[Way] = WAYS) -> Split:
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
    ways
        The ways of writing to choose from, each digit's among them; all that are known,
        unless some are to be left out.

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
    made = list(making_digits(count, seed, ways))
    return made[-1].split


@dataclass(frozen=True, slots=True, eq=False)
class DigitsMade:
    """How far digits are made.

    Attributes
    ----------
    split
        All of them; those not made yet are blank paper. The very arrays that are being
        written: to look at, until the next is asked for.
    new_n
        Which pictures were made last, all in one way of writing.
    done
        How many are made.
    """

    split: Split
    new_n: NDArray[np.intp]
    done: int


def making_digits(
    count: int, seed: int = 0, ways: Sequence[Way] = WAYS
) -> Iterator[DigitsMade]:
    """Make digits as `generate_digits` does, and yield after each way that is written.

    The last one has all of them. Stop by not asking for more.

    Examples
    --------
    >>> made = list(making_digits(200, seed=1))
    >>> made[-1].done, len(made) <= len(WAYS)
    (200, True)
    """
    # Named, because what default_rng() means may change.
    rng = np.random.Generator(np.random.PCG64(seed))
    labels_n = np.arange(count, dtype=np.int64) % len(LABELS)
    rng.shuffle(labels_n)
    ways_n = choose_ways(labels_n, rng, ways)
    images_nhw = np.zeros((count, DIGIT_SIZE, DIGIT_SIZE), dtype=np.uint8)
    done = 0
    for index, way in enumerate(ways):
        places = np.flatnonzero(ways_n == index)
        if not len(places):
            continue
        path, segment_starts = write(way, len(places), rng)
        pens = choose_pens(len(places), len(segment_starts), rng)
        images_nhw[places] = draw(path, segment_starts, pens)
        done += len(places)
        yield DigitsMade(Split(images_nhw, labels_n), places, done)
    if not count:
        yield DigitsMade(Split(images_nhw, labels_n), np.empty(0, np.intp), 0)


def choose_ways(
    labels_n: NDArray[np.int64],
    rng: np.random.Generator,
    ways: Sequence[Way] = WAYS,
) -> NDArray[np.intp]:
    """Return for each label the index in ``ways`` of a way to write it."""
    ways_n = np.empty(len(labels_n), dtype=np.intp)
    for digit in range(len(LABELS)):
        own = [index for index, way in enumerate(ways) if way.digit == digit]
        shares = np.array([ways[index].share for index in own]) ** EVENNESS
        places = np.flatnonzero(labels_n == digit)
        chosen = rng.choice(len(own), size=len(places), p=shares / shares.sum())
        ways_n[places] = np.array(own)[chosen]
    return ways_n


def builtin_dataset() -> Dataset:
    """Return the built-in digits: always the same ones, made once a session.

    Raises
    ------
    CnnvizError
        ``reading_cancelled``, see `cnnviz.engine.datasets.progress`.
    """
    made, before = list[Split](), 0
    for seed, count in _counts().items():
        made.append(_made(seed, before))
        before += count
    train, test = made
    return Dataset(BUILTIN, train, test, LABELS)


def make_ahead(is_cancelled: Callable[[], bool]) -> None:
    """Make the built-in digits for those who ask later; give up when told to.

    Who asks meanwhile waits for them, and makes them after one who gave up.
    """
    with suppress(CnnvizError), telling(is_cancelled=is_cancelled):
        builtin_dataset()


def _counts() -> dict[int, int]:
    """Return how many digits are made of each of the two seeds."""
    return {1: TRAINING_PICTURES, 2: TEST_PICTURES}


_MAKING: Final = {seed: Lock() for seed in _counts()}
_kept: Final[dict[tuple[int, int], Split]] = {}
"""What was made, by seed and count."""

_so_far: Final[dict[int, DigitsMade]] = {}
_PATIENCE_S: Final = 0.05


def digits_so_far() -> DigitsMade | None:
    """Return how far the training pictures are, whoever makes them; ``None`` before that."""
    return _so_far.get(next(iter(_counts())))


def _made(seed: int, before: int = 0) -> Split:
    """Return the digits of one of the two seeds, made by whoever asks first."""
    counts = _counts()
    key, total = (seed, counts[seed]), sum(counts.values())
    while not _MAKING[seed].acquire(timeout=_PATIENCE_S):
        so_far = _so_far.get(seed)  # made by another thread
        tell(before + (0 if so_far is None else so_far.done), total)
    try:
        if key not in _kept:
            for digits in making_digits(counts[seed], seed):
                _so_far[seed] = digits
                tell(before + digits.done, total)
            _kept[key] = digits.split
        return _kept[key]
    finally:
        _so_far.pop(seed, None)
        _MAKING[seed].release()


def load_builtin(_folder: Path | None) -> Dataset:
    """Return the built-in digits; no folder holds them."""
    return builtin_dataset()


def builtin_test_pictures() -> Pictures:
    """Return the test pictures alone: the training ones would take seconds to make."""
    split = _made(2)
    return Pictures("test", split.images_nhw[:, np.newaxis], split.labels_n)
