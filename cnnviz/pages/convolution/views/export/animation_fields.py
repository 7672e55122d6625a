"""What can be chosen of an animation: steps, speed, size, format."""

from typing import Final

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QWidget,
)

from cnnviz.engine.animation.settings import (
    FASTEST,
    MOST_FRAMES,
    SLOWEST,
    WIDTHS,
    AnimationSettings,
    View,
)
from cnnviz.pages.convolution.model.lab_state import LabState
from cnnviz.ui.controls.number_spin import NumberSpin, WholeSpin
from cnnviz.ui.numbers import whole
from cnnviz.ui.page import set_names
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.theme import is_dark

_VIEWS: Final[tuple[View, ...]] = ("auto", "whole", "near")
FORMATS: Final = (("GIF", ".gif"), ("APNG", ".png"), ("WebP", ".webp"))

_SHORT: Final = 200
"""Up to so many steps all are offered first; of more, one row of the output."""


class AnimationFields(QWidget):
    """Fields for the range, speed, size and format of an animation.

    Signals
    -------
    edited()
        Something was chosen.
    """

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row: range = range(1)
        self._steps = 1
        self.first, self.last = WholeSpin(self), WholeSpin(self)
        self.row, self.all = QPushButton(self), QPushButton(self)
        self.speed = NumberSpin(self)
        self.speed.setRange(SLOWEST, FASTEST)
        self.speed.setDecimals(2)
        self.speed.setValue(2.0)
        self.width_box, self.view, self.format = (QComboBox(self) for _ in range(3))
        for width in WIDTHS:
            self.width_box.addItem("", width)
        self.width_box.setCurrentIndex(WIDTHS.index(960))
        for view in _VIEWS:
            self.view.addItem("", view)
        for name, ending in FORMATS:
            self.format.addItem(name, ending)
        self._labels = [QLabel(self) for _ in range(6)]
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        below = (self.speed, self.width_box, self.view, self.format)
        for field in (self.first, self.last, self.row, self.all, *below):
            field.setMinimumHeight(tokens.HIT)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(tokens.SPACE_M)
        steps = QHBoxLayout()
        steps.setSpacing(tokens.SPACE_M)
        for part in (self.first, self._labels[1], self.last, self.row, self.all):
            steps.addWidget(part)
        steps.addStretch()
        grid.addLayout(steps, 0, 1, 1, 2)
        grid.addWidget(self._labels[0], 0, 0)
        self._labels[0].setBuddy(self.first)
        for number, setting in enumerate(below, 1):
            label = self._labels[number + 1]
            label.setBuddy(setting)
            grid.addWidget(label, number, 0)
            grid.addWidget(setting, number, 1)
        grid.setColumnStretch(2, 1)

    def _connect(self) -> None:
        for spin in (self.first, self.last):
            spin.valueChanged.connect(self._on_edited)
        self.speed.valueChanged.connect(self._on_edited)
        for box in (self.width_box, self.view, self.format):
            box.currentIndexChanged.connect(self._on_edited)
        self.row.clicked.connect(self._on_row_clicked)
        self.all.clicked.connect(self._on_all_clicked)

    def take_walk(self, state: LabState) -> bool:
        """Learn how many steps there are now; say whether that is news."""
        if state.walk is None:
            return False
        row, columns = state.walk.cell[0], state.walk.output_hw[1]
        self._row = range(row * columns, (row + 1) * columns)
        steps = state.walk.steps
        if steps == self._steps:
            return False
        self._steps = steps
        with QSignalBlocker(self.first), QSignalBlocker(self.last):
            for spin in (self.first, self.last):
                spin.setRange(1, steps)
            self._choose(range(steps) if steps <= _SHORT else self._row)
        return True

    def settings(self, state: LabState) -> AnimationSettings:
        """Return what was chosen."""
        return AnimationSettings(
            first=self.first.value() - 1,
            last=self.last.value() - 1,
            steps_per_second=self.speed.value(),
            width=self.width_box.currentData(),
            dark=is_dark(self.palette()),
            view=self.view.currentData(),
            channel=state.shown_channel,
        )

    @property
    def ending(self) -> str:
        """How the file's name shall end."""
        return str(self.format.currentData())

    def _choose(self, steps: range) -> None:
        self.first.setValue(steps.start + 1)
        self.last.setValue(min(steps.stop, steps.start + MOST_FRAMES))

    @Slot()
    def _on_edited(self) -> None:
        self.edited.emit()

    @Slot()
    def _on_row_clicked(self) -> None:
        self._choose(self._row)

    @Slot()
    def _on_all_clicked(self) -> None:
        self.first.setValue(1)
        self.last.setValue(self._steps)

    def retranslate(self) -> None:
        """Put every text in the language of now."""
        texts = (
            self.tr("Steps"),
            self.tr("to"),
            self.tr("Steps a second"),
            self.tr("Width"),
            self.tr("Shown"),
            self.tr("Format"),
        )
        for label, text in zip(self._labels, texts, strict=True):
            label.setText(text)
        self.speed.use_language()
        set_names(self.first, "animation_first", self.tr("First step"))
        set_names(self.last, "animation_last", self.tr("Last step"))
        set_names(
            self.row,
            "animation_row",
            self.tr("This row"),
            self.tr("The steps of the output row of now"),
        )
        set_names(
            self.all, "animation_all", self.tr("All"), self.tr("All steps of the walk")
        )
        self.row.setText(self.row.accessibleName())
        self.all.setText(self.all.accessibleName())
        set_names(
            self.speed,
            "animation_speed",
            texts[2],
            self.tr("How long a step stays: 2 a second can be followed with the eye"),
        )
        set_names(self.width_box, "animation_width", self.tr("Width of the animation"))
        set_names(
            self.view,
            "animation_view",
            self.tr("What is shown of large grids"),
        )
        set_names(self.format, "animation_format", self.tr("File format"))
        for index, width in enumerate(WIDTHS):
            pixels = self.tr("{width} pixels").format(width=whole(width))
            self.width_box.setItemText(index, pixels)
        views = (
            self.tr("As fits: whole grids, or near the window"),
            self.tr("Whole grids"),
            self.tr("Near the window, with numbers"),
        )
        for index, text in enumerate(views):
            self.view.setItemText(index, text)
