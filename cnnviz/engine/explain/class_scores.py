"""The number of each class that is explained, and the lead of one class over another.

An explanation asks what a class's *logit* depends on: the number that softmax turns into
its probability. Unlike a probability it does not stand still where the answer is sure. The
lead of class ``a`` over ``b`` is the difference of their logits, the natural logarithm of
how many times as probable ``a`` is as ``b``.
"""

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.networks.layers import AnswerKind

if TYPE_CHECKING:
    from torch import Tensor

_LEAST: float = 1e-30
"""A probability of 0 has no logarithm."""


def logits_of(
    outputs_nk: NDArray[np.float32], answer: AnswerKind
) -> NDArray[np.float32]:
    """Return the logit of each class: the larger, the better, whatever the network answers.

    Distances with their sign turned, the logarithm of probabilities, other numbers as
    they are.

    Examples
    --------
    >>> logits_of(np.float32([[3, 1]]), "distances").tolist()
    [[-3.0, -1.0]]
    """
    match answer:
        case "distances":
            return -outputs_nk
        case "probabilities":
            return np.log(np.maximum(outputs_nk, np.float32(_LEAST)))
        case "logits" | "scores":
            return outputs_nk


def torch_logits_of(outputs_nk: "Tensor", answer: AnswerKind) -> "Tensor":
    """Return what `logits_of` returns of outputs that torch holds."""
    match answer:
        case "distances":
            return -outputs_nk
        case "probabilities":
            return outputs_nk.clamp_min(_LEAST).log()
        case "logits" | "scores":
            return outputs_nk


def leads(
    logits: NDArray[np.float32], label: int, other: int | None = None
) -> NDArray[np.float32]:
    """Return the lead of a class over another, or its logit where there is no other.

    Parameters
    ----------
    logits
        Of any shape, the classes along the last axis.
    label, other
        Classes, from 0.

    Examples
    --------
    >>> leads(np.float32([[3, 1]]), 0, 1).tolist()
    [2.0]
    """
    lead: NDArray[np.float32] = logits[..., label]
    return lead if other is None else lead - logits[..., other]


def runner_up(logits_k: NDArray[np.floating], label: int) -> int:
    """Return the class with the largest number but for one.

    Examples
    --------
    >>> runner_up(np.array([0.1, 0.7, 0.2]), 1)
    2
    """
    rest = np.array(logits_k, np.float64)
    rest[label] = -np.inf
    return int(rest.argmax())
