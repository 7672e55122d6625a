"""The widgets that a field is set with, one for each kind of value.

What is typed may be impossible, so that the reason can be said; what a slider is
dragged to may not.
"""

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QSignalBlocker, Qt, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget
from typing_extensions import override

from cnnviz.pages.convolution.model.fields import Field, Value, translated
from cnnviz.pages.convolution.model.lab_state import LabState
from cnnviz.pages.convolution.model.limits import Limits, slider_limits
from cnnviz.pages.convolution.presenters.settings_commands import SettingsCommands
from cnnviz.pages.convolution.views.inspector.fields.invalid_spin import render_spin
from cnnviz.pages.convolution.views.inspector.fields.limit_slider import LimitSlider
from cnnviz.pages.convolution.views.inspector.fields.number_fields import PairField
from cnnviz.state.level import set_level
from cnnviz.ui.controls.number_spin import NumberSpin, WholeSpin
from cnnviz.ui.layouts import in_column
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


def tip_of(field: Field) -> str:
    """Return what a field means; what ends in a colon announces what its choices do."""
    tip = translated(field.meaning)
    if tip.endswith(":"):
        tip = "\n".join((tip, *map(translated, field.choice_tips)))
    return tip


def _name(editor: QWidget, field: Field, kind: str = "") -> None:
    """Name a widget beside which no label stands."""
    called = translated(field.names[-1] if field.names else field.label)
    set_names(editor, field.key + kind, called, tip_of(field))


if TYPE_CHECKING:
    from cnnviz.engine.convolution.spec import Pair

    _Widget = QWidget
else:
    _Widget = object  # Qt's class comes from the other parent


class FieldEditor(_Widget):
    """What every editor does: it knows its field, and asks for another value of it."""

    def __init__(
        self, field: Field, commands: SettingsCommands, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.field, self._commands = field, commands
        set_level(self, field.level)
        self._set_up()

    def _set_up(self) -> None:
        """Make the widget, and connect it."""

    @Slot(bool)
    @Slot(int)
    @Slot(float)
    @Slot(object)
    def _ask(self, value: Value) -> None:
        self._commands.set(self.field.key, value)


class ChoiceEditor(FieldEditor, QComboBox):
    """One of several names."""

    @override
    def _set_up(self) -> None:
        for choice in self.field.choices:
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
        write_choices(self, self.field)
        _name(self, self.field, "_combo")

    @Slot(int)
    def _on_activated(self, index: int) -> None:
        self._ask(self.itemData(index))


class FlagEditor(FieldEditor, QCheckBox):
    """On or off."""

    @override
    def _set_up(self) -> None:
        self.setMinimumHeight(tokens.HIT)
        self.toggled.connect(self._ask)

    def render_state(self, state: LabState) -> None:
        """Show whether it is on."""
        with QSignalBlocker(self):
            self.setChecked(bool(self.field.get(state.settings)))

    def retranslate(self) -> None:
        """Put every text in the language of now."""
        self.setText(translated(self.field.label))
        _name(self, self.field, "_check")


class WholeEditor(FieldEditor, WholeSpin):
    """A whole number."""

    @override
    def _set_up(self) -> None:
        self.setRange(*self.field.typed)
        self.setMinimumHeight(tokens.HIT)
        self.valueChanged.connect(self._ask)
        self.editingFinished.connect(self._commands.end_edit)

    def render_state(self, state: LabState) -> None:
        """Show what was asked for, in another colour when it cannot be."""
        value = cast("int", self.field.get(state.settings))
        tip = translated(self.field.meaning)
        render_spin(self, value, tip, reason(state, self.field))

    def retranslate(self) -> None:
        """Put every text in the language of now."""
        _name(self, self.field)


class NumberEditor(FieldEditor, NumberSpin):
    """A number with decimals."""

    @override
    def _set_up(self) -> None:
        self.setRange(*self.field.typed)
        self.setDecimals(3)
        self.setSingleStep(0.05)
        self.setMinimumHeight(tokens.HIT)
        self.valueChanged.connect(self._ask)
        self.editingFinished.connect(self._commands.end_edit)

    def render_state(self, state: LabState) -> None:
        """Show what was asked for."""
        with QSignalBlocker(self):
            self.render_value(cast("float", self.field.get(state.settings)))

    def retranslate(self) -> None:
        """Put every text and the number in the language of now."""
        self.use_language()
        _name(self, self.field, "_spin")


class PairEditor(FieldEditor, QWidget):
    """Two whole numbers with a slider that sets both to the same."""

    @override
    def _set_up(self) -> None:
        self._pair = PairField(self.field.typed, self)
        self._slider = LimitSlider(self)
        keep_from_first_look(self.field, self._pair)
        in_column(self._pair, self._slider, gap=0, of=self)
        self._pair.numbers_changed.connect(self._ask)
        self._slider.value_chosen.connect(self._on_value_chosen)
        for part in (self._pair, self._slider):
            part.edit_ended.connect(self._commands.end_edit)

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

    @Slot(int)
    def _on_value_chosen(self, value: int) -> None:
        self._ask((value, value))


def keep_from_first_look(field: Field, *parts: QWidget) -> None:
    """Leave a field's slider at first look, and show its other parts from then on."""
    if field.level == "first":
        for part in parts:
            set_level(part, "standard")


def write_choices(combo: QComboBox, field: Field) -> None:
    """Write the name of each choice, and its meaning as a tooltip."""
    for index, name in enumerate(field.choice_names):
        combo.setItemText(index, translated(name))
    for index, tip in enumerate(field.choice_tips):
        combo.setItemData(index, translated(tip), Qt.ItemDataRole.ToolTipRole)
