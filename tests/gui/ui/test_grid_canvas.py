"""The zoomable grid: where cells lie, and what hands do to them."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QGuiApplication,
    QImage,
    QPainter,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cnnviz.engine.images.colour_maps import GREY
from cnnviz.ui.canvas import grid_numbers
from cnnviz.ui.canvas.grid_canvas import GridCanvas
from cnnviz.ui.canvas.grid_cells import Cells
from cnnviz.ui.canvas.grid_geometry import Frame, GridView, fit_view, panned, zoomed
from cnnviz.ui.canvas.grid_numbers import TEXT_MARGIN, fitted_texts, is_light
from cnnviz.ui.theme.look import look

SIZE = 281


@pytest.fixture
def canvas(qtbot: QtBot) -> GridCanvas:
    """Return a shown canvas with 28 x 28 cells of 10 pixels, no border."""
    made = GridCanvas()
    qtbot.addWidget(made)
    made.resize(SIZE, SIZE)
    values = np.arange(784, dtype=np.float32).reshape(28, 28)
    made.set_grid((values % 256).astype(np.uint8), GREY, values)
    with qtbot.waitExposed(made):
        made.show()
    return made


def wheel(canvas: GridCanvas, at: QPoint, notches: int) -> None:
    event = QWheelEvent(
        QPointF(at),
        QPointF(canvas.mapToGlobal(at)),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(canvas, event)


def shade(canvas: GridCanvas, level: int) -> QColor:
    """Return a grey level as the theme shows it."""
    return QColor(*look(canvas.palette()).tables["grey"][level].tolist())


def test_that_a_cell_has_its_own_colour(canvas: GridCanvas) -> None:
    x, y, width, height = canvas.view.rect(3, 5)

    shot = canvas.grab().toImage()

    level = (3 * 28 + 5) % 256
    centre = QPoint(x + width // 2, y + height // 2)
    assert shot.pixelColor(centre) == shade(canvas, level)


@pytest.mark.parametrize("every", [30, 4])
def test_that_a_grid_that_is_not_all_there_can_be_drawn_for_a_file(
    canvas: GridCanvas, every: int
) -> None:
    part = np.full((-(-30 // every), -(-30 // every)), 200, np.uint8)
    canvas.set_grid(part, GREY, size_hw=(30, 30))
    shot = QImage(canvas.size(), QImage.Format.Format_RGB32)
    canvas.set_exporting(True)
    canvas.render(shot)
    canvas.set_exporting(False)
    x, y, width, height = canvas.view.rect(20, 7)
    middle = QPoint(x + width // 2, y + height // 2)
    assert shot.pixelColor(middle) == QColor(200, 200, 200)


def test_that_a_grid_looks_the_same_whenever_it_is_painted(canvas: GridCanvas) -> None:
    canvas.zoom(3)
    first, second, third = (canvas.grab().toImage() for _ in range(3))
    assert first == second == third


def test_that_a_click_tells_its_cell(canvas: GridCanvas, qtbot: QtBot) -> None:
    with qtbot.waitSignal(canvas.cell_clicked) as clicked:
        qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=QPoint(95, 42))

    assert clicked.args == [4, 9]


def test_that_cells_of_a_border_have_negative_places(
    canvas: GridCanvas, qtbot: QtBot
) -> None:
    canvas.set_cells(Cells(np.zeros((4, 4), np.uint8), GREY), Frame(4, 4, 1, 1, 2, 2))
    x, y, *_ = canvas.view.rect(-1, -2)

    with qtbot.waitSignal(canvas.cell_hovered) as hovered:
        qtbot.mouseMove(canvas, QPoint(x + 2, y + 2))

    assert hovered.args == [-1, -2]


def test_that_the_wheel_keeps_the_cell_under_the_pointer(canvas: GridCanvas) -> None:
    at = QPoint(205, 75)
    before = canvas.view.cell_at(at.x(), at.y())

    for _ in range(6):
        wheel(canvas, at, 1)

    assert canvas.view.scale > 25
    assert canvas.view.cell_at(at.x(), at.y()) == before


def test_that_a_drag_moves_a_zoomed_grid_and_clicks_nothing(
    canvas: GridCanvas, qtbot: QtBot
) -> None:
    for _ in range(6):
        canvas.zoom_in()
    before = canvas.view
    clicks: list[tuple[int, int]] = []
    canvas.cell_clicked.connect(lambda row, column: clicks.append((row, column)))

    qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=QPoint(100, 100))
    qtbot.mouseMove(canvas, QPoint(140, 120))
    qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=QPoint(140, 120))

    assert (canvas.view.x, canvas.view.y) == (before.x + 40, before.y + 20)
    assert clicks == []


def test_that_keys_zoom_and_fit(canvas: GridCanvas, qtbot: QtBot) -> None:
    fitted = canvas.view

    qtbot.keyClick(canvas, Qt.Key.Key_Plus)
    larger = canvas.view.scale
    qtbot.keyClick(canvas, Qt.Key.Key_0)

    assert larger > fitted.scale
    assert canvas.view == fitted


def test_that_arrow_keys_read_cells_and_return_clicks(
    canvas: GridCanvas, qtbot: QtBot
) -> None:
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down):
        qtbot.keyClick(canvas, key)

    with qtbot.waitSignal(canvas.cell_clicked) as clicked:
        qtbot.keyClick(canvas, Qt.Key.Key_Return)

    assert clicked.args == [1, 1]


def test_that_copied_numbers_are_a_table(canvas: GridCanvas) -> None:
    canvas.set_grid(np.zeros((2, 2), np.uint8), GREY, np.array([[1.5, -2.0], [0, 3]]))

    canvas.copy_numbers()

    assert QGuiApplication.clipboard().text() == "1.5\t-2\n0\t3"


def test_that_a_resize_keeps_the_whole_grid_in_view(
    canvas: GridCanvas, qtbot: QtBot
) -> None:
    canvas.resize(561, 600)

    qtbot.waitUntil(lambda: canvas.view.scale == 20)


def test_that_numbers_appear_when_there_is_room(canvas: GridCanvas) -> None:
    canvas.set_grid(np.zeros((2, 2), np.uint8), GREY)
    bare = canvas.grab().toImage()

    canvas.set_grid(np.zeros((2, 2), np.uint8), GREY, np.full((2, 2), 8.0))

    assert canvas.grab().toImage() != bare


def test_that_numbers_fade_in_as_cells_grow(canvas: GridCanvas) -> None:
    def ink(scale: int) -> int:
        """Return how light the lightest dot of a black cell's number is."""
        canvas.resize(scale * 9 + 1, scale * 9 + 1)
        values = np.full((9, 9), 255.0)
        canvas.set_grid(np.zeros((9, 9), np.uint8), GREY, values)
        canvas.fit()
        x, y, width, height = canvas.view.rect(1, 1)
        shot = canvas.grab(QRect(x + 3, y + 3, width - 6, height - 6)).toImage()
        return max(
            shot.pixelColor(column, row).red()
            for row in range(shot.height())
            for column in range(shot.width())
        )

    inks = [ink(scale) for scale in (36, 28, 24, 12)]

    assert inks == sorted(inks, reverse=True)
    assert inks[0] > 190
    assert 0 < inks[2] < inks[0]
    assert inks[3] == shade(canvas, 0).red()


