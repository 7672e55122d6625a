"""Whether things on a widget move."""

from PySide6.QtWidgets import QStyle, QWidget


def moves(widget: QWidget, reduced_motion: bool) -> bool:
    """Whether things on a widget may move: it is seen, and nobody asked for stillness."""
    if reduced_motion or not widget.isVisible():
        return False
    hint = QStyle.StyleHint.SH_Widget_Animation_Duration
    return widget.style().styleHint(hint, None, widget) != 0
