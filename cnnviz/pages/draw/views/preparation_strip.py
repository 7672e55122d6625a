"""How a drawing becomes what the network sees, stage by stage."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget
from typing_extensions import override

from cnnviz.engine.images.preparation import DIGIT_SIZE, FIT_SIZE, Preparation
from cnnviz.pages.draw.views.stage_picture import StagePicture
from cnnviz.state.picture.layer_pictures import LayerPicture
from cnnviz.ui.numbers import whole
from cnnviz.ui.page import Retranslated, set_names, set_tips
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.fonts import sized
from cnnviz.ui.tiles.layer_tiles import LayerTiles

_GAP: Final = tokens.SPACE_L


class PreparationStrip(Retranslated):
    """Show the drawing with its box, the digit fitted, and the digit centred.

    Attributes
    ----------
    digit
        The centred digit, which can be clicked.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preparation: Preparation | None = None
        self._drawn = StagePicture(on_paper=True, parent=self)
        self._fitted = StagePicture(on_paper=False, parent=self)
        self.digit = LayerTiles(self)
        self.digit.reserve(1, (DIGIT_SIZE, DIGIT_SIZE))
        self.digit.set_centred(True)
        self._captions = tuple(QLabel(self) for _ in range(3))
        self._lay_out()
        self._retranslate()

    def render_state(
        self, preparation: Preparation | None, digit: LayerPicture | None
    ) -> None:
        """Show the stages; ``None`` leaves their places empty."""
        if preparation is self._preparation:
            return
        self._preparation = preparation
        self._caption_drawn()
        self.digit.render_state(digit)
        if preparation is None:
            self._drawn.render_state(None)
            self._fitted.render_state(None)
            return
        self._drawn.render_state(
            preparation.ink_hw, box=preparation.box, left_out=preparation.spots
        )
        room = max(FIT_SIZE, *preparation.fitted_hw.shape)
        self._fitted.render_state(preparation.fitted_hw, room_hw=(room, room))

    def _lay_out(self) -> None:
        small = sized(self.font(), tokens.FONT_NOTE)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        for caption in self._captions:
            caption.setFont(small)
            caption.setSizePolicy(policy)
            caption.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        drawn, fitted, digit = self._captions
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(_GAP)
        grid.setVerticalSpacing(tokens.SPACE_XXS)
        for column, (picture, caption) in enumerate(
            ((self._drawn, drawn), (self._fitted, fitted))
        ):
            grid.addWidget(picture, 0, column)
            grid.addWidget(caption, 1, column)
            grid.setColumnStretch(column, 1)
        grid.setRowMinimumHeight(2, 4)
        grid.addWidget(self.digit, 3, 0, 1, 2)
        grid.addWidget(digit, 4, 0, 1, 2)
        grid.setRowStretch(5, 1)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        # Two small squares above, and the digit itself in all that is left.
        side = min((self.width() - _GAP) // 2, int(self.height() * 0.37))
        self._drawn.setFixedHeight(max(48, side))
        self._fitted.setFixedHeight(max(48, side))
        captions = 2 * self._captions[0].sizeHint().height()
        free = self.height() - max(48, side) - captions - 16
        self.digit.setFixedHeight(max(48, min(free, self.width())))

    def _caption_drawn(self) -> None:
        """Name the first stage, and say what was left out of it."""
        caption, tip = self.tr("1 · Your ink"), self._about_box
        spots = () if self._preparation is None else self._preparation.spots
        if spots:
            caption = self.tr("1 · One spot left out")
            if len(spots) > 1:
                text = self.tr("1 · {count} spots left out")
                caption = text.format(count=whole(len(spots)))
            more = self.tr(
                "What is far from the digit and small beside it is left out."
            )
            tip = f"{tip} {more}"
        self._captions[0].setText(caption)
        set_tips(self._drawn, tip)

    @override
    def _retranslate(self) -> None:
        _, fitted, digit = self._captions
        fitted.setText(self.tr("2 · In 20 × 20"))
        digit.setText(self.tr("3 · What the network sees"))
        self._about_box = self.tr(
            "The box around the ink: where and how large you draw is forgotten."
        )
        set_names(
            self._drawn,
            "stage_drawn",
            self.tr("Your ink and the box around it"),
            self._about_box,
        )
        self._caption_drawn()
        set_names(
            self._fitted,
            "stage_fitted",
            self.tr("The digit fitted in 20 × 20"),
            self.tr("The box, made to fit 20 × 20 pixels; its proportions are kept."),
        )
        set_names(
            self.digit,
            "stage_digit",
            self.tr("What the network sees: 28 × 28 numbers"),
            self.tr(
                "The centre of mass is moved to the middle of 28 × 28, and ink is white "
                "on black as in MNIST. This is all that the network sees. Click to read "
                "its numbers."
            ),
        )
