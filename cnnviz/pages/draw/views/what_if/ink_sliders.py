"""What is done to the ink: one slider each, and a button that takes all of it back."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final, Literal

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget
from typing_extensions import override

from cnnviz.engine.explain.shift_answers import REACH
from cnnviz.engine.images.changed_ink import InkChange
from cnnviz.ui.controls.jumping_slider import JumpingSlider
from cnnviz.ui.layouts import in_column, in_row
from cnnviz.ui.numbers import short
from cnnviz.ui.page import Retranslated, set_names
from cnnviz.ui.theme import tokens

Axis = Literal["right", "down", "degrees", "scale", "thickness", "noise"]

_VALUE_WIDTH: Final = 52


@dataclass(frozen=True, slots=True)
class _Range:
    """Ends of a slider, what one step of it is, and how a value is written."""

    low: int
    high: int
    step: float
    written: Callable[[float], str]


def _pixels(value: float) -> str:
    return f"{short(value)} px"


_RANGES: Final[dict[Axis, _Range]] = {
    "right": _Range(-REACH, REACH, 1, _pixels),
    "down": _Range(-REACH, REACH, 1, _pixels),
    "degrees": _Range(-90, 90, 1, lambda value: f"{short(value)}°"),
    "scale": _Range(8, 32, 0.05, lambda value: f"{short(value)} ×"),
    "thickness": _Range(-8, 12, 0.25, _pixels),
    "noise": _Range(0, 24, 5, short),
}


class InkSliders(Retranslated):
    """Six sliders, and a button that sets them all back.

    Signals
    -------
    changed(change)
        What shall be done to the ink: an `InkChange`.
    """

    changed = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._change = InkChange()
        self._sliders: dict[Axis, JumpingSlider] = {}
        self._names = {axis: QLabel(self) for axis in _RANGES}
        self._values = {axis: QLabel(self) for axis in _RANGES}
        self.reset = QPushButton(self)
        self.reset.setMinimumHeight(tokens.HIT)
        grid = QGridLayout()
        grid.setVerticalSpacing(tokens.SPACE_XS)
        for row, (axis, limits) in enumerate(_RANGES.items()):
            slider = self._sliders[axis] = JumpingSlider(
                Qt.Orientation.Horizontal, self
            )
            slider.setRange(limits.low, limits.high)
            slider.setMinimumSize(60, tokens.SPACE_LABEL)
            slider.valueChanged.connect(self._on_moved)
            self._names[axis].setBuddy(slider)
            self._values[axis].setFixedWidth(_VALUE_WIDTH)
            align = Qt.AlignmentFlag
            self._values[axis].setAlignment(align.AlignRight | align.AlignVCenter)
            grid.addWidget(self._names[axis], row, 0)
            grid.addWidget(slider, row, 1)
            grid.addWidget(self._values[axis], row, 2)
        grid.setColumnStretch(1, 1)
        self.reset.clicked.connect(self._on_reset)
        in_column(grid, in_row((None, 1), self.reset), gap=tokens.SPACE_S, of=self)
        self._retranslate()

    def render_change(self, change: InkChange) -> None:
        """Show what is done."""
        self._change = change
        for axis, slider in self._sliders.items():
            value, limits = _value(change, axis), _RANGES[axis]
            with QSignalBlocker(slider):
                slider.setValue(round(value / limits.step))
            self._values[axis].setText(limits.written(value))
        self.reset.setEnabled(change != InkChange())

    @Slot()
    def _on_moved(self) -> None:
        slider = self.sender()
        for axis, each in self._sliders.items():
            if each is slider:
                value = round(each.value() * _RANGES[axis].step, 4)
                self.changed.emit(_with(self._change, axis, value))

    @Slot()
    def _on_reset(self) -> None:
        self.changed.emit(InkChange())

    @override
    def _retranslate(self) -> None:
        words: dict[Axis, tuple[str, str]] = {
            "right": (
                self.tr("Shift right"),
                self.tr("Pixels of 28 to the right, or to the left"),
            ),
            "down": (self.tr("Shift down"), self.tr("Pixels of 28 down, or up")),
            "degrees": (self.tr("Turn"), self.tr("Degrees counterclockwise")),
            "scale": (self.tr("Scale"), self.tr("How many times as large")),
            "thickness": (
                self.tr("Thickness"),
                self.tr("Pixels of 28 added to each side of a stroke, or taken away"),
            ),
            "noise": (
                self.tr("Noise"),
                self.tr("Standard deviation of random levels added to each pixel"),
            ),
        }
        for axis, (word, tip) in words.items():
            self._names[axis].setText(word)
            set_names(self._sliders[axis], f"what_if_{axis}", word, tip)
        self.reset.setText(self.tr("Reset"))
        set_names(
            self.reset,
            "what_if_reset",
            self.tr("Reset"),
            self.tr("Leave the drawing as it is"),
        )
        self.render_change(self._change)


def _value(change: InkChange, axis: Axis) -> float:
    owner = change if axis in ("thickness", "noise") else change.placement
    return float(getattr(owner, axis))


def _with(change: InkChange, axis: Axis, value: float) -> InkChange:
    match axis:
        case "thickness":
            return replace(change, thickness=value)
        case "noise":
            return replace(change, noise=value)
        case _:
            placement = replace(change.placement, **{axis: value})
            return replace(change, placement=placement)
