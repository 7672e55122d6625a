"""The settings of a lab as JSON says them, and back again, every value looked at."""

import math
from dataclasses import replace
from typing import Any, TypeGuard

import numpy as np

from cnnviz.engine.convolution.kernel_presets import PRESETS
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.images.numbers.typed_numbers import LARGEST_NUMBER, is_too_large
from cnnviz.pages.convolution.model.fields import FIELDS, Field, Fields, Value
from cnnviz.pages.convolution.model.kernel_bank import KernelBank
from cnnviz.pages.convolution.model.lab_settings import (
    LARGEST_KERNEL,
    MOST_KERNELS,
    LabSettings,
)

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


def settings_record(settings: LabSettings, fields: Fields = FIELDS) -> dict[str, Any]:
    """Return settings as JSON can say them."""
    record: dict[str, Any] = {
        "kernels": settings.bank.weights_oikk.tolist(),
        "preset": settings.preset,
        "biases": settings.biases,
        "learned_biases": sorted(settings.learned_biases),
    }
    for field in fields.values():
        if field.path:
            *places, name = field.path.split(".")
            within = record
            for place in places:
                within = within.setdefault(place, {})
            within[name] = field.get(settings)
    return record


def settings_from_record(
    record: Record, version: int, fields: Fields = FIELDS
) -> LabSettings:
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
    settings = LabSettings(
        bank=bank,
        preset=_preset(record),
        kernel_size=bank.size,
        biases=biases,
        learned_biases=_learned_biases(record, bank.outputs),
    )
    for field in fields.values():
        if field.path and field.since <= version:
            settings = field.put(settings, _value(record, field))
    size = settings.kernel_size
    possible = all(1 <= length <= LARGEST_KERNEL for length in size)
    if possible and size != bank.size:
        raise record.damaged("kernel_size")
    if version == 1 and settings.operation == "signal":
        # In version 1 the sums along a signal stayed as they were.
        return replace(settings, activation="none")
    return settings


def _value(record: Record, field: Field) -> Value:
    *places, key = field.path.split(".")
    for place in places:
        record = record.part(place)
    if field.is_optional and not record.has(key):
        return None
    match field.kind:
        case "pair":
            return record.pair(key)
        case "padding":
            return _padding(record, key, field.choices)
        case "whole":
            return record.whole(key)
        case "number":
            return record.number(key)
        case "flag":
            return record.truth(key)
        case "row":
            return record.numbers(key, field.range[1])
        case "choice":
            name: str = record.choice(key, field.choices)
            return name


def _padding(record: Record, key: str, names: tuple[str, ...]) -> Value:
    value = record.nested(key)
    if isinstance(value, str):
        name: str = record.choice(key, names)
        return name
    if isinstance(value, list) and len(value) == 4:
        top, bottom, left, right = record.wholes(key, 4)
        return top, bottom, left, right
    return record.pair(key)


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


def _is_number(value: object) -> TypeGuard[int | float]:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    return abs(value) <= 1e300 and math.isfinite(value)


def _is_whole(value: object) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool)
