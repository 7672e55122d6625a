"""Numbers that are made of the cells under a window."""

from collections.abc import Callable, Mapping, Sequence
from math import prod
from typing import Final

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.convolution.shapes import padding_amounts
from cnnviz.engine.convolution.spec import PaddingMode
from cnnviz.engine.networks.layers import Conv2d, GlobalPool2d, Pool2d, Subsampling
from cnnviz.engine.networks.layers.layer_spec import Array
from cnnviz.engine.networks.layers.windows import NUMPY_MODES
from cnnviz.engine.networks.units.parts import NO_CELL, At, Floats, Parts, Read, Window

Places = NDArray[np.intp]
Weights = Mapping[str, Array]

_CHOOSE: Final[Mapping[str, Callable[[Floats], np.intp]]] = {
    "max": np.nanargmax,
    "min": np.nanargmin,
}


def convolution(layer: Conv2d, read: Sequence[Read], weights: Weights, at: At) -> Parts:
    """Return the window and the kernel of every channel that a sum runs over."""
    (given,) = read
    channels, height, width = given.values.shape
    output, row, column = at
    spec, amounts = layer.spec, padding_amounts(layer.spec, (height, width))
    mode = layer.padding_mode
    rows = _places(height, amounts.top, amounts.bottom, mode)
    columns = _places(width, amounts.left, amounts.right, mode)
    rows = rows[row * spec.stride[0] + spec.dilation[0] * np.arange(spec.kernel[0])]
    columns = columns[
        column * spec.stride[1] + spec.dilation[1] * np.arange(spec.kernel[1])
    ]
    seen, place = layer.kernels_joined(channels, output)
    # A range of maps is not copied: a layer may read hundreds.
    maps = slice(seen.start, seen.stop) if isinstance(seen, range) else seen
    cells_ihw = _cells(given.values[maps], rows, columns, fill=0)
    kernels_ikk = weights["weight"][place].astype(np.float64)
    totals = (cells_ihw * kernels_ikk).sum(axis=(1, 2)).tolist()
    at_rows, at_columns = tuple(rows.tolist()), tuple(columns.tolist())
    windows = [
        Window(
            layer=given.layer,
            channel=channel,
            rows=at_rows,
            columns=at_columns,
            cells_hw=cells_hw,
            kernel_hw=kernel_hw,
            total=total,
        )
        for channel, cells_hw, kernel_hw, total in zip(
            seen, cells_ihw, kernels_ikk, totals, strict=True
        )
    ]
    bias = float(weights["bias"][output]) if layer.bias else 0.0
    value = sum(window.total for window in windows) + bias
    return Parts(
        value=value,
        facts={"bias": bias, "before_activation": value},
        windows=tuple(windows),
    )


def pooling(layer: Pool2d, read: Sequence[Read], _weights: Weights, at: At) -> Parts:
    """Return the window of a pooling; cells of the padding take part in a mean only."""
    (given,) = read
    _, height, width = given.values.shape
    channel, *place = at
    axes = layer.axes(height, width)
    rows, columns = (
        _places(size, axis.before, axis.after)[step * index + np.arange(kernel)]
        for size, axis, step, index, kernel in zip(
            (height, width), axes, layer.stride, place, layer.kernel, strict=True
        )
    )
    counted = prod(axis.counted[index] for axis, index in zip(axes, place, strict=True))
    return _pooled(given, channel, rows, columns, layer.kind, counted)


def global_pooling(
    layer: GlobalPool2d, read: Sequence[Read], _weights: Weights, at: At
) -> Parts:
    """Return the whole map as the window."""
    (given,) = read
    _, height, width = given.values.shape
    rows, columns = np.arange(height), np.arange(width)
    return _pooled(given, at[0], rows, columns, layer.kind, height * width)


def _pooled(
    given: Read, channel: int, rows: Places, columns: Places, kind: str, counted: int
) -> Parts:
    cells_hw = _cells(given.values[channel], rows, columns, fill=np.nan)
    if kind in _CHOOSE:
        row, column = np.unravel_index(_CHOOSE[kind](cells_hw), cells_hw.shape)
        chosen = int(row), int(column)
        value = float(cells_hw[chosen])
        window = _window(given, channel, rows, columns, cells_hw, value, chosen=chosen)
        return Parts(value=value, windows=(window,))
    total = float(np.nansum(cells_hw))
    window = _window(given, channel, rows, columns, cells_hw, total)
    if kind == "sum":
        return Parts(value=total, windows=(window,))
    return Parts(
        value=total / counted, facts={"sum": total, "count": counted}, windows=(window,)
    )


def subsampling(
    layer: Subsampling, read: Sequence[Read], weights: Weights, at: At
) -> Parts:
    """Return the window, and the coefficient and bias of its map."""
    (given,) = read
    channel, row, column = at
    rows = row * layer.stride[0] + np.arange(layer.kernel[0])
    columns = column * layer.stride[1] + np.arange(layer.kernel[1])
    cells_hw = _cells(given.values[channel], rows, columns, fill=0)
    total = float(cells_hw.sum())
    facts: dict[str, float | str] = {"sum": total}
    pooled = total
    if layer.kind == "average":
        facts["count"] = cells_hw.size
        pooled = total / cells_hw.size
    coefficient, bias = (float(weights[name][channel]) for name in ("weight", "bias"))
    value = pooled * coefficient + bias
    facts |= {"coefficient": coefficient, "bias": bias, "before_activation": value}
    window = _window(given, channel, rows, columns, cells_hw, total)
    return Parts(value=value, facts=facts, windows=(window,))


def _places(size: int, before: int, after: int, mode: PaddingMode = "zeros") -> Places:
    """Return which cell of an axis each one of the padded axis holds."""
    places = np.arange(size)
    if mode == "zeros":
        return np.pad(places, (before, after), constant_values=NO_CELL)
    return np.pad(places, (before, after), NUMPY_MODES[mode])  # type: ignore[call-overload, no-any-return]


def _cells(maps: Array, rows: Places, columns: Places, fill: float) -> Floats:
    """Return the cells under a window, of one map or of several."""
    cells: Floats = maps[..., rows[:, np.newaxis], columns].astype(np.float64)
    cells[..., rows == NO_CELL, :] = fill
    cells[..., columns == NO_CELL] = fill
    return cells


def _window(
    given: Read,
    channel: int,
    rows: Places,
    columns: Places,
    cells_hw: Floats,
    total: float,
    chosen: tuple[int, int] | None = None,
) -> Window:
    return Window(
        layer=given.layer,
        channel=channel,
        rows=tuple(rows.tolist()),
        columns=tuple(columns.tolist()),
        cells_hw=cells_hw,
        total=total,
        chosen=chosen,
    )
