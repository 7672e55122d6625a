"""What the operation costs, beside a fully connected layer of equal size."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from cnnviz.engine.convolution.costs import Cost, OperationCost, equal_size
from cnnviz.pages.convolution.model.lab_state import LabState
from cnnviz.ui.controls.fitting_label import FittingLabel
from cnnviz.ui.numbers import short, whole
from cnnviz.ui.page import set_tip
from cnnviz.ui.theme import tokens
from cnnviz.ui.unit_view.operation_words import operation_name

if TYPE_CHECKING:
    from cnnviz.engine.convolution.operations import Operation

HEIGHT: Final = 22
_LARGE: Final = 10_000_000
"""From here on a count is written in millions, billions or trillions."""

_FEW_TIMES: Final = 10
"""Below this, "times as many" is written with a decimal."""


_Written = Callable[[int], str]


class CostLine(QWidget):
    """Parameters and multiplications in one line; what they mean in the tooltip.

    The less room there is, the fewer words: the numbers of both stay.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._operation: Operation | None = None
        self._text = FittingLabel(self)
        self._text.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        small = QFont(self._text.font())
        small.setPointSizeF(small.pointSizeF() * tokens.FONT_CAPTION)
        self._text.setFont(small)
        self.setFixedHeight(HEIGHT)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._text)
        self._retranslate()

    def render_state(self, state: LabState) -> None:
        """Show the cost of the state's operation; nothing to do at a mere step."""
        operation = None if state.walk is None else state.walk.operation
        if operation is not self._operation:
            self._operation = operation
            self._write()

    def _write(self) -> None:
        if self._operation is None:
            self._text.set_forms(())
            set_tip(self._text, "")
            return
        own = self._operation.cost()
        other = equal_size(own)
        exact = self._line(own, other, whole)
        if exact == self._text.accessibleDescription():
            return  # another number in the kernel costs the same
        self._text.set_forms(self._forms(own, other))
        set_tip(self._text, "\n\n".join((exact, *self._lesson(own, other))))
        self._text.setAccessibleDescription(exact)

    def _forms(self, own: OperationCost, other: Cost) -> tuple[str, ...]:
        """Say the same at four lengths; the first at which there is room is shown."""
        titled = f"{self._name()}: {self._own_text(own, self._worded)}"
        bare = self._own_text(own, self._worded)
        layer = self._layer_text(other)
        return (
            self._line(own, other, self._worded),
            f"{titled} · {self._marked_text(own, other) or layer}",
            f"{bare} · {layer}",
            f"{bare} · {self._numbers_text(other)}",
        )

    def _line(self, own: OperationCost, other: Cost, written: _Written) -> str:
        """Say everything in words."""
        own_text = f"{self._name()}: {self._own_text(own, written)}"
        return f"{own_text} · {self._other_text(own, other, written)}"

    def _worded(self, count: int) -> str:
        """Write a count before a noun: Portuguese says "milhões de" there."""
        return _scaled(
            count,
            self.tr("{number} million"),
            self.tr("{number} billion"),
            self.tr("{number} trillion"),
        )

    def _own_text(self, own: OperationCost, written: _Written) -> str:
        if own.comparisons:
            said = self.tr("0 parameters, {count} comparisons")
            return said.format(count=written(own.comparisons))
        if own.parameters == 0:
            said = self.tr("0 parameters, {count} additions")
            return said.format(count=written(own.additions))
        said = self.tr("{parameters} parameters, {products} multiplications")
        return said.format(
            parameters=written(own.parameters),
            products=written(own.multiplications),
        )

    def _name(self) -> str:
        assert self._operation is not None
        return operation_name(self._operation.traits.key)

    def _other_text(self, own: OperationCost, other: Cost, written: _Written) -> str:
        if own.parameters == 0:
            return self._layer_text(other, written)
        said = self.tr(
            "fully connected: {parameters} parameters ({times} times as many),"
            " {products} multiplications"
        )
        return said.format(
            parameters=written(other.parameters),
            times=_times(own, other, written),
            products=written(other.multiply_adds),
        )

    def _marked_text(self, own: OperationCost, other: Cost) -> str:
        """Write "times as many" as a sign; nothing where there are none to compare."""
        if own.parameters == 0:
            return ""
        said = self.tr(
            "fully connected: {parameters} parameters (×{times}),"
            " {products} multiplications"
        )
        return said.format(
            parameters=self._worded(other.parameters),
            times=_times(own, other, _alone),
            products=self._worded(other.multiply_adds),
        )

    def _layer_text(self, other: Cost, written: _Written | None = None) -> str:
        said = self.tr(
            "fully connected: {parameters} parameters, {products} multiplications"
        )
        return said.format(
            parameters=(written or self._worded)(other.parameters),
            products=(written or self._worded)(other.multiply_adds),
        )

    def _numbers_text(self, other: Cost) -> str:
        """Leave the names out: they were said of the operation just before."""
        said = self.tr("fully connected: {parameters} and {products}")
        return said.format(
            parameters=_alone(other.parameters), products=_alone(other.multiply_adds)
        )

    def _lesson(self, own: OperationCost, other: Cost) -> tuple[str, str, str]:
        """Say why there are so few: sparse connectivity and parameter sharing."""
        sparse = self.tr(
            "Sparse connectivity: each output number is made from at most {seen} of the"
            " {inputs} input numbers. In a fully connected layer it is made from all."
        )
        shared = self.tr(
            "Parameter sharing: the same {parameters} parameters serve at every place"
            " of the window. A fully connected layer has a weight of its own for each"
            " pair of input and output: {inputs} × {outputs} = {products}."
        )
        if own.parameters == 0:
            shared = self.tr(
                "No parameters: there is nothing to learn in a pooling. A fully"
                " connected layer has a weight of its own for each pair of input and"
                " output: {inputs} × {outputs} = {products}."
            )
        counted = self.tr("Counted for all output channels together, with the biases.")
        if self._operation is not None and self._operation.traits.spreads_input:
            counted = self.tr(
                "Counted for all output channels together, with the biases; products"
                " with the zeros put in between are left out."
            )
        facts = {
            "seen": whole(own.seen),
            "inputs": whole(own.inputs),
            "outputs": whole(own.outputs),
            "parameters": whole(own.parameters),
            "products": whole(other.multiply_adds),
        }
        return sparse.format(**facts), shared.format(**facts), counted

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._text.setObjectName("cost_line")
        self._text.setAccessibleName(self.tr("Cost"))
        self._write()


def _times(own: OperationCost, other: Cost, written: _Written) -> str:
    times = other.parameters / max(own.parameters, 1)
    return short(times, 2) if times < _FEW_TIMES else written(round(times))


def _alone(count: int) -> str:
    """Write a count where no noun follows."""
    translate = QCoreApplication.translate
    return _scaled(
        count,
        translate("LargeNumber", "{number} million"),
        translate("LargeNumber", "{number} billion"),
        translate("LargeNumber", "{number} trillion"),
    )


def _scaled(count: int, *words: str) -> str:
    """Write a large count with a word of its thousands, so that the line stays short."""
    if count < _LARGE:
        return whole(count)
    power = 0 if count < 10**9 else 1 if count < 10**12 else 2
    return words[power].format(number=short(count / 10 ** (6 + 3 * power), 3))
