"""Networks drawn at random: layers of every kind, each fitting what it reads."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, get_args

from hypothesis import strategies as st

from cnnviz.engine.convolution.activation.kinds import ACTIVATION_KINDS
from cnnviz.engine.convolution.spec import PaddingMode, PoolKind
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.networks.layers import (
    Activation,
    Add,
    BatchNorm,
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
    RadialBasis,
    ScaledTanh,
    Shape,
    Subsampling,
)
from cnnviz.engine.networks.shapes import layer_shapes

PAIR = st.tuples(st.integers(1, 3), st.integers(1, 3))
SMALL = st.tuples(st.integers(0, 1), st.integers(0, 1))
NUMBER = st.floats(0.125, 2, width=32)

Draw = Callable[[Any], Any]


def _conv(draw: Draw, name: str, shape: Shape) -> LayerSpec:
    channels = shape[0]
    if draw(st.integers(0, 3)) == 0:
        row = st.lists(
            st.integers(0, channels - 1), min_size=1, max_size=channels, unique=True
        )
        table = tuple(map(tuple, draw(st.lists(row, min_size=1, max_size=3))))
        groups, outputs = 1, len(table)
    else:
        groups = draw(st.sampled_from([n for n in (1, 2, 3) if channels % n == 0]))
        table, outputs = None, groups * draw(st.integers(1, 2))
    return Conv2d(
        name=name,
        channels=outputs,
        kernel=draw(PAIR),
        stride=draw(PAIR),
        padding=draw(
            st.one_of(
                st.sampled_from(["same", "valid", "full"]),
                SMALL,
                st.tuples(*[st.integers(0, 2)] * 4),
            )
        ),
        padding_mode=draw(st.sampled_from(get_args(PaddingMode))),
        dilation=draw(PAIR),
        groups=groups,
        bias=draw(st.booleans()),
        connections_table=table,
    )


def _pool(draw: Draw, name: str, shape: Shape) -> LayerSpec:
    kernel, share = draw(PAIR), draw(SMALL)
    return Pool2d(
        name=name,
        kind=draw(st.sampled_from(get_args(PoolKind))),
        kernel=kernel,
        stride=draw(PAIR),
        padding=draw(
            st.sampled_from(
                [
                    "same",
                    tuple(min(a, k // 2) for a, k in zip(share, kernel, strict=True)),
                ]
            )
        ),
        ceil_mode=draw(st.booleans()),
        counts_padding=draw(st.booleans()),
    )


ON_MAPS: tuple[Callable[[Draw, str, Shape], LayerSpec], ...] = (
    _conv,
    _conv,
    _pool,
    _pool,
    lambda draw, name, _: GlobalPool2d(
        name=name, kind=draw(st.sampled_from(get_args(PoolKind)))
    ),
    lambda draw, name, _: Subsampling(
        name=name,
        kind=draw(st.sampled_from(["sum", "average"])),
        kernel=draw(PAIR),
        stride=draw(PAIR),
    ),
    lambda draw, name, _: LocalResponseNorm(
        name=name,
        size=draw(st.integers(1, 6)),
        alpha=draw(NUMBER),
        beta=draw(NUMBER),
        k=draw(NUMBER),
    ),
)
ON_ANY: tuple[Callable[[Draw, str, Shape], LayerSpec], ...] = (
    lambda draw, name, _: Activation(
        name=name, kind=draw(st.sampled_from(ACTIVATION_KINDS)), slope=draw(NUMBER)
    ),
    lambda draw, name, _: ScaledTanh(
        name=name, amplitude=draw(NUMBER), steepness=draw(NUMBER)
    ),
    lambda draw, name, _: BatchNorm(
        name=name, epsilon=draw(NUMBER), momentum=draw(NUMBER)
    ),
    lambda draw, name, _: Dropout(name=name, rate=draw(st.floats(0, 0.9))),
)


@st.composite
def networks(draw: Draw) -> Network:
    """Return a small network: maps, perhaps a branch, then vectors."""
    input_chw = draw(st.tuples(*map(st.integers, (1, 3, 3), (4, 9, 9))))
    layers: list[LayerSpec] = []

    def shape() -> Shape:
        return layer_shapes(_network(input_chw, layers))[-1][1] if layers else input_chw

    def add(make: Callable[[Draw, str, Shape], LayerSpec]) -> None:
        layer = make(draw, f"l{len(layers)}", shape())
        try:
            layer.output_shape([shape()])
        except CnnvizError:
            return  # it does not fit: the network goes on without it
        layers.append(layer)

    for _ in range(draw(st.integers(0, 4))):
        add(draw(st.sampled_from(ON_MAPS + ON_ANY)))
    _branch(draw, layers, shape(), len(layers))
    layers.append(Flatten(name="flat"))
    (numbers,) = shape()
    if draw(st.booleans()) or numbers >= 100:
        units = draw(st.integers(1, 4))
        layers.append(Linear(name="dense", units=units, bias=draw(st.booleans())))
    else:
        code = st.tuples(*[st.sampled_from((-1.0, 1.0))] * numbers)
        codes = tuple(draw(st.lists(code, min_size=1, max_size=3)))
        layers.append(RadialBasis(name="codes", codes=codes))
    add(draw(st.sampled_from(ON_ANY)))
    return _network(input_chw, layers)


def _branch(draw: Draw, layers: list[LayerSpec], shape: Shape, count: int) -> None:
    """Add a layer beside the last one, and what joins them."""
    source = layers[-1].name if layers else "input"
    kind = draw(st.sampled_from([None, Add, Concatenate]))
    if kind is None:
        return
    layers.append(ScaledTanh(name="bent", inputs=(source,)))
    layers.append(
        Conv2d(name="one", channels=shape[0], kernel=(1, 1), inputs=(source,))
    )
    layers.append(kind(name="joined", inputs=("bent", source, "one")))


def _network(input_chw: tuple[int, int, int], layers: list[LayerSpec]) -> Network:
    network = Network(
        name="drawn",
        title="Drawn",
        input_chw=input_chw,
        normalization=(0.5, 0.25),
        labels=(),
        layers=tuple(layers),
    )
    if not layers:
        return network
    outputs = layer_shapes(network)[-1][1][0]
    return replace(network, labels=tuple(f"label {n}" for n in range(outputs)))
