"""The picture as it is, with the part framed that a network is given."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAction, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QToolButton, QWidget

from cnnviz.engine.images.picture import Picture
from cnnviz.engine.images.resizing import Box
from cnnviz.pages.network.model.network_answer import NetworkAnswer
from cnnviz.pages.network.views.input_words import input_words
from cnnviz.state.level import set_level
from cnnviz.ui.canvas.grid_painting import sharp_pen
from cnnviz.ui.page import set_tips
from cnnviz.ui.picture_image import picture_image
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.look import look

_SIZE: Final = QSize(2 * tokens.ICON_L, tokens.ICON_L)
"""That the small picture has at most."""


class SourcePicture(QToolButton):
    """A small picture that says what was taken of it; pressed, all of it is taken.

    Hidden while the picture is read as a digit.
    """

    def __init__(self, fit: QAction, parent: QWidget) -> None:
        super().__init__(parent)
        self._shown: tuple[Picture, Box] | None = None
        self.setDefaultAction(fit)
        set_level(self, "standard")
        self.setAutoRaise(True)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setMinimumHeight(tokens.HIT)
        self.hide()

    def render_answer(self, answer: NetworkAnswer | None) -> None:
        """Show the picture of an answer."""
        box = None if answer is None else answer.given.box
        self.setVisible(answer is not None and _is_a_choice(answer))
        if answer is None or box is None:
            return
        set_tips(self, f"{input_words(answer)}\n{self.defaultAction().statusTip()}")
        shown = answer.question.picture.picture, box
        if shown != self._shown:
            self._shown = shown
            # On the action: it gives the button its icon again when it is pressed.
            self.defaultAction().setIcon(self._framed(*shown))

    def _framed(self, picture: Picture, box: Box) -> QPixmap:
        image = picture_image(picture)
        small = image.scaled(
            _SIZE,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        made = QPixmap(small.width() + tokens.SPACE_S, _SIZE.height())
        made.fill(Qt.GlobalColor.transparent)
        self.setIconSize(made.size())
        with QPainter(made) as painter:
            top = (made.height() - small.height()) // 2
            painter.drawImage(0, top, small)
            self._frame(painter, image, small, box, (0, top))
        return made

    def _frame(
        self,
        painter: QPainter,
        image: QImage,
        small: QImage,
        box: Box,
        at: tuple[float, float],
    ) -> None:
        down, right = small.height() / image.height(), small.width() / image.width()
        part = QRectF(
            at[0] + box.left * right,
            at[1] + box.top * down,
            box.width * right,
            box.height * down,
        ).adjusted(1, 1, -1, -1)
        colours = look(self.palette())
        for ink, width in (
            (colours.marker_edge, tokens.LINE_STRONG),
            (colours.ink, tokens.LINE_THIN),
        ):
            painter.setPen(sharp_pen(ink, width))
            painter.drawRect(part)


def _is_a_choice(answer: NetworkAnswer) -> bool:
    """Whether the whole picture is another thing than its middle."""
    box, filled = answer.given.box, answer.given.filled
    if box is None or filled is None:
        return False
    _, height, width = answer.network.input_chw
    is_whole = (box.height, box.width) == answer.question.picture.picture.size_hw
    return not (is_whole and (filled.height, filled.width) == (height, width))
