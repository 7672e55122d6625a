"""What the network would answer if the ink lay otherwise, as a tool of the Draw page."""

from typing import Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QLabel, QToolButton, QWidget
from typing_extensions import override

from cnnviz.engine.images.changed_ink import InkChange
from cnnviz.engine.images.placement import Placement
from cnnviz.pages.draw.presenters.what_if.what_if_presenter import (
    WhatIfPresenter,
    WhatIfState,
)
from cnnviz.pages.draw.views.answer_tool import AnswerTool
from cnnviz.pages.draw.views.stage_picture import StagePicture
from cnnviz.pages.draw.views.what_if.ink_sliders import InkSliders
from cnnviz.pages.draw.views.what_if.shift_map import ShiftMap
from cnnviz.pages.draw.views.why.explained_digit import in_grey
from cnnviz.ui.class_text import class_words
from cnnviz.ui.layouts import in_column, in_row
from cnnviz.ui.numbers import sure_percent, whole_percent
from cnnviz.ui.page import set_names
from cnnviz.ui.plots.probability_columns import ProbabilityColumns
from cnnviz.ui.texts import sentence
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.fonts import half_bold, in_pixels

_COLUMNS_HEIGHT: Final = 84


class WhatIfTool(AnswerTool):
    """Show sliders, what they make of the ink, the answer, and the answer at all shifts."""

    def __init__(self, presenter: WhatIfPresenter, parent: QWidget) -> None:
        super().__init__(presenter, "what_if_tool", "standard", parent)
        self._presenter = presenter
        self._before, self._after = QToolButton(self), QToolButton(self)
        self._what, self._when = QLabel(self), QLabel(self)
        self.sliders = InkSliders(self)
        self._answer = QLabel(self)
        self._changed = StagePicture(on_paper=False, parent=self)
        self._seen = StagePicture(on_paper=False, parent=self)
        self._captions = QLabel(self), QLabel(self)
        self.columns = ProbabilityColumns(self)
        self.map = ShiftMap(self)
        self._map_title, self._map_words = QLabel(self), QLabel(self)
        self._group_choice()
        self._lay_out()
        self.sliders.changed.connect(presenter.change_ink)
        self.map.shift_chosen.connect(self._on_shift_chosen)
        presenter.store.changed.connect(self._render)
        self._retranslate()

    def _group_choice(self) -> None:
        group = QButtonGroup(self)
        for button in (self._after, self._before):
            button.setCheckable(True)
            button.setAutoRaise(True)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.setMinimumHeight(tokens.HIT)
            group.addButton(button)
        self._before.toggled.connect(self._presenter.change_before)

    def _lay_out(self) -> None:
        self._answer.setFont(half_bold(in_pixels(self.font(), tokens.TITLE_PX)))
        self._map_title.setFont(half_bold(self.font()))
        for label in (self._answer, self._when, self._map_title, self._map_words):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self._map_words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.columns.setFixedHeight(_COLUMNS_HEIGHT)
        choice = in_row(
            self._what, self._after, self._before, (None, 1), gap=tokens.SPACE_XS
        )
        left = in_column(
            choice, self._when, self.sliders, (None, 1), gap=tokens.SPACE_S
        )
        pictures = in_row(
            *(
                (in_column(caption, picture, gap=tokens.SPACE_XXS), 1)
                for caption, picture in zip(
                    self._captions, (self._changed, self._seen), strict=True
                )
            ),
            gap=tokens.SPACE_M,
        )
        right = in_column(
            self._answer, pictures, self.columns, (None, 1), gap=tokens.SPACE_S
        )
        top = in_row((left, 1), (right, 1), gap=tokens.SPACE_XL)
        words = in_column(
            self._map_title, self._map_words, (None, 1), gap=tokens.SPACE_S
        )
        below = in_row((self.map, 3), (words, 2), gap=tokens.SPACE_XL)
        in_column(top, (below, 1), gap=tokens.SPACE_L, of=self)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Whole pixels of 28, and a square with its words close to it.
        cell = max(4, min(9, int(self.height() * 0.24) // 28))
        for picture in (self._changed, self._seen):
            picture.setFixedHeight(28 * cell)
        room = min(self.height() * 0.55, self.width() * 0.6)
        self.map.setMaximumWidth(max(136, int(room)))

    @Slot(int, int)
    def _on_shift_chosen(self, down: int, right: int) -> None:
        self._presenter.change_ink(
            InkChange(placement=Placement(down=down, right=right))
        )

    @Slot()
    def _render(self) -> None:
        state = self._presenter.store.state
        self.sliders.render_change(state.change)
        (self._before if state.prepared else self._after).setChecked(True)
        self._when.setText(self._choice_words(prepared=state.prepared))
        is_prepared = state.answer is None or state.answer.preparation is not None
        self._before.setEnabled(is_prepared)
        outcome = state.outcome
        self._answer.setText(self._answered(state))
        if outcome is None:
            self._changed.render_state(None)
            self._seen.render_state(None)
            self.columns.render_state(self.columns_labels(state), None)
            self.map.render_answers(None, (), None)
            self._map_words.setText("")
            return
        labels = self.columns_labels(state)
        self._changed.render_state(in_grey(outcome.changed))
        self._seen.render_state(in_grey(outcome.seen))
        self.columns.render_state(labels, outcome.shares)
        self.map.render_answers(outcome.shifts, labels, _shift_of(state.change))
        text = self.tr(
            "Each cell: what the network reads with the digit shifted there, orange "
            "where that is the answer as it is, blue where it is another; the stronger "
            "the colour, the surer. The answer stays at {kept} of these shifts. Click "
            "a cell to shift the digit there."
        )
        self._map_words.setText(text.format(kept=whole_percent(outcome.shifts.kept)))

    def columns_labels(self, state: WhatIfState) -> tuple[str, ...]:
        """Return what the classes are called."""
        network = None if state.answer is None else state.answer.network
        return () if network is None else class_words(network.current.network.labels)

    def _answered(self, state: WhatIfState) -> str:
        if state.answer is None:
            return self.tr("Draw a digit, then change it here.")
        if state.error is not None:
            return sentence(state.error)
        outcome = state.outcome
        if outcome is None:
            return " "
        label = self.columns_labels(state)[outcome.best]
        if outcome.shares is None:
            return self.tr("Read as {label}").format(label=label)
        share = sure_percent(float(outcome.shares[outcome.best]))
        return self.tr("Read as {label} ({share})").format(label=label, share=share)

    def _choice_words(self, *, prepared: bool) -> str:
        if prepared:
            return self.tr(
                "The drawing is changed, then prepared: cut out, fitted, centred. Most "
                "of a shift or a scale is undone before the network sees it."
            )
        return self.tr(
            "The prepared digit is changed: the network sees every shift and scale "
            "as it is."
        )

    @override
    def _retranslate(self) -> None:
        self._what.setText(self.tr("Change"))
        self._after.setText(self.tr("The digit"))
        set_names(
            self._after,
            "what_if_after",
            self.tr("Change the digit, after the preparation"),
        )
        self._before.setText(self.tr("The drawing"))
        set_names(
            self._before,
            "what_if_before",
            self.tr("Change the drawing, before the preparation"),
        )
        for caption, text in zip(
            self._captions,
            (self.tr("Changed"), self.tr("What the network sees")),
            strict=True,
        ):
            caption.setText(text)
        set_names(self._changed, "what_if_changed", self.tr("The changed drawing"))
        set_names(self._seen, "what_if_seen", self.tr("What the network sees"))
        set_names(
            self.columns,
            "what_if_columns",
            self.tr("Probability of each class for the changed drawing"),
        )
        self._map_title.setText(self.tr("The answer at all shifts"))
        set_names(
            self.map,
            "what_if_map",
            self.tr("The answer at all shifts"),
            self.tr("Click a cell, or press Return on it, to shift the digit there"),
        )
        self._render()


def _shift_of(change: InkChange) -> tuple[float, float] | None:
    """Return the shift down and right of a change that is nothing else."""
    place = change.placement
    alone = InkChange(placement=Placement(down=place.down, right=place.right))
    return (place.down, place.right) if change == alone else None
