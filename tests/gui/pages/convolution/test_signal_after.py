"""Bias and activation in one dimension: set by hand, seen and taken away everywhere."""

import contextlib
import io
import re
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
import torch
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QComboBox,
    QDoubleSpinBox,
    QLabel,
    QPushButton,
    QToolButton,
    QWidget,
)

from cnnviz.engine.animation.animation import animation_of
from cnnviz.engine.animation.settings import AnimationSettings
from cnnviz.engine.convolution.walk import Outcome
from cnnviz.pages.convolution.model.lab_file import Lab as LabFile
from cnnviz.pages.convolution.model.lab_file import LabView, decode_lab
from cnnviz.pages.convolution.model.lab_settings import initial_settings
from cnnviz.pages.convolution.presenters.exports import write_output
from cnnviz.pages.convolution.views.algorithm.algorithm_panel import AlgorithmPanel
from cnnviz.pages.convolution.views.inspector.after.activation_curve import (
    ActivationCurve,
)
from cnnviz.pages.convolution.views.inspector.inspector import Inspector
from cnnviz.pages.convolution.views.signal.signal_stage import SignalStage
from cnnviz.pages.convolution.views.stage.stages import Stages
from cnnviz.ui.controls.section_head import SectionHead
from cnnviz.ui.unit_view.channel_sums import SumChip
from cnnviz.ui.unit_view.sum.sum_row import SumRow
from cnnviz.ui.view_export import view_png, view_svg
from tests.gui.pages.convolution.conftest import Lab
from tests.helpers.lab_cases import encode_lab

SIGNAL = (0, 0, 0, 1, 2, 3, 4, 4, 4, 2, 0, 0, 0, 3, 3, 0)
SETTINGS = replace(initial_settings(), operation="signal")
KERNEL = (-1.0, 0.0, 1.0)
"""As applied: the first one of the page, turned."""
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def signal(lab: Lab, own_look: None) -> Lab:
    """Return the page on the first signal, at position 10, where the sum is negative."""
    lab.walk.commands.set("operation", "signal")
    lab.walk.go_to(9)
    settle(lab)
    return lab


def settle(lab: Lab) -> None:
    """Wait until the whole output is that of the walk of now."""

    def is_answered() -> bool:
        output, walk = lab.state.output, lab.state.walk
        assert walk is not None
        return output is not None and output.is_of(walk)

    lab.bot.waitUntil(is_answered)


def choose(lab: Lab, kind: str) -> None:
    """Choose an activation with the keys, on the After tab."""
    combo = lab.reach(QComboBox, "activation_combo")
    combo.setFocus()
    while combo.currentData() != kind:
        down = combo.findData(kind) > combo.currentIndex()
        lab.bot.keyClick(combo, Qt.Key.Key_Down if down else Qt.Key.Key_Up)


def type_bias(lab: Lab, text: str) -> None:
    bias = lab.reach(QDoubleSpinBox, "bias_spin")
    bias.setFocus()
    bias.selectAll()
    lab.bot.keyClicks(bias, text)
    lab.bot.keyClick(bias, Qt.Key.Key_Return)


def by_torch(bias: float, kind: str) -> list[float]:
    """Return what torch makes of the first signal of the page."""
    made = torch.nn.functional.conv1d(
        torch.tensor([[SIGNAL]], dtype=torch.float64),
        torch.tensor([[KERNEL]], dtype=torch.float64),
        torch.tensor([bias], dtype=torch.float64),
        padding=1,
    )
    after = {
        "none": lambda each: each,
        "relu": torch.relu,
        "leaky_relu": torch.nn.functional.leaky_relu,
        "sigmoid": torch.sigmoid,
        "tanh": torch.tanh,
        "softmax": lambda each: torch.softmax(each, dim=1),
    }[kind]
    return after(made)[0, 0].tolist()


def outcome(lab: Lab) -> Outcome:
    assert lab.state.outcome is not None
    return lab.state.outcome


def shown_output(lab: Lab) -> list[float]:
    scene = lab.find(SignalStage, "signal_stage").scene()
    assert scene is not None
    return scene.picture.output_m.tolist()


