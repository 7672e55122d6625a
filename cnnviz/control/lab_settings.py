"""What the Convolution page was asked to do: the kernel's numbers and the geometry.

A state holds what was *asked for*, so it may be impossible (stride 0): the field goes
on showing it, with the reason, while the picture keeps the last good walk.
"""

from dataclasses import dataclass, replace
from typing import Final, Literal

import numpy as np
from numpy.typing import NDArray

from cnnviz.convolution.kernels import PRESETS, preset
from cnnviz.convolution.shapes import padded_size
from cnnviz.convolution.spec import ConvSpec, NamedPadding, Pair
from cnnviz.errors import CnnvizError

Rows = tuple[tuple[float, ...], ...]
Padding = NamedPadding | Pair
Field = Literal["kernel_size", "stride", "padding", "dilation"]

FIELDS: Final[tuple[Field, ...]] = ("kernel_size", "stride", "padding", "dilation")
LARGEST_KERNEL: Final = 15
LARGEST_PADDING: Final = 512


@dataclass(frozen=True, slots=True, kw_only=True)
class LabSettings:
    """One kernel and how it is moved; compared by value.

    Attributes
    ----------
    weights
        The kernel's numbers, row by row; always a good kernel.
    preset
        Key of the preset that the numbers are, or empty for the user's own.
    kernel_size
        Height and width asked for; other than that of ``weights`` when impossible.
    stride, padding, dilation, flip
        As in ``ConvSpec``, but perhaps impossible.
    bias
        What is added to each sum.
    """

    weights: Rows
    preset: str
    kernel_size: Pair
    stride: Pair = (1, 1)
    padding: Padding = "valid"
    dilation: Pair = (1, 1)
    flip: bool = False
    bias: float = 0.0

    @property
    def kernels_oikk(self) -> NDArray[np.float32]:
        """The kernel as the engine takes it: ``1 x 1 x kh x kw``."""
        return np.array(self.weights, np.float32)[np.newaxis, np.newaxis]

    @property
    def applied_hw(self) -> NDArray[np.float32]:
        """The kernel's numbers as they lie on the picture: turned when flipped."""
        kernel_hw = np.array(self.weights, np.float32)
        return np.rot90(kernel_hw, 2) if self.flip else kernel_hw

    @property
    def bias_o(self) -> NDArray[np.float32]:
        """The bias as the engine takes it: one number."""
        return np.array([self.bias], np.float32)


@dataclass(frozen=True, slots=True)
class Remedy:
    """A way out of a refusal: which field to set to what, and the settings then."""

    field: Field
    value: Pair
    settings: LabSettings


@dataclass(frozen=True, slots=True, eq=False)
class Refusal:
    """Why the settings cannot be, at which field, and the ways out."""

    field: Field
    error: CnnvizError
    remedies: tuple[Remedy, ...]


def as_rows(values_hw: NDArray[np.float32]) -> Rows:
    """Return a kernel's numbers as nested tuples."""
    return tuple(tuple(float(value) for value in row) for row in values_hw)


def initial_settings(key: str = "sobel_x") -> LabSettings:
    """Return the settings to begin with: one preset, nothing else asked for."""
    values_hw = preset(key).values_hw
    height, width = values_hw.shape
    return LabSettings(
        weights=as_rows(values_hw), preset=key, kernel_size=(height, width)
    )


def with_preset(settings: LabSettings, key: str) -> LabSettings:
    """Take a preset's numbers and size; keep how the kernel is moved."""
    values_hw = preset(key).values_hw
    height, width = values_hw.shape
    return replace(
        settings, weights=as_rows(values_hw), preset=key, kernel_size=(height, width)
    )


def with_weights(settings: LabSettings, weights: Rows) -> LabSettings:
    """Take other numbers; the preset is the one that they happen to be, if any."""
    size = (len(weights), len(weights[0]))
    key = _preset_of(weights, settings.preset)
    return replace(settings, weights=weights, preset=key, kernel_size=size)


def with_weight(
    settings: LabSettings, row: int, column: int, value: float
) -> LabSettings:
    """Change one number of the kernel."""
    rows = [list(line) for line in settings.weights]
    rows[row][column] = float(np.float32(value))
    return with_weights(settings, tuple(tuple(line) for line in rows))


def with_kernel_size(settings: LabSettings, size: Pair) -> LabSettings:
    """Ask for another kernel size; the middle of the kernel stays in the middle.

    An impossible size leaves the numbers as they are.

    Examples
    --------
    >>> with_kernel_size(initial_settings(), (1, 5)).weights
    ((0.0, -2.0, 0.0, 2.0, 0.0),)
    """
    asked = replace(settings, kernel_size=size)
    if not all(1 <= length <= LARGEST_KERNEL for length in size):
        return asked
    old = np.array(settings.weights, np.float32)
    new = np.zeros(size, np.float32)
    old_part, new_part = zip(
        *(_middle(have, want) for have, want in zip(old.shape, size, strict=True)),
        strict=True,
    )
    new[new_part] = old[old_part]
    return with_weights(asked, as_rows(new))


