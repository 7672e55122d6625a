"""A sum as its definition: with indices, in general, here, and with their numbers."""

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from cnnviz.engine.convolution.code.definition import Definition, Term, definition_of
from cnnviz.ui.controls.fitting_label import FittingLabel
from cnnviz.ui.layouts import in_column
from cnnviz.ui.numbers import short
from cnnviz.ui.page import Retranslated, set_tips
from cnnviz.ui.unit_view.sum.sum_products import signed
from cnnviz.ui.unit_view.unit import Unit

_LINE: Final = 20
_SHOWN: Final = (9, 7, 5, 4, 3, 2)
"""How many terms are written, where they do not all have room; then an ellipsis."""


class SumDefinition(Retranslated):
    """Four lines: the definition, with this cell's indices, its products, its numbers.

    Where height is scarce, the middle two.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._unit: Unit | None = None
        self._general, self._here, self._products, self._numbers = self._lines = [
            FittingLabel(self) for _ in range(4)
        ]
        for line in self._lines:
            line.setFixedHeight(_LINE)
        for line in (self._general, self._numbers):
            line.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        in_column(*self._lines, (None, 1), gap=0, of=self)
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Ignored, policy.Ignored)
        self._retranslate()

    def render_unit(self, unit: Unit) -> None:
        """Show the definition of the shown channel's sum."""
        self._unit = unit
        self._write()

    def _write(self) -> None:
        unit = self._unit
        if unit is None:
            return
        found = definition_of(unit.walk, unit.part())
        name = self.tr("Correlation: {formula}")
        if found.is_turned:
            name = self.tr("True convolution: {formula}")
        general = name.format(formula=found.general)
        counted = self.tr("indices count from 0")
        self._general.set_forms((f"{general}   ({counted})", general, found.general))
        self._here.set_forms((found.here,))
        self._products.set_forms(tuple(_forms(found, _indices)))
        total = short(unit.part().total, 6)
        numbers = _forms(found, _factors)
        self._numbers.set_forms(tuple(f"{form} = {total}" for form in numbers))
        tip = "\n".join((general, found.here, counted))
        for line in self._lines:
            set_tips(line, tip)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for line in (self._general, self._numbers):
            line.setVisible(self.height() >= len(self._lines) * _LINE)

    @override
    def _retranslate(self) -> None:
        for line, key in zip(
            self._lines, ("general", "here", "products", "numbers"), strict=True
        ):
            line.setObjectName(f"definition_{key}")
        self.setObjectName("sum_definition")
        self.setAccessibleName(self.tr("The definition"))
        self._write()


def _indices(term: Term) -> str:
    return f"{term.picture}·{term.weight}"


def _factors(term: Term) -> str:
    return f"{signed(term.value)}·{signed(term.factor)}"


def _forms(found: Definition, written: Callable[[Term], str]) -> Iterator[str]:
    """Yield the sum of the products at several lengths, the longest first."""
    terms: Sequence[Term] = found.terms
    for count in _SHOWN:
        if len(terms) <= count:
            yield "= " + " + ".join(map(written, terms))
        else:
            parts = [*map(written, terms[: count - 1]), "…", written(terms[-1])]
            yield "= " + " + ".join(parts)
