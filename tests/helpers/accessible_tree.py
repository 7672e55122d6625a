"""What a screen reader finds of a window, and what of it has no name."""

from collections.abc import Iterator
from typing import Final

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget

from tests.helpers.inventory import place_of, roots

_Role = QAccessible.Role
NAMED: Final = frozenset(
    {
        _Role.Button,
        _Role.ButtonMenu,
        _Role.Cell,
        _Role.CheckBox,
        _Role.ComboBox,
        _Role.EditableText,
        _Role.Graphic,
        _Role.List,
        _Role.ListItem,
        _Role.MenuItem,
        _Role.PageTab,
        _Role.PageTabList,
        _Role.ProgressBar,
        _Role.RadioButton,
        _Role.Slider,
        _Role.SpinBox,
        _Role.Table,
        _Role.Tree,
    }
)
"""Roles of what can be done something with, or read."""

PAINTED_FOR_THE_EYE: Final = frozenset(
    {
        "CurveSwatch",
        "FeedingOverlay",
        "Flight",
        "Lenses",
        "MapZoom",
        "OpenedPanel",
        "StageArrow",
        "_Frame",
        "_LineNumbers",
    }
)
"""What is painted between things that are named, and says nothing by itself."""

FEW: Final = 16
"""Cells of a grid that are looked at: the others are made in the same way."""


def name_of(found: QAccessibleInterface) -> str:
    """Return what is said of something first."""
    return found.text(QAccessible.Text.Name).strip()


def shown_in(found: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """Yield something and all in it that a screen reader finds on the screen."""
    if not found.isValid() or found.state().invisible:
        return
    yield found
    count = found.childCount()
    for index in range(min(count, FEW) if found.role() == _Role.Table else count):
        child = found.child(index)
        if child is not None:
            yield from shown_in(child)


def tree_of(widget: QWidget) -> Iterator[QAccessibleInterface]:
    """Yield all that a screen reader finds of a window and the dialogs beside it."""
    for root in roots(widget):
        yield from shown_in(QAccessible.queryAccessibleInterface(root))


def _needs_name(found: QAccessibleInterface) -> bool:
    thing = found.object()
    if isinstance(thing, QWidget) and thing.focusPolicy() and thing.isEnabled():
        return True
    is_ours = type(thing).__module__.startswith("cnnviz.")
    paints = is_ours and "paintEvent" in vars(type(thing))
    is_painted = paints and type(thing).__name__ not in PAINTED_FOR_THE_EYE
    is_leaf = not found.childCount() and found.role() != _Role.StaticText
    return found.role() in NAMED or (is_painted and is_leaf)


def _where(found: QAccessibleInterface) -> str:
    thing = found.object()
    if isinstance(thing, QWidget):
        return place_of(thing)
    above = found.parent()
    return f"{_where(above) if above is not None else ''}/{found.role().name}"


def unnamed(widget: QWidget) -> list[str]:
    """Name every part of a window of which a screen reader could say nothing."""
    return sorted(
        {
            f"{_where(found)} ({found.role().name})"
            for found in tree_of(widget)
            if _needs_name(found) and not name_of(found)
        }
    )
