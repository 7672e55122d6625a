"""The sum with its result, which never scrolls away."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from cnnviz.control.presenters.walk_presenter import LabState
from cnnviz.gui.numbers import full, short
from cnnviz.gui.pages.convolution.sum_view import SumView, signed

if TYPE_CHECKING:
    from cnnviz.convolution.stepping import Step


class SumRow(QWidget):
    """All products, the bias, and the total; the cell that it belongs to above."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._step: Step | None = None
        self._terms = SumView(self)
        self._where = QLabel(self)
        bold = QFont(self._where.font())
        bold.setBold(True)
        self._where.setFont(bold)
        self._bias = QLabel(self)
        self._bias.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        self._total = QLabel(self)
        large = QFont(bold)
        large.setPointSizeF(large.pointSizeF() * 1.5)
        self._total.setFont(large)
        self._total.setMinimumWidth(
            QFontMetrics(large).horizontalAdvance("= −0000.000")
        )
        self._lay_out()
        self._retranslate()

    def _lay_out(self) -> None:
        result = QVBoxLayout()
        result.setSpacing(0)
        for label in (self._where, self._total, self._bias):
            label.setAlignment(
                Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            )
            result.addWidget(label)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._terms, 1)
        row.addLayout(result)

    def render_state(self, state: LabState) -> None:
        """Show the sum of the state's step."""
        if state.step is self._step:
            return
        self._step = state.step
        self._terms.render_step(state.step)
        self._write()

    def _write(self) -> None:
        step = self._step
        if step is None:
            for label in (self._where, self._bias, self._total):
                label.clear()
            return
        where = self.tr("Row {row}, column {column}")
        self._where.setText(where.format(row=step.row + 1, column=step.col + 1))
        bias = self.tr("bias {bias} included").format(bias=signed(step.bias))
        self._bias.setText(bias if step.bias else "")
        self._total.setText(f"= {short(step.total, 6)}")
        self._total.setToolTip(full(step.total))

    def text(self) -> str:
        """Return the whole sum as one line, for the clipboard."""
        if self._step is None:
            return ""
        bias = f" + {signed(self._step.bias)}" if self._step.bias else ""
        return f"{self._terms.text()}{bias} = {full(self._step.total)}"

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._terms.setObjectName("sum_terms")
        self._terms.setAccessibleName(self.tr("The sum"))
        self._total.setObjectName("sum_total")
        self._total.setAccessibleName(self.tr("Total of the sum"))
        self._where.setObjectName("sum_cell")
        self._terms.render_step(self._step)
        self._write()
