"""The networks that cnnviz knows by name, as plain data.

To add one: describe it in a file here and add it to the table below.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.networks.catalogue.alexnet import ALEXNET, ALEXNET_2012
from cnnviz.engine.networks.catalogue.googlenet import GOOGLENET
from cnnviz.engine.networks.catalogue.lenet import LENET5, LENET5_1998
from cnnviz.engine.networks.catalogue.small import (
    CIFAR10,
    CONVNET,
    MLP,
    SIGN_LANGUAGE,
    TINY_VGG,
)
from cnnviz.engine.networks.layers import Network

NETWORKS: Final[Mapping[str, Network]] = MappingProxyType(
    {
        network.name: network
        for network in (
            LENET5,
            CONVNET,
            LENET5_1998,
            SIGN_LANGUAGE,
            CIFAR10,
            TINY_VGG,
            MLP,
            ALEXNET,
            ALEXNET_2012,
            GOOGLENET,
        )
    }
)
"""Every network by its name on the command line."""

OTHER_WEIGHTS: Final[Mapping[str, Network]] = MappingProxyType(
    {"lenet5-over-fit": LENET5}
)
"""Networks that come trained twice: the name of the other weights, and whose they are."""

DIGIT_NETWORKS: Final[Mapping[str, Network]] = MappingProxyType(
    {name: network for name, network in NETWORKS.items() if network.reads_digits}
)
"""Those that read handwritten digits: they can be drawn for, and trained here."""


def network(name: str) -> Network:
    """Return the network of that name.

    Raises
    ------
    CnnvizError
        ``network_unknown`` with the names that there are.

    Examples
    --------
    >>> network("lenet5").title
    'LeNet-5'
    """
    try:
        return NETWORKS[name]
    except KeyError:
        raise CnnvizError(
            "network_unknown", name=name, known=", ".join(NETWORKS)
        ) from None
