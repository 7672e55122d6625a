"""What can be done to a kernel as a whole, and painting it: a row of buttons each."""

from typing import Final

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QWidget

from cnnviz.pages.convolution.model.kernel_tools import TOOLS, KernelTool
from cnnviz.ui.controls.number_spin import NumberSpin
from cnnviz.ui.page import set_names
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.icons import icon

_TARGET: Final = QSize(tokens.HIT, tokens.HIT)
_ICON: Final = QSize(tokens.ICON, tokens.ICON)


class KernelTools(QWidget):
    """A button for each tool that works on all numbers of a kernel.

    Signals
    -------
    tool_requested(tool)
        A tool is to be used.
    """

    tool_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(tokens.SPACE_XXS)
        self._buttons: dict[KernelTool, QToolButton] = {}
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        for number, tool in enumerate(TOOLS):
            button = QToolButton(self)
            button.setIcon(icon(f"kernel_{tool}"))
            button.setIconSize(_ICON)
            button.setFixedSize(_TARGET)
            button.setAutoRaise(True)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self._group.addButton(button, number)
            row.addWidget(button)
            self._buttons[tool] = button
        row.addStretch(1)
        self._group.idClicked.connect(self._on_clicked)

    def label(self, tool: KernelTool) -> str:
        """Return what a tool is called, in the language of now."""
        return {
            "turn_left": self.tr("Turn kernel to the left"),
            "turn_right": self.tr("Turn kernel to the right"),
            "mirror_sideways": self.tr("Mirror kernel sideways"),
            "mirror_upside_down": self.tr("Mirror kernel upside down"),
            "negate": self.tr("Change the kernel’s signs"),
            "normalise": self.tr("Normalise kernel"),
            "clear": self.tr("Clear kernel"),
            "random": self.tr("Random kernel"),
        }[tool]

    def _tip(self, tool: KernelTool) -> str:
        return {
            "turn_left": self.tr("Turn by 90° against the clock"),
            "turn_right": self.tr("Turn by 90° with the clock"),
            "mirror_sideways": self.tr("Exchange left and right"),
            "mirror_upside_down": self.tr("Exchange top and bottom"),
            "negate": self.tr("Change every sign: what was bright becomes dark"),
            "normalise": self.tr(
                "Divide by the sum, so that the numbers add up to 1; where they add up "
                "to 0, so that their magnitudes do"
            ),
            "clear": self.tr("Make every number 0"),
            "random": self.tr("Other random numbers, such as a network begins with"),
        }[tool]

    @Slot(int)
    def _on_clicked(self, number: int) -> None:
        self.tool_requested.emit(TOOLS[number])

    def retranslate(self) -> None:
        """Put every text in the language of now."""
        for tool, button in self._buttons.items():
            set_names(button, f"kernel_{tool}", self.label(tool), self._tip(tool))


class PaintBar(QWidget):
    """Switch painting on, and choose the number to paint.

    Signals
    -------
    painting_changed(on)
        Painting was switched.
    """

    painting_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._switch = QToolButton(self)
        self._switch.setIcon(icon("kernel_paint"))
        self._switch.setIconSize(_ICON)
        self._switch.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._switch.setMinimumHeight(tokens.HIT)
        self._switch.setCheckable(True)
        self._switch.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._value = NumberSpin(self)
        self._value.setRange(-100_000, 100_000)
        self._value.setDecimals(2)
        self._value.setValue(1)
        self._value.setMinimumHeight(tokens.HIT)
        self._value.setMinimumWidth(72)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(tokens.SPACE_XS)
        row.addWidget(self._switch)
        row.addWidget(self._value, 1)
        self._switch.toggled.connect(self.painting_changed)

    @property
    def value(self) -> float:
        """The number to paint."""
        return self._value.value()

    def retranslate(self) -> None:
        """Put every text in the language of now."""
        self._value.use_language()
        self._switch.setText(self.tr("Paint"))
        set_names(
            self._switch,
            "kernel_paint",
            self.tr("Paint numbers"),
            self.tr(
                "Press on a cell or drag over cells to paint this number; with the "
                "right button or Shift, 0"
            ),
        )
        set_names(
            self._value,
            "kernel_paint_value",
            self.tr("Number to paint"),
            self.tr("What each painted cell becomes"),
        )
