"""The widgets that a field is set with, one for each kind of value.

What is typed may be impossible, so that the reason can be said; what a slider is
dragged to may not.
"""

from typing import cast

from PySide6.QtCore import QSignalBlocker, Qt, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from cnnviz.engine.convolution.spec import Pair
from cnnviz.pages.convolution.model.fields import Field, translated
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


def _set_up(editor: QWidget, field: Field) -> None:
    editor.setMinimumHeight(tokens.HIT)
    set_level(editor, field.level)


def _name(editor: QWidget, field: Field, kind: str = "") -> None:
    """Name a widget beside which no label stands."""
    called = translated(field.names[-1] if field.names else field.label)
    set_names(editor, field.key + kind, called, tip_of(field))


class ChoiceEditor(QComboBox):
    """One of several names."""

    def __init__(
        self, field: Field, commands: SettingsCommands, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.field, self._commands = field, commands
        for choice in field.choices:
            self.addItem("", choice)
        _set_up(self, field)
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
        self._commands.set(self.field.key, self.itemData(index))


class FlagEditor(QCheckBox):
    """On or off."""

    def __init__(
        self, field: Field, commands: SettingsCommands, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.field, self._commands = field, commands
        _set_up(self, field)
        self.toggled.connect(self._on_toggled)

    def render_state(self, state: LabState) -> None:
        """Show whether it is on."""
        with QSignalBlocker(self):
            self.setChecked(bool(self.field.get(state.settings)))

    def retranslate(self) -> None:
        """Put every text in the language of now."""
        self.setText(translated(self.field.label))
        _name(self, self.field, "_check")

    @Slot(bool)
    def _on_toggled(self, checked: bool) -> None:
        self._commands.set(self.field.key, checked)


class WholeEditor(WholeSpin):
    """A whole number."""

    def __init__(
        self, field: Field, commands: SettingsCommands, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.field, self._commands = field, commands
        self.setRange(*field.typed)
        _set_up(self, field)
        self.valueChanged.connect(self._on_value_changed)
        self.editingFinished.connect(commands.end_edit)

    def render_state(self, state: LabState) -> None:
        """Show what was asked for, in another colour when it cannot be."""
        value = cast("int", self.field.get(state.settings))
        tip = translated(self.field.meaning)
        render_spin(self, value, tip, reason(state, self.field))

    def retranslate(self) -> None:
        """Put every text in the language of now."""
        _name(self, self.field)

    @Slot(int)
    def _on_value_changed(self, value: int) -> None:
        self._commands.set(self.field.key, value)


class NumberEditor(NumberSpin):
    """A number with decimals."""

    def __init__(
        self, field: Field, commands: SettingsCommands, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.field, self._commands = field, commands
        self.setRange(*field.typed)
        self.setDecimals(3)
        self.setSingleStep(0.05)
        _set_up(self, field)
        self.valueChanged.connect(self._on_value_changed)
        self.editingFinished.connect(commands.end_edit)

    def render_state(self, state: LabState) -> None:
        """Show what was asked for."""
        with QSignalBlocker(self):
            self.render_value(cast("float", self.field.get(state.settings)))

    def retranslate(self) -> None:
        """Put every text and the number in the language of now."""
        self.use_language()
        _name(self, self.field, "_spin")

    @Slot(float)
    def _on_value_changed(self, value: float) -> None:
        self._commands.set(self.field.key, value)


class PairEditor(QWidget):
    """Two whole numbers with a slider that sets both to the same."""

    def __init__(
        self, field: Field, commands: SettingsCommands, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.field, self._commands = field, commands
        set_level(self, field.level)
        self._pair = PairField(field.typed, self)
        self._slider = LimitSlider(self)
        keep_from_first_look(field, self._pair)
        in_column(self._pair, self._slider, gap=0, of=self)
        self._pair.numbers_changed.connect(self._on_pair_changed)
        self._slider.value_chosen.connect(self._on_value_chosen)
        self._pair.edit_ended.connect(commands.end_edit)
        self._slider.edit_ended.connect(commands.end_edit)

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
        self._commands.set(self.field.key, pair)

    @Slot(int)
    def _on_value_chosen(self, value: int) -> None:
        self._commands.set(self.field.key, (value, value))


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
