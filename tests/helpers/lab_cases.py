"""Random pictures and settings of the lab, possible or not."""

from dataclasses import replace
from typing import Any

import numpy as np
from hypothesis import strategies as st

from cnnviz.pages.convolution.model.kernel_bank import KernelBank
from cnnviz.pages.convolution.model.lab_file import Lab, lab_pieces
from cnnviz.pages.convolution.model.lab_settings import (
    LabSettings,
    OperationKind,
    PoolSettings,
    SignalSettings,
    TransposedSettings,
    initial_settings,
    with_bank,
    with_kernel_size,
)
from cnnviz.state.lab_input import LabInput


def picture(*shape: int) -> LabInput:
    """Return a black picture as the lab works on it."""
    black = np.zeros(shape, np.uint8)
    return LabInput(black, black, "grey", 0.0, 255.0)


def encode_lab(lab: Lab) -> bytes:
    """Return the bytes of a lab file."""
    return b"".join(lab_pieces(lab))


@st.composite
def lab_inputs(draw: st.DrawFn) -> LabInput:
    """Return a small grey or coloured picture."""
    side = st.integers(1, 20)
    return picture(draw(st.sampled_from((1, 3))), draw(side), draw(side))


def pairs(least: int, most: int) -> st.SearchStrategy[tuple[int, int]]:
    """Return two numbers."""
    return st.tuples(st.integers(least, most), st.integers(least, most))


@st.composite
def lab_settings(
    draw: st.DrawFn, operations: tuple[OperationKind, ...], of: LabInput
) -> LabSettings:
    """Return settings that are often impossible on a picture."""
    outputs = draw(st.sampled_from((1, 2, 3, 4, 6)))
    planes = draw(st.sampled_from((1, of.channels)))
    bank = KernelBank(np.ones((outputs, planes, 3, 3), np.float32))
    groups = draw(st.sampled_from((1, 1, 1, 1, 2, 3, 0)))
    asked = with_bank(replace(initial_settings(), groups=groups), bank)
    asked = with_kernel_size(asked, draw(pairs(0, 17) | pairs(1, 5)))
    operation = draw(st.sampled_from(operations))
    return replace(asked, operation=operation, **draw(_FIELDS[operation]))


def _some(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({}, optional=fields)


def _record(made: type, **fields: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return _some(**fields).map(lambda chosen: made(**chosen))


_STRIDES = pairs(-1, 6) | pairs(1, 3)
_AMOUNTS = st.integers(-1, 22) | st.integers(0, 3) | st.sampled_from((512, 513))
_FIELDS: dict[str, st.SearchStrategy[dict[str, Any]]] = {
    "convolution": _some(
        stride=_STRIDES,
        dilation=_STRIDES,
        padding=st.sampled_from(("valid", "same", "full"))
        | st.tuples(_AMOUNTS, _AMOUNTS)
        | st.tuples(_AMOUNTS, _AMOUNTS, _AMOUNTS, _AMOUNTS),
        padding_mode=st.sampled_from(("zeros", "reflect", "replicate", "circular")),
    ),
    "transposed": _some(
        transposed=_record(
            TransposedSettings,
            stride=_STRIDES | pairs(900, 1300),
            padding=st.tuples(_AMOUNTS, _AMOUNTS),
            output_padding=pairs(-1, 4),
            dilation=_STRIDES,
        )
    ),
    "pooling": _some(
        pooling=_record(
            PoolSettings,
            kind=st.sampled_from(("max", "average", "sum", "min")),
            size=pairs(-1, 30) | pairs(1, 4) | pairs(9000, 12000),
            stride=st.none() | pairs(-1, 5),
            padding=pairs(-1, 9) | pairs(4000, 5000),
            is_global=st.sampled_from((False, False, False, True)),
        )
    ),
    "signal": _some(
        signal=_record(
            SignalSettings,
            values=st.lists(st.just(1.0), max_size=6).map(tuple),
            kernel=st.lists(st.just(1.0), min_size=1, max_size=9).map(tuple),
            padding=st.sampled_from(("valid", "same", "full")),
            stride=st.integers(-1, 4),
            bias=st.sampled_from((0.0, -2.5)),
        )
    ),
}
