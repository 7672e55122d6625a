"""The settings of a lab as JSON says them, and back again, every value looked at."""

import math
from dataclasses import asdict
from typing import Any, TypeGuard, get_args

import numpy as np

from cnnviz.engine.convolution.activations import ActivationKind
from cnnviz.engine.convolution.kernels import PRESETS
from cnnviz.engine.convolution.one_dimensional import SignalPadding
from cnnviz.engine.convolution.pooling import PoolKind
from cnnviz.engine.convolution.spec import NamedPadding, PaddingMode
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.images.typed_numbers import LARGEST_NUMBER, is_too_large
from cnnviz.pages.convolution.model.kernel_bank import KernelBank
from cnnviz.pages.convolution.model.lab_settings import (
    LARGEST_KERNEL,
    MOST_KERNELS,
    LabSettings,
    OperationKind,
    Padding,
    PoolSettings,
    SignalSettings,
    TransposedSettings,
)
from cnnviz.pages.convolution.model.signal_text import MOST_VALUES, MOST_WEIGHTS
from cnnviz.state.lab_input import Colour, ValueRange

# What was asked for may be impossible (stride 0), but not beyond what a field can hold.
_LEAST, _MOST = -1_000, 100_000


class Record:
    """A JSON object of a file, whose values are asked for by key and kind."""

    def __init__(self, values: dict[str, Any], file: str, place: str = "") -> None:
        self._values = values
        self._file = file
        self._place = place

    def damaged(self, key: str) -> CnnvizError:
        """Return the error that names a value's place."""
        return CnnvizError("lab_damaged", file=self._file, place=f"{self._place}{key}")

    def has(self, key: str) -> bool:
        """Whether there is such a value, other than null."""
        return self._values.get(key) is not None

    def part(self, key: str) -> "Record":
        """Return an object within this one."""
        values = self._values.get(key)
        if not isinstance(values, dict):
            raise self.damaged(key)
        return Record(values, self._file, f"{self._place}{key}.")

    def text(self, key: str) -> str:
        """Return a text."""
        value = self._values.get(key)
        if not isinstance(value, str):
            raise self.damaged(key)
        return value

    def choice(self, key: str, choices: tuple[str, ...]) -> Any:  # noqa: ANN401
        """Return a text that is one of several."""
        value = self._values.get(key)
        if not isinstance(value, str) or value not in choices:
            raise self.damaged(key)
        return value

    def choices(self, key: str, choices: tuple[str, ...]) -> Any:  # noqa: ANN401
        """Return a few texts, each one of several."""
        values = self._values.get(key)
        if not isinstance(values, list) or len(values) > 64:
            raise self.damaged(key)
        if not all(isinstance(value, str) and value in choices for value in values):
            raise self.damaged(key)
        return tuple(values)

    def truth(self, key: str) -> bool:
        """Return true or false."""
        value = self._values.get(key)
        if not isinstance(value, bool):
            raise self.damaged(key)
        return value

    def number(
        self, key: str, least: float = -LARGEST_NUMBER, most: float = LARGEST_NUMBER
    ) -> float:
        """Return a finite number between two others."""
        value = self._values.get(key)
        if not _is_number(value) or not least <= value <= most:
            raise self.damaged(key)
        return float(value)

    def whole(self, key: str, least: int = _LEAST, most: int = _MOST) -> int:
        """Return a whole number between two others."""
        value = self._values.get(key)
        if not _is_whole(value) or not least <= value <= most:
            raise self.damaged(key)
        return int(value)

    def wholes(
        self, key: str, count: int, least: int = _LEAST, most: int = _MOST
    ) -> tuple[int, ...]:
        """Return so many whole numbers between two others."""
        values = self._values.get(key)
        if not isinstance(values, list) or len(values) != count:
            raise self.damaged(key)
        if not all(_is_whole(value) and least <= value <= most for value in values):
            raise self.damaged(key)
        return tuple(values)

    def pair(self, key: str, least: int = _LEAST, most: int = _MOST) -> tuple[int, int]:
        """Return two whole numbers between two others."""
        first, second = self.wholes(key, 2, least, most)
        return first, second

    def numbers(self, key: str, most: int) -> tuple[float, ...]:
        """Return 1 to ``most`` finite numbers."""
        values = self._values.get(key)
        if not isinstance(values, list) or not 1 <= len(values) <= most:
            raise self.damaged(key)
        if not all(_is_number(value) and not is_too_large(value) for value in values):
            raise self.damaged(key)
        return tuple(map(float, values))

    def nested(self, key: str) -> Any:  # noqa: ANN401
        """Return whatever is there."""
        return self._values.get(key)


def settings_record(settings: LabSettings) -> dict[str, Any]:
    """Return settings as JSON can say them."""
    record = {
        name: getattr(settings, name)
        for name in (
            "operation",
            "colour",
            "value_range",
            "preset",
            "kernel_size",
            "stride",
            "padding",
            "padding_mode",
            "dilation",
            "flip",
            "groups",
            "biases",
            "activation",
            "slope",
        )
    }
    record["kernels"] = settings.bank.weights_oikk.tolist()
    record["learned_biases"] = sorted(settings.learned_biases)
    for name in ("transposed", "pooling", "signal"):
        record[name] = asdict(getattr(settings, name))
    return record


