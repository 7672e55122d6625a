"""What a drop or the clipboard offers, and where a drop will land."""

import re
from base64 import b64decode
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final
from urllib.parse import unquote_to_bytes

from PySide6.QtCore import (
    QBuffer,
    QEvent,
    QIODevice,
    QMimeData,
    QObject,
    QRect,
    Qt,
    QUrl,
)
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QImage,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QMainWindow, QWidget
from typing_extensions import override

from cnnviz.engine.images.numbers.number_tables import looks_like_numbers
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.fonts import sized
from cnnviz.ui.theme.theme import mixed, paint_rounded

_ENCODED = ("image/png", "image/jpeg", "image/webp", "image/gif", "image/bmp")
_DATA: Final = re.compile(
    r"data:image/[\w.+-]+(?:;[\w=.-]+)*?(;base64)?,(.+)", re.DOTALL
)
_WEB: Final = re.compile(r"(?:https?|ftp)://\S+|www\.\S+", re.IGNORECASE)
_QUOTES: Final = "\"'“”‘’«»`"


@dataclass(frozen=True, slots=True)
class OfferedNumbers:
    """Numbers as text: to be read, or refused in words that name the place."""

    text: str


@dataclass(frozen=True, slots=True)
class OfferedAddress:
    """An address on the web, which this program does not open."""

    address: str


def offered_picture(
    mime: QMimeData,
) -> str | bytes | OfferedNumbers | OfferedAddress | None:
    """Return a path to open, the bytes of a picture file, numbers, or nothing of use.

    Files come before pixels: a file manager offers both, and the file has a name.
    Numbers do, too: a spreadsheet offers a picture of its cells. What has no picture in
    it, and no numbers, may still be the name of a file.
    """
    for url in mime.urls():
        if url.isLocalFile():
            return url.toLocalFile()
    text = mime.text().strip()
    pixels = _pixels(mime)
    if pixels is not None:
        is_of_cells = "\t" in text or looks_like_numbers(text)
        return OfferedNumbers(mime.text()) if is_of_cells else pixels
    address = _WEB.fullmatch(text) or next(
        (found for url in mime.urls() if (found := _WEB.fullmatch(url.toString()))),
        None,
    )
    if address:
        return OfferedAddress(address[0])
    return _in_text(text)


def _pixels(mime: QMimeData) -> bytes | None:
    for name in _ENCODED:
        # As the other program encoded it: nothing to do on the window's thread.
        data = bytes(mime.data(name).data()) if mime.hasFormat(name) else b""
        if data:
            return data
    return _encoded(mime.imageData()) if mime.hasImage() else None


def _in_text(text: str) -> str | bytes | OfferedNumbers | None:
    """Return what a text names, or holds itself."""
    if data := _DATA.fullmatch(text):
        return _decoded(data[2], is_base64=data[1] is not None)
    if looks_like_numbers(text) or ("\t" in text and re.search(r"\d", text)):
        return OfferedNumbers(text)  # a table with a word in it is refused there
    lines = text.splitlines()
    # Of several files, as of several that are dropped, the first.
    if lines and all(line.strip().startswith("file:") for line in lines):
        return QUrl(lines[0].strip()).toLocalFile() or None
    line = text.strip(_QUOTES).strip()
    if line.startswith("file:"):
        return QUrl(line).toLocalFile() or None
    looks_like_path = "/" in line or "\\" in line
    if "\n" in line or "://" in line or not looks_like_path:
        return None
    return line


def _decoded(data: str, *, is_base64: bool) -> bytes | None:
    plain = unquote_to_bytes("".join(data.split()))
    if not is_base64:
        return plain
    try:
        return b64decode(plain + b"=" * (-len(plain) % 4), validate=True) or None
    except ValueError:
        return None


def _encoded(image: object) -> bytes | None:
    if not isinstance(image, QImage) or image.isNull():
        return None
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    # Quality 100 is "do not compress" for PNG: the bytes live for a moment only.
    image.save(buffer, "PNG", 100)  # type: ignore[call-overload]
    return bytes(buffer.data().data())


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
        ground = mixed(look.accent().color(), look.window().color(), tokens.MIX_CHOSEN)
        ground.setAlphaF(tokens.MIX_COVER)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillRect(self.rect(), ground)
            painter.setPen(
                QPen(look.accent().color(), tokens.LINE_STRONG, Qt.PenStyle.DashLine)
            )
            frame = self.rect().adjusted(16, 16, -17, -17)
            paint_rounded(painter, frame, tokens.RADIUS_DROP)
            painter.setFont(sized(self.font(), tokens.FONT_DROP))
            painter.setPen(look.windowText().color())
            text = self.tr("Drop it anywhere")
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, text)


class Drops(QObject):
    """Take whatever picture is dropped anywhere on a window.

    Parameters
    ----------
    take
        Uses what was dropped; whether it could.
    take_path
        Uses a path first, in a way of the page that is open; whether it did.
    """

    def __init__(
        self,
        take: Callable[[QMimeData], bool],
        take_path: Callable[[str], bool],
        centre: QWidget,
        window: QMainWindow,
    ) -> None:
        super().__init__(window)
        self._take, self._take_path, self._centre = take, take_path, centre
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
            offered = offered_picture(event.mimeData())
            is_taken = isinstance(offered, str) and self._take_path(offered)
            if is_taken or self._take(event.mimeData()):
                event.acceptProposedAction()
            return True
        return False
