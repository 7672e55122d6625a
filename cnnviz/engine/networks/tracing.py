"""Every layer's output for one picture, as copies."""

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.networks.layers import Network, kind_of
from cnnviz.engine.networks.trace import LayerOutput, Trace


def normalized(network: Network, images_nhw: Tensor) -> Tensor:
    """Return uint8 pictures ``N x H x W`` as the float32 ``N x 1 x H x W`` input."""
    mean, deviation = network.normalization
    # One multiplication and one addition a pixel: (x / 255 - mean) / deviation.
    scaled = images_nhw.to(torch.float32).mul_(1 / (255 * deviation))
    scaled.sub_(mean / deviation)
    # With one channel both layouts hold the same numbers in the same places, and torch
    # goes by the strides: said this way, all maps stay channels-last, 20 to 40% faster.
    return scaled.unsqueeze(3).permute(0, 3, 1, 2)


def trace(module: nn.Module, network: Network, digit_hw: NDArray[np.uint8]) -> Trace:
    """Send one picture through a network and keep what every layer said.

    Parameters
    ----------
    module
        What ``build(network)`` made, on any device.
    network
        Its description.
    digit_hw
        uint8, ``H x W`` of the network's input: 0 paper, 255 ink.

    Returns
    -------
    Trace
        Copies: nothing in it changes when the weights do.

    Raises
    ------
    CnnvizError
        ``digit_shape_differs``.

    Examples
    --------
    >>> from cnnviz.engine.networks.build import build
    >>> from cnnviz.engine.networks.zoo import network
    >>> lenet5 = network("lenet5")
    >>> done = trace(build(lenet5), lenet5, np.zeros((28, 28), np.uint8))
    >>> done.layers[0].name, done.layers[0].values.shape
    ('c1', (6, 28, 28))
    """
    check_pictures(network, digit_hw[np.newaxis])
    device = next(module.parameters()).device
    outputs: list[LayerOutput] = []
    with torch.inference_mode():
        images_nhw = torch.tensor(digit_hw, device=device).unsqueeze(0)
        signal = normalized(network, images_nhw)
        input_chw = _copy(signal[0])
        for layer in network.layers:
            signal = module.get_submodule(layer.name)(signal)
            outputs.append(LayerOutput(layer.name, kind_of(layer), _copy(signal[0])))
        probabilities = _copy(torch.softmax(signal[0], dim=0))
    return Trace(input_chw, tuple(outputs), probabilities)


def check_pictures(network: Network, images_nhw: NDArray[np.uint8]) -> None:
    """Refuse pictures that are not uint8 of the network's input size.

    Raises
    ------
    CnnvizError
        ``digit_shape_differs``.
    """
    _, height, width = network.input_chw
    if images_nhw.shape[1:] != (height, width) or images_nhw.dtype != np.uint8:
        raise CnnvizError(
            "digit_shape_differs",
            title=network.title,
            height=height,
            width=width,
            found=" × ".join(map(str, images_nhw.shape[1:])),
            dtype=str(images_nhw.dtype),
        )


def _copy(values: Tensor) -> NDArray[np.float32]:
    # ``copy`` also leaves the channels-last layout: rows first, as everyone expects.
    copied: NDArray[np.float32] = values.detach().cpu().numpy().copy(order="C")
    return copied