@pytest.mark.parametrize(
    "kind", ["relu", "leaky_relu", "sigmoid", "tanh", "softmax", "none"]
)
def test_that_bars_and_point_are_what_torch_makes(signal: Lab, kind: str) -> None:
    type_bias(signal, "1.5")
    choose(signal, kind)
    settle(signal)

    expected = by_torch(1.5, kind)
    assert shown_output(signal) == pytest.approx(expected, rel=1e-12)
    assert signal.state.output is not None
    np.testing.assert_allclose(signal.state.output.values_hw[0], expected, rtol=1e-6)
    curve = signal.find(ActivationCurve, "activation_curve")
    assert curve.outcome == outcome(signal)
    assert outcome(signal).total == by_torch(1.5, "none")[9]
    assert outcome(signal).output == pytest.approx(expected[9])


def test_that_each_setting_is_one_undo_step(signal: Lab) -> None:
    before = signal.undo.count()
    type_bias(signal, "-2")
    choose(signal, "relu")

    assert signal.undo.count() == before + 2
    assert shown_output(signal) == by_torch(-2, "relu")
    signal.undo.undo()
    assert shown_output(signal) == by_torch(-2, "none")
    signal.undo.undo()
    assert shown_output(signal) == by_torch(0, "none")
    bias = signal.find(QDoubleSpinBox, "bias_spin")
    assert (
        bias.value(),
        signal.find(QComboBox, "activation_combo").currentIndex(),
    ) == (
        0,
        0,
    )
    signal.undo.redo()
    assert bias.value() == -2


def test_that_the_bias_is_that_of_the_signals_kernel_alone(signal: Lab) -> None:
    type_bias(signal, "7")

    signal.walk.commands.set("operation", "convolution")
    bias = signal.reach(QDoubleSpinBox, "bias_spin")
    assert bias.value() == 0
    assert signal.state.settings.biases == (0.0,)
    type_bias(signal, "-3")
    signal.walk.commands.set("operation", "signal")
    assert bias.value() == 7


def test_that_the_bias_in_the_sum_leads_to_its_field(signal: Lab) -> None:
    inspector = signal.find(Inspector, "inspector")
    inspector.open_section("signal")
    chip = signal.find(SumChip, "bias_chip")
    signal.bot.mouseClick(chip, Qt.MouseButton.LeftButton)

    bias = signal.find(QDoubleSpinBox, "bias_spin")
    assert bias.hasFocus()
    heads = inspector.findChildren(SectionHead)
    shown = {head.text(): head.isChecked() for head in heads if head.isVisible()}
    assert shown == {"Signal": False, "Activation": True}


def test_that_softmax_of_one_channel_is_explained(signal: Lab) -> None:
    choose(signal, "softmax")
    settle(signal)

    words = signal.find(QLabel, "activation_words").text()
    assert "always 1" in words
    assert "Kernel tab" not in words
    assert shown_output(signal) == [1.0] * 16


def test_that_the_sum_is_written_and_copied(signal: Lab) -> None:
    type_bias(signal, "0.5")
    choose(signal, "relu")

    assert signal.find(QLabel, "sum_before").text() == "3 products, 2 of them 0"
    assert signal.find(QLabel, "sum_rest").text() == "= −3.5  →  ReLU"
    assert signal.find(QLabel, "sum_total").text() == "→ 0"
    for name in ("copy_sum", "copy_latex"):
        signal.bot.mouseClick(
            signal.find(QToolButton, f"{name}_button"), Qt.MouseButton.LeftButton
        )
        copied = QGuiApplication.clipboard().text()
        if name == "copy_sum":
            assert copied == "4×(−1) + 2×0 + 0×1 + 0.5 = −3.5\nReLU(−3.5) = 0"
        else:
            assert r"y &= \operatorname{ReLU}\left(-3.5\right) = 0" in copied
            assert r"+ 0.5 = -3.5 \\" in copied


def test_that_stage_and_costs_tell_of_them(signal: Lab) -> None:
    assert "4 parameters" in signal.find(QLabel, "cost_line").text()
    type_bias(signal, "0.5")
    choose(signal, "tanh")

    texts = svg_texts(signal)
    assert {"+ bias 0.5", "tanh", "sum −4"} <= texts
    assert signal.find(QLabel, "sum_total").text().split()[-1] in texts


def view(lab: Lab) -> list[QWidget]:
    return [lab.page.findChild(Stages), lab.page.findChild(SumRow)]


