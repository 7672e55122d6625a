"""A sentence laid over a page, said in place."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QToolButton, QWidget
from typing_extensions import override

from cnnviz.ui.layouts import in_row
from cnnviz.ui.page import Retranslated, set_names
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.icons import icon, paint_icon
from cnnviz.ui.theme.look import look
from cnnviz.ui.theme.theme import mixed, paint_rounded

EVERY_PAGE: Final = ""
"""Where a sentence belongs that is about the whole window."""

_MARGIN: Final = 12
_WIDEST: Final = 760


class MessageBar(Retranslated):
    """A sentence laid over the top of the page area until it is dismissed.

    It belongs to the page that it was said on: going to another takes it out of sight,
    coming back shows it again. One about the whole window stays in sight on all pages,
    where they have nothing of their own to say. It floats, so that nothing under it
    jumps, and it never takes the keyboard away. A button beside the sentence can offer
    one thing to do about it. A note asks for nothing: it goes by itself.

    Signals
    -------
    acted(text)
        The button beside this sentence was pressed; the sentence is gone.
    """

    acted = Signal(str)

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self.setObjectName("message_bar")
        self._over = over
        self._said: dict[str, tuple[str, str, str]] = {}
        self._page = ""
        self._icon_name = "warning"
        self._note = ""
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(tokens.OFFER_MS)
        self._rest.timeout.connect(self._on_rested)
        self._text = QLabel(self)
        self._text.setObjectName("message_text")
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._text.setSizePolicy(
            QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred
        )
        self._act = QPushButton(self)
        self._act.setObjectName("message_act")
        self._act.setMinimumHeight(tokens.HIT)
        self._act.clicked.connect(self._on_act_clicked)
        self._close = QToolButton(self)
        self._close.setIcon(icon("close"))
        self._close.setAutoRaise(True)
        self._close.setFixedSize(tokens.HIT, tokens.HIT)
        self._close.clicked.connect(self.dismiss)
        space = tokens.SPACE_M
        row = in_row((self._text, 1), self._act, self._close, gap=space, of=self)
        row.setContentsMargins(tokens.SPACE_SIGN, space, space, space)
        for button in (self._act, self._close):
            row.setAlignment(button, Qt.AlignmentFlag.AlignTop)
        over.installEventFilter(self)
        self._retranslate()
        self.hide()

    @property
    def text(self) -> str:
        """The sentence shown, or nothing."""
        return self._text.text() if not self.isHidden() else ""

    def say(
        self,
        text: str,
        icon_name: str = "warning",
        act_text: str = "",
        page: str | None = None,
        *,
        is_note: bool = False,
    ) -> None:
        """Say a sentence, in place of the one before, with a button or without.

        It belongs to a page: the one in front when ``page`` is ``None``, all of them
        with `EVERY_PAGE`. A note goes after a while.
        """
        if is_note:
            self._note = text
            self._rest.start()
        page = self._page if page is None else page
        self._said[page] = text, icon_name, act_text
        if page == self._said_on:
            self._show()
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def show_page(self, page: str) -> None:
        """Show what was said on the page that is in front now."""
        self._page = page
        self._show()

    @Slot()
    def dismiss(self) -> None:
        """Take the sentence away."""
        self._said.pop(self._said_on, None)
        self._show()

    def take_back(self, text: str) -> None:
        """Take a sentence away wherever it was said: it is not so any more."""
        self._said = {at: said for at, said in self._said.items() if said[0] != text}
        self._show()

    @Slot()
    def put_note_away(self) -> None:
        """Take away what asks for nothing."""
        self._rest.stop()
        self.take_back(self._note)

    @Slot()
    def _on_rested(self) -> None:
        if self.underMouse():
            self._rest.start()
        else:
            self.put_note_away()

    @Slot()
    def dismiss_all(self) -> None:
        """Take away what was said on any page."""
        self._said.clear()
        self._show()

    @property
    def _said_on(self) -> str:
        """The page whose sentence is in sight."""
        return self._page if self._page in self._said else EVERY_PAGE

    def _show(self) -> None:
        nothing = ("", "warning", "")
        text, self._icon_name, act_text = self._said.get(self._said_on, nothing)
        self._text.setText(text)
        self._act.setText(act_text)
        self._act.setVisible(bool(act_text))
        self._place()
        self.setVisible(bool(text))
        self.raise_()
        self.update()

    @Slot()
    def _on_act_clicked(self) -> None:
        text = self._text.text()
        self.dismiss()
        self.acted.emit(text)

    @override
    def _retranslate(self) -> None:
        set_names(self._close, "message_close", self.tr("Dismiss this message"))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in place when what the bar lies over changes its size."""
        if watched is self._over and event.type() == QEvent.Type.Resize:
            self._place()
        return False

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        colours = look(self.palette())
        sign, edge, ground = colours.ink_2, colours.hairline, colours.raised
        if self._icon_name == "warning":
            sign, base = self.palette().brightText().color(), ground
            edge = mixed(sign, base, tokens.MIX_EDGE)
            ground = mixed(sign, base, tokens.MIX_WASH)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(edge)
            painter.setBrush(ground)
            frame = self.rect().adjusted(0, 0, -1, -1)
            paint_rounded(painter, frame, tokens.RADIUS_PANEL)
            paint_icon(painter, self._icon_name, QRect(14, 13, 22, 22), sign)

    def _place(self) -> None:
        layout = self.layout()
        assert layout is not None
        beside = layout.sizeHint().width() - self._text.sizeHint().width()
        needed = beside + self._text.fontMetrics().horizontalAdvance(self._text.text())
        room = self._over.width() - 2 * _MARGIN
        width = min(_WIDEST, room, needed + tokens.SPACE_M)
        height = max(48, layout.totalHeightForWidth(width))
        left = (self._over.width() - width) // 2
        self.setGeometry(QRect(left, _MARGIN, width, height))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)
