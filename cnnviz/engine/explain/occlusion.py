"""How the answer changes when a patch hides a part of the picture.

Occlusion as M. D. Zeiler and R. Fergus, "Visualizing and Understanding Convolutional
Networks" (ECCV 2014, section 4.2) do it: a patch is laid over every place, and each time
the network is asked again. Nothing of the network is used but its answers.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.explain.class_scores import leads, logits_of
from cnnviz.engine.networks.classifier import Classifier
from cnnviz.engine.networks.layers import AnswerKind
from cnnviz.engine.networks.trace import probabilities_of

_AT_ONCE: Final = 128
"""Patches that are answered before it is asked whether anybody waits."""


@dataclass(frozen=True, slots=True, eq=False)
class Occlusion:
    """What a network answers with a patch at every place.

    Attributes
    ----------
    size
        Rows and columns of the patch.
    whole_k
        float32, the logit of each class for the whole picture, see
        `cnnviz.engine.explain.class_scores`.
    logits_rck
        float32, rows x columns x classes: the same with the patch's upper left corner at
        this row and column. The patch never sticks out: there are
        ``height - size + 1`` rows of places.
    answer
        What the network's last numbers are.
    """

    size: int
    whole_k: NDArray[np.float32]
    logits_rck: NDArray[np.float32]
    answer: AnswerKind

    def drops(self, label: int, other: int | None = None) -> NDArray[np.float32]:
        """Return by how much a patch at each place takes the lead of a class down.

        Above 0: what lies under the patch speaks for the class. float32, rows x columns.
        """
        hidden = leads(self.logits_rck, label, other)
        return np.asarray(leads(self.whole_k, label, other) - hidden, np.float32)

    def probability_drops(self, label: int) -> NDArray[np.float32] | None:
        """Return by how much a patch at each place takes a probability down.

        float32, rows x columns; ``None`` where the network's numbers are mere scores.
        """
        before = self.probabilities()
        if before is None:
            return None
        rows, columns, classes = self.logits_rck.shape
        hidden = _shares(self.logits_rck.reshape(-1, classes), self.answer)
        return np.asarray(
            before[label] - hidden[:, label].reshape(rows, columns), np.float32
        )

    def probabilities(
        self, at: tuple[int, int] | None = None
    ) -> NDArray[np.float32] | None:
        """Return the probability of each class with a patch at a place, or without one."""
        if self.answer == "scores":
            return None
        logits_k = self.whole_k if at is None else self.logits_rck[at]
        shares: NDArray[np.float32] = _shares(logits_k[np.newaxis], self.answer)[0]
        return shares


def occlude(
    classifier: Classifier,
    picture: NDArray[np.uint8],
    size: int = 5,
    fill: int = 0,
    is_cancelled: Callable[[], bool] = lambda: False,
) -> Occlusion:
    """Lay a square patch over every place of a picture, and ask the network each time.

    A place where the patch hides nothing but what looks like itself is not asked again.

    Parameters
    ----------
    classifier
        Who answers.
    picture
        uint8, of `Network.picture_shape`: ``H x W`` or ``C x H x W``.
    size
        Rows and columns of the patch, from 1 to the picture's shorter side.
    fill
        The level of the patch: 0 is paper, 255 full ink.
    is_cancelled
        Asked now and then.

    Raises
    ------
    CnnvizError
        ``digit_shape_differs``, ``answer_not_finite``, or ``reading_cancelled``.

    Examples
    --------
    >>> from cnnviz.engine.networks.catalogue import network
    >>> from cnnviz.engine.networks.weights import shipped_weights
    >>> lenet5 = network("lenet5")
    >>> classifier = Classifier(lenet5, shipped_weights(lenet5))
    >>> blank_hw = np.zeros((28, 28), np.uint8)
    >>> occlude(classifier, blank_hw, size=7).drops(3).shape
    (22, 22)
    """
    answer = classifier.network.answer
    whole_k = logits_of(classifier.outputs(picture[np.newaxis]), answer)[0]
    *_, height, width = picture.shape
    size = min(size, height, width)
    rows, columns = height - size + 1, width - size + 1
    logits_nk = np.repeat(whole_k[np.newaxis], rows * columns, axis=0)
    places = _places_that_change(picture, size, fill)
    for start in range(0, len(places), _AT_ONCE):
        if is_cancelled():
            raise CnnvizError("reading_cancelled")
        some = places[start : start + _AT_ONCE]
        batch = np.repeat(picture[np.newaxis], len(some), axis=0)
        for hidden, place in zip(batch, some.tolist(), strict=True):
            top, left = divmod(place, columns)
            hidden[..., top : top + size, left : left + size] = fill
        logits_nk[some] = logits_of(classifier.outputs(batch), answer)
    return Occlusion(size, whole_k, logits_nk.reshape(rows, columns, -1), answer)


def on_pixels(drops_rc: NDArray[np.float32], size: int) -> NDArray[np.float32]:
    """Return for each pixel the mean of the drops of all patches that hid it.

    Parameters
    ----------
    drops_rc
        float32, one a place of the patch's upper left corner.
    size
        Rows and columns of the patch.

    Returns
    -------
    ndarray
        float32, of the picture's size: ``size - 1`` rows and columns more.

    Examples
    --------
    >>> on_pixels(np.float32([[4, 0]]), 2).tolist()
    [[4.0, 2.0, 0.0], [4.0, 2.0, 0.0]]
    """
    edge = size - 1
    over = np.pad(drops_rc.astype(np.float64), edge)
    counted = np.pad(np.ones(drops_rc.shape), edge)
    sums, counts = (
        sliding_window_view(one, (size, size)).sum(axis=(2, 3))
        for one in (over, counted)
    )
    return np.asarray(sums / counts, np.float32)


def _places_that_change(
    picture: NDArray[np.uint8], size: int, fill: int
) -> NDArray[np.intp]:
    differs_hw = (picture != fill).reshape(-1, *picture.shape[-2:]).any(axis=0)
    under = sliding_window_view(differs_hw, (size, size)).any(axis=(2, 3))
    return np.flatnonzero(under)


def _shares(logits_nk: NDArray[np.float32], answer: AnswerKind) -> NDArray[np.float32]:
    """Return the probabilities behind logits."""
    if answer == "probabilities":
        return np.exp(logits_nk)
    shares = probabilities_of(logits_nk, "logits")
    assert shares is not None
    return shares
