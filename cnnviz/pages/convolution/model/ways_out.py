"""What could be changed when settings cannot be, one change at a time."""

from collections.abc import Callable, Iterator
from math import gcd
from typing import Final, cast

from cnnviz.engine.convolution.shapes import padded_size, padding_amounts
from cnnviz.engine.convolution.spec import Pair
from cnnviz.pages.convolution.model.field_changes import Change, Field, Value, value_of
from cnnviz.pages.convolution.model.lab_limits import OWN_LIMITS, LimitedField, limits
from cnnviz.pages.convolution.model.lab_operation import conv_spec
from cnnviz.pages.convolution.model.lab_settings import (
    MOST_KERNELS,
    LabSettings,
    OperationKind,
    Padding,
)
from cnnviz.state.lab_input import LabInput


def ways_out(
    code: str, settings: LabSettings, good: LabSettings | None, given: LabInput
) -> Iterator[Change]:
    """Yield what could be changed, the nearest first; not all of it need help.

    Parameters
    ----------
    code
        Of the error that the settings led to.
    settings, given
        What was asked for, and on which picture.
    good
        The last settings that were possible.
    """
    if good is not None and good.operation != settings.operation:
        good = None
    if (field := OWN_FIELD[settings.operation].get(code)) is not None:
        yield from _within(settings, field, good)
        yield from _natural(settings, field, given)
    elif (find := _FINDERS.get(code)) is not None:
        yield from find(settings, given)
    yield Change("usual")


def _within(
    settings: LabSettings, field: Field, good: LabSettings | None
) -> Iterator[Change]:
    """Offer the nearest number that the field takes, and the one that it had."""
    asked = value_of(settings, field)
    if field == "pool_stride":
        yield Change(field, _clamped(asked, 1, 9999))
        yield Change(field, None)
    elif field in OWN_LIMITS:
        own = OWN_LIMITS[cast("LimitedField", field)]
        yield Change(field, _clamped(asked, own.least, own.most))
    else:
        yield Change(field, max(cast("int", asked), 1))
    if field == "kernel_size":
        yield Change(field, settings.bank.size)
    elif good is not None and (before := value_of(good, field)) is not None:
        yield Change(field, before)


def _natural(settings: LabSettings, field: Field, given: LabInput) -> Iterator[Change]:
    """Offer a number to begin with, so that there is always a choice of two."""
    if field == "groups":
        yield Change(field, given.channels)
    elif field == "padding" and settings.operation == "convolution":
        yield Change(field, "same")
    elif field in _NATURAL:
        yield Change(field, _NATURAL[field])


_NATURAL: Final[dict[Field, Value]] = {
    "kernel_size": (5, 5),
    "stride": (2, 2),
    "dilation": (2, 2),
    "padding": (1, 1),
    "output_padding": (1, 1),
    "pool_size": (2, 2),
    "pool_padding": (1, 1),
    "signal_stride": 2,
}


def _clamped(numbers: Value, least: int, most: int) -> Value:
    if not isinstance(numbers, tuple):
        return numbers
    return cast("Value", tuple(min(max(number, least), most) for number in numbers))


OWN_FIELD: Final[dict[OperationKind, dict[str, Field]]] = {
    "convolution": {
        "kernel_size_too_small": "kernel_size",
        "kernel_size_too_large": "kernel_size",
        "kernel_shape_differs": "kernel_size",
        "stride_too_small": "stride",
        "dilation_too_small": "dilation",
        "padding_negative": "padding",
        "padding_too_large": "padding",
        "groups_too_few": "groups",
    },
    "transposed": {
        "kernel_size_too_small": "kernel_size",
        "kernel_size_too_large": "kernel_size",
        "kernel_shape_differs": "kernel_size",
        "stride_too_small": "stride",
        "dilation_too_small": "dilation",
        "padding_negative": "padding",
        "padding_too_large": "padding",
        "output_padding_negative": "output_padding",
        "groups_too_few": "groups",
    },
    "pooling": {
        "pool_size_too_small": "pool_size",
        "stride_too_small": "pool_stride",
        "padding_negative": "pool_padding",
    },
    "signal": {"stride_too_small": "signal_stride"},
}
"""Errors about a field that is impossible by itself, whatever the others hold."""