def _middle(have: int, want: int) -> tuple[slice, slice]:
    """Return what to take of the old cells, and where it goes, along one axis."""
    shared, shift = min(have, want), (want - have) // 2
    return slice(max(-shift, 0), max(-shift, 0) + shared), slice(
        max(shift, 0), max(shift, 0) + shared
    )


def _preset_of(weights: Rows, likely: str) -> str:
    keys = [likely] if likely else []
    keys += [known.key for known in PRESETS]
    return next((key for key in keys if as_rows(preset(key).values_hw) == weights), "")


def spec_of(settings: LabSettings) -> ConvSpec:
    """Return the settings as the engine takes them.

    Raises
    ------
    CnnvizError
        ``kernel_size_too_large``, ``padding_too_large`` and what ``ConvSpec`` raises.
    """
    spec = ConvSpec(
        kernel=settings.kernel_size,
        stride=settings.stride,
        padding=settings.padding,
        dilation=settings.dilation,
        flip=settings.flip,
    )
    if max(settings.kernel_size) > LARGEST_KERNEL:
        raise CnnvizError(
            "kernel_size_too_large",
            height=settings.kernel_size[0],
            width=settings.kernel_size[1],
            limit=LARGEST_KERNEL,
        )
    if (
        not isinstance(settings.padding, str)
        and max(settings.padding) > LARGEST_PADDING
    ):
        raise CnnvizError(
            "padding_too_large", padding=max(settings.padding), limit=LARGEST_PADDING
        )
    return spec


_FIELD_OF_CODE: Final[dict[str, Field]] = {
    "kernel_size_too_small": "kernel_size",
    "kernel_size_too_large": "kernel_size",
    "stride_too_small": "stride",
    "dilation_too_small": "dilation",
    "padding_negative": "padding",
    "padding_too_large": "padding",
    "too_many_cells": "padding",
}


def refusal(
    error: CnnvizError, settings: LabSettings, good: LabSettings | None, input_hw: Pair
) -> Refusal:
    """Say at which field an impossible setting is to be shown, and the ways out.

    A kernel that is too large for the picture is shown at the field that was changed
    since the last good settings.
    """
    field = _FIELD_OF_CODE.get(error.code) or _changed_field(settings, good)
    return Refusal(field, error, _remedies(error.code, settings, field, input_hw))


def _changed_field(settings: LabSettings, good: LabSettings | None) -> Field:
    if good is None:
        return "kernel_size"
    for field in FIELDS:
        if getattr(settings, field) != getattr(good, field):
            return field
    return "kernel_size"


def _remedies(
    code: str, settings: LabSettings, field: Field, input_hw: Pair
) -> tuple[Remedy, ...]:
    if code == "kernel_larger_than_padded_input":
        return _room_for_the_kernel(settings, input_hw)
    limit = LARGEST_KERNEL if field == "kernel_size" else LARGEST_PADDING
    least = 0 if field == "padding" else 1
    if code == "too_many_cells":
        return (Remedy(field, (0, 0), replace(settings, padding=(0, 0))),)
    asked: Pair = getattr(settings, field)
    value = (min(max(asked[0], least), limit), min(max(asked[1], least), limit))
    if field == "kernel_size":
        return (Remedy(field, value, with_kernel_size(settings, value)),)
    match field:
        case "stride":
            mended = replace(settings, stride=value)
        case "dilation":
            mended = replace(settings, dilation=value)
        case _:
            mended = replace(settings, padding=value)
    return (Remedy(field, value, mended),)


def _room_for_the_kernel(settings: LabSettings, input_hw: Pair) -> tuple[Remedy, ...]:
    """Offer the least padding, the largest kernel and the largest dilation that fit."""
    spec = spec_of(settings)
    span, padded = spec.dilated_kernel, padded_size(spec, input_hw)
    (kh, kw), (dh, dw) = spec.kernel, spec.dilation
    padding = (
        max(0, -(-(span[0] - input_hw[0]) // 2)),
        max(0, -(-(span[1] - input_hw[1]) // 2)),
    )
    kernel = (min(kh, (padded[0] - 1) // dh + 1), min(kw, (padded[1] - 1) // dw + 1))
    found = [
        Remedy("padding", padding, replace(settings, padding=padding)),
        Remedy("kernel_size", kernel, with_kernel_size(settings, kernel)),
    ]
    if kh <= padded[0] and kw <= padded[1]:
        dilation = (
            min(dh, (padded[0] - 1) // max(kh - 1, 1)),
            min(dw, (padded[1] - 1) // max(kw - 1, 1)),
        )
        found.insert(
            0, Remedy("dilation", dilation, replace(settings, dilation=dilation))
        )
    return tuple(found[:2])
