"""How a drawing becomes what the network sees, stage by stage."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget
from typing_extensions import override

from cnnviz.engine.images.preparation import DIGIT_SIZE, FIT_SIZE, Preparation
from cnnviz.pages.draw.views.stage_picture import StagePicture
from cnnviz.pages.draw.views.stages.stage_arrow import StageArrow
from cnnviz.pages.draw.views.stages.stage_words import (
    shift_words,
    size_words,
    spots_words,
)
from cnnviz.state.picture.layer_pictures import LayerPicture
from cnnviz.ui.controls.fitting_label import FittingLabel
from cnnviz.ui.layouts import in_column
from cnnviz.ui.page import Retranslated, set_names, set_tips
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.fonts import sized
from cnnviz.ui.tiles.input_tiles import InputTiles

_BETWEEN: Final = tokens.ICON + 2 * tokens.SPACE_XS
"""Pixels from one picture to the next: an arrow lies there."""


_STAGES: Final = "drawn", "fitted", "digit"


class PreparationStrip(Retranslated):
    """Show the drawing with its box, the digit fitted, and the digit centred.

    Arrows lead from one to the next; under each stands what it is, and its figures.

    Attributes
    ----------
    digit
        The centred digit, which can be clicked.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preparation: Preparation | None = None
        self._has_steps = True
        self._drawn = StagePicture(on_paper=True, parent=self)
        self._fitted = StagePicture(on_paper=False, parent=self)
        self.digit = InputTiles(self)
        self.digit.reserve(1, (DIGIT_SIZE, DIGIT_SIZE))
        self.digit.set_centred(True)
        self._captions = tuple(FittingLabel(self) for _ in range(3))
        self._figures = tuple(FittingLabel(self) for _ in range(3))
        self._arrows = StageArrow(self), StageArrow(self, down=True)
        self._lay_out()
        self._retranslate()

    def render_state(
        self, preparation: Preparation | None, digit: LayerPicture | None
    ) -> None:
        """Show the stages; ``None`` leaves their places empty."""
        self.digit.render_state(digit)
        self._show_steps(preparation is not None or digit is None)
        if preparation is self._preparation:
            return
        self._preparation = preparation
        self._caption()
        if preparation is None:
            self._drawn.render_state(None)
            self._fitted.render_state(None)
            return
        self._drawn.render_state(
            preparation.ink_hw, box=preparation.box, left_out=preparation.spots
        )
        room = max(FIT_SIZE, *preparation.fitted_hw.shape)
        self._fitted.render_state(preparation.fitted_hw, room_hw=(room, room))

    def _show_steps(self, shown: bool) -> None:
        """Show how a digit is prepared; a network of other pictures sees them as they are."""
        if shown == self._has_steps:
            return
        self._has_steps = shown
        above = self._drawn, self._fitted, *self._captions[:2], *self._figures[:2]
        for part in (*above, *self._arrows, self._figures[2]):
            part.setVisible(shown)
        self._retranslate()
        self._place_digit()

    def _lay_out(self) -> None:
        small = sized(self.font(), tokens.FONT_NOTE)
        for name, figures in zip(_STAGES, self._figures, strict=True):
            figures.setObjectName(f"stage_{name}_facts")
            figures.setEnabled(False)  # paler than what it belongs to
        for label in (*self._captions, *self._figures):
            label.setFont(small)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        drawn, fitted, digit = (
            in_column(*both, gap=0)
            for both in zip(self._captions, self._figures, strict=True)
        )
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(tokens.SPACE_XS)
        grid.setVerticalSpacing(tokens.SPACE_XXS)
        middle = Qt.AlignmentFlag.AlignCenter
        right, down = self._arrows
        for column, (picture, words) in enumerate(
            ((self._drawn, drawn), (self._fitted, fitted))
        ):
            grid.addWidget(picture, 0, 2 * column)
            grid.addLayout(words, 1, 2 * column)
            grid.setColumnStretch(2 * column, 1)
        grid.addWidget(right, 0, 1, middle)
        grid.addWidget(down, 2, 0, 1, 3, middle)
        grid.addWidget(self.digit, 3, 0, 1, 3)
        grid.addLayout(digit, 4, 0, 1, 3)
        grid.setRowStretch(5, 1)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        # Two small squares above, and the digit itself in all that is left.
        self._place_digit()

    def _place_digit(self) -> None:
        side = min((self.width() - _BETWEEN) // 2, int(self.height() * 0.33))
        side = max(48, side)
        self._drawn.setFixedHeight(side)
        self._fitted.setFixedHeight(side)
        line = self._captions[0].sizeHint().height()
        taken = side + 4 * line + self._arrows[1].height() if self._has_steps else line
        free = self.height() - taken - 5 * tokens.SPACE_XXS
        self.digit.setFixedHeight(max(48, min(free, self.width())))

    def _caption(self) -> None:
        """Name the stages, and say what each did."""
        done = self._preparation
        spots = 0 if done is None else len(done.spots)
        caption, tip = self.tr("The picture"), self._about_box
        if spots:
            caption = spots_words(spots)
            more = self.tr(
                "What is far from the digit and small beside it is left out."
            )
            tip = f"{tip} {more}"
        drawn, fitted, digit = self._captions
        drawn.setText(caption)
        set_tips(self._drawn, tip)
        fitted.setText(self.tr("In 20 × 20"))
        digit.setText(self.tr("What the network sees"))
        facts = [" "] * len(self._figures)
        if done is not None:
            facts = [
                size_words(done.cropped_hw.shape),
                size_words(done.fitted_hw.shape),
                shift_words(done.shift),
            ]
        for label, fact in zip(self._figures, facts, strict=True):
            label.setText(fact)

    @override
    def _retranslate(self) -> None:
        self._about_box = self.tr(
            "A box around your drawing. It does not matter where or how large you draw."
        )
        set_names(
            self._drawn,
            "stage_drawn",
            self.tr("Your drawing and the box around it"),
            self._about_box,
        )
        self._caption()
        set_names(
            self._fitted,
            "stage_fitted",
            self.tr("The digit fitted in 20 × 20"),
            self.tr(
                "The box, resized to fit 20 × 20 pixels without changing its "
                "proportions."
            ),
        )
        seen = self.tr("What the network sees: 28 × 28 numbers")
        how = self.tr(
            "The centre of mass is moved to the middle of 28 × 28, and the drawing "
            "is white on black as in MNIST. This is all that the network sees. "
            "Click to read its numbers."
        )
        if not self._has_steps:
            seen = self.tr("What the network sees")
            how = self.tr(
                "The picture, brought to the size that the network reads. Click to read "
                "its numbers."
            )
        set_names(self.digit, "stage_digit", seen, how)
