"""The widgets with which a setting of a layer is set, one for each kind of value.

What is typed may be impossible: the layer says why. A number counts when it is typed to
its end, or stepped.
"""

from collections.abc import Callable, Mapping
from typing import Final, cast

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override

from cnnviz.pages.network.model.layer_field import (
    FieldKind,
    LayerField,
    SliderRange,
)
from cnnviz.pages.network.model.network_draft import Value
from cnnviz.pages.network.views.editor.editor_words import choice_names, field_text
from cnnviz.pages.network.views.editor.field_slider import FieldSlider
from cnnviz.pages.network.views.editor.quiet_fields import (
    QuietChoice,
    QuietNumber,
    QuietWhole,
)
from cnnviz.ui.controls.check_box import CheckBox
from cnnviz.ui.layouts import in_column, in_row
from cnnviz.ui.page import set_names
from cnnviz.ui.theme import tokens

_NUMBERS: Final = "numbers"
SPIN_WIDTH: Final = 76
_PAIR_WIDTH: Final = 60
"""Of two digits: so there is room for a slider beside the pair."""

_NUMBER_WIDTH: Final = 120


class FieldEditor(QWidget):
    """Show a setting and ask for another value of it.

    Signals
    -------
    value_chosen(field, value)
        Another value of it was set by hand.
    edit_ended()
        The field was left, or Enter was pressed.
    """

    value_chosen = Signal(object, object)
    edit_ended = Signal()

    def __init__(self, field: LayerField, parent: QWidget) -> None:
        super().__init__(parent)
        self.field = field
        self.label = field_text(field.label)
        self.meaning = field_text(field.meaning)
        self._slider: FieldSlider | None = None
        self._set_up()

    def _set_up(self) -> None:
        """Make the widgets, name and connect them."""

    def render_value(self, value: Value, reach: SliderRange | None) -> None:
        """Show a value, and how far the slider goes where there is one."""

    @Slot(bool)
    @Slot(int)
    @Slot(float)
    def _ask(self, value: Value) -> None:
        self.value_chosen.emit(self.field, value)

    def _name(self, widget: QWidget, part: str = "", kind: str = "") -> None:
        called = f"{self.label}: {part}" if part else self.label
        tip = f"{called}. {self.meaning}" if part else self.meaning
        set_names(widget, f"layer_{self.field.name}{kind}", called, tip)

    def _make_slider(self, kind: str = "") -> FieldSlider | None:
        """Return a slider to stand beside the field; ``None`` where it has none."""
        if self.field.slider is None:
            return None
        self._slider = slider = FieldSlider(self.field.slider, self)
        name = f"layer_{self.field.name}_slider"
        slider.name(name, f"{self.label}: {kind}" if kind else self.label)
        slider.number_chosen.connect(self._on_slid)
        slider.edit_ended.connect(self.edit_ended)
        return slider

    @Slot(object)
    def _on_slid(self, number: float) -> None:
        self._ask(number)

    def _slide(self, number: float, reach: SliderRange | None) -> None:
        if self._slider is not None and reach is not None:
            self._slider.render_number(number, reach)

    def _spin(self, part: str = "", kind: str = "") -> QuietWhole:
        spin = QuietWhole(self)
        spin.setRange(*map(int, self.field.range))
        spin.setFixedWidth(SPIN_WIDTH)
        spin.editingFinished.connect(self.edit_ended)
        self._name(spin, part, kind)
        return spin


class WholeEditor(FieldEditor):
    """A whole number."""

    @override
    def _set_up(self) -> None:
        self._number = self._spin()
        self._number.valueChanged.connect(self._ask)
        in_row(self._number, (self._make_slider(), 1), gap=tokens.SPACE_M, of=self)

    @override
    def render_value(self, value: Value, reach: SliderRange | None) -> None:
        with QSignalBlocker(self._number):
            _show(self._number, cast("int", value))
        self._slide(cast("int", value), reach)


class NumberEditor(FieldEditor):
    """A number with decimals."""

    @override
    def _set_up(self) -> None:
        self._number = QuietNumber(self)
        self._number.setRange(*self.field.range)
        self._number.setSingleStep(0.05)
        self._number.use_language()
        self._number.setFixedWidth(_NUMBER_WIDTH)
        self._number.valueChanged.connect(self._ask)
        self._number.editingFinished.connect(self.edit_ended)
        self._name(self._number)
        in_row(self._number, (self._make_slider(), 1), gap=tokens.SPACE_M, of=self)

    @override
    def render_value(self, value: Value, reach: SliderRange | None) -> None:
        with QSignalBlocker(self._number):
            self._number.render_value(cast("float", value))
        self._slide(cast("float", value), reach)


