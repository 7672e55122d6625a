"""Numbers that are made of single numbers: of one, of a vector, of branches."""

from collections.abc import Mapping, Sequence

import numpy as np

from cnnviz.engine.convolution.activation.activations import ActivationSpec, activate
from cnnviz.engine.networks.layers import (
    Activation,
    Add,
    BatchNorm,
    Concatenate,
    Dropout,
    Flatten,
    Linear,
    LocalResponseNorm,
    RadialBasis,
    ScaledTanh,
)
from cnnviz.engine.networks.layers.layer_spec import Array
from cnnviz.engine.networks.layers.normalization import mean_and_variance
from cnnviz.engine.networks.units.parts import At, Parts, Products, Read, Term

Weights = Mapping[str, Array]


def activation(
    layer: Activation, read: Sequence[Read], _weights: Weights, at: At
) -> Parts:
    """Return the number that a function is taken of; of softmax, every exponential."""
    (given,) = read
    if layer.kind == "softmax":
        return _softmax(given, at)
    term = _term(given, at)
    spec = ActivationSpec(kind=layer.kind, slope=layer.slope)
    value = float(activate(np.array([term.value]), spec)[0])
    facts: dict[str, float | str] = {"function": layer.kind}
    if layer.kind == "leaky_relu":
        facts["slope"] = layer.slope
    return Parts(value=value, facts=facts, terms=(term,))


def _softmax(given: Read, at: At) -> Parts:
    """Return the exponential of every channel at a place, less the largest number.

    Less it, because no exponential is then too large; the shares are the same.
    """
    _, *place = at
    column = np.array([map_[tuple(place)] for map_ in given.values], np.float64)
    largest = float(column.max())
    parts = np.exp(column - largest)
    terms = tuple(
        Term(given.layer, (channel, *place), float(value), None, float(part))
        for channel, (value, part) in enumerate(zip(column, parts, strict=True))
    )
    total = float(parts.sum())
    return Parts(
        value=float(parts[at[0]]) / total,
        facts={"function": "softmax", "largest": largest, "sum": total},
        terms=terms,
    )


def scaled_tanh(
    layer: ScaledTanh, read: Sequence[Read], _weights: Weights, at: At
) -> Parts:
    """Return the number that LeCun's tanh is taken of."""
    term = _term(read[0], at)
    value = layer.amplitude * float(np.tanh(layer.steepness * term.value))
    facts = {"amplitude": layer.amplitude, "steepness": layer.steepness}
    return Parts(value=value, facts=facts, terms=(term,))


def dropout(layer: Dropout, read: Sequence[Read], _weights: Weights, at: At) -> Parts:
    """Return the number itself: after training none is left out."""
    term = _term(read[0], at)
    return Parts(value=term.value, facts={"rate": layer.rate}, terms=(term,))


def flatten(_layer: Flatten, read: Sequence[Read], _weights: Weights, at: At) -> Parts:
    """Return the cell of the maps that a number of the vector is."""
    (given,) = read
    places = np.unravel_index(at[0], given.values.shape)
    term = _term(given, tuple(int(place) for place in places))
    return Parts(value=term.value, terms=(term,))


def batch_norm(
    layer: BatchNorm, read: Sequence[Read], weights: Weights, at: At
) -> Parts:
    """Return the number with its channel's mean and variance, scale and shift.

    ``statistics`` says whose mean and variance they are: ``running`` ones, or those of
    the ``batch``, as while training.
    """
    term = _term(read[0], at)
    mean, variance, scale, shift = (
        float(values[at[0]])
        for values in (
            *mean_and_variance(weights),
            weights["weight"],
            weights["bias"],
        )
    )
    normalized = (term.value - mean) / (variance + layer.epsilon) ** 0.5
    return Parts(
        value=normalized * scale + shift,
        facts={
            "statistics": "batch" if "batch_mean" in weights else "running",
            "mean": mean,
            "variance": variance,
            "epsilon": layer.epsilon,
            "normalized": normalized,
            "scale": scale,
            "shift": shift,
        },
        terms=(term,),
    )


def local_response_norm(
    layer: LocalResponseNorm, read: Sequence[Read], _weights: Weights, at: At
) -> Parts:
    """Return the squares of the neighbouring channels at the same place."""
    (given,) = read
    channel, *place = at
    first = max(channel - layer.size // 2, 0)
    end = min(channel - layer.size // 2 + layer.size, len(given.values))
    terms = []
    for neighbour in range(first, end):
        value = float(given.values[neighbour, *place])
        terms.append(Term(given.layer, (neighbour, *place), value, None, value**2))
    squares = sum(term.part for term in terms)
    divisor = (layer.k + layer.alpha / layer.size * squares) ** layer.beta
    value = float(given.values[at])
    return Parts(
        value=value / divisor,
        facts={
            "input": value,
            "squares": squares,
            "k": layer.k,
            "alpha": layer.alpha,
            "size": layer.size,
            "beta": layer.beta,
            "divisor": divisor,
        },
        terms=tuple(terms),
    )


def linear(layer: Linear, read: Sequence[Read], weights: Weights, at: At) -> Parts:
    """Return every number of the layer before, times its weight."""
    (given,) = read
    values = given.values.astype(np.float64)
    row = weights["weight"][at[0]].astype(np.float64)
    terms = Products(given.layer, values, row, values * row)
    bias = float(weights["bias"][at[0]]) if layer.bias else 0.0
    value = float(terms.parts.sum()) + bias
    return Parts(
        value=value, facts={"bias": bias, "before_activation": value}, terms=terms
    )


def radial_basis(
    _layer: RadialBasis, read: Sequence[Read], weights: Weights, at: At
) -> Parts:
    """Return the squared difference of every number from its place in the code."""
    (given,) = read
    values = given.values.astype(np.float64)
    code = weights["codes"][at[0]].astype(np.float64)
    terms = Products(given.layer, values, code, (values - code) ** 2)
    return Parts(value=float(terms.parts.sum()), terms=terms)


def add(_layer: Add, read: Sequence[Read], _weights: Weights, at: At) -> Parts:
    """Return the number of each branch at the place."""
    terms = tuple(_term(given, at) for given in read)
    return Parts(value=sum(term.value for term in terms), terms=terms)


def concatenate(
    _layer: Concatenate, read: Sequence[Read], _weights: Weights, at: At
) -> Parts:
    """Return the one number of the branch that the channel comes from."""
    channel, *place = at
    for given in read:
        if channel < len(given.values):
            break
        channel -= len(given.values)
    term = _term(given, (channel, *place))
    return Parts(value=term.value, terms=(term,))


def _term(given: Read, at: At) -> Term:
    """Return a number that is taken as it is."""
    value = float(given.values[at])
    return Term(given.layer, at, value, None, value)
