"""The smallest change of a picture that makes a network answer otherwise.

The lead of the answer over another class is taken to be linear around a point, and the
picture itself is brought, as near as can be, to where that line says the other class
wins: DeepFool's step (S. Moosavi-Dezfooli, A. Fawzi and P. Frossard, CVPR 2016), but
always starting from the picture, within 0 and full ink, as F. Croce and M. Hein do it in
"Minimally distorted Adversarial Examples with a Fast Adaptive Boundary Attack" (2020).
What is found is brought back towards the picture by bisection and rounded to levels. It
is small, not proven to be the smallest.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.explain.differentiable import Differentiable, Floats, one_thread
from cnnviz.engine.networks.classifier import Classifier

_STEPS: Final = 24
_HALVINGS: Final = 12
_FURTHER: Final = np.linspace(1, 1.6, 61, dtype=np.float32)
"""By what the change is made larger, until it survives being rounded."""

_TRIES: Final = 100


@dataclass(frozen=True, slots=True, eq=False)
class SmallestChange:
    """A changed picture, and how little it takes.

    Attributes
    ----------
    picture
        uint8, the changed picture.
    label
        What the network answers to it.
    change
        int16, changed minus original, in levels.
    size
        Euclidean length of the change in pixels of full ink: 1.0 is as much as one white
        pixel made black.
    largest
        The largest change of a pixel, in levels.
    noise_flips
        How many of 100 random changes of the same size change the answer, too.
    """

    picture: NDArray[np.uint8]
    label: int
    change: NDArray[np.int16]
    size: float
    largest: int
    noise_flips: int


def smallest_change(
    network: Differentiable,
    classifier: Classifier,
    picture: NDArray[np.uint8],
    target: int | None = None,
) -> SmallestChange | None:
    """Find a small change of a picture that flips the answer.

    Parameters
    ----------
    network, classifier
        The same network twice: for gradients, and to be asked.
    picture
        uint8, of `Network.picture_shape`.
    target
        What is to be answered; ``None``: whatever takes least.

    Returns
    -------
    SmallestChange
        ``None`` where none was found.

    Raises
    ------
    CnnvizError
        ``digit_shape_differs`` or ``answer_not_finite``.
    """
    label = int(classifier.best(picture[np.newaxis])[0])
    classes = range(len(classifier.network.labels))
    targets = [one for one in classes if one != label and target in (None, one)]
    if not targets:
        return None
    search = _Search(network, network.as_ink(picture[np.newaxis])[0], targets)
    with one_thread():
        found = search.run()
    for index in np.argsort([np.linalg.norm(one - search.ink) for one in found]):
        if np.isfinite(found[index]).all():
            made = _rounded(classifier, picture, found[index], targets[index])
            if made is not None:
                return made
    return None


class _Search:
    """Look for a flip to each of several classes at once, one picture of a batch each."""

    def __init__(
        self, network: Differentiable, ink_chw: Floats, targets: list[int]
    ) -> None:
        self._network, self._targets = network, np.array(targets)
        self.ink = ink_chw.reshape(-1)
        self._shape = ink_chw.shape

    def run(self) -> Floats:
        """Return the nearest flips, ``targets x pixels``; what was not found is NaN."""
        count = len(self._targets)
        best_nd = np.full((count, self.ink.size), np.nan, np.float32)
        shortest_n = np.full(count, np.inf)
        at_nd = np.repeat(self.ink[np.newaxis], count, axis=0)
        beyond_n = np.full(count, np.nan)
        for _ in range(_STEPS):
            lag_n, slope_nd = self._lags(at_nd)
            if np.isnan(beyond_n).any():
                beyond_n = 1e-3 * np.abs(lag_n) + 1e-6
            length_n = np.linalg.norm(at_nd - self.ink, axis=1)
            nearer = (lag_n < 0) & (length_n < shortest_n)
            best_nd[nearer], shortest_n[nearer] = at_nd[nearer], length_n[nearer]
            beyond_n = np.where(lag_n < 0, beyond_n, 1.5 * beyond_n)
            wanted_n = lag_n + beyond_n - ((at_nd - self.ink) * slope_nd).sum(axis=1)
            at_nd = projected(self.ink, slope_nd, wanted_n)
        return self._brought_back(best_nd)

    def _lags(self, at_nd: Floats) -> tuple[Floats, Floats]:
        """Return how far each target's logit is behind the best other, and its slope."""
        import torch

        batch = torch.from_numpy(at_nd.reshape(-1, *self._shape)).requires_grad_()
        logits = self._network.logits(batch)
        own = torch.from_numpy(self._targets)[:, None]
        target = logits.gather(1, own)[:, 0]
        rest = logits.scatter(1, own, float("-inf")).amax(dim=1)
        lag = rest - target
        (slopes,) = torch.autograd.grad(lag.sum(), batch)
        return lag.detach().numpy(), slopes.numpy().reshape(len(at_nd), -1)

    def _brought_back(self, best_nd: Floats) -> Floats:
        """Return points on the way to the picture that still flip, as near as possible."""
        low_n, high_n = np.zeros(len(best_nd)), np.ones(len(best_nd))
        for _ in range(_HALVINGS):
            middle_n = (low_n + high_n) / 2
            lag_n, _ = self._lags(self._between(best_nd, middle_n))
            flips = lag_n < 0
            high_n = np.where(flips, middle_n, high_n)
            low_n = np.where(flips, low_n, middle_n)
        return self._between(best_nd, high_n)

    def _between(self, far_nd: Floats, share_n: NDArray[np.float64]) -> Floats:
        way_nd = (far_nd - self.ink) * share_n[:, np.newaxis]
        return np.asarray(self.ink + way_nd, np.float32)