def test_that_colours_are_shown_as_given(canvas: GridCanvas) -> None:
    rgb = np.random.default_rng(0).integers(0, 256, (3, 5, 7), np.uint8)

    canvas.set_cells(Cells(rgb[0], GREY, rgb_chw=rgb), Frame(5, 7))

    x, y, width, height = canvas.view.rect(4, 6)
    shot = canvas.grab().toImage()
    centre = QPoint(x + width // 2, y + height // 2)
    assert shot.pixelColor(centre) == QColor(*rgb[:, 4, 6].tolist())


def mirrored() -> tuple[Cells, Frame]:
    """Return 2 x 2 cells whose border of one repeats them, with a gap between."""
    values = np.array([[10, 20], [30, 40]], np.uint8)
    around = np.array([1, 0, -1, 1, 0])
    cells = Cells(values, GREY, values, sources=(around, around), blank=0.0)
    return cells, Frame(3, 3, 1, 1, 1, 1)


def test_that_border_and_gaps_have_numbers(canvas: GridCanvas) -> None:
    canvas.set_cells(*mirrored())

    shown = [
        [canvas.value_at(row, column) for column in range(-1, 4)] for row in (-1, 1)
    ]

    assert shown == [[40, 30, 0, 40, 30], [0, 0, 0, 0, 0]]
    assert canvas.value_at(4, 0) is None


def test_that_copied_numbers_have_their_gaps(canvas: GridCanvas) -> None:
    canvas.set_cells(*mirrored())

    canvas.copy_numbers()

    assert QGuiApplication.clipboard().text() == "10\t0\t20\n0\t0\t0\n30\t0\t40"


def test_that_border_gap_and_cell_look_different(canvas: GridCanvas) -> None:
    cells, frame = mirrored()
    canvas.set_cells(Cells(cells.indices_hw, GREY, sources=cells.sources), frame)
    shot = canvas.grab().toImage()

    def inks(row: int, column: int) -> frozenset[str]:
        x, y, width, height = canvas.view.rect(row, column)
        return frozenset(
            shot.pixelColor(px, py).name()
            for px in range(x + 3, x + width - 3)
            for py in range(y + 3, y + height - 3)
        )

    cell, gap, border = inks(0, 0), inks(1, 1), inks(-1, -1)
    assert cell == {shade(canvas, 10).name()}
    assert not cell & gap
    assert not gap & border
    assert not cell & border


@pytest.mark.parametrize("scale", [0.4, 1.5, 9.0])
def test_that_a_stretched_picture_is_painted_at_any_size(
    canvas: GridCanvas, scale: float
) -> None:
    side = int(SIZE / scale / 2)
    values = np.full((side, side), 255, np.uint8)
    around = np.where(np.arange(2 * side - 1) % 2, -1, np.arange(2 * side - 1) // 2)

    for rgb in (None, np.stack([values] * 3)):
        cells = Cells(values, GREY, rgb_chw=rgb, sources=(around, around), blank=0.0)
        canvas.set_cells(cells, Frame(2 * side - 1, 2 * side - 1))
        x, y, *_ = canvas.view.rect(0, 0)
        assert canvas.grab().toImage().pixelColor(x + 2, y + 2).red() > 100


def test_that_an_export_has_the_colours_of_data_in_every_theme(
    canvas: GridCanvas,
) -> None:
    canvas.set_exporting(True)

    after = canvas.grab().toImage()
    for row, column in ((0, 0), (13, 20), (27, 27)):
        x, y, width, height = canvas.view.rect(row, column)
        centre = QPoint(x + width // 2, y + height // 2)
        level = (row * 28 + column) % 256
        assert after.pixelColor(centre) == QColor(level, level, level)


def test_that_an_empty_canvas_gives_its_hint(canvas: GridCanvas) -> None:
    canvas.clear()
    bare = canvas.grab().toImage()

    canvas.clear("Draw a digit")

    assert canvas.grab().toImage() != bare


frames = st.builds(
    Frame, st.integers(1, 300), st.integers(1, 300), *[st.integers(0, 9)] * 4
)


@given(frames, st.integers(96, 900), st.integers(96, 900))
def test_that_a_fitted_frame_lies_inside_the_viewport(
    frame: Frame, width: int, height: int
) -> None:
    view = fit_view(frame, width, height)
    x, y, w, h = view.rect(-frame.top, -frame.left, frame.height, frame.width)

    assert x >= 0
    assert y >= 0
    assert x + w <= width
    assert y + h <= height


@given(
    frames,
    st.floats(0.3, 4.0),
    st.tuples(st.integers(0, 400), st.integers(0, 300)),
    st.tuples(st.integers(-900, 900), st.integers(-900, 900)),
)
def test_that_zooming_and_panning_leave_no_gap(
    frame: Frame, factor: float, at: tuple[int, int], by: tuple[int, int]
) -> None:
    view = zoomed(fit_view(frame, 400, 300), factor, at, 400, 300)
    view = panned(view, *by, 400, 300)
    for origin, extent, length in (
        (view.x, frame.width * view.scale, 400),
        (view.y, frame.height * view.scale, 300),
    ):
        if extent > length:
            assert origin <= 0
            assert origin + extent >= length - 1
        else:
            assert 0 <= origin <= length - extent + 1


@given(frames, frames)
def test_that_grids_side_by_side_begin_at_one_height(one: Frame, other: Frame) -> None:
    tops = {fit_view(frame, 337, 337).y for frame in (one, other)}
    assert tops == {0}


@given(frames, st.integers(0, 399), st.integers(0, 299))
def test_that_the_cell_under_a_pixel_covers_it(frame: Frame, x: int, y: int) -> None:
    view = fit_view(frame, 400, 300)
    cell = view.cell_at(x, y)
    if cell is not None:
        left, top, width, height = view.rect(*cell)
        assert left - 1 <= x <= left + width + 1
        assert top - 1 <= y <= top + height + 1


def test_that_one_long_number_does_not_make_all_of_them_tiny(qapp: object) -> None:
    fitted = fitted_texts(np.array([[1 / 9, -2.0]]), 35.0, QFont())

    assert fitted is not None
    texts, font = fitted
    assert texts[0][0] in ("0.111", "0.11")
    assert font.pixelSize() >= 11


@pytest.mark.parametrize("cell", [28, 36, 44, 52])
def test_that_numbers_of_neighbours_do_not_touch(qapp: object, cell: int) -> None:
    values = np.array([[-0.58554, -0.36112, 11.1111, 0.1]])

    fitted = fitted_texts(values, cell - TEXT_MARGIN, QFont())

    assert fitted is not None
    texts, font = fitted
    widest = max(map(QFontMetricsF(font).horizontalAdvance, texts[0]))
    assert cell - widest >= 4


def test_that_small_cells_show_no_numbers_rather_than_unreadable_ones(
    qapp: object,
) -> None:
    values = np.array([[0, 0, 0, 255, 132]])

    assert fitted_texts(values, 16 - TEXT_MARGIN, QFont()) is None
    fitted = fitted_texts(values, 30 - TEXT_MARGIN, QFont())
    assert fitted is not None
    assert fitted[1].pixelSize() >= 11


def test_that_small_numbers_keep_their_contrast() -> None:
    """3:1 on any grey level, 7:1 on black and on white (WCAG 2)."""

    def luminance(level: float) -> float:
        part = level / 255
        return float(
            part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        )

    for level, light in enumerate(is_light(GREY)):
        ink = grid_numbers._INKS[int(light)]
        share = ink.alphaF()
        shown = share * ink.red() + (1 - share) * level
        high, low = sorted((luminance(shown), luminance(level)), reverse=True)
        ratio = (high + 0.05) / (low + 0.05)
        assert ratio >= (7 if level in (0, 255) else 3), level


def test_that_a_few_numbers_that_are_too_wide_are_pressed_together() -> None:
    values_hw = np.array([[-255, 0, 255], [-280, 0, 470], [0, 0, 0]], np.float32)
    fitted = fitted_texts(values_hw, 28 - TEXT_MARGIN, QFont())
    assert fitted is not None
    assert fitted[0][1] == ["−280", "0", "470"]


def test_that_a_small_number_without_room_is_nearly_nothing_and_not_dots() -> None:
    values_hw = np.array([[-0.033, 0.11, -0.25], [-0.0041, 0.16, 1.9], [0, 0, 0.24]])
    for room in (28.0 - TEXT_MARGIN, 30.0 - TEXT_MARGIN):
        fitted = fitted_texts(values_hw, room, QFont())
        assert fitted is not None
        texts, font = fitted
        widest = max(QFontMetricsF(font).horizontalAdvance(t) for r in texts for t in r)
        assert widest <= room
        assert texts[1][0] in ("≈0", "−0.004", "−0.0041")
        assert not any("…" in line for line in texts)
        assert texts[0][1] == "0.11"
        assert texts[0][2] in ("−0.2", "−0.25")


class FaultyCanvas(GridCanvas):
    """Survive what its layers raise, and keep the painter for who asks afterwards."""

    faults = 0
    painter: QPainter | None = None

    def layer(self, painter: QPainter, _view: GridView) -> None:
        self.painter = painter
        painter.setOpacity(0.0)
        raise ZeroDivisionError

    def paintEvent(self, event: QPaintEvent) -> None:
        try:
            super().paintEvent(event)
        except ZeroDivisionError:
            self.faults += 1
            assert self.painter is not None
            assert not self.painter.isActive()


@pytest.mark.parametrize("is_ground", [True, False])
def test_that_a_layer_that_fails_leaves_no_painter_open(
    qtbot: QtBot, is_ground: bool
) -> None:
    canvas = FaultyCanvas()
    qtbot.addWidget(canvas)
    canvas.resize(SIZE, SIZE)
    canvas.set_grid(np.zeros((28, 28), np.uint8), GREY)
    before = canvas.grab().toImage()
    install = canvas.set_ground_layers if is_ground else canvas.set_layers
    install((canvas.layer,))
    canvas.grab()
    assert canvas.faults
    install(())
    assert canvas.grab().toImage() == before


def test_that_what_shows_all_or_nothing_is_not_enlarged(canvas: GridCanvas) -> None:
    canvas.zoom_to_cells(0, 0, 28, 28)
    assert not canvas.is_enlarged
    canvas.zoom_to_cells(3, 3, 3, 3)
    assert canvas.is_enlarged
    canvas.clear()
    assert not canvas.is_enlarged
