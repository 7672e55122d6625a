"""The card of the first start: three ways in."""

from functools import partial
from typing import Final, Literal

from PySide6.QtCore import QEvent, QObject, QSignalMapper, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QLabel, QPushButton, QWidget
from typing_extensions import override

from cnnviz.shell.first_minute.way_button import WayButton
from cnnviz.shell.first_minute.way_pictures import (
    paint_digit,
    paint_kernel,
    paint_learning,
)
from cnnviz.state.start_pictures import StartPictures
from cnnviz.ui.keyboard.key_guard import keep_key
from cnnviz.ui.layouts import in_column, in_row
from cnnviz.ui.page import Retranslated, set_names
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.fonts import bold, in_pixels

Way = Literal["convolution", "draw", "train"]
"""Key of the page that a way leads to."""

_WIDEST: Final = 1180
_RETURN: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_OWN: Final = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Escape)


class StartCard(Retranslated):
    """Lies over the whole window until a way is chosen, or Esc.

    Signals
    -------
    chosen(page)
        A way was chosen: the key of its page.
    closed()
        It went without one.
    """

    chosen = Signal(str)
    closed = Signal()

    def __init__(self, known: StartPictures, over: QWidget) -> None:
        super().__init__(over)
        self.setObjectName("start_card")
        self._over = over
        self._title, self._line = QLabel(self), QLabel(self)
        self._ways: dict[Way, WayButton] = {
            "convolution": WayButton(paint_kernel, self),
            "draw": WayButton(partial(paint_digit, known=known), self),
            "train": WayButton(partial(paint_learning, known=known), self),
        }
        self._skip = QPushButton(self)
        self._mapper = QSignalMapper(self)
        for key, button in self._ways.items():
            self._mapper.setMapping(button, key)
            button.clicked.connect(self._mapper.map)
        self._mapper.mappedString.connect(self.chosen)
        self._skip.clicked.connect(self.closed)
        self._lay_out()
        over.installEventFilter(self)
        self._retranslate()

    def _lay_out(self) -> None:
        self._title.setFont(bold(in_pixels(self.font(), tokens.SAY_PX)))
        self._line.setFont(in_pixels(self.font(), tokens.VALUE_PX))
        self._line.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        for label in (self._title, self._line):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._skip.setMinimumHeight(tokens.HIT_LARGE)
        ways = ((button, 1) for button in self._ways.values())
        row = in_row(*ways, gap=tokens.SPACE_XL)
        last = in_row(self._skip, (None, 1))
        said = in_column(self._title, self._line, gap=tokens.SPACE_XS)
        middle = QWidget(self)
        middle.setMaximumWidth(_WIDEST)
        parts = (None, 2), said, (row, 12), last, (None, 3)
        in_column(*parts, gap=tokens.SPACE_XL, of=middle, margin=tokens.SPACE_XXL)
        in_row((None, 1), (middle, 100), (None, 1), of=self)

    def open(self) -> None:
        """Come up over everything, the first way ready to be chosen."""
        self.setGeometry(self._over.rect())
        self.show()
        self.raise_()
        self._ways["convolution"].setFocus()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._over and event.type() == QEvent.Type.Resize:
            self.setGeometry(self._over.rect())
        return False

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        """Stay within the card: what lies below cannot be seen."""
        parts = [*self._ways.values(), self._skip]
        focus = self.window().focusWidget()
        here = parts.index(focus) if focus in parts else -next
        parts[(here + (1 if next else -1)) % len(parts)].setFocus(
            Qt.FocusReason.TabFocusReason
        )
        return True

    @override
    def event(self, event: QEvent) -> bool:
        return keep_key(event, lambda key: key.key() in _OWN) or super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        focus = self.window().focusWidget()
        if key == Qt.Key.Key_Escape:
            self.closed.emit()
        elif key in _RETURN and isinstance(focus, QAbstractButton):
            focus.click()
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.focusNextPrevChild(key == Qt.Key.Key_Right)
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self.palette().window())

    @override
    def _retranslate(self) -> None:
        self._title.setText(self.tr("What do you want to see first?"))
        self._line.setText(self.tr("Three ways in. They stay in the Help menu."))
        words = {
            "convolution": (
                self.tr("See a kernel work"),
                self.tr("Guess the next number of a small convolution."),
            ),
            "draw": (
                self.tr("Draw a digit"),
                self.tr("See what a trained network makes of it."),
            ),
            "train": (
                self.tr("Watch a network learn"),
                self.tr("It begins by guessing; you see it get better."),
            ),
        }
        for key, button in self._ways.items():
            button.set_words(*words[key])
            set_names(button, f"way_to_{key}", words[key][0], words[key][1])
        tip = self.tr("Close this card; the window lies behind it")
        set_names(self._skip, "start_skip", self.tr("Look around by myself"), tip)
        self._skip.setText(self.tr("Look around by myself"))
