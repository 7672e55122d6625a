"""What can be put in place of a kernel, and done to it: a list and a row of buttons."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QSignalBlocker, QSize, Signal, Slot
from PySide6.QtWidgets import QToolButton, QWidget

from cnnviz.pages.network.model.open_kernels import fitting_presets
from cnnviz.ui.controls.fitting_choice import FittingChoice
from cnnviz.ui.controls.tool_button import tool_button
from cnnviz.ui.layouts import in_column, in_row
from cnnviz.ui.page import Retranslated, set_names
from cnnviz.ui.theme import tokens

RANDOM: Final = "random"
CLEAR_ALL: Final = "clear_all"
_ICONS: Final = {
    "negate": "kernel_negate",
    "turn_left": "kernel_turn_left",
    "turn_right": "kernel_turn_right",
    RANDOM: "kernel_random",
    "clear": "kernel_clear",
    CLEAR_ALL: "clear",
}
_TURNS: Final = ("turn_left", "turn_right")


class KernelTools(Retranslated):
    """Offer kernels with names, and what can be done to one as a whole.

    Signals
    -------
    named(key)
        A kernel with a name was chosen.
    tool_used(key)
        One of ``ALTERED``, `RANDOM` or `CLEAR_ALL`.
    """

    named = Signal(str)
    tool_used = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size_hw = (0, 0)
        self._names = FittingChoice(self)
        self._names.setMinimumHeight(tokens.HIT)
        self._buttons: dict[str, QToolButton] = {}
        for key, icon_name in _ICONS.items():
            button = tool_button(self, icon_name, tokens.ICON, flat=False)
            button.setMinimumSize(QSize(tokens.HIT, tokens.HIT))
            button.setProperty("tool", key)
            button.clicked.connect(self._on_clicked)
            self._buttons[key] = button
        row = in_row(*self._buttons.values(), (None, 1), gap=tokens.SPACE_XS)
        in_column(self._names, row, gap=tokens.SPACE_S, of=self)
        self._names.activated.connect(self._on_activated)
        self._retranslate()

    def render_size(self, size_hw: tuple[int, int], *, is_of_maps: bool) -> None:
        """Offer what fits a kernel of this size; single numbers have no neighbours."""
        self._names.setVisible(is_of_maps)
        for turn in _TURNS:
            self._buttons[turn].setVisible(is_of_maps and size_hw[0] == size_hw[1])
        if size_hw != self._size_hw:
            self._size_hw = size_hw
            self._fill()

    def _fill(self) -> None:
        with QSignalBlocker(self._names):
            self._names.clear()
            self._names.addItem(self.tr("Put a named kernel here…"), "")
            for key, preset in fitting_presets(self._size_hw).items():
                title = QCoreApplication.translate("KernelNames", preset.title)
                self._names.addItem(title, key)
        self._names.setEnabled(self._names.count() > 1)

    @Slot(int)
    def _on_activated(self, index: int) -> None:
        if key := self._names.itemData(index):
            self.named.emit(key)
            self._names.setCurrentIndex(0)

    @Slot()
    def _on_clicked(self) -> None:
        self.tool_used.emit(self.sender().property("tool"))

    def _retranslate(self) -> None:
        self._fill()
        tip = self.tr("Put a kernel with a name in place of this one, in its middle")
        set_names(self._names, "named_kernel", self.tr("Named kernel"), tip)
        for key, words in (
            ("negate", self.tr("Change the sign of every weight")),
            ("turn_left", self.tr("Turn the kernel to the left")),
            ("turn_right", self.tr("Turn the kernel to the right")),
            (RANDOM, self.tr("Random weights")),
            ("clear", self.tr("Set this kernel to 0")),
            (CLEAR_ALL, self.tr("Set all kernels of this map to 0")),
        ):
            set_names(self._buttons[key], f"kernel_{key}_button", words)
