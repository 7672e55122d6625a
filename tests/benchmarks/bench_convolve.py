"""How long a whole convolution takes, beside torch and SciPy in the same run.

4096 x 4096, 5 x 5, float32, one channel. Run it with ``make bench``, or by itself;
figures go to the terminal. SciPy is no dependency: without it its line is left out.
"""

import time
from collections.abc import Callable
from importlib.util import find_spec
from statistics import median

import numpy as np
import torch
from numpy.typing import NDArray

from cnnviz.engine.convolution.apply import convolve
from cnnviz.engine.convolution.kernel_presets import preset
from cnnviz.engine.convolution.spec import ConvSpec

SIDE = 4096
ROUNDS = 7
TORCH_THREADS = 2
LIMIT_TORCH, LIMIT_NDIMAGE = 0.3, 0.6

RNG = np.random.default_rng(0)
PICTURE = RNG.random((SIDE, SIDE), np.float32)
KERNELS = {
    "25 different weights": RNG.normal(size=(5, 5)).astype(np.float32),
    "Gaussian, separable": preset("gaussian_blur_5").values_hw,
    "24 equal weights": (np.pad([[25]], 2) - 1).astype(np.float32),
}


def ours(kernel: NDArray[np.float32]) -> Callable[[], object]:
    spec = ConvSpec(kernel=(5, 5), padding="same")
    return lambda: convolve(PICTURE[None], kernel[None, None], spec)


def by_torch(kernel: NDArray[np.float32]) -> Callable[[], object]:
    picture = torch.from_numpy(PICTURE)[None, None]
    weights = torch.tensor(kernel)[None, None]
    return lambda: torch.nn.functional.conv2d(picture, weights, padding=2)


def by_ndimage(kernel: NDArray[np.float32]) -> Callable[[], object]:
    from scipy import ndimage  # type: ignore[import-untyped, unused-ignore]

    return lambda: ndimage.correlate(PICTURE, kernel, mode="constant")


def timed(ways: dict[str, Callable[[], object]]) -> dict[str, float]:
    """Return the median of each, in ms; they take turns, so that noise meets all."""
    times: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(ROUNDS + 1):
        for name, way in ways.items():
            begun = time.perf_counter()
            way()
            times[name].append((time.perf_counter() - begun) * 1000)
    return {name: median(values[1:]) for name, values in times.items()}


def main() -> None:
    torch.set_num_threads(TORCH_THREADS)
    print(f"{SIDE} x {SIDE}, 5 x 5, float32, one channel; median of {ROUNDS}, ms")
    for title, kernel in KERNELS.items():
        ways = {"ours": ours(kernel), "torch": by_torch(kernel)}
        if find_spec("scipy") is not None:
            ways["ndimage"] = by_ndimage(kernel)
        ms = timed(ways)
        figures = ", ".join(f"{name} {value:.0f}" for name, value in ms.items())
        limits = {"torch": LIMIT_TORCH, "ndimage": LIMIT_NDIMAGE}
        ratios = ", ".join(
            f"{ms['ours'] / ms[name]:.2f} x {name} (limit {limits[name]})"
            for name in ms
            if name != "ours"
        )
        print(f"  {title}: {figures}; ours is {ratios}")


if __name__ == "__main__":
    main()
