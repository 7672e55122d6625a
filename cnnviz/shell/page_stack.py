"""The place of the pages, one in front."""

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtWidgets import QStackedWidget, QWidget
from typing_extensions import override


class PageStack(QStackedWidget):
    """Show one page; a bar below takes its room from pages that need less than others."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("pages")
        self._bar: QWidget | None = None
        self._is_front_only = False
        self.currentChanged.connect(self.updateGeometry)

    def share_height_with(self, bar: QWidget) -> None:
        """Keep the window's smallest height while this bar comes and goes."""
        self._bar = bar
        bar.installEventFilter(self)

    def show_front_only(self, is_front_only: bool) -> None:
        """Ask for the room that the page in front needs, whatever others would need."""
        self._is_front_only = is_front_only
        self.updateGeometry()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self.updateGeometry()
        return super().eventFilter(watched, event)

    @override
    def minimumSizeHint(self) -> QSize:
        every, page = super().minimumSizeHint(), self.currentWidget()
        if self._is_front_only and page is not None:
            return page.minimumSizeHint()
        if self._bar is None or self._bar.isHidden() or page is None:
            return every
        left = every.height() - self._bar.minimumSizeHint().height()
        return QSize(every.width(), max(left, page.minimumSizeHint().height()))
