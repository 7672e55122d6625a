"""The way from all maps into one of them, and back."""

from typing import Final

from PySide6.QtCore import QRectF, Qt, QVariantAnimation, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPixmap
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.motion import animation

LONGEST_MS: Final = tokens.OPEN_MS
"""Longer, and whoever knows the way would wait for it."""


class MapZoom(QWidget):
    """Lie over the maps while one of them grows to its place, its neighbours aside.

    What is painted is a picture of all maps, enlarged so that the one that was clicked
    comes to lie where its numbers are, and fading as it comes there.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self.reduced_motion = False
        self._picture = QPixmap()
        self._small = self._large = QRectF()
        self._animation = animation(self, LONGEST_MS, tokens.EASING_OPEN)
        self._animation.valueChanged.connect(self._on_value_changed)
        self._animation.finished.connect(self.stop)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def go(self, picture: QPixmap, small: QRectF, large: QRectF, *, into: bool) -> None:
        """Zoom from a map's place among all to its place alone, or back.

        Parameters
        ----------
        picture
            Of all maps, as large as the parent.
        small, large
            Where the map lies in it, and where it lies alone, in the parent's pixels.
        into
            Whether the map is opened, or closed again.
        """
        self._picture, self._small, self._large = picture, small, large
        direction = QVariantAnimation.Direction
        self._animation.stop()
        self._animation.setDirection(direction.Forward if into else direction.Backward)
        self.setGeometry(self._over.rect())
        self.raise_()
        self.show()
        self._animation.start()

    @Slot()
    def stop(self) -> None:
        """Be there."""
        self._animation.stop()
        self._picture = QPixmap()
        self.hide()

    @Slot()
    def _on_value_changed(self) -> None:
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._picture.isNull() or self._small.isEmpty():
            return
        share = float(self._animation.currentValue())
        here = _between(self._small, self._large, share)
        scale_x = here.width() / self._small.width()
        scale_y = here.height() / self._small.height()
        # The last third of the way is for the numbers to come through.
        with QPainter(self) as painter:
            painter.setOpacity(min(1.0, 3.0 * (1.0 - share)))
            painter.fillRect(
                self.rect(), self.palette().color(QPalette.ColorRole.Window)
            )
            painter.translate(here.topLeft())
            painter.scale(scale_x, scale_y)
            painter.translate(-self._small.topLeft())
            painter.drawPixmap(0, 0, self._picture)


def _between(small: QRectF, large: QRectF, share: float) -> QRectF:
    return QRectF(
        small.x() + share * (large.x() - small.x()),
        small.y() + share * (large.y() - small.y()),
        small.width() + share * (large.width() - small.width()),
        small.height() + share * (large.height() - small.height()),
    )
