"""GoogLeNet (Szegedy et al. 2014), laid out as in the paper: no auxiliary classifiers."""

from typing import Final

from cnnviz.engine.networks.catalogue.pictures import IMAGENET, IMAGENET_CLASSES
from cnnviz.engine.networks.layers import (
    Activation,
    Concatenate,
    Conv2d,
    Dropout,
    Flatten,
    GlobalPool2d,
    LayerSpec,
    Linear,
    LocalResponseNorm,
    Network,
    Pool2d,
)

# Table 1 of the paper: maps of 1x1, 3x3 reduce, 3x3, 5x5 reduce, 5x5, pool projection.
_INCEPTIONS: Final = {
    "3a": (64, 96, 128, 16, 32, 32),
    "3b": (128, 128, 192, 32, 96, 64),
    "4a": (192, 96, 208, 16, 48, 64),
    "4b": (160, 112, 224, 24, 64, 64),
    "4c": (128, 128, 256, 24, 64, 64),
    "4d": (112, 144, 288, 32, 64, 64),
    "4e": (256, 160, 320, 32, 128, 128),
    "5a": (256, 160, 320, 32, 128, 128),
    "5b": (384, 192, 384, 48, 128, 128),
}


def _conv(
    name: str, channels: int, size: int, *, stride: int = 1, source: str = ""
) -> tuple[LayerSpec, ...]:
    """Return a convolution that keeps the size (but for its stride), and its ReLU."""
    return (
        Conv2d(
            name=name,
            channels=channels,
            kernel=(size, size),
            stride=(stride, stride),
            padding=(size // 2, size // 2),
            inputs=(source,) if source else (),
        ),
        Activation(name=f"{name}_relu"),
    )


def _pool(name: str) -> Pool2d:
    """Return a pooling that halves the size, the last window cut at the edge."""
    return Pool2d(name=name, kernel=(3, 3), stride=(2, 2), ceil_mode=True)


def _inception(key: str, source: str) -> tuple[LayerSpec, ...]:
    """Return four branches side by side, joined map after map."""
    one, three_reduce, three, five_reduce, five, pool = _INCEPTIONS[key]
    name = f"inception{key}"
    return (
        *_conv(f"{name}_1x1", one, 1, source=source),
        *_conv(f"{name}_3x3_reduce", three_reduce, 1, source=source),
        *_conv(f"{name}_3x3", three, 3),
        *_conv(f"{name}_5x5_reduce", five_reduce, 1, source=source),
        *_conv(f"{name}_5x5", five, 5),
        Pool2d(
            name=f"{name}_pool",
            kernel=(3, 3),
            stride=(1, 1),
            padding=(1, 1),
            inputs=(source,),
        ),
        *_conv(f"{name}_pool_proj", pool, 1),
        Concatenate(
            name=name,
            inputs=tuple(
                f"{name}_{branch}_relu" for branch in ("1x1", "3x3", "5x5", "pool_proj")
            ),
        ),
    )


GOOGLENET: Final = Network(
    name="googlenet",
    title="GoogLeNet",
    input_chw=(3, 224, 224),
    normalization=IMAGENET,
    labels=IMAGENET_CLASSES,
    layers=(
        *_conv("conv1", 64, 7, stride=2),
        _pool("pool1"),
        LocalResponseNorm(name="norm1"),
        *_conv("conv2_reduce", 64, 1),
        *_conv("conv2", 192, 3),
        LocalResponseNorm(name="norm2"),
        _pool("pool2"),
        *_inception("3a", "pool2"),
        *_inception("3b", "inception3a"),
        _pool("pool3"),
        *_inception("4a", "pool3"),
        *_inception("4b", "inception4a"),
        *_inception("4c", "inception4b"),
        *_inception("4d", "inception4c"),
        *_inception("4e", "inception4d"),
        _pool("pool4"),
        *_inception("5a", "pool4"),
        *_inception("5b", "inception5a"),
        GlobalPool2d(name="pool5"),
        Dropout(name="dropout", rate=0.4),
        Flatten(name="flatten"),
        Linear(name="output", units=1000),
    ),
)
