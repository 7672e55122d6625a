from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QLocale, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPalette, QWheelEvent
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from cnnviz.ui.plots.curve_data import CurveData, Ghost, nice_end, x_end, y_range
from cnnviz.ui.plots.curve_plot import CurvePlot
from cnnviz.ui.theme.theme import palette

HINT = "Press Start"


def points(count: int, total: int = 1000) -> CurveData:
    x = np.arange(1, count + 1, dtype=np.float32)
    nothing = np.empty(0, np.float32)
    return CurveData((x, 2 / x), (x, 2 / x), (nothing, nothing), total)


@pytest.fixture
def plot(qtbot: QtBot) -> CurvePlot:
    plot = CurvePlot()
    plot.set_texts("Loss", HINT)
    plot.resize(500, 300)
    qtbot.addWidget(plot)
    plot.show()
    return plot


def view_range(plot: CurvePlot) -> list[list[float]]:
    return [list(map(float, ends)) for ends in plot._view.viewRange()]


def test_that_an_empty_plot_says_what_to_do(plot: CurvePlot) -> None:
    hint = next(label for label in plot.findChildren(QLabel) if label.text() == HINT)
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


def test_that_the_pointer_is_told_of_and_what_it_reads_is_written(
    qtbot: QtBot, plot: CurvePlot
) -> None:
    plot.draw(points(8))
    place = plot._view.mapViewToScene(QPointF(4, 0.5)).toPoint()
    with qtbot.waitSignal(plot.pointed) as told:
        qtbot.mouseMove(plot._plot.viewport(), place)
    assert told.args[0] == pytest.approx(4, abs=0.1)
    plot.set_reading(4, "batch 4: 0.5")
    assert plot._items.pointed == 4
    with qtbot.waitSignal(plot.pointed) as told:
        QApplication.sendEvent(plot._plot, QEvent(QEvent.Type.Leave))
    assert told.args == [None]
    plot.set_reading(None, "")
    assert plot._items.pointed is None


def ends_of(plot: CurvePlot) -> list[QRectF]:
    return [label.size.translated(label.pos()) for label in plot._ends]


@pytest.mark.parametrize(
    ("training", "held_out"), [(0.5, 0.5), (0.02, 0.9), (1.0, 0.99), (0.0, 0.001)]
)
def test_that_names_stand_at_the_ends_of_curves_and_never_on_one_another(
    plot: CurvePlot, training: float, held_out: float
) -> None:
    x = np.array([1, 20, 40], np.float32)
    one, two = x * 0 + np.float32(training), x * 0 + np.float32(held_out)
    plot.set_ends("training 0.02", "held out 0.9")
    plot.draw(CurveData((x, one), (x, one), (x, two), 100))
    first, second = ends_of(plot)
    assert not first.intersects(second)
    room = plot._view.rect()
    assert room.contains(first)
    assert room.contains(second)
    end = plot._view.mapFromView(QPointF(40, training))
    assert abs(first.right() - end.x()) < 20
    assert min(abs(first.bottom() - end.y()), abs(first.top() - end.y())) < 40


def test_that_a_name_with_room_stands_behind_the_end_of_its_curve(
    plot: CurvePlot,
) -> None:
    x = np.array([1, 20, 42], np.float32)
    y, nothing = x * 0 + 0.5, np.empty(0, np.float32)
    plot.resize(900, 300)
    plot.set_ends("training 0.5", "")
    plot.draw(CurveData((x, y), (x, y), (nothing, nothing), 1000))
    assert ends_of(plot)[0].left() > plot._view.mapFromView(QPointF(42, 0.5)).x()


def test_that_a_logarithmic_axis_writes_the_numbers_themselves(plot: CurvePlot) -> None:
    x = np.arange(1, 401, dtype=np.float32)
    y = np.geomspace(2, 0.002, 400).astype(np.float32)
    nothing = np.empty(0, np.float32)
    plot.draw(CurveData((x, y), (x, y), (nothing, nothing), 400))
    plot.set_logarithmic(True)
    low, high = view_range(plot)[1]
    assert low < np.log10(0.002) < np.log10(2) < high
    ((_, ticks),) = plot._y_axis.tickValues(low, high, 200)
    written = plot._y_axis.tickStrings(ticks, 1, 1)
    assert {"0.01", "0.1", "1"} <= set(written)
    plot.set_logarithmic(False)
    assert view_range(plot)[1][1] == pytest.approx(2 * 1.04 + 0.04, rel=0.6)


def test_that_a_loss_of_zero_lies_at_the_foot_of_a_logarithmic_axis() -> None:
    x, y = np.array([1, 2], np.float32), np.array([0, 1], np.float32)
    data = CurveData((x, y), (x, y), (x, y), 10)
    low, high = y_range(data, None, logarithmic=True)
    assert (low, high) == (-6, 0)


@given(st.lists(st.floats(0, 100, width=32), min_size=1, max_size=50))
def test_that_an_axis_of_percents_is_the_same_for_every_run(
    shares: list[float],
) -> None:
    y = np.array(shares, np.float32)
    x = np.arange(1, len(y) + 1, dtype=np.float32)
    nothing = np.empty(0, np.float32)
    ends = y_range(CurveData((x, y), (x, y), (nothing, nothing), 100), 100.0)
    assert ends == (0, 100)


