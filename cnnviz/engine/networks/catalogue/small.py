"""Small networks of courses: seen whole, trained in minutes."""

from typing import Final

from cnnviz.engine.networks.catalogue.pictures import (
    AS_IT_IS,
    CIFAR10_CLASSES,
    MNIST,
    SIGNED_LETTERS,
    TINY_VGG_CLASSES,
)
from cnnviz.engine.networks.layers import (
    DIGITS,
    Activation,
    BatchNorm,
    Conv2d,
    Dropout,
    Flatten,
    LayerSpec,
    Linear,
    Network,
    Pool2d,
)

# The small convnet of many Keras courses: three 3 x 3 convolutions, 32, 64, 128 maps.
CONVNET: Final = Network(
    name="convnet",
    title="Convnet 32-64-128",
    input_chw=(1, 28, 28),
    normalization=MNIST,
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

# No convolution at all: what a network without kernels learns of the same digits.
MLP: Final = Network(
    name="mlp",
    title="MLP 784-300-100-10",
    input_chw=(1, 28, 28),
    normalization=MNIST,
    labels=DIGITS,
    layers=(
        Flatten(name="flatten"),
        Linear(name="dense1", units=300),
        Activation(name="dense1_relu"),
        Linear(name="dense2", units=100),
        Activation(name="dense2_relu"),
        Linear(name="output", units=10),
    ),
)

# The network of CNN Explainer (Wang et al. 2020), after the VGG networks.
TINY_VGG: Final = Network(
    name="tiny-vgg",
    title="Tiny VGG",
    input_chw=(3, 64, 64),
    normalization=AS_IT_IS,
    labels=TINY_VGG_CLASSES,
    layers=(
        Conv2d(name="conv_1_1", channels=10, kernel=(3, 3)),
        Activation(name="relu_1_1"),
        Conv2d(name="conv_1_2", channels=10, kernel=(3, 3)),
        Activation(name="relu_1_2"),
        Pool2d(name="max_pool_1"),
        Conv2d(name="conv_2_1", channels=10, kernel=(3, 3)),
        Activation(name="relu_2_1"),
        Conv2d(name="conv_2_2", channels=10, kernel=(3, 3)),
        Activation(name="relu_2_2"),
        Pool2d(name="max_pool_2"),
        Flatten(name="flatten"),
        Linear(name="output", units=10),
    ),
)


def _keras_block(number: int, channels: int, rate: float = 0) -> tuple[LayerSpec, ...]:
    """Return a convolution as Keras has it by default: epsilon 0.001, momentum 0.99."""
    dropout = (Dropout(name=f"dropout{number}", rate=rate),) if rate else ()
    return (
        Conv2d(name=f"conv{number}", channels=channels, kernel=(3, 3), padding="same"),
        Activation(name=f"conv{number}_relu"),
        *dropout,
        BatchNorm(name=f"bn{number}", epsilon=1e-3, momentum=0.01),
        Pool2d(name=f"pool{number}", padding="same"),
    )


# Letters of American sign language, from a course in Portuguese.
SIGN_LANGUAGE: Final = Network(
    name="sign-language",
    title="Sign language",
    input_chw=(1, 28, 28),
    normalization=AS_IT_IS,
    labels=SIGNED_LETTERS,
    layers=(
        *_keras_block(1, 75),
        *_keras_block(2, 50, rate=0.2),
        *_keras_block(3, 25),
        Flatten(name="flatten"),
        Linear(name="dense1", units=512),
        Activation(name="dense1_relu"),
        Dropout(name="dropout4", rate=0.3),
        Linear(name="dense2", units=24),
        Activation(name="softmax", kind="softmax"),
    ),
)


def _pool_of_one(name: str) -> Pool2d:
    """Return the 1 x 1 "pooling" of that course, which changes nothing."""
    return Pool2d(name=name, kernel=(1, 1), stride=(1, 1))


# A course's network for CIFAR-10, its 1 x 1 "poolings" and all.
CIFAR10: Final = Network(
    name="cifar10",
    title="CIFAR-10",
    input_chw=(3, 32, 32),
    normalization=AS_IT_IS,
    labels=CIFAR10_CLASSES,
    layers=(
        Conv2d(name="conv1", channels=128, kernel=(3, 3), padding="same"),
        Activation(name="conv1_relu"),
        Pool2d(name="pool1"),
        Conv2d(name="conv2", channels=128, kernel=(3, 3)),
        Activation(name="conv2_relu"),
        Pool2d(name="pool2"),
        Dropout(name="dropout1", rate=0.25),
        Conv2d(name="conv3", channels=64, kernel=(2, 2)),
        Activation(name="conv3_relu"),
        _pool_of_one("pool3"),
        Conv2d(name="conv4", channels=32, kernel=(2, 2)),
        Activation(name="conv4_relu"),
        _pool_of_one("pool4"),
        Conv2d(name="conv5", channels=32, kernel=(2, 2)),
        Activation(name="conv5_relu"),
        _pool_of_one("pool5"),
        Dropout(name="dropout2", rate=0.25),
        Flatten(name="flatten"),
        Linear(name="dense1", units=64),
        Activation(name="dense1_relu"),
        Linear(name="dense2", units=10),
        Activation(name="softmax", kind="softmax"),
    ),
)
