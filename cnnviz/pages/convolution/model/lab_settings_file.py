"""The settings of a lab as JSON says them, and back again, every value looked at."""

from dataclasses import replace
from functools import partial
from typing import Any, Final

import numpy as np

from cnnviz.engine.convolution.kernel_presets import PRESETS
from cnnviz.engine.images.numbers.typed_numbers import LARGEST_NUMBER
from cnnviz.pages.convolution.model import checks
from cnnviz.pages.convolution.model.fields import FIELDS, Field, Fields, Value
from cnnviz.pages.convolution.model.kernel_bank import KernelBank
from cnnviz.pages.convolution.model.lab_record import Record
from cnnviz.pages.convolution.model.lab_settings import (
    LARGEST_KERNEL,
    MOST_KERNELS,
    LabSettings,
)

# What was asked for may be impossible (stride 0), but not beyond what a field can hold.
_ASKED: Final = (-1_000, 100_000)


def settings_record(settings: LabSettings, fields: Fields = FIELDS) -> dict[str, Any]:
    """Return settings as JSON can say them."""
    record: dict[str, Any] = {
        "kernels": settings.bank.weights_oikk.tolist(),
        "preset": settings.preset,
        "biases": settings.biases,
        "learned_biases": sorted(settings.learned_biases),
    }
    for field in fields.values():
        if field.place:
            *places, name = field.place.split(".")
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
    bank = record.read("kernels", _bank)
    # Older files do not tell whose bias came with a learned kernel.
    kernels = checks.many(checks.whole(0, bank.outputs - 1), 0, MOST_KERNELS)
    learned = record.read("learned_biases", checks.optional(kernels))
    one_each = checks.many(checks.number(), bank.outputs, bank.outputs)
    settings = LabSettings(
        bank=bank,
        preset=record.read("preset", _preset),
        kernel_size=bank.size,
        biases=record.read("biases", one_each),
        learned_biases=frozenset(learned or ()),
    )
    for field in fields.values():
        if field.place and field.since <= version:
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
    *places, key = field.place.split(".")
    for place in places:
        record = record.part(place)
    check = _check(field)
    return record.read(key, checks.optional(check) if field.is_optional else check)


def _check(field: Field) -> checks.Check[Value]:
    match field.kind:
        case "pair":
            return checks.pair(*_ASKED)
        case "padding":
            return partial(_padding, field.choices)
        case "whole":
            return checks.whole(*_ASKED)
        case "number":
            return checks.number()
        case "flag":
            return checks.exactly(bool)
        case "row":
            return checks.many(checks.number(), 1, field.range[1])
        case "choice":
            return checks.one_of(field.choices)


def _padding(names: tuple[str, ...], value: object) -> Value:
    if isinstance(value, str):
        return checks.one_of(names)(value)
    if isinstance(value, list) and len(value) == 4:
        top, bottom, left, right = checks.many(checks.whole(*_ASKED), 4, 4)(value)
        return top, bottom, left, right
    return checks.pair(*_ASKED)(value)


def _bank(value: object) -> KernelBank:
    with np.errstate(over="ignore"):  # what overflows is refused below
        weights = np.array(value, np.float32)
    outputs, planes, height, width = weights.shape
    most = max(outputs, planes) <= MOST_KERNELS and max(height, width) <= LARGEST_KERNEL
    # What is no number is not below the largest one either.
    if not most or 0 in weights.shape or not (np.abs(weights) <= LARGEST_NUMBER).all():
        raise ValueError(weights.shape)
    return KernelBank(weights)


def _preset(value: object) -> str:
    """Return the key of a preset that we know, or none: it is a name, no number."""
    key = checks.exactly(str)(value)
    return key if any(known.key == key for known in PRESETS) else ""
