"""The line over a plot: its title, what each curve is, and the newest values."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget
from typing_extensions import override

from cnnviz.ui.controls.fitting_label import FittingLabel
from cnnviz.ui.layouts import in_row
from cnnviz.ui.page import set_tip
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.fonts import half_bold, sized

_SWATCH = QSize(18, 14)
_WIDEST_VALUE = "98.76%"


class CurveSwatch(QWidget):
    """A short piece of a curve, as the plot draws it."""

    def __init__(self, width: float, *, dot: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self._width = width
        self._dot = dot
        self._colour = QColor()
        self.setFixedSize(_SWATCH)

    def set_colour(self, colour: QColor) -> None:
        """Draw in the colour of the curve."""
        self._colour = colour
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return _SWATCH

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._colour, self._width))
            middle = self.height() / 2
            painter.drawLine(QPointF(1, middle), QPointF(self.width() - 1, middle))
            if self._dot:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(self._colour)
                centre = QRectF(self.width() / 2 - 4, middle - 4, 8, 8)
                painter.drawEllipse(centre)


class CurveLegend(QWidget):
    """Name the three curves of a plot."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._title = QLabel(self)
        heavy = half_bold(self._title.font())
        self._title.setFont(heavy)
        self._swatches = (
            CurveSwatch(1, dot=False, parent=self),
            CurveSwatch(2, dot=False, parent=self),
            CurveSwatch(2, dot=True, parent=self),
        )
        self._labels = tuple(FittingLabel(self) for _ in self._swatches)
        for label in self._labels:
            label.setFont(sized(self.font(), tokens.FONT_CAPTION))
        self._numbers = tuple(QLabel(self) for _ in self._swatches[1:])
        for number in self._numbers:
            number.setObjectName("curve_value")
            number.setFont(heavy)
        self._reading = QLabel(self)
        self._reading.setObjectName("curve_reading")
        self._reading.setSizePolicy(
            QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred
        )
        self._lay_out()

    def _lay_out(self) -> None:
        row = in_row(self._title, (self._reading, 1), gap=tokens.SPACE_CHIP, of=self)
        for swatch, label in zip(self._swatches, self._labels, strict=True):
            row.addSpacing(tokens.SPACE_CHIP)
            row.addWidget(swatch)
            # As wide as its words, less where the window is narrow.
            label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            row.addWidget(label)
            if label is not self._labels[0]:
                row.addWidget(self._numbers[self._labels.index(label) - 1])

    def set_names(self, title: str, *names: str) -> None:
        """Name the plot and its curves."""
        self._title.setText(title)
        for label, name in zip(self._labels, names, strict=True):
            label.setText(name)
            set_tip(label, name)

    def set_values(self, training: str, held_out: str) -> None:
        """Write the newest values after the names."""
        for number, value in zip(self._numbers, (training, held_out), strict=True):
            # Room for them is kept from the start: nothing is to move when they come.
            widest = number.fontMetrics().horizontalAdvance(_WIDEST_VALUE)
            number.setMinimumWidth(widest)
            number.setText(value)

    def set_reading(self, text: str) -> None:
        """Write what is under the pointer beside the title."""
        self._reading.setText(text)

    def set_colours(self, *colours: QColor) -> None:
        """Draw the samples in the colours of the curves."""
        for swatch, colour in zip(self._swatches, colours, strict=True):
            swatch.set_colour(colour)
