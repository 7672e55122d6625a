"""What one number of a layer is made of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import overload

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.networks.layers.layer_spec import Array

Floats = NDArray[np.float64]

At = tuple[int, ...]
"""Channel, row and column of a number in maps; its index in a vector. From 0."""

NO_CELL = -1
"""Where a row or column of a window lies in the padding, and copies no cell."""


@dataclass(frozen=True, slots=True, eq=False)
class Read:
    """The output of a layer (or the picture) that another layer reads."""

    layer: str
    values: Array


@dataclass(frozen=True, slots=True)
class Term:
    """One number that is read, and what it adds.

    Attributes
    ----------
    layer, at
        The layer that made it (``input``: the picture), and which of its numbers it is.
    value
        The number.
    weight
        What it is multiplied or compared with; ``None`` where it is taken as it is.
    part
        What it adds: a product, a square, or itself.
    """

    layer: str
    at: At
    value: float
    weight: float | None
    part: float


@dataclass(frozen=True, slots=True, eq=False)
class Products(Sequence[Term]):
    """The numbers of a whole vector, each with its weight, as terms made when asked for.

    A unit of a large network reads ten thousand.

    Attributes
    ----------
    layer
        The layer that made them.
    values, weights, parts
        What `Term` says of each.
    """

    layer: str
    values: Floats
    weights: Floats
    parts: Floats

    def __len__(self) -> int:
        return len(self.values)

    @overload
    def __getitem__(self, index: int) -> Term: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[Term]: ...

    def __getitem__(self, index: int | slice) -> Term | Sequence[Term]:
        if isinstance(index, slice):
            return [self[place] for place in range(*index.indices(len(self)))]
        place = range(len(self))[index]
        numbers = self.values, self.weights, self.parts
        value, weight, part = (float(each[place]) for each in numbers)
        return Term(self.layer, (place,), value, weight, part)


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Window:
    """The cells of one input map that a number is made of.

    Attributes
    ----------
    layer, channel
        The layer that made the map, and which of its maps it is.
    rows, columns
        Which row, and which column, of the map each one of the window is; `NO_CELL` in
        the padding.
    cells_hw
        What they hold; not a number where a cell takes no part.
    kernel_hw
        What each is multiplied with; ``None`` where nothing is.
    total
        Their sum, or the one that is chosen.
    chosen
        Row and column in the window of the one that is chosen, where one is.
    """

    layer: str
    channel: int
    rows: tuple[int, ...]
    columns: tuple[int, ...]
    cells_hw: Floats
    kernel_hw: Floats | None = None
    total: float
    chosen: tuple[int, int] | None = None

    @property
    def products_hw(self) -> Floats | None:
        """Cells times kernel; ``None`` where there is no kernel."""
        return None if self.kernel_hw is None else self.cells_hw * self.kernel_hw

    def source(self, row: int, column: int) -> At | None:
        """Return which number of the map a cell of the window is; ``None``: padding."""
        at = self.rows[row], self.columns[column]
        return None if NO_CELL in at else (self.channel, *at)


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Parts:
    """What one number is made of, in the way of its layer's kind.

    Attributes
    ----------
    value
        The number, computed from the parts in double precision.
    facts
        Numbers that take part beside those that are read, by what they are called:
        ``bias``, ``mean``, ``variance`` ... in the order in which they are used.
    windows, terms
        What is read: cells under a window, or numbers one by one.
    """

    value: float
    facts: Mapping[str, float | str] = field(default_factory=dict)
    windows: tuple[Window, ...] = ()
    terms: Sequence[Term] = ()
