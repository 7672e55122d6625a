"""What can be set of a convolution in one dimension."""

from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtWidgets import QComboBox, QLabel, QWidget

from cnnviz.pages.convolution.model.fields import FIELDS
from cnnviz.pages.convolution.model.lab_state import LabState
from cnnviz.pages.convolution.model.signal_presets import (
    KERNELS,
    SIGNALS,
    kernel_key,
    signal_key,
)
from cnnviz.pages.convolution.model.signal_text import MOST_VALUES, MOST_WEIGHTS
from cnnviz.pages.convolution.presenters.signal_commands import SignalCommands
from cnnviz.pages.convolution.presenters.walk_presenter import WalkPresenter
from cnnviz.pages.convolution.views.inspector.fields.field_form import FieldForm
from cnnviz.pages.convolution.views.inspector.fields.steady_note import make_note
from cnnviz.pages.convolution.views.signal.signal_text import signal_name
from cnnviz.pages.convolution.views.stage.row_line import RowLine
from cnnviz.state.level import set_level
from cnnviz.ui.layouts import in_column
from cnnviz.ui.numbers import whole
from cnnviz.ui.page import set_names
from cnnviz.ui.texts import sentence
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.fonts import bold


class SignalTab(QWidget):
    """Signal, kernel, padding, stride and flip in one dimension."""

    def __init__(self, presenter: WalkPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_level(self, "first")
        commands = self._commands = SignalCommands(presenter, self)
        # The signal, and the kernel: a title, a list, and a line of numbers each.
        self._titles = QLabel(self), QLabel(self)
        self._lists = _list(self, SIGNALS), _list(self, tuple(KERNELS))
        self._lines = RowLine(MOST_VALUES, 2, self), RowLine(MOST_WEIGHTS, 3, self)
        self._form = FieldForm(FIELDS, "signal", presenter.commands, self)
        self._hint = QLabel(self)
        make_note(self._hint)
        for title in self._titles:
            title.setFont(bold(title.font()))
        both = zip(self._titles, self._lists, self._lines, strict=True)
        parts = (part for each in both for part in each)
        below = self._form, tokens.SPACE_M, self._hint, (None, 1)
        in_column(*parts, *below, gap=tokens.SPACE_XS, of=self)
        self._lists[0].activated.connect(self._on_signal_chosen)
        self._lists[1].activated.connect(self._on_kernel_chosen)
        self._lines[0].row_typed.connect(commands.set_values)
        self._lines[1].row_typed.connect(commands.set_kernel)
        for part in (*self._lines, self._hint):
            set_level(part, "standard")
        for line in self._lines:
            line.edit_ended.connect(commands.end_edit)
        self.retranslate()

    def render_state(self, state: LabState) -> None:
        """Show what was asked for."""
        asked = state.settings.signal
        is_ours = state.settings.operation == "signal"
        invalid = state.invalid if is_ours else None
        reason = "" if invalid is None else sentence(invalid.error)
        self._lines[0].render_row(asked.values)
        self._lines[1].render_row(asked.kernel, reason)
        keys = signal_key(asked.values), kernel_key(asked.kernel)
        for combo, key in zip(self._lists, keys, strict=True):
            with QSignalBlocker(combo):  # one's own numbers are none of the list
                combo.setCurrentIndex(combo.findData(key))
        self._form.render_state(state)

    @Slot(int)
    def _on_signal_chosen(self, index: int) -> None:
        self._commands.choose_signal(self._lists[0].itemData(index))

    @Slot(int)
    def _on_kernel_chosen(self, index: int) -> None:
        self._commands.choose_kernel(self._lists[1].itemData(index))

    def retranslate(self) -> None:
        """Put every text in the language of now."""
        signal, kernel = self.tr("Signal"), self.tr("Kernel")
        self._titles[0].setText(signal)
        self._titles[1].setText(kernel)
        tip = self.tr("Choose a ready-made signal")
        set_names(self._lists[0], "signal_combo", signal, tip)
        tip = self.tr("Choose a ready-made kernel")
        set_names(self._lists[1], "signal_kernel_combo", kernel, tip)
        self._lists[0].setPlaceholderText(self.tr("Your own signal"))
        self._lists[1].setPlaceholderText(self.tr("Your own kernel"))
        for combo in self._lists:
            for index in range(combo.count()):
                combo.setItemText(index, signal_name(combo.itemData(index)))
        self._name_lines()
        self._form.retranslate()
        self._hint.setText(
            self.tr(
                "Drag a bar up or down to change it, with Shift several. Click a bar "
                "and type its number."
            )
        )

    def _name_lines(self) -> None:
        hint = self.tr("Numbers with spaces between; at most {most}.")
        self._lines[0].name(
            "signal_line",
            self.tr("Numbers of the signal"),
            self.tr("The signal’s numbers: type to change them; 1/3 is fine"),
            hint.format(most=whole(MOST_VALUES)),
        )
        self._lines[1].name(
            "signal_kernel_line",
            self.tr("Numbers of the kernel"),
            self.tr("The kernel’s numbers: type to change them; 1/3 is fine"),
            hint.format(most=whole(MOST_WEIGHTS)),
        )


def _list(parent: QWidget, keys: tuple[str, ...]) -> QComboBox:
    combo = QComboBox(parent)
    combo.setMinimumHeight(tokens.HIT)
    for key in keys:
        combo.addItem("", key)
    combo.setCurrentIndex(-1)
    return combo
