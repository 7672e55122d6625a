"""Widgets side by side and one below the other, written as they are seen."""

from typing import TypeVar

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLayout,
    QVBoxLayout,
    QWidget,
)

Part = QWidget | QLayout | int | None
"""What lies in a row or a column; a number is so many pixels, ``None`` room, left empty."""

_Box = TypeVar("_Box", bound=QBoxLayout)


def in_row(
    *parts: Part | tuple[Part, int],
    gap: int | None = None,
    of: QWidget | None = None,
    margin: int = 0,
) -> QHBoxLayout:
    """Lay parts out from left to right.

    Parameters
    ----------
    *parts
        A part alone takes what it needs, a pair of a part and a number that share of
        the room which is left.
    gap
        Pixels between neighbours, a token; ``None``: as the style has it.
    of
        The widget that is filled to its edges; ``None`` for a row in another layout.
    margin
        Pixels that stay free at each edge, a token.
    """
    return _with(QHBoxLayout() if of is None else QHBoxLayout(of), parts, gap, margin)


def in_column(
    *parts: Part | tuple[Part, int],
    gap: int | None = None,
    of: QWidget | None = None,
    margin: int = 0,
) -> QVBoxLayout:
    """Lay parts out from top to bottom; see `in_row`."""
    return _with(QVBoxLayout() if of is None else QVBoxLayout(of), parts, gap, margin)


def upright_line(parent: QWidget) -> QFrame:
    """Return a thin line between what is left and right of it."""
    line = QFrame(parent)
    line.setFrameShape(QFrame.Shape.VLine)
    line.setForegroundRole(QPalette.ColorRole.Mid)
    return line


def _with(
    box: _Box,
    parts: tuple[Part | tuple[Part, int], ...],
    gap: int | None,
    margin: int,
) -> _Box:
    box.setContentsMargins(margin, margin, margin, margin)
    if gap is not None:
        box.setSpacing(gap)
    for each in parts:
        part, share = each if isinstance(each, tuple) else (each, 0)
        if part is None:
            box.addStretch(share)
        elif isinstance(part, int):
            box.addSpacing(part)
        elif isinstance(part, QWidget):
            box.addWidget(part, share)
        else:
            box.addLayout(part, share)
    return box
