from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QLocale, QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QPainter, QPalette, QWheelEvent
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from cnnviz.ui.plots.curve_data import CurveData, nice_end, x_end
from cnnviz.ui.plots.curve_plot import CurvePlot, CurveTexts
from cnnviz.ui.theme.theme import palette

TEXTS = CurveTexts(
    "Loss",
    "batches",
    "loss",
    "each",
    "mean",
    "held out",
    "Press Start",
    "batch {batch}: {value}",
)


def points(count: int, total: int = 1000) -> CurveData:
    x = np.arange(1, count + 1, dtype=np.float32)
    nothing = np.empty(0, np.float32)
    return CurveData((x, 2 / x), (x, 2 / x), (nothing, nothing), total)


@pytest.fixture
def plot(qtbot: QtBot) -> CurvePlot:
    plot = CurvePlot()
    plot.set_texts(TEXTS)
    plot.resize(500, 300)
    qtbot.addWidget(plot)
    plot.show()
    return plot


def view_range(plot: CurvePlot) -> list[list[float]]:
    return [list(map(float, ends)) for ends in plot._view.viewRange()]


def test_that_an_empty_plot_says_what_to_do(plot: CurvePlot) -> None:
    hint = next(
        label for label in plot.findChildren(QLabel) if label.text() == TEXTS.hint
    )
    assert hint.isVisible()
    plot.draw(points(3))
    assert not hint.isVisible()


@pytest.mark.parametrize(
    ("batches", "total", "end"),
    [(1, 1000, 10), (11, 1000, 20), (950, 1000, 1000), (950, 955, 955), (4, 3, 10)],
)
def test_that_the_batch_axis_runs_a_little_ahead(
    batches: int, total: int, end: float
) -> None:
    assert x_end(points(batches, total)) == end


@pytest.mark.parametrize("batches", [10, 1000, 100_000])
def test_that_the_number_under_the_end_of_the_axis_is_written_whole(
    plot: CurvePlot, batches: int
) -> None:
    x = np.linspace(1, batches, 10, dtype=np.float32)
    nothing = np.empty(0, np.float32)
    plot.draw(CurveData((x, x / x), (x, x / x), (nothing, nothing), batches))
    plot.grab()
    axis = plot._x_axis
    paper = QImage(9, 9, QImage.Format.Format_RGB32)
    painter = QPainter(paper)
    _, _, texts = axis.generateDrawSpecs(painter)
    painter.end()
    rect, _, text = max(texts, key=lambda spec: spec[0].right())
    assert text == QLocale().toString(batches)
    right = axis.mapToScene(rect.topRight()).x()
    assert right <= plot._plot.width()


def test_that_round_ends_are_never_below_the_value() -> None:
    for value in np.geomspace(1e-6, 1e6, 500):
        assert value * (1 - 1e-9) <= nice_end(value) <= 2 * value


def test_that_the_axes_follow_the_run_until_moved_by_hand(
    qtbot: QtBot, plot: CurvePlot
) -> None:
    plot.draw(points(8))
    assert view_range(plot)[0] == pytest.approx([0, 10])
    viewport = plot._plot.viewport()
    middle = QPoint(viewport.width() // 2, viewport.height() // 2)
    qtbot.mousePress(viewport, Qt.MouseButton.LeftButton, pos=middle)
    for shift in (5, 20, 40):
        qtbot.mouseMove(viewport, middle + QPoint(-shift, 0))
        # pyqtgraph wants to hear of the pressed button with each movement.
        _drag(viewport, middle + QPoint(-shift, 0))
    qtbot.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=middle + QPoint(-40, 0))
    assert not plot.fits
    moved = view_range(plot)
    plot.draw(points(500))
    assert view_range(plot) == moved


def test_that_a_double_click_fits_again(qtbot: QtBot, plot: CurvePlot) -> None:
    plot.draw(points(500))
    plot._view.sigRangeChangedManually.emit([True, True])
    plot._view.setRange(xRange=(3, 4), padding=0)
    viewport = plot._plot.viewport()
    middle = QPoint(viewport.width() // 2, viewport.height() // 2)
    qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=middle)
    qtbot.mouseDClick(viewport, Qt.MouseButton.LeftButton, pos=middle)
    qtbot.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=middle)
    assert plot.fits
    assert view_range(plot)[0] == pytest.approx([0, 500])


def test_that_home_fits_again(qtbot: QtBot, plot: CurvePlot) -> None:
    plot.draw(points(50))
    plot._view.sigRangeChangedManually.emit([True, True])
    plot._view.setRange(xRange=(3, 4), padding=0)
    qtbot.keyClick(plot._plot, Qt.Key.Key_Home)
    assert view_range(plot)[0] == pytest.approx([0, 50])


