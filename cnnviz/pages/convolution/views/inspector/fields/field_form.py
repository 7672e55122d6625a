"""The fields of a tab in a column, made from their descriptions."""

from collections.abc import Callable
from typing import Final, TypeAlias

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
from cnnviz.ui.layouts import in_column
from cnnviz.ui.page import set_tip
from cnnviz.ui.theme import tokens

_LABEL_WIDTH: Final = 66


Editor: TypeAlias = (
    PairEditor | PaddingEditor | WholeEditor | NumberEditor | ChoiceEditor | FlagEditor
)

_Row: TypeAlias = tuple[Field, Editor, QLabel | None, SteadyNote | None]
"""A field with its widget, the label beside it and the note under it."""

_EDITORS: Final[dict[Kind, Callable[[Field, SettingsCommands, QWidget], Editor]]] = {
    "pair": PairEditor,
    "padding": PaddingEditor,
    "whole": WholeEditor,
    "number": NumberEditor,
    "choice": ChoiceEditor,
    "flag": FlagEditor,
}


def editor_of(field: Field, commands: SettingsCommands, parent: QWidget) -> Editor:
    """Return a widget of the kind that a field needs, connected."""
    return _EDITORS[field.kind](field, commands, parent)


class FieldForm(QWidget):
    """A row for each field of a tab; those of other operations are hidden."""

    def __init__(
        self, fields: Fields, tab: Tab, commands: SettingsCommands, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._state: LabState | None = None
        self._rendered: object = None
        self._rows: list[_Row] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(tokens.SPACE_S)
        self._grid.setVerticalSpacing(tokens.SPACE_XS)
        self._grid.setColumnMinimumWidth(0, _LABEL_WIDTH)
        self._grid.setColumnStretch(1, 1)
        in_column(self._grid, (None, 1), of=self)
        for field in fields.values():
            if field.tab == tab:
                self._add(field, editor_of(field, commands, self))
        self.retranslate()

    def _add(self, field: Field, editor: Editor) -> None:
        row, above = 2 * len(self._rows), Qt.AlignmentFlag.AlignTop
        label, note = None, None
        if field.kind == "flag":  # its label stands beside it, and it is no wider
            self._grid.addWidget(editor, row, 0, 1, 2, Qt.AlignmentFlag.AlignLeft)
        else:
            label = QLabel(self)
            set_level(label, field.level)
            label.setFixedWidth(_LABEL_WIDTH)
            label.setMinimumHeight(tokens.HIT)
            label.setWordWrap(True)
            self._grid.addWidget(label, row, 0, above)
            self._grid.addWidget(editor, row, 1)
        if field.notes:
            note = SteadyNote(self)
            set_level(note, field.level)
            note.setObjectName(f"{field.key}_note")
            self._grid.addWidget(note, row + 1, 0, 1, 2)
        self._rows.append((field, editor, label, note))

    def render_state(self, state: LabState) -> None:
        """Show what was asked for; cheap when only numbers of kernels differ."""
        self._state = state
        given = state.given
        size = None if given is None else (given.size_hw, given.channels)
        shown = outline(state.settings), size, state.invalid
        if shown != self._rendered:
            self._rendered = shown
            for row in self._rows:
                _render(row, state)

    def retranslate(self) -> None:
        """Put every text in the language of now."""
        for field, editor, label, note in self._rows:
            editor.retranslate()
            if label is not None:
                label.setText(translated(field.label))
                set_tip(label, tip_of(field))
            if note is not None:
                note.set_texts(tuple(map(translated, field.notes)))
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


def _render(row: _Row, state: LabState) -> None:
    field, editor, label, note = row
    settings = state.settings
    belongs = field.belongs_to(settings)
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


def set_shown(widget: QWidget, shown: bool, has_room: bool) -> None:
    """Show a widget or not; with room for it nothing moves when it comes back."""
    policy = widget.sizePolicy()
    if policy.retainSizeWhenHidden() != has_room:
        policy.setRetainSizeWhenHidden(has_room)
        widget.setSizePolicy(policy)
    widget.setVisible(shown)
