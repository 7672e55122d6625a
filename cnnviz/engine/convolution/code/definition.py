"""The definition of a convolution with its indices, general and filled in for one step."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cnnviz.engine.convolution.expression import ChannelPart
    from cnnviz.engine.convolution.walk import Walk

_TAPS = "m", "n"
_SIGMA = "Σₘ Σₙ"
_SIGMA_FLAT = "Σₘ"


@dataclass(frozen=True, slots=True)
class Term:
    """One product: ``x[13, 14] · w[0, 1]``, and its numbers."""

    picture: str
    weight: str
    value: float
    factor: float


@dataclass(frozen=True, slots=True)
class Definition:
    """A sum as mathematics writes it; indices count from 0.

    Attributes
    ----------
    general
        For every output cell, with the settings as numbers.
    here
        The same with the indices of one output cell.
    terms
        The products of one channel, in the order of the weights as they were set.
    is_turned
        Whether the kernel is turned: true convolution, and not correlation.
    """

    general: str
    here: str
    terms: tuple[Term, ...]
    is_turned: bool


def definition_of(walk: "Walk", part: "ChannelPart") -> Definition:
    """Return the definition behind one number of an operation with weights.

    Parameters
    ----------
    walk
        The operation, and which of its output cells.
    part
        The products of one input channel, with weights, written out.

    Examples
    --------
    >>> import numpy as np
    >>> from cnnviz.engine.convolution.operations import SignalConvolution
    >>> from cnnviz.engine.convolution.spec import SignalSpec
    >>> from cnnviz.engine.convolution.walk import Walk
    >>> made = SignalConvolution(np.arange(5.0), np.array([1.0, 2.0]), SignalSpec(flip=True))
    >>> walk = Walk(made, position=2)
    >>> found = definition_of(walk, made.expression(walk.step).parts[0])
    >>> found.general, found.here
    ('y[i] = Σₘ x[i + 1 − m] · w[m]', 'y[2] = Σₘ x[3 − m] · w[m]')
    >>> [(term.picture, term.weight, term.value) for term in found.terms]
    [('x[3]', 'w[0]', 3.0), ('x[2]', 'w[1]', 2.0)]
    """
    operation = walk.operation
    geometry, turned = walk.geometry, operation.is_turned
    axes = (1,) if operation.traits.is_flat else (0, 1)
    name = "x" if geometry.stretch == (1, 1) else "x′"
    taps = _TAPS[: len(axes)]
    general, here = [], []
    for axis, tap, index in zip(axes, taps, ("i", "j"), strict=False):
        stride, apart = geometry.stride[axis], geometry.dilation[axis]
        start = -(geometry.top, geometry.left)[axis]
        if turned:
            start += apart * (geometry.kernel[axis] - 1)
        moving = f"{_times(stride)}{index}" + _plus(start)
        first = str(stride * walk.cell[axis] + start).replace("-", "−")
        way = f" {'−' if turned else '+'} {_times(apart)}{tap}"
        general.append(moving + way)
        here.append(first + way)
    sigma = _SIGMA_FLAT if len(axes) == 1 else _SIGMA
    channels = "c, " if operation.input_chw.shape[0] > 1 else ""
    sigma = f"Σ꜀ {sigma}" if channels else sigma
    bias = "" if walk.step.bias == 0 else " + b"
    weight = f"w[{channels}{', '.join(taps)}]"
    cell = ", ".join(str(walk.cell[axis]) for axis in axes)
    letters = ", ".join(("i", "j")[: len(axes)])
    return Definition(
        general=f"y[{letters}] = {sigma} {name}[{channels}{', '.join(general)}] · {weight}"
        f"{bias}",
        here=f"y[{cell}] = {sigma} {name}[{channels}{', '.join(here)}] · {weight}{bias}",
        terms=tuple(_terms(walk, part, name)),
        is_turned=turned,
    )


def _terms(walk: "Walk", part: "ChannelPart", name: str) -> Iterator[Term]:
    """Yield the products, weight by weight as they were set."""
    assert part.weights_hw is not None
    geometry, flat = walk.geometry, walk.operation.traits.is_flat
    rows, columns = part.size
    many = walk.operation.input_chw.shape[0] > 1
    channel = [part.channel] if many else []
    top, left = geometry.corner(*walk.cell)
    down, across = geometry.dilation
    for m in range(rows):
        for n in range(columns):
            i, j = (m, n)
            if walk.operation.is_turned:
                i, j = rows - 1 - m, columns - 1 - n
            place = [top + i * down, left + j * across]
            weight = [m, n]
            yield Term(
                _indexed(name, [*channel, *(place[1:] if flat else place)]),
                _indexed("w", [*channel, *(weight[1:] if flat else weight)]),
                float(part.values_hw[i, j]),
                float(part.weights_hw[i, j]),
            )


def _indexed(name: str, places: list[int]) -> str:
    inside = ", ".join(str(place).replace("-", "−") for place in places)
    return f"{name}[{inside}]"


def _times(count: int) -> str:
    return "" if count == 1 else str(count)


def _plus(count: int) -> str:
    if count == 0:
        return ""
    return f" {'+' if count > 0 else '−'} {abs(count)}"
