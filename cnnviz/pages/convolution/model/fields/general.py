"""Settings that every operation has: which one, what it works on, what comes after."""

from typing import Final, get_args

from cnnviz.engine.convolution.activation.activations import ActivationKind
from cnnviz.engine.messages.marking import QT_TRANSLATE_NOOP
from cnnviz.pages.convolution.model.fields.field import Field, for_operations
from cnnviz.pages.convolution.model.lab_settings import LabSettings, OperationKind
from cnnviz.state.lab_input import RANGES, Colour

_ALL: Final = get_args(OperationKind)


def _is_leaky(settings: LabSettings) -> bool:
    return settings.activation == "leaky_relu"


INPUT: Final = for_operations(
    _ALL,
    Field(
        key="operation",
        tab="",
        kind="choice",
        choices=_ALL,
        label=QT_TRANSLATE_NOOP("Fields", "Operation"),
        meaning=QT_TRANSLATE_NOOP(
            "Fields", "What the window computes at each position"
        ),
        undo=QT_TRANSLATE_NOOP("Fields", "Choose operation"),
        choice_names=(
            QT_TRANSLATE_NOOP("Fields", "Convolution"),
            QT_TRANSLATE_NOOP("Fields", "Transposed convolution"),
            QT_TRANSLATE_NOOP("Fields", "Pooling"),
            QT_TRANSLATE_NOOP("Fields", "Convolution in one dimension"),
        ),
    ),
    Field(
        key="colour",
        tab="",
        kind="choice",
        choices=get_args(Colour),
        label=QT_TRANSLATE_NOOP("Fields", "Colours"),
        meaning=QT_TRANSLATE_NOOP(
            "Fields", "Work on grey levels, or on red, green and blue"
        ),
        undo=QT_TRANSLATE_NOOP("Fields", "Change colours"),
        choice_names=(
            QT_TRANSLATE_NOOP("Fields", "Grey"),
            QT_TRANSLATE_NOOP("Fields", "RGB (red, green, blue)"),
        ),
    ),
    Field(
        key="value_range",
        tab="",
        kind="choice",
        level="everything",
        choices=tuple(RANGES),
        label=QT_TRANSLATE_NOOP("Fields", "Value range"),
        meaning=QT_TRANSLATE_NOOP(
            "Fields", "The numbers that black and white stand for"
        ),
        undo=QT_TRANSLATE_NOOP("Fields", "Change value range"),
        choice_names=(
            "0 … 255",
            "0 … 1",
            "−1 … 1",
        ),
    ),
)

AFTER: Final = for_operations(
    _ALL,
    Field(
        key="activation",
        tab="",
        kind="choice",
        choices=get_args(ActivationKind),
        codes=("activation_unknown",),
        label=QT_TRANSLATE_NOOP("Fields", "Activation"),
        meaning=QT_TRANSLATE_NOOP(
            "Fields", "The function applied to each sum to make the output"
        ),
        undo=QT_TRANSLATE_NOOP("Fields", "Choose activation"),
        fix=QT_TRANSLATE_NOOP("Fields", "Activation: {value}"),
        choice_names=(
            QT_TRANSLATE_NOOP("Fields", "None"),
            "ReLU",
            "Leaky ReLU",
            QT_TRANSLATE_NOOP("Fields", "Sigmoid"),
            "Tanh",
            QT_TRANSLATE_NOOP("Fields", "Softmax over channels"),
        ),
    ),
    Field(
        key="slope",
        tab="",
        kind="number",
        level="everything",
        range=(-10, 10),
        typed=(-10, 10),
        codes=("slope_not_finite",),
        suggested=(0.01,),
        applies=_is_leaky,
        label=QT_TRANSLATE_NOOP("Fields", "Slope for negative sums"),
        meaning=QT_TRANSLATE_NOOP(
            "Fields", "Leaky ReLU multiplies negative sums by this number"
        ),
        undo=QT_TRANSLATE_NOOP("Fields", "Change slope"),
        fix=QT_TRANSLATE_NOOP("Fields", "Slope {value}"),
    ),
)
