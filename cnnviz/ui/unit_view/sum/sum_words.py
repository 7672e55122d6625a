"""What is said around a sum: which cell, how many products, what becomes of it."""

import numpy as np
from PySide6.QtCore import QCoreApplication

from cnnviz.engine.convolution.expression import ChannelPart
from cnnviz.ui.numbers import short, whole
from cnnviz.ui.texts import filled
from cnnviz.ui.unit_view.operation_words import chosen_of
from cnnviz.ui.unit_view.sum.sum_copy_text import function_name
from cnnviz.ui.unit_view.unit import Unit


def cell_text(unit: Unit) -> str:
    """Say which output cell the number is of."""
    row, column = (place + 1 for place in unit.cell)
    if unit.operation.traits.is_flat:
        return QCoreApplication.translate("SumRow", "Position {number}").format(
            number=column
        )
    return QCoreApplication.translate("SumRow", "Row {row}, column {column}").format(
        row=row, column=column
    )


def output_text(unit: Unit) -> str:
    """Say of which output channel the number is; nothing where there is one."""
    if unit.operation.outputs == 1:
        return ""
    said = QCoreApplication.translate("SumRow", "Output {number} of {count}")
    return said.format(
        number=unit.walk.output_channel + 1, count=unit.operation.outputs
    )


def only_text(unit: Unit) -> str:
    """Say how many products there are, or what the only channel gives."""
    part, divisor = unit.part(), unit.expression.divisor
    if part.weights_hw is not None and part.is_written:
        return _count_text(part)
    if len(unit.expression.parts) > 1:
        return ""
    name = f"{unit.mark(part.channel)}: " if unit.input_channels > 1 else ""
    if unit.expression.function:
        return name + chosen_of(unit.expression)
    total = f"{name}Σ {short(part.total, 6)}"
    return total if divisor is None else f"{total} ÷ {whole(divisor)}"


def _count_text(part: ChannelPart) -> str:
    assert part.weights_hw is not None
    count = part.values_hw.size
    zeros = count - int(np.count_nonzero(np.multiply(part.values_hw, part.weights_hw)))
    text = QCoreApplication.translate("SumRow", "{count} {count|product|products}")
    if zeros == count:
        text = QCoreApplication.translate(
            "SumRow", "all {count} {count|product is|products are} 0"
        )
    elif zeros:
        text = QCoreApplication.translate(
            "SumRow", "{count} {count|product|products}, {zeros} of them 0"
        )
    return filled(text, count=count, zeros=zeros)


def rest_text(unit: Unit) -> str:
    """Write what follows the sums: their total, and what is done with it."""
    kind = unit.walk.activation.kind
    if kind == "none":
        return ""
    return f"= {short(unit.outcome.total, 6)}  →  {function_name(kind)}"
