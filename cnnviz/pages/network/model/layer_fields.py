"""What can be set of each kind of layer: one table, read by the panel and the fixes."""

from collections.abc import Mapping
from dataclasses import MISSING, fields, replace
from typing import Final, get_args

from cnnviz.engine.convolution.activation.functions import ACTIVATIONS
from cnnviz.engine.convolution.spec import PaddingMode, PoolKind
from cnnviz.engine.messages.marking import QT_TRANSLATE_NOOP
from cnnviz.pages.network.model.layer_field import LayerField, SliderRange
from cnnviz.pages.network.model.network_draft import LayerDraft, Value

MOST_OUTPUTS: Final = 9999

_POOL_NAMES: Final[Mapping[PoolKind, str]] = {
    "max": QT_TRANSLATE_NOOP("LayerFields", "Maximum"),
    "average": QT_TRANSLATE_NOOP("LayerFields", "Average"),
    "sum": QT_TRANSLATE_NOOP("LayerFields", "Sum"),
    "min": QT_TRANSLATE_NOOP("LayerFields", "Minimum"),
}

_POOL_KIND: Final = LayerField(
    name="kind",
    kind="choice",
    label=QT_TRANSLATE_NOOP("LayerFields", "Keeps"),
    meaning=QT_TRANSLATE_NOOP("LayerFields", "Which number is kept from each window"),
    choices=get_args(PoolKind),
    choice_names=tuple(_POOL_NAMES[kind] for kind in get_args(PoolKind)),
)

