"""A panel that a menu lays over the page."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction, QMouseEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget
from typing_extensions import override

from cnnviz.state.level import set_level
from cnnviz.ui.page import Retranslated
from cnnviz.ui.theme import tokens

_MARGIN = 8
_REARRANGED = (
    QEvent.Type.Resize,
    QEvent.Type.LayoutRequest,
    QEvent.Type.ChildPolished,
)


class Flyout(Retranslated):
    """Lies below a widget over the page, until its action or the page's Esc puts it away.

    So does a click beside it, which does what it does there as well; what was typed
    is there when it comes up again. Nothing below it moves, and the picture beside it
    goes on showing what is done. A subclass fills ``grid``, places ``note`` in it, and
    puts every text in ``_retranslate``.

    Signals
    -------
    opened()
        It came up.
    """

    opened = Signal()

    _clear_share = 0.0
    """How much of the page's width is kept clear at the left, where the input is."""

    def __init__(
        self, opener: QAction, below: QWidget, over: QWidget, note_height: int
    ) -> None:
        super().__init__(over)
        set_level(self, "standard")
        self._opener, self._below = opener, below
        self._over = over
        self.grid = QGridLayout(self)
        air = tokens.SPACE_L
        self.grid.setContentsMargins(air, air, air, air)
        self.grid.setSpacing(tokens.SPACE_M)
        self.note = QLabel(self)
        self.note.setWordWrap(True)
        self.note.setFixedHeight(note_height)
        opener.setCheckable(True)
        opener.toggled.connect(self._on_opener_toggled)
        over.installEventFilter(self)
        self.hide()

    def put_away(self) -> None:
        """Close, and give the keyboard back to what it lies below."""
        self._opener.setChecked(False)

    def say(self, text: str, role: QPalette.ColorRole) -> None:
        """Write the note in a colour of the theme."""
        self.note.setForegroundRole(role)
        self.note.setText(text)

    @Slot(bool)
    def _on_opener_toggled(self, wanted: bool) -> None:
        window = self.window().windowHandle()
        if not wanted:
            had_focus = self.isAncestorOf(self.window().focusWidget() or self)
            self.hide()
            if window is not None:
                window.removeEventFilter(self)
            if had_focus:
                self._below.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._place()
        self.show()
        self.raise_()
        if window is not None:
            # All clicks come to it, before any widget; those in open lists do not.
            window.installEventFilter(self)
        self.opened.emit()
        self._first_field().setFocus(Qt.FocusReason.PopupFocusReason)

    def _first_field(self) -> QWidget:
        """Return what takes the keyboard when the panel comes up."""
        return self

    def _place(self) -> None:
        # Not adjustSize: with wrapped text the hint may be below the minimum.
        self.resize(self.sizeHint().expandedTo(self.minimumSizeHint()))
        below = self._below.mapTo(
            self._over, QPoint(0, self._below.height() + _MARGIN // 2)
        )
        right = self._over.width() - self.width() - _MARGIN
        bottom = self._over.height() - self.height() - _MARGIN
        left = max(below.x(), round(self._clear_share * self._over.width()))
        self.move(max(min(left, right), 0), max(min(below.y(), bottom), 0))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in place and on top when the page is laid out anew; go on a click."""
        kind = event.type()
        if kind == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            if watched is not self._over and not self._is_hit(event):
                self.put_away()
        elif self.isVisible() and watched is self._over and kind in _REARRANGED:
            if kind == QEvent.Type.Resize:
                self._place()
            # What the page shows anew, Qt may have laid on top.
            self.raise_()
        return False

    def _is_hit(self, event: QMouseEvent) -> bool:
        """Whether a click is on the panel."""
        at = event.globalPosition().toPoint()
        return self.rect().contains(self.mapFromGlobal(at))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(self.palette().mid().color())
            painter.setBrush(self.palette().window())
            painter.drawRoundedRect(
                self.rect().adjusted(0, 0, -1, -1),
                tokens.RADIUS_PANEL,
                tokens.RADIUS_PANEL,
            )
