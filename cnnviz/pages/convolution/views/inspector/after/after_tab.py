"""What is done with each sum: bias and activation."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt, Slot
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from cnnviz.engine.convolution.activation.activations import ActivationSpec, derivative
from cnnviz.engine.messages.marking import QT_TRANSLATE_NOOP
from cnnviz.pages.convolution.model.fields import FIELDS, translated
from cnnviz.pages.convolution.model.lab_settings import OperationKind, bias_of
from cnnviz.pages.convolution.model.lab_state import LabState
from cnnviz.pages.convolution.presenters.walk_presenter import WalkPresenter
from cnnviz.pages.convolution.views.inspector.after.activation_curve import (
    ActivationCurve,
)
from cnnviz.pages.convolution.views.inspector.after.softmax_bars import SoftmaxBars
from cnnviz.pages.convolution.views.inspector.fields.field_form import (
    editor_of,
    set_shown,
)
from cnnviz.state.level import set_level
from cnnviz.ui.controls.number_spin import ExactSpin
from cnnviz.ui.layouts import in_column, in_row
from cnnviz.ui.numbers import full, short
from cnnviz.ui.page import set_names
from cnnviz.ui.theme import tokens

_BIAS_WIDTH: Final = 128
"""Pixels for a learned bias: a minus, and the digits that a float32 is sure of."""

_FLAT: Final = 0.0005
"""Below this a curve counts as flat: a share that no screen shows."""

_SLOPE_OF_SUM: Final = (
    QT_TRANSLATE_NOOP(
        "AfterTab",
        "Slope at the point: 0. A small change of the sum changes nothing in"
        " the output; here a network would learn nothing.",
    ),
    QT_TRANSLATE_NOOP(
        "AfterTab",
        "Slope at the point: 1. If the sum grows by 1, the output grows by 1.",
    ),
    QT_TRANSLATE_NOOP(
        "AfterTab",
        "Slope at the point: {slope}. If the sum grows a little, the output "
        "changes {slope} times as much.",
    ),
)
"""What a slope of 0, of 1 and any other mean for a sum."""

_SLOPE_OF_POOLED: Final = (
    QT_TRANSLATE_NOOP(
        "AfterTab",
        "Slope at the point: 0. A small change of the pooled number changes"
        " nothing in the output; here a network would learn nothing.",
    ),
    QT_TRANSLATE_NOOP(
        "AfterTab",
        "Slope at the point: 1. Whatever the pooled number gains, the output"
        " gains too.",
    ),
    QT_TRANSLATE_NOOP(
        "AfterTab",
        "Slope at the point: {slope}. When the pooled number gains a little,"
        " the output gains {slope} times as much.",
    ),
)
"""The same of the number of a pooling, which need not be a sum."""

_SEVERAL_KERNELS: Final = QT_TRANSLATE_NOOP(
    "AfterTab",
    "Softmax compares the output channels of a cell. With only one "
    "channel, the result is always 1. Add kernels on the Kernel tab.",
)
_ONLY_CHANNEL: Final[dict[OperationKind, str]] = {
    "convolution": _SEVERAL_KERNELS,
    "transposed": _SEVERAL_KERNELS,
    "pooling": QT_TRANSLATE_NOOP(
        "AfterTab",
        "Softmax compares the channels of a cell. With only one channel, the "
        "result is always 1. Use a colour picture, which has three.",
    ),
    "signal": QT_TRANSLATE_NOOP(
        "AfterTab",
        "Softmax compares the output channels of a position. A signal has only "
        "one, so the result is always 1.",
    ),
}


class AfterTab(QWidget):
    """The bias of the kernel at work, the activation, and the step's point on its curve."""

    def __init__(self, presenter: WalkPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_level(self, "standard")
        commands = self._commands = presenter.commands
        self._output = 0
        self._state: LabState | None = None
        self._bias_label, self._bias = QLabel(self), ExactSpin(self)
        self._kind_label, self._slope_label = QLabel(self), QLabel(self)
        self._kind = editor_of(FIELDS["activation"], commands, self)
        self._slope = editor_of(FIELDS["slope"], commands, self)
        self._curve = ActivationCurve(self)
        self._words = QLabel(self)
        self._bars_title = QLabel(self)
        self._bars = SoftmaxBars(self)
        self._set_up()
        self._lay_out()
        self._bias.valueChanged.connect(self._on_bias_changed)
        self._bias.editingFinished.connect(self._commands.end_edit)

    def _set_up(self) -> None:
        set_level(self._slope_label, FIELDS["slope"].level)
        self._bias.setRange(-100_000, 100_000)
        self._bias.setMinimumWidth(_BIAS_WIDTH)
        self._bias.setMinimumHeight(tokens.HIT)
        self._words.setWordWrap(True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._words.setFixedHeight(4 * self._words.fontMetrics().lineSpacing())
        self._bars.setFixedHeight(4 * 20 + 4)

    def _lay_out(self) -> None:
        labels = self._bias_label, self._kind_label, self._slope_label
        fields = self._bias, self._kind, self._slope
        lines = [
            in_row(label, (None, 1), field, gap=tokens.SPACE_M)
            for label, field in zip(labels, fields, strict=True)
        ]
        below = (self._curve, 9), self._words, self._bars_title, self._bars, (None, 1)
        in_column(*lines, *below, gap=tokens.SPACE_S, of=self)

    def render_state(self, state: LabState) -> None:
        """Show bias and activation, and where the step lies on the curve."""
        self._state = state
        settings = state.settings
        self._output = min(state.output_channel, len(settings.biases) - 1)
        has_bias = settings.operation != "pooling"
        self._bias_label.setVisible(has_bias)
        self._bias.setVisible(has_bias)
        with QSignalBlocker(self._bias):
            self._bias.render_value(bias_of(settings, self._output))
        self._kind.render_state(state)
        self._slope.render_state(state)
        has_slope = FIELDS["slope"].belongs_to(settings)
        for widget in (self._slope_label, self._slope):
            set_shown(widget, has_slope, has_room=True)
        self._label_curve()
        self.render_step(state)

    def render_step(self, state: LabState) -> None:
        """Show where the step lies on the curve: cheap, for every step."""
        self._state = state
        walk, outcome, output = state.walk, state.outcome, state.output
        spec = ActivationSpec() if walk is None else walk.activation
        totals = None
        if output is not None:
            totals = output.totals or (output.low, output.high)
        self._curve.render_point(spec, outcome, totals)
        self._words.setText(self._said(state, spec))
        compares = spec.kind == "softmax" and outcome is not None and outcome.others
        # The shares of several channels take no room from the rest as they come.
        has_room = walk is not None and walk.operation.outputs > 1
        for widget in (self._bars_title, self._bars):
            set_shown(widget, bool(compares), has_room)
        if compares and outcome is not None:
            self._bars.render_outcome(outcome, state.output_channel)

    def _said(self, state: LabState, spec: ActivationSpec) -> str:
        """Say in words how steep the curve is at the point."""
        outcome = state.outcome
        if outcome is None and state.invalid is not None:
            return self.tr("No output yet, so there is no point on the curve.")
        if outcome is None:
            return self.tr("Choose a picture to see its point on the curve.")
        if spec.kind == "softmax" and not outcome.others:
            return _words(_ONLY_CHANNEL[state.settings.operation])
        slope = float(derivative(outcome.total, spec, outcome.others))
        pooled = state.settings.operation == "pooling"
        flat, even, other = _SLOPE_OF_POOLED if pooled else _SLOPE_OF_SUM
        if abs(slope) < _FLAT:
            return _words(flat)
        return _words(even if slope == 1 else other).format(slope=short(slope, 3))

    @Slot(float)
    def _on_bias_changed(self, bias: float) -> None:
        state = self._state
        now = None if state is None else bias_of(state.settings, self._output)
        if now is None or full(bias) != full(now):  # Enter writes what stood there
            self._commands.set_bias(bias, self._output)

    def retranslate(self) -> None:
        """Put every text in the language of now."""
        self._bias_label.setText(self.tr("Bias"))
        self._kind_label.setText(translated(FIELDS["activation"].label))
        self._slope_label.setText(translated(FIELDS["slope"].label))
        self._bias.use_language()
        self._kind.retranslate()
        self._slope.retranslate()
        self._bars_title.setText(self.tr("All output channels at this cell:"))
        self._label_curve()
        if self._state is not None:
            self.render_step(self._state)
        tip = self.tr("Added to every sum")
        set_names(self._bias, "bias_spin", self.tr("Bias"), tip)
        name = self.tr("Curve of the activation")
        tip = self.tr("Across: the sum with its bias. Up: what becomes of it")
        set_names(self._curve, "activation_curve", name, tip)
        self._words.setObjectName("activation_words")
        name = self.tr("Softmax of the output channels")
        tip = self.tr("Number of the channel, its sum, and its share of 1")
        set_names(self._bars, "softmax_bars", name, tip)

    def _label_curve(self) -> None:
        state = self._state
        is_pooling = state is not None and state.settings.operation == "pooling"
        across = self.tr("pooled number") if is_pooling else self.tr("sum and bias")
        self._curve.set_labels(across, self.tr("output"))


def _words(text: str) -> str:
    return QCoreApplication.translate("AfterTab", text)
