"""Where the inner loops are: how many additions, which indices, what so far."""

import math

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override

from cnnviz.engine.convolution.code.execution import LoopState
from cnnviz.engine.convolution.code.loops import Loops
from cnnviz.engine.images.numbers.number_text import MINUS
from cnnviz.pages.convolution.views.algorithm.code_view import code_font
from cnnviz.pages.convolution.views.algorithm.index_table import IndexTable
from cnnviz.pages.convolution.views.algorithm.loop_step_actions import InnerSteps
from cnnviz.ui.controls.fitting_label import FittingLabel
from cnnviz.ui.controls.tool_button import name_as_action, tool_button
from cnnviz.ui.layouts import in_column, in_row
from cnnviz.ui.numbers import full, short
from cnnviz.ui.page import Retranslated, set_names, set_tip
from cnnviz.ui.texts import filled
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.fonts import bold, sized
from cnnviz.ui.unit_view.sum.sum_products import signed


class MomentView(Retranslated):
    """Buttons through the additions, the indices, the product, and the number so far."""

    def __init__(self, steps: InnerSteps, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[LoopState, int, Loops] | None = None
        self._buttons = [
            tool_button(self, action, tokens.ICON) for action in steps.in_order()
        ]
        self._addition = QLabel(self)
        self._table = IndexTable(self)
        self._what = FittingLabel(self)
        self._result = QLabel(self)
        self._style_labels()
        self._lay_out()
        self._retranslate()

    def _style_labels(self) -> None:
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        self._addition.setAlignment(right)
        self._addition.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._what.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._result.setFont(sized(bold(code_font(self.font())), tokens.FONT_HEADING))
        selectable = Qt.TextInteractionFlag.TextSelectableByMouse
        self._result.setTextInteractionFlags(selectable)

    def _lay_out(self) -> None:
        for button in self._buttons:
            button.setFixedSize(tokens.HIT_WIDE, tokens.HIT)
        row = in_row(*self._buttons, (None, 1), self._addition, gap=0)
        result = in_row((self._what, 1), self._result, gap=tokens.SPACE_M)
        in_column(row, self._table, result, gap=tokens.SPACE_XXS, of=self)

    def render_moment(self, moment: LoopState, additions: int, loops: Loops) -> None:
        """Show one moment of the inner loops."""
        self._shown = (moment, additions, loops)
        text = self.tr("{number} of {all} {all|addition|additions}")
        if not loops.sums:
            text = self.tr("{number} of {all} {all|cell|cells}")
        self._addition.setText(filled(text, number=moment.addition, all=additions))
        values = list(moment.values)
        if moment.count is not None:
            values.append(("count", moment.count))
        self._table.render_values(values)
        self._what.setText(self._what_happened(moment))
        word = loops.rule.word if moment.role not in ("output", "softmax") else "output"
        self._result.setText(f"{word} = {_number(moment.result)}")
        set_tip(self._result, f"{word} = {_number(moment.result, exact=True)}")

    def _what_happened(self, moment: LoopState) -> str:
        match moment.role:
            case "start":
                return self.tr("No cell read yet")
            case "gap":
                return self.tr("Between the cells: 0, nothing to add")
            case "outside":
                return self.tr("Beyond the picture: left out")
            case "finish":
                return self.tr("After the inner loops")
            case "output" | "softmax":
                return self.tr("The output cell is written")
        if moment.pixel is None:
            return ""
        if moment.weight is None:
            return self.tr("Cell: {value}").format(value=short(moment.pixel))
        product = short(moment.pixel * moment.weight)
        return f"{signed(moment.pixel)} × {signed(moment.weight)} = {product}"

    @override
    def _retranslate(self) -> None:
        self._table.setObjectName("index_table")
        self._table.setAccessibleName(self.tr("The indices"))
        tip = self.tr("The indices of the loops: Python counts from 0, the page from 1")
        set_tip(self._table, tip)
        set_names(self._result, "algorithm_result", self.tr("The number so far"))
        set_names(self._what, "algorithm_product", self.tr("What was added last"))
        self._addition.setObjectName("addition_label")
        for button in self._buttons:
            name_as_action(button)
        if self._shown is not None:
            self.render_moment(*self._shown)


def _number(value: float, *, exact: bool = False) -> str:
    if math.isinf(value):
        return "∞" if value > 0 else f"{MINUS}∞"
    return full(value) if exact else short(value, 6)
