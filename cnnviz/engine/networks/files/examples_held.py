"""Examples in a file of weights, beside the numbers that were learned from them.

One tensor a class: ``examples.0`` holds the pictures of the first, uint8. Whoever reads the
weights alone passes them over.
"""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.networks.files.safetensors_file import safetensors_tensors
from cnnviz.engine.networks.files.stored_tensors import LEVELS, StoredTensor
from cnnviz.engine.networks.files.weight_formats import weight_format
from cnnviz.engine.networks.layers import Network
from cnnviz.engine.shown_text import shortened

MOST_OF_CLASS: Final = 1_000
_NAME: Final = re.compile(r"examples\.(\d{1,6})")
_LONGEST_NAME: Final = 40


def example_tensors(
    examples: Sequence[NDArray[np.uint8]],
) -> dict[str, NDArray[np.uint8]]:
    """Return what a file holds of the examples of each class, ``N x H x W`` each."""
    return {
        f"examples.{index}": np.ascontiguousarray(pictures)
        for index, pictures in enumerate(examples)
        if len(pictures)
    }


def without_examples(stored: Mapping[str, StoredTensor]) -> dict[str, StoredTensor]:
    """Return what a file holds of a network."""
    return {
        name: one
        for name, one in stored.items()
        if one.kind != LEVELS or not _NAME.fullmatch(name)
    }


def read_examples(path: Path, network: Network) -> tuple[NDArray[np.uint8], ...]:
    """Return the examples in a file of weights, a class after another; perhaps none.

    Parameters
    ----------
    path
        A file that was read for this network before.
    network
        Says how many classes there are, and the size of a picture.

    Raises
    ------
    CnnvizError
        ``examples_damaged``, or ``weights_unreadable``.
    """
    shape = network.picture_shape
    found = [np.zeros((0, *shape), np.uint8) for _ in network.labels]
    if weight_format(path) == "torch":
        return tuple(found)
    for name, one in safetensors_tensors(path).items():
        named = _NAME.fullmatch(name)
        if named is None or one.kind != LEVELS:
            continue
        fits = one.shape[1:] == shape and 0 < one.shape[0] <= MOST_OF_CLASS
        if not fits or int(named[1]) >= len(found):
            said = shortened(name, _LONGEST_NAME)
            raise CnnvizError("examples_damaged", name=path.name, parameter=said)
        found[int(named[1])] = one.read().astype(np.uint8)
    return tuple(found)
