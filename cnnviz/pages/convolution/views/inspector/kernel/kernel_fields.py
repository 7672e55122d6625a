"""How large the kernel is, and whether it is turned."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QWidget

from cnnviz.pages.convolution.model.lab_limits import slider_limits
from cnnviz.pages.convolution.model.lab_state import LabState
from cnnviz.pages.convolution.views.inspector.field_rows import FieldRows, reason
from cnnviz.pages.convolution.views.inspector.window.sliding_pair import SlidingPair
from cnnviz.ui.page import named


class KernelFields(FieldRows):
    """The kernel's size and flip, which two operations share.

    Signals
    -------
    size_requested(pair), flip_requested(flip)
        Changed by hand.
    edit_ended()
        A field was left.
    """

    size_requested = Signal(object)
    flip_requested = Signal(bool)
    edit_ended = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size = SlidingPair(0, 99, self)
        self._flip = QCheckBox(self)
        self._note = QLabel(self)
        self.add_row("kernel_size", self._size)
        self.add_check(self._flip)
        self.add_note(self._note)
        self._size.pair_changed.connect(self.size_requested)
        self._size.edit_ended.connect(self.edit_ended)
        self._flip.toggled.connect(self.flip_requested)
        self.retranslate()

    def render_state(self, state: LabState) -> None:
        """Show what was asked for."""
        settings, given = state.settings, state.given
        limits = None
        if given is not None:
            limits = slider_limits(settings, given, "kernel_size")
        self._size.render_pair(
            settings.kernel_size, limits, reason(state, "kernel_size")
        )
        with QSignalBlocker(self._flip):
            self._flip.setChecked(settings.flip)
        self._render_note()
        self.render_refusal(state)

    def _render_note(self) -> None:
        if self._flip.isChecked():
            text = self.tr("True convolution: turned by 180°")
        else:
            text = self.tr("Correlation, as in all frameworks")
        self._note.setText(text)

    def retranslate(self) -> None:
        """Put every text in the language of now."""
        meaning = self.tr("How many numbers the kernel has")
        self.set_label("kernel_size", self.tr("Kernel"), meaning)
        self._size.name(
            "kernel_size",
            (
                self.tr("Kernel height"),
                self.tr("Kernel width"),
                self.tr("Kernel height and width"),
            ),
            meaning,
        )
        named(
            self._flip,
            "flip_check",
            self.tr("Flip the kernel"),
            self.tr(
                "Turn the kernel by 180° first: convolution as mathematics defines it. "
                "Without, it is a correlation, which frameworks call convolution: they "
                "learn the numbers, so it makes no difference to them."
            ),
        )
        self._flip.setText(self.tr("Flip"))
        self._note.setObjectName("flip_note")
        self._render_note()