def projected(
    ink_d: Floats, slopes_nd: Floats, wanted_n: NDArray[np.floating]
) -> Floats:
    """Return the nearest points, from 0 to 1, at which linear functions have fallen enough.

    With slope ``g`` that is ``clip(x - l g, 0, 1)``, ``l`` found by halving so that
    ``g (x - clip(x - l g))`` is what is wanted; where that is more than there is room for,
    as far as there is.

    Parameters
    ----------
    ink_d
        The point to begin with.
    slopes_nd
        One function a row.
    wanted_n
        By how much each shall fall; 0 or less leaves the point where it is.

    Examples
    --------
    >>> projected(np.float32([0.5, 0.5]), np.float32([[3, 4]]), np.array([1.25])).round(3)
    array([[0.35, 0.3 ]], dtype=float32)
    """
    steepest_n = np.abs(slopes_nd).max(axis=1)
    least = np.where(slopes_nd == 0, np.inf, np.abs(slopes_nd)).min(axis=1)
    low_n = np.zeros(len(slopes_nd))
    # Twice what brings the flattest pixel to its end, but no more than floats bear.
    high_n = np.minimum(
        2 / np.maximum(least, 1e-12), 1e6 / np.maximum(steepest_n, 1e-12)
    )
    for _ in range(60):
        middle_n = (low_n + high_n) / 2
        moved_nd = np.clip(ink_d - middle_n[:, np.newaxis] * slopes_nd, 0, 1)
        enough = ((ink_d - moved_nd) * slopes_nd).sum(axis=1) >= wanted_n
        high_n = np.where(enough, middle_n, high_n)
        low_n = np.where(enough, low_n, middle_n)
    moved_nd = np.clip(ink_d - high_n[:, np.newaxis] * slopes_nd, 0, 1)
    return np.asarray(
        np.where((wanted_n > 0)[:, np.newaxis], moved_nd, ink_d), np.float32
    )


def _rounded(
    classifier: Classifier, picture: NDArray[np.uint8], found_d: Floats, target: int
) -> SmallestChange | None:
    """Return what was found in whole levels, made larger by as little as that needs."""
    before_d = picture.reshape(-1).astype(np.float32)
    way_d = found_d * np.float32(255) - before_d
    levels = np.rint(before_d + _FURTHER[:, np.newaxis] * way_d).clip(0, 255)
    pictures = levels.astype(np.uint8).reshape(-1, *picture.shape)
    flips = np.flatnonzero(classifier.best(pictures) == target)
    if not flips.size:
        return None
    changed = pictures[flips[0]]
    change = changed.astype(np.int16) - picture.astype(np.int16)
    size = float(np.linalg.norm(change.astype(np.float64))) / 255
    return SmallestChange(
        changed,
        target,
        change,
        size,
        int(np.abs(change).max()),
        _noise_flips(classifier, picture, size),
    )


def _noise_flips(
    classifier: Classifier, picture: NDArray[np.uint8], size: float
) -> int:
    """Return how many random changes of a size flip the answer: always the same draw."""
    random = np.random.Generator(np.random.PCG64(0))
    noise = random.standard_normal((_TRIES, *picture.shape))
    lengths = np.linalg.norm(noise.reshape(_TRIES, -1), axis=1)
    scale = (255 * size / lengths).reshape(-1, *(1,) * picture.ndim)
    noisy = np.rint(picture + noise * scale).clip(0, 255).astype(np.uint8)
    was = classifier.best(picture[np.newaxis])[0]
    return int((classifier.best(noisy) != was).sum())
