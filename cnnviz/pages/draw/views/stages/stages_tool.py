"""Every stage from ink to what the network sees, as a tool of the Draw page."""

from typing import Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget
from typing_extensions import override

from cnnviz.engine.images.preparation import STAGES, Stage
from cnnviz.pages.draw.presenters.stages.stages_presenter import (
    Read,
    StagesPresenter,
    StagesState,
    left_out_always,
)
from cnnviz.pages.draw.views.answer_tool import AnswerTool
from cnnviz.pages.draw.views.stage_picture import StagePicture
from cnnviz.pages.draw.views.stages.stage_arrow import StageArrow
from cnnviz.pages.draw.views.stages.stage_card import StageCard
from cnnviz.pages.draw.views.stages.stage_words import read_words
from cnnviz.ui.layouts import in_column, in_row
from cnnviz.ui.page import set_names
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.fonts import half_bold, in_pixels

_COLUMNS: Final = 3
_SEEN: Final = 2 * 28


class StagesTool(AnswerTool):
    """Show the stages in their order, and both answers: with all, and as switched."""

    def __init__(self, presenter: StagesPresenter, parent: QWidget) -> None:
        super().__init__(presenter, "stages_tool", "standard", parent)
        self._presenter = presenter
        self._say = QLabel(self)
        self._titles = QLabel(self), QLabel(self)
        self._reads = QLabel(self), QLabel(self)
        self._seen = tuple(StagePicture(on_paper=False, parent=self) for _ in range(2))
        self._all_on = QPushButton(self)
        self._cards: dict[Stage, StageCard] = {
            stage: StageCard(stage, self) for stage in STAGES
        }
        self._lay_out()
        for card in self._cards.values():
            card.switched.connect(self._on_switched)
        self._all_on.clicked.connect(presenter.switch_all_on)
        presenter.store.changed.connect(self._render)
        self._retranslate()

    def _lay_out(self) -> None:
        self._say.setWordWrap(True)
        self._say.setFixedHeight(2 * self.fontMetrics().lineSpacing() + 2)
        self._say.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._say.setTextFormat(Qt.TextFormat.PlainText)
        self._all_on.setMinimumHeight(tokens.HIT)
        answers = []
        for title, read, seen in zip(
            self._titles, self._reads, self._seen, strict=True
        ):
            read.setFont(half_bold(in_pixels(self.font(), tokens.TITLE_PX)))
            read.setTextFormat(Qt.TextFormat.PlainText)
            seen.setFixedSize(_SEEN + 1, _SEEN + 1)
            words = in_column((None, 1), title, read, (None, 1), gap=tokens.SPACE_XXS)
            answers.append(in_row(seen, (words, 1), gap=tokens.SPACE_L))
        both = in_row(
            *((answer, 1) for answer in answers), self._all_on, gap=tokens.SPACE_XL
        )
        self._way = QWidget(self)
        grid = QGridLayout()
        grid.setHorizontalSpacing(tokens.SPACE_XS)
        grid.setVerticalSpacing(tokens.SPACE_L)
        for number, card in enumerate(self._cards.values()):
            row, column = divmod(number, _COLUMNS)
            grid.addWidget(card, row, 2 * column + 1)
            grid.setColumnStretch(2 * column + 1, 1)
            if number:
                middle = Qt.AlignmentFlag.AlignCenter
                grid.addWidget(StageArrow(self), row, 2 * column, middle)
        in_column(both, (grid, 0), gap=tokens.SPACE_L, of=self._way)
        in_column(self._say, self._way, (None, 1), gap=tokens.SPACE_L, of=self)

    def go(self, by: int) -> None:
        """Take the next stage in, or leave the last one out."""
        self._presenter.go(by)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Two rows of squares with their words: as large as fits both ways.
        line = self.fontMetrics().lineSpacing()
        words = tokens.HIT + 2 * line + 2 * tokens.SPACE_L
        above = _SEEN + 2 * line + 2 * tokens.SPACE_L
        across = self.width() // _COLUMNS - tokens.ICON - 2 * tokens.SPACE_XS
        down = (self.height() - above) // 2 - words
        for card in self._cards.values():
            side = max(72, min(across, down))
            card.picture.setFixedSize(side, side)

    @Slot(str, bool)
    def _on_switched(self, stage: Stage, on: bool) -> None:
        self._presenter.switch(stage, on=on)

    @Slot()
    def _render(self) -> None:
        state = self._presenter.store.state
        outcome = state.outcome
        done = None if outcome is None else outcome.preparation
        labels = _labels(state)
        can_switch = not (done is not None and done.is_ready)
        never = left_out_always(state.answer)
        for stage, card in self._cards.items():
            card.render_switch(
                on=stage not in state.without | never,
                enabled=can_switch and stage not in never,
            )
            alone = None if outcome is None else outcome.alone.get(stage)
            known = outcome is not None and bool(labels) and stage in outcome.alone
            card.render_stage(done, alone, labels, is_known=known)
            whole_read = None if outcome is None else outcome.whole
            card.stress(differs=known and _best(alone) != _best(whole_read))
        whole = None if state.answer is None else state.answer.preparation
        # A network that reads the picture itself has no stages, not six empty ones.
        self._way.setVisible(state.answer is None or whole is not None)
        for picture, shown in zip(self._seen, (whole, done), strict=True):
            picture.render_state(None if shown is None else shown.digit_hw)
        reads = (None, None) if outcome is None else (outcome.whole, outcome.switched)
        nothing = outcome is not None and done is None
        for label, read in zip(self._reads, reads, strict=True):
            label.setText(_read_words(labels, read))
        if nothing:
            self._reads[1].setText(self.tr("Nothing left"))
        self._all_on.setEnabled(bool(state.without))
        self._say.setText(self._said(state))

    def _said(self, state: StagesState) -> str:
        if state.answer is None:
            return self.tr("Draw a digit to see its way to the network here.")
        if state.answer.preparation is None:
            return self.tr(
                "This network reads the picture itself: nothing is prepared."
            )
        if state.answer.preparation.is_ready:
            return self.tr(
                "This picture lies as MNIST's digits do: it is taken as it is, and no "
                "stage changes it."
            )
        return self.tr(
            "Every network trained on MNIST expects digits that went this way. Switch "
            "a stage off and see what it is worth."
        )

    @override
    def _retranslate(self) -> None:
        for label, text in zip(
            self._titles,
            (self.tr("With all stages"), self.tr("As switched")),
            strict=True,
        ):
            label.setText(text)
        set_names(self._reads[0], "stages_whole", self.tr("Read with all stages"))
        set_names(self._reads[1], "stages_switched", self.tr("Read with these stages"))
        set_names(
            self._seen[0],
            "stages_whole_digit",
            self.tr("What the network sees with all stages"),
        )
        set_names(
            self._seen[1],
            "stages_switched_digit",
            self.tr("What the network sees as switched"),
        )
        self._all_on.setText(self.tr("All on"))
        set_names(self._all_on, "stages_all_on", self.tr("Switch all stages on"))
        self._render()


def _best(read: Read | None) -> int | None:
    return None if read is None else read.best


def _labels(state: StagesState) -> tuple[str, ...]:
    network = None if state.outcome is None else state.outcome.question.answer.network
    return () if network is None else network.current.network.labels


def _read_words(labels: tuple[str, ...], read: Read | None) -> str:
    return " " if read is None else read_words(labels, read.best, read.share)
