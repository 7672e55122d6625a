"""What the operation costs, beside a fully connected layer of equal size."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from cnnviz.engine.convolution.costs import Cost, OperationCost, equal_size
from cnnviz.pages.convolution.model.lab_state import LabState
from cnnviz.state.level import set_level
from cnnviz.ui.controls.fitting_label import FittingLabel
from cnnviz.ui.layouts import in_column
from cnnviz.ui.numbers import short, whole
from cnnviz.ui.page import Retranslated, set_tip
from cnnviz.ui.texts import filled
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.fonts import sized
from cnnviz.ui.unit_view.operation_words import operation_name

if TYPE_CHECKING:
    from cnnviz.engine.convolution.operations import Operation

HEIGHT: Final = 40
_LARGE: Final = 10_000_000
"""From here on a count is written in millions, billions or trillions."""

_FEW_TIMES: Final = 10
"""Below this, "times as many" is written with a decimal."""


_Written = Callable[[int], str]


class CostLine(Retranslated):
    """Parameters and multiplications, and those of the layer; the tooltip says why.

    The less room there is, the fewer words: the numbers of both stay.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_level(self, "standard")
        self._operation: Operation | None = None
        self._text, self._beside = FittingLabel(self), FittingLabel(self)
        for line in (self._text, self._beside):
            line.setForegroundRole(QPalette.ColorRole.PlaceholderText)
            line.setFont(sized(line.font(), tokens.FONT_CAPTION))
        self.setFixedHeight(HEIGHT)
        in_column(self._text, self._beside, gap=0, of=self)
        self._retranslate()

    def render_state(self, state: LabState) -> None:
        """Show the cost of the state's operation; nothing to do at a mere step."""
        operation = None if state.walk is None else state.walk.operation
        if operation is not self._operation:
            self._operation = operation
            self._write()

    def _write(self) -> None:
        if self._operation is None:
            for line in (self._text, self._beside):
                line.set_forms(())
                set_tip(line, "")
            return
        own = self._operation.cost()
        other = equal_size(own)
        exact = self._line(own, other, whole)
        if exact == self._text.accessibleDescription():
            return  # another number in the kernel costs the same
        self._text.set_forms((self._own(own, self._worded),))
        self._beside.set_forms(self._forms(own, other))
        for line in (self._text, self._beside):
            set_tip(line, "\n\n".join((exact, *self._lesson(own, other))))
        self._text.setAccessibleDescription(exact)

    def _forms(self, own: OperationCost, other: Cost) -> tuple[str, ...]:
        """Say the same of the layer at four lengths; the first that fits is shown."""
        sign = f"(×{_written_times(own, other, _alone)[0]})" if own.parameters else ""
        numbers = self.tr("fully connected: {parameters} and {products}").format(
            parameters=_alone(other.parameters), products=_alone(other.multiply_adds)
        )
        return (
            self._layer(other, self._worded, self._times(own, other, self._worded)),
            self._layer(other, self._worded, sign),
            self._layer(other, self._worded),
            numbers,
        )

    def _times(self, own: OperationCost, other: Cost, written: _Written) -> str:
        """Say how many times as many parameters the layer has, where there are any."""
        if not own.parameters:
            return ""
        shown, count = _written_times(own, other, written)
        text = self.tr("({times} {n|time|times} as many)")
        return filled(text, times=shown, n=count)

    def _line(self, own: OperationCost, other: Cost, written: _Written) -> str:
        """Say everything in words."""
        layer = self._layer(other, written, self._times(own, other, written))
        return f"{self._name()}: {self._own(own, written)} · {layer}"

    def _name(self) -> str:
        assert self._operation is not None
        return operation_name(self._operation.traits.key)

    def _worded(self, count: int) -> str:
        """Write a count before a noun: Portuguese says "milhões de" there."""
        return _scaled(
            count,
            self.tr("{number} million"),
            self.tr("{number} billion"),
            self.tr("{number} trillion"),
        )

    def _own(self, own: OperationCost, written: _Written) -> str:
        """Say what the operation learns, and what it computes."""
        if own.parameters:
            return self._counts(own.parameters, own.multiplications, written)
        text = self.tr("0 parameters, {written} {n|addition|additions}")
        if own.comparisons:
            text = self.tr("0 parameters, {written} {n|comparison|comparisons}")
        count = own.comparisons or own.additions
        return filled(text, written=written(count), n=count)

    def _layer(self, other: Cost, written: _Written, times: str = "") -> str:
        """Say the same of the fully connected layer; ``times`` follows its parameters."""
        counts = self._counts(other.parameters, other.multiply_adds, written, times)
        return self.tr("fully connected: {counts}").format(counts=counts)

    def _counts(
        self, parameters: int, products: int, written: _Written, times: str = ""
    ) -> str:
        learned = self.tr("{written} {n|parameter|parameters}")
        computed = self.tr("{written} {n|multiplication|multiplications}")
        learned = filled(learned, written=written(parameters), n=parameters)
        computed = filled(computed, written=written(products), n=products)
        return f"{learned} {times}".rstrip() + f", {computed}"

    def _lesson(self, own: OperationCost, other: Cost) -> tuple[str, str, str]:
        """Say why there are so few: sparse connectivity and parameter sharing."""
        sparse = self.tr(
            "Sparse connectivity: each output number is made from at most {seen} of the"
            " {inputs} {inputs|input number|input numbers}. In a fully connected layer"
            " it is made from all."
        )
        shared = self.tr(
            "Parameter sharing: the same {parameters} {parameters|parameter "
            "is|parameters are} used at every position of the window. A fully "
            "connected layer has its own weight for each pair of input and output: "
            "{inputs} × {outputs} = {products}."
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
            "seen": own.seen,
            "inputs": own.inputs,
            "outputs": own.outputs,
            "parameters": own.parameters,
            "products": other.multiply_adds,
        }
        return filled(sparse, **facts), filled(shared, **facts), counted

    @override
    def _retranslate(self) -> None:
        self._text.setObjectName("cost_line")
        self._beside.setObjectName("cost_of_layer")
        self._text.setAccessibleName(self.tr("Cost"))
        self._write()


def _written_times(
    own: OperationCost, other: Cost, written: _Written
) -> tuple[str, float]:
    """Return how many times as many parameters, as it is written and to be counted."""
    times = other.parameters / max(own.parameters, 1)
    if times >= _FEW_TIMES:
        return written(round(times)), round(times)
    shown = short(times, 2)
    return shown, 1 if shown == "1" else times


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
