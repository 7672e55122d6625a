"""What can be chosen of an animation: steps, speed, size, format."""

from typing import Final, get_args

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QPushButton, QWidget
from typing_extensions import override

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
from cnnviz.ui.layouts import in_row
from cnnviz.ui.numbers import whole
from cnnviz.ui.page import Retranslated, set_names
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.theme import is_dark

FORMATS: Final = (("GIF", ".gif"), ("APNG", ".png"), ("WebP", ".webp"))

_SHORT: Final = 200
"""Up to so many steps all are offered first; of more, one row of the output."""


class AnimationFields(Retranslated):
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
        for view in get_args(View):
            self.view.addItem("", view)
        for name, ending in FORMATS:
            self.format.addItem(name, ending)
        self._labels = [QLabel(self) for _ in range(5)]
        self._to = QLabel(self)
        self._lay_out()
        self._connect()
        self._retranslate()

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(tokens.SPACE_M)
        parts = self.first, self._to, self.last, self.row, self.all
        steps = in_row(*parts, None, gap=tokens.SPACE_M)
        grid.addLayout(steps, 0, 1, 1, 2)
        below = (self.speed, self.width_box, self.view, self.format)
        for number, field in enumerate(below, 1):
            grid.addWidget(field, number, 1)
        for number, field in enumerate((self.first, *below)):
            self._labels[number].setBuddy(field)
            grid.addWidget(self._labels[number], number, 0)
        for field in (self.first, self.last, self.row, self.all, *below):
            field.setMinimumHeight(tokens.HIT)
        grid.setColumnStretch(2, 1)

    def _connect(self) -> None:
        for spin in (self.first, self.last, self.speed):
            spin.valueChanged.connect(self._on_edited)
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

    @override
    def _retranslate(self) -> None:
        speed = self.tr("Steps per second")
        texts = (
            self.tr("Steps"),
            speed,
            self.tr("Width"),
            self.tr("Show"),
            self.tr("Format"),
        )
        for label, text in zip(self._labels, texts, strict=True):
            label.setText(text)
        self._to.setText(self.tr("to"))
        self.speed.use_language()
        slow = self.tr("How long each step is shown; 2 per second is easy to follow")
        this_row = self.tr("The steps of the current output row")
        all_steps = self.tr("All steps")
        for field, name, text, tip in (
            (self.first, "animation_first", self.tr("First step"), ""),
            (self.last, "animation_last", self.tr("Last step"), ""),
            (self.row, "animation_row", self.tr("This row"), this_row),
            (self.all, "animation_all", self.tr("All"), all_steps),
            (self.speed, "animation_speed", speed, slow),
            (self.width_box, "animation_width", self.tr("Width of the animation"), ""),
            (self.view, "animation_view", self.tr("What is shown of large grids"), ""),
            (self.format, "animation_format", self.tr("File format"), ""),
        ):
            set_names(field, name, text, tip)
        for button in (self.row, self.all):
            button.setText(button.accessibleName())
        for index, width in enumerate(WIDTHS):
            pixels = self.tr("{width} pixels").format(width=whole(width))
            self.width_box.setItemText(index, pixels)
        views = (
            self.tr("Automatic: whole grids if they fit, else near the window"),
            self.tr("Whole grids"),
            self.tr("Near the window, with numbers"),
        )
        for index, text in enumerate(views):
            self.view.setItemText(index, text)
