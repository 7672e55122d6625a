"""What happens to a sum before it becomes an output: activations and their curves."""

from dataclasses import dataclass
from typing import Final, Literal, TypeVar, get_args

import numpy as np
from numpy.typing import ArrayLike, NDArray

from cnnviz.engine.convolution.padding import Array
from cnnviz.engine.errors import CnnvizError

ActivationKind = Literal["none", "relu", "leaky_relu", "sigmoid", "tanh", "softmax"]

FUNCTION_NAMES: Final[dict[ActivationKind, str]] = {
    "none": "none",
    "relu": "ReLU",
    "leaky_relu": "leaky ReLU",
    "sigmoid": "sigmoid",
    "tanh": "tanh",
    "softmax": "softmax",
}
"""What an activation is called in a formula, in every language."""

_Float = TypeVar("_Float", np.float32, np.float64)


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivationSpec:
    """Which activation, validated on construction.

    Attributes
    ----------
    kind
        Its name. ``softmax`` compares the channels of one cell with each other; the
        others look at each number by itself.
    slope
        What ``leaky_relu`` multiplies a negative number with (torch's default 0.01).

    Raises
    ------
    CnnvizError
        ``activation_unknown`` or ``slope_not_finite``.

    Examples
    --------
    >>> ActivationSpec(kind="leaky_relu").slope
    0.01
    """

    kind: ActivationKind = "none"
    slope: float = 0.01

    def __post_init__(self) -> None:
        if self.kind not in get_args(ActivationKind):
            names = ", ".join(get_args(ActivationKind))
            raise CnnvizError("activation_unknown", name=self.kind, names=names)
        if not np.isfinite(self.slope):
            raise CnnvizError("slope_not_finite", slope=self.slope)


def largest_output(kind: ActivationKind) -> float | None:
    """Return the number that no output of an activation exceeds; ``None`` if none.

    Examples
    --------
    >>> largest_output("sigmoid"), largest_output("relu")
    (1.0, None)
    """
    return 1.0 if kind in ("sigmoid", "tanh", "softmax") else None


def activate(sums_chw: Array, spec: ActivationSpec) -> NDArray[np.float32]:
    """Return the numbers after the activation.

    Parameters
    ----------
    sums_chw
        Finite numbers; the first axis is the channels, any number of axes may follow.
    spec
        The activation.

    Returns
    -------
    ndarray
        float32 of the same shape, a new array.

    Examples
    --------
    >>> activate(np.array([-2.0, 3.0]), ActivationSpec(kind="relu")).tolist()
    [0.0, 3.0]
    >>> activate(np.array([1000.0, 1000.0]), ActivationSpec(kind="softmax")).tolist()
    [0.5, 0.5]
    """
    sums = np.asarray(sums_chw, np.float32)
    if spec.kind == "softmax":
        # Only differences count, so the largest may be 0: then nothing overflows.
        powers = np.exp(sums - sums.max(axis=0))
        return np.asarray(powers / powers.sum(axis=0), np.float32)
    return _each(sums, spec).astype(np.float32)


def value(
    sums: ArrayLike, spec: ActivationSpec, others: ArrayLike = ()
) -> NDArray[np.float64]:
    """Return points of the activation's curve.

    Parameters
    ----------
    sums
        Where on the horizontal axis: one number or an array of them.
    spec
        The activation.
    others
        For ``softmax``: the sums of the other channels of the same cell, held still
        while this one moves. Without any, the only channel has all the probability.

    Returns
    -------
    ndarray
        float64, of the shape of ``sums``.

    Examples
    --------
    >>> float(value(0, ActivationSpec(kind="softmax"), others=[0, 0, 0]))
    0.25
    """
    at = np.asarray(sums, np.float64)
    if spec.kind != "softmax":
        return _each(at, spec)
    held = np.asarray(others, np.float64).ravel()
    if not held.size:
        return np.ones_like(at)
    # exp(x) / (exp(x) + rest) is a sigmoid moved to the right by log(rest).
    return _sigmoid(at - _log_of_sum(held))


def derivative(
    sums: ArrayLike, spec: ActivationSpec, others: ArrayLike = ()
) -> NDArray[np.float64]:
    """Return how steep the activation's curve is.

    At the bend of ``relu`` and ``leaky_relu`` it is the derivative of the left side,
    as in torch.

    Parameters
    ----------
    sums, spec, others
        As for `value`.

    Returns
    -------
    ndarray
        float64, of the shape of ``sums``.

    Examples
    --------
    >>> derivative([-1, 0, 1], ActivationSpec(kind="relu")).tolist()
    [0.0, 0.0, 1.0]
    """
    at = np.asarray(sums, np.float64)
    if spec.kind == "none":
        return np.ones_like(at)
    if spec.kind in ("relu", "leaky_relu"):
        left = spec.slope if spec.kind == "leaky_relu" else 0.0
        return np.where(at > 0, 1.0, left)
    y = value(at, spec, others)
    return np.asarray(1 - y**2 if spec.kind == "tanh" else y * (1 - y))


def _each(sums: NDArray[_Float], spec: ActivationSpec) -> NDArray[_Float]:
    """Return a function of each number by itself, in a new array of the same type."""
    if spec.kind == "relu":
        return np.maximum(sums, 0)
    if spec.kind == "leaky_relu":
        # Not a maximum of both: that would be wrong for slopes above 1.
        return np.where(sums > 0, sums, sums * sums.dtype.type(spec.slope))
    if spec.kind == "sigmoid":
        return _sigmoid(sums)
    return np.tanh(sums) if spec.kind == "tanh" else sums.copy()


def _sigmoid(sums: NDArray[_Float]) -> NDArray[_Float]:
    # exp of a negative number only: it can become 0, never infinity.
    small = np.exp(-np.abs(sums))
    values: NDArray[_Float] = np.where(sums >= 0, 1, small) / (1 + small)
    return values


def _log_of_sum(numbers: NDArray[np.float64]) -> float:
    top = numbers.max()
    return float(top + np.log(np.exp(numbers - top).sum()))
