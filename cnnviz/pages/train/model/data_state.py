"""What the Data tool shows: the data of the recipe, once they have been read."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.datasets.choice.data_use import ALL_DATA, DataUse
from cnnviz.engine.datasets.split import Dataset, Split
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.networks.layers import Network


@dataclass(frozen=True, slots=True)
class DataQuestion:
    """Which data are looked at.

    Attributes
    ----------
    data
        A key, a path, or a mixture.
    network
        What is to learn from them: pictures of a folder are brought to its size.
    use
        Which of the pictures a run has.
    """

    data: str
    network: Network
    use: DataUse = ALL_DATA


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class DataSeen:
    """What was read.

    Attributes
    ----------
    dataset
        As a run has it.
    counts
        Pictures of each class, ``splits x classes``.
    misfit
        Why the network cannot learn from it, if so.
    fitting
        The titles of networks that can, where this one cannot.
    """

    dataset: Dataset
    counts: NDArray[np.int64]
    misfit: CnnvizError | None = None
    fitting: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class DataReading:
    """How far reading is.

    Attributes
    ----------
    done, total
        Bytes of a file, or pictures; 0 before it is known.
    early
        Pictures that are there already, where some can be seen.
    """

    done: int = 0
    total: int = 0
    early: Split | None = None


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class DataState:
    """What there is to see.

    Attributes
    ----------
    asked
        Whose data these are; ``None`` before the first look.
    reading
        How far they are read, while they are.
    seen
        The data; ``None`` before, or where they cannot be had.
    problem
        Why they cannot be had.
    """

    asked: DataQuestion | None = None
    reading: DataReading | None = None
    seen: DataSeen | None = None
    problem: CnnvizError | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnDrawings:
    """The collection of own drawings.

    Attributes
    ----------
    counts
        How many each class has, by its name.
    """

    counts: dict[str, int] = field(default_factory=dict)
