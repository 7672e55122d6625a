"""Keys while a list or a menu is open: they are for it, whatever shortcuts there are."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Slot
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtWidgets import QApplication
from typing_extensions import override


class PopupKeys(QObject):
    """Keep shortcuts from acting while a popup is open.

    A popup is a window of its own, but its keys come to the window that has the focus,
    and Qt counts it as a part of the page that opened it. So the window with the focus
    is listened to, before Qt looks for a shortcut; no other events cost anything.
    """

    def __init__(self, application: QGuiApplication) -> None:
        super().__init__(application)
        application.focusWindowChanged.connect(self._on_focus_window_changed)
        self._on_focus_window_changed(QGuiApplication.focusWindow())

    @Slot(QWindow)
    def _on_focus_window_changed(self, window: QWindow | None) -> None:
        if window is not None:
            window.removeEventFilter(self)  # never twice
            window.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Give keys to an open list or menu before any shortcut takes them."""
        popup = QApplication.activePopupWidget()
        if event.type() == QEvent.Type.ShortcutOverride and popup is not None:
            # A list picks with Return as early as here, so that it must see it.
            QCoreApplication.sendEvent(popup.focusWidget() or popup, event)
            event.accept()  # "not a shortcut": it comes again, as a key for the popup
            return True
        return super().eventFilter(watched, event)
