"""The networks that cnnviz knows by name."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.networks.layers import (
    Activation,
    Conv2d,
    Flatten,
    Linear,
    Network,
    Pool2d,
)

DIGITS: Final = tuple("0123456789")

# Mean and standard deviation of MNIST's 60,000 training pictures on the 0..1 scale.
MNIST_NORMALIZATION: Final = (0.1307, 0.3081)

# LeCun, Bottou, Bengio and Haffner (1998) as it is taught today: every C3 kernel sees
# all six maps of S2, pooling has no parameters, ReLU for the scaled tanh, a linear
# output for the radial basis functions. The 32 x 32 frame of the paper is C1's padding.
_LENET5: Final = Network(
    name="lenet5",
    title="LeNet-5",
    input_chw=(1, 28, 28),
    normalization=MNIST_NORMALIZATION,
    labels=DIGITS,
    layers=(
        Conv2d(name="c1", channels=6, kernel=(5, 5), padding=(2, 2)),
        Activation(name="c1_relu"),
        Pool2d(name="s2"),
        Conv2d(name="c3", channels=16, kernel=(5, 5)),
        Activation(name="c3_relu"),
        Pool2d(name="s4"),
        Conv2d(name="c5", channels=120, kernel=(5, 5)),
        Activation(name="c5_relu"),
        Flatten(name="flatten"),
        Linear(name="f6", units=84),
        Activation(name="f6_relu"),
        Linear(name="output", units=10),
    ),
)

# The small convnet of many Keras courses: three 3 x 3 convolutions, 32, 64, 128 maps.
_CONVNET: Final = Network(
    name="convnet",
    title="Convnet 32-64-128",
    input_chw=(1, 28, 28),
    normalization=MNIST_NORMALIZATION,
    labels=DIGITS,
    layers=(
        Conv2d(name="conv1", channels=32, kernel=(3, 3)),
        Activation(name="conv1_relu"),
        Pool2d(name="pool1"),
        Conv2d(name="conv2", channels=64, kernel=(3, 3)),
        Activation(name="conv2_relu"),
        Pool2d(name="pool2"),
        Conv2d(name="conv3", channels=128, kernel=(3, 3)),
        Activation(name="conv3_relu"),
        Flatten(name="flatten"),
        Linear(name="output", units=10),
    ),
)

NETWORKS: Final[Mapping[str, Network]] = MappingProxyType(
    {network.name: network for network in (_LENET5, _CONVNET)}
)


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
