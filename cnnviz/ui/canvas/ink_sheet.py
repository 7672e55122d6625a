"""The sheet of ink under a draw pad: strokes in, one byte a point out."""

from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen

from cnnviz.ui.theme import tokens

SIDE: Final = 280
"""Rows and columns of ink: ten a pixel of the 28 x 28 picture that networks read."""


def _colour_table() -> list[int]:
    """Return 256 colours from paper to ink, as an indexed image wants them."""
    return [
        QColor.fromRgbF(
            tokens.SHEET.redF() + (tokens.PEN.redF() - tokens.SHEET.redF()) * share,
            tokens.SHEET.greenF()
            + (tokens.PEN.greenF() - tokens.SHEET.greenF()) * share,
            tokens.SHEET.blueF() + (tokens.PEN.blueF() - tokens.SHEET.blueF()) * share,
        ).rgb()
        for share in (index / 255 for index in range(256))
    ]


class InkSheet:
    """A square of ink that strokes are drawn on, 0 paper to 255 ink.

    The pen's points are joined by quadratic curves through the middles between them, so
    a quick hand gives a smooth line. The last half piece, which the next point will bend,
    is drawn on a copy: the ink always reaches the pen, and no corner is left behind.
    """

    def __init__(self) -> None:
        self._settled = QImage(SIDE, SIDE, QImage.Format.Format_Grayscale8)
        self._settled.fill(0)
        self._shown = self._settled
        self._points: list[QPointF] = []
        self._pen = QPen()
        self._table = _colour_table()

    @property
    def in_stroke(self) -> bool:
        """Whether a stroke has begun and not ended."""
        return bool(self._points)

    def begin(self, point: QPointF, width: float, *, erasing: bool) -> None:
        """Put the pen down: a dot of its width."""
        self._pen = QPen(
            Qt.GlobalColor.black if erasing else Qt.GlobalColor.white,
            width,
            Qt.PenStyle.SolidLine,
            Qt.PenCapStyle.RoundCap,
            Qt.PenJoinStyle.RoundJoin,
        )
        self._points = [point]
        path = QPainterPath(point)
        path.lineTo(point + QPointF(0.01, 0))  # a path of no length paints nothing
        self._shown = self._settled.copy()
        self._stroke(self._shown, path)

    def move(self, point: QPointF, width: float | None = None) -> None:
        """Draw on to a point; ``width`` changes the pen on the way (its pressure)."""
        if width is not None:
            self._pen.setWidthF(width)
        *_, last = self._points
        middle = (last + point) / 2
        piece = QPainterPath(last)
        if len(self._points) == 1:
            piece.lineTo(middle)
        else:
            piece = QPainterPath((self._points[-2] + last) / 2)
            piece.quadTo(last, middle)
        self._stroke(self._settled, piece)
        self._points = [last, point]
        tail = QPainterPath(middle)
        tail.lineTo(point)
        self._shown = self._settled.copy()
        self._stroke(self._shown, tail)

    def end(self) -> None:
        """Lift the pen: what is seen is what stays."""
        self._settled = self._shown
        self._points = []

    def array(self) -> NDArray[np.uint8]:
        """Return a copy of the ink, uint8 ``SIDE x SIDE``."""
        ink = np.frombuffer(self._shown.constBits(), np.uint8)
        return ink.reshape(SIDE, SIDE).copy()

    def replace(self, ink_hw: NDArray[np.uint8] | None) -> None:
        """Take over ink from elsewhere (undo, another page), or empty the sheet."""
        self._points = []
        fresh = QImage(SIDE, SIDE, QImage.Format.Format_Grayscale8)
        if ink_hw is None:
            fresh.fill(0)
        else:
            np.frombuffer(fresh.bits(), np.uint8)[:] = ink_hw.reshape(-1)
        self._settled = self._shown = fresh

    def image(self) -> QImage:
        """Return the ink in its colours on paper, to paint."""
        image = self._shown.copy()
        image.reinterpretAsFormat(QImage.Format.Format_Indexed8)
        image.setColorTable(self._table)
        return image

    def _stroke(self, image: QImage, path: QPainterPath) -> None:
        with QPainter(image) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(self._pen)
            painter.drawPath(path)
