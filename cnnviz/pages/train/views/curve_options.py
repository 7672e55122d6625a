"""How the curves of a run are drawn: smoothed, across what, with logarithms, with rates."""

from typing import Final

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override

from cnnviz.pages.train.views.curve_x import COUNTED, Counted
from cnnviz.state.level import set_level
from cnnviz.state.run.run_curves import WINDOW
from cnnviz.ui.controls.check_box import CheckBox
from cnnviz.ui.controls.fitting_choice import FittingChoice
from cnnviz.ui.controls.jumping_slider import JumpingSlider
from cnnviz.ui.layouts import in_row
from cnnviz.ui.page import Retranslated, set_names
from cnnviz.ui.texts import filled
from cnnviz.ui.theme import tokens

_WINDOWS: Final = (1, 5, 10, WINDOW, 50, 100, 250, 1000)
_SLIDER_WIDTH: Final = 72


class CurveOptions(Retranslated):
    """Choose how the curves are drawn.

    Signals
    -------
    changed()
        They are to be drawn otherwise.
    """

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._smoothing_label = QLabel(self)
        self._smoothing = JumpingSlider(Qt.Orientation.Horizontal, self)
        self._smoothing.setRange(0, len(_WINDOWS) - 1)
        self._smoothing.setValue(_WINDOWS.index(WINDOW))
        self._smoothing.setFixedWidth(_SLIDER_WIDTH)
        self._across = FittingChoice(self)
        for counted in COUNTED:
            self._across.addItem("", counted)
        self._log, self._rate = CheckBox(self), CheckBox(self)
        for widget in (self._smoothing_label, self._smoothing, self._log, self._rate):
            set_level(widget, "everything")
        set_level(self._across, "standard")
        for field in (self._smoothing, self._across, self._log, self._rate):
            field.setMinimumHeight(tokens.ICON_L)
        boxes, smoothing = (
            (self._log, self._rate),
            (
                self._smoothing_label,
                self._smoothing,
            ),
        )
        in_row(*smoothing, self._across, *boxes, gap=tokens.SPACE_M, of=self)
        self._across.currentIndexChanged.connect(self.changed)
        self._smoothing.valueChanged.connect(self._on_smoothed)
        for box in boxes:
            box.toggled.connect(self.changed)
        self._retranslate()

    @property
    def batches(self) -> int:
        """Batches in one running mean."""
        return _WINDOWS[self._smoothing.value()]

    @property
    def counted(self) -> Counted:
        """What is counted under the curves."""
        return COUNTED[self._across.currentIndex()]

    @property
    def is_logarithmic(self) -> bool:
        """Whether the loss is drawn by its logarithm."""
        return self._log.isChecked()

    @property
    def shows_rate(self) -> bool:
        """Whether the learning rate is drawn, too."""
        return self._rate.isChecked()

    @Slot()
    def _on_smoothed(self) -> None:
        self._retranslate()
        self.changed.emit()

    @override
    def _retranslate(self) -> None:
        self._smoothing_label.setText(self.tr("Smoothing"))
        tip = self.tr("The strong line is the mean of {count} {count|batch|batches}")
        set_names(
            self._smoothing,
            "curve_smoothing",
            self.tr("Smoothing of the curves"),
            filled(tip, count=self.batches),
        )
        names = {
            "epoch": self.tr("By epoch"),
            "batch": self.tr("By batch"),
            "time": self.tr("By time"),
        }
        for index, counted in enumerate(COUNTED):
            self._across.setItemText(index, names[counted])
        set_names(
            self._across,
            "curve_across",
            self.tr("What is counted under the curves"),
            self.tr(
                "Count epochs, batches, or the time of training without its pauses"
            ),
        )
        self._log.setText(self.tr("Log"))
        self._rate.setText(self.tr("Rate"))
        said = (
            (
                self._log,
                "curve_log",
                self.tr("Logarithmic loss"),
                self.tr("Equal heights are equal factors: small losses are seen, too"),
            ),
            (
                self._rate,
                "curve_rate",
                self.tr("Show the learning rate"),
                self.tr("Draw the learning rate under the accuracy"),
            ),
        )
        with QSignalBlocker(self):
            for box, name, label, tip in said:
                set_names(box, name, label, tip)
