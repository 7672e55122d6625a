"""A window with too many numbers to write: words instead, and no waiting for them."""

import tracemalloc
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QLocale
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton

from cnnviz.engine.convolution.operations import Pooling
from cnnviz.engine.convolution.spec import PoolKind
from cnnviz.engine.images.picture import Picture
from cnnviz.pages.convolution.model.lab_settings import PoolSettings
from cnnviz.pages.convolution.views.algorithm.algorithm_panel import AlgorithmPanel
from cnnviz.pages.convolution.views.export.lab_actions import LabActions
from cnnviz.pages.convolution.views.stage.lab_stage import unit_of
from cnnviz.state.picture.shared_picture import SharedPicture
from cnnviz.ui.unit_view.sum.sum_products import SumProducts

Lab = Any


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale("en_US"))
    yield
    QLocale.setDefault(before)


def pool_all(lab: Lab, side: int, kind: PoolKind = "max", **more: Any) -> None:
    """Pool a whole picture of noise, and let it be painted."""
    pixels = np.random.default_rng(0).integers(0, 256, (1, side, side), np.uint8)
    lab.walk.picture_store.replace(SharedPicture(Picture(pixels, "noise"), "file"))
    pooling = PoolSettings(kind=kind, is_global=True)
    settings = lab.state.settings
    lab.walk.commands.apply(
        replace(settings, operation="pooling", pooling=pooling, **more)
    )

    def is_answered() -> bool:
        output, walk = lab.state.output, lab.state.walk
        return output is not None and walk is not None and output.is_of(walk)

    # tracemalloc must not begin while NumPy allocates in another thread: it crashes.
    lab.bot.waitUntil(is_answered)


def painted(lab: Lab) -> None:
    written = lab.page.findChild(SumProducts)
    assert written is not None
    written.grab()
    lab.page.grab()


@pytest.mark.parametrize(
    ("kind", "before"),
    [
        ("max", "the largest of 1,048,576 numbers"),
        ("min", "the smallest of 1,048,576 numbers"),
        ("average", "÷ 1,048,576"),
    ],
)
def test_that_the_numbers_of_a_global_pooling_are_told_in_words(
    lab: Lab, kind: PoolKind, before: str
) -> None:
    pool_all(lab, 1024, kind)

    tracemalloc.start()
    lab.page._sum._unit = None
    lab.page._sum.render_unit(unit_of(lab.state))
    painted(lab)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert before in lab.find(QLabel, "sum_before").text()
    assert lab.page.findChild(SumProducts).minimumHeight() < 30
    assert most < 32 * 1024**2


def test_that_the_sum_of_a_large_window_is_not_copied(lab: Lab) -> None:
    pool_all(lab, 128)
    actions = lab.page.findChild(LabActions)
    for action in (actions.copy_sum, actions.copy_latex):
        QGuiApplication.clipboard().setText("kept")

        with lab.bot.waitSignal(lab.page.status_message) as heard:
            action.trigger()

        assert heard.args[0].startswith("This sum has 16,384 numbers, too many")
        assert QGuiApplication.clipboard().text() == "kept"


def test_that_the_program_of_a_large_window_is_not_copied(lab: Lab) -> None:
    pool_all(lab, 128)
    lab.page.findChild(LabActions).algorithm.setChecked(True)
    QGuiApplication.clipboard().setText("kept")

    with lab.bot.waitSignal(lab.page.status_message) as heard:
        lab.find(QPushButton, "copy_program").click()

    assert heard.args[0].startswith("The window has 128 × 128 cells")
    assert QGuiApplication.clipboard().text() == "kept"


@pytest.mark.parametrize("kind", ["max", "average"])
def test_that_the_loops_of_a_large_window_keep_no_list_of_numbers(
    lab: Lab, kind: PoolKind
) -> None:
    pool_all(lab, 1024, kind)
    panel = lab.page.findChild(AlgorithmPanel)
    tracemalloc.start()

    lab.page.findChild(LabActions).algorithm.setChecked(True)
    first, _, forward, last = panel.step_actions()
    first.trigger()
    for _ in range(3):
        forward.trigger()

    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 8 * 1024**2
    numbers = lab.state.given.values_chw[0, 0, :3].astype(int)
    expected = numbers.max() if kind == "max" else numbers.sum()
    assert lab.find(QLabel, "algorithm_result").text().endswith(f" = {expected}")
    last.trigger()
    assert " = " in lab.find(QLabel, "algorithm_result").text()


def test_that_a_step_is_computed_once(
    lab: Lab, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []
    usual = Pooling.step_at

    def counted(self: Pooling, *where: int) -> Any:
        asked.append(where)
        return usual(self, *where)

    monkeypatch.setattr(Pooling, "step_at", counted)
    pool_all(lab, 64)

    assert asked == [(0, 0, 0)]
