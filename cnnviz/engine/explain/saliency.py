"""Which pixels the answer is most sensitive to, and where ink would change it."""

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.explain.differentiable import Differentiable

Floats = NDArray[np.float32]


def gradient_saliency(
    network: Differentiable,
    picture: NDArray[np.uint8],
    label: int,
    other: int | None = None,
) -> Floats:
    """Return how steeply the lead of a class changes with each pixel, whichever way.

    ``|d(z_label - z_other) / dx|``, of several channels the largest: K. Simonyan, A.
    Vedaldi and A. Zisserman, "Deep Inside Convolutional Networks" (2013, section 3).

    Parameters
    ----------
    network
        Whose answer is explained.
    picture
        uint8, of `Network.picture_shape`.
    label, other
        The class, and over which other its lead is meant; ``None``: the class's logit.

    Returns
    -------
    ndarray
        float32, ``H x W``, 0 or more: logit per pixel of full ink.
    """
    slopes_chw = network.slopes(picture[np.newaxis], label, other)[0]
    return np.asarray(np.abs(slopes_chw).max(axis=0), np.float32)


def ink_wishes(
    network: Differentiable, picture: NDArray[np.uint8], label: int, other: int
) -> Floats:
    """Return where adding or taking away ink would bring one class nearer to another.

    With ``g`` the gradient of the lead of ``label`` over ``other`` and ``x`` the ink
    from 0 to 1: where ``g`` is above 0 there is room for ``1 - x`` more ink, elsewhere
    for ``x`` less. By the gradient alone the lead would then rise by ``g (1 - x)``, or by
    ``-g x``. The first is returned as it is, the second with its sign turned: above 0
    ink is to be added, below 0 taken away, and the size is what the lead would gain.
    A gradient holds for small changes only: all of it at once gains less, or more.

    Parameters
    ----------
    network
        Whose answer is explained.
    picture
        uint8, of `Network.picture_shape`.
    label
        The class that is to gain.
    other
        The class that it is to gain on.

    Returns
    -------
    ndarray
        float32, ``H x W``; of several channels the sum.

    Examples
    --------
    Of a dot whose every slope is 2, ink is wanted wherever there is none yet:

    >>> gains = wishes_of(np.float32([[2, 2, -2]]), np.float32([[0, 1, 0.5]]))
    >>> gains.tolist()
    [[2.0, 0.0, -1.0]]
    """
    slopes_chw = network.slopes(picture[np.newaxis], label, other)[0]
    ink_chw = network.as_ink(picture[np.newaxis])[0]
    return np.asarray(wishes_of(slopes_chw, ink_chw).sum(axis=0), np.float32)


def wishes_of(slopes: Floats, ink: Floats) -> Floats:
    """Return slopes times the room that there is for ink, or the ink that there is."""
    return np.asarray(np.where(slopes > 0, slopes * (1 - ink), slopes * ink))
