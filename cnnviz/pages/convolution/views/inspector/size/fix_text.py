"""What the button of a fix says."""

from PySide6.QtCore import QCoreApplication

from cnnviz.pages.convolution.model.fields import (
    FIELDS,
    Change,
    Field,
    Fields,
    translated,
)
from cnnviz.pages.convolution.model.fixes import Fix
from cnnviz.ui.numbers import short, whole


def fix_text(fix: Fix, most: int = 2, fields: Fields = FIELDS) -> str:
    """Return what a fix sets, in few words; dots for more than ``most`` changes."""
    first, *rest = [change_text(change, fields) for change in fix.changes]
    text = ", ".join([first, *(_small(other) for other in rest[: most - 1])])
    return f"{text} …" if len(fix.changes) > most else text


def change_text(change: Change, fields: Fields = FIELDS) -> str:
    """Return one field and its value, in few words.

    Examples
    --------
    >>> change_text(Change("stride", (2, 2))), change_text(Change("padding", (0, 1)))
    ('Stride 2', 'Padding 0 × 1')
    """
    if change.field == "reset":
        return QCoreApplication.translate("SizeCard", "Use default settings")
    if change.field == "pool_stride" and change.value is None:
        return QCoreApplication.translate("SizeCard", "Set stride to size")
    field, value = fields[change.field], change.value
    if isinstance(value, str):
        text = _choice(field, value)
    elif isinstance(value, tuple):
        text = _size(field, value)
    elif isinstance(value, float):
        text = short(value)
    else:
        text = "" if value is None else whole(int(value))
    return translated(field.fix).format(label=translated(field.label), value=text)


def _choice(field: Field, name: str) -> str:
    """Return the name of a choice without what is said about it after a colon."""
    text = field.choice_names[field.choices.index(name)]
    return _small(translated(text).partition(":")[0])


def _size(field: Field, value: tuple[float, ...]) -> str:
    if len(value) != 2:
        return " · ".join(map(str, value))
    vertical, horizontal = value
    if vertical == horizontal and field.key not in ("kernel_size", "pool_size"):
        return str(vertical)
    return f"{vertical} × {horizontal}"


def _small(text: str) -> str:
    """Return a text that goes on after a comma or a colon; ReLU stays ReLU."""
    first = text.partition(" ")[0]
    return text[:1].lower() + text[1:] if first[1:].islower() else text
