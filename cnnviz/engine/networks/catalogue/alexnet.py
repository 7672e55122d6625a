"""AlexNet (Krizhevsky, Sutskever and Hinton 2012), in its two common forms."""

from typing import Final

from cnnviz.engine.networks.catalogue.pictures import IMAGENET, IMAGENET_CLASSES
from cnnviz.engine.networks.layers import (
    Activation,
    Conv2d,
    Dropout,
    Flatten,
    LayerSpec,
    Linear,
    LocalResponseNorm,
    Network,
    Pool2d,
)


def _pool(name: str) -> Pool2d:
    """Return a pooling whose windows overlap."""
    return Pool2d(name=name, kernel=(3, 3), stride=(2, 2))


def _classifier() -> tuple[LayerSpec, ...]:
    return (
        Flatten(name="flatten"),
        Dropout(name="dropout1"),
        Linear(name="fc6", units=4096),
        Activation(name="fc6_relu"),
        Dropout(name="dropout2"),
        Linear(name="fc7", units=4096),
        Activation(name="fc7_relu"),
        Linear(name="fc8", units=1000),
    )


# One tower (Krizhevsky 2014), as torchvision has it: no groups, no normalization.
ALEXNET: Final = Network(
    name="alexnet",
    title="AlexNet",
    input_chw=(3, 224, 224),
    normalization=IMAGENET,
    labels=IMAGENET_CLASSES,
    layers=(
        Conv2d(
            name="conv1", channels=64, kernel=(11, 11), stride=(4, 4), padding=(2, 2)
        ),
        Activation(name="conv1_relu"),
        _pool("pool1"),
        Conv2d(name="conv2", channels=192, kernel=(5, 5), padding=(2, 2)),
        Activation(name="conv2_relu"),
        _pool("pool2"),
        Conv2d(name="conv3", channels=384, kernel=(3, 3), padding=(1, 1)),
        Activation(name="conv3_relu"),
        Conv2d(name="conv4", channels=256, kernel=(3, 3), padding=(1, 1)),
        Activation(name="conv4_relu"),
        Conv2d(name="conv5", channels=256, kernel=(3, 3), padding=(1, 1)),
        Activation(name="conv5_relu"),
        _pool("pool5"),
        *_classifier(),
    ),
)


def _half_seen(name: str, channels: int, size: int) -> Conv2d:
    """Return a convolution in two groups: each graphics card saw its own maps only."""
    return Conv2d(
        name=name,
        channels=channels,
        kernel=(size, size),
        padding=(size // 2, size // 2),
        groups=2,
    )


def _local_norm(name: str) -> LocalResponseNorm:
    """Return the normalization of the paper, section 3.3."""
    # Each sum of squares there has the factor 0.0001; here it is divided by the 5 maps.
    return LocalResponseNorm(name=name, size=5, alpha=5e-4, beta=0.75, k=2.0)


# The two towers of 2012. The paper says 224; 55 x 55 first maps take 227.
ALEXNET_2012: Final = Network(
    name="alexnet-2012",
    title="AlexNet (2012)",
    input_chw=(3, 227, 227),
    normalization=IMAGENET,
    labels=IMAGENET_CLASSES,
    layers=(
        Conv2d(name="conv1", channels=96, kernel=(11, 11), stride=(4, 4)),
        Activation(name="conv1_relu"),
        _local_norm("norm1"),
        _pool("pool1"),
        _half_seen("conv2", 256, 5),
        Activation(name="conv2_relu"),
        _local_norm("norm2"),
        _pool("pool2"),
        Conv2d(name="conv3", channels=384, kernel=(3, 3), padding=(1, 1)),
        Activation(name="conv3_relu"),
        _half_seen("conv4", 384, 3),
        Activation(name="conv4_relu"),
        _half_seen("conv5", 256, 3),
        Activation(name="conv5_relu"),
        _pool("pool5"),
        *_classifier(),
    ),
)
