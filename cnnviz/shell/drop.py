"""What a drop or the clipboard offers, and where a drop will land."""

from collections.abc import Callable

from PySide6.QtCore import QBuffer, QEvent, QIODevice, QMimeData, QObject, QRect, Qt
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QFont,
    QImage,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QMainWindow, QWidget
from typing_extensions import override

from cnnviz.ui.theme.theme import mixed

_ENCODED = ("image/png", "image/jpeg", "image/webp", "image/gif", "image/bmp")


def offered_picture(mime: QMimeData) -> str | bytes | None:
    """Return a path to open, the bytes of a picture file, or nothing of use.

    Files come before pixels: a file manager offers both, and the file has a name.
    """
    for url in mime.urls():
        if url.isLocalFile():
            return url.toLocalFile()
    for name in _ENCODED:
        # As the other program encoded it: nothing to do on the window's thread.
        if mime.hasFormat(name):
            return bytes(mime.data(name).data())
    if mime.hasImage():
        return _encoded(mime.imageData())
    return _path_in(mime.text())


def _encoded(image: object) -> bytes | None:
    if not isinstance(image, QImage) or image.isNull():
        return None
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    # Quality 100 is "do not compress" for PNG: the bytes live for a moment only.
    image.save(buffer, "PNG", 100)  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def _path_in(text: str) -> str | None:
    line = text.strip().strip('"')
    looks_like_path = "/" in line or "\\" in line
    is_web_address = "://" in line
    if not line or "\n" in line or is_web_address or not looks_like_path:
        return None
    return line


class DropCover(QWidget):
    """Lies over the window while a picture is dragged across it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("drop_cover")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def cover(self, area: QRect) -> None:
        """Show over an area of the window."""
        self.setGeometry(area)
        self.show()
        self.raise_()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = self.palette()
        ground = mixed(look.accent().color(), look.window().color(), 0.12)
        ground.setAlphaF(0.92)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), ground)
        painter.setPen(QPen(look.accent().color(), 2, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(self.rect().adjusted(16, 16, -17, -17), 12, 12)
        font = QFont(self.font())
        font.setPointSizeF(1.6 * font.pointSizeF())
        painter.setFont(font)
        painter.setPen(look.windowText().color())
        text = self.tr("Drop the picture anywhere")
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, text)
        painter.end()


class Drops(QObject):
    """Take whatever picture is dropped anywhere on a window."""

    def __init__(
        self, take: Callable[[QMimeData], bool], centre: QWidget, window: QMainWindow
    ) -> None:
        super().__init__(window)
        self._take, self._centre = take, centre
        self._cover = DropCover(window)
        window.setAcceptDrops(True)
        window.installEventFilter(self)
        # A drop belongs to the window: a number field would take it as text.
        for part in centre.findChildren(QWidget):
            part.setAcceptDrops(False)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DragLeave:
            self._cover.hide()
        elif isinstance(event, QDragEnterEvent):
            if offered_picture(event.mimeData()) is not None:
                event.acceptProposedAction()
                self._cover.cover(self._centre.geometry())
                return True
        elif isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            self._cover.hide()
            if self._take(event.mimeData()):
                event.acceptProposedAction()
            return True
        return False
