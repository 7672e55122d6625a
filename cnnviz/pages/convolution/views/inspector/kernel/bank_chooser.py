"""Which of several kernels is seen, and how many there are."""

from typing import Final

from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from cnnviz.pages.convolution.model.fields import FIELDS
from cnnviz.pages.convolution.model.kernel_tools import (
    ShownPlane,
    shown_plane,
    strip_picture,
)
from cnnviz.pages.convolution.model.lab_state import LabState
from cnnviz.pages.convolution.presenters.walk_presenter import WalkPresenter
from cnnviz.pages.convolution.views.inspector.fields.field_form import editor_of
from cnnviz.ui.controls.number_spin import WholeSpin
from cnnviz.ui.layouts import in_column, in_row
from cnnviz.ui.page import set_names
from cnnviz.ui.theme import tokens
from cnnviz.ui.tiles.layer_tiles import LayerTiles

_STRIP_HEIGHT: Final = 36


class BankChooser(QWidget):
    """The number of the kernel that is seen, how many there are, and all of them small."""

    def __init__(self, presenter: WalkPresenter, parent: QWidget) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._shown: tuple[object, int] | None = None
        self._label, self._of = QLabel(self), QLabel(self)
        self._number = WholeSpin(self)
        self._number.setMinimumHeight(tokens.HIT)
        self._count = editor_of(FIELDS["kernels"], presenter.commands, self)
        self._strip = LayerTiles(self)
        self._strip.setFixedHeight(_STRIP_HEIGHT)
        self._strip.set_opens_at_once(True)
        parts = self._label, (self._number, 1), self._of, (self._count, 1)
        line = in_row(*parts, gap=tokens.SPACE_M)
        in_column(line, self._strip, gap=tokens.SPACE_XXS, of=self)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._number.valueChanged.connect(self._on_number_changed)
        self._strip.map_clicked.connect(self._on_kernel_clicked)

    def render_state(self, state: LabState, shown: ShownPlane) -> None:
        """Show the kernels, and which of them and of their planes is seen."""
        bank = state.settings.bank
        with QSignalBlocker(self._number):
            if self._number.maximum() != bank.outputs:
                self._number.setRange(1, bank.outputs)
            if self._number.value() != shown.output + 1:
                self._number.setValue(shown.output + 1)
        self._number.setEnabled(bank.outputs > 1)
        self._strip.setVisible(
            bank.outputs > 1
        )  # of one kernel there is nothing to choose
        self._count.render_state(state)
        if self._shown != (bank, shown.plane):
            self._shown = bank, shown.plane
            self._strip.render_state(strip_picture(bank, shown.plane))
        self._strip.choose(shown.output if bank.outputs > 1 else -1)

    @Slot(int)
    def _on_number_changed(self, number: int) -> None:
        self._on_kernel_clicked(number - 1)

    @Slot(int)
    def _on_kernel_clicked(self, output: int) -> None:
        self._presenter.show_output_channel(output)
        state = self._presenter.store.state
        self.render_state(state, shown_plane(state))  # it may not have been granted

    def retranslate(self) -> None:
        """Put every text in the language of now."""
        self._label.setText(self.tr("Kernel"))
        self._of.setText(self.tr("of"))
        self._count.retranslate()
        tip = self.tr("Which kernel is shown. Each kernel makes one output channel")
        set_names(self._number, "kernel_number", self.tr("Kernel number"), tip)
        tip = self.tr("All kernels; click one to see it at work")
        set_names(self._strip, "kernel_strip", self.tr("All kernels"), tip)
