"""Why settings cannot be: at which field it is to be shown, and the ways out."""

from dataclasses import dataclass
from typing import Final

from cnnviz.engine.convolution.activations import ActivationSpec
from cnnviz.engine.errors import CnnvizError
from cnnviz.pages.convolution.model.field_changes import Change, changed, value_of
from cnnviz.pages.convolution.model.field_changes import Field as Field
from cnnviz.pages.convolution.model.field_changes import Value as Value
from cnnviz.pages.convolution.model.lab_operation import operation_of
from cnnviz.pages.convolution.model.lab_settings import LabSettings
from cnnviz.pages.convolution.model.ways_out import OWN_FIELD, ways_out
from cnnviz.state.lab_input import LabInput

MOST_REMEDIES: Final = 2
_MOST_CHANGES: Final = 8


@dataclass(frozen=True, slots=True)
class Remedy:
    """A way out of a refusal.

    Attributes
    ----------
    changes
        What is to be set, the first at the refused field or one that it depends on;
        more than one where several things are impossible at the same time.
    settings
        The settings then; they are possible.
    """

    changes: tuple[Change, ...]
    settings: LabSettings

    @property
    def field(self) -> Field:
        """The field that is changed first."""
        return self.changes[0].field

    @property
    def value(self) -> Value:
        """What that field is set to."""
        return self.changes[0].value


@dataclass(frozen=True, slots=True, eq=False)
class Refusal:
    """Why the settings cannot be, at which field, and the ways out."""

    field: Field
    error: CnnvizError
    remedies: tuple[Remedy, ...]


# Errors about fields that do not go together: shown at the one that was changed last,
# or else at the first.
_FIELDS_OF_CODE: Final[dict[str, tuple[Field, ...]]] = {
    "padding_unknown": ("padding",),
    "padding_mode_unknown": ("padding_mode",),
    "padding_beyond_reflection": (
        "padding",
        "padding_mode",
        "kernel_size",
        "dilation",
        "stride",
    ),
    "padding_beyond_circle": (
        "padding",
        "padding_mode",
        "kernel_size",
        "dilation",
        "stride",
    ),
    "kernel_larger_than_padded_input": ("kernel_size", "padding", "dilation"),
    "groups_do_not_divide": ("groups", "kernels"),
    "bias_length_differs": ("biases",),
    "output_padding_too_large": ("output_padding", "stride", "dilation"),
    "transposed_nothing_left": (
        "padding",
        "kernel_size",
        "stride",
        "dilation",
        "output_padding",
    ),
    "too_many_cells": ("stride", "dilation", "kernel_size", "kernels", "padding"),
    "pool_unknown": ("pool_kind",),
    "pool_padding_too_large": ("pool_padding", "pool_size"),
    "pool_larger_than_padded_input": ("pool_size", "pool_padding"),
    "kernel_longer_than_signal": ("signal_kernel", "signal_padding", "signal_values"),
    "signal_empty": ("signal_values",),
    "signal_kernel_empty": ("signal_kernel",),
    "activation_unknown": ("activation",),
    "slope_not_finite": ("slope",),
}
_FIRST_FIELD: Final[dict[str, Field]] = {
    "convolution": "kernel_size",
    "transposed": "kernel_size",
    "pooling": "pool_size",
    "signal": "signal_kernel",
}


def refusal(
    error: CnnvizError, settings: LabSettings, good: LabSettings | None, given: LabInput
) -> Refusal:
    """Say at which field an impossible setting is to be shown, and the ways out.

    Parameters
    ----------
    error
        What `operation_of` says of the settings on the picture.
    settings, given
        What was asked for, and on which picture.
    good
        The last settings that were possible. Where several fields do not go together,
        the reason is shown at the one that differs from them.
    """
    field = _field(error.code, settings, good)
    return Refusal(field, error, _remedies(error.code, settings, good, given))


def _field(code: str, settings: LabSettings, good: LabSettings | None) -> Field:
    first = _FIRST_FIELD[settings.operation]
    own = OWN_FIELD[settings.operation].get(code)
    fields = (own,) if own is not None else _FIELDS_OF_CODE.get(code, (first,))
    if settings.operation == "pooling" and code == "too_many_cells":
        fields = ("pool_size", "pool_padding")
    if good is None or good.operation != settings.operation:
        return fields[0]
    return next(
        (field for field in fields if _differs(field, settings, good)), fields[0]
    )


def _differs(field: Field, settings: LabSettings, good: LabSettings) -> bool:
    return value_of(settings, field) != value_of(good, field)


def _remedies(
    code: str, settings: LabSettings, good: LabSettings | None, given: LabInput
) -> tuple[Remedy, ...]:
    """Return the ways out that change least; each leads to settings that can be."""
    found: list[Remedy] = []
    for change in ways_out(code, settings, good, given):
        remedy = _carried_on(change, settings, good, given)
        if remedy is None or any(remedy.settings == one.settings for one in found):
            continue
        if change.field == "usual" and found:
            continue
        found.append(remedy)
    found.sort(key=lambda remedy: len(remedy.changes))
    return tuple(found[:MOST_REMEDIES])


def _carried_on(
    change: Change, settings: LabSettings, good: LabSettings | None, given: LabInput
) -> Remedy | None:
    """Make a change, and those that are needed after it; ``None`` if none leads out."""
    changes = [change]
    mended = changed(settings, change)
    if mended == settings:
        return None
    while (error := _error(mended, given)) is not None:
        # A field that was set already is not set again, or two could take turns.
        done = {change.field for change in changes}
        following = next(
            (
                found
                for found in ways_out(error.code, mended, good, given)
                if found.field not in done and changed(mended, found) != mended
            ),
            None,
        )
        if following is None or len(changes) == _MOST_CHANGES:
            return None
        changes.append(following)
        mended = changed(mended, following)
    return Remedy(tuple(changes), mended)


def _error(settings: LabSettings, given: LabInput) -> CnnvizError | None:
    try:
        operation_of(settings, given)
        ActivationSpec(kind=settings.activation, slope=settings.slope)
    except CnnvizError as error:
        return error
    return None
