"""What a window's rule is called in a sentence: one table for all operations."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QCoreApplication

from cnnviz.engine.convolution.expression import SumExpression
from cnnviz.engine.messages.marking import QT_TRANSLATE_NOOP
from cnnviz.ui.texts import filled

_CONTEXT: Final = "OperationWords"
_OTHER: Final = "other"
"""In place of a function that has no words of its own."""

_LEFT: Final = {
    "max": QT_TRANSLATE_NOOP("OperationWords", "the largest of {count}"),
    "min": QT_TRANSLATE_NOOP("OperationWords", "the smallest of {count}"),
    "": QT_TRANSLATE_NOOP("OperationWords", "sum of all {count}"),
    _OTHER: QT_TRANSLATE_NOOP("OperationWords", "the {function} of {count}"),
}
_CHOSEN: Final = {
    "max": QT_TRANSLATE_NOOP(
        "OperationWords", "the largest of {count} {count|number|numbers}"
    ),
    "min": QT_TRANSLATE_NOOP(
        "OperationWords", "the smallest of {count} {count|number|numbers}"
    ),
    _OTHER: QT_TRANSLATE_NOOP(
        "OperationWords", "the {function} of {count} {count|number|numbers}"
    ),
}
_NAMES: Final = {
    "convolution": QT_TRANSLATE_NOOP("OperationWords", "Convolution"),
    "transposed": QT_TRANSLATE_NOOP("OperationWords", "Transposed convolution"),
    "pooling": QT_TRANSLATE_NOOP("OperationWords", "Pooling"),
    "signal": QT_TRANSLATE_NOOP("OperationWords", "Convolution"),
    "gradient": QT_TRANSLATE_NOOP("OperationWords", "Gradient of a kernel"),
}
_GIVEN: Final = {
    "gradient": QT_TRANSLATE_NOOP("OperationWords", "Input map"),
    _OTHER: QT_TRANSLATE_NOOP("OperationWords", "Input"),
}
_MADE: Final = {
    "gradient": QT_TRANSLATE_NOOP("OperationWords", "Gradient of the kernel"),
    _OTHER: QT_TRANSLATE_NOOP("OperationWords", "Output"),
}
_KERNEL: Final = {
    "gradient": QT_TRANSLATE_NOOP("OperationWords", "× Gradient"),
    _OTHER: QT_TRANSLATE_NOOP("OperationWords", "× Kernel"),
}


def what_is_left(expression: SumExpression) -> str:
    """Return what is kept of a window, shortly: in the place of a kernel."""
    rows, columns = expression.parts[0].size
    return _in_words(_LEFT, expression.function, rows * columns)


def chosen_of(expression: SumExpression) -> str:
    """Return which of a channel's numbers is kept; empty where they are added."""
    if not expression.function:
        return ""
    return _in_words(_CHOSEN, expression.function, expression.parts[0].count)


def _in_words(texts: Mapping[str, str], function: str, count: int) -> str:
    text = QCoreApplication.translate(_CONTEXT, texts.get(function, texts[_OTHER]))
    return filled(text, count=count, function=function)


def given_title(key: str) -> str:
    """Return what an operation's input is called."""
    return QCoreApplication.translate(_CONTEXT, _GIVEN.get(key, _GIVEN[_OTHER]))


def made_title(key: str) -> str:
    """Return what an operation's output is called."""
    return QCoreApplication.translate(_CONTEXT, _MADE.get(key, _MADE[_OTHER]))


def kernel_title(key: str) -> str:
    """Return what the window of an operation is multiplied with."""
    return QCoreApplication.translate(_CONTEXT, _KERNEL.get(key, _KERNEL[_OTHER]))


def operation_name(key: str) -> str:
    """Return what an operation is called; one without words by its own name."""
    return QCoreApplication.translate(_CONTEXT, _NAMES.get(key, key))
