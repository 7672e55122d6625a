"""A widget as it is, everything on it larger: type, strokes, gaps and cells alike."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGraphicsProxyWidget,
    QGraphicsScene,
    QGraphicsView,
    QLayout,
    QWidget,
)
from typing_extensions import override

PAGE: Final = QSize(1067, 600)
"""What a page has room for on a large screen: 1.8 times as large in 1920 x 1080."""

LEAST: Final = 1.64
"""By so much everything is larger on a small screen, too: the letters of axes have 18 px."""


def enlarging(room: QSize, needed: QSize) -> float:
    """Return by how much what needs a size is enlarged in a room; 1 at least.

    Examples
    --------
    >>> enlarging(QSize(1920, 1080), QSize(480, 400))
    1.8
    >>> enlarging(QSize(1280, 720), QSize(480, 400)), enlarging(QSize(1280, 720), PAGE)
    (1.64, 1.2)
    """
    wanted = min(room.width() / PAGE.width(), room.height() / PAGE.height())
    possible = min(
        room.width() / max(1, needed.width()), room.height() / max(1, needed.height())
    )
    return max(1.0, min(round(max(LEAST, wanted), 2), round(possible, 2)))


class EnlargedView(QGraphicsView):
    """Show one widget, all of it enlarged, as large as it still fits.

    A widget in a scene can be drawn at any scale, and stays what it is: keys, pointer and
    lists that open reach it as before.

    Signals
    -------
    fitted()
        It has another size, or is enlarged by something else.
    escaped()
        Esc was pressed, and nothing on the widget had a use for it.
    """

    fitted = Signal()
    escaped = Signal()

    def __init__(self, parent: QWidget, strip: int = 0) -> None:
        """Leave so many pixels at the bottom free."""
        super().__init__(parent)
        self.setObjectName("enlarged_view")
        self._strip = strip
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        never = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setHorizontalScrollBarPolicy(never)
        self.setVerticalScrollBarPolicy(never)
        self.setBackgroundRole(QPalette.ColorRole.Window)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Window)
        self.viewport().setMouseTracking(True)
        self.setScene(QGraphicsScene(self))
        self._held: QWidget | None = None
        self._proxy: QGraphicsProxyWidget | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(0)
        self._rest.timeout.connect(self.fit)

    @property
    def scale_now(self) -> float:
        """By how much everything is enlarged."""
        return self.transform().m11()

    def take(self, widget: QWidget) -> None:
        """Show a widget that has no parent; it must have a layout."""
        layout = widget.layout()
        assert layout is not None
        # Else the widget would refuse to be smaller than it was.
        layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        widget.setMinimumSize(0, 0)
        proxy = QGraphicsProxyWidget()
        proxy.setWidget(widget)
        proxy.setMinimumSize(0, 0)
        proxy.setPos(0, 0)  # not where the widget lay in the window
        self.scene().addItem(proxy)
        self._held, self._proxy = widget, proxy
        widget.installEventFilter(self)
        self.fit()

    def give_back(self) -> QWidget:
        """Let the widget go, and return it."""
        widget, proxy = self._held, self._proxy
        assert widget is not None
        assert proxy is not None
        self._rest.stop()
        widget.removeEventFilter(self)
        self._held = self._proxy = None
        proxy.setWidget(None)  # type: ignore[arg-type]
        self.scene().removeItem(proxy)
        layout = widget.layout()
        assert layout is not None
        layout.setSizeConstraint(QLayout.SizeConstraint.SetDefaultConstraint)
        widget.setMinimumSize(0, 0)
        return widget

    @Slot()
    def fit(self) -> None:
        """Enlarge the widget as much as it has room for."""
        widget, proxy = self._held, self._proxy
        if widget is None or proxy is None:
            return
        layout = widget.layout()
        assert layout is not None
        room = self.viewport().size() - QSize(0, self._strip)
        scale = enlarging(room, layout.totalMinimumSize())
        if scale != self.scale_now:
            self.resetTransform()
            self.scale(scale, scale)
        proxy.resize(room.width() / scale, room.height() / scale)
        seen = self.viewport().size()
        self.setSceneRect(0, 0, seen.width() / scale, seen.height() / scale)
        self.fitted.emit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest and watched is self._held:
            self._rest.start()
        return super().eventFilter(watched, event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if event.key() == Qt.Key.Key_Escape and not event.isAccepted():
            event.accept()
            self.escaped.emit()
