"""The sum at a glance, or whole, with its result, which never scrolls away."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QAction, QGuiApplication, QPalette, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QStackedWidget, QToolButton, QWidget
from typing_extensions import override

from cnnviz.engine.convolution.expression import ChannelPart
from cnnviz.state.level import Level, set_chrome, set_level
from cnnviz.ui.accessibility.announcer import Announcer
from cnnviz.ui.controls.tool_button import name_as_action, tool_button
from cnnviz.ui.layouts import in_column, in_row
from cnnviz.ui.numbers import full, short, whole
from cnnviz.ui.page import Retranslated, change_level, set_names, set_tip
from cnnviz.ui.texts import filled
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.fonts import half_bold, in_pixels
from cnnviz.ui.unit_view.channel_sums import HEIGHT, ChannelSums, SumChip
from cnnviz.ui.unit_view.sum.sum_copy_text import as_latex, as_text
from cnnviz.ui.unit_view.sum.sum_definition import SumDefinition
from cnnviz.ui.unit_view.sum.sum_products import LINE_HEIGHT
from cnnviz.ui.unit_view.sum.sum_terms import SumTerms
from cnnviz.ui.unit_view.sum.sum_total import SumTotal
from cnnviz.ui.unit_view.sum.sum_view import SumView
from cnnviz.ui.unit_view.sum.sum_words import (
    cell_text,
    only_text,
    output_text,
    rest_text,
)
from cnnviz.ui.unit_view.unit import Unit

_WRITTEN: Final = 80
"""Pixels for the numbers of a sum: a line of large terms, or two of smaller ones."""

_WRITTEN_SHORT: Final = 48
"""Where height is short: for one line of these."""

_MOST_ROWS: Final = 5
"""Of a window, up to which its grids can spare that height."""


class SumRow(Retranslated):
    """The terms of a sum; what each channel gives, bias, total and activation below.

    Attributes
    ----------
    result
        The number that the sum comes to.

    Signals
    -------
    channel_chosen(channel)
        An input channel shall be shown.
    bias_chosen()
        The bias was pressed: the place to change it shall be shown.
    notified(text)
        The sum was copied, or why it was not.
    """

    channel_chosen = Signal(int)
    bias_chosen = Signal()
    notified = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_level(self, "first")
        self._unit: Unit | None = None
        self._before = QLabel(self)
        self._plus = QLabel("+", self)
        self._bias = SumChip(-1, self)
        self._channels = ChannelSums(self._bias, self)
        self._after = QLabel(self)
        self._written = QStackedWidget(self)
        self._terms = SumTerms(self)
        self._products = SumView(self)
        self._definition = SumDefinition(self)
        self._where = QLabel(self)
        self.result = SumTotal(self)
        self._folded = QToolButton(self)
        self._all = QToolButton(self)
        self._defined = tool_button(self, "definition")
        self._buttons: list[QToolButton] = []
        self._is_short = False
        self._announcer = Announcer(self)
        self._style()
        self._lay_out()
        self._channels.channel_chosen.connect(self.channel_chosen)
        self._bias.clicked.connect(self.bias_chosen)
        self._terms.folded.connect(self._write_folded)
        for switch in self._switches():
            switch.setCheckable(True)
            switch.toggled.connect(self._write)
        self._retranslate()

    def _style(self) -> None:
        self._where.setFont(half_bold(in_pixels(self._where.font(), tokens.VALUE_PX)))
        self._before.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        for part in (self._terms, self._products, self._definition):
            self._written.addWidget(part)
        self._after.setFixedHeight(HEIGHT)
        self._after.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        for switch in self._switches():
            switch.setMinimumSize(tokens.HIT, tokens.HIT)

    def _lay_out(self) -> None:
        gap = tokens.SPACE_M
        head = in_row(self._where, (self._before, 1), gap=gap)
        self._where.setFixedHeight(tokens.ICON_L)
        self._tail = self._plus, self._bias, self._after
        self._line = in_row(self._channels, *self._tail, (None, 1), gap=tokens.SPACE_S)
        for part in (self._channels, *self._tail):
            self._line.setAlignment(part, Qt.AlignmentFlag.AlignBottom)
        self._line.insertWidget(0, self._folded)
        self._plus.setFixedHeight(HEIGHT)
        written = in_column(head, self._written, self._line, gap=0)
        self._tools = in_row((None, 1), self._all, self._defined, gap=tokens.SPACE_XS)
        result = in_column((self.result, 1), self._tools, gap=0)
        in_row((written, 1), result, gap=tokens.SPACE_L, of=self)
        # What is folded stays: without it the numbers seen would not add up.
        set_chrome(self._all, self._defined)
        for more in (*self._switches(), self._where, self._before, self._written):
            set_level(more, "standard")  # at the first look the products tell it

    def add_actions(self, actions: Sequence[QAction]) -> None:
        """Offer actions, such as copying, as buttons under the result."""
        for action in actions:
            button = tool_button(self, action)
            name_as_action(button)
            button.setMinimumSize(tokens.HIT, tokens.HIT)
            if action.icon().isNull():
                button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
            set_chrome(button)
            set_level(button, "standard")
            self._tools.addWidget(button)
            self._buttons.append(button)

    def set_bias_changeable(self, changeable: bool) -> None:
        """Offer to change the bias, or only show it."""
        self._bias.setEnabled(changeable)
        self._write()

    def render_unit(self, unit: Unit | None) -> None:
        """Show the sum of a unit, or nothing."""
        old, self._unit = self._unit, unit
        if unit is None or not unit.is_same(old):
            self._write()

    @Slot()
    def _write(self) -> None:
        unit = self._unit
        if unit is None:
            for label in (self._where, self._before, self._after, self.result):
                label.clear()
            for widget in (*self._switches(), self._channels, self._plus, self._bias):
                widget.hide()
            self._products.render_parts(None, ())
            self._terms.render_part(None)
            return
        several = len(unit.expression.parts) > 1
        self._place_folded(several)
        self._channels.setVisible(several)
        self._all.setVisible(several)
        if several:
            self._channels.render_sums(unit)
        self._write_numbers(unit)
        self._where.setText(cell_text(unit))
        set_tip(self._where, output_text(unit))
        self._show(self._before, only_text(unit))
        self._write_bias(unit.expression.bias)
        self._show(self._after, rest_text(unit))
        sign = "=" if unit.walk.activation.kind == "none" else "→"
        output = unit.outcome.output
        self.result.show_number(f"{sign} {short(output, 6)}", output)
        set_tip(self.result, full(unit.outcome.output))
        self._announcer.announce(f"{cell_text(unit)}: {short(output, 6)}")
        self._share_out()

    def meeting(self, channel: int) -> tuple[QWidget, QRectF]:
        """Return where the products of a channel come together: the place of their sum."""
        chip = None if self._channels.isHidden() else self._channels.chip(channel)
        return self.total_place() if chip is None else (chip, QRectF(chip.rect()))

    def total_place(self) -> tuple[QWidget, QRectF]:
        """Return where the number is that the sum comes to."""
        return self.result, self.result.number_box()

    def set_short(self, is_short: bool) -> None:
        """Take less height, in a window that has not much."""
        if is_short != self._is_short:
            self._is_short = is_short
            self._share_out()

    def set_covered(self, is_covered: bool) -> None:
        """Leave out the running sums: the last of them gives a covered result away."""
        self._terms.set_running(not is_covered)

    def _place_folded(self, several: bool) -> None:
        """Let the sums of several channels have all of the line below the terms."""
        place = self._tools if several else self._line
        if place.indexOf(self._folded) < 0:
            (self._line if several else self._tools).removeWidget(self._folded)
            place.insertWidget(int(several), self._folded)

    def _switches(self) -> tuple[QToolButton, QToolButton, QToolButton]:
        return self._folded, self._all, self._defined

    def _write_numbers(self, unit: Unit) -> None:
        """Show the shown channel's terms, or every number of what is unfolded."""
        part = unit.part()
        folds = unit.expression.is_weighted and part.is_written
        self._folded.setVisible(folds)
        self._defined.setVisible(folds)
        is_defined = folds and self._defined.isChecked()
        self._folded.setEnabled(not self._all.isChecked() and not is_defined)
        if is_defined:
            self._products.render_parts(None, ())
            self._terms.render_part(None)
            self._definition.render_unit(unit)
            self._written.setCurrentWidget(self._definition)
        elif not folds or self._folded.isChecked() or self._all.isChecked():
            self._terms.render_part(part if folds else None)
            self._products.render_parts(unit, self._parts(unit))
            self._written.setCurrentWidget(self._products)
        else:
            self._products.render_parts(None, ())
            self._terms.render_part(part)
            self._written.setCurrentWidget(self._terms)

    @Slot()
    def _write_folded(self) -> None:
        """Say what is not seen at a glance; the button unfolds it."""
        seen = self._terms.seen
        texts = []
        if seen.zeros:
            text = self.tr("+ {count} {count|zero|zeros}")
            texts.append(filled(text, count=seen.zeros))
        if seen.others:
            text, total = self.tr("+ {count} more: {sum}"), short(seen.others_total)
            texts.append(filled(text, count=seen.others, sum=total))
        self._folded.setText("  ".join(texts) or self.tr("Every product"))

    def _share_out(self) -> None:
        """Give the channels what bias and total leave, and their lines what they take."""
        tail = [part for part in self._tail if not part.isHidden()]
        taken = sum(part.sizeHint().width() + self._line.spacing() for part in tail)
        unit = self._unit
        is_tall = unit is not None and unit.step.size[0] > _MOST_ROWS
        is_short = self._is_short or is_tall
        if not self._channels.isHidden():
            self._channels.fit(self._line.geometry().width() - taken)
            is_short |= self._channels.line_count > 1
        height = _WRITTEN_SHORT if is_short else _WRITTEN
        if self._written.height() != height:
            self._written.setFixedHeight(height)
            self._products.set_lines(height // LINE_HEIGHT)
        layout = self.layout()
        if layout is not None and self._channels.size() != self._channels.sizeHint():
            layout.activate()  # or a chip would be scrolled to in the room of before

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_out()

    def _write_bias(self, bias: float | None) -> None:
        level: Level = "first" if bias else "standard"
        for widget in (self._plus, self._bias):
            change_level(widget, level)
            widget.setVisible(bias is not None)
        if bias is not None:
            text = self.tr("bias {bias}").format(bias=short(bias))
            self._bias.render_text(text)
            tip = self.tr("Added to the sums of the channels.")
            if self._bias.isEnabled():
                tip = self.tr("Added to the sums of the channels. Click to change it.")
            set_names(self._bias, "bias_chip", text, tip)

    def _show(self, label: QLabel, text: str) -> None:
        label.setVisible(bool(text))
        label.setText(text)

    def _parts(self, unit: Unit) -> Sequence[ChannelPart]:
        """Return the channels that are written out."""
        return unit.expression.parts if self._all.isChecked() else (unit.part(),)

    def refusal(self) -> str:
        """Return why the sum cannot be copied; empty where it can."""
        unit = self._unit
        if unit is None or unit.expression.is_written:
            return ""
        text = self.tr(
            "This sum has {count} numbers, too many to copy. Choose a smaller window."
        )
        return text.format(count=whole(sum(part.count for part in self._parts(unit))))

    def text(self) -> str:
        """Return the sum as it is shown, one channel or all, for the clipboard."""
        return self._as(as_text)

    def latex(self) -> str:
        """Return the sum as it is shown for LaTeX's math mode."""
        return self._as(as_latex)

    def _as(self, written: Callable[[Unit, Sequence[ChannelPart]], str]) -> str:
        unit = self._unit
        if unit is None or not unit.expression.is_written:
            return ""
        return written(unit, self._parts(unit))

    @Slot()
    def copy_text(self) -> None:
        """Put the sum on the clipboard as text."""
        self._copy(self.text(), self.tr("Sum copied."))

    @Slot()
    def copy_latex(self) -> None:
        """Put the sum on the clipboard as LaTeX."""
        self._copy(self.latex(), self.tr("The sum is copied as LaTeX."))

    def _copy(self, text: str, done: str) -> None:
        if not (why_not := self.refusal()):
            QGuiApplication.clipboard().setText(text)
        self.notified.emit(why_not or done)

    def _retranslate(self) -> None:
        self._products.setObjectName("sum_products")
        self._products.setAccessibleName(self.tr("The sum"))
        self.result.setObjectName("sum_total")
        self.result.setAccessibleName(self.tr("Number of the output cell"))
        labels = (self._where, "cell"), (self._before, "before"), (self._after, "rest")
        for widget, name in (*labels, (self._terms, "terms")):
            widget.setObjectName(f"sum_{name}")
        self._terms.setAccessibleName(self.tr("The sum at a glance"))
        tip = self.tr("Show every product, including those that are 0")
        set_names(self._folded, "whole_sum_button", self.tr("Whole sum"), tip)
        self._write_folded()
        tip = self.tr("See the definition with its indices filled in for this cell")
        set_names(self._defined, "definition_button", self.tr("Definition"), tip)
        self._all.setText(self.tr("All channels"))
        tip = self.tr(
            "Show the products of every input channel, not only of the one on display"
        )
        set_names(self._all, "all_channels_button", self._all.text(), tip)
        for button in self._buttons:
            name_as_action(button)
        self._write()
