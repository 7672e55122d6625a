"""LeNet-5 (LeCun, Bottou, Bengio and Haffner 1998), as published and as taught today."""

from typing import Final

from cnnviz.engine.networks.catalogue.digit_codes import CODES
from cnnviz.engine.networks.catalogue.pictures import MNIST
from cnnviz.engine.networks.layers import (
    DIGITS,
    Activation,
    Conv2d,
    Flatten,
    Linear,
    Network,
    Pool2d,
    RadialBasis,
    ScaledTanh,
    Subsampling,
)

# As it is taught today: every C3 kernel sees all six maps of S2, pooling has no
# parameters, ReLU for the scaled tanh, a linear output for the radial basis functions.
# The 32 x 32 frame of the paper is C1's padding.
LENET5: Final = Network(
    name="lenet5",
    title="LeNet-5",
    input_chw=(1, 28, 28),
    normalization=MNIST,
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

# Table I of the paper: the maps of S2 that each map of C3 sees.
_C3_TABLE: Final = (
    (0, 1, 2), (1, 2, 3), (2, 3, 4), (3, 4, 5), (0, 4, 5), (0, 1, 5),
    (0, 1, 2, 3), (1, 2, 3, 4), (2, 3, 4, 5), (0, 3, 4, 5), (0, 1, 4, 5), (0, 1, 2, 5),
    (0, 1, 3, 4), (1, 2, 4, 5), (0, 2, 3, 5), (0, 1, 2, 3, 4, 5),
)  # fmt: skip

# Paper is -0.1 and ink 1.175, so that the mean is about 0 and the variance about 1.
_SCALE: Final = (0.1 / 1.275, 1 / 1.275)

LENET5_1998: Final = Network(
    name="lenet5-1998",
    title="LeNet-5 (1998)",
    input_chw=(1, 28, 28),
    normalization=_SCALE,
    labels=DIGITS,
    layers=(
        Conv2d(name="c1", channels=6, kernel=(5, 5), padding=(2, 2)),
        ScaledTanh(name="c1_tanh"),
        Subsampling(name="s2"),
        ScaledTanh(name="s2_tanh"),
        Conv2d(name="c3", channels=16, kernel=(5, 5), connections_table=_C3_TABLE),
        ScaledTanh(name="c3_tanh"),
        Subsampling(name="s4"),
        ScaledTanh(name="s4_tanh"),
        Conv2d(name="c5", channels=120, kernel=(5, 5)),
        ScaledTanh(name="c5_tanh"),
        Flatten(name="flatten"),
        Linear(name="f6", units=84),
        ScaledTanh(name="f6_tanh"),
        RadialBasis(name="output", codes=CODES),
    ),
)
