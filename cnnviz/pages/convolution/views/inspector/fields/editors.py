"""The widgets that a field is set with, one for each kind of value.

What is typed may be impossible, so that the reason can be said; what a slider is
dragged to may not.
"""

from typing import cast

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QVBoxLayout, QWidget

from cnnviz.engine.convolution.spec import Pair
from cnnviz.pages.convolution.model.fields import Field, translated
from cnnviz.pages.convolution.model.lab_state import LabState
from cnnviz.pages.convolution.model.limits import Limits, slider_limits
from cnnviz.pages.convolution.views.inspector.fields.invalid_spin import render_spin
from cnnviz.pages.convolution.views.inspector.fields.limit_slider import LimitSlider
from cnnviz.pages.convolution.views.inspector.fields.pair_field import PairField
from cnnviz.ui.controls.number_spin import NumberSpin, WholeSpin
from cnnviz.ui.page import set_names
from cnnviz.ui.texts import sentence
from cnnviz.ui.theme import tokens


def reason(state: LabState, field: Field) -> str:
    """Return why a field's value cannot be, or nothing."""
    if state.invalid is None or state.invalid.field != field.key:
        return ""
    return sentence(state.invalid.error)


def limits_of(state: LabState, field: Field) -> Limits | None:
    """Return how far a field's slider goes; ``None`` where it is of no use."""
    if state.given is None or not field.is_free(state.settings):
        return None
    return slider_limits(state.settings, state.given, field)


def accessible_name(field: Field) -> str:
    """Return what a field is called where no label stands beside it."""
    return translated(field.names[-1] if field.names else field.label)


def tip_of(field: Field) -> str:
    """Return what a field means; what ends in a colon announces what its choices do."""
    tip = translated(field.meaning)
    if tip.endswith(":"):
        tip = "\n".join((tip, *map(translated, field.choice_tips)))
    return tip


class ChoiceEditor(QComboBox):
    """One of several names.

    Signals
    -------
    value_changed(key, value)
        Another one was chosen by hand.
    """

    value_changed = Signal(str, object)

    def __init__(self, field: Field, parent: QWidget) -> None:
        super().__init__(parent)
        self.field = field
        for choice in field.choices:
            self.addItem("", choice)
        self.setMinimumHeight(tokens.HIT)
        self.setMinimumContentsLength(8)
        self.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.activated.connect(self._on_activated)

    def render_state(self, state: LabState) -> None:
        """Show which one was chosen."""
        with QSignalBlocker(self):
            self.setCurrentIndex(self.findData(self.field.get(state.settings)))
        self.setAccessibleDescription(reason(state, self.field))

    def retranslate(self) -> None:
        """Put every text in the language of now."""
        field = self.field
        write_choices(self, field)
        set_names(self, f"{field.key}_combo", accessible_name(field), tip_of(field))

    @Slot(int)
    def _on_activated(self, index: int) -> None:
        self.value_changed.emit(self.field.key, self.itemData(index))


class FlagEditor(QCheckBox):
    """On or off.

    Signals
    -------
    value_changed(key, value)
        It was ticked or not, by hand.
    """

    value_changed = Signal(str, object)

    def __init__(self, field: Field, parent: QWidget) -> None:
        super().__init__(parent)
        self.field = field
        self.setMinimumHeight(tokens.HIT)
        self.toggled.connect(self._on_toggled)

    def render_state(self, state: LabState) -> None:
        """Show whether it is on."""
        with QSignalBlocker(self):
            self.setChecked(bool(self.field.get(state.settings)))

    def retranslate(self) -> None:
        """Put every text in the language of now."""
        field = self.field
        self.setText(translated(field.label))
        name = f"{field.key}_check"
        set_names(self, name, accessible_name(field), translated(field.meaning))

    @Slot(bool)
    def _on_toggled(self, checked: bool) -> None:
        self.value_changed.emit(self.field.key, checked)


