"""Nodes that work out shapes from numbers that are known: PyTorch writes many of them."""

from collections.abc import Callable, Mapping, Sequence
from math import prod
from types import MappingProxyType
from typing import Final

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.networks.files.onnx.file import FLOATS, WHOLES, Settings

Numbers = NDArray[np.generic]

MOST_WHOLES: Final = 64
"""Numbers of a shape: weights are not worked out here."""


def folded(
    operator: str, inputs: Sequence[Numbers], settings: Settings
) -> Numbers | None:
    """Return what a node makes of numbers that are known.

    ``None`` where it makes too many, or the operator is none of `FOLDS`.
    """
    if operator in ("Identity", "Transpose", "Cast"):  # makes no more than there was
        return FOLDS[operator](inputs, settings)
    if operator not in FOLDS or sum(one.size for one in inputs) > MOST_WHOLES:
        return None
    made = FOLDS[operator](inputs, settings)
    return made if made is not None and made.size <= MOST_WHOLES else None


def _axes(inputs: Sequence[Numbers], settings: Settings) -> tuple[int, ...]:
    given = settings.wholes("axes")
    return tuple(map(int, inputs[1].ravel())) if len(inputs) > 1 else given


def _identity(inputs: Sequence[Numbers], settings: Settings) -> Numbers:
    return inputs[0]


def _transpose(inputs: Sequence[Numbers], settings: Settings) -> Numbers:
    return inputs[0].transpose(settings.wholes("perm") or None)


def _concat(inputs: Sequence[Numbers], settings: Settings) -> Numbers:
    return np.concatenate(inputs, axis=settings.whole("axis", 0))


def _gather(inputs: Sequence[Numbers], settings: Settings) -> Numbers:
    return np.take(inputs[0], inputs[1].astype(np.int64), settings.whole("axis", 0))


def _reshape(inputs: Sequence[Numbers], settings: Settings) -> Numbers:
    return inputs[0].reshape(tuple(map(int, inputs[1])))


def _squeeze(inputs: Sequence[Numbers], settings: Settings) -> Numbers:
    return inputs[0].squeeze(_axes(inputs, settings) or None)


def _unsqueeze(inputs: Sequence[Numbers], settings: Settings) -> Numbers:
    return np.expand_dims(inputs[0], _axes(inputs, settings))


def _cast(inputs: Sequence[Numbers], settings: Settings) -> Numbers | None:
    kind = settings.whole("to", 0)
    if kind in FLOATS:
        return inputs[0].astype(np.float32)
    is_whole = kind in WHOLES and bool(np.isfinite(inputs[0]).all())
    return inputs[0].astype(np.int64) if is_whole else None


def _slice(inputs: Sequence[Numbers], settings: Settings) -> Numbers:
    values, *rest = inputs
    if not rest:
        rest = [np.array(settings.wholes(name)) for name in ("starts", "ends", "axes")]
    starts, ends = (part.ravel().tolist() for part in rest[:2])
    axes = rest[2].ravel().tolist() if len(rest) > 2 else [*range(len(starts))]
    steps = rest[3].ravel().tolist() if len(rest) > 3 else [1] * len(starts)
    where = [slice(None)] * values.ndim
    for axis, start, end, step in zip(axes, starts, ends, steps, strict=True):
        size = values.shape[axis]
        # Backwards, "before the first" is the smallest number there is.
        last = None if step < 0 and end < -size else end
        where[axis] = slice(start, last, step)
    return values[tuple(where)]


def _constant_of_shape(inputs: Sequence[Numbers], settings: Settings) -> Numbers:
    shape = tuple(map(int, inputs[0].ravel()))
    if prod(shape) > MOST_WHOLES:
        raise ValueError(shape)
    value = settings.constant("")
    if value is None:
        return np.zeros(shape, np.float32)
    return np.full(shape, value.ravel()[0], value.dtype)


_Fold = Callable[[Sequence[Numbers], Settings], Numbers | None]

FOLDS: Final[Mapping[str, _Fold]] = MappingProxyType(
    {
        "Identity": _identity,
        "Transpose": _transpose,
        "Concat": _concat,
        "Gather": _gather,
        "Reshape": _reshape,
        "Squeeze": _squeeze,
        "Unsqueeze": _unsqueeze,
        "Cast": _cast,
        "Slice": _slice,
        "ConstantOfShape": _constant_of_shape,
    }
)
"""What each operator makes of known numbers."""