_FIELDS: Final = (
    LayerField(
        name="channels",
        kind="whole",
        label=QT_TRANSLATE_NOOP("LayerFields", "Kernels"),
        meaning=QT_TRANSLATE_NOOP(
            "LayerFields", "How many kernels there are: each one makes one map"
        ),
        range=(0, MOST_OUTPUTS),
        slider=SliderRange(1, 256),
    ),
    LayerField(
        name="units",
        kind="whole",
        label=QT_TRANSLATE_NOOP("LayerFields", "Units"),
        meaning=QT_TRANSLATE_NOOP("LayerFields", "How many numbers the layer makes"),
        range=(0, MOST_OUTPUTS),
        slider=SliderRange(1, 1024),
    ),
    LayerField(
        name="kernel",
        kind="pair",
        label=QT_TRANSLATE_NOOP("LayerFields", "Window"),
        meaning=QT_TRANSLATE_NOOP(
            "LayerFields", "Rows and columns of which one number is made"
        ),
        slider=SliderRange(1, 15, only_possible=True),
    ),
    LayerField(
        name="stride",
        kind="pair",
        label=QT_TRANSLATE_NOOP("LayerFields", "Stride"),
        meaning=QT_TRANSLATE_NOOP(
            "LayerFields", "How many rows and columns the window moves at each step"
        ),
        slider=SliderRange(1, 8, only_possible=True),
    ),
    LayerField(
        name="padding",
        kind="padding",
        label=QT_TRANSLATE_NOOP("LayerFields", "Padding"),
        meaning=QT_TRANSLATE_NOOP(
            "LayerFields", "Rows and columns added around each map"
        ),
        slider=SliderRange(0, 8, only_possible=True),
        choices=("valid", "same", "full"),
        choice_names=(
            QT_TRANSLATE_NOOP("LayerFields", "Valid: none"),
            QT_TRANSLATE_NOOP("LayerFields", "Same: keep the size"),
            QT_TRANSLATE_NOOP("LayerFields", "Full: any overlap"),
        ),
    ),
    LayerField(
        name="padding_mode",
        kind="choice",
        label=QT_TRANSLATE_NOOP("LayerFields", "Padding mode"),
        meaning=QT_TRANSLATE_NOOP("LayerFields", "What the added cells hold"),
        choices=get_args(PaddingMode),
        choice_names=(
            QT_TRANSLATE_NOOP("LayerFields", "Zeros"),
            QT_TRANSLATE_NOOP("LayerFields", "Reflect"),
            QT_TRANSLATE_NOOP("LayerFields", "Replicate"),
            QT_TRANSLATE_NOOP("LayerFields", "Circular"),
        ),
        level="everything",
    ),
    LayerField(
        name="dilation",
        kind="pair",
        label=QT_TRANSLATE_NOOP("LayerFields", "Dilation"),
        meaning=QT_TRANSLATE_NOOP(
            "LayerFields", "How far apart the kernel’s cells lie; 1 is side by side"
        ),
        slider=SliderRange(1, 8, only_possible=True),
        level="everything",
    ),
    LayerField(
        name="groups",
        kind="whole",
        label=QT_TRANSLATE_NOOP("LayerFields", "Groups"),
        meaning=QT_TRANSLATE_NOOP(
            "LayerFields",
            "Into how many parts maps and kernels are divided; a kernel reads the maps "
            "of its own part only",
        ),
        range=(0, MOST_OUTPUTS),
        level="everything",
    ),
    LayerField(
        name="bias",
        kind="flag",
        label=QT_TRANSLATE_NOOP("LayerFields", "Bias"),
        meaning=QT_TRANSLATE_NOOP(
            "LayerFields", "On: a learned number is added to each sum"
        ),
    ),
    LayerField(
        name="slope",
        kind="number",
        label=QT_TRANSLATE_NOOP("LayerFields", "Slope"),
        meaning=QT_TRANSLATE_NOOP(
            "LayerFields", "What negative numbers are multiplied by"
        ),
        range=(-10, 10),
        slider=SliderRange(0, 1, 0.01),
        only_if=("kind", "leaky_relu"),
    ),
    LayerField(
        name="amplitude",
        kind="number",
        label=QT_TRANSLATE_NOOP("LayerFields", "Amplitude"),
        meaning=QT_TRANSLATE_NOOP(
            "LayerFields", "The largest number that can come out"
        ),
        range=(-100, 100),
        slider=SliderRange(0.05, 4, 0.05),
    ),
    LayerField(
        name="steepness",
        kind="number",
        label=QT_TRANSLATE_NOOP("LayerFields", "Steepness"),
        meaning=QT_TRANSLATE_NOOP(
            "LayerFields", "What each number is multiplied by before the tanh"
        ),
        range=(-100, 100),
        slider=SliderRange(0.05, 4, 0.05),
    ),
    LayerField(
        name="rate",
        kind="number",
        label=QT_TRANSLATE_NOOP("LayerFields", "Rate"),
        meaning=QT_TRANSLATE_NOOP(
            "LayerFields", "The share of numbers that training leaves out at random"
        ),
        range=(0, 1),
        slider=SliderRange(0, 0.95, 0.05),
    ),
    LayerField(
        name="ceil_mode",
        kind="flag",
        label=QT_TRANSLATE_NOOP("LayerFields", "Round up"),
        meaning=QT_TRANSLATE_NOOP(
            "LayerFields", "On: a last window may reach beyond the padded map"
        ),
        level="everything",
    ),
    LayerField(
        name="counts_padding",
        kind="flag",
        label=QT_TRANSLATE_NOOP("LayerFields", "Average with padding"),
        meaning=QT_TRANSLATE_NOOP(
            "LayerFields", "On: an average divides by padding cells too"
        ),
        level="everything",
        only_if=("kind", "average"),
    ),
    LayerField(
        name="epsilon",
        kind="number",
        label=QT_TRANSLATE_NOOP("LayerFields", "Epsilon"),
        meaning=QT_TRANSLATE_NOOP(
            "LayerFields", "Added to the variance, so that nothing is divided by 0"
        ),
        range=(1e-9, 1),
        level="everything",
    ),
    LayerField(
        name="momentum",
        kind="number",
        label=QT_TRANSLATE_NOOP("LayerFields", "Momentum"),
        meaning=QT_TRANSLATE_NOOP(
            "LayerFields", "How much of the newest batch goes into the running numbers"
        ),
        range=(0, 1),
        slider=SliderRange(0, 1, 0.01),
        level="everything",
    ),
    LayerField(
        name="size",
        kind="whole",
        label=QT_TRANSLATE_NOOP("LayerFields", "Maps compared"),
        meaning=QT_TRANSLATE_NOOP(
            "LayerFields", "How many neighbouring maps weaken each other"
        ),
        slider=SliderRange(1, 15),
    ),
    *(
        LayerField(
            name=name,
            kind="number",
            label=label,
            meaning=QT_TRANSLATE_NOOP(
                "LayerFields",
                "Of the formula x / (k + alpha / size · sum of squares) ^ beta",
            ),
            range=(0, 100),
            slider=slider,
            level="everything",
        )
        for name, label, slider in (
            ("alpha", "alpha", None),  # what is usual is far below any step
            ("beta", "beta", SliderRange(0, 2, 0.05)),
            ("k", "k", SliderRange(0.5, 10, 0.5)),
        )
    ),
)