def test_that_a_burst_at_the_beginning_does_not_press_the_rest_on_the_ground() -> None:
    x = np.arange(1, 101, dtype=np.float32)
    y = np.where((x > 1) & (x < 20), 400, 2.3).astype(np.float32)
    quick = np.geomspace(2.3, 0.01, 100, dtype=np.float32)
    nothing = np.empty(0, np.float32)
    usual = np.linspace(2.3, 1.4, 100, dtype=np.float32)
    for values, most in ((y, 7.5), (usual, 3), (quick, 3)):
        data = CurveData((x, values), (x, values), (nothing, nothing), 100)
        assert y_range(data, None) == (0, most)


def test_that_epochs_are_counted_under_the_curves(plot: CurvePlot) -> None:
    plot.draw(points(200))
    plot.count_in("epoch", 40)
    axis = plot._x_axis
    assert axis.tickStrings([0.0, 40.0, 60.0, 200.0], axis.scale, 40) == [
        "epoch",
        "1",
        "",
        "5",
    ]
    # Within the first epoch its parts are written: an axis without numbers says nothing.
    assert axis.tickStrings([0.0, 8.0, 16.0], axis.scale, 8) == ["epoch", "0.2", "0.4"]


def test_that_earlier_runs_are_drawn_and_named_where_they_leave(
    plot: CurvePlot,
) -> None:
    x = np.arange(1, 501, dtype=np.float32)
    data = points(50)
    ghost = Ghost((x, 1 + 0 * x), "run 1: seed 3")
    plot.draw(replace(data, ghosts=(ghost,)))
    ((line, label, drawn),) = plot._items._ghosts
    assert drawn is ghost
    assert label.isVisible()
    assert plot._view.rect().contains(label.size.translated(label.pos()))
    assert len(line.getData()[0]) == 500
    plot.draw(data)
    assert not label.isVisible()


def test_that_an_earlier_run_out_of_sight_is_not_named(plot: CurvePlot) -> None:
    epochs = np.float32([938, 1876])  # measured after each epoch, far from here
    data = replace(points(50), ghosts=(Ghost((epochs, epochs), "run 1: MNIST"),))
    plot.draw(data)
    ((_, label, _),) = plot._items._ghosts
    assert not label.isVisible()
    plot.draw(replace(points(1000), ghosts=data.ghosts))
    assert label.isVisible()


def test_that_names_follow_a_plot_that_becomes_lower(
    qtbot: QtBot, plot: CurvePlot
) -> None:
    x = np.array([1, 20, 40], np.float32)
    low = x * 0 + np.float32(0.02)
    plot.set_ends("training 0.02", "held out 0.02")
    plot.draw(CurveData((x, low), (x, low), (x, low), 100))
    plot.resize(500, 150)  # a line that comes below it takes room

    def are_within() -> bool:
        room = plot._view.rect()
        return plot.height() == 150 and all(map(room.contains, ends_of(plot)))

    qtbot.waitUntil(are_within)


def test_that_a_name_of_an_earlier_run_gives_way(plot: CurvePlot) -> None:
    plot.resize(500, 90)  # room for two lines
    x = np.array([1, 20, 40], np.float32)
    ghost = Ghost((x, x * 0 + np.float32(0.51)), "run 1: learning rate 0.004")
    one, two = x * 0 + np.float32(0.5), x * 0 + np.float32(0.52)
    plot.set_ends("training 0.5", "held out 0.52")
    plot.draw(CurveData((x, one), (x, one), (x, two), 40, ghosts=(ghost,)))
    ((_, label, _),) = plot._items._ghosts
    named = label.size.translated(label.pos())
    shown = [box for box in ends_of(plot) if box.intersects(named)]
    assert not (label.isVisible() and shown)
    assert all(end.isVisible() for end in plot._ends)


def test_that_the_gap_is_filled_between_training_and_held_out(plot: CurvePlot) -> None:
    x = np.array([10, 20, 30], np.float32)
    y = np.array([0.5, 0.4, 0.6], np.float32)
    data = CurveData((x, y), (x, y), (x, y), 100, gap=y - np.float32(0.3), ringed=1)
    plot.draw(data)
    gap = plot._items._gap
    assert gap.isVisible()
    box = gap.path().boundingRect()
    assert (box.left(), box.right()) == pytest.approx((10, 30))
    assert (box.top(), box.bottom()) == pytest.approx((0.1, 0.6))
    assert plot._items._ring.getData()[0].tolist() == [20]


@pytest.fixture
def linked(qtbot: QtBot) -> Iterator[tuple[CurvePlot, CurvePlot]]:
    """Return two plots, one under the other, of the same batches."""
    both = QWidget()
    column = QVBoxLayout(both)
    above, below = CurvePlot(parent=both), CurvePlot(highest=100.0, parent=both)
    for plot in (above, below):
        plot.set_texts("Loss", HINT)
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
        plot.setPalette(palette("stage" if dark else "paper"))
        base = palette("stage" if dark else "paper").color(QPalette.ColorRole.Window)
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
