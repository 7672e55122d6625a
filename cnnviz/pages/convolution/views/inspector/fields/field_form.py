"""The fields of a tab in a column, made from their descriptions."""

from collections.abc import Callable
from typing import Final, TypeAlias, TypeVar

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget
from typing_extensions import override

from cnnviz.pages.convolution.model.fields import Field, Fields, translated
from cnnviz.pages.convolution.model.fields.field import Kind, Tab
from cnnviz.pages.convolution.model.lab_state import LabState
from cnnviz.pages.convolution.model.limits import outline
from cnnviz.pages.convolution.presenters.settings_commands import SettingsCommands
from cnnviz.pages.convolution.views.inspector.fields.editors import (
    ChoiceEditor,
    FlagEditor,
    NumberEditor,
    PairEditor,
    WholeEditor,
    tip_of,
)
from cnnviz.pages.convolution.views.inspector.fields.padding_editor import PaddingEditor
from cnnviz.pages.convolution.views.inspector.fields.steady_note import SteadyNote
from cnnviz.state.level import set_level
from cnnviz.ui.controls.layouts import column
from cnnviz.ui.page import set_tip
from cnnviz.ui.theme import tokens

_LABEL_WIDTH: Final = 66


Editor: TypeAlias = (
    PairEditor | PaddingEditor | WholeEditor | NumberEditor | ChoiceEditor | FlagEditor
)

E = TypeVar("E", bound=Editor)

_EDITORS: Final[dict[Kind, Callable[[Field, QWidget], Editor]]] = {
    "pair": PairEditor,
    "padding": PaddingEditor,
    "whole": WholeEditor,
    "number": NumberEditor,
    "choice": ChoiceEditor,
    "flag": FlagEditor,
}


def editor_of(field: Field, commands: SettingsCommands, parent: QWidget) -> Editor:
    """Return a widget of the kind that a field needs, connected."""
    return connected(_EDITORS[field.kind](field, parent), commands)


def connected(editor: E, commands: SettingsCommands) -> E:
    """Let a widget set its field, and tell from which level on it is shown."""
    set_level(editor, editor.field.level)
    editor.value_changed.connect(commands.set)
    if not isinstance(editor, ChoiceEditor | FlagEditor):
        editor.edit_ended.connect(commands.end_edit)
    return editor


class FieldForm(QWidget):
    """A row for each field of a tab; those of other operations are hidden."""

    def __init__(
        self, fields: Fields, tab: Tab, commands: SettingsCommands, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._fields = [field for field in fields.values() if field.tab == tab]
        self._state: LabState | None = None
        self._rendered: object = None
        self._labels: dict[str, QLabel] = {}
        self._editors: dict[str, Editor] = {}
        self._notes: dict[str, SteadyNote] = {}
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(tokens.SPACE_S)
        self._grid.setVerticalSpacing(tokens.SPACE_XS)
        self._grid.setColumnMinimumWidth(0, _LABEL_WIDTH)
        self._grid.setColumnStretch(1, 1)
        column(self._grid, spacing=0, parent=self).addStretch(1)
        for field in self._fields:
            self._add(field, editor_of(field, commands, self))
        self.retranslate()

    def _add(self, field: Field, editor: Editor) -> None:
        row, above = 2 * len(self._editors), Qt.AlignmentFlag.AlignTop
        self._editors[field.key] = editor
        if field.kind == "flag":  # its label stands beside it, and it is no wider
            self._grid.addWidget(editor, row, 0, 1, 2, Qt.AlignmentFlag.AlignLeft)
        else:
            label = self._labels[field.key] = QLabel(self)
            label.setFixedWidth(_LABEL_WIDTH)
            label.setMinimumHeight(tokens.HIT)
            label.setWordWrap(True)
            self._grid.addWidget(label, row, 0, above)
            self._grid.addWidget(editor, row, 1)
        if field.notes:
            note = self._notes[field.key] = SteadyNote(self)
            note.setObjectName(f"{field.key}_note")
            self._grid.addWidget(note, row + 1, 0, 1, 2)

    def render_state(self, state: LabState) -> None:
        """Show what was asked for; cheap when only numbers of kernels differ."""
        self._state = state
        given = state.given
        size = None if given is None else (given.size_hw, given.channels)
        shown = outline(state.settings), size, state.invalid
        if shown != self._rendered:
            self._rendered = shown
            for field in self._fields:
                self._render(field, state)

    def _render(self, field: Field, state: LabState) -> None:
        settings, editor = state.settings, self._editors[field.key]
        belongs = field.belongs_to(settings)
        label, note = self._labels.get(field.key), self._notes.get(field.key)
        has_room = settings.operation in field.operations
        for part in (editor, label, note):
            if part is not None:
                set_shown(part, belongs, has_room)
        if not belongs:
            return
        editor.setEnabled(field.is_free(settings))
        editor.render_state(state)
        if note is not None:
            note.show_text(int(bool(field.get(settings))))
        if label is not None:
            is_invalid = state.invalid is not None and state.invalid.field == field.key
            role = QPalette.ColorRole
            label.setForegroundRole(role.BrightText if is_invalid else role.WindowText)

    def retranslate(self) -> None:
        """Put every text in the language of now."""
        for field in self._fields:
            self._editors[field.key].retranslate()
            if field.key in self._labels:
                self._labels[field.key].setText(translated(field.label))
                set_tip(self._labels[field.key], tip_of(field))
            if field.key in self._notes:
                self._notes[field.key].set_texts(tuple(map(translated, field.notes)))
        self._render_again()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self._render_again()  # an invalid number is written in its own colour
        super().changeEvent(event)

    def _render_again(self) -> None:
        self._rendered = None
        if self._state is not None:
            self.render_state(self._state)


def set_shown(widget: QWidget, shown: bool, has_room: bool) -> None:
    """Show a widget or not; with room for it nothing moves when it comes back."""
    policy = widget.sizePolicy()
    if policy.retainSizeWhenHidden() != has_room:
        policy.setRetainSizeWhenHidden(has_room)
        widget.setSizePolicy(policy)
    widget.setVisible(shown)