_BY_NAME: Final = {field.name: field for field in _FIELDS}

_ACTIVATION_NAMES: Final[Mapping[str, str]] = {
    "none": QT_TRANSLATE_NOOP("LayerFields", "none"),
    "sigmoid": QT_TRANSLATE_NOOP("LayerFields", "sigmoid"),
}
"""The others are called the same in every language."""

_OF_KIND: Final[Mapping[tuple[str, str], LayerField]] = {
    ("activation", "kind"): LayerField(
        name="kind",
        kind="choice",
        label=QT_TRANSLATE_NOOP("LayerFields", "Function"),
        meaning=QT_TRANSLATE_NOOP(
            "LayerFields", "What is done to each number; softmax compares all of them"
        ),
        choices=tuple(ACTIVATIONS),
        choice_names=tuple(
            _ACTIVATION_NAMES.get(one.key, one.title) for one in ACTIVATIONS.values()
        ),
    ),
    ("conv2d", "kernel"): replace(
        _BY_NAME["kernel"],
        label=QT_TRANSLATE_NOOP("LayerFields", "Kernel size"),
        meaning=QT_TRANSLATE_NOOP("LayerFields", "Rows and columns of each kernel"),
    ),
    ("pool2d", "kind"): _POOL_KIND,
    ("global_pool2d", "kind"): _POOL_KIND,
    ("subsampling", "kind"): replace(
        _POOL_KIND,
        choices=("sum", "average"),
        choice_names=(_POOL_NAMES["sum"], _POOL_NAMES["average"]),
    ),
    ("pool2d", "padding"): replace(
        _BY_NAME["padding"],
        choices=("same",),
        choice_names=(_BY_NAME["padding"].choice_names[1],),
    ),
}
"""Settings whose words or values depend on the kind."""


def fields_of(layer: LayerDraft) -> tuple[LayerField, ...]:
    """Return the settings of a layer that can be set by hand, in the table's order.

    Examples
    --------
    >>> flat = LayerDraft(id=1, kind="dropout", name="d", reads=(0,), values=(("rate", 0.5),))
    >>> [field.name for field in fields_of(flat)]
    ['rate']
    """
    own = [
        _OF_KIND.get((layer.kind, name)) or _BY_NAME.get(name)
        for name, _ in layer.values
    ]
    found = [field for field in own if field is not None]
    order = {name: place for place, name in enumerate(_BY_NAME)}
    return tuple(sorted(found, key=lambda field: order.get(field.name, -1)))


def applies(layer: LayerDraft, field: LayerField) -> bool:
    """Whether a setting has a meaning beside the others."""
    if field.only_if is None:
        return True
    other, value = field.only_if
    return layer.value(other) == value


def safe_value(layer: LayerDraft, field: LayerField) -> Value:
    """Return the value with which a layer of this kind begins; 1 where it has none."""
    for one in fields(layer.spec_type):
        if one.name == field.name and one.default is not MISSING:
            value: Value = one.default
            return value
    return (1, 1) if field.kind == "pair" else 1
