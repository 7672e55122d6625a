"""A network with dropout before its fully connected layers."""

from dataclasses import replace
from typing import Final

from cnnviz.engine.networks.layers import Conv2d, Dropout, LayerSpec, Linear, Network

RATE: Final = 0.5
_ENDING: Final = "dropout"


def with_dropout(network: Network) -> Network | None:
    """Return a network that drops half of what its fully connected layers read.

    Those that read the picture itself see all of it. The network has another name.

    Returns
    -------
    network
        ``None`` where there is dropout already, or no layer to put it before.

    Examples
    --------
    >>> from cnnviz.engine.networks.catalogue import network
    >>> dropped = with_dropout(network("lenet5"))
    >>> dropped.title, [one.name for one in dropped.layers if one.key == "dropout"]
    ('LeNet-5 · dropout', ['f6_dropout', 'output_dropout'])
    >>> with_dropout(dropped) is None
    True
    """
    if any(isinstance(layer, Dropout) for layer in network.layers):
        return None
    taken = {layer.name for layer in network.layers}
    layers: list[LayerSpec] = []
    learns = False
    for layer in network.layers:
        name = f"{layer.name}_{_ENDING}"
        if isinstance(layer, Linear) and learns and name not in taken:
            layers.append(Dropout(name=name, rate=RATE, inputs=layer.inputs))
            layers.append(replace(layer, inputs=()))
        else:
            layers.append(layer)
        learns = learns or isinstance(layer, Conv2d | Linear)
    if len(layers) == len(network.layers):
        return None
    return replace(
        network,
        name=f"{network.name}-{_ENDING}",
        title=f"{network.title} · {_ENDING}",
        layers=tuple(layers),
    )
