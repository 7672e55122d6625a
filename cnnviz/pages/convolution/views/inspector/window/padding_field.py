"""How much is added around the picture, and what it holds."""

from typing import Final, get_args

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from cnnviz.engine.convolution.spec import NamedPadding, PaddingMode, Sides
from cnnviz.pages.convolution.model.lab_limits import Limits
from cnnviz.pages.convolution.model.lab_settings import LabSettings
from cnnviz.pages.convolution.views.inspector.window.limit_slider import LimitSlider
from cnnviz.pages.convolution.views.inspector.window.pair_field import PairField
from cnnviz.pages.convolution.views.inspector.window.sides_field import SidesField
from cnnviz.ui.page import named

_CUSTOM: Final = "custom"
_SIDES: Final = "sides"


class PaddingField(QWidget):
    """A padding by name, two amounts or four, a slider for all, and the mode.

    Signals
    -------
    padding_requested(padding)
        A name, a pair of amounts or four amounts were chosen by hand.
    mode_requested(mode)
        Other cells around the picture were chosen.
    edit_ended()
        A field or the handle was let go.
    """

    padding_requested = Signal(object)
    mode_requested = Signal(str)
    edit_ended = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._amounts: Sides = (0, 0, 0, 0)
        self._names = QComboBox(self)
        for name in (*get_args(NamedPadding), _CUSTOM, _SIDES):
            self._names.addItem("", name)
        self._modes = QComboBox(self)
        for mode in get_args(PaddingMode):
            self._modes.addItem("", mode)
        self._pair = PairField(-1, 999, self)
        self._sides = SidesField(-1, 999, self)
        self._slider = LimitSlider(self)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for combo in (self._names, self._modes):
            combo.setMinimumHeight(32)
            combo.setMinimumContentsLength(8)
            combo.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            column.addWidget(combo)
        column.addWidget(self._pair)
        column.addWidget(self._sides)
        column.addWidget(self._slider)
        self._sides.hide()

    def _connect(self) -> None:
        self._names.activated.connect(self._on_name_chosen)
        self._modes.activated.connect(self._on_mode_chosen)
        self._pair.pair_changed.connect(self.padding_requested)
        self._sides.sides_changed.connect(self.padding_requested)
        self._slider.value_chosen.connect(self._on_value_chosen)
        for field in (self._pair, self._sides, self._slider):
            field.edit_ended.connect(self.edit_ended)

    def render_padding(
        self,
        settings: LabSettings,
        amounts: Sides,
        limits: Limits | None,
        reasons: tuple[str, str],
    ) -> None:
        """Show what was asked for, what it comes to, and why not (amounts, mode)."""
        self._amounts = amounts
        top, bottom, left, right = amounts
        name = _name(settings)
        with QSignalBlocker(self._names), QSignalBlocker(self._modes):
            self._names.setCurrentIndex(self._names.findData(name))
            self._modes.setCurrentIndex(self._modes.findData(settings.padding_mode))
        uneven = top != bottom or left != right
        by_side = name == _SIDES or uneven
        self._pair.setVisible(not by_side)
        self._sides.setVisible(by_side)
        self._pair.render_pair((top, left), reasons[0])
        self._sides.render_sides(amounts, reasons[0])
        self._slider.render_limits(top, limits)
        self._modes.setAccessibleDescription(reasons[1])

    @Slot(int)
    def _on_name_chosen(self, index: int) -> None:
        name, (top, bottom, left, right) = self._names.itemData(index), self._amounts
        if name == _CUSTOM:
            name = max(top, bottom), max(left, right)
        elif name == _SIDES:
            name = self._amounts
        self.padding_requested.emit(name)
        self.edit_ended.emit()

    @Slot(int)
    def _on_mode_chosen(self, index: int) -> None:
        self.mode_requested.emit(self._modes.itemData(index))

    @Slot(int)
    def _on_value_chosen(self, value: int) -> None:
        by_side = self._names.currentData() == _SIDES
        self.padding_requested.emit((value,) * 4 if by_side else (value, value))

    def retranslate(self) -> None:
        """Put every text in the language of now."""
        meaning = self.tr("How many cells are added around the picture")
        named(self._names, "padding_combo", self.tr("Padding"), meaning)
        self._pair.name(
            "padding",
            self.tr("Rows added above and below"),
            self.tr("Columns added left and right"),
            meaning,
        )
        self._sides.retranslate()
        self._slider.name("padding_slider", self.tr("Padding on all sides"))
        names = (
            (self.tr("Valid: none"), self.tr("Windows lie on the picture only")),
            (
                self.tr("Same: keep the size"),
                self.tr("With stride 1 the output is as large as the picture"),
            ),
            (
                self.tr("Full: every overlap"),
                self.tr("Windows that meet the picture in one cell count too"),
            ),
            (self.tr("Custom"), self.tr("As many on opposite sides")),
            (self.tr("Each side"), self.tr("A number for each of the four sides")),
        )
        _write(self._names, names)
        self._name_modes()

    def _name_modes(self) -> None:
        modes = (
            (self.tr("Zeros"), self.tr("Zeros: 0 0 | 1 2 3 | 0 0")),
            (
                self.tr("Reflect"),
                self.tr(
                    "Reflect: 3 2 | 1 2 3 | 2 1, as in a mirror on the outermost cells"
                ),
            ),
            (
                self.tr("Replicate"),
                self.tr("Replicate: 1 1 | 1 2 3 | 3 3, the outermost cells again"),
            ),
            (
                self.tr("Circular"),
                self.tr("Circular: 2 3 | 1 2 3 | 1 2, the picture from its other end"),
            ),
        )
        named(
            self._modes,
            "padding_mode_combo",
            self.tr("Padding mode"),
            "\n".join(
                (self.tr("What the added cells hold:"), *(tip for _, tip in modes))
            ),
        )
        _write(self._modes, modes)


def _name(settings: LabSettings) -> str:
    padding = settings.padding
    if isinstance(padding, str):
        return padding
    return _CUSTOM if len(padding) == 2 else _SIDES


def _write(combo: QComboBox, texts: tuple[tuple[str, str], ...]) -> None:
    for index, (text, tip) in enumerate(texts):
        combo.setItemText(index, text)
        combo.setItemData(index, tip, Qt.ItemDataRole.ToolTipRole)
