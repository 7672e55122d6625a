"""Choosing, working on, painting and taking over kernels, in the kernel tab alone."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QGuiApplication, QUndoStack
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QLabel,
    QSpinBox,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from cnnviz.engine.convolution.kernel_presets import PRESETS, preset
from cnnviz.engine.images.samples import load_sample
from cnnviz.engine.networks.catalogue import network
from cnnviz.engine.networks.weights import shipped_weights
from cnnviz.pages.convolution.model.lab_settings import LabSettings, with_plane
from cnnviz.pages.convolution.model.lab_state import LabState
from cnnviz.pages.convolution.presenters.learned_kernels_presenter import (
    LearnedKernelsPresenter,
)
from cnnviz.pages.convolution.presenters.walk_presenter import WalkPresenter
from cnnviz.pages.convolution.views.inspector.kernel.kernel_icon import kernel_icon
from cnnviz.pages.convolution.views.inspector.kernel.kernel_tab import KernelTab
from cnnviz.state.current_network import CurrentNetwork
from cnnviz.state.picture.shared_picture import SharedPicture
from cnnviz.state.store import Store
from cnnviz.ui.theme.icons import icon
from cnnviz.ui.theme.look import look
from cnnviz.ui.tiles.layer_tiles import LayerTiles

W = TypeVar("W", bound=QWidget)
LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton


@dataclass(frozen=True, slots=True, eq=False)
class Bench:
    """The tab and what works behind it; verbs for hands."""

    tab: KernelTab
    walk: WalkPresenter
    undo: QUndoStack
    bot: QtBot

    @property
    def settings(self) -> LabSettings:
        return self.walk.commands.settings

    def find(self, kind: type[W], name: str) -> W:
        found = self.tab.findChild(kind, name)
        assert found is not None, name
        return found

    def click(self, name: str) -> None:
        self.bot.mouseClick(self.find(QAbstractButton, name), LEFT)

    def rows(self, output: int = 0, channel: int = 0) -> list[list[float]]:
        rows: list[list[float]] = self.settings.bank.plane(output, channel).tolist()
        return rows

    def type_spin(self, name: str, text: str) -> None:
        spin = self.find(QSpinBox, name)
        spin.setFocus()
        spin.selectAll()
        self.bot.keyClicks(spin, text)
        self.bot.keyClick(spin, Qt.Key.Key_Return)

    def cell(self, row: int, column: int) -> QPoint:
        table = self.find(QTableView, "kernel_table")
        return table.visualRect(table.model().index(row, column)).center()

    def stroke(
        self,
        *cells: tuple[int, int],
        button: Qt.MouseButton = LEFT,
        held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        viewport = self.find(QTableView, "kernel_table").viewport()
        self.bot.mousePress(viewport, button, held, self.cell(*cells[0]))
        for cell in cells[1:]:
            self.bot.mouseMove(viewport, self.cell(*cell))
        self.bot.mouseRelease(viewport, button, held, self.cell(*cells[-1]))


@contextmanager
def bench_on(sample: str, qtbot: QtBot) -> Iterator[Bench]:
    undo = QUndoStack()
    walk = WalkPresenter(Store(SharedPicture(load_sample(sample), "sample")), undo)
    lenet = CurrentNetwork(network("lenet5"), None, "shipped")
    learned = LearnedKernelsPresenter(Store(lenet))
    tab = KernelTab(walk, learned)
    tab.retranslate()

    def render(new: LabState, _old: LabState) -> None:
        tab.render_state(new)

    walk.store.changed.connect(render)
    tab.render_state(walk.store.state)
    tab.resize(276, 470)
    qtbot.addWidget(tab)
    with qtbot.waitExposed(tab):
        tab.show()
    tab.activateWindow()
    qtbot.waitUntil(lambda: walk.store.state.output is not None)
    yield Bench(tab, walk, undo, qtbot)
    walk.store.changed.disconnect(render)
    walk.shut_down()
    learned.shut_down()


@pytest.fixture
def bench(qtbot: QtBot) -> Iterator[Bench]:
    """Return the tab on the grey sample "seven", Sobel x."""
    with bench_on("seven", qtbot) as on_grey:
        yield on_grey


@pytest.fixture
def colour(qtbot: QtBot) -> Iterator[Bench]:
    """Return the tab on the sample "house", in red, green and blue."""
    with bench_on("house", qtbot) as in_colour:
        in_colour.walk.commands.set("colour", "rgb")
        qtbot.waitUntil(lambda: in_colour.walk.store.state.input_channels == 3)
        yield in_colour


# presets


def test_that_the_arrow_keys_choose_a_kernel_at_once(bench: Bench) -> None:
    combo = bench.find(QComboBox, "kernel_combo")
    combo.setFocus()

    bench.bot.keyClick(combo, Qt.Key.Key_Down)

    assert bench.rows() == preset("sobel_y").values_hw.tolist()


def test_that_every_preset_is_listed_with_its_picture(bench: Bench) -> None:
    combo = bench.find(QComboBox, "kernel_combo")
    for known in PRESETS:
        index = combo.findData(known.key)
        assert combo.itemText(index) not in ("", known.key)
        image = combo.itemIcon(index).pixmap(24, 24).toImage()
        seen = {image.pixelColor(x, y).rgb() for x in range(24) for y in range(24)}
        strongest = known.values_hw.flat[np.abs(known.values_hw).argmax()]
        table = look(combo.palette()).tables["diverging"]
        red, green, blue = table[255 if strongest > 0 else 0].tolist()
        assert 0xFF000000 | red << 16 | green << 8 | blue in seen


def test_that_headings_cannot_be_chosen(bench: Bench) -> None:
    combo = bench.find(QComboBox, "kernel_combo")
    headings = [i for i in range(combo.count()) if combo.itemData(i) is None]
    assert len(headings) >= 9
    for heading in headings:
        assert not combo.model().flags(combo.model().index(heading, 0)) & (
            Qt.ItemFlag.ItemIsEnabled
        )


def test_that_random_numbers_are_others_each_time_and_can_be_undone(
    bench: Bench,
) -> None:
    combo = bench.find(QComboBox, "kernel_combo")
    random = combo.findData("random")
    before = bench.rows()
    drawn = []
    for _ in range(2):
        combo.setCurrentIndex(random)
        combo.activated.emit(random)
        drawn.append(bench.rows())

    assert drawn[0] != drawn[1] != before
    assert combo.currentText() == "Your own kernel"
    assert bench.undo.undoText() == "Random kernel"
    bench.undo.undo()
    bench.undo.undo()
    assert bench.rows() == before


def test_that_an_icon_has_a_whole_number_of_pixels_for_each_cell() -> None:
    three = kernel_icon(np.array([[-1, 0, 1]], np.float32))
    image = three.pixmap(24, 24).toImage()
    middle = [image.pixelColor(x, 12).name() for x in range(24)]
    table = look(QGuiApplication.palette()).tables["diverging"].tolist()
    blue, zero, orange = (QColor(*table[i]).name() for i in (0, 128, 255))
    assert middle.count(zero) == 7
    assert all(5 <= middle.count(end) <= 7 for end in (blue, orange))  # less the edge
    assert not icon("kernel_random").isNull()


# tools


@pytest.mark.parametrize(
    ("tool", "expected"),
    [
        ("turn_left", [[3, 6], [2, 5], [1, 4]]),
        ("turn_right", [[4, 1], [5, 2], [6, 3]]),
        ("mirror_sideways", [[3, 2, 1], [6, 5, 4]]),
        ("mirror_upside_down", [[4, 5, 6], [1, 2, 3]]),
        ("negate", [[-1, -2, -3], [-4, -5, -6]]),
        ("clear", [[0, 0, 0], [0, 0, 0]]),
    ],
)
def test_that_a_tool_is_one_undo_step(
    bench: Bench, tool: str, expected: list[list[float]]
) -> None:
    numbers = np.array([[1, 2, 3], [4, 5, 6]], np.float32)
    commands = bench.walk.commands
    commands.apply(with_plane(commands.settings, numbers), "numbers")
    steps = bench.undo.count()

    bench.click(f"kernel_{tool}")

    assert bench.rows() == expected
    assert bench.settings.kernel_size == (len(expected), len(expected[0]))
    assert bench.undo.count() == steps + 1
    assert bench.undo.undoText()
    bench.undo.undo()
    assert bench.rows() == numbers.tolist()


@pytest.mark.parametrize(
    ("key", "note", "corner"),
    [
        ("sobel_x", "Sum 0: divided by the magnitudes, 8.", -1 / 8),
        ("curve", "Divided by the sum, 180.", 0),
    ],
)
def test_that_normalising_says_what_it_divided_by(
    bench: Bench, key: str, note: str, corner: float
) -> None:
    bench.walk.commands.choose_kernel(key)

    bench.click("kernel_normalise")

    assert bench.rows()[0][0] == corner
    assert bench.find(QLabel, "kernel_note").text() == note
    bench.undo.undo()
    assert "Click a number" in bench.find(QLabel, "kernel_note").text()


# painting


def test_that_a_stroke_fills_cells_and_is_one_undo_step(bench: Bench) -> None:
    before = bench.rows()
    bench.click("kernel_paint")
    bench.find(QDoubleSpinBox, "kernel_paint_value").setValue(4)

    bench.stroke((0, 0), (0, 2), (2, 2))

    assert bench.rows() == [[4, 4, 4], [-2, 0, 4], [-1, 0, 4]]
    assert bench.undo.undoText() == "Paint kernel"
    bench.stroke((1, 1))
    bench.undo.undo()
    assert bench.rows()[1][1] == 0
    bench.undo.undo()
    assert bench.rows() == before


@pytest.mark.parametrize(
    ("button", "held"),
    [
        (RIGHT, Qt.KeyboardModifier.NoModifier),
        (LEFT, Qt.KeyboardModifier.ShiftModifier),
    ],
)
def test_that_the_right_button_or_shift_paints_zeros(
    bench: Bench, button: Qt.MouseButton, held: Qt.KeyboardModifier
) -> None:
    bench.click("kernel_paint")

    bench.stroke((0, 0), (2, 0), button=button, held=held)

    assert [row[0] for row in bench.rows()] == [0, 0, 0]


def test_that_the_pointer_shows_that_it_paints_and_types_again_after(
    bench: Bench,
) -> None:
    viewport = bench.find(QTableView, "kernel_table").viewport()
    bench.click("kernel_paint")
    assert viewport.cursor().shape() == Qt.CursorShape.CrossCursor
    assert "Right button" in bench.find(QLabel, "kernel_note").text()

    bench.click("kernel_paint")
    before = bench.rows()
    bench.stroke((2, 1))

    assert bench.rows() == before
    index = bench.find(QTableView, "kernel_table").currentIndex()
    assert (index.row(), index.column()) == (2, 1)


# several kernels


def test_that_a_second_kernel_can_be_made_and_changed(bench: Bench) -> None:
    bench.type_spin("kernels", "2")
    bench.type_spin("kernel_number", "2")
    bench.click("kernel_negate")

    assert bench.settings.bank.outputs == 2
    assert bench.walk.store.state.output_channel == 1
    assert bench.rows(0) == preset("sobel_x").values_hw.tolist()
    assert bench.rows(1) == (-preset("sobel_x").values_hw).tolist()


def test_that_a_click_on_the_strip_shows_that_kernel(bench: Bench) -> None:
    bench.walk.commands.set("kernels", 3)
    strip = bench.find(LayerTiles, "kernel_strip")
    bench.bot.waitUntil(lambda: strip.grid.count == 3)

    place = strip.tile_rect(2).center().toPoint()
    bench.bot.mouseClick(strip, LEFT, pos=place)

    assert bench.walk.store.state.output_channel == 2
    assert bench.find(QSpinBox, "kernel_number").value() == 3


def test_that_fewer_kernels_leave_a_kernel_that_there_is(bench: Bench) -> None:
    bench.walk.commands.set("kernels", 5)
    bench.walk.show_output_channel(4)

    bench.type_spin("kernels", "2")

    assert bench.find(QSpinBox, "kernel_number").value() == 2
    assert bench.walk.store.state.invalid is None


# channels


def test_that_a_grey_picture_offers_no_channels(bench: Bench) -> None:
    assert not bench.find(QCheckBox, "kernel_shared").isVisible()


def test_that_each_channel_can_have_numbers_of_its_own(colour: Bench) -> None:
    shared = colour.find(QCheckBox, "kernel_shared")
    assert shared.isChecked()

    colour.bot.mouseClick(shared, LEFT, pos=QPoint(8, shared.height() // 2))
    colour.click("kernel_channel_1")
    colour.click("kernel_clear")

    assert colour.settings.bank.planes == 3
    assert colour.rows(0, 0) == preset("sobel_x").values_hw.tolist()
    assert colour.rows(0, 1) == [[0, 0, 0]] * 3
    assert colour.find(QComboBox, "kernel_combo").currentText() == "Your own kernel"

    colour.click("kernel_channel_2")
    assert colour.find(QComboBox, "kernel_combo").currentText() == "Sobel x"

    colour.click("kernel_channel_1")
    colour.bot.mouseClick(shared, LEFT, pos=QPoint(8, shared.height() // 2))
    assert colour.settings.bank.planes == 1
    assert colour.rows() == [[0, 0, 0]] * 3  # what was seen is kept


def test_that_depthwise_kernels_read_their_own_channel_only(colour: Bench) -> None:
    colour.click("depthwise")
    colour.walk.show_output_channel(1)

    assert (colour.settings.groups, colour.settings.bank.outputs) == (3, 3)
    enabled = [
        colour.find(QAbstractButton, f"kernel_channel_{c}").isEnabled()
        for c in range(3)
    ]
    assert enabled == [False, True, False]
    assert colour.find(QAbstractButton, "kernel_channel_1").isChecked()

    colour.click("kernel_negate")

    assert colour.rows(1) == (-preset("sobel_x").values_hw).tolist()
    assert colour.rows(0) == colour.rows(2) == preset("sobel_x").values_hw.tolist()


def test_that_groups_that_do_not_divide_stay_visible(colour: Bench) -> None:
    colour.type_spin("groups", "2")

    assert colour.walk.store.state.invalid is not None
    assert colour.find(QSpinBox, "groups").value() == 2
    colour.undo.undo()
    assert colour.walk.store.state.invalid is None
    assert colour.find(QSpinBox, "groups").value() == 1


# learned kernels


def opened(bench: Bench, layer: int = 0) -> LayerTiles:
    bench.click("learned_button")
    combo = bench.find(QComboBox, "learned_layers")
    bench.bot.waitUntil(lambda: combo.count() == 3)
    combo.setCurrentIndex(layer)
    return bench.find(LayerTiles, "learned_tiles")


def test_that_a_learned_kernel_is_taken_over_with_its_bias(bench: Bench) -> None:
    tiles = opened(bench)
    assert bench.find(QComboBox, "learned_layers").currentText() == (
        "C1 · 6 kernels 5 × 5"
    )

    bench.bot.mouseClick(tiles, LEFT, pos=tiles.tile_rect(2).center().toPoint())

    weights = shipped_weights(network("lenet5"))
    assert bench.rows() == weights["c1.weight"][2, 0].tolist()
    assert bench.settings.biases[0] == float(weights["c1.bias"][2])
    assert bench.undo.undoText() == "Kernel 3 of C1"
    bench.undo.undo()
    assert bench.rows() == preset("sobel_x").values_hw.tolist()
    assert bench.settings.biases[0] == 0


def test_that_a_preset_takes_the_place_of_a_learned_kernel_and_its_bias(
    bench: Bench,
) -> None:
    tiles = opened(bench)
    bench.bot.mouseClick(tiles, LEFT, pos=tiles.tile_rect(2).center().toPoint())
    learned = bench.settings
    assert learned.biases[0] != 0

    with bench.bot.waitSignal(bench.tab.notified) as told:
        bench.tab._kernels.kernel_chosen.emit("sobel_y")

    assert "bias" in told.args[0]
    assert bench.settings.biases[0] == 0
    bench.undo.undo()
    assert bench.settings == learned


def test_that_of_a_deeper_layer_one_plane_is_chosen(bench: Bench) -> None:
    tiles = opened(bench, 1)
    bench.find(QSpinBox, "learned_plane").setValue(4)

    bench.bot.mouseClick(tiles, LEFT, pos=tiles.tile_rect(15).center().toPoint())

    expected = shipped_weights(network("lenet5"))["c3.weight"][15, 3]
    assert bench.rows() == expected.tolist()


def test_that_a_whole_layer_can_be_taken_where_it_is_not_too_many(
    bench: Bench,
) -> None:
    opened(bench)
    bench.click("learned_all")
    assert bench.settings.bank.outputs == 6
    assert bench.undo.undoText() == "Kernels of C1"

    bench.find(QComboBox, "learned_layers").setCurrentIndex(2)
    assert not bench.find(QAbstractButton, "learned_all").isEnabled()


def test_that_keys_take_a_kernel_and_escape_goes_back(bench: Bench) -> None:
    tiles = opened(bench)
    bench.bot.waitUntil(tiles.hasFocus)

    bench.bot.keyClick(tiles, Qt.Key.Key_Right)
    bench.bot.keyClick(tiles, Qt.Key.Key_Return)
    assert bench.undo.undoText() == "Kernel 2 of C1"

    bench.bot.keyClick(tiles, Qt.Key.Key_Escape)
    bench.bot.waitUntil(lambda: not tiles.isVisible())
    assert bench.find(QTableView, "kernel_table").isVisible()


# the whole tab


def test_that_the_tab_fits_its_place_with_a_5_x_5_kernel(colour: Bench) -> None:
    colour.walk.commands.choose_kernel("gaussian_blur_5")
    colour.walk.commands.set("kernels", 4)
    needed = colour.tab.minimumSizeHint()
    assert needed.width() <= 276
    assert needed.height() <= 470


def test_that_every_target_is_large_enough_and_named(colour: Bench) -> None:
    opened(colour)
    for kind in (QAbstractButton, QComboBox, QSpinBox, QDoubleSpinBox):
        for widget in colour.tab.findChildren(kind):
            if not widget.objectName().startswith("qt_"):
                assert widget.accessibleName(), widget
                assert widget.toolTip(), widget.objectName()
                assert widget.minimumHeight() >= 32, widget.objectName()
