"""The output size in its formula, or why there is no output and what would help."""

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from cnnviz.control.lab_settings import Refusal, Remedy
from cnnviz.control.presenters.walk_presenter import LabState
from cnnviz.convolution.shapes import unused
from cnnviz.gui.page import named
from cnnviz.gui.pages.convolution.output_formula import size_formulas
from cnnviz.gui.texts import sentence

CARD_HEIGHT = 156


class SizeCard(QFrame):
    """A place of fixed size under the fields: the formula, or the refusal in its place.

    Signals
    -------
    remedy_requested(settings)
        A way out was chosen.
    """

    remedy_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state: LabState | None = None
        self._remedies: tuple[Remedy, ...] = ()
        self.setFixedHeight(CARD_HEIGHT)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.AlternateBase)
        self._text = QLabel(self)
        self._text.setWordWrap(True)
        self._text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._text.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._text.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._text.setSizePolicy(
            QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding
        )
        self._buttons = (QPushButton(self), QPushButton(self))
        self._lay_out()
        self._buttons[0].clicked.connect(self._on_first_clicked)
        self._buttons[1].clicked.connect(self._on_second_clicked)
        self._retranslate()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 8)
        column.setSpacing(4)
        column.addWidget(self._text, 1)
        row = QHBoxLayout()
        row.setSpacing(6)
        for button in self._buttons:
            button.setMinimumHeight(32)
            button.setVisible(False)
            row.addWidget(button, 1)
        column.addLayout(row)

    def render_state(self, state: LabState) -> None:
        """Show the size of the walk's output, or the refusal."""
        self._state = state
        refusal = state.refusal
        self._remedies = () if refusal is None else refusal.remedies
        for number, button in enumerate(self._buttons):
            shown = number < len(self._remedies)
            if shown:
                button.setText(self._remedy_text(self._remedies[number]))
                button.setAccessibleName(button.text())
            button.setVisible(shown)
        if refusal is not None:
            self._show(self._refused(refusal), QPalette.ColorRole.BrightText)
        elif state.walk is None:
            hint = self.tr("Choose or draw a picture to see the size of its output.")
            self._show(hint, QPalette.ColorRole.PlaceholderText)
        else:
            self._show(self._formula(state), QPalette.ColorRole.WindowText)

    def _show(self, text: str, role: QPalette.ColorRole) -> None:
        self._text.setForegroundRole(role)
        if self._text.text() != text:
            self._text.setText(text)

    def _refused(self, refusal: Refusal) -> str:
        return sentence(refusal.error)

    def _formula(self, state: LabState) -> str:
        assert state.walk is not None
        _, height, width = state.walk.input_chw.shape
        rows, columns = size_formulas(state.walk.spec, (height, width))
        if rows == columns:
            lines = [self.tr("Output height and width:"), rows]
        else:
            lines = [self.tr("Height:"), rows, self.tr("Width:"), columns]
        left_rows, left_columns = unused(state.walk.spec, (height, width))
        if left_rows or left_columns:
            unreached = self.tr("Rows never reached: {rows}; columns: {columns}")
            lines.append(unreached.format(rows=left_rows, columns=left_columns))
        lines += ["", "⌊(n + 2·p − d·(k−1) − 1) / s⌋ + 1"]
        lines.append(self.tr("n picture, k kernel, p padding"))
        lines.append(self.tr("d dilation, s stride"))
        return "\n".join(lines)

    def _remedy_text(self, remedy: Remedy) -> str:
        vertical, horizontal = remedy.value
        match remedy.field:
            case "kernel_size":
                text = self.tr("Kernel {size}")
            case "stride":
                text = self.tr("Stride {size}")
            case "padding":
                text = self.tr("Padding {size}")
            case "dilation":
                text = self.tr("Dilation {size}")
        same = vertical == horizontal and remedy.field != "kernel_size"
        return text.format(size=vertical if same else f"{vertical} × {horizontal}")

    @Slot()
    def _on_first_clicked(self) -> None:
        self.remedy_requested.emit(self._remedies[0].settings)

    @Slot()
    def _on_second_clicked(self) -> None:
        self.remedy_requested.emit(self._remedies[1].settings)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._text.setObjectName("size_text")
        for number, button in enumerate(self._buttons, start=1):
            named(
                button,
                f"remedy_{number}",
                self.tr("Mend the setting"),
                self.tr("Set this, so that the kernel fits"),
            )
        if self._state is not None:
            self.render_state(self._state)
