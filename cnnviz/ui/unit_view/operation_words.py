"""What a window's rule is called in a sentence: one table for all operations."""

from PySide6.QtCore import QCoreApplication

from cnnviz.engine.convolution.expression import SumExpression
from cnnviz.ui.numbers import whole


def what_is_left(expression: SumExpression) -> str:
    """Return what is kept of a window, shortly: in the place of a kernel."""
    translate, part = QCoreApplication.translate, expression.parts[0]
    texts = {
        "max": translate("OperationWords", "the largest of {count}"),
        "min": translate("OperationWords", "the smallest of {count}"),
        "": translate("OperationWords", "all {count} added"),
    }
    other = translate("OperationWords", "the {function} of {count}")
    text = texts.get(expression.function, other)
    count = part.size[0] * part.size[1]
    return text.format(count=whole(count), function=expression.function)


def chosen_of(expression: SumExpression) -> str:
    """Return which of a channel's numbers is kept; empty where they are added."""
    translate, part = QCoreApplication.translate, expression.parts[0]
    if not expression.function:
        return ""
    texts = {
        "max": translate("OperationWords", "the largest of {count} numbers"),
        "min": translate("OperationWords", "the smallest of {count} numbers"),
    }
    other = translate("OperationWords", "the {function} of {count} numbers")
    text = texts.get(expression.function, other)
    return text.format(count=whole(part.count), function=expression.function)


def operation_name(key: str) -> str:
    """Return what an operation is called; one without words by its own name."""
    translate = QCoreApplication.translate
    names = {
        "convolution": translate("OperationWords", "Convolution"),
        "transposed": translate("OperationWords", "Transposed convolution"),
        "pooling": translate("OperationWords", "Pooling"),
        "signal": translate("OperationWords", "Convolution"),
    }
    return names.get(key, key)
