"""The place of what an open section holds: as high as that, and scrolled if need be."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget
from typing_extensions import override

_LEAST: Final = 96


class SectionArea(QScrollArea):
    """Takes the height of what is in it, or less: then it scrolls."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Ignored, policy.Preferred)

    @override
    def sizeHint(self) -> QSize:
        part = self.widget()
        return QSize(0, _LEAST) if part is None else part.sizeHint()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, _LEAST)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow what is in it, as that needs more height or less."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)
