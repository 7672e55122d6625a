"""Parts below or beside each other, without margins of their own."""

from typing import TypeAlias, TypeVar

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLayout, QVBoxLayout, QWidget

Part: TypeAlias = QWidget | QLayout

L = TypeVar("L", bound=QBoxLayout)


def column(*parts: Part, spacing: int, parent: QWidget | None = None) -> QVBoxLayout:
    """Return parts below each other; they fill ``parent``, if it is given."""
    return _filled(QVBoxLayout(), parts, spacing, parent)


def row(*parts: Part, spacing: int, parent: QWidget | None = None) -> QHBoxLayout:
    """Return parts beside each other; they fill ``parent``, if it is given."""
    return _filled(QHBoxLayout(), parts, spacing, parent)


def _filled(
    layout: L, parts: tuple[Part, ...], spacing: int, parent: QWidget | None
) -> L:
    if parent is not None:
        parent.setLayout(layout)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(spacing)
    for part in parts:
        if isinstance(part, QLayout):
            layout.addLayout(part)
        else:
            layout.addWidget(part)
    return layout
