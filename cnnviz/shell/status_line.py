"""The line at the foot of the window."""

from typing import Final

from PySide6.QtCore import QRect, Qt, QTimer, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QStatusBar, QWidget
from typing_extensions import override

from cnnviz.state.picture.shared_picture import SharedPicture
from cnnviz.ui.controls.fitting_label import FittingLabel
from cnnviz.ui.numbers import whole
from cnnviz.ui.picture_text import picture_note, picture_title, shortened
from cnnviz.ui.theme import tokens

TOLD_MS: Final = tokens.NOTICE_MS
"""For so long what an action did is told."""

_GAP: Final = tokens.SPACE_XL
"""Pixels that stay free before the picture's name."""


class StatusLine(QStatusBar):
    """Say what the page shows; while something is hovered, what that does.

    Qt hands every status tip here; a tip hides the page's line for as long as it lasts.
    What an action did is told over both: the pointer still rests on its button.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("status_line")
        self.setSizeGripEnabled(False)
        self.setContentsMargins(tokens.SPACE_M, 0, tokens.SPACE_L, 0)
        self._told = self._tip = ""
        self._told_timer = QTimer(self)
        self._told_timer.setSingleShot(True)
        self._told_timer.setInterval(TOLD_MS)
        self._told_timer.timeout.connect(self._on_told_long_enough)
        self.messageChanged.connect(self._on_message_changed)
        self._page_text = FittingLabel(self)
        self._picture_text = QLabel(self)
        for label, name in (
            (self._page_text, "status_page"),
            (self._picture_text, "status_picture"),
        ):
            label.setObjectName(name)
            label.setTextFormat(Qt.TextFormat.PlainText)
        # Two pixels more at the end: the last letter may lean out of its width.
        self._picture_text.setContentsMargins(_GAP, 0, tokens.SPACE_XXS, 0)
        self.addWidget(self._page_text, 1)
        self.addPermanentWidget(self._picture_text)

    def render_page(self, text: str) -> None:
        """Show the line of the page in front."""
        self._page_text.setText(text)

    def tell(self, text: str) -> None:
        """Show what an action did, for some seconds and whatever is hovered."""
        if not self._told_timer.isActive():
            self._tip = self.currentMessage()
        self._told = text
        self._told_timer.start()
        self.showMessage(text)

    @Slot(str)
    def _on_message_changed(self, message: str) -> None:
        """Let a tip wait, where something is being told."""
        if self._told_timer.isActive() and message != self._told:
            self._tip = message
            self.showMessage(self._told)

    @Slot()
    def _on_told_long_enough(self) -> None:
        self.showMessage(self._tip)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a tip as long as there is room; Qt would break it off anywhere."""
        tip = self.currentMessage()
        if not tip:
            super().paintEvent(event)
            return
        left = self.contentsMargins().left()
        room = QRect(left, 0, self._picture_text.x() - left, self.height())
        shown = self.fontMetrics().elidedText(
            tip, Qt.TextElideMode.ElideRight, room.width()
        )
        with QPainter(self) as painter:
            painter.setPen(self.palette().color(self.foregroundRole()))
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)

    def render_picture(self, shared: SharedPicture) -> None:
        """Show the name and size of the picture, always at the right."""
        height, width = shared.picture.size_hw
        depth = self.tr("grey") if shared.picture.is_grey else self.tr("colour")
        text = self.tr("{title}: {height} × {width}, {depth}").format(
            title=shortened(picture_title(shared)),
            height=whole(height),
            width=whole(width),
            depth=depth,
        )
        if shared.picture.reduced_from is not None:
            rows, columns = shared.picture.reduced_from
            reduced = self.tr("made smaller from {rows} × {columns}")
            text += ", " + reduced.format(rows=whole(rows), columns=whole(columns))
        if shared.picture.note is not None:
            text += ", " + picture_note(shared.picture.note)
        self._picture_text.setText(text)
