"""The window of a convolution, and its kernels, which a transposed one has too."""

from typing import Final, get_args

from cnnviz.engine.convolution.shapes import padding_amounts
from cnnviz.engine.convolution.spec import ConvSpec, NamedPadding, PaddingMode, Pair
from cnnviz.engine.messages.marking import QT_TRANSLATE_NOOP
from cnnviz.pages.convolution.model.fields.field import Field, Value, for_operations
from cnnviz.pages.convolution.model.lab_settings import (
    LARGEST_KERNEL,
    LARGEST_PADDING,
    MOST_KERNELS,
    LabSettings,
    OperationKind,
    with_bank,
    with_kernel_size,
)
from cnnviz.state.lab_input import LabInput

_BOTH: Final[tuple[OperationKind, ...]] = ("convolution", "transposed")
_BEYOND: Final = ("padding_beyond_reflection", "padding_beyond_circle")


def _with_kernels(settings: LabSettings, count: int) -> LabSettings:
    count = min(max(count, 1), MOST_KERNELS)
    return with_bank(settings, settings.bank.with_outputs(count))


def _bank_size(settings: LabSettings, _given: LabInput) -> tuple[Value, ...]:
    return settings.bank.size, (5, 5)


def _one_each(_settings: LabSettings, given: LabInput) -> tuple[Value, ...]:
    return (given.channels,)


def _padding_shown(settings: LabSettings, given: LabInput | None) -> Value:
    """Return top, bottom, left, right: as asked for, or what a name comes to.

    Impossible numbers beside the padding count as the nearest possible ones.
    """
    padding = settings.padding
    if not isinstance(padding, str):
        return padding if len(padding) == 4 else (padding[0],) * 2 + (padding[1],) * 2
    if given is None or padding not in get_args(NamedPadding):
        return 0, 0, 0, 0
    spec = ConvSpec(
        kernel=_at_least_1(settings.kernel_size),
        stride=_at_least_1(settings.stride),
        dilation=_at_least_1(settings.dilation),
        padding=padding,
    )
    amounts = padding_amounts(spec, given.size_hw)
    return amounts.top, amounts.bottom, amounts.left, amounts.right


def _at_least_1(pair: Pair) -> Pair:
    return max(pair[0], 1), max(pair[1], 1)


STRIDE: Final = Field(
    key="stride",
    kind="pair",
    level="first",
    safe=(1, 1),
    range=(1, 99),
    typed=(0, 99),
    slider_end=16,
    codes=("stride_too_small",),
    helps=_BEYOND,
    suggested=((2, 2),),
    label=QT_TRANSLATE_NOOP("Fields", "Stride"),
    meaning=QT_TRANSLATE_NOOP("Fields", "How many cells the window moves at each step"),
    undo=QT_TRANSLATE_NOOP("Fields", "Change stride"),
    names=(
        QT_TRANSLATE_NOOP("Fields", "Vertical stride"),
        QT_TRANSLATE_NOOP("Fields", "Horizontal stride"),
        QT_TRANSLATE_NOOP("Fields", "Stride in both directions"),
    ),
)

DILATION: Final = Field(
    key="dilation",
    kind="pair",
    level="everything",
    safe=(1, 1),
    range=(1, 99),
    typed=(0, 99),
    slider_end=16,
    codes=("dilation_too_small",),
    helps=("kernel_larger_than_padded_input", *_BEYOND),
    suggested=((2, 2),),
    label=QT_TRANSLATE_NOOP("Fields", "Dilation"),
    meaning=QT_TRANSLATE_NOOP(
        "Fields",
        "Distance between neighbouring weights on the picture; 1 means side by side",
    ),
    undo=QT_TRANSLATE_NOOP("Fields", "Change dilation"),
    names=(
        QT_TRANSLATE_NOOP("Fields", "Vertical dilation"),
        QT_TRANSLATE_NOOP("Fields", "Horizontal dilation"),
        QT_TRANSLATE_NOOP("Fields", "Dilation in both directions"),
    ),
)

KERNELS: Final = for_operations(
    _BOTH,
    Field(
        key="kernels",
        tab="",
        kind="whole",
        range=(1, MOST_KERNELS),
        typed=(1, MOST_KERNELS),
        helps=("groups_do_not_divide", "too_many_cells"),
        grows=True,
        getter=lambda settings: settings.bank.outputs,
        setter=_with_kernels,
        names=(QT_TRANSLATE_NOOP("Fields", "Number of kernels"),),
        meaning=QT_TRANSLATE_NOOP(
            "Fields", "How many kernels there are: the depth of the output"
        ),
        undo=QT_TRANSLATE_NOOP("Fields", "Change number of kernels"),
        fix=QT_TRANSLATE_NOOP("Fields", "Kernels: {value}"),
    ),
    Field(
        key="kernel_size",
        kind="pair",
        level="first",
        range=(1, LARGEST_KERNEL),
        typed=(0, 99),
        slider_end=LARGEST_KERNEL,
        codes=(
            "kernel_size_too_small",
            "kernel_size_too_large",
            "kernel_shape_differs",
            "kernel_larger_than_padded_input",
        ),
        helps=(*_BEYOND, "transposed_nothing_left", "too_many_cells"),
        found=_bank_size,
        setter=with_kernel_size,
        label=QT_TRANSLATE_NOOP("Fields", "Size"),
        meaning=QT_TRANSLATE_NOOP("Fields", "How many numbers the kernel has"),
        undo=QT_TRANSLATE_NOOP("Fields", "Change kernel size"),
        names=(
            QT_TRANSLATE_NOOP("Fields", "Kernel height"),
            QT_TRANSLATE_NOOP("Fields", "Kernel width"),
            QT_TRANSLATE_NOOP("Fields", "Kernel height and width"),
        ),
    ),
    Field(
        key="flip",
        kind="flag",
        label=QT_TRANSLATE_NOOP("Fields", "Flip by 180°"),
        meaning=QT_TRANSLATE_NOOP(
            "Fields",
            "On: the kernel is flipped by 180° first, as in the mathematical "
            "definition of convolution. Off: cross-correlation, which libraries "
            "such as PyTorch call convolution. Because the weights are learned, "
            "both work equally well.",
        ),
        undo=QT_TRANSLATE_NOOP("Fields", "Flip kernel"),
        names=(QT_TRANSLATE_NOOP("Fields", "Flip the kernel"),),
        notes=(
            QT_TRANSLATE_NOOP("Fields", "Cross-correlation, as in PyTorch and Keras"),
            QT_TRANSLATE_NOOP("Fields", "True convolution: kernel flipped by 180°"),
        ),
    ),
)

