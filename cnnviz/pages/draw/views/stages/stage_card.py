"""One stage of the preparation: its switch, its picture, its figures, its worth."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from cnnviz.engine.images.preparation import (
    DIGIT_SIZE,
    FIT_SIZE,
    Preparation,
    Stage,
    centre_of_mass,
)
from cnnviz.pages.draw.presenters.stages.stages_presenter import Read
from cnnviz.pages.draw.views.stage_picture import StagePicture
from cnnviz.pages.draw.views.stages.stage_words import (
    read_words,
    stage_figures,
    stage_tip,
    stage_title,
)
from cnnviz.ui.controls.check_box import CheckBox
from cnnviz.ui.controls.fitting_label import FittingLabel
from cnnviz.ui.layouts import in_column
from cnnviz.ui.page import Retranslated, set_names, set_tips
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.fonts import half_bold


class StageCard(Retranslated):
    """Show one stage, which can be switched off.

    Signals
    -------
    switched(stage, is_on)
        By hand.
    """

    switched = Signal(str, bool)

    def __init__(self, stage: Stage, parent: QWidget) -> None:
        super().__init__(parent)
        self._stage: Stage = stage
        self.box = CheckBox(self)
        self.box.setFont(half_bold(self.font()))
        self.box.setMinimumHeight(tokens.HIT)
        self.picture = StagePicture(on_paper=stage == "spots", parent=self)
        self._figures, self._worth = FittingLabel(self), FittingLabel(self)
        for label in (self._figures, self._worth):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._worth.setObjectName(f"stage_{stage}_worth")
        self._figures.setObjectName(f"stage_{stage}_figures")
        parts = self.box, self.picture, self._figures, self._worth
        in_column(*parts, gap=tokens.SPACE_XXS, of=self)
        self.box.toggled.connect(self._on_toggled)
        self._retranslate()

    def render_switch(self, *, on: bool, enabled: bool) -> None:
        """Show whether the stage is on, and whether it can be switched."""
        blocked = self.box.blockSignals(True)
        self.box.setChecked(on)
        self.box.blockSignals(blocked)
        self.box.setEnabled(enabled)
        self._figures.setEnabled(on)

    def render_stage(
        self,
        done: Preparation | None,
        alone: Read | None,
        labels: Sequence[str],
        *,
        is_known: bool,
    ) -> None:
        """Show what the stage made, and what is read without it alone.

        ``alone`` is ``None`` where nothing is left; ``is_known`` tells whether it was
        asked.
        """
        self._show(done)
        figures = " "
        if done is not None:
            figures = stage_figures(self._stage, done, on=self.box.isChecked())
        self._figures.setText(figures)
        worth = " "
        if is_known:
            read = self.tr("nothing left")
            if alone is not None:
                read = read_words(labels, alone.best, alone.share)
            worth = self.tr("Without: {read}").format(read=read)
        self._worth.setText(worth)

    def stress(self, *, differs: bool) -> None:
        """Stress what is read without the stage where it is something else."""
        font = half_bold(self.font()) if differs else self.font()
        if self._worth.font() != font:
            self._worth.setFont(font)

    def _show(self, done: Preparation | None) -> None:
        picture, stage = self.picture, self._stage
        if done is None:
            picture.render_state(None)
        elif stage == "spots":
            picture.render_state(done.ink_hw, box=done.box, left_out=done.spots)
        elif stage == "crop":
            picture.render_state(done.cropped_hw)
        elif stage == "centre":
            picture.render_state(done.digit_hw, cross=centre_of_mass(done.digit_hw))
        else:
            levels = {
                "fit": done.rough_hw,
                "smooth": done.smooth_hw,
                "range": done.fitted_hw,
            }
            side = max(FIT_SIZE, *done.fitted_hw.shape)
            assert side <= DIGIT_SIZE
            picture.render_state(levels[stage], room_hw=(side, side))

    @Slot(bool)
    def _on_toggled(self, on: bool) -> None:
        self.switched.emit(self._stage, on)

    @override
    def _retranslate(self) -> None:
        stage, title, tip = (
            self._stage,
            stage_title(self._stage),
            stage_tip(self._stage),
        )
        self.box.setText(title)
        set_names(self.box, f"stage_{stage}_box", title, tip)
        set_names(self.picture, f"stage_{stage}_picture", title, tip)
        set_tips(
            self._worth, self.tr("What is read when only this stage is switched off")
        )
