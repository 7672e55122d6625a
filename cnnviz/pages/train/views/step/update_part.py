"""The update of one kernel's weights: gradient, before, change, after."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget
from typing_extensions import override

from cnnviz.engine.images.colour_maps import DIVERGING, signed_range, to_indices
from cnnviz.engine.training.one_step.updates import WeightUpdate, weight_update
from cnnviz.pages.train.model.step_state import ShownWeights, StepState
from cnnviz.pages.train.views.step.kernel_picker import KernelPicker
from cnnviz.pages.train.views.step.step_words import (
    kernel_title,
    term_formula,
    term_name,
)
from cnnviz.ui.controls.fitting_label import FittingLabel
from cnnviz.ui.layouts import in_column, in_row
from cnnviz.ui.numbers import full, short, whole
from cnnviz.ui.page import Retranslated, set_names, set_tip
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.fonts import half_bold, sized
from cnnviz.ui.unit_view.canvas_panel import SmallPanel
from cnnviz.ui.unit_view.step_pictures import Cells

_MOST_TERMS = 9


class UpdateTerms(QWidget):
    """The lines of an update, each with what it is called and how it is made."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(tokens.SPACE_L)
        grid.setVerticalSpacing(tokens.SPACE_XXS)
        grid.setColumnStretch(3, 1)
        self._rows: list[tuple[QLabel, ...]] = []
        for row in range(_MOST_TERMS):
            line = QLabel(self), QLabel(self), QLabel(self), FittingLabel(self)
            for column, label in enumerate(line):
                label.setTextFormat(Qt.TextFormat.PlainText)
                grid.addWidget(label, row, column)
            for column, name in enumerate(("name", "symbol", "value", "formula")):
                line[column].setObjectName(f"step_term_{name}_{row}")
            line[0].setForegroundRole(self.palette().ColorRole.PlaceholderText)
            line[2].setFont(half_bold(line[2].font()))
            self._rows.append(line)

    def render_update(self, update: WeightUpdate) -> None:
        """Show how a weight was changed."""
        for row, line in enumerate(self._rows):
            is_used = row < len(update.terms)
            for label in line:
                label.setVisible(is_used)
            if is_used:
                term = update.terms[row]
                formula = term_formula(term)
                texts = (
                    term_name(term),
                    f"{term.symbol} =",
                    short(term.value, 6),
                    f"= {formula}" if formula else "",
                )
                for label, text in zip(line, texts, strict=True):
                    label.setText(text)
                set_tip(line[2], full(term.value))


class UpdatePart(Retranslated):
    """Show the weights side by side; the marked one's update stands below.

    Signals
    -------
    cell_chosen(row, column)
        A weight was clicked.
    """

    cell_chosen = Signal(int, int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._state = StepState()
        self._shown: ShownWeights | None = None
        self._title, self._weight = QLabel(self), QLabel(self)
        self._note = FittingLabel(self)
        for label in (self._title, self._weight):
            label.setFont(half_bold(label.font()))
        self.picker = KernelPicker(self, "step_update_")
        self.panels = tuple(SmallPanel(self) for _ in range(4))
        self.terms = UpdateTerms(self)
        grids = in_row(
            (self.panels[0], 1),
            self._sign("→"),
            (self.panels[1], 1),
            self._sign("+"),
            (self.panels[2], 1),
            self._sign("="),
            (self.panels[3], 1),
            gap=tokens.SPACE_M,
        )
        right = in_column((grids, 1), self._weight, self.terms, gap=tokens.SPACE_S)
        body = in_row(self.picker, (right, 1), gap=tokens.SPACE_L)
        head = in_row(self._title, (self._note, 1), gap=tokens.SPACE_M)
        in_column(head, (body, 1), gap=tokens.SPACE_S, of=self)
        for panel in self.panels:
            panel.render_hues(None, shown=False)
            panel.canvas.cell_clicked.connect(self.cell_chosen)
        self._retranslate()

    def _sign(self, text: str) -> QLabel:
        sign = QLabel(text, self)
        sign.setFont(sized(sign.font(), tokens.FONT_SIGN))
        return sign

    def render_state(self, state: StepState) -> None:
        """Show the kernel that is looked at, and the update of its marked weight."""
        old, self._state = self._state, state
        self.picker.render_state(state)
        weights = state.weights()
        if state.answer is None or weights is None:
            return
        is_same = (old.answer, old.layer, old.kernel) == (
            state.answer,
            state.layer,
            state.kernel,
        )
        if not is_same or self._shown is None:
            self._shown = weights
            self._show_grids(weights)
            self._title.setText(kernel_title(state))
            step = state.answer.opened
            self._note.setVisible(bool(step.kept_after) and not step.kept_before)
        for panel in self.panels:
            panel.mark(state.cell)
        update = weight_update(
            state.answer.opened, weights.name, weights.at(state.cell)
        )
        self.terms.render_update(update)
        self._write_weight(update)

    def _show_grids(self, weights: ShownWeights) -> None:
        both = abs(weights.before_hw).max(), abs(weights.after_hw).max()
        largest = float(max(both)) or 1.0
        of_weights = -largest, largest
        for panel, values, between in (
            (self.panels[0], weights.gradient_hw, signed_range(weights.gradient_hw)),
            (self.panels[1], weights.before_hw, of_weights),
            (self.panels[2], weights.change_hw, signed_range(weights.change_hw)),
            (self.panels[3], weights.after_hw, of_weights),
        ):
            indices = to_indices(values, *between)
            panel.show_cells(Cells(values, indices, DIVERGING))

    def _write_weight(self, update: WeightUpdate) -> None:
        row, column = self._state.cell
        text = self.tr("Weight in row {row}, column {column}: {before} → {after}")
        self._weight.setText(
            text.format(
                row=whole(row + 1),
                column=whole(column + 1),
                before=short(update.before, 6),
                after=short(update.after, 6),
            )
        )

    @override
    def _retranslate(self) -> None:
        for panel, key, text in zip(
            self.panels,
            ("gradient", "before", "change", "after"),
            (
                self.tr("Gradient"),
                self.tr("Weights before"),
                self.tr("Change"),
                self.tr("Weights after"),
            ),
            strict=True,
        ):
            panel.set_caption(text)
            tip = self.tr("Click a weight to see how it is updated")
            set_names(panel.canvas, f"step_{key}", text, tip)
            panel.canvas.setStatusTip("")
        self._note.setText(
            self.tr(
                "The optimizer begins without memory here: it is known only "
                "where the run is paused."
            )
        )
        state, self._state = self._state, StepState()
        self.render_state(state)
