"""The rail on the left: the pages, and the one picture under them."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QEnterEvent,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QWidget
from typing_extensions import override

from cnnviz.ui.keys import EVERYWHERE, key_text
from cnnviz.ui.layouts import in_column
from cnnviz.ui.page import Page, Retranslated, set_names
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.fonts import half_bold
from cnnviz.ui.theme.icons import paint_icon
from cnnviz.ui.theme.look import look
from cnnviz.ui.theme.theme import mixed, paint_rounded

WIDTH: Final = 88
_BUTTON_HEIGHT: Final = 68
_ICON: Final = 26


class NavigationButton(QAbstractButton):
    """One place on the rail: an icon over a word.

    Signals
    -------
    reached()
        The pointer, or the keyboard, came to it.
    """

    reached = Signal()

    def __init__(self, icon_name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._icon_name = icon_name
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)  # painted anew on coming, going
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        return QSize(WIDTH, _BUTTON_HEIGHT)

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.reached.emit()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say that the hand is on the way to the page."""
        super().focusInEvent(event)
        self.reached.emit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_ground(painter)
            self._paint_face(painter)

    def _paint_ground(self, painter: QPainter) -> None:
        colours, area = look(self.palette()), self.rect().adjusted(6, 2, -6, -2)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.underMouse() or self.isDown():
            painter.setBrush(mixed(colours.ink, colours.ground, tokens.MIX_WASH))
            paint_rounded(painter, area, tokens.RADIUS_NAVIGATION)
        if self.isChecked():
            painter.setBrush(colours.ink)
            mark = QRect(0, area.top() + 12, 3, area.height() - 24)
            paint_rounded(painter, mark, tokens.RADIUS_MARK)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(colours.accent)
            ring = area.adjusted(1, 1, -1, -1)
            paint_rounded(painter, ring, tokens.RADIUS_NAVIGATION_RING)

    def _paint_face(self, painter: QPainter) -> None:
        colours = look(self.palette())
        ink = colours.ink if self.isChecked() else colours.ink_3
        top = (self.height() - _ICON - 22) // 2
        place = QRect((self.width() - _ICON) // 2, top, _ICON, _ICON)
        paint_icon(painter, self._icon_name, place, ink)
        font = half_bold(self.font()) if self.isChecked() else self.font()
        font.setPointSizeF(tokens.FONT_NAVIGATION * font.pointSizeF())
        fitting = self.width() - 16
        while QFontMetrics(font).horizontalAdvance(self.text()) > fitting:
            font.setPointSizeF(font.pointSizeF() - tokens.FONT_STEP_PT)
        painter.setFont(font)
        painter.setPen(ink)
        words = QRect(0, place.bottom() + 3, self.width(), 20)
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, self.text())


class NavigationBar(Retranslated):
    """The column of pages, with room for the picture at its foot.

    Signals
    -------
    page_requested(key)
        A page was chosen by mouse or keyboard.
    page_considered(key)
        The pointer, or the keyboard, came to a page's button.
    """

    page_requested = Signal(str)
    page_considered = Signal(str)

    def __init__(self, pages: Sequence[Page], foot: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self._pages = tuple(pages)
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self._on_button_clicked)
        for number, page in enumerate(self._pages):
            button = NavigationButton(page.icon_name, self)
            button.reached.connect(self._on_button_reached)
            self._group.addButton(button, number)
        buttons, gap = self._group.buttons(), tokens.SPACE_XXS
        column = in_column(*buttons, (None, 1), foot, gap=gap, of=self)
        column.setContentsMargins(0, tokens.SPACE_M, 0, tokens.SPACE_M)
        self.setFixedWidth(WIDTH)
        self._retranslate()

    def render_current(self, key: str) -> None:
        """Mark the page that is in front."""
        for number, page in enumerate(self._pages):
            if page.key == key:
                self._group.button(number).setChecked(True)

    @override
    def _retranslate(self) -> None:
        for number, page in enumerate(self._pages):
            button = self._group.button(number)
            title = page.title()
            page.setAccessibleName(title)
            button.setText(title)
            keys = key_text(EVERYWHERE, f"page_{page.key}")
            tip = self.tr("{page} ({keys})").format(page=title, keys=keys)
            set_names(button, f"rail_{page.key}", title, tip)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the page above or below with an arrow, round the ends."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        if not step:
            super().keyPressEvent(event)
            return
        number = (self._group.checkedId() + step) % len(self._pages)
        self._group.button(number).setFocus(Qt.FocusReason.TabFocusReason)
        self._on_button_clicked(number)

    @Slot(int)
    def _on_button_clicked(self, number: int) -> None:
        self.page_requested.emit(self._pages[number].key)

    @Slot()
    def _on_button_reached(self) -> None:
        button = self.sender()
        if isinstance(button, NavigationButton):
            self.page_considered.emit(self._pages[self._group.id(button)].key)
