"""Kernels that are made by a formula or by chance."""

from math import radians, sqrt

import numpy as np
from numpy.typing import NDArray


def gabor_kernel(
    degrees: float,
    size: int = 7,
    *,
    wavelength: float = 4.0,
    sigma: float = 1.8,
    aspect: float = 0.7,
) -> NDArray[np.float64]:
    """Return a Gabor filter: a cosine wave under a bell, for lines of one direction.

    ``exp(-(u² + aspect² v²) / (2 sigma²)) cos(2 pi u / wavelength)``, where ``u`` runs
    across the line and ``v`` along it (J. G. Daugman, "Uncertainty relation for
    resolution in space, spatial frequency, and orientation", 1985; written as by
    N. Petkov and P. Kruizinga, 1997). The bell is taken off once more, so often that
    the numbers add up to 0: a flat place makes no answer.

    Parameters
    ----------
    degrees
        Direction of the wave; 0 finds vertical lines, 45 rising ones, 90 horizontal.
    size
        Rows and columns; odd.
    wavelength, sigma
        Of the wave and of the bell, in cells.
    aspect
        Below 1 the bell is longer along the line.

    Returns
    -------
    ndarray
        float64, ``size x size``, about 1 in the middle.

    Examples
    --------
    >>> kernel = gabor_kernel(0)
    >>> kernel.shape, bool(abs(kernel.sum()) < 1e-12)
    ((7, 7), True)
    """
    half = size // 2
    y, x = np.mgrid[-half : half + 1, -half : half + 1].astype(np.float64)
    # Rows count downwards: a wave to the right and down crosses a rising line.
    across = x * np.cos(radians(degrees)) + y * np.sin(radians(degrees))
    along = -x * np.sin(radians(degrees)) + y * np.cos(radians(degrees))
    bell = np.exp(-(across**2 + (aspect * along) ** 2) / (2 * sigma**2))
    wave: NDArray[np.float64] = bell * np.cos(2 * np.pi * across / wavelength)
    kernel: NDArray[np.float64] = wave - bell * (wave.sum() / bell.sum())
    return kernel


def random_kernel(
    size: tuple[int, int], rng: np.random.Generator, channels: int = 1
) -> NDArray[np.float32]:
    """Return random numbers like a network's initial weights, with two decimals each.

    Drawn from a normal distribution of variance ``2 / (numbers of a kernel)`` (K. He
    and others, "Delving Deep into Rectifiers", 2015).

    Parameters
    ----------
    size
        Height and width.
    rng
        Where chance comes from; the same state gives the same kernel.
    channels
        How many input channels a kernel has numbers for.

    Returns
    -------
    ndarray
        float32, ``kh x kw``.

    Examples
    --------
    >>> random_kernel((3, 5), np.random.default_rng(0)).shape
    (3, 5)
    """
    height, width = size
    spread = sqrt(2 / (height * width * channels))
    drawn = np.round(rng.normal(0.0, spread, size), 2)
    return (drawn + 0.0).astype(np.float32)  # no -0
