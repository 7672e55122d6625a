"""Activations, as they are asked for, and their curves."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from cnnviz.engine.convolution.activation.functions import ACTIVATIONS, sigmoid
from cnnviz.engine.convolution.activation.kinds import (
    ActivationKind as ActivationKind,
)
from cnnviz.engine.convolution.padding import Array
from cnnviz.engine.errors import CnnvizError


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
        if self.kind not in ACTIVATIONS:
            names = ", ".join(ACTIVATIONS)
            raise CnnvizError("activation_unknown", name=self.kind, names=names)
        if not np.isfinite(self.slope):
            raise CnnvizError("slope_not_finite", slope=self.slope)


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
    of_each = ACTIVATIONS[spec.kind].of_each
    if of_each is not None:
        return of_each(sums, spec.slope).astype(np.float32)
    # Only differences count, so the largest may be 0: then nothing overflows.
    powers = np.exp(sums - sums.max(axis=0))
    return np.asarray(powers / powers.sum(axis=0), np.float32)


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
    of_each = ACTIVATIONS[spec.kind].of_each
    if of_each is not None:
        return np.asarray(of_each(at, spec.slope), np.float64)
    held = np.asarray(others, np.float64).ravel()
    if not held.size:
        return np.ones_like(at)
    # exp(x) / (exp(x) + rest) is a sigmoid moved to the right by log(rest).
    return np.asarray(sigmoid(at - np.logaddexp.reduce(held)), np.float64)


def derivative(
    sums: ArrayLike, spec: ActivationSpec, others: ArrayLike = ()
) -> NDArray[np.float64]:
    """Return the derivative of the activation.

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
    y = value(at, spec, others)
    return np.asarray(ACTIVATIONS[spec.kind].steepness(at, y, spec.slope), np.float64)
