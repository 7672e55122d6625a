"""A sum at a glance: its terms that are not 0, and what is folded of the others."""

from dataclasses import dataclass

import numpy as np

from cnnviz.engine.convolution.expression import ChannelPart
from cnnviz.engine.convolution.spec import Pair


@dataclass(frozen=True, slots=True)
class Term:
    """One product of a sum.

    Attributes
    ----------
    cell
        Row and column in the window.
    value, weight, product
        A cell of the window, what it is multiplied with, and what comes of that.
    running
        The sum of the terms up to this one.
    """

    cell: Pair
    value: float
    weight: float
    product: float
    running: float


@dataclass(frozen=True, slots=True)
class Glance:
    """The terms that are seen, and what is folded.

    Attributes
    ----------
    terms
        In reading order: all that are not 0, or the largest of them.
    zeros
        How many products are 0.
    others, others_total
        How many more there are that are not 0, and what they give together.
    """

    terms: tuple[Term, ...] = ()
    zeros: int = 0
    others: int = 0
    others_total: float = 0.0

    @property
    def is_whole(self) -> bool:
        """Whether every product is seen."""
        return not self.zeros and not self.others


def glance(part: ChannelPart, most: int) -> Glance:
    """Return what is seen at a glance of a sum of products.

    Parameters
    ----------
    part
        With weights.
    most
        How many terms there is room for.

    Examples
    --------
    Of 2·3 + 0·5 + 4·(-1), two terms have room::

        glance(part, 2).terms    # 2·3 = 6, running 6; 4·(-1) = -4, running 2
        glance(part, 2).zeros    # 1
    """
    assert part.weights_hw is not None
    values = np.asarray(part.values_hw, np.float64).ravel()
    weights = np.asarray(part.weights_hw, np.float64).ravel()
    products = values * weights
    there = np.flatnonzero(products)
    zeros, all_there = products.size - there.size, there
    if there.size > most:
        by_size = np.argsort(-np.abs(products[there]), kind="stable")
        there = there[np.sort(by_size[:most])]
    columns = part.values_hw.shape[1]
    running = np.cumsum(products[there]).tolist()
    terms = tuple(
        Term(divmod(index, columns), *numbers)
        for index, *numbers in zip(
            there.tolist(),
            values[there].tolist(),
            weights[there].tolist(),
            products[there].tolist(),
            running,
            strict=True,
        )
    )
    others = all_there.size - there.size
    rest = float(products.sum() - products[there].sum()) if others else 0.0
    return Glance(terms, zeros, others, rest)
