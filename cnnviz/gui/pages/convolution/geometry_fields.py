"""How large the kernel is and how it moves: size, stride, padding, dilation."""

from typing import get_args

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QWidget

from cnnviz.control.lab_settings import Field, LabSettings
from cnnviz.control.presenters.walk_presenter import LabState
from cnnviz.convolution.shapes import padding_amounts
from cnnviz.convolution.spec import NamedPadding, Pair
from cnnviz.gui.page import named
from cnnviz.gui.pages.convolution.pair_field import PairField
from cnnviz.gui.texts import sentence

_CUSTOM = "custom"


class GeometryFields(QWidget):
    """Fields of two numbers each, with a list of the paddings that have names.

    Signals
    -------
    kernel_size_requested(pair), stride_requested(pair), dilation_requested(pair)
        A number was changed by hand.
    padding_requested(padding)
        A name or a pair of amounts was chosen by hand.
    edit_ended()
        A field was left.
    """

    kernel_size_requested = Signal(object)
    stride_requested = Signal(object)
    padding_requested = Signal(object)
    dilation_requested = Signal(object)
    edit_ended = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size = PairField(0, 99, self)
        self._stride = PairField(0, 99, self)
        self._padding_names = QComboBox(self)
        self._padding_names.setMinimumHeight(32)
        for name in (*get_args(NamedPadding), _CUSTOM):
            self._padding_names.addItem("", name)
        self._amounts = PairField(-1, 999, self)
        self._dilation = PairField(0, 99, self)
        self._labels: dict[Field, QLabel] = {}
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        rows: tuple[tuple[Field, QWidget], ...] = (
            ("kernel_size", self._size),
            ("stride", self._stride),
            ("dilation", self._dilation),
            ("padding", self._padding_names),
        )
        for row, (field, widget) in enumerate(rows):
            self._labels[field] = QLabel(self)
            grid.addWidget(self._labels[field], row, 0)
            grid.addWidget(widget, row, 1)
        grid.addWidget(self._amounts, len(rows), 1)

    def _connect(self) -> None:
        self._size.pair_changed.connect(self.kernel_size_requested)
        self._stride.pair_changed.connect(self.stride_requested)
        self._dilation.pair_changed.connect(self.dilation_requested)
        self._amounts.pair_changed.connect(self.padding_requested)
        self._padding_names.activated.connect(self._on_padding_chosen)
        for field in (self._size, self._stride, self._dilation, self._amounts):
            field.edit_ended.connect(self.edit_ended)

    def render_state(self, state: LabState) -> None:
        """Show what was asked for, the refused field in the colour of a refusal."""
        settings, refusal = state.settings, state.refusal
        reason = "" if refusal is None else sentence(refusal.error)
        refused = None if refusal is None else refusal.field

        def why(field: Field) -> str:
            return reason if field == refused else ""

        self._size.render_pair(settings.kernel_size, why("kernel_size"))
        self._stride.render_pair(settings.stride, why("stride"))
        self._dilation.render_pair(settings.dilation, why("dilation"))
        self._amounts.render_pair(_amounts(state), why("padding"))
        self._render_padding_name(settings)
        for field, label in self._labels.items():
            role = QPalette.ColorRole
            label.setForegroundRole(
                role.BrightText if field == refused else role.WindowText
            )

    def _render_padding_name(self, settings: LabSettings) -> None:
        padding = settings.padding
        name = padding if isinstance(padding, str) else _CUSTOM
        with QSignalBlocker(self._padding_names):
            self._padding_names.setCurrentIndex(self._padding_names.findData(name))

    @Slot(int)
    def _on_padding_chosen(self, index: int) -> None:
        name = self._padding_names.itemData(index)
        self.padding_requested.emit(self._amounts_now() if name == _CUSTOM else name)
        self.edit_ended.emit()

    def _amounts_now(self) -> Pair:
        return self._amounts.pair()

    def retranslate(self) -> None:
        """Put every text in the language of now."""
        self._labels["kernel_size"].setText(self.tr("Size"))
        self._labels["stride"].setText(self.tr("Stride"))
        self._labels["padding"].setText(self.tr("Padding"))
        self._labels["dilation"].setText(self.tr("Dilation"))
        meanings: dict[Field, str] = {
            "kernel_size": self.tr("How many numbers the kernel has"),
            "stride": self.tr("How many cells the window moves at each step"),
            "dilation": self.tr(
                "How far apart the kernel’s numbers lie on the picture; 1 is side by side"
            ),
            "padding": self.tr(
                "Zeros put around the picture, so that the kernel reaches its edge"
            ),
        }
        for field, meaning in meanings.items():
            self._labels[field].setToolTip(meaning)
        self._name_fields(meanings)
        named(
            self._padding_names,
            "padding_combo",
            self.tr("Padding"),
            meanings["padding"],
        )
        for index, text in enumerate(
            (
                self.tr("Valid: none"),
                self.tr("Same: keep the size"),
                self.tr("Full: every overlap"),
                self.tr("Custom"),
            )
        ):
            self._padding_names.setItemText(index, text)

    def _name_fields(self, meanings: dict[Field, str]) -> None:
        self._size.name(
            "kernel_size",
            self.tr("Kernel height"),
            self.tr("Kernel width"),
            meanings["kernel_size"],
        )
        self._stride.name(
            "stride",
            self.tr("Stride downwards"),
            self.tr("Stride to the right"),
            meanings["stride"],
        )
        self._dilation.name(
            "dilation",
            self.tr("Dilation downwards"),
            self.tr("Dilation to the right"),
            meanings["dilation"],
        )
        self._amounts.name(
            "padding",
            self.tr("Rows added above and below"),
            self.tr("Columns added left and right"),
            meanings["padding"],
        )


def _amounts(state: LabState) -> Pair:
    """Return the amounts to show: those asked for, or those that a name comes to."""
    padding = state.settings.padding
    if not isinstance(padding, str):
        return padding
    if state.walk is None:
        return 0, 0
    _, height, width = state.walk.input_chw.shape
    amounts = padding_amounts(state.walk.spec, (height, width))
    return amounts.bottom, amounts.right
