"""Networks drawn by hypothesis: layers of every kind, chains and branches."""

from typing import get_args

from hypothesis import strategies as st

from cnnviz.engine.convolution.activation.kinds import ActivationKind
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
    Subsampling,
)
from cnnviz.engine.networks.shapes import layer_shapes
from tests.helpers.torch_oracle import around

PAIR = st.tuples(st.integers(1, 3), st.integers(1, 3))
POOLS = st.sampled_from(get_args(PoolKind))


@st.composite
def convolution(draw: st.DrawFn, name: str, channels: int) -> Conv2d:
    """Return a convolution with any settings."""
    groups = draw(st.sampled_from([1, 1, channels]))
    table = None
    if groups == 1 and draw(st.booleans()):
        row = st.lists(
            st.integers(0, channels - 1), min_size=1, max_size=channels, unique=True
        ).map(tuple)
        table = tuple(draw(st.lists(row, min_size=1, max_size=3)))
    padding = st.one_of(
        st.sampled_from(["same", "valid", "full"]),
        PAIR,
        st.tuples(*[st.integers(0, 2)] * 4),
    )
    return Conv2d(
        name=name,
        channels=len(table) if table else groups * draw(st.integers(1, 3)),
        kernel=draw(PAIR),
        stride=draw(PAIR),
        dilation=draw(PAIR),
        padding=draw(padding),  # type: ignore[arg-type]
        padding_mode=draw(st.sampled_from(get_args(PaddingMode))),
        groups=groups,
        bias=draw(st.booleans()),
        connections_table=table,
    )


@st.composite
def pooling(draw: st.DrawFn, name: str) -> Pool2d:
    """Return a pooling with any settings."""
    kernel = draw(PAIR)
    padding = st.tuples(*(st.integers(0, size // 2) for size in kernel))
    return Pool2d(
        name=name,
        kind=draw(POOLS),
        kernel=kernel,
        stride=draw(PAIR),
        padding=draw(st.one_of(st.just("same"), padding)),  # type: ignore[arg-type]
        ceil_mode=draw(st.booleans()),
        counts_padding=draw(st.booleans()),
    )


def of_each(name: str) -> st.SearchStrategy[LayerSpec]:
    """Return a layer that takes maps and vectors."""
    return st.one_of(
        st.builds(
            Activation,
            name=st.just(name),
            kind=st.sampled_from(get_args(ActivationKind)),
            slope=st.sampled_from([0.01, 0.3]),
        ),
        st.just(ScaledTanh(name=name)),
        st.just(BatchNorm(name=name, epsilon=1e-3)),
        st.just(Dropout(name=name, rate=0.2)),
    )


@st.composite
def networks(draw: st.DrawFn) -> Network:
    """Return a network whose layers fit: maps, perhaps branches, then a vector."""
    chw = draw(st.tuples(st.integers(1, 4), st.integers(3, 9), st.integers(3, 9)))
    layers: list[LayerSpec] = []

    def shape() -> tuple[int, ...]:
        if not layers:
            return chw
        return layer_shapes(around(*layers, input_chw=chw))[-1][1]

    for index in range(draw(st.integers(1, 4))):
        name, before = f"layer-{index}", layers[-1].name if layers else "input"
        join = draw(st.sampled_from([Add, Concatenate]))
        drawn = draw(
            st.one_of(
                convolution(name, shape()[0]),
                pooling(name),
                of_each(name),
                st.builds(
                    LocalResponseNorm, name=st.just(name), size=st.integers(1, 5)
                ),
                st.builds(
                    Subsampling,
                    name=st.just(name),
                    kernel=PAIR,
                    stride=PAIR,
                    kind=st.sampled_from(["sum", "average"]),
                ),
                st.builds(GlobalPool2d, name=st.just(name), kind=POOLS),
                st.builds(join, name=st.just(name), inputs=st.just((before,) * 2)),
            )
        )
        try:
            layer_shapes(around(*layers, drawn, input_chw=chw))
        except CnnvizError:
            continue  # it does not fit what is before it
        layers.append(drawn)
        if drawn.key in ("conv2d", "activation") and draw(st.booleans()):
            branch = Activation(name=f"branch-{index}", kind="tanh")
            layers += [branch, join(name=f"join-{index}", inputs=(name, branch.name))]
    layers.append(Flatten(name="flatten"))
    layers += draw(st.lists(of_each("each"), max_size=1))
    (numbers,) = shape()
    code = st.tuples(*[st.sampled_from([-1.0, 1.0])] * min(numbers, 200))
    ends = [
        st.just([]),
        st.just([Linear(name="out", units=3, bias=draw(st.booleans()))]),
    ]
    if numbers <= 200:
        ends.append(
            st.tuples(code, code).map(lambda c: [RadialBasis(name="out", codes=c)])
        )
    layers += draw(st.one_of(ends))
    return around(*layers, input_chw=chw)
