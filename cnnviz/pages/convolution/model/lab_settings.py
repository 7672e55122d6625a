"""What the Convolution page was asked to do: operation, kernels, geometry, activation.

A state holds what was *asked for*, so it may be impossible (stride 0): the field goes
on showing it, with the reason, while the picture keeps the last good walk.
"""

import math
from dataclasses import dataclass, field, replace
from typing import Final, Literal

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.convolution.activation.activations import ActivationKind
from cnnviz.engine.convolution.kernel_presets import PRESETS, preset
from cnnviz.engine.convolution.spec import (
    NamedPadding,
    PaddingMode,
    Pair,
    PoolKind,
    Sides,
)
from cnnviz.engine.images.numbers.typed_numbers import LARGEST_NUMBER
from cnnviz.pages.convolution.model.kernel_bank import KernelBank, one_kernel
from cnnviz.pages.convolution.model.learned_source import LearnedSource
from cnnviz.state.lab_input import Colour, ValueRange

OperationKind = Literal["convolution", "transposed", "pooling", "signal"]
Padding = NamedPadding | Pair | Sides

LARGEST_KERNEL: Final = 15
LARGEST_PADDING: Final = 512
MOST_KERNELS: Final = 64
"""Output channels, at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TransposedSettings:
    """Stride, paddings and dilation of a transposed convolution, perhaps impossible."""

    stride: Pair = (2, 2)
    padding: Pair = (0, 0)
    output_padding: Pair = (0, 0)
    dilation: Pair = (1, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class PoolSettings:
    """What a pooling was asked to do, perhaps impossible.

    ``stride`` is ``None`` while it follows the size; ``is_global`` makes the window as
    large as the picture, whatever the size.
    """

    kind: PoolKind = "max"
    size: Pair = (2, 2)
    stride: Pair | None = None
    padding: Pair = (0, 0)
    counts_padding: bool = True
    is_global: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SignalSettings:
    """A signal, its kernel and bias, and how the kernel is moved along it."""

    values: tuple[float, ...] = (0, 0, 0, 1, 2, 3, 4, 4, 4, 2, 0, 0, 0, 3, 3, 0)
    kernel: tuple[float, ...] = (1, 0, -1)
    padding: NamedPadding = "same"
    stride: int = 1
    flip: bool = True
    bias: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class LabSettings:
    """Everything that can be set on the page and undone; compared by value.

    Attributes
    ----------
    operation
        What the window does at each of its places.
    colour, value_range
        What of the picture is worked on: grey levels or red, green and blue, and on
        which scale.
    bank
        The kernels; always good ones.
    preset
        Key of the preset that was chosen last for a kernel; see `preset_of`.
    kernel_size
        Height and width asked for; other than that of ``bank`` when impossible.
    stride, padding, padding_mode, dilation, flip, groups
        As in ``ConvSpec``, but perhaps impossible.
    biases
        What is added to each sum, one number a kernel; a signal's kernel has its own.
    learned_biases
        The kernels, counted from 0, whose bias came with a learned kernel and was not
        set by hand since: it goes when a preset takes that kernel's place.
    learned
        Where kernels were learned, those that were changed since too.
    activation, slope
        What is done with each number after, whatever the operation.
    transposed, pooling, signal
        What is asked of the other operations.
    """

    operation: OperationKind = "convolution"
    colour: Colour = "rgb"
    value_range: ValueRange = "0..255"
    bank: KernelBank
    preset: str
    kernel_size: Pair
    stride: Pair = (1, 1)
    padding: Padding = "valid"
    padding_mode: PaddingMode = "zeros"
    dilation: Pair = (1, 1)
    flip: bool = False
    groups: int = 1
    biases: tuple[float, ...] = (0.0,)
    learned_biases: frozenset[int] = frozenset()
    learned: tuple[LearnedSource, ...] = ()
    activation: ActivationKind = "none"
    slope: float = 0.01
    transposed: TransposedSettings = field(default_factory=TransposedSettings)
    pooling: PoolSettings = field(default_factory=PoolSettings)
    signal: SignalSettings = field(default_factory=SignalSettings)


def initial_settings(key: str = "sobel_x") -> LabSettings:
    """Return the settings to begin with: one preset, nothing else asked for."""
    bank = one_kernel(preset(key).values_hw)
    return LabSettings(bank=bank, preset=key, kernel_size=bank.size)


def preset_of(
    settings: LabSettings, output: int = 0, channel: int | None = None
) -> str:
    """Return the key of the preset that a kernel's numbers are, or empty.

    All planes must be that preset, or only the one of ``channel`` where it is given.
    """
    bank = settings.bank
    first = bank.plane(output, channel or 0)
    if channel is None and any(
        not np.array_equal(bank.plane(output, other), first)
        for other in range(bank.planes)
    ):
        return ""
    keys = [settings.preset] if settings.preset else []
    keys += [known.key for known in PRESETS]
    return next(
        (key for key in keys if np.array_equal(preset(key).values_hw, first)), ""
    )


def with_preset(
    settings: LabSettings, key: str, output: int = 0, channel: int | None = None
) -> LabSettings:
    """Take a preset's numbers for a kernel (or one plane of it), and its size for all.

    A bias that came with a learned kernel goes with it; one set by hand stays.
    """
    takes_all = channel is None or settings.bank.planes == 1
    if takes_all and output in settings.learned_biases:
        settings = _with_kernel_bias(settings, 0.0, output)
    return with_plane(
        replace(settings, preset=key), preset(key).values_hw, output, channel
    )


def with_plane(
    settings: LabSettings,
    values_hw: NDArray[np.float32],
    output: int = 0,
    channel: int | None = None,
) -> LabSettings:
    """Take other numbers for a kernel (or one plane of it); all take its size."""
    height, width = values_hw.shape
    bank = settings.bank.resized((height, width)).with_plane(values_hw, output, channel)
    return replace(settings, bank=bank, kernel_size=bank.size)


def with_weight(
    settings: LabSettings,
    row: int,
    column: int,
    value: float,
    output: int = 0,
    channel: int = 0,
) -> LabSettings:
    """Change one number of a kernel."""
    values = settings.bank.plane(output, channel).copy()
    values[row, column] = value
    return with_plane(settings, values, output, channel)


def with_bank(
    settings: LabSettings, bank: KernelBank, biases: tuple[float, ...] | None = None
) -> LabSettings:
    """Take other kernels, and their biases.

    Without biases those of now are kept; kernels beyond them repeat the first ones
    (`KernelBank.with_outputs`), and so do their biases.
    """
    learned: frozenset[int] = frozenset()
    if biases is None:
        before = len(settings.biases)
        repeated = [output % before for output in range(bank.outputs)]
        biases = tuple(settings.biases[output] for output in repeated)
        learned = frozenset(
            output
            for output, first in enumerate(repeated)
            if first in settings.learned_biases
        )
    return replace(
        settings,
        bank=bank,
        biases=(*biases, *(0.0,) * (bank.outputs - len(biases))),
        learned_biases=learned,
        kernel_size=bank.size,
    )


def with_kernel_size(settings: LabSettings, size: Pair) -> LabSettings:
    """Ask for another kernel size; the middle of the kernels stays in the middle.

    An impossible size leaves the numbers as they are.

    Examples
    --------
    >>> with_kernel_size(initial_settings(), (1, 5)).bank.plane(0).tolist()
    [[0.0, -2.0, 0.0, 2.0, 0.0]]
    """
    asked = replace(settings, kernel_size=size)
    if not all(1 <= length <= LARGEST_KERNEL for length in size):
        return asked
    return replace(asked, bank=settings.bank.resized(size))


def bias_of(settings: LabSettings, output: int = 0) -> float:
    """Return the bias of one kernel of the operation; of the last, where there are fewer.

    Examples
    --------
    >>> bias_of(with_bias(initial_settings(), 2.5), output=3)
    2.5
    """
    if settings.operation == "signal":
        return settings.signal.bias
    return settings.biases[min(output, len(settings.biases) - 1)]


def with_bias(settings: LabSettings, bias: float, output: int = 0) -> LabSettings:
    """Change the bias of one kernel of the operation, to a finite number.

    One that is no number changes nothing.

    Examples
    --------
    >>> with_bias(initial_settings(), float("inf")).biases
    (1000000000.0,)
    """
    if math.isnan(bias):
        return settings
    finite = min(max(bias, -LARGEST_NUMBER), LARGEST_NUMBER)
    if settings.operation == "signal":
        return replace(settings, signal=replace(settings.signal, bias=finite))
    return _with_kernel_bias(settings, float(np.float32(finite)), output)


def _with_kernel_bias(settings: LabSettings, bias: float, output: int) -> LabSettings:
    biases = list(settings.biases)
    biases[output] = bias
    learned = settings.learned_biases - {output}
    return replace(settings, biases=tuple(biases), learned_biases=learned)
