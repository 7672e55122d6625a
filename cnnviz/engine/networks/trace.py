"""What a network did with one picture, layer by layer, as copied arrays."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.convolution.activation.activations import ActivationSpec, activate
from cnnviz.engine.networks.layers import AnswerKind


@dataclass(frozen=True, slots=True, eq=False)
class LayerOutput:
    """The output of one layer for one picture.

    Attributes
    ----------
    name, kind
        The layer's name (``c1``) and the key of its kind (``conv2d``, ``pool2d``).
    values
        float32, ``C x H x W`` (feature maps) or ``N`` (a vector); nobody writes to it.
    can_be_negative
        Whether the layer's numbers can be below 0, even if none of these is.
    batch_statistics
        What the layer measured of the batch that the picture alone was, as while training
        (see `LayerSpec.batch_statistics`); empty when it computed as after training.
    """

    name: str
    kind: str
    values: NDArray[np.float32]
    can_be_negative: bool = False
    batch_statistics: Mapping[str, NDArray[np.float32]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, eq=False)
class Trace:
    """Every layer's output for one picture, in order, and the answer.

    Attributes
    ----------
    input_chw
        float32, the normalised picture that the first layer saw.
    layers
        One output a layer of the network.
    probabilities
        float32, one a class, summing to 1: see `probabilities_of`. ``None`` where the
        last numbers say no more than which class is first.
    best
        The class that the network answers; of a network that ends in maps, the place
        of the largest number, map after map.
    """

    input_chw: NDArray[np.float32]
    layers: tuple[LayerOutput, ...]
    probabilities: NDArray[np.float32] | None
    best: int


def probabilities_of(
    outputs_nk: NDArray[np.float32], answer: AnswerKind
) -> NDArray[np.float32] | None:
    """Return the probability of each class; ``None`` for mere scores.

    Logits go through softmax and probabilities stay as they are. A distance is read as
    LeCun (1998) reads it, as the negative logarithm of a likelihood: so the distances go
    through softmax with their sign turned.

    Examples
    --------
    >>> probabilities_of(np.float32([[0, 0]]), "logits").tolist()
    [[0.5, 0.5]]
    >>> probabilities_of(np.float32([[0, 200]]), "distances").tolist()
    [[1.0, 0.0]]
    """
    match answer:
        case "probabilities":
            return outputs_nk
        case "scores":
            return None
        case "logits" | "distances":
            logits_nk = -outputs_nk if answer == "distances" else outputs_nk
            # A run that diverged may be looked at: its logits are not finite.
            with np.errstate(over="ignore", invalid="ignore"):
                return activate(logits_nk.T, ActivationSpec(kind="softmax")).T


def best_of(outputs_nk: NDArray[np.float32], answer: AnswerKind) -> NDArray[np.intp]:
    """Return the class of each answer: the largest number, or the smallest distance."""
    best_n = outputs_nk.argmin(1) if answer == "distances" else outputs_nk.argmax(1)
    return np.asarray(best_n)