def test_that_the_pointer_reads_a_value_off(qtbot: QtBot, plot: CurvePlot) -> None:
    plot.draw(points(8))
    place = plot._view.mapViewToScene(QPointF(4, 0.5)).toPoint()
    qtbot.mouseMove(plot._plot.viewport(), place)
    reading = plot.findChild(QLabel, "curve_reading")
    assert reading is not None
    qtbot.waitUntil(lambda: reading.text() == "batch 4: 0.5")
    QApplication.sendEvent(plot._plot, QEvent(QEvent.Type.Leave))
    assert reading.text() == ""


@pytest.fixture
def linked(qtbot: QtBot) -> Iterator[tuple[CurvePlot, CurvePlot]]:
    """Return two plots, one under the other, of the same batches."""
    both = QWidget()
    column = QVBoxLayout(both)
    above, below = CurvePlot(parent=both), CurvePlot(highest=100.0, parent=both)
    for plot in (above, below):
        plot.set_texts(TEXTS)
        column.addWidget(plot)
    below.link(above)
    both.resize(500, 600)
    qtbot.addWidget(both)
    with qtbot.waitExposed(both):
        both.show()
    yield above, below
    both.close()


def across(plots: tuple[CurvePlot, CurvePlot]) -> list[float]:
    """Return the batches at the ends of the axes, which must be the same."""
    first, second = (view_range(plot)[0] for plot in plots)
    assert first == pytest.approx(second)
    return first


def pixel(plot: CurvePlot, batch: float) -> float:
    return plot._view.mapViewToScene(QPointF(batch, 0)).x()


@pytest.mark.parametrize("first", [0, 1])
def test_that_linked_plots_show_the_same_batches(
    qtbot: QtBot, linked: tuple[CurvePlot, CurvePlot], first: int
) -> None:
    one, two = linked[first], linked[1 - first]
    for plot, count in ((one, 42), (two, 60), (one, 80)):  # in turns, as in a run
        plot.draw(points(count))
        assert across(linked) == pytest.approx([0, x_end(points(count))])
        assert pixel(one, 40) == pytest.approx(pixel(two, 40))
    two.draw(points(80))
    heights = view_range(two)[1]
    scroll(one, 3)
    moved = across(linked)
    assert moved[1] - moved[0] < 90
    assert view_range(two)[1] == heights
    two.draw(points(500))
    one.draw(points(500))
    assert across(linked) == pytest.approx(moved)
    qtbot.keyClick(two._plot, Qt.Key.Key_Home)
    assert across(linked) == pytest.approx([0, 500])
    assert one.fits
    assert two.fits
    one.window().resize(800, 700)
    assert across(linked) == pytest.approx([0, 500])
    assert pixel(one, 40) == pytest.approx(pixel(two, 40))


def test_that_linked_plots_are_read_at_the_same_batch(
    qtbot: QtBot, linked: tuple[CurvePlot, CurvePlot]
) -> None:
    one, two = linked
    for plot in linked:
        plot.draw(points(8))
    place = one._view.mapViewToScene(QPointF(4, 0.5)).toPoint()
    qtbot.mouseMove(one._plot.viewport(), place)
    readings = [plot.findChild(QLabel, "curve_reading") for plot in linked]
    qtbot.waitUntil(lambda: [r.text() for r in readings if r] == ["batch 4: 0.5"] * 2)
    assert one._mark.value() == two._mark.value() == 4
    QApplication.sendEvent(one._plot, QEvent(QEvent.Type.Leave))
    assert not one._mark.isVisible()
    assert not two._mark.isVisible()


def test_that_tick_labels_follow_the_language(plot: CurvePlot) -> None:
    before = QLocale()
    try:
        QLocale.setDefault(QLocale(QLocale.Language.Portuguese, QLocale.Country.Brazil))
        assert plot._y_axis.tickStrings([0.5, 1.0], 1, 0.5) == ["0,5", "1"]
        assert plot._x_axis.tickStrings([2.5, 4000.0], 1, 1) == ["", "4.000"]
    finally:
        QLocale.setDefault(before)


def test_that_the_ground_follows_the_theme(qapp: QApplication, plot: CurvePlot) -> None:
    for dark in (True, False):
        plot.setPalette(palette(dark=dark))
        base = palette(dark=dark).color(QPalette.ColorRole.Base)
        corner = plot._plot.grab().toImage().pixelColor(QPoint(3, 3))
        assert corner == base


def scroll(plot: CurvePlot, notches: int) -> None:
    """Turn the wheel over the middle of a plot."""
    viewport = plot._plot.viewport()
    middle = QPoint(viewport.width() // 2, viewport.height() // 2)
    event = QWheelEvent(
        QPointF(middle),
        QPointF(viewport.mapToGlobal(middle)),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(viewport, event)


def _drag(viewport: object, to: QPoint) -> None:
    from PySide6.QtGui import QMouseEvent
    from PySide6.QtWidgets import QWidget

    assert isinstance(viewport, QWidget)
    where = QPointF(to)
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        where,
        QPointF(viewport.mapToGlobal(to)),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(viewport, event)
