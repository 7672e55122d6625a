"""What can be set on the Convolution page."""

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Slot
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from cnnviz.control.lab_settings import LabSettings
from cnnviz.control.presenters.walk_presenter import LabState, WalkPresenter
from cnnviz.gui.number_spin import NumberSpin
from cnnviz.gui.page import named
from cnnviz.gui.pages.convolution.geometry_fields import GeometryFields
from cnnviz.gui.pages.convolution.kernel_combo import KernelCombo
from cnnviz.gui.pages.convolution.kernel_editor import KernelEditor
from cnnviz.gui.pages.convolution.size_card import SizeCard

WIDTH = 300


class Inspector(QScrollArea):
    """Kernel, geometry and output size; scrolls only where a screen is very low."""

    def __init__(self, presenter: WalkPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._state: LabState | None = None
        self.setFixedWidth(WIDTH)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its fields scroll it by Tab
        body = QWidget(self)
        self._headings = (self._heading(body), self._heading(body))
        self._kernels = KernelCombo(body)
        self._numbers = KernelEditor(body)
        self._flip = QCheckBox(body)
        self._flip.setMinimumHeight(32)
        self._bias_label = QLabel(body)
        self._bias = NumberSpin(body)
        self._geometry = GeometryFields(body)
        self._card = SizeCard(body)
        self._lay_out(body)
        self._connect()
        self.retranslate()

    def _heading(self, parent: QWidget) -> QLabel:
        label = QLabel(parent)
        font = QFont(label.font())
        font.setBold(True)
        label.setFont(font)
        return label

    def _lay_out(self, body: QWidget) -> None:
        self._bias.setRange(-100_000, 100_000)
        self._bias.setDecimals(2)
        self._bias.setMinimumHeight(32)
        column = QVBoxLayout(body)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(6)
        column.addWidget(self._headings[0])
        column.addWidget(self._kernels)
        column.addWidget(self._numbers)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._flip)
        row.addStretch(1)
        row.addWidget(self._bias_label)
        row.addWidget(self._bias)
        column.addLayout(row)
        column.addSpacing(6)
        column.addWidget(self._headings[1])
        column.addWidget(self._geometry)
        column.addWidget(self._card)
        column.addStretch(1)
        self.setWidget(body)

    def _connect(self) -> None:
        presenter = self._presenter
        self._kernels.kernel_chosen.connect(presenter.choose_kernel)
        self._numbers.number_typed.connect(presenter.set_weight)
        self._flip.toggled.connect(presenter.set_flip)
        self._bias.valueChanged.connect(presenter.set_bias)
        self._bias.editingFinished.connect(presenter.end_edit)
        self._geometry.kernel_size_requested.connect(presenter.set_kernel_size)
        self._geometry.stride_requested.connect(presenter.set_stride)
        self._geometry.padding_requested.connect(presenter.set_padding)
        self._geometry.dilation_requested.connect(presenter.set_dilation)
        self._geometry.edit_ended.connect(presenter.end_edit)
        self._card.remedy_requested.connect(self._on_remedy_requested)

    @Slot(object)
    def _on_remedy_requested(self, settings: LabSettings) -> None:
        self._presenter.apply(settings)

    def render_state(self, state: LabState) -> None:
        """Show the settings; cheap when only the position differs."""
        old, self._state = self._state, state
        if old is not None and _same_settings(old, state):
            return
        settings = state.settings
        self._kernels.render_key(settings.preset)
        self._numbers.render_rows(settings.weights)
        with QSignalBlocker(self._flip), QSignalBlocker(self._bias):
            self._flip.setChecked(settings.flip)
            self._bias.render_value(settings.bias)
        self._geometry.render_state(state)
        self._card.render_state(state)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Put every text in the language of now."""
        self._headings[0].setText(self.tr("Kernel"))
        self._headings[1].setText(self.tr("Window"))
        self._kernels.retranslate()
        self._geometry.retranslate()
        self._bias_label.setText(self.tr("Bias"))
        self._bias.use_language()
        named(self._bias, "bias_spin", self.tr("Bias"), self.tr("Added to every sum"))
        named(
            self._flip,
            "flip_check",
            self.tr("Flip the kernel"),
            self.tr("Turn the kernel by 180°: convolution as mathematics defines it"),
        )
        self._flip.setText(self.tr("Flip"))
        if self._state is not None:
            state, self._state = self._state, None
            self.render_state(state)


def _same_settings(old: LabState, new: LabState) -> bool:
    """Whether two states differ in position, output or playing only."""
    if old.settings is not new.settings or old.refusal is not new.refusal:
        return False
    if old.walk is None or new.walk is None:
        return old.walk is new.walk
    return (
        old.walk.spec == new.walk.spec
        and old.walk.input_chw.shape == new.walk.input_chw.shape
    )
