"""The points of plots, as arrow keys and screen readers come to them."""

import numpy as np
import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from pytestqt.qtbot import QtBot

from cnnviz.ui.plots.answer_plot import AnswerPlot, PlottedAnswers
from cnnviz.ui.plots.curve_data import CurveData
from cnnviz.ui.plots.curve_plot import CurvePlot
from cnnviz.ui.plots.lanes_plot import LaneCurves, LanesPlot
from cnnviz.ui.plots.read_plot import ReadPlot


@pytest.fixture(autouse=True)
def english(qapp: QGuiApplication) -> None:
    QLocale.setDefault(QLocale("en_US"))


def floats(*values: float) -> np.ndarray:
    return np.array(values, np.float32)


def names(plot: ReadPlot) -> list[str]:
    found = QAccessible.queryAccessibleInterface(plot)
    children = map(found.child, range(found.childCount()))
    return [child.text(QAccessible.Text.Name) for child in children]


@pytest.fixture
def curves(qtbot: QtBot) -> CurvePlot:
    plot = CurvePlot(highest=100.0, unit="%")
    qtbot.addWidget(plot)
    plot.resize(500, 300)
    plot.set_texts("Accuracy", "")
    plot.name_curves("training", "validation")
    plot.count_in("batch", 1)
    x, means = floats(1, 2, 3), floats(10, 50, 80)
    plot.draw(CurveData((x, means), (x, means), (floats(2), floats(60.5)), 3))
    with qtbot.waitExposed(plot):
        plot.show()
    plot.activateWindow()
    plot._plot.setFocus()
    return plot


def test_that_every_point_of_a_curve_is_found_by_its_curve_and_its_place(
    curves: CurvePlot,
) -> None:
    said = [
        "training, batch 1: 10%",
        "training, batch 2: 50%",
        "training, batch 3: 80%",
        "validation, batch 2: 60.5%",
    ]
    assert names(curves._plot) == said
    curves.set_logarithmic(True)
    assert names(curves._plot) == said


def test_that_a_point_is_outlined_where_it_is_painted(curves: CurvePlot) -> None:
    plot = curves._plot
    for index in range(4):
        cell = plot.cell_of(index)
        assert plot.index_of(cell) == index
        assert plot.cell_at(plot.box_of(*cell).center()) == cell


def test_that_arrow_keys_read_points_and_mark_their_batch(
    curves: CurvePlot, qtbot: QtBot
) -> None:
    pointed: list[float | None] = []
    curves.pointed.connect(pointed.append)
    read = []
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Down, Qt.Key.Key_Up):
        qtbot.keyClick(curves._plot, key)
        read.append(curves._plot.hovered_cell)
    assert read == [(0, 2), (0, 1), (1, 0), (0, 1)]
    assert pointed == [3.0, 2.0, 2.0, 2.0]
    qtbot.keyClick(curves._plot, Qt.Key.Key_Escape)
    assert pointed[-1] is None


def test_that_of_a_long_run_the_points_around_the_one_that_is_read_are_found(
    curves: CurvePlot, qtbot: QtBot
) -> None:
    x = np.arange(1, 2001, dtype=np.float32)
    curves.draw(CurveData((x, x), (x, x), (floats(), floats()), 2000))
    assert names(curves._plot) == []
    found = QAccessible.queryAccessibleInterface(curves._plot)
    said = found.text(QAccessible.Text.Description)
    assert said.startswith("2,000 points.")
    qtbot.keyClick(curves._plot, Qt.Key.Key_Left)
    assert names(curves._plot)[-1] == "training, batch 2000: 2000%"
    assert len(names(curves._plot)) == 13


def test_that_the_answer_over_the_place_is_read_class_by_class(qtbot: QtBot) -> None:
    plot = AnswerPlot()
    qtbot.addWidget(plot)
    plot.set_texts("Answer", "right", "Probability")
    plot.name_classes(["cat", "dog"])
    shares = np.array([[0.25, 0.75], [0.5, 0.5]], np.float32)
    plot.draw(PlottedAnswers((-1.0, 1.0), (shares,), (1, 0)))
    assert names(plot._plot) == [
        "cat, right −1: 25.0%",
        "cat, right 1: 50.0%",
        "dog, right −1: 75.0%",
        "dog, right 1: 50.0%",
    ]


def test_that_each_run_of_a_race_is_read_by_what_was_measured(qtbot: QtBot) -> None:
    plot = LanesPlot()
    qtbot.addWidget(plot)
    plot.set_texts("Loss", "batches", "loss")
    nothing = floats(), floats()
    means = floats(1, 2), floats(2.5, 2)
    plot.draw(
        [
            LaneCurves("rate 0.1", means, (floats(2), floats(1.5))),
            LaneCurves("rate 1", means, nothing),
        ]
    )
    assert names(plot._plot) == [
        "rate 0.1, batches 2: 1.5",
        "rate 1, batches 1: 2.5",
        "rate 1, batches 2: 2",
    ]