CONVOLUTION: Final = for_operations(
    ("convolution",),
    STRIDE,
    DILATION,
    Field(
        key="padding_mode",
        kind="choice",
        level="everything",
        safe="zeros",
        choices=get_args(PaddingMode),
        codes=("padding_mode_unknown",),
        helps=_BEYOND,
        suggested=("replicate", "zeros"),
        label=QT_TRANSLATE_NOOP("Fields", "Padding mode"),
        meaning=QT_TRANSLATE_NOOP("Fields", "What the added cells hold:"),
        undo=QT_TRANSLATE_NOOP("Fields", "Change padding mode"),
        fix=QT_TRANSLATE_NOOP("Fields", "Mode: {value}"),
        choice_names=(
            QT_TRANSLATE_NOOP("Fields", "Zeros"),
            QT_TRANSLATE_NOOP("Fields", "Reflect"),
            QT_TRANSLATE_NOOP("Fields", "Replicate"),
            QT_TRANSLATE_NOOP("Fields", "Circular"),
        ),
        choice_tips=(
            QT_TRANSLATE_NOOP("Fields", "Zeros: 0 0 | 1 2 3 | 0 0"),
            QT_TRANSLATE_NOOP(
                "Fields",
                "Reflect: 3 2 | 1 2 3 | 2 1, as in a mirror on the outermost cells",
            ),
            QT_TRANSLATE_NOOP(
                "Fields", "Replicate: 1 1 | 1 2 3 | 3 3, the outermost cells again"
            ),
            QT_TRANSLATE_NOOP(
                "Fields",
                "Circular: 2 3 | 1 2 3 | 1 2, the picture wraps around",
            ),
        ),
    ),
    Field(
        key="padding",
        kind="padding",
        level="first",
        safe="same",
        range=(0, LARGEST_PADDING),
        typed=(-1, 999),
        slider_end=32,
        choices=get_args(NamedPadding),
        codes=("padding_unknown", "padding_negative", "padding_too_large", *_BEYOND),
        helps=("kernel_larger_than_padded_input",),
        suggested=("same", "valid"),
        shown=_padding_shown,
        label=QT_TRANSLATE_NOOP("Fields", "Padding"),
        meaning=QT_TRANSLATE_NOOP(
            "Fields",
            "Cells added around the picture, so that the kernel can reach the edge",
        ),
        undo=QT_TRANSLATE_NOOP("Fields", "Change padding"),
        names=(
            QT_TRANSLATE_NOOP("Fields", "Rows added above and below"),
            QT_TRANSLATE_NOOP("Fields", "Columns added left and right"),
            QT_TRANSLATE_NOOP("Fields", "Padding on all sides"),
        ),
        choice_names=(
            QT_TRANSLATE_NOOP("Fields", "Valid: none"),
            QT_TRANSLATE_NOOP("Fields", "Same: keep the size"),
            QT_TRANSLATE_NOOP("Fields", "Full: any overlap"),
            QT_TRANSLATE_NOOP("Fields", "Custom"),
            QT_TRANSLATE_NOOP("Fields", "Each side"),
        ),
        choice_tips=(
            QT_TRANSLATE_NOOP(
                "Fields", "No padding: the window never leaves the picture"
            ),
            QT_TRANSLATE_NOOP(
                "Fields", "With stride 1 the output is as large as the picture"
            ),
            QT_TRANSLATE_NOOP(
                "Fields", "So much padding that overlapping in a single cell is enough"
            ),
            QT_TRANSLATE_NOOP("Fields", "Same number on opposite sides"),
            QT_TRANSLATE_NOOP("Fields", "A number for each of the four sides"),
        ),
    ),
)

GROUPS: Final = for_operations(
    _BOTH,
    Field(
        key="groups",
        tab="",
        kind="whole",
        level="everything",
        safe=1,
        range=(1, 99),
        typed=(0, 99),
        codes=("groups_too_few", "groups_do_not_divide"),
        found=_one_each,
        label=QT_TRANSLATE_NOOP("Fields", "Groups"),
        meaning=QT_TRANSLATE_NOOP(
            "Fields",
            "Divide channels and kernels into this many groups. A kernel reads "
            "only the channels of its own group",
        ),
        undo=QT_TRANSLATE_NOOP("Fields", "Change groups"),
        fix=QT_TRANSLATE_NOOP("Fields", "Groups: {value}"),
    ),
)
