"""The window of a pooling."""

from dataclasses import replace
from typing import Final, get_args

from cnnviz.engine.convolution.spec import PoolKind
from cnnviz.engine.messages.marking import QT_TRANSLATE_NOOP
from cnnviz.pages.convolution.model.fields.convolution import STRIDE
from cnnviz.pages.convolution.model.fields.field import Field, Value, for_operations
from cnnviz.pages.convolution.model.lab_settings import LabSettings
from cnnviz.state.lab_input import LabInput


def _is_average(settings: LabSettings) -> bool:
    return settings.pooling.kind == "average" and not settings.pooling.is_global


def _is_local(settings: LabSettings) -> bool:
    return not settings.pooling.is_global


def _has_stride(settings: LabSettings) -> bool:
    return _is_local(settings) and settings.pooling.stride is not None


def _stride_follows(settings: LabSettings) -> Value:
    return settings.pooling.stride is None


def _with_following(settings: LabSettings, follows: bool) -> LabSettings:
    asked = settings.pooling
    stride = None if follows else asked.size
    return replace(settings, pooling=replace(asked, stride=stride))


def _pooled_size(settings: LabSettings, given: LabInput | None) -> Value:
    asked = settings.pooling
    return given.size_hw if asked.is_global and given is not None else asked.size


def _pooled_stride(settings: LabSettings, given: LabInput | None) -> Value:
    asked = settings.pooling
    if asked.is_global and given is not None:
        return given.size_hw
    return asked.stride or asked.size


def _pooled_padding(settings: LabSettings, _given: LabInput | None) -> Value:
    return (0, 0) if settings.pooling.is_global else settings.pooling.padding


POOLING: Final = for_operations(
    ("pooling",),
    Field(
        key="pool_kind",
        kind="choice",
        path="pooling.kind",
        level="first",
        choices=get_args(PoolKind),
        codes=("pool_unknown",),
        label=QT_TRANSLATE_NOOP("Fields", "Kind"),
        meaning=QT_TRANSLATE_NOOP("Fields", "Which number is kept from each window"),
        undo=QT_TRANSLATE_NOOP("Fields", "Choose kind of pooling"),
        fix=QT_TRANSLATE_NOOP("Fields", "Kind: {value}"),
        names=(QT_TRANSLATE_NOOP("Fields", "Kind of pooling"),),
        choice_names=(
            QT_TRANSLATE_NOOP("Fields", "Maximum"),
            QT_TRANSLATE_NOOP("Fields", "Average"),
            QT_TRANSLATE_NOOP("Fields", "Sum"),
            QT_TRANSLATE_NOOP("Fields", "Minimum"),
        ),
        choice_tips=(
            QT_TRANSLATE_NOOP("Fields", "The largest number of the window"),
            QT_TRANSLATE_NOOP("Fields", "The mean of the window’s numbers"),
            QT_TRANSLATE_NOOP("Fields", "The window’s numbers, added"),
            QT_TRANSLATE_NOOP("Fields", "The smallest number of the window"),
        ),
    ),
    Field(
        key="pool_global",
        kind="flag",
        path="pooling.is_global",
        safe=True,
        helps=("pool_larger_than_padded_input",),
        label=QT_TRANSLATE_NOOP("Fields", "Whole picture"),
        meaning=QT_TRANSLATE_NOOP(
            "Fields", "One window as large as the picture: one number per channel"
        ),
        undo=QT_TRANSLATE_NOOP("Fields", "Change global pooling"),
        fix=QT_TRANSLATE_NOOP("Fields", "Use whole picture"),
        names=(QT_TRANSLATE_NOOP("Fields", "Global pooling"),),
    ),
    Field(
        key="pool_size",
        kind="pair",
        path="pooling.size",
        level="first",
        range=(1, 9999),
        typed=(0, 9999),
        slider_end=32,
        codes=("pool_size_too_small", "pool_larger_than_padded_input"),
        helps=("pool_padding_too_large",),
        suggested=((2, 2),),
        shown=_pooled_size,
        is_free=_is_local,
        label=QT_TRANSLATE_NOOP("Fields", "Size"),
        meaning=QT_TRANSLATE_NOOP("Fields", "How many cells the window has"),
        undo=QT_TRANSLATE_NOOP("Fields", "Change window size"),
        fix=QT_TRANSLATE_NOOP("Fields", "Window {value}"),
        names=(
            QT_TRANSLATE_NOOP("Fields", "Window height"),
            QT_TRANSLATE_NOOP("Fields", "Window width"),
            QT_TRANSLATE_NOOP("Fields", "Window height and width"),
        ),
    ),
    replace(
        STRIDE,
        key="pool_stride",
        path="pooling.stride",
        range=(1, 9999),
        typed=(0, 9999),
        slider_end=32,
        safe=None,
        helps=(),
        suggested=(None,),
        is_optional=True,
        shown=_pooled_stride,
        is_free=_has_stride,
    ),
    Field(
        key="pool_follows",
        kind="flag",
        getter=_stride_follows,
        setter=_with_following,
        is_free=_is_local,
        label=QT_TRANSLATE_NOOP("Fields", "Same as size"),
        meaning=QT_TRANSLATE_NOOP("Fields", "The windows then touch and never overlap"),
        undo=QT_TRANSLATE_NOOP("Fields", "Change stride"),
        names=(QT_TRANSLATE_NOOP("Fields", "Stride equal to the window size"),),
    ),
    Field(
        key="pool_padding",
        kind="pair",
        path="pooling.padding",
        level="everything",
        range=(0, 4999),
        typed=(-1, 9999),
        slider_end=16,
        codes=("padding_negative", "pool_padding_too_large", "too_many_cells"),
        helps=("pool_larger_than_padded_input",),
        suggested=((1, 1), (0, 0)),
        shown=_pooled_padding,
        is_free=_is_local,
        label=QT_TRANSLATE_NOOP("Fields", "Padding"),
        meaning=QT_TRANSLATE_NOOP(
            "Fields",
            "Cells added around the picture, at most half the window. They are never "
            "the largest or the smallest, and count as 0 in a sum",
        ),
        undo=QT_TRANSLATE_NOOP("Fields", "Change padding"),
        names=(
            QT_TRANSLATE_NOOP("Fields", "Rows added above and below"),
            QT_TRANSLATE_NOOP("Fields", "Columns added left and right"),
            QT_TRANSLATE_NOOP("Fields", "Padding on all sides"),
        ),
    ),
    Field(
        key="pool_counts",
        kind="flag",
        path="pooling.counts_padding",
        level="everything",
        applies=_is_average,
        label=QT_TRANSLATE_NOOP("Fields", "Count padding in mean"),
        meaning=QT_TRANSLATE_NOOP(
            "Fields",
            "Divide by all cells of the window, as frameworks do, or only by those "
            "of the picture",
        ),
        undo=QT_TRANSLATE_NOOP("Fields", "Change what the mean counts"),
        names=(QT_TRANSLATE_NOOP("Fields", "Count the padding in the mean"),),
    ),
)
