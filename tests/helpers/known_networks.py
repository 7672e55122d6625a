"""Networks with published figures that use what the program's own do not."""

import numpy as np

from cnnviz.engine.networks.layers import (
    Activation,
    BatchNorm,
    Concatenate,
    Conv2d,
    Dropout,
    Flatten,
    LayerSpec,
    Linear,
    Network,
    Pool2d,
    RadialBasis,
    ScaledTanh,
    Subsampling,
)

# LeCun, Bottou, Bengio and Haffner (1998), table I.
C3_TABLE = (
    (0, 1, 2), (1, 2, 3), (2, 3, 4), (3, 4, 5), (0, 4, 5), (0, 1, 5),
    (0, 1, 2, 3), (1, 2, 3, 4), (2, 3, 4, 5), (0, 3, 4, 5), (0, 1, 4, 5), (0, 1, 2, 5),
    (0, 1, 3, 4), (1, 2, 4, 5), (0, 2, 3, 5), (0, 1, 2, 3, 4, 5),
)  # fmt: skip

# Any codes of +1 and -1 have the published counts.
_CODES = np.random.default_rng(1998).choice([-1.0, 1.0], (10, 84))

LENET5_1998 = Network(
    name="lenet5-1998",
    title="LeNet-5 (1998)",
    input_chw=(1, 28, 28),
    # White is -0.1 and black 1.175.
    normalization=(0.1 / 1.275, 1 / 1.275),
    labels=tuple("0123456789"),
    layers=(
        Conv2d(name="c1", channels=6, kernel=(5, 5), padding=(2, 2)),
        ScaledTanh(name="c1_tanh"),
        Subsampling(name="s2"),
        ScaledTanh(name="s2_tanh"),
        Conv2d(name="c3", channels=16, kernel=(5, 5), connections_table=C3_TABLE),
        ScaledTanh(name="c3_tanh"),
        Subsampling(name="s4"),
        ScaledTanh(name="s4_tanh"),
        Conv2d(name="c5", channels=120, kernel=(5, 5)),
        ScaledTanh(name="c5_tanh"),
        Flatten(name="flatten"),
        Linear(name="f6", units=84),
        ScaledTanh(name="f6_tanh"),
        RadialBasis(name="output", codes=tuple(map(tuple, _CODES.tolist()))),
    ),
)


def _keras_block(number: int, channels: int, rate: float) -> tuple[LayerSpec, ...]:
    dropout = (Dropout(name=f"dropout{number}", rate=rate),) if rate else ()
    return (
        Conv2d(name=f"conv{number}", channels=channels, kernel=(3, 3), padding="same"),
        Activation(name=f"conv{number}_relu"),
        *dropout,
        BatchNorm(name=f"bn{number}", epsilon=1e-3, momentum=0.01),
        Pool2d(name=f"pool{number}", padding="same"),
    )


# The net of a course on sign language, as Keras summarizes it.
SIGN_LANGUAGE = Network(
    name="sign-language",
    title="Sign language",
    input_chw=(1, 28, 28),
    normalization=(0.0, 1.0),
    labels=tuple(
        letter for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ" if letter not in "JZ"
    ),
    layers=(
        *_keras_block(1, 75, 0),
        *_keras_block(2, 50, 0.2),
        *_keras_block(3, 25, 0),
        Flatten(name="flatten"),
        Linear(name="dense1", units=512),
        Activation(name="dense1_relu"),
        Dropout(name="dropout4", rate=0.3),
        Linear(name="dense2", units=24),
        Activation(name="softmax", kind="softmax"),
    ),
)

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
