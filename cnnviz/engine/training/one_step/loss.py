"""The loss of a batch, as numbers: softmax, targets and the price of each class."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.networks.layers.layer_spec import Array


@dataclass(frozen=True, slots=True, eq=False)
class Loss:
    """Cross-entropy, with everything that it is made of; float64, ``N x classes``.

    Attributes
    ----------
    logits_nk
        What softmax makes the probabilities of.
    probabilities_nk
        Softmax of the logits.
    targets_nk
        What the probabilities should be: 1 for the right class, less with smoothing.
    terms_nk
        What each class adds to its picture's loss: ``-target * log(probability)``.
    """

    logits_nk: NDArray[np.float64]
    probabilities_nk: NDArray[np.float64]
    targets_nk: NDArray[np.float64]
    terms_nk: NDArray[np.float64]

    @property
    def losses_n(self) -> NDArray[np.float64]:
        """The loss of each picture."""
        return np.asarray(self.terms_nk.sum(axis=1))

    @property
    def value(self) -> float:
        """The loss of the batch: the mean of its pictures'."""
        return float(self.losses_n.mean())

    @property
    def gradients_nk(self) -> NDArray[np.float64]:
        """How the batch's loss changes with each logit: ``(p - target) / N``."""
        difference = self.probabilities_nk - self.targets_nk
        return np.asarray(difference / len(difference))


def loss_of(logits_nk: Array, labels_n: NDArray[np.int64], smoothing: float) -> Loss:
    """Return the cross-entropy of a batch.

    Parameters
    ----------
    logits_nk
        One number a class.
    labels_n
        The right class of each picture, counted from 0.
    smoothing
        Share of the probability that all classes get alike.

    Examples
    --------
    >>> even = loss_of(np.zeros((1, 2)), np.array([1]), 0.0)
    >>> even.probabilities_nk.tolist(), round(even.value, 3), even.gradients_nk.tolist()
    ([[0.5, 0.5]], 0.693, [[0.5, -0.5]])
    """
    logits = np.asarray(logits_nk, np.float64)
    classes = logits.shape[1]
    # Weights that are no numbers any more give a loss that is none: that is shown.
    with np.errstate(invalid="ignore", over="ignore"):
        shifted = logits - logits.max(axis=1, keepdims=True)
        logs = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
        targets = np.full_like(logits, smoothing / classes)
        targets[np.arange(len(labels_n)), labels_n] += 1 - smoothing
        terms = np.where(targets == 0, 0.0, -targets * logs)
        return Loss(logits, np.exp(logs), targets, terms)
