"""Where the second picture lies: shifted, turned, scaled."""

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from cnnviz.engine.images.placement import Placement
from cnnviz.pages.network.model.comparison import SCALES, Axis
from cnnviz.ui.controls.jumping_slider import JumpingSlider
from cnnviz.ui.layouts import in_column, in_row
from cnnviz.ui.numbers import short
from cnnviz.ui.page import Retranslated, set_names
from cnnviz.ui.theme import tokens

AXES: Final[tuple[Axis, ...]] = ("right", "down", "degrees", "scale")
_STEPS: Final[dict[Axis, float]] = {
    "right": 1.0,
    "down": 1.0,
    "degrees": 1.0,
    "scale": 0.05,
}
_VALUE_WIDTH: Final = 52


class PlacementSliders(Retranslated):
    """Four sliders, and a button that puts the picture back.

    Signals
    -------
    placed(placement)
        Where it shall lie.
    """

    placed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._placement = Placement()
        self._sliders: dict[Axis, JumpingSlider] = {}
        self._names = {axis: QLabel(self) for axis in AXES}
        self._values = {axis: QLabel(self) for axis in AXES}
        self._back = QPushButton(self)
        for axis in AXES:
            slider = JumpingSlider(Qt.Orientation.Horizontal, self)
            slider.valueChanged.connect(self._on_moved)
            self._sliders[axis] = slider
            self._names[axis].setBuddy(slider)
            self._values[axis].setFixedWidth(_VALUE_WIDTH)
            self._values[axis].setAlignment(Qt.AlignmentFlag.AlignRight)
        self._limit("degrees", -180, 180)
        self._limit("scale", SCALES[0], SCALES[-1])
        self.set_picture_size((28, 28))
        self._back.clicked.connect(self._on_back)
        self._lay_out()
        self._retranslate()

    def set_picture_size(self, size_hw: tuple[int, int]) -> None:
        """Let shifts go as far as half of the picture."""
        height, width = size_hw
        self._limit("down", -(height // 2), height // 2)
        self._limit("right", -(width // 2), width // 2)

    def render_placement(self, placement: Placement) -> None:
        """Show where the picture lies."""
        self._placement = placement
        for axis, slider in self._sliders.items():
            value = getattr(placement, axis)
            with QSignalBlocker(slider):
                slider.setValue(round(value / _STEPS[axis]))
            self._values[axis].setText(_written(axis, value))
        self._back.setEnabled(placement != Placement())

    def _limit(self, axis: Axis, low: float, high: float) -> None:
        slider, step = self._sliders[axis], _STEPS[axis]
        with QSignalBlocker(slider):
            slider.setRange(round(low / step), round(high / step))

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setVerticalSpacing(tokens.SPACE_XS)
        for row, axis in enumerate(AXES):
            grid.addWidget(self._names[axis], row, 0)
            grid.addWidget(self._sliders[axis], row, 1)
            grid.addWidget(self._values[axis], row, 2)
        grid.setColumnStretch(1, 1)
        in_column(grid, in_row((None, 1), self._back), gap=tokens.SPACE_S, of=self)

    @Slot()
    def _on_moved(self) -> None:
        slider = self.sender()
        for axis, each in self._sliders.items():
            if each is slider:
                value = round(each.value() * _STEPS[axis], 4)
                self.placed.emit(replace(self._placement, **{axis: value}))

    @Slot()
    def _on_back(self) -> None:
        self.placed.emit(Placement())

    def _retranslate(self) -> None:
        words: dict[Axis, tuple[str, str]] = {
            "right": (self.tr("Right"), self.tr("Shift the picture right or left")),
            "down": (self.tr("Down"), self.tr("Shift the picture down or up")),
            "degrees": (self.tr("Turn"), self.tr("Turn the picture counterclockwise")),
            "scale": (self.tr("Scale"), self.tr("Make the picture larger or smaller")),
        }
        for axis, (word, tip) in words.items():
            self._names[axis].setText(word)
            set_names(self._sliders[axis], f"place_{axis}", word, tip)
        self._back.setText(self.tr("Put back"))
        set_names(
            self._back,
            "place_back",
            self.tr("Put back"),
            self.tr("Let the second picture lie where the first lies"),
        )
        self.render_placement(self._placement)


def _written(axis: Axis, value: float) -> str:
    match axis:
        case "degrees":
            return f"{short(value)}°"
        case "scale":
            return f"{short(value)} ×"
        case _:
            return f"{short(value)} px"
