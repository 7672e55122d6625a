"""What can be done to a kernel as a whole, and painting it: a row of buttons each."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QToolButton, QWidget

from cnnviz.engine.messages.marking import QT_TRANSLATE_NOOP
from cnnviz.pages.convolution.model.kernel_tools import TOOLS, KernelTool
from cnnviz.ui.controls.number_spin import NumberSpin
from cnnviz.ui.layouts import in_row
from cnnviz.ui.page import set_names
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.icons import icon

_WORDS: Final[dict[KernelTool, tuple[str, str]]] = {
    "turn_left": (
        QT_TRANSLATE_NOOP("KernelTools", "Turn kernel to the left"),
        QT_TRANSLATE_NOOP("KernelTools", "Rotate 90° anticlockwise"),
    ),
    "turn_right": (
        QT_TRANSLATE_NOOP("KernelTools", "Turn kernel to the right"),
        QT_TRANSLATE_NOOP("KernelTools", "Rotate 90° clockwise"),
    ),
    "mirror_sideways": (
        QT_TRANSLATE_NOOP("KernelTools", "Mirror kernel left to right"),
        QT_TRANSLATE_NOOP("KernelTools", "Swap left and right"),
    ),
    "mirror_upside_down": (
        QT_TRANSLATE_NOOP("KernelTools", "Mirror kernel upside down"),
        QT_TRANSLATE_NOOP("KernelTools", "Swap top and bottom"),
    ),
    "negate": (
        QT_TRANSLATE_NOOP("KernelTools", "Invert the kernel’s signs"),
        QT_TRANSLATE_NOOP(
            "KernelTools", "Change every sign: what was bright becomes dark"
        ),
    ),
    "normalise": (
        QT_TRANSLATE_NOOP("KernelTools", "Normalize kernel"),
        QT_TRANSLATE_NOOP(
            "KernelTools",
            "Divide by the sum, so that the numbers add up to 1. If the sum is 0, "
            "divide by the sum of the absolute values",
        ),
    ),
    "clear": (
        QT_TRANSLATE_NOOP("KernelTools", "Clear kernel"),
        QT_TRANSLATE_NOOP("KernelTools", "Make every number 0"),
    ),
    "random": (
        QT_TRANSLATE_NOOP("KernelTools", "Random kernel"),
        QT_TRANSLATE_NOOP(
            "KernelTools", "New random numbers, like the ones a network starts with"
        ),
    ),
}
"""What each tool is called, and what it does."""


def icon_button(name: str, parent: QWidget) -> QToolButton:
    """Return a button with an icon, with its text beside it if it gets one."""
    button = QToolButton(parent)
    button.setIcon(icon(name))
    button.setIconSize(QSize(tokens.ICON, tokens.ICON))
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setMinimumHeight(tokens.HIT)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return button


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
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        for number, tool in enumerate(TOOLS):
            button = icon_button(f"kernel_{tool}", self)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
            button.setFixedSize(tokens.HIT, tokens.HIT)
            button.setAutoRaise(True)
            self._group.addButton(button, number)
        in_row(*self._group.buttons(), (None, 1), gap=tokens.SPACE_XXS, of=self)
        self._group.idClicked.connect(self._on_clicked)

    @staticmethod
    def label(tool: KernelTool) -> str:
        """Return what a tool is called, in the language of now."""
        return QCoreApplication.translate("KernelTools", _WORDS[tool][0])

    @Slot(int)
    def _on_clicked(self, number: int) -> None:
        self.tool_requested.emit(TOOLS[number])

    def retranslate(self) -> None:
        """Put every text in the language of now."""
        for button, tool in zip(self._group.buttons(), TOOLS, strict=True):
            tip = QCoreApplication.translate("KernelTools", _WORDS[tool][1])
            set_names(button, f"kernel_{tool}", self.label(tool), tip)


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
        self._switch = icon_button("kernel_paint", self)
        self._switch.setCheckable(True)
        self._value = NumberSpin(self)
        self._value.setRange(-100_000, 100_000)
        self._value.setDecimals(2)
        self._value.setValue(1)
        self._value.setMinimumHeight(tokens.HIT)
        self._value.setMinimumWidth(64)
        in_row(self._switch, (self._value, 1), gap=tokens.SPACE_XS, of=self)
        self._switch.toggled.connect(self.painting_changed)

    @property
    def value(self) -> float:
        """The number to paint."""
        return self._value.value()

    def retranslate(self) -> None:
        """Put every text in the language of now."""
        self._value.use_language()
        self._switch.setText(self.tr("Paint"))
        tip = self.tr(
            "Press on a cell or drag over cells to paint this number; with the "
            "right button or Shift, 0"
        )
        set_names(self._switch, "kernel_paint", self.tr("Paint numbers"), tip)
        tip = self.tr("What each painted cell becomes")
        set_names(self._value, "kernel_paint_value", self.tr("Number to paint"), tip)