def settings_from_record(record: Record, version: int) -> LabSettings:
    """Return the settings that a file of some version tells of.

    Raises
    ------
    CnnvizError
        ``lab_damaged``.
    """
    bank = _bank(record)
    biases = record.numbers("biases", MOST_KERNELS)
    if len(biases) != bank.outputs:
        raise record.damaged("biases")
    size = record.pair("kernel_size")
    possible = all(1 <= length <= LARGEST_KERNEL for length in size)
    if possible and size != bank.size:
        raise record.damaged("kernel_size")
    return LabSettings(
        operation=record.choice("operation", get_args(OperationKind)),
        colour=record.choice("colour", get_args(Colour)),
        value_range=record.choice("value_range", get_args(ValueRange)),
        bank=bank,
        preset=_preset(record),
        kernel_size=size,
        stride=record.pair("stride"),
        padding=_padding(record),
        padding_mode=record.choice("padding_mode", get_args(PaddingMode)),
        dilation=record.pair("dilation"),
        flip=record.truth("flip"),
        groups=record.whole("groups"),
        biases=biases,
        learned_biases=_learned_biases(record, bank.outputs),
        activation=_activation(record, version),
        slope=record.number("slope"),
        transposed=_transposed(record.part("transposed")),
        pooling=_pooling(record.part("pooling")),
        signal=_signal(record.part("signal"), version),
    )


def _bank(record: Record) -> KernelBank:
    try:
        with np.errstate(over="ignore"):  # what overflows is refused below
            weights = np.array(record.nested("kernels"), np.float32)
    except (TypeError, ValueError, OverflowError) as error:
        raise record.damaged("kernels") from error
    if weights.ndim != 4 or 0 in weights.shape or not np.isfinite(weights).all():
        raise record.damaged("kernels")
    outputs, planes, height, width = weights.shape
    if outputs > MOST_KERNELS or planes > MOST_KERNELS:
        raise record.damaged("kernels")
    if max(height, width) > LARGEST_KERNEL or np.abs(weights).max() > LARGEST_NUMBER:
        raise record.damaged("kernels")
    return KernelBank(weights)


def _learned_biases(record: Record, outputs: int) -> frozenset[int]:
    """Return whose bias came with a learned kernel; older files do not tell."""
    if not record.has("learned_biases"):
        return frozenset()
    kernels = record.nested("learned_biases")
    if not isinstance(kernels, list) or not all(map(_is_whole, kernels)):
        raise record.damaged("learned_biases")
    if not all(0 <= kernel < outputs for kernel in kernels):
        raise record.damaged("learned_biases")
    return frozenset(kernels)


def _preset(record: Record) -> str:
    """Return the key of a preset that we know, or none: it is a name, no number."""
    key = record.text("preset")
    return key if any(known.key == key for known in PRESETS) else ""


def _padding(record: Record) -> Padding:
    value = record.nested("padding")
    if isinstance(value, str):
        named: NamedPadding = record.choice("padding", get_args(NamedPadding))
        return named
    if isinstance(value, list) and len(value) == 4:
        top, bottom, left, right = record.wholes("padding", 4)
        return top, bottom, left, right
    return record.pair("padding")


def _activation(record: Record, version: int) -> ActivationKind:
    """Return the activation; in version 1 the sums along a signal stayed as they were."""
    kind: ActivationKind = record.choice("activation", get_args(ActivationKind))
    stays = version == 1 and record.text("operation") == "signal"
    return "none" if stays else kind


def _transposed(record: Record) -> TransposedSettings:
    return TransposedSettings(
        stride=record.pair("stride"),
        padding=record.pair("padding"),
        output_padding=record.pair("output_padding"),
        dilation=record.pair("dilation"),
    )


def _pooling(record: Record) -> PoolSettings:
    return PoolSettings(
        kind=record.choice("kind", get_args(PoolKind)),
        size=record.pair("size"),
        stride=record.pair("stride") if record.has("stride") else None,
        padding=record.pair("padding"),
        counts_padding=record.truth("counts_padding"),
        is_global=record.truth("is_global"),
    )


def _signal(record: Record, version: int) -> SignalSettings:
    return SignalSettings(
        values=record.numbers("values", MOST_VALUES),
        kernel=record.numbers("kernel", MOST_WEIGHTS),
        padding=record.choice("padding", get_args(SignalPadding)),
        stride=record.whole("stride"),
        flip=record.truth("flip"),
        bias=record.number("bias") if version > 1 else 0.0,
    )


def _is_number(value: object) -> TypeGuard[int | float]:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    return abs(value) <= 1e300 and math.isfinite(value)


def _is_whole(value: object) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool)
