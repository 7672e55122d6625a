"""One field of the lab set to a value, whatever operation it belongs to."""

from dataclasses import dataclass, replace
from typing import Any, Final, Literal, TypeVar, cast

from cnnviz.engine.convolution.spec import Pair, Sides
from cnnviz.pages.convolution.model.lab_settings import (
    LabSettings,
    PoolSettings,
    SignalSettings,
    TransposedSettings,
    with_bank,
    with_kernel_size,
)

R = TypeVar("R", LabSettings, TransposedSettings, PoolSettings, SignalSettings)

Field = Literal[
    "kernel_size",
    "kernels",
    "biases",
    "stride",
    "padding",
    "padding_mode",
    "dilation",
    "groups",
    "output_padding",
    "pool_kind",
    "pool_size",
    "pool_stride",
    "pool_padding",
    "pool_global",
    "signal_values",
    "signal_kernel",
    "signal_stride",
    "signal_padding",
    "activation",
    "slope",
    "usual",
]
"""A field of the page; ``usual`` is all of an operation's geometry at once."""

Value = Pair | Sides | int | float | str | None


@dataclass(frozen=True, slots=True)
class Change:
    """One field set to a value.

    Attributes
    ----------
    field
        Which one; ``stride``, ``padding`` and ``dilation`` are those of the settings'
        operation.
    value
        To what: a pair, four sides, a number or a name. ``kernels`` and
        ``signal_kernel`` say how many; ``pool_stride`` ``None`` follows the size.
    """

    field: Field
    value: Value = None


# Where settings keep the fields of the operations that have settings of their own.
_TRANSPOSED: Final = {"stride", "padding", "dilation", "output_padding"}


def value_of(settings: LabSettings, field: Field) -> Value:
    """Return what a field holds."""
    if settings.operation == "transposed" and field in _TRANSPOSED:
        return cast("Value", getattr(settings.transposed, field))
    match field:
        case "kernels":
            return settings.bank.outputs
        case "signal_kernel":
            return len(settings.signal.kernel)
        case "pool_global":
            return settings.pooling.is_global
        case "biases" | "signal_values" | "usual" | "output_padding":
            return None
    if field.startswith("pool_"):
        return cast("Value", getattr(settings.pooling, field.removeprefix("pool_")))
    if field.startswith("signal_"):
        return cast("Value", getattr(settings.signal, field.removeprefix("signal_")))
    return cast("Value", getattr(settings, field))


def changed(settings: LabSettings, change: Change) -> LabSettings:
    """Return the settings with one field set.

    Examples
    --------
    >>> from cnnviz.pages.convolution.model.lab_settings import initial_settings
    >>> changed(initial_settings(), Change("stride", (2, 2))).stride
    (2, 2)
    """
    field, value = change.field, change.value
    if settings.operation == "transposed" and field in _TRANSPOSED:
        return replace(settings, transposed=_with(settings.transposed, field, value))
    match field:
        case "kernel_size":
            return with_kernel_size(settings, cast("Pair", value))
        case "kernels":
            count = cast("int", value)
            return with_bank(settings, settings.bank.with_outputs(count))
        case "biases":
            return with_bank(settings, settings.bank)
        case "usual":
            return _usual(settings)
        case "signal_values":
            usual = replace(settings.signal, values=SignalSettings().values)
            return replace(settings, signal=usual)
        case "signal_kernel":
            whole = settings.signal.kernel or SignalSettings().kernel
            shorter = whole[: cast("int", value)]
            return replace(settings, signal=replace(settings.signal, kernel=shorter))
        case "pool_global":
            return replace(settings, pooling=replace(settings.pooling, is_global=True))
    if field.startswith("pool_"):
        name = field.removeprefix("pool_")
        return replace(settings, pooling=_with(settings.pooling, name, value))
    if field.startswith("signal_"):
        name = field.removeprefix("signal_")
        return replace(settings, signal=_with(settings.signal, name, value))
    return _with(settings, field, value)


def _with(record: R, name: str, value: Any) -> R:  # noqa: ANN401 - as replace
    return replace(record, **{name: value})


def _usual(settings: LabSettings) -> LabSettings:
    """Return settings that are possible on every picture."""
    match settings.operation:
        case "convolution":
            settings = replace(
                settings, stride=(1, 1), padding="same", padding_mode="zeros"
            )
            settings = replace(settings, dilation=(1, 1), groups=1)
        case "transposed":
            usual = TransposedSettings(stride=(1, 1))
            settings = replace(settings, transposed=usual, groups=1)
        case "pooling":
            return replace(settings, pooling=PoolSettings(is_global=True))
        case "signal":
            bias = settings.signal.bias  # is never in the way
            return replace(settings, signal=SignalSettings(bias=bias))
    return with_kernel_size(with_bank(settings, settings.bank), settings.bank.size)