class WholeEditor(WholeSpin):
    """A whole number.

    Signals
    -------
    value_changed(key, value)
        It was changed by hand.
    edit_ended()
        The field was left, or Enter was pressed.
    """

    value_changed = Signal(str, object)
    edit_ended = Signal()

    def __init__(self, field: Field, parent: QWidget) -> None:
        super().__init__(parent)
        self.field = field
        self.setRange(*field.typed)
        self.setMinimumHeight(tokens.HIT)
        self.valueChanged.connect(self._on_value_changed)
        self.editingFinished.connect(self.edit_ended)

    def render_state(self, state: LabState) -> None:
        """Show what was asked for, in another colour when it cannot be."""
        value = cast("int", self.field.get(state.settings))
        tip = translated(self.field.meaning)
        render_spin(self, value, tip, reason(state, self.field))

    def retranslate(self) -> None:
        """Put every text in the language of now."""
        field = self.field
        set_names(self, field.key, accessible_name(field), translated(field.meaning))

    @Slot(int)
    def _on_value_changed(self, value: int) -> None:
        self.value_changed.emit(self.field.key, value)


class NumberEditor(NumberSpin):
    """A number with decimals.

    Signals
    -------
    value_changed(key, value)
        It was changed by hand.
    edit_ended()
        The field was left, or Enter was pressed.
    """

    value_changed = Signal(str, object)
    edit_ended = Signal()

    def __init__(self, field: Field, parent: QWidget) -> None:
        super().__init__(parent)
        self.field = field
        self.setRange(*field.typed)
        self.setDecimals(3)
        self.setSingleStep(0.05)
        self.setMinimumHeight(tokens.HIT)
        self.valueChanged.connect(self._on_value_changed)
        self.editingFinished.connect(self.edit_ended)

    def render_state(self, state: LabState) -> None:
        """Show what was asked for."""
        with QSignalBlocker(self):
            self.render_value(cast("float", self.field.get(state.settings)))

    def retranslate(self) -> None:
        """Put every text and the number in the language of now."""
        self.use_language()
        field, tip = self.field, translated(self.field.meaning)
        set_names(self, f"{field.key}_spin", accessible_name(field), tip)

    @Slot(float)
    def _on_value_changed(self, value: float) -> None:
        self.value_changed.emit(self.field.key, value)


class PairEditor(QWidget):
    """Two whole numbers with a slider that sets both to the same.

    Signals
    -------
    value_changed(key, value)
        A number was changed by hand.
    edit_ended()
        A field or the handle was let go.
    """

    value_changed = Signal(str, object)
    edit_ended = Signal()

    def __init__(self, field: Field, parent: QWidget) -> None:
        super().__init__(parent)
        self.field = field
        self._pair = PairField(*field.typed, self)
        self._slider = LimitSlider(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._pair)
        column.addWidget(self._slider)
        self._pair.pair_changed.connect(self._on_pair_changed)
        self._slider.value_chosen.connect(self._on_value_chosen)
        self._pair.edit_ended.connect(self.edit_ended)
        self._slider.edit_ended.connect(self.edit_ended)

    def render_state(self, state: LabState) -> None:
        """Show two numbers and how far both can be moved together."""
        field = self.field
        pair = cast("Pair", field.shown_on(state.settings, state.given))
        self._pair.render_pair(pair, reason(state, field))
        self._slider.render_limits(pair[0], limits_of(state, field))

    def retranslate(self) -> None:
        """Put every text in the language of now."""
        field = self.field
        vertical, horizontal, both = map(translated, field.names)
        self._pair.name(field.key, vertical, horizontal, translated(field.meaning))
        self._slider.name(f"{field.key}_slider", both)

    @Slot(object)
    def _on_pair_changed(self, pair: Pair) -> None:
        self.value_changed.emit(self.field.key, pair)

    @Slot(int)
    def _on_value_chosen(self, value: int) -> None:
        self.value_changed.emit(self.field.key, (value, value))


def write_choices(combo: QComboBox, field: Field) -> None:
    """Write the name of each choice, and its meaning as a tooltip."""
    for index, name in enumerate(field.choice_names):
        combo.setItemText(index, translated(name))
    for index, tip in enumerate(field.choice_tips):
        combo.setItemData(index, translated(tip), Qt.ItemDataRole.ToolTipRole)
