"""Whole numbers that belong together: two directions, or four sides, as one field."""

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QToolButton, QWidget

from cnnviz.engine.convolution.spec import Pair, Sides
from cnnviz.pages.convolution.views.inspector.fields.invalid_spin import render_spin
from cnnviz.ui.controls.number_spin import WholeSpin
from cnnviz.ui.layouts import in_row
from cnnviz.ui.page import set_names
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.icons import icon


class NumberFields(QWidget):
    """Spin boxes. They take impossible numbers too, so that the reason can be said.

    Signals
    -------
    numbers_changed(numbers)
        A number was changed by hand.
    edit_ended()
        A spin box was left, or Enter was pressed.
    """

    numbers_changed = Signal(object)
    edit_ended = Signal()

    def __init__(self, count: int, typed: tuple[int, int], parent: QWidget) -> None:
        super().__init__(parent)
        self.spins = tuple(WholeSpin(self) for _ in range(count))
        self._tips = ("",) * count
        for spin in self.spins:
            spin.setRange(*typed)
            spin.setMinimumHeight(tokens.HIT)
            spin.editingFinished.connect(self.edit_ended)

    def render_numbers(self, numbers: Pair | Sides, reason: str = "") -> None:
        """Show the numbers, in another colour when there is a reason."""
        for spin, number, tip in zip(self.spins, numbers, self._tips, strict=True):
            render_spin(spin, number, tip, reason)

    def numbers(self) -> tuple[int, ...]:
        """Return the numbers, in order."""
        return tuple(spin.value() for spin in self.spins)


class PairField(NumberFields):
    """Vertical and horizontal; the button between them makes each follow the other."""

    def __init__(self, typed: tuple[int, int], parent: QWidget) -> None:
        super().__init__(2, typed, parent)
        vertical, horizontal = self.spins
        self._link = QToolButton(self)
        self._link.setIcon(icon("link"))
        self._link.setCheckable(True)
        self._link.setChecked(True)
        self._link.setAutoRaise(True)
        self._link.setFixedSize(tokens.HIT, tokens.HIT)
        parts = (vertical, 1), self._link, (horizontal, 1)
        in_row(*parts, gap=tokens.SPACE_XXS, of=self)
        vertical.valueChanged.connect(self._on_vertical_changed)
        horizontal.valueChanged.connect(self._on_horizontal_changed)
        self._link.toggled.connect(self._on_link_toggled)

    def render_pair(self, pair: Pair, reason: str = "") -> None:
        """Show two numbers. Two that differ were not meant to follow each other."""
        if pair[0] != pair[1]:
            with QSignalBlocker(self._link):
                self._link.setChecked(False)
        self.render_numbers(pair, reason)

    def name(
        self, object_name: str, vertical: str, horizontal: str, meaning: str
    ) -> None:
        """Name both spin boxes, ``<object_name>_v`` and ``<object_name>_h``.

        Their tooltips tell what the two numbers mean.
        """
        self._tips = (f"{vertical}. {meaning}", f"{horizontal}. {meaning}")
        set_names(self.spins[0], f"{object_name}_v", vertical, self._tips[0])
        set_names(self.spins[1], f"{object_name}_h", horizontal, self._tips[1])
        name = self.tr("Link both directions")
        tip = self.tr("Linked, both numbers change together")
        set_names(self._link, f"{object_name}_link", name, tip)

    @Slot(int)
    def _on_vertical_changed(self, value: int) -> None:
        self._tell(1, value)

    @Slot(int)
    def _on_horizontal_changed(self, value: int) -> None:
        self._tell(0, value)

    def _tell(self, other: int, value: int) -> None:
        if self._link.isChecked():
            with QSignalBlocker(self.spins[other]):
                self.spins[other].setValue(value)
        self.numbers_changed.emit(self.numbers())

    @Slot(bool)
    def _on_link_toggled(self, linked: bool) -> None:
        vertical, horizontal = self.numbers()
        if linked and vertical != horizontal:
            self.numbers_changed.emit((vertical, vertical))
            self.edit_ended.emit()


class SidesField(NumberFields):
    """One number for each side of the picture, with its side written in it."""

    def __init__(self, typed: tuple[int, int], parent: QWidget) -> None:
        super().__init__(4, typed, parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(tokens.SPACE_S)
        grid.setVerticalSpacing(tokens.SPACE_XS)
        for place, spin in enumerate(self.spins):
            spin.valueChanged.connect(self._on_value_changed)
            grid.addWidget(spin, place // 2, place % 2)
            grid.setColumnStretch(place % 2, 1)

    def retranslate(self) -> None:
        """Put every text in the language of now."""
        self._tips = (
            self.tr("Rows added above"),
            self.tr("Rows added below"),
            self.tr("Columns added on the left"),
            self.tr("Columns added on the right"),
        )
        words = (self.tr("top"), self.tr("bottom"), self.tr("left"), self.tr("right"))
        keys = ("top", "bottom", "left", "right")
        named = zip(self.spins, keys, self._tips, words, strict=True)
        for spin, key, tip, word in named:
            set_names(spin, f"padding_{key}", tip)
            spin.setPrefix(f"{word} ")

    @Slot()
    def _on_value_changed(self) -> None:
        self.numbers_changed.emit(self.numbers())