class PairEditor(FieldEditor):
    """Rows and columns; the slider sets both to the same."""

    @override
    def _set_up(self) -> None:
        self._spins = (
            self._spin(self.tr("rows"), "_rows"),
            self._spin(self.tr("columns"), "_columns"),
        )
        for spin in self._spins:
            spin.valueChanged.connect(self._on_changed)
            spin.setFixedWidth(_PAIR_WIDTH)
        slider = self._make_slider(self.tr("rows and columns"))
        times = QLabel("×", self)
        in_row(
            self._spins[0],
            times,
            self._spins[1],
            tokens.SPACE_XXS,
            (slider, 1),
            gap=tokens.SPACE_S,
            of=self,
        )

    @override
    def render_value(self, value: Value, reach: SliderRange | None) -> None:
        for spin, side in zip(self._spins, cast("tuple[int, int]", value), strict=True):
            with QSignalBlocker(spin):
                _show(spin, side)
        self._slide(cast("tuple[int, int]", value)[0], reach)

    @override
    @Slot(object)
    def _on_slid(self, number: float) -> None:
        self._ask((int(number), int(number)))

    @Slot()
    def _on_changed(self) -> None:
        self._ask(tuple(spin.value() for spin in self._spins))


class ChoiceEditor(FieldEditor):
    """One of several names."""

    @override
    def _set_up(self) -> None:
        self._names = QuietChoice(self)
        for key, name in zip(self.field.choices, choice_names(self.field), strict=True):
            self._names.addItem(name, key)
        self._names.activated.connect(self._on_chosen)
        self._name(self._names)
        in_row(self._names, (None, 1), of=self)

    @override
    def render_value(self, value: Value, reach: SliderRange | None) -> None:
        with QSignalBlocker(self._names):
            self._names.setCurrentIndex(self._names.findData(value))

    @Slot(int)
    def _on_chosen(self, index: int) -> None:
        self._ask(self._names.itemData(index))


class PaddingEditor(FieldEditor):
    """A padding by its name, or by rows and columns; four amounts stay as they are."""

    @override
    def _set_up(self) -> None:
        self._names = QuietChoice(self)
        for key, name in zip(self.field.choices, choice_names(self.field), strict=True):
            self._names.addItem(name, key)
        self._names.addItem(self.tr("Rows and columns"), _NUMBERS)
        self._pair = PairEditor(self.field, self)
        self._name(self._names, "", "_name")
        in_column(self._names, self._pair, gap=tokens.SPACE_XS, of=self)
        self._names.activated.connect(self._on_chosen)
        self._pair.value_chosen.connect(self.value_chosen)
        self._pair.edit_ended.connect(self.edit_ended)

    @override
    def render_value(self, value: Value, reach: SliderRange | None) -> None:
        name = value if isinstance(value, str) else _NUMBERS
        with QSignalBlocker(self._names):
            self._names.setCurrentIndex(self._names.findData(name))
        is_pair = isinstance(value, tuple) and len(value) == 2
        self._pair.setVisible(is_pair)
        if is_pair:
            self._pair.render_value(value, reach)

    @Slot(int)
    def _on_chosen(self, index: int) -> None:
        name = self._names.itemData(index)
        self._ask((0, 0) if name == _NUMBERS else name)
        self.edit_ended.emit()


class FlagEditor(FieldEditor):
    """On or off."""

    @override
    def _set_up(self) -> None:
        self._box = CheckBox(self)
        self._box.setMinimumHeight(tokens.HIT)
        self._box.toggled.connect(self._ask)
        self._name(self._box)
        in_row(self._box, (None, 1), of=self)

    @override
    def render_value(self, value: Value, reach: SliderRange | None) -> None:
        with QSignalBlocker(self._box):
            self._box.setChecked(bool(value))


def _show(spin: QuietWhole, value: int) -> None:
    """Show a number, also one that hands cannot turn to."""
    spin.setRange(min(spin.minimum(), value), max(spin.maximum(), value))
    if spin.value() != value:
        spin.setValue(value)


EDITORS: Final[Mapping[FieldKind, Callable[[LayerField, QWidget], FieldEditor]]] = {
    "whole": WholeEditor,
    "number": NumberEditor,
    "pair": PairEditor,
    "padding": PaddingEditor,
    "choice": ChoiceEditor,
    "flag": FlagEditor,
}