def svg_texts(lab: Lab) -> set[str]:
    root = ElementTree.fromstring(view_svg(view(lab), "view"))
    return {"".join(text.itertext()).strip() for text in root.iter(f"{SVG}text")}


@pytest.mark.parametrize("kind", ["relu", "leaky_relu", "sigmoid", "tanh", "softmax"])
def test_that_the_copied_program_prints_what_is_seen(signal: Lab, kind: str) -> None:
    type_bias(signal, "0.25")
    choose(signal, kind)
    signal.page._actions.algorithm.trigger()

    printed = run(copied(signal, "copy_program"))

    number = re.match(r"output(?:\[\d+\])+ = (\S+)\n", printed)
    assert number is not None
    assert float(number[1]) == pytest.approx(outcome(signal).output, rel=1e-12)
    row = printed.splitlines()[1]
    assert [float(each) for each in row.split()] == pytest.approx(
        shown_output(signal), rel=1e-7
    )
    assert printed.endswith("PyTorch computes the same.\n")
    line = copied(signal, "copy_torch_line")
    assert "F.conv1d(signal, kernel.flip(-1), bias, padding=1)" in line
    assert kind in line
    assert "total += bias" in copied(signal, "copy_loops")


def copied(lab: Lab, name: str) -> str:
    button = lab.find(QPushButton, name)
    with lab.bot.waitSignal(lab.page.findChild(AlgorithmPanel).notified):
        lab.bot.mouseClick(button, Qt.MouseButton.LeftButton)
    return QGuiApplication.clipboard().text()


def run(script: str) -> str:
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(script, "copied.py", "exec"), {})
    return printed.getvalue()


def test_that_files_hold_the_activated_numbers(signal: Lab, tmp_path: Path) -> None:
    type_bias(signal, "1.5")
    choose(signal, "sigmoid")
    expected = by_torch(1.5, "sigmoid")
    walk = signal.state.walk
    assert walk is not None

    for ending in (".npy", ".csv", ".png"):
        write_output(tmp_path / f"output{ending}", walk, 255.0)

    array = np.load(tmp_path / "output.npy")
    assert (array.shape, array.dtype) == ((1, 1, 16), np.float32)
    np.testing.assert_allclose(array[0, 0], expected, rtol=1e-6)
    table = np.loadtxt(tmp_path / "output.csv", delimiter=",")
    np.testing.assert_array_equal(np.float32(table), array[0, 0])
    with Image.open(tmp_path / "output.png") as image:
        levels = np.asarray(image)
    np.testing.assert_allclose(levels[0], 255 * np.array(expected), atol=1)
    with Image.open(io.BytesIO(view_png(view(signal)))) as image:
        assert image.width > 1000


def test_that_an_animation_tells_of_them(signal: Lab) -> None:
    type_bias(signal, "0.5")
    choose(signal, "relu")
    walk = signal.state.walk
    assert walk is not None

    animation = animation_of(walk, AnimationSettings(width=640))

    assert (
        animation.story(9).sum_text == "4×(−1) + 2×0 + 0×1 + bias 0.5 = −3.5 → ReLU → 0"
    )
    assert animation.frame(9).size == animation.size


def test_that_a_lab_opens_again_exactly_so(signal: Lab) -> None:
    type_bias(signal, "0.1")
    choose(signal, "leaky_relu")
    seen = shown_output(signal)
    given = LabFile(signal.pictures.store.state, signal.state.settings, LabView())

    again = decode_lab(encode_lab(given), "a.cnnlab")
    signal.walk.commands.apply(SETTINGS)
    assert shown_output(signal) != seen
    signal.walk.commands.apply(again.settings)

    assert again.settings == given.settings
    assert (again.settings.signal.bias, again.settings.activation) == (
        0.1,
        "leaky_relu",
    )
    assert shown_output(signal) == seen


def test_that_the_rows_keep_their_distance_from_the_bar_above(signal: Lab) -> None:
    stage = signal.find(SignalStage, "signal_stage")
    scene = stage.scene()
    assert scene is not None

    bands = scene.view.bands

    assert bands[0].top == 12  # as much as over the titles of the grids
    assert scene.view.row_at(bands[0].top - 1) is None
    assert bands[-1].bottom < stage.height()
