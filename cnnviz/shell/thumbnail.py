"""The one picture, small, at the foot of the rail."""

from typing import Final

from PySide6.QtCore import QRect, QSize, Qt, Slot
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy, QWidget
from typing_extensions import override

from cnnviz.engine.images.picture import Picture
from cnnviz.shell.navigation_bar import WIDTH
from cnnviz.state.picture.shared_picture import PictureStore, SharedPicture
from cnnviz.ui.page import HearsLanguage, set_names
from cnnviz.ui.picture_image import picture_image
from cnnviz.ui.picture_text import picture_title
from cnnviz.ui.theme import tokens

_SIDE: Final = 64


class Thumbnail(HearsLanguage, QAbstractButton):
    """Show the shared picture; a click opens the menu of ways to replace it."""

    def __init__(self, store: PictureStore, menu: QMenu, parent: QWidget) -> None:
        super().__init__(parent)
        self._store = store
        self._menu = menu
        self._image = QImage()
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)  # painted anew on coming, going
        self._is_busy = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._on_clicked)
        store.changed.connect(self._on_picture_changed)
        self._on_picture_changed(store.state, store.state)

    def render_busy(self, is_busy: bool) -> None:
        """Fade while another picture is being read."""
        self._is_busy = is_busy
        self.update()

    @override
    def _retranslate(self) -> None:
        title = picture_title(self._store.state)
        tip = self.tr("{title}. Click to open, paste or draw another picture")
        set_names(self, "thumbnail", self.tr("Picture"), tip.format(title=title))
        self.setText(self.tr("Picture"))

    @override
    def sizeHint(self) -> QSize:
        return QSize(WIDTH, _SIDE + 28)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        frame = QRect((self.width() - _SIDE) // 2, 2, _SIDE, _SIDE)
        active = self.underMouse() or self.hasFocus()
        with QPainter(self) as painter:
            painter.setOpacity(tokens.MIX_PALE if self._is_busy else 1.0)
            painter.fillRect(frame, self.palette().base())
            painter.drawImage(_fitted(self._image.size(), frame), self._image)
            painter.setPen(
                (self.palette().accent() if active else self.palette().mid()).color()
            )
            painter.drawRect(frame.adjusted(0, 0, -1, -1))
            painter.setPen(self.palette().windowText().color())
            words = QRect(0, frame.bottom() + 2, self.width(), 22)
            painter.drawText(words, Qt.AlignmentFlag.AlignCenter, self.text())

    @Slot(object, object)
    def _on_picture_changed(self, new: SharedPicture, _old: SharedPicture) -> None:
        self._image = _small_image(new.picture, 2 * _SIDE)
        self._retranslate()
        self.update()

    @Slot()
    def _on_clicked(self) -> None:
        self._menu.popup(self.mapToGlobal(self.rect().topRight()))


def _small_image(picture: Picture, side: int) -> QImage:
    """Return the picture with its longer side at most ``side`` pixels."""
    image = picture_image(picture, max(1, max(picture.size_hw) // (2 * side)))
    if max(image.width(), image.height()) <= side:
        return image
    size = image.size().scaled(side, side, Qt.AspectRatioMode.KeepAspectRatio)
    return image.scaled(
        size.expandedTo(QSize(1, 1)),
        Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )


def _fitted(size: QSize, frame: QRect) -> QRect:
    scaled = size.scaled(frame.size(), Qt.AspectRatioMode.KeepAspectRatio)
    fitted = QRect(frame.topLeft(), scaled.expandedTo(QSize(2, 2)))  # a line is seen
    fitted.moveCenter(frame.center())
    return fitted
