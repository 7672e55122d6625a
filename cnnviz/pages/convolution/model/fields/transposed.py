"""The window of a transposed convolution."""

from dataclasses import replace
from typing import Final

from cnnviz.engine.messages.marking import QT_TRANSLATE_NOOP
from cnnviz.pages.convolution.model.fields.convolution import DILATION, STRIDE
from cnnviz.pages.convolution.model.fields.field import Field, for_operations
from cnnviz.pages.convolution.model.lab_settings import LARGEST_PADDING

_ROOM: Final = ("transposed_nothing_left", "too_many_cells")


TRANSPOSED: Final = for_operations(
    ("transposed",),
    replace(
        STRIDE,
        key="transposed_stride",
        path="transposed.stride",
        typed=(0, 999),
        codes=("stride_too_small", "too_many_cells"),
        helps=("output_padding_too_large", "transposed_nothing_left"),
        suggested=((2, 2), (1, 1)),
        meaning=QT_TRANSLATE_NOOP(
            "Fields",
            "How far apart the cells of the picture are put; zeros lie between them",
        ),
    ),
    Field(
        key="transposed_padding",
        kind="pair",
        path="transposed.padding",
        safe=(0, 0),
        range=(0, LARGEST_PADDING),
        typed=(-1, 999),
        slider_end=32,
        codes=("padding_negative", "padding_too_large", "transposed_nothing_left"),
        suggested=((1, 1),),
        label=QT_TRANSLATE_NOOP("Fields", "Padding"),
        meaning=QT_TRANSLATE_NOOP(
            "Fields",
            "How much is cut off the output on each side: what a convolution with "
            "this padding would have added",
        ),
        undo=QT_TRANSLATE_NOOP("Fields", "Change padding"),
        names=(
            QT_TRANSLATE_NOOP("Fields", "Rows cut off above and below"),
            QT_TRANSLATE_NOOP("Fields", "Columns cut off left and right"),
            QT_TRANSLATE_NOOP("Fields", "Padding on all sides"),
        ),
    ),
    Field(
        key="output_padding",
        kind="pair",
        path="transposed.output_padding",
        level="everything",
        safe=(0, 0),
        range=(0, 98),
        typed=(-1, 999),
        slider_end=15,
        codes=("output_padding_negative", "output_padding_too_large"),
        helps=_ROOM,
        suggested=((1, 1),),
        label=QT_TRANSLATE_NOOP("Fields", "Output padding"),
        meaning=QT_TRANSLATE_NOOP(
            "Fields",
            "Rows and columns added at the end of the output: several sizes shrink "
            "to the same one, and this says which was meant",
        ),
        undo=QT_TRANSLATE_NOOP("Fields", "Change output padding"),
        names=(
            QT_TRANSLATE_NOOP("Fields", "Rows added at the end"),
            QT_TRANSLATE_NOOP("Fields", "Columns added at the end"),
            QT_TRANSLATE_NOOP("Fields", "Output padding in both directions"),
        ),
    ),
    replace(
        DILATION,
        key="transposed_dilation",
        path="transposed.dilation",
        typed=(0, 999),
        helps=("output_padding_too_large", *_ROOM),
        meaning=QT_TRANSLATE_NOOP(
            "Fields",
            "How far apart the kernel’s numbers lie on the output; 1 is side by side",
        ),
    ),
)
