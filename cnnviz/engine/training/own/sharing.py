"""A network of classes of one's own as one file: description, weights, examples."""

from pathlib import Path

import numpy as np

from cnnviz.engine.datasets.own.collection import (
    MOST_CLASSES,
    MOST_EXAMPLES,
    Example,
    OwnClass,
    OwnClasses,
    checked_name,
)
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.networks.files.described_weights import layers_said
from cnnviz.engine.networks.files.examples_held import example_tensors, read_examples
from cnnviz.engine.networks.layers import Network
from cnnviz.engine.networks.weights import Weights, check_weights, encode_beside


def encode_own(
    network: Network, weights: Weights, learned: OwnClasses, accuracy: float | None
) -> bytes:
    """Return a safetensors file that any reader of weights opens, its examples in it.

    Parameters
    ----------
    network, weights
        What was trained.
    learned
        The classes that it was trained on, with their examples.
    accuracy
        Share right of held-out examples, where that is known.
    """
    check_weights(network, weights)
    pictures = [
        np.array([example.digit_hw for example in one.examples], np.uint8)
        for one in learned.classes
    ]
    said = layers_said(network) | {"data": "own drawings"}
    if accuracy is not None:
        said["validation_accuracy"] = f"{accuracy:.4f}"
    return encode_beside(network, weights, example_tensors(pictures), said)


def examples_of(path: Path, network: Network) -> OwnClasses:
    """Return the classes and examples in a file that was read for a network.

    A class of a network without examples has none.

    Raises
    ------
    CnnvizError
        ``own_file_other`` where it is no network of drawings with 2 to 20 classes, or
        what `read_examples` raises.
    """
    if not network.reads_drawings or not 2 <= len(network.labels) <= MOST_CLASSES:
        raise CnnvizError("own_file_other", name=path.name, most=MOST_CLASSES)
    classes: list[OwnClass] = []
    found = read_examples(path, network)
    for label, pictures in zip(network.labels, found, strict=True):
        others = [one.name for one in classes]
        try:
            name = checked_name(label, others)
        except CnnvizError as error:
            raise CnnvizError(
                "own_file_other", name=path.name, most=MOST_CLASSES
            ) from error
        examples = tuple(Example(one) for one in pictures[:MOST_EXAMPLES])
        classes.append(OwnClass(name, examples))
    return OwnClasses(tuple(classes))
