"""Networks and their layers described as plain data: no torch, so a page reads them at once.

A kind of layer is one class, and one line of the table below. To add one: write the
class in a file here, add its line, translate its two texts.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from cnnviz.engine.networks.layers.activation import Activation, ScaledTanh
from cnnviz.engine.networks.layers.convolution import Conv2d
from cnnviz.engine.networks.layers.dense import Flatten, Linear, RadialBasis
from cnnviz.engine.networks.layers.dropout import Dropout
from cnnviz.engine.networks.layers.joins import Add, Concatenate
from cnnviz.engine.networks.layers.layer_spec import (
    AnswerKind,
    LayerSpec,
    LayerText,
    Shape,
)
from cnnviz.engine.networks.layers.network import DIGITS, PICTURE, Network
from cnnviz.engine.networks.layers.normalization import BatchNorm, LocalResponseNorm
from cnnviz.engine.networks.layers.pooling import GlobalPool2d, Pool2d
from cnnviz.engine.networks.layers.subsampling import Subsampling

__all__ = [
    "DIGITS",
    "LAYER_KINDS",
    "PICTURE",
    "Activation",
    "Add",
    "AnswerKind",
    "BatchNorm",
    "Concatenate",
    "Conv2d",
    "Dropout",
    "Flatten",
    "GlobalPool2d",
    "LayerSpec",
    "LayerText",
    "Linear",
    "LocalResponseNorm",
    "Network",
    "Pool2d",
    "RadialBasis",
    "ScaledTanh",
    "Shape",
    "Subsampling",
]

LAYER_KINDS: Final[Mapping[str, type[LayerSpec]]] = MappingProxyType(
    {
        kind.key: kind
        for kind in (
            Conv2d,
            Activation,
            ScaledTanh,
            Pool2d,
            GlobalPool2d,
            Subsampling,
            BatchNorm,
            LocalResponseNorm,
            Dropout,
            Flatten,
            Linear,
            Add,
            Concatenate,
            RadialBasis,
        )
    }
)
"""Every kind of layer by its key."""
