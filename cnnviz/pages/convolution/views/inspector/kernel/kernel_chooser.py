"""Which of several kernels is seen, and how many there are."""

from typing import Final

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from cnnviz.pages.convolution.model.kernel_bank import KernelBank
from cnnviz.pages.convolution.model.kernel_tools import strip_picture
from cnnviz.pages.convolution.model.lab_settings import MOST_KERNELS
from cnnviz.ui.controls.number_spin import WholeSpin
from cnnviz.ui.page import set_names
from cnnviz.ui.theme import tokens
from cnnviz.ui.tiles.layer_tiles import LayerTiles

_STRIP_HEIGHT: Final = 36


class KernelChooser(QWidget):
    """The number of the kernel that is seen, how many there are, and all of them small.

    Signals
    -------
    kernel_chosen(index)
        Another kernel is to be seen, counted from 0.
    count_requested(count)
        More or fewer kernels were asked for.
    edit_ended()
        The field of the count was left.
    """

    kernel_chosen = Signal(int)
    count_requested = Signal(int)
    edit_ended = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bank: KernelBank | None = None
        self._plane = 0
        self._label = QLabel(self)
        self._of = QLabel(self)
        self._number = WholeSpin(self)
        self._count = WholeSpin(self)
        self._count.setRange(1, MOST_KERNELS)
        self._strip = LayerTiles(self)
        self._strip.setFixedHeight(_STRIP_HEIGHT)
        self._strip.set_opens_at_once(True)
        row = QHBoxLayout()
        row.setSpacing(tokens.SPACE_M)
        row.addWidget(self._label)
        for spin, before in ((self._number, None), (self._count, self._of)):
            spin.setMinimumHeight(tokens.HIT)
            if before is not None:
                row.addWidget(before)
            row.addWidget(spin, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.SPACE_XXS)
        column.addLayout(row)
        column.addWidget(self._strip)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._number.valueChanged.connect(self._on_number_changed)
        self._count.valueChanged.connect(self.count_requested)
        self._count.editingFinished.connect(self.edit_ended)
        self._strip.map_clicked.connect(self.kernel_chosen)

    def render_bank(self, bank: KernelBank, output: int, plane: int) -> None:
        """Show the kernels, and which of them and of their planes is seen."""
        with QSignalBlocker(self._number), QSignalBlocker(self._count):
            if self._number.maximum() != bank.outputs:
                self._number.setRange(1, bank.outputs)
            if self._number.value() != output + 1:
                self._number.setValue(output + 1)
            if self._count.value() != bank.outputs:
                self._count.setValue(bank.outputs)
        self._number.setEnabled(bank.outputs > 1)
        if bank is not self._bank or plane != self._plane:
            self._bank, self._plane = bank, plane
            self._strip.render_state(strip_picture(bank, plane))
        self._strip.choose(output if bank.outputs > 1 else -1)

    @Slot(int)
    def _on_number_changed(self, number: int) -> None:
        self.kernel_chosen.emit(number - 1)

    def retranslate(self) -> None:
        """Put every text in the language of now."""
        self._label.setText(self.tr("Kernel"))
        self._of.setText(self.tr("of"))
        set_names(
            self._number,
            "kernel_number",
            self.tr("Kernel number"),
            self.tr("Which kernel is seen; each makes an output channel of its own"),
        )
        set_names(
            self._count,
            "kernel_count",
            self.tr("Number of kernels"),
            self.tr("How many kernels there are: the depth of the output"),
        )
        set_names(
            self._strip,
            "kernel_strip",
            self.tr("All kernels"),
            self.tr("All kernels; click one to see it at work"),
        )
