"""How far probabilities can be believed, and one number that makes them more believable."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.networks.layers import Network
from cnnviz.engine.networks.weights import Weights

BINS: Final = 15

# Temperatures that are tried, evenly spaced by their logarithms.
TEMPERATURES: Final = np.geomspace(0.2, 5.0, 161)


def expected_calibration_error(
    probabilities_nk: NDArray[np.floating], labels_n: NDArray[np.integer]
) -> float:
    """Return by how much the probability of an answer misses how often it is right.

    Answers are sorted into 15 bins by their probability; in each bin the mean probability
    is compared with the share that is right; bins count by their answers (Guo and others
    2017). 0 is perfect.

    Examples
    --------
    Four answers given at 90%, of which three are right:

    >>> shares = np.tile([0.9, 0.1], (4, 1))
    >>> round(expected_calibration_error(shares, np.array([0, 0, 0, 1])), 6)
    0.15
    """
    sure_n = probabilities_nk.max(axis=1)
    right_n = probabilities_nk.argmax(axis=1) == labels_n
    bins_n = np.minimum((sure_n * BINS).astype(np.intp), BINS - 1)
    off = np.bincount(bins_n, sure_n - right_n, BINS)
    return float(np.abs(off).sum() / max(len(labels_n), 1))


def best_temperature(
    logits_nk: NDArray[np.floating], labels_n: NDArray[np.integer]
) -> float:
    """Return by what to divide logits so that the labels are least surprising.

    The one of `TEMPERATURES` with the lowest mean cross entropy. Which class comes first
    does not change.

    Examples
    --------
    Logits that say 99.99% where 75% would be true are divided by much:

    >>> logits = np.tile([9.21, 0.0], (4, 1))
    >>> round(best_temperature(logits, np.array([0, 0, 0, 1])))
    5
    """
    losses = []
    for temperature in TEMPERATURES:
        scaled_nk = logits_nk / temperature
        scaled_nk = scaled_nk - scaled_nk.max(axis=1, keepdims=True)
        own_n = np.take_along_axis(scaled_nk, labels_n[:, np.newaxis], 1)[:, 0]
        losses.append(float((np.log(np.exp(scaled_nk).sum(axis=1)) - own_n).mean()))
    return float(TEMPERATURES[int(np.argmin(losses))])


def at_temperature(network: Network, weights: Weights, temperature: float) -> Weights:
    """Return weights whose logits are divided by a temperature.

    The last layer's numbers are divided, so nobody who reads them has to know.
    """
    if network.answer != "logits":
        raise ValueError(f"{network.name} does not answer with logits")
    last = network.layers[-1].name
    return {
        name: np.asarray(values / np.float32(temperature), np.float32)
        if name.startswith(f"{last}.")
        else values
        for name, values in weights.items()
    }


def mean_sureness_of_wrong(
    probabilities_nk: NDArray[np.floating], labels_n: NDArray[np.integer]
) -> float:
    """Return the mean probability of answers that are wrong; 0 where none is.

    Examples
    --------
    >>> shares = np.array([[0.75, 0.25], [1.0, 0.0]])
    >>> mean_sureness_of_wrong(shares, np.array([1, 0]))
    0.75
    """
    wrong_n = probabilities_nk.argmax(axis=1) != labels_n
    if not wrong_n.any():
        return 0.0
    return float(probabilities_nk.max(axis=1)[wrong_n].mean())
