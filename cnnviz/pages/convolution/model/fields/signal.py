"""A signal, and the kernel that moves along it."""

from dataclasses import replace
from typing import Final, get_args

from cnnviz.engine.convolution.spec import NamedPadding
from cnnviz.engine.messages.marking import QT_TRANSLATE_NOOP
from cnnviz.pages.convolution.model.fields.field import Field, for_operations
from cnnviz.pages.convolution.model.lab_settings import LabSettings, SignalSettings
from cnnviz.pages.convolution.model.signal_text import MOST_VALUES, MOST_WEIGHTS


def _shorter_kernel(settings: LabSettings, length: int) -> LabSettings:
    """Leave out the end of a signal's kernel; an empty one becomes the first one."""
    asked = settings.signal
    kernel = asked.kernel[:length] if asked.kernel else SignalSettings().kernel
    return replace(settings, signal=replace(asked, kernel=kernel))


SIGNAL: Final = for_operations(
    ("signal",),
    Field(
        key="signal_values",
        tab="",
        kind="row",
        path="signal.values",
        level="first",
        safe=SignalSettings().values,
        range=(1, MOST_VALUES),
        codes=("signal_empty",),
        helps=("kernel_longer_than_signal",),
        suggested=(SignalSettings().values,),
        undo=QT_TRANSLATE_NOOP("Fields", "Change signal"),
        fix=QT_TRANSLATE_NOOP("Fields", "Use default signal"),
    ),
    Field(
        key="signal_weights",
        tab="",
        kind="row",
        path="signal.kernel",
        level="first",
        safe=SignalSettings().kernel,
        range=(1, MOST_WEIGHTS),
        undo=QT_TRANSLATE_NOOP("Fields", "Change kernel"),
    ),
    Field(
        key="signal_kernel",
        tab="",
        kind="whole",
        range=(1, MOST_WEIGHTS),
        codes=("kernel_longer_than_signal", "signal_kernel_empty"),
        getter=lambda settings: len(settings.signal.kernel),
        setter=_shorter_kernel,
        undo=QT_TRANSLATE_NOOP("Fields", "Change kernel"),
        fix=QT_TRANSLATE_NOOP("Fields", "Kernel length {value}"),
    ),
    Field(
        key="signal_padding",
        tab="signal",
        kind="choice",
        path="signal.padding",
        safe="same",
        choices=get_args(NamedPadding),
        codes=("padding_unknown",),
        helps=("kernel_longer_than_signal",),
        suggested=("same", "full"),
        label=QT_TRANSLATE_NOOP("Fields", "Padding"),
        meaning=QT_TRANSLATE_NOOP(
            "Fields", "Zeros put at both ends, so that the kernel reaches them"
        ),
        undo=QT_TRANSLATE_NOOP("Fields", "Change padding"),
        choice_names=(
            QT_TRANSLATE_NOOP("Fields", "Valid: none"),
            QT_TRANSLATE_NOOP("Fields", "Same: keep the length"),
            QT_TRANSLATE_NOOP("Fields", "Full: any overlap"),
        ),
    ),
    Field(
        key="signal_stride",
        tab="signal",
        kind="whole",
        path="signal.stride",
        safe=1,
        range=(1, 64),
        typed=(1, 64),
        codes=("stride_too_small",),
        suggested=(2,),
        label=QT_TRANSLATE_NOOP("Fields", "Stride"),
        meaning=QT_TRANSLATE_NOOP(
            "Fields", "How many cells the kernel moves at each step"
        ),
        undo=QT_TRANSLATE_NOOP("Fields", "Change stride"),
    ),
    Field(
        key="signal_flip",
        tab="signal",
        kind="flag",
        path="signal.flip",
        label=QT_TRANSLATE_NOOP("Fields", "Flip: true convolution"),
        meaning=QT_TRANSLATE_NOOP(
            "Fields",
            "Reverse the kernel first, as in the mathematical definition of "
            "convolution",
        ),
        undo=QT_TRANSLATE_NOOP("Fields", "Flip kernel"),
        names=(QT_TRANSLATE_NOOP("Fields", "Flip the kernel"),),
        notes=(
            QT_TRANSLATE_NOOP(
                "Fields",
                "The kernel slides as written. Neural networks do this; its exact name "
                "is cross-correlation.",
            ),
            QT_TRANSLATE_NOOP(
                "Fields",
                "The kernel is turned round before it slides: convolution as "
                "mathematics defines it.",
            ),
        ),
    ),
    Field(
        key="signal_bias",
        tab="",
        kind="number",
        path="signal.bias",
        since=2,
    ),
)
