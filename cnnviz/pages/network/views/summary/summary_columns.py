"""What each column of the summary table says of a layer, and of all together."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication

from cnnviz.engine.messages.marking import QT_TRANSLATE_NOOP
from cnnviz.engine.networks.layers import LAYER_KINDS
from cnnviz.engine.networks.summary import LayerSummary, NetworkSummary
from cnnviz.pages.network.views.editor.editor_words import bytes_text, kind_name
from cnnviz.ui.layer_labels import layer_label
from cnnviz.ui.network_view.layer_text import shape_text
from cnnviz.ui.numbers import whole
from cnnviz.ui.texts import plain


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryColumn:
    """One column: English head and tip, and how its cells are written.

    Attributes
    ----------
    of_all
        What stands in the row of totals; ``None`` for nothing.
    is_shown
        Whether the column says anything of a network; ``None`` always.
    """

    key: str
    head: str
    tip: str
    cell: Callable[[LayerSummary], str]
    of_all: Callable[[NetworkSummary], str] | None = None
    is_shown: Callable[[NetworkSummary], bool] | None = None
    is_number: bool = True


def _window(
    part: Callable[[LayerSummary], Sequence[int]],
) -> Callable[[LayerSummary], str]:
    return lambda line: "" if line.window is None else shape_text(tuple(part(line)))


def _padding(line: LayerSummary) -> str:
    """Return rows × columns where opposite sides are alike, else all four."""
    if line.window is None:
        return ""
    top, bottom, left, right = line.window.padding
    if top == bottom and left == right:
        return shape_text((top, left))
    return ", ".join(map(whole, line.window.padding))


def _parameters(line: LayerSummary) -> str:
    """Return the sum with its result: ``5 × 5 × 1 × 6 + 6 = 156``."""
    if not line.parameters:
        return ""
    return f"{line.parameter_sum} = {whole(line.parameters)}"


def _kind(line: LayerSummary) -> str:
    return kind_name(LAYER_KINDS[line.kind])


def _or_nothing(count: int) -> str:
    return whole(count) if count else ""


def translated(text: str) -> str:
    """Return a head or a tip in the language of the window."""
    return QCoreApplication.translate("SummaryColumns", text)


_ALL: Final = QT_TRANSLATE_NOOP("SummaryColumns", "All layers")

COLUMNS: Final = (
    SummaryColumn(
        key="layer",
        head=QT_TRANSLATE_NOOP("SummaryColumns", "Layer"),
        tip=QT_TRANSLATE_NOOP("SummaryColumns", "The name of the layer"),
        cell=lambda line: plain(layer_label(line.name)),
        of_all=lambda _summary: translated(_ALL),
        is_number=False,
    ),
    SummaryColumn(
        key="kind",
        head=QT_TRANSLATE_NOOP("SummaryColumns", "Kind"),
        tip=QT_TRANSLATE_NOOP("SummaryColumns", "What the layer does"),
        cell=_kind,
        is_number=False,
    ),
    SummaryColumn(
        key="output",
        head=QT_TRANSLATE_NOOP("SummaryColumns", "Output"),
        tip=QT_TRANSLATE_NOOP(
            "SummaryColumns", "Maps × rows × columns, or how many numbers"
        ),
        cell=lambda line: shape_text(line.output_shape),
    ),
    SummaryColumn(
        key="kernel",
        head=QT_TRANSLATE_NOOP("SummaryColumns", "Kernel"),
        tip=QT_TRANSLATE_NOOP(
            "SummaryColumns",
            "Rows × columns of the kernel, or of the window of a pooling",
        ),
        cell=_window(lambda line: line.window.kernel if line.window else ()),
    ),
    SummaryColumn(
        key="stride",
        head=QT_TRANSLATE_NOOP("SummaryColumns", "Stride"),
        tip=QT_TRANSLATE_NOOP(
            "SummaryColumns", "Rows × columns that the window moves at each step"
        ),
        cell=_window(lambda line: line.window.stride if line.window else ()),
    ),
    SummaryColumn(
        key="padding",
        head=QT_TRANSLATE_NOOP("SummaryColumns", "Padding"),
        tip=QT_TRANSLATE_NOOP(
            "SummaryColumns",
            "Rows × columns added on each side; four numbers: top, bottom, left, right",
        ),
        cell=_padding,
    ),
    SummaryColumn(
        key="parameters",
        head=QT_TRANSLATE_NOOP("SummaryColumns", "Parameters"),
        tip=QT_TRANSLATE_NOOP(
            "SummaryColumns",
            "Worked out as window × channels read × channels made, plus the biases",
        ),
        cell=_parameters,
        of_all=lambda summary: whole(summary.parameters),
    ),
    SummaryColumn(
        key="learned",
        head=QT_TRANSLATE_NOOP("SummaryColumns", "Learned"),
        tip=QT_TRANSLATE_NOOP("SummaryColumns", "Parameters that training changes"),
        cell=lambda line: _or_nothing(line.learned),
        of_all=lambda summary: whole(summary.learned),
    ),
    SummaryColumn(
        key="not_learned",
        head=QT_TRANSLATE_NOOP("SummaryColumns", "Not learned"),
        tip=QT_TRANSLATE_NOOP(
            "SummaryColumns",
            "Parameters that are kept and not learned: running means, fixed codes",
        ),
        cell=lambda line: _or_nothing(line.not_learned),
        of_all=lambda summary: whole(summary.not_learned),
        is_shown=lambda summary: summary.not_learned > 0,
    ),
    SummaryColumn(
        key="multiply_adds",
        head=QT_TRANSLATE_NOOP("SummaryColumns", "Multiply-adds"),
        tip=QT_TRANSLATE_NOOP(
            "SummaryColumns", "Multiplications, each with its addition, per picture"
        ),
        cell=lambda line: _or_nothing(line.multiply_adds),
        of_all=lambda summary: whole(summary.multiply_adds),
    ),
    SummaryColumn(
        key="connections",
        head=QT_TRANSLATE_NOOP("SummaryColumns", "Connections"),
        tip=QT_TRANSLATE_NOOP(
            "SummaryColumns",
            "What flows into all units, biases included, as LeCun (1998) counts",
        ),
        cell=lambda line: _or_nothing(line.connections),
        of_all=lambda summary: whole(summary.connections),
    ),
    SummaryColumn(
        key="receptive_field",
        head=QT_TRANSLATE_NOOP("SummaryColumns", "Receptive field"),
        tip=QT_TRANSLATE_NOOP(
            "SummaryColumns",
            "Rows × columns of the picture, padding included, that one number sees",
        ),
        cell=lambda line: shape_text(line.receptive_field),
    ),
    SummaryColumn(
        key="memory",
        head=QT_TRANSLATE_NOOP("SummaryColumns", "Memory"),
        tip=QT_TRANSLATE_NOOP(
            "SummaryColumns", "Output for one picture and parameters, in 32-bit numbers"
        ),
        cell=lambda line: bytes_text(line.memory),
        of_all=lambda summary: bytes_text(summary.memory),
    ),
)
"""From left to right."""


def columns_of(summary: NetworkSummary) -> tuple[SummaryColumn, ...]:
    """Return the columns that say anything of a network."""
    return tuple(
        column
        for column in COLUMNS
        if column.is_shown is None or column.is_shown(summary)
    )
