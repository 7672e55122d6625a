"""How much is added around the picture: by a name, in numbers, or by side."""

from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtWidgets import QComboBox, QWidget
from typing_extensions import override

from cnnviz.pages.convolution.model.fields import translated
from cnnviz.pages.convolution.model.lab_state import LabState
from cnnviz.pages.convolution.views.inspector.fields.editors import (
    FieldEditor,
    keep_from_first_look,
    limits_of,
    reason,
    write_choices,
)
from cnnviz.pages.convolution.views.inspector.fields.limit_slider import LimitSlider
from cnnviz.pages.convolution.views.inspector.fields.number_fields import (
    PairField,
    SidesField,
)
from cnnviz.ui.layouts import in_column
from cnnviz.ui.page import set_names
from cnnviz.ui.theme import tokens

if TYPE_CHECKING:
    from cnnviz.engine.convolution.spec import Sides

_CUSTOM: Final = "custom"
_SIDES: Final = "sides"


class PaddingEditor(FieldEditor, QWidget):
    """A padding by name, two amounts or four, and a slider for all.

    The amounts come last: two lines more or less of them move nothing else.
    """

    @override
    def _set_up(self) -> None:
        field = self.field
        self._amounts: Sides = (0, 0, 0, 0)
        self._names = QComboBox(self)
        for name in (*field.choices, _CUSTOM, _SIDES):
            self._names.addItem("", name)
        self._names.setMinimumHeight(tokens.HIT)
        self._pair = PairField(field.typed, self)
        self._sides = SidesField(field.typed, self)
        self._sides.hide()
        self._slider = LimitSlider(self)
        keep_from_first_look(field, self._names, self._pair, self._sides)
        parts = (self._names, self._slider, self._pair, self._sides)
        in_column(*parts, gap=tokens.SPACE_XS, of=self)
        self._names.activated.connect(self._on_name_chosen)
        self._pair.numbers_changed.connect(self._ask)
        self._sides.numbers_changed.connect(self._ask)
        self._slider.value_chosen.connect(self._on_value_chosen)
        for part in (self._pair, self._sides, self._slider):
            part.edit_ended.connect(self._commands.end_edit)

    def render_state(self, state: LabState) -> None:
        """Show what was asked for, what it comes to, and why not."""
        asked, why_not = self.field.get(state.settings), reason(state, self.field)
        amounts = cast("Sides", self.field.shown_on(state.settings, state.given))
        self._amounts = amounts
        top, bottom, left, right = amounts
        name = asked
        if not isinstance(asked, str):
            name = _SIDES if isinstance(asked, tuple) and len(asked) == 4 else _CUSTOM
        with QSignalBlocker(self._names):
            self._names.setCurrentIndex(self._names.findData(name))
        by_side = name == _SIDES or top != bottom or left != right
        self._pair.setVisible(not by_side)
        self._sides.setVisible(by_side)
        self._pair.render_pair((top, left), why_not)
        self._sides.render_numbers(amounts, why_not)
        self._slider.render_limits(top, limits_of(state, self.field))

    @Slot(int)
    def _on_name_chosen(self, index: int) -> None:
        name, (top, bottom, left, right) = self._names.itemData(index), self._amounts
        if name == _CUSTOM:
            name = max(top, bottom), max(left, right)
        elif name == _SIDES:
            name = self._amounts
        self._ask(name)
        self._commands.end_edit()

    @Slot(int)
    def _on_value_chosen(self, value: int) -> None:
        by_side = self._names.currentData() == _SIDES
        self._ask((value,) * 4 if by_side else (value, value))

    def retranslate(self) -> None:
        """Put every text in the language of now."""
        field = self.field
        vertical, horizontal, every_side = map(translated, field.names)
        meaning = self.tr("How many cells are added around the picture")
        set_names(self._names, f"{field.key}_combo", translated(field.label), meaning)
        self._pair.name(field.key, vertical, horizontal, meaning)
        self._sides.retranslate()
        self._slider.name(f"{field.key}_slider", every_side)
        write_choices(self._names, field)
