"""How the loss of one picture changes with every weight and every output of a network."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.networks.layers import Network
from cnnviz.engine.networks.layers.layer_spec import Array
from cnnviz.engine.networks.shapes import parameter_shapes
from cnnviz.engine.networks.weights import Weights, check_weights
from cnnviz.engine.training.one_step.backward import (
    copied,
    gradient_of,
    module_of,
    output_gradients,
    sent_back,
)
from cnnviz.engine.training.one_step.loss import loss_of


@dataclass(frozen=True, slots=True, eq=False)
class LossGradients:
    """The loss of a picture, and its gradients; float32.

    Attributes
    ----------
    label
        The class that the loss is measured by, from 0.
    loss
        Its cross-entropy.
    outputs
        Layer name -> its output.
    of_weights
        Parameter name -> the gradient, in its shape.
    of_outputs
        Layer name -> the gradient; without a softmax at the end, a part of the loss.
    """

    label: int
    loss: float
    outputs: Mapping[str, Array]
    of_weights: Weights
    of_outputs: Mapping[str, Array]


def loss_gradients(
    network: Network,
    weights: Weights,
    picture: NDArray[np.uint8],
    label: int | None = None,
) -> LossGradients:
    """Return the gradients of the loss of one picture, by torch's autograd on the CPU.

    The network answers as after training: dropout leaves nothing out, and batch
    normalization has the statistics that were learned.

    Parameters
    ----------
    network, weights
        Left as they are.
    picture
        uint8, `Network.picture_shape`.
    label
        The right class, from 0; ``None``: the one that the network takes it for.

    Raises
    ------
    CnnvizError
        ``weights_mismatch`` or ``weights_not_finite``.
    """
    check_weights(network, weights)
    module = module_of(network, weights).eval()
    labels_n = None if label is None else np.array([label], np.int64)
    passed = sent_back(network, module, picture[np.newaxis], labels_n)
    logits_nk = copied(passed.logits)
    right = int(logits_nk[0].argmax()) if label is None else label
    parameters = dict(module.named_parameters())
    return LossGradients(
        label=right,
        loss=loss_of(logits_nk, np.array([right]), 0.0).value,
        outputs={name: copied(one)[0] for name, one in passed.outputs.items()},
        of_weights={
            name: gradient_of(parameters[name]) for name in parameter_shapes(network)
        },
        of_outputs={
            name: one[0] for name, one in output_gradients(network, passed).items()
        },
    )
