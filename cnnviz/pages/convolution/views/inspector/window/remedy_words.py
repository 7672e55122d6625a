"""What the button of a way out says."""

from PySide6.QtCore import QCoreApplication

from cnnviz.pages.convolution.model.field_changes import Change, Field
from cnnviz.pages.convolution.model.lab_refusals import Remedy
from cnnviz.ui.numbers import short, whole


def remedy_text(remedy: Remedy, most: int = 2) -> str:
    """Return what a remedy sets, in few words; dots for more than ``most`` changes."""
    first, *rest = [change_text(change) for change in remedy.changes]
    text = ", ".join([first, *(_small(other) for other in rest[: most - 1])])
    return f"{text} …" if len(remedy.changes) > most else text


def change_text(change: Change) -> str:
    """Return one field and its value, in few words.

    Examples
    --------
    >>> change_text(Change("stride", (2, 2))), change_text(Change("padding", (0, 1)))
    ('Stride 2', 'Padding 0 × 1')
    """
    field, value = change.field, change.value
    if field == "pool_stride" and value is None:
        return QCoreApplication.translate("SizeCard", "Stride as the size")
    if isinstance(value, str):
        return _named(field, value)
    if isinstance(value, tuple):
        return _numbers(field).format(size=_size(field, value))
    if isinstance(value, float):
        return _count(field).format(count=short(value))
    return _count(field).format(count="" if value is None else whole(int(value)))


def _size(field: Field, value: tuple[int, ...]) -> str:
    if len(value) == 4:
        return " · ".join(map(str, value))
    vertical, horizontal = value
    if vertical == horizontal and field not in ("kernel_size", "pool_size"):
        return str(vertical)
    return f"{vertical} × {horizontal}"


def _numbers(field: Field) -> str:
    translate = QCoreApplication.translate
    match field:
        case "kernel_size":
            return translate("SizeCard", "Kernel {size}")
        case "stride" | "pool_stride":
            return translate("SizeCard", "Stride {size}")
        case "dilation":
            return translate("SizeCard", "Dilation {size}")
        case "output_padding":
            return translate("SizeCard", "Output padding {size}")
        case "pool_size":
            return translate("SizeCard", "Window {size}")
        case _:
            return translate("SizeCard", "Padding {size}")


def _count(field: Field) -> str:
    translate = QCoreApplication.translate
    match field:
        case "groups":
            return translate("SizeCard", "Groups: {count}")
        case "kernels":
            return translate("SizeCard", "Kernels: {count}")
        case "signal_kernel":
            return translate("SizeCard", "Kernel length {count}")
        case "signal_stride":
            return translate("SizeCard", "Stride {count}")
        case "signal_values":
            return translate("SizeCard", "Usual signal")
        case "pool_global":
            return translate("SizeCard", "Whole picture")
        case "biases":
            return translate("SizeCard", "Biases 0")
        case "slope":
            return translate("SizeCard", "Slope {count}")
        case _:
            return translate("SizeCard", "Usual settings")


def _named(field: Field, name: str) -> str:
    translate = QCoreApplication.translate
    names = {
        "zeros": translate("SizeCard", "Zeros"),
        "replicate": translate("SizeCard", "Replicate"),
        "valid": translate("SizeCard", "valid"),
        "same": translate("SizeCard", "same"),
        "full": translate("SizeCard", "full"),
        "max": translate("SizeCard", "Maximum"),
        "average": translate("SizeCard", "Average"),
        "none": translate("SizeCard", "No activation"),
    }
    if field in ("padding", "signal_padding"):
        return translate("SizeCard", "Padding {size}").format(size=names[name])
    if field == "padding_mode":
        return translate("SizeCard", "Mode: {name}").format(name=_small(names[name]))
    return names[name]


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]
