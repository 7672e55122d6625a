"""What the tool Own classes shows besides the collection itself."""

from dataclasses import dataclass, replace

import numpy as np

from cnnviz.engine.datasets.own.collection import OwnClasses
from cnnviz.engine.errors import CnnvizError
from cnnviz.state.current_network import CurrentNetwork


@dataclass(frozen=True, slots=True, eq=False)
class Learned:
    """A network of own classes.

    Attributes
    ----------
    network
        As it answers.
    classes
        What it was trained on.
    held_out
        How many examples its accuracy is of.
    seconds
        What the training took; 0 of one from a file.
    percent
        How much of the training there was time for.
    """

    network: CurrentNetwork
    classes: OwnClasses
    held_out: int = 0
    seconds: float = 0.0
    percent: int = 100

    def is_of(self, classes: OwnClasses) -> bool:
        """Whether nothing has changed since."""
        return same_classes(self.classes, classes)


@dataclass(frozen=True, slots=True, eq=False)
class OwnState:
    """What is going on, and what came of it.

    Attributes
    ----------
    is_loaded
        Whether it is known what was kept.
    learned
        The newest network; ``None`` before the first.
    step, steps
        Of the training that goes; 0 of 0 while none does.
    is_training
        Whether one does.
    is_reading
        Whether files are being read.
    problem
        Why the last thing that was asked for could not be done.
    saved
        Name of the file that was written last.
    refused
        How many pictures of the last ones could not be read.
    """

    is_loaded: bool = False
    learned: Learned | None = None
    step: int = 0
    steps: int = 0
    is_training: bool = False
    is_reading: bool = False
    problem: CnnvizError | None = None
    saved: str = ""
    refused: int = 0

    def without_words(self) -> "OwnState":
        """Say nothing of what was asked for before."""
        return replace(self, problem=None, saved="", refused=0)


def same_classes(one: OwnClasses, other: OwnClasses) -> bool:
    """Whether two collections have the same names and pictures."""
    if one is other:
        return True
    if one.names != other.names:
        return False
    return all(
        len(mine.examples) == len(theirs.examples)
        and all(
            a is b or np.array_equal(a.digit_hw, b.digit_hw)
            for a, b in zip(mine.examples, theirs.examples, strict=True)
        )
        for mine, theirs in zip(one.classes, other.classes, strict=True)
    )
