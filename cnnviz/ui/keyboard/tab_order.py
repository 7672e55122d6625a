"""The Tab key's way through a page: as the eye goes, not as the widgets were made."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget


def set_tab_order_from_layout(whole: QWidget) -> None:
    """Let the Tab key go through a widget in the order of its layouts.

    Called once, when all is laid out; what is made later finds its own place.
    """
    stops = list(_stops(whole))
    for before, after in pairwise(stops):
        QWidget.setTabOrder(before, after)


def put_before(stops: Sequence[QWidget], after: QWidget) -> None:
    """Let the Tab key come to new widgets just before it comes to another one."""
    before = after.previousInFocusChain()
    while before is not None and (not _takes_tab(before) or before in stops):
        before = before.previousInFocusChain()
        if before is after:
            return
    if before is None:
        return
    for stop in stops:
        QWidget.setTabOrder(before, stop)
        before = stop


def _stops(widget: QWidget) -> Iterator[QWidget]:
    """Yield what takes the Tab key, each with what lies in it after it."""
    if _takes_tab(widget):
        yield widget
    if isinstance(widget, QScrollArea):
        inner = widget.widget()
        if inner is not None:
            yield from _stops(inner)
        return
    layout = widget.layout()
    if layout is not None:
        yield from _in(layout)


def _in(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            yield from _stops(widget)
        elif inner is not None:
            yield from _in(inner)


def _takes_tab(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
