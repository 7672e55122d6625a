"""How long the loops take, beside libraries: on demand, in one line."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPushButton, QWidget
from typing_extensions import override

from cnnviz.engine.explain.loop_times import LoopTimes
from cnnviz.ui.controls.fitting_label import FittingLabel
from cnnviz.ui.layouts import in_row
from cnnviz.ui.numbers import short, whole
from cnnviz.ui.page import Retranslated, set_names, set_tip
from cnnviz.ui.texts import filled
from cnnviz.ui.theme import tokens


class LoopTimesRow(Retranslated):
    """A button that asks for the times, and the times.

    Signals
    -------
    requested()
        The loops shall be timed.
    """

    requested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._times: LoopTimes | None = None
        self._is_waiting = False
        self._button = QPushButton(self)
        self._button.setFixedHeight(tokens.HIT_SMALL)
        self._said = FittingLabel(self)
        in_row(self._button, (self._said, 1), gap=tokens.SPACE_M, of=self)
        self._button.clicked.connect(self._on_clicked)
        self._retranslate()

    def forget(self) -> None:
        """Say nothing: other loops are shown."""
        self._times, self._is_waiting = None, False
        self._write()

    def show_times(self, times: LoopTimes) -> None:
        """Tell what was found out."""
        if self._is_waiting:
            self._times, self._is_waiting = times, False
            self._write()

    @Slot()
    def _on_clicked(self) -> None:
        self._is_waiting = True
        self._write()
        self.requested.emit()

    def _write(self) -> None:
        self._button.setEnabled(not self._is_waiting)
        times = self._times
        if self._is_waiting:
            self._said.setText(self.tr("The loops are being timed…"))
        elif times is None:
            self._said.setText("")
        else:
            forms = self._forms(times)
            self._said.set_forms(forms)
            set_tip(self._said, self._tip(times))

    def _forms(self, times: LoopTimes) -> tuple[str, ...]:
        """Say the same with more words and with fewer."""
        parts = [f"Python {_about(times)}", f"NumPy {_written(times.ours_s)}"]
        if times.torch_s is not None:
            parts.append(f"PyTorch {_written(times.torch_s)}")
        line = " · ".join(parts)
        times_as_fast = self.tr("{count} {n|time|times} as fast")
        ratio = times.loops_s / max(times.ours_s, 1e-9)
        ratio_text = short(ratio, 2)
        said = filled(times_as_fast, count=ratio_text, n=1 if ratio_text == "1" else 2)
        return f"{line} ({said})", line, " · ".join(parts[:2])

    def _tip(self, times: LoopTimes) -> str:
        text = self.tr(
            "For the whole output. The loops as they stand here, in Python: {python}; "
            "this program, with NumPy: {numpy}."
        )
        said = text.format(python=_about(times), numpy=_written(times.ours_s))
        if times.is_estimate:
            text = self.tr("The loops were timed on {timed} of {rows} rows.")
            said += " " + text.format(
                timed=whole(times.rows_timed), rows=whole(times.rows)
            )
        return said

    @override
    def _retranslate(self) -> None:
        self._button.setText(self.tr("Time them"))
        tip = self.tr("Measure how long the loops take on this picture, and libraries")
        set_names(self._button, "time_loops", self.tr("Time the loops"), tip)
        self._said.setObjectName("loop_times")
        self._write()


def _about(times: LoopTimes) -> str:
    """Write the time of the loops; with a sign where it was worked out."""
    return ("≈ " if times.is_estimate else "") + _written(times.loops_s)


def _written(seconds: float) -> str:
    """Write a time in a unit in which it is neither tiny nor huge."""
    for unit, size in (("s", 1.0), ("ms", 1e-3)):
        if seconds >= size:
            return f"{short(seconds / size, 3)} {unit}"
    return f"{short(seconds / 1e-6, 3)} µs"
