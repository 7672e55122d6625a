"""What can be set of a convolution in one dimension."""

from PySide6.QtCore import QSignalBlocker, Qt, Slot
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QComboBox, QLabel, QVBoxLayout, QWidget

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
from cnnviz.pages.convolution.views.signal.signal_text import signal_name
from cnnviz.pages.convolution.views.stage.row_line import RowLine
from cnnviz.ui.numbers import whole
from cnnviz.ui.page import set_names
from cnnviz.ui.texts import sentence
from cnnviz.ui.theme import tokens


class SignalTab(QWidget):
    """Signal, kernel, padding, stride and flip in one dimension."""

    def __init__(self, presenter: WalkPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._commands = SignalCommands(presenter, self)
        self._titles = (QLabel(self), QLabel(self))
        self._signals = _combo(self, SIGNALS)
        self._values = RowLine(MOST_VALUES, 2, self)
        self._kernels = _combo(self, tuple(KERNELS))
        self._weights = RowLine(MOST_WEIGHTS, 3, self)
        self._form = FieldForm(FIELDS, "signal", presenter.commands, self)
        self._hint = _small_label(self)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.SPACE_XS)
        for title, combo, line in (
            (self._titles[0], self._signals, self._values),
            (self._titles[1], self._kernels, self._weights),
        ):
            font = QFont(title.font())
            font.setBold(True)
            title.setFont(font)
            for widget in (title, combo, line):
                column.addWidget(widget)
        column.addWidget(self._form)
        column.addSpacing(tokens.SPACE_M)
        column.addWidget(self._hint)
        column.addStretch(1)

    def _connect(self) -> None:
        commands = self._commands
        self._signals.activated.connect(self._on_signal_chosen)
        self._kernels.activated.connect(self._on_kernel_chosen)
        self._values.row_typed.connect(commands.set_values)
        self._weights.row_typed.connect(commands.set_kernel)
        self._values.edit_ended.connect(commands.end_edit)
        self._weights.edit_ended.connect(commands.end_edit)

    def render_state(self, state: LabState) -> None:
        """Show what was asked for."""
        asked = state.settings.signal
        is_ours = state.settings.operation == "signal"
        invalid = state.invalid if is_ours else None
        reason = "" if invalid is None else sentence(invalid.error)
        self._values.render_row(asked.values)
        self._weights.render_row(asked.kernel, reason)
        _choose(self._signals, signal_key(asked.values))
        _choose(self._kernels, kernel_key(asked.kernel))
        self._form.render_state(state)

    @Slot(int)
    def _on_signal_chosen(self, index: int) -> None:
        self._commands.choose_signal(self._signals.itemData(index))

    @Slot(int)
    def _on_kernel_chosen(self, index: int) -> None:
        self._commands.choose_kernel(self._kernels.itemData(index))

    def retranslate(self) -> None:
        """Put every text in the language of now."""
        self._titles[0].setText(self.tr("Signal"))
        self._titles[1].setText(self.tr("Kernel"))
        self._name_lists()
        self._name_lines()
        self._form.retranslate()
        self._hint.setText(
            self.tr(
                "Drag a bar up or down to change it, with Shift several. Click a bar "
                "and type its number."
            )
        )

    def _name_lists(self) -> None:
        set_names(
            self._signals,
            "signal_combo",
            self.tr("Signal"),
            self.tr("Choose a ready-made signal"),
        )
        set_names(
            self._kernels,
            "signal_kernel_combo",
            self.tr("Kernel"),
            self.tr("Choose a ready-made kernel"),
        )
        self._signals.setPlaceholderText(self.tr("Your own signal"))
        self._kernels.setPlaceholderText(self.tr("Your own kernel"))
        for combo in (self._signals, self._kernels):
            for index in range(combo.count()):
                combo.setItemText(index, signal_name(combo.itemData(index)))

    def _name_lines(self) -> None:
        hint = self.tr("Numbers with spaces between; at most {most}.")
        self._values.name(
            "signal_line",
            self.tr("Numbers of the signal"),
            self.tr("The signal’s numbers: type to change them; 1/3 is fine"),
            hint.format(most=whole(MOST_VALUES)),
        )
        self._weights.name(
            "signal_kernel_line",
            self.tr("Numbers of the kernel"),
            self.tr("The kernel’s numbers: type to change them; 1/3 is fine"),
            hint.format(most=whole(MOST_WEIGHTS)),
        )


def _combo(parent: QWidget, keys: tuple[str, ...]) -> QComboBox:
    combo = QComboBox(parent)
    combo.setMinimumHeight(tokens.HIT)
    for key in keys:
        combo.addItem("", key)
    combo.setCurrentIndex(-1)
    return combo


def _small_label(parent: QWidget) -> QLabel:
    label = QLabel(parent)
    small = QFont(label.font())
    small.setPointSizeF(small.pointSizeF() * tokens.FONT_NOTE)
    label.setFont(small)
    label.setWordWrap(True)
    label.setForegroundRole(label.palette().ColorRole.PlaceholderText)
    label.setAlignment(Qt.AlignmentFlag.AlignTop)
    return label


def _choose(combo: QComboBox, key: str) -> None:
    """Show which entry holds; one's own numbers are none of them."""
    with QSignalBlocker(combo):
        combo.setCurrentIndex(combo.findData(key))
