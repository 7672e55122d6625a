"""Bias and activation, and the live point on the curve."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

import numpy as np
import pytest
import torch
from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QColor, QImage, QUndoStack
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QLabel
from pytestqt.qtbot import QtBot

from cnnviz.engine.convolution.activation.activations import (
    ActivationKind,
    ActivationSpec,
)
from cnnviz.engine.convolution.walk import Outcome
from cnnviz.engine.images.picture import Picture
from cnnviz.engine.images.samples import load_sample
from cnnviz.pages.convolution.model.lab_state import LabState
from cnnviz.pages.convolution.presenters.walk_presenter import WalkPresenter
from cnnviz.pages.convolution.views.inspector.after.activation_curve import (
    ActivationCurve,
)
from cnnviz.pages.convolution.views.inspector.after.after_tab import AfterTab
from cnnviz.pages.convolution.views.inspector.after.curve_range import (
    nice_range,
    range_of_totals,
)
from cnnviz.pages.convolution.views.inspector.after.softmax_bars import SoftmaxBars
from cnnviz.state.picture.shared_picture import SharedPicture
from cnnviz.state.store import Store

W = TypeVar("W", bound=QObject)


@dataclass(frozen=True, slots=True, eq=False)
class After:
    """The tab and what works behind it."""

    tab: AfterTab
    walk: WalkPresenter
    undo: QUndoStack
    bot: QtBot

    @property
    def state(self) -> LabState:
        return self.walk.store.state

    @property
    def curve(self) -> ActivationCurve:
        return self.find(ActivationCurve, "activation_curve")

    @property
    def words(self) -> str:
        return str(self.find(QLabel, "activation_words").text())

    def find(self, kind: type[W], name: str) -> W:
        found = self.tab.findChild(kind, name)
        assert found is not None, name
        return found

    def settle(self) -> None:
        """Wait until the whole output is the one of now."""

        def has_answer() -> bool:
            output, walk = self.state.output, self.state.walk
            assert walk is not None
            plain = walk.activation.kind == "none"
            return output is not None and (output.totals is None) == plain

        self.bot.waitUntil(has_answer)


@pytest.fixture
def after(qtbot: QtBot) -> Iterator[After]:
    undo = QUndoStack()
    walk = WalkPresenter(Store(SharedPicture(load_sample("seven"), "sample")), undo)
    tab = AfterTab(walk)
    tab.retranslate()
    tab.resize(276, 470)
    qtbot.addWidget(tab)

    def render(new: LabState, _old: Any) -> None:
        tab.render_state(new)

    walk.store.changed.connect(render)
    tab.render_state(walk.store.state)
    with qtbot.waitExposed(tab):
        tab.show()
    made = After(tab, walk, undo, qtbot)
    made.settle()
    yield made
    walk.store.changed.disconnect(render)
    walk.shut_down()


def test_that_the_combo_chooses_the_activation_by_key(after: After) -> None:
    combo = after.find(QComboBox, "activation_combo")
    combo.setFocus()

    after.bot.keyClick(combo, Qt.Key.Key_Down)

    assert after.state.settings.activation == "relu"

    after.undo.undo()

    assert combo.currentIndex() == 0


def test_that_the_slope_field_is_there_for_the_leaky_relu_only(after: After) -> None:
    slope = after.find(QDoubleSpinBox, "slope_spin")
    assert not slope.isVisible()

    after.walk.commands.set("activation", "leaky_relu")
    assert slope.isVisible()
    slope.setFocus()
    slope.selectAll()
    after.bot.keyClicks(slope, "0,25")

    after.bot.waitUntil(lambda: after.state.settings.slope == 0.25)
    assert after.curve.outcome == after.state.outcome


def test_that_the_bias_is_the_one_of_the_kernel_at_work(after: After) -> None:
    after.walk.commands.set("kernels", 3)
    after.walk.show_output_channel(2)
    bias = after.find(QDoubleSpinBox, "bias_spin")
    bias.setFocus()
    bias.selectAll()

    after.bot.keyClicks(bias, "7")

    after.bot.waitUntil(lambda: after.state.settings.biases == (0.0, 0.0, 7.0))

    after.walk.show_output_channel(0)

    assert bias.value() == 0


def test_that_a_bias_has_all_of_its_digits(after: After) -> None:
    learned = -0.08922191709280014
    after.walk.commands.set_bias(learned)
    bias = after.find(QDoubleSpinBox, "bias_spin")
    assert bias.text() == "-0.08922192"
    steps = after.undo.count()

    bias.setFocus()
    after.bot.keyClick(bias, Qt.Key.Key_Return)
    assert after.state.settings.biases[0] == float(np.float32(learned))
    assert after.undo.count() == steps

    bias.selectAll()
    after.bot.keyClicks(bias, "0,125")
    after.bot.waitUntil(lambda: after.state.settings.biases[0] == 0.125)
    after.walk.commands.set_bias(3.7)
    assert bias.text() == "3.7"


def test_that_a_refused_picture_is_not_asked_for_again(after: After) -> None:
    after.walk.commands.set("kernel_size", (15, 15))
    pixels = np.zeros((1, 4, 4), np.uint8)
    after.walk.picture_store.replace(SharedPicture(Picture(pixels, "small"), "file"))
    assert "No output" in after.words


def test_that_a_pooling_has_no_bias(after: After) -> None:
    after.walk.commands.set("operation", "pooling")

    assert not after.find(QDoubleSpinBox, "bias_spin").isVisible()
    assert after.find(QComboBox, "activation_combo").isVisible()


@pytest.mark.parametrize("kind", ["none", "relu", "leaky_relu", "sigmoid", "tanh"])
def test_that_the_point_moves_and_the_axes_stay(
    after: After, kind: ActivationKind
) -> None:
    after.walk.commands.set("activation", kind)
    after.settle()
    axes, seen = after.curve.across, set()

    for position in (0, 100, 333, 350, 400, 675):
        after.walk.go_to(position)
        outcome = after.state.outcome
        assert after.curve.outcome == outcome
        assert after.curve.across == axes
        seen.add(outcome)

    assert len(seen) > 2


def test_that_the_horizontal_axis_fits_the_sums_before_the_activation(
    after: After,
) -> None:
    low, high = after.state.output.values_hw.min(), after.state.output.values_hw.max()
    after.walk.commands.set("activation", "sigmoid")
    after.settle()

    axis = after.curve.across

    assert axis.low <= low < high <= axis.high
    assert axis.high - axis.low < 1.3 * (high - low)


def test_that_a_step_repaints_the_point_only(after: After) -> None:
    after.walk.commands.set("activation", "relu")
    after.settle()
    after.curve.grab()
    under = after.curve._under
    assert under is not None

    after.walk.go_to(333)
    after.curve.grab()

    assert after.curve._under is under


@pytest.mark.parametrize(("total", "output"), [(-50.0, 0.0), (80.0, 80.0)])
def test_that_the_point_is_painted_where_the_axes_say(
    qtbot: QtBot, total: float, output: float
) -> None:
    curve = ActivationCurve()
    qtbot.addWidget(curve)
    curve.resize(276, 220)

    curve.render_point(
        ActivationSpec(kind="relu"), Outcome(total, (), output), (-100, 100)
    )
    picture: QImage = curve.grab().toImage()

    spot = curve.place_of(total, output).toPoint()
    colour = QColor(picture.pixel(spot))
    assert colour == curve._colour(1)
    assert QColor(picture.pixel(spot + QPoint(12, -25))) != colour
    origin, beyond = curve.place_of(0, 0), curve.place_of(total, output)
    assert (beyond.x() < origin.x()) == (total < 0)


@pytest.mark.parametrize("kind", ["relu", "leaky_relu", "sigmoid", "tanh"])
def test_that_the_slope_in_words_is_the_derivative_of_torch(
    after: After, kind: ActivationKind
) -> None:
    after.walk.commands.set("value_range", "0..1")
    after.walk.commands.set("activation", kind)
    for position in (0, 333, 340, 350):
        after.walk.go_to(position)
        total = torch.tensor(after.state.outcome.total, requires_grad=True)
        function = getattr(torch.nn.functional, kind)
        function(total).backward()
        slope = float(total.grad)
        words = after.words
        said = 0.0 if "point: 0." in words and "learn nothing" in words else None
        if said is None:
            text = words.removeprefix("Slope at the point: ").split(". ")[0]
            said = float(text.replace("−", "-"))
        assert said == pytest.approx(slope, rel=6e-3, abs=6e-4)


def test_that_softmax_lists_all_channels_and_marks_the_own(after: After) -> None:
    after.walk.commands.set("value_range", "0..1")
    after.walk.commands.set("kernels", 3)
    for number, key in enumerate(("sobel_x", "sobel_y", "box_blur")):
        after.walk.commands.choose_kernel(key, number)
    after.walk.commands.set("activation", "softmax")
    after.walk.show_output_channel(1)
    bars = after.find(SoftmaxBars, "softmax_bars")

    for position in (0, 333, 340):
        after.walk.go_to(position)
        walk = after.state.walk
        row, column = walk.cell
        totals = [
            float(walk.operation.step_at(row, column, channel).total)
            for channel in range(3)
        ]
        theirs = torch.softmax(torch.tensor(totals), 0)
        assert bars.isVisible()
        assert bars.shares == pytest.approx(theirs.tolist(), abs=1e-5)
        assert bars.shares[1] == pytest.approx(after.state.outcome.output, abs=1e-5)


def test_that_softmax_of_a_single_channel_says_what_to_do(after: After) -> None:
    after.walk.commands.set("activation", "softmax")

    assert after.state.outcome.output == 1
    assert "always 1" in after.words
    assert "Add kernels" in after.words
    assert not after.find(SoftmaxBars, "softmax_bars").isVisible()

    after.walk.commands.set("operation", "pooling")

    assert "colour picture" in after.words


def test_that_many_channels_scroll_to_the_own_one(after: After) -> None:
    after.walk.commands.set("kernels", 40)
    after.walk.commands.set("activation", "softmax")
    bars = after.find(SoftmaxBars, "softmax_bars")
    after.bot.waitUntil(lambda: bars.verticalScrollBar().maximum() > 0)

    after.walk.show_output_channel(39)

    after.bot.waitUntil(
        lambda: bars.verticalScrollBar().value() > 30 * 20,
    )
    assert bars.focusProxy().focusPolicy() == Qt.FocusPolicy.StrongFocus


def test_that_everything_has_room_at_the_smallest_height(after: After) -> None:
    after.walk.commands.set("kernels", 6)
    after.walk.commands.set("activation", "softmax")

    assert after.tab.minimumSizeHint().height() <= 470
    assert after.tab.heightForWidth(276) <= 470  # what a scroll area asks for
    assert after.tab.minimumSizeHint().width() <= 276


def test_that_a_pooled_number_goes_through_the_activation(after: After) -> None:
    after.walk.commands.set("operation", "pooling")
    after.walk.commands.set("pool_size", (2, 2))
    after.walk.commands.set("activation", "tanh")
    after.walk.go_to(90)

    outcome = after.curve.outcome
    assert outcome is not None
    assert outcome.output == pytest.approx(np.tanh(outcome.total))


@pytest.mark.parametrize(
    ("low", "high"), [(-657, 657), (0, 255), (-1e-4, 3e-4), (0, 0), (-3e7, 1), (5, 6)]
)
def test_that_axes_hold_their_numbers_0_and_some_ticks(low: float, high: float) -> None:
    axis = range_of_totals(low, high)

    assert axis.low <= min(low, 0)
    assert axis.high >= max(high, 0)
    assert axis.low < 0 < axis.high
    assert any(abs(tick) < axis.step / 1e6 for tick in axis.ticks)
    assert 3 <= len(axis.ticks) <= 6
    assert all(axis.low <= tick <= axis.high for tick in axis.ticks)


def test_that_an_axis_of_one_number_is_no_point() -> None:
    axis = nice_range(5, 5)

    assert axis.low < 5 < axis.high
