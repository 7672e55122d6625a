"""Networks with published figures, and one module of GoogLeNet by itself."""

from cnnviz.engine.networks.catalogue import NETWORKS
from cnnviz.engine.networks.layers import (
    Activation,
    Concatenate,
    Conv2d,
    Network,
    Pool2d,
)

LENET5_1998 = NETWORKS["lenet5-1998"]
SIGN_LANGUAGE = NETWORKS["sign-language"]

# The first inception module of GoogLeNet (2014), on 192 maps of 28 x 28.
INCEPTION_3A = Network(
    name="inception-3a",
    title="Inception (3a)",
    input_chw=(192, 28, 28),
    normalization=(0.5, 0.25),
    labels=tuple(map(str, range(256))),
    layers=(
        Conv2d(name="one", channels=64, kernel=(1, 1), inputs=("input",)),
        Activation(name="one_relu"),
        Conv2d(name="three_reduce", channels=96, kernel=(1, 1), inputs=("input",)),
        Activation(name="three_reduce_relu"),
        Conv2d(name="three", channels=128, kernel=(3, 3), padding="same"),
        Activation(name="three_relu"),
        Conv2d(name="five_reduce", channels=16, kernel=(1, 1), inputs=("input",)),
        Activation(name="five_reduce_relu"),
        Conv2d(name="five", channels=32, kernel=(5, 5), padding="same"),
        Activation(name="five_relu"),
        Pool2d(
            name="pool", kernel=(3, 3), stride=(1, 1), padding=(1, 1), inputs=("input",)
        ),
        Conv2d(name="pool_reduce", channels=32, kernel=(1, 1)),
        Activation(name="pool_relu"),
        Concatenate(
            name="joined", inputs=("one_relu", "three_relu", "five_relu", "pool_relu")
        ),
    ),
)

KNOWN_NETWORKS = {
    network.name: network for network in (LENET5_1998, SIGN_LANGUAGE, INCEPTION_3A)
}