def _room_for_the_kernel(settings: LabSettings, given: LabInput) -> Iterator[Change]:
    """Offer the largest dilation, the least padding and the largest kernel that fit."""
    spec = conv_spec(settings)
    size, span = given.size_hw, spec.dilated_kernel
    padded = padded_size(spec, size)
    (kh, kw), (dh, dw) = spec.kernel, spec.dilation
    if kh <= padded[0] and kw <= padded[1]:
        yield Change(
            "dilation",
            (
                min(dh, (padded[0] - 1) // max(kh - 1, 1)),
                min(dw, (padded[1] - 1) // max(kw - 1, 1)),
            ),
        )
    missing = (max(span[0] - padded[0], 0), max(span[1] - padded[1], 0))
    yield Change("padding", _more(settings, given, missing))
    yield Change(
        "kernel_size",
        (min(kh, (padded[0] - 1) // dh + 1), min(kw, (padded[1] - 1) // dw + 1)),
    )
    yield Change("padding", "same")


def _more(settings: LabSettings, given: LabInput, missing: Pair) -> Padding:
    """Return a padding with some rows and columns more than there are."""
    now = padding_amounts(conv_spec(settings), given.size_hw)
    rows, columns = missing
    if isinstance(settings.padding, tuple) and len(settings.padding) == 4:
        return (
            now.top + rows // 2,
            now.bottom + rows - rows // 2,
            now.left + columns // 2,
            now.right + columns - columns // 2,
        )
    return (
        max(now.top, now.bottom) + -(-rows // 2),
        max(now.left, now.right) + -(-columns // 2),
    )


def _less_padding(settings: LabSettings, given: LabInput) -> Iterator[Change]:
    """Offer as much padding as the mode can take from the picture, and other modes."""
    reflects = settings.padding_mode == "reflect"
    height, width = (length - reflects for length in given.size_hw)
    now = padding_amounts(conv_spec(settings), given.size_hw)
    sides = (
        min(now.top, height),
        min(now.bottom, height),
        min(now.left, width),
        min(now.right, width),
    )
    even = sides[0] == sides[1] and sides[2] == sides[3]
    is_pair = not isinstance(settings.padding, tuple) or len(settings.padding) == 2
    yield Change("padding_mode", "replicate")
    yield Change("padding", (sides[0], sides[2]) if even and is_pair else sides)
    yield Change("padding_mode", "zeros")


def _other_groups(settings: LabSettings, given: LabInput) -> Iterator[Change]:
    """Offer the nearest number of groups that divides, and as many kernels as do."""
    channels, outputs, groups = given.channels, settings.bank.outputs, settings.groups
    both = gcd(channels, outputs)
    fitting = [count for count in range(1, both + 1) if both % count == 0]
    yield Change("groups", min(fitting, key=lambda count: abs(count - groups)))
    if channels % groups == 0:
        more = -(-outputs // groups) * groups
        yield Change("kernels", more if more <= MOST_KERNELS else groups)
    yield Change("groups", 1)


def _output_padding(settings: LabSettings, given: LabInput) -> Iterator[Change]:
    """Offer less output padding, and a stride that is large enough for it."""
    del given
    asked = settings.transposed
    added, stride, dilation = asked.output_padding, asked.stride, asked.dilation
    most = (max(stride[0], dilation[0]) - 1, max(stride[1], dilation[1]) - 1)
    yield Change("output_padding", (min(added[0], most[0]), min(added[1], most[1])))
    yield Change(
        "stride",
        (
            stride[0] if added[0] <= most[0] else added[0] + 1,
            stride[1] if added[1] <= most[1] else added[1] + 1,
        ),
    )


def _something_left(settings: LabSettings, given: LabInput) -> Iterator[Change]:
    """Offer less padding, a larger kernel and a larger stride."""
    asked, size, kernel = settings.transposed, given.size_hw, settings.kernel_size
    padding, larger, stride = list(asked.padding), list(kernel), list(asked.stride)
    for axis in (0, 1):
        dilation = asked.dilation[axis]
        span = dilation * (kernel[axis] - 1) + 1
        rest = span + asked.output_padding[axis] - 2 * padding[axis]
        missing = 1 - rest - (size[axis] - 1) * stride[axis]
        if missing > 0:
            padding[axis] -= -(-missing // 2)
            larger[axis] += -(-missing // dilation)
            if size[axis] > 1:
                stride[axis] = -((rest - 1) // (size[axis] - 1))
    yield Change("padding", (padding[0], padding[1]))
    yield Change("kernel_size", (larger[0], larger[1]))
    yield Change("stride", (stride[0], stride[1]))


def _fewer_cells(settings: LabSettings, given: LabInput) -> Iterator[Change]:
    """Offer a smaller stride, less padding, fewer kernels."""
    fields: tuple[LimitedField, ...] = ("stride", "dilation")
    if settings.operation == "pooling":
        fields = ("pool_size", "pool_padding")
    for field in fields:
        # Both directions are set alike: together they are too many.
        if (found := limits(settings, given, field)) is not None:
            yield Change(field, (found.most, found.most))
    if settings.operation == "pooling":
        yield Change("pool_padding", (0, 0))
    else:
        yield Change("kernels", settings.groups)
        yield Change("stride", (1, 1))


def _pool_padding(settings: LabSettings, given: LabInput) -> Iterator[Change]:
    """Offer padding of half the window, and a window of twice the padding."""
    del given
    (height, width), (rows, columns) = settings.pooling.size, settings.pooling.padding
    yield Change("pool_padding", (min(rows, height // 2), min(columns, width // 2)))
    yield Change("pool_size", (max(height, 2 * rows), max(width, 2 * columns)))


def _room_for_the_pool(settings: LabSettings, given: LabInput) -> Iterator[Change]:
    """Offer the largest window that fits, the least padding, and the whole picture."""
    asked, size = settings.pooling, given.size_hw
    (height, width), (rows, columns) = asked.size, asked.padding
    largest = (min(height, size[0] + 2 * rows), min(width, size[1] + 2 * columns))
    yield Change("pool_size", largest)
    yield Change(
        "pool_padding",
        (
            max(rows, -(-(height - size[0]) // 2)),
            max(columns, -(-(width - size[1]) // 2)),
        ),
    )
    yield Change("pool_global")


def _room_for_the_signal(settings: LabSettings, given: LabInput) -> Iterator[Change]:
    """Offer zeros around the signal, and a kernel as short as the signal."""
    del given
    yield Change("signal_padding", "same")
    yield Change("signal_kernel", len(settings.signal.values))
    yield Change("signal_padding", "full")


def _named(*changes: Change) -> "_Finder":
    def find(settings: LabSettings, given: LabInput) -> Iterator[Change]:
        del settings, given
        yield from changes

    return find


def _known_padding(settings: LabSettings, given: LabInput) -> Iterator[Change]:
    """Offer paddings that have a name."""
    del given
    field: Field = "signal_padding" if settings.operation == "signal" else "padding"
    yield Change(field, "valid")
    yield Change(field, "same")


_Finder = Callable[[LabSettings, LabInput], Iterator[Change]]
_FINDERS: Final[dict[str, _Finder]] = {
    "padding_unknown": _known_padding,
    "padding_mode_unknown": _named(
        Change("padding_mode", "zeros"), Change("padding_mode", "replicate")
    ),
    "padding_beyond_reflection": _less_padding,
    "padding_beyond_circle": _less_padding,
    "kernel_larger_than_padded_input": _room_for_the_kernel,
    "groups_do_not_divide": _other_groups,
    "bias_length_differs": _named(Change("biases")),
    "output_padding_too_large": _output_padding,
    "transposed_nothing_left": _something_left,
    "too_many_cells": _fewer_cells,
    "pool_unknown": _named(Change("pool_kind", "max"), Change("pool_kind", "average")),
    "pool_padding_too_large": _pool_padding,
    "pool_larger_than_padded_input": _room_for_the_pool,
    "kernel_longer_than_signal": _room_for_the_signal,
    "signal_empty": _named(Change("signal_values")),
    "signal_kernel_empty": _named(Change("signal_kernel", 3)),
    "activation_unknown": _named(Change("activation", "none")),
    "slope_not_finite": _named(Change("slope", 0.01)),
}
