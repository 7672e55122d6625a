"""The sum with its result, which never scrolls away."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QFontMetrics, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QToolButton, QWidget
from typing_extensions import override

from cnnviz.engine.convolution.expression import ChannelPart
from cnnviz.state.level import set_level
from cnnviz.ui.controls.tool_button import name_as_action, tool_button
from cnnviz.ui.layouts import in_column, in_row
from cnnviz.ui.numbers import full, short, whole
from cnnviz.ui.page import Retranslated, set_names, set_tip
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.fonts import bold, sized
from cnnviz.ui.unit_view.channel_sums import HEIGHT, ChannelSums, SumChip
from cnnviz.ui.unit_view.operation_words import chosen_of
from cnnviz.ui.unit_view.sum_copy_text import as_latex, as_text, function_name
from cnnviz.ui.unit_view.sum_products import LINES
from cnnviz.ui.unit_view.sum_view import SumView
from cnnviz.ui.unit_view.unit import Unit


class SumRow(Retranslated):
    """What each channel gives, bias, total and activation; the numbers behind them below.

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
        set_level(self, "standard")
        self._unit: Unit | None = None
        self._before = QLabel(self)
        self._plus = QLabel("+", self)
        self._bias = SumChip(-1, self)
        self._channels = ChannelSums(self._bias, self)
        self._after = QLabel(self)
        self._products = SumView(self)
        self._where = QLabel(self)
        self._result = QLabel(self)
        self._all = QToolButton(self)
        self._all.setCheckable(True)
        self._buttons: list[QToolButton] = []
        self._style()
        self._lay_out()
        self._channels.channel_chosen.connect(self.channel_chosen)
        self._bias.clicked.connect(self.bias_chosen)
        self._all.toggled.connect(self._on_all_toggled)
        self._retranslate()

    def _style(self) -> None:
        self._where.setFont(bold(self._where.font()))
        large = sized(self._where.font(), tokens.FONT_SUM)
        self._result.setFont(large)
        room = QFontMetrics(large).horizontalAdvance("= −0000.000")
        self._result.setMinimumWidth(room)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for label in (self._where, self._result):
            label.setAlignment(right)
        for label in (self._before, self._after):
            label.setFixedHeight(HEIGHT)
            label.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def _lay_out(self) -> None:
        self._tail = self._plus, self._bias, self._after
        self._line = in_row(
            self._before, self._channels, *self._tail, (None, 1), gap=tokens.SPACE_S
        )
        for part in (self._channels, *self._tail):  # on one line with the last channel
            self._line.setAlignment(part, Qt.AlignmentFlag.AlignBottom)
        self._plus.setFixedHeight(HEIGHT)
        written = in_column(self._line, self._products, gap=0)
        self._tools = in_row((None, 1), self._all, gap=tokens.SPACE_XS)
        self._all.setMinimumHeight(tokens.HIT)
        result = in_column(self._where, (self._result, 1), self._tools, gap=0)
        in_row((written, 1), result, gap=tokens.SPACE_L, of=self)

    def add_actions(self, actions: Sequence[QAction]) -> None:
        """Offer actions, such as copying, as buttons under the result."""
        for action in actions:
            button = tool_button(self, action)
            name_as_action(button)
            button.setFixedHeight(tokens.HIT)
            button.setMinimumWidth(tokens.HIT)
            if action.icon().isNull():
                button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
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

    def _write(self) -> None:
        unit = self._unit
        if unit is None:
            for label in (self._where, self._before, self._after, self._result):
                label.clear()
            for widget in (self._channels, self._all, self._plus, self._bias):
                widget.hide()
            self._products.render_parts(None, ())
            return
        several = len(unit.expression.parts) > 1
        self._channels.setVisible(several)
        self._all.setVisible(several)
        if several:
            self._channels.render_sums(unit)
        self._products.render_parts(unit, self._parts(unit))
        self._where.setText(self._cell_text(unit))
        set_tip(self._where, self._output_text(unit))
        self._show(self._before, "" if several else self._only_text(unit))
        self._write_bias(unit.expression.bias)
        self._show(self._after, self._rest_text(unit))
        is_plain = unit.walk.activation.kind == "none"
        sign = "=" if is_plain else "→"
        self._result.setText(f"{sign} {short(unit.outcome.output, 6)}")
        set_tip(self._result, full(unit.outcome.output))
        self._share_out()

    def _share_out(self) -> None:
        """Give the channels what bias and total leave, and their lines what they take."""
        tail = [part for part in self._tail if not part.isHidden()]
        taken = sum(part.sizeHint().width() + self._line.spacing() for part in tail)
        lines = LINES
        if not self._channels.isHidden():
            self._channels.fit(self._line.geometry().width() - taken)
            lines -= self._channels.line_count - 1
        self._products.set_lines(lines)
        layout = self.layout()
        if layout is not None and self._channels.size() != self._channels.sizeHint():
            layout.activate()  # or a chip would be scrolled to in the room of before

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_out()

    def _write_bias(self, bias: float | None) -> None:
        for widget in (self._plus, self._bias):
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

    def _cell_text(self, unit: Unit) -> str:
        row, column = (place + 1 for place in unit.cell)
        if unit.operation.traits.is_flat:
            return self.tr("Position {number}").format(number=column)
        return self.tr("Row {row}, column {column}").format(row=row, column=column)

    def _output_text(self, unit: Unit) -> str:
        """Say of which output channel the number is; nothing where there is one."""
        if unit.operation.outputs == 1:
            return ""
        said = self.tr("Output {number} of {count}")
        return said.format(
            number=unit.walk.output_channel + 1, count=unit.operation.outputs
        )

    def _only_text(self, unit: Unit) -> str:
        """Say what the only channel gives."""
        part, divisor = unit.expression.parts[0], unit.expression.divisor
        name = f"{unit.mark(part.channel)}: " if unit.input_channels > 1 else ""
        if unit.expression.function:
            return name + chosen_of(unit.expression)
        total = f"{name}Σ {short(part.total, 6)}"
        return total if divisor is None else f"{total} ÷ {whole(divisor)}"

    def _rest_text(self, unit: Unit) -> str:
        """Write what follows the sums: their total, and what is done with it."""
        kind = unit.walk.activation.kind
        if kind == "none":
            return ""
        return f"= {short(unit.outcome.total, 6)}  →  {function_name(kind)}"

    def refusal(self) -> str:
        """Return why the sum cannot be copied; empty where it can."""
        unit = self._unit
        if unit is None or unit.expression.is_written:
            return ""
        text = self.tr(
            "This sum has {count} numbers: too many to copy. A smaller window can be "
            "copied."
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
        self._copy(self.text(), self.tr("The sum is copied."))

    @Slot()
    def copy_latex(self) -> None:
        """Put the sum on the clipboard as LaTeX."""
        self._copy(self.latex(), self.tr("The sum is copied as LaTeX."))

    def _copy(self, text: str, done: str) -> None:
        why_not = self.refusal()
        if not why_not:
            QGuiApplication.clipboard().setText(text)
        self.notified.emit(why_not or done)

    @Slot()
    def _on_all_toggled(self) -> None:
        self._write()

    def _retranslate(self) -> None:
        self._products.setObjectName("sum_products")
        self._products.setAccessibleName(self.tr("The sum"))
        self._result.setObjectName("sum_total")
        self._result.setAccessibleName(self.tr("Number of the output cell"))
        self._where.setObjectName("sum_cell")
        self._before.setObjectName("sum_before")
        self._after.setObjectName("sum_rest")
        self._all.setText(self.tr("All channels"))
        set_names(
            self._all,
            "all_channels_button",
            self.tr("All channels"),
            self.tr(
                "Write out the products of every input channel, not only the shown"
            ),
        )
        for button in self._buttons:
            name_as_action(button)
        self._write()
