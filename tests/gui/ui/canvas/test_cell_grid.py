"""Painted grids are read by pointer and by keys, copied, and heard."""

from collections.abc import Callable, Iterator

import numpy as np
import pytest
from PySide6.QtCore import QLocale, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from cnnviz.engine.convolution.walk import Outcome
from cnnviz.engine.images.colour_maps import GREY
from cnnviz.engine.networks.trace import LayerOutput
from cnnviz.pages.convolution.views.inspector.after.softmax_bars import SoftmaxBars
from cnnviz.pages.draw.views.probability_bars import ProbabilityBars
from cnnviz.pages.draw.views.stage_picture import StagePicture
from cnnviz.state.picture.layer_pictures import layer_picture
from cnnviz.ui.canvas.cell_grid import CellGrid
from cnnviz.ui.canvas.grid_canvas import GridCanvas
from cnnviz.ui.plots.probability_columns import ProbabilityColumns
from cnnviz.ui.tiles.layer_tiles import LayerTiles

Show = Callable[[QWidget], tuple[CellGrid, QMainWindow]]

NUMBERS = np.array([[5, -70, 2], [0.5, 40, 1]], np.float32)
SHARES = np.array([0.25, 0.5, 0.25], np.float32)
LABELS = ("a", "b", "c")


def canvas() -> CellGrid:
    grid = GridCanvas()
    grid.set_grid(np.zeros((2, 3), np.uint8), GREY, NUMBERS)
    return grid


def maps() -> CellGrid:
    tiles = LayerTiles()
    values = np.stack((NUMBERS, NUMBERS * 2, NUMBERS * 3))
    tiles.set_columns(3)
    tiles.render_state(layer_picture(LayerOutput("c1", "conv2d", values)))
    return tiles


def vector() -> CellGrid:
    tiles = LayerTiles()
    tiles.set_columns(3)
    tiles.render_state(layer_picture(LayerOutput("f6", "linear", NUMBERS.ravel())))
    return tiles


def bars() -> CellGrid:
    made = ProbabilityBars()
    made.render_state(LABELS, SHARES)
    return made


def columns() -> CellGrid:
    made = ProbabilityColumns()
    made.render_state(LABELS, SHARES)
    return made


def softmax() -> QWidget:
    made = SoftmaxBars()
    made.render_outcome(Outcome(1.0, (1.0, 1.0), 1 / 3), 1)
    return made


def levels() -> CellGrid:
    made = StagePicture(on_paper=False)
    made.render_state(np.array([[7, 8, 9], [0, 1, 2], [3, 4, 255]], np.uint8))
    return made


TABLE = "5\t-70\t2\n0.5\t40\t1"
GRIDS = pytest.mark.parametrize(
    ("make", "key", "said", "copied"),
    [
        (canvas, Qt.Key.Key_Right, "row 1, column 2: −70", TABLE),
        (maps, Qt.Key.Key_Right, "map 2: from −140 to 80", "10\t-140\t4\n1\t80\t2"),
        (vector, Qt.Key.Key_Right, "number 2: −70", "5\t-70\t2\t0.5\t40\t1"),
        (bars, Qt.Key.Key_Down, "b: 50.0%", "0.25\n0.5\n0.25"),
        (columns, Qt.Key.Key_Right, "b: 50.0%", "0.25\t0.5\t0.25"),
        (softmax, Qt.Key.Key_Down, "output 2: 1 → 33.3%", "1\t0.33333"),
        (levels, Qt.Key.Key_Right, "row 1, column 2: 8", "7\t8\t9\n0\t1\t2\n3\t4\t255"),
    ],
    ids=["canvas", "maps", "vector", "bars", "columns", "softmax", "levels"],
)


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale("en_US"))
    yield
    QLocale.setDefault(before)


@pytest.fixture
def shown(qtbot: QtBot) -> Show:
    def show(widget: QWidget) -> tuple[CellGrid, QMainWindow]:
        window = QMainWindow()
        qtbot.addWidget(window)
        window.setCentralWidget(widget)
        grid = widget if isinstance(widget, CellGrid) else widget.findChild(CellGrid)
        window.resize(320, 320)
        window.statusBar()
        with qtbot.waitExposed(window):
            window.show()
        grid.setFocus()
        return grid, window

    return show


@GRIDS
def test_that_arrow_keys_read_a_cell_into_the_status_line(
    shown: Show,
    qtbot: QtBot,
    make: Callable[[], QWidget],
    key: Qt.Key,
    said: str,
    copied: str,
) -> None:
    grid, window = shown(make())
    grid.read(None)
    if not isinstance(grid, LayerTiles):  # there the first map is where one starts
        qtbot.keyClick(grid, key)
        assert grid.hovered_cell == (0, 0)
    QAccessible.setActive(True)  # so that it is announced too

    qtbot.keyClick(grid, key)

    QAccessible.setActive(False)
    assert window.statusBar().currentMessage().startswith(said)
    grid.clearFocus()
    if not grid.underMouse():
        assert window.statusBar().currentMessage() == ""


@GRIDS
def test_that_the_numbers_are_copied_as_a_table_and_the_one_that_is_read(
    shown: Show,
    qtbot: QtBot,
    make: Callable[[], QWidget],
    key: Qt.Key,
    said: str,
    copied: str,
) -> None:
    grid, window = shown(make())
    control, clipboard = (
        Qt.KeyboardModifier.ControlModifier,
        QGuiApplication.clipboard(),
    )
    grid.read((0, 1) if grid.readable()[1].stop > 1 else (1, 0))  # as a pointer does

    qtbot.keyClick(grid, Qt.Key.Key_C, control)
    assert clipboard.text().startswith(copied)
    rows = clipboard.text().split("\n")
    said_rows = "1 row" if len(rows) == 1 else f"{len(rows)} rows"
    columns = max(len(row.split("\t")) for row in rows)
    said_columns = "1 column" if columns == 1 else f"{columns} columns"
    assert window.statusBar().currentMessage() == (
        f"Copied {said_rows} × {said_columns}"
    )

    grid.read(None)
    for _ in range(1 if isinstance(grid, LayerTiles) else 2):
        qtbot.keyClick(grid, key)
    qtbot.keyClick(grid, Qt.Key.Key_C, control)
    # a map that the keys have come to is a table of its own
    is_map = said.startswith("map")
    held = said.partition(": ")[2]
    assert clipboard.text() == (copied if is_map else held.replace("−", "-"))
    told = "Copied 2 rows × 3 columns" if is_map else f"Copied {held}"
    assert window.statusBar().currentMessage() == told


@GRIDS
def test_that_the_pointer_reads_what_the_keys_read(
    shown: Show,
    qtbot: QtBot,
    make: Callable[[], QWidget],
    key: Qt.Key,
    said: str,
    copied: str,
) -> None:
    grid, window = shown(make())
    rows, columns = grid.readable()
    places = [
        QPointF(x, y)
        for y in range(0, grid.height(), 3)
        for x in range(0, grid.width(), 3)
    ]
    met = {grid.cell_at(place) for place in places} - {None}
    assert met == {(row, column) for row in rows for column in columns}
    second = next(
        place for place in places if grid.cell_at(place) not in (None, (0, 0))
    )

    qtbot.mouseMove(grid, QPoint(0, 0))
    qtbot.mouseMove(grid, second.toPoint())

    cell = grid.hovered_cell
    assert cell == grid.cell_at(second)
    assert window.statusBar().currentMessage() == grid.reading_of(*cell)
