"""What is seen on the stage at every step, for every operation."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QIODevice,
    QPoint,
    QRect,
    Qt,
)
from PySide6.QtGui import QColor, QImage
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QLabel, QToolButton

from cnnviz.engine.convolution.dependencies import (
    Block,
    cells_seen_by_weight,
    dependent_outputs,
    receptive_field,
)
from cnnviz.engine.images.picture import Picture
from cnnviz.pages.convolution.model.lab_settings import PoolSettings, TransposedSettings
from cnnviz.state.picture.number_pictures import numbers_picture
from cnnviz.state.picture.shared_picture import SharedPicture
from cnnviz.ui.canvas.grid_canvas import GridCanvas
from cnnviz.ui.tiles.layer_tiles import LayerTiles
from cnnviz.ui.unit_view.stage import Stage
from cnnviz.ui.unit_view.step_column import StepColumn

Lab = Any  # the fixture's type lives in conftest, which is no module to import from


def stage_of(lab: Lab) -> Stage:
    return lab.page.findChild(Stage)


def ask(lab: Lab, **changes: object) -> None:
    """Apply settings and wait until the whole output is there."""
    lab.walk.commands.apply(replace(lab.state.settings, **changes))
    walk = lab.state.walk

    def is_answered() -> bool:
        output = lab.state.output
        return output is not None and output.size_hw == walk.output_hw

    lab.bot.waitUntil(is_answered)


def hover(lab: Lab, name: str, row: int, column: int) -> str:
    """Point at a cell; return what the status line says."""
    told: list[str] = []
    stage = stage_of(lab)
    stage.notified.connect(told.append)
    # The pointer may be there already, from before: only a movement is heard.
    lab.bot.mouseMove(lab.canvas(name), QPoint(0, 0))
    lab.bot.mouseMove(lab.canvas(name), lab.spot(name, row, column))
    stage.notified.disconnect(told.append)
    return told[-1] if told else ""


def cells(block: Block | None) -> tuple[list[int], list[int]]:
    assert block is not None
    return block.rows.tolist(), block.columns.tolist()


def shot(canvas: GridCanvas) -> QImage:
    return canvas.grab().toImage()


def colour_at(lab: Lab, name: str, row: int, column: int) -> QColor:
    """Return the colour of the middle of a cell."""
    return shot(lab.canvas(name)).pixelColor(lab.spot(name, row, column))


def open_pixels(lab: Lab, pixels_chw: np.ndarray) -> None:
    shared = SharedPicture(Picture(pixels_chw.astype(np.uint8), "typed"), "file")
    lab.walk.picture_store.replace(shared)


def colourful(side: int = 12) -> np.ndarray:
    return np.random.default_rng(0).integers(0, 256, (3, side, side), np.uint8)


# hovering


def test_that_an_output_cell_shows_its_receptive_field(lab: Lab) -> None:
    said = hover(lab, "output", 4, 7)

    assert "This number is made from 9 input cells." in said
    stage = stage_of(lab)
    field = receptive_field(lab.state.walk.geometry, 4, 7)
    assert cells(stage.input.reach.block) == cells(field)
    before = shot(stage.input.canvas)
    stage.input.canvas.repaint()
    lab.bot.mouseMove(stage.output.canvas, QPoint(0, 0))
    stage.output.canvas.read(None)
    assert stage.input.reach.block is None
    assert shot(stage.input.canvas) != before


def test_that_reflected_cells_show_where_they_come_from(lab: Lab) -> None:
    ask(lab, padding=(1, 1, 1, 1), padding_mode="reflect")

    said = hover(lab, "output", 0, 9)

    assert "made from 6 input cells" in said
    assert "3 cells under its window are not the picture's own." in said
    stage = stage_of(lab)
    assert cells(stage.input.reach.block) == ([-1, 0, 1], [8, 9, 10])
    assert cells(stage.input.origins.block) == ([0, 1], [8, 9, 10])


def test_that_the_walking_window_steps_back_behind_a_receptive_field(lab: Lab) -> None:
    stage, window = stage_of(lab), lab.state.step
    inner = window.top + 1, window.left
    strong = shot(stage.input.canvas)

    hover(lab, "output", 0, 0)

    pale = shot(stage.input.canvas)
    edge = QPoint(*stage.input.canvas.view.rect(*inner)[:2])
    assert strong.pixelColor(edge) != pale.pixelColor(edge)


def test_that_an_input_cell_shows_every_output_that_it_feeds(lab: Lab) -> None:
    said = hover(lab, "input", 10, 12)

    assert "This cell feeds 9 outputs." in said
    fed = dependent_outputs(lab.state.walk.geometry, 10, 12)
    assert cells(stage_of(lab).output.reach.block) == cells(fed)
    assert cells(fed) == ([8, 9, 10], [10, 11, 12])


def test_that_reading_by_keys_shows_the_same_as_the_pointer(lab: Lab) -> None:
    stage = stage_of(lab)

    stage.output.canvas.setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Down):
        held = Qt.KeyboardModifier.ControlModifier  # without it they walk
        lab.bot.keyClick(stage.output.canvas, key, held)

    row, column = stage.output.canvas.hovered_cell
    assert row > 0
    field = receptive_field(lab.state.walk.geometry, row, column)
    assert cells(stage.input.reach.block) == cells(field)


def test_that_a_weight_shows_every_cell_that_it_meets(lab: Lab) -> None:
    said = hover(lab, "kernel", 0, 2)

    assert "This weight multiplies 676 cells." in said
    stage = stage_of(lab)
    met = cells_seen_by_weight(lab.state.walk.geometry, 0, 2)
    assert cells(stage.input.reach.block) == cells(met)
    assert stage.output.reach.block.count == 676
    assert stage.window_panel.hues.marked == (0, 2)
    assert stage.products.hues.marked == (0, 2)


def test_that_a_weight_over_padding_says_so(lab: Lab) -> None:
    ask(lab, padding=(1, 1, 1, 1))

    assert "784 cells. Padding among them: 55" in hover(lab, "kernel", 0, 0)


def test_that_hovering_yields_to_another_setting(lab: Lab) -> None:
    hover(lab, "output", 4, 7)

    ask(lab, dilation=(2, 2))

    stage, cell = stage_of(lab), lab.canvas("output").hovered_cell
    if cell is None:  # the output has another size: nothing is read any more
        assert stage.input.reach.block is None
    else:
        field = receptive_field(lab.state.walk.geometry, *cell)
        assert cells(stage.input.reach.block) == cells(field)


@pytest.mark.parametrize("name", ["input", "output", "kernel", "window", "products"])
def test_that_the_first_movement_over_any_canvas_stops_autoplay(
    lab: Lab, name: str
) -> None:
    lab.walk.set_speed(0.25)
    lab.walk.play()

    lab.bot.mouseMove(lab.canvas(name), lab.spot(name, 1, 1))

    assert not lab.state.playing


# padding, and cells that are never reached


def test_that_zero_padding_reads_as_zero_and_says_what_it_is(lab: Lab) -> None:
    ask(lab, padding=(1, 1, 1, 1))

    assert "0 (padding)" in hover(lab, "input", -1, 5)


@pytest.mark.parametrize("mode", ["reflect", "replicate", "circular"])
def test_that_padding_that_copies_has_the_numbers_of_the_step(
    lab: Lab, mode: str
) -> None:
    open_pixels(lab, np.random.default_rng(1).integers(1, 255, (1, 9, 9)))
    ask(lab, padding=(2, 2, 2, 2), padding_mode=mode)
    lab.walk.go_first()
    canvas = lab.canvas("input")

    shown = [[canvas.value_at(i - 2, j - 2) for j in range(3)] for i in range(3)]

    assert shown == lab.state.step.window_chw[0].tolist()
    assert "(padding)" in hover(lab, "input", -2, 3)


def test_that_rows_out_of_reach_are_crossed_out(lab: Lab) -> None:
    open_pixels(lab, np.full((1, 12, 12), 255))
    ask(lab, stride=(2, 2))
    assert lab.state.walk.output_hw == (5, 5)

    said = hover(lab, "input", 11, 3)

    assert "No window reaches this cell." in said
    lab.canvas("input").read(None)
    picture = shot(lab.canvas("input"))
    box = QRect(*lab.canvas("input").view.rect(11, 3))
    inks = {
        picture.pixelColor(x, y).name()
        for x in range(box.left() + 2, box.right() - 2)
        for y in range(box.top() + 2, box.bottom() - 2)
    }
    assert "#ffffff" not in inks
    assert len(inks) > 1


# transposed convolution


def test_that_a_transposed_convolution_shows_the_zeros_put_in(lab: Lab) -> None:
    open_pixels(lab, np.full((1, 6, 6), 200))
    ask(lab, operation="transposed", transposed=TransposedSettings(stride=(2, 2)))
    canvas = lab.canvas("input")

    assert (canvas.view.frame.rows, canvas.view.frame.columns) == (11, 11)
    assert canvas.value_at(4, 4) == 200
    assert canvas.value_at(4, 5) == 0
    assert colour_at(lab, "input", 8, 8) != colour_at(lab, "input", 8, 9)
    assert "0 (inserted)" in hover(lab, "input", 4, 5)
    assert "This cell feeds 9 outputs." in hover(lab, "input", 4, 4)


def test_that_a_click_on_a_stretched_picture_takes_the_window_there(lab: Lab) -> None:
    open_pixels(lab, np.full((1, 6, 6), 200))
    ask(lab, operation="transposed", transposed=TransposedSettings(stride=(2, 2)))

    lab.click_cell("input", 6, 3)

    assert (lab.state.step.top, lab.state.step.left) == (5, 2)


def test_that_a_cut_grid_is_drawn_whole_with_its_cut_rows_crossed_out(
    lab: Lab,
) -> None:
    open_pixels(lab, np.full((1, 6, 6), 200))
    asked = TransposedSettings(stride=(1, 1), padding=(3, 3))
    ask(lab, operation="transposed", transposed=asked)
    geometry = lab.state.walk.geometry
    assert geometry.top == -1

    frame = lab.canvas("input").view.frame

    assert (frame.rows, frame.top) == (6, 0)
    assert "No window reaches this cell." in hover(lab, "input", 0, 0)
    step = lab.state.step
    assert lab.canvas("input").value_at(step.top, step.left) == 200


# colour


def test_that_all_channels_show_the_picture_in_its_colours(lab: Lab) -> None:
    pixels = colourful()
    open_pixels(lab, pixels)
    ask(lab, colour="rgb")
    lab.walk.go_last()

    assert colour_at(lab, "input", 2, 3) == QColor(*pixels[:, 2, 3].tolist())
    said = hover(lab, "input", 2, 3)
    assert ", ".join(str(level) for level in pixels[:, 2, 3]) in said


def test_that_one_channel_is_chosen_with_its_window_and_kernel(lab: Lab) -> None:
    pixels = colourful()
    open_pixels(lab, pixels)
    ask(lab, colour="rgb")
    button = lab.find(QToolButton, "channel_green")

    lab.bot.mouseClick(button, Qt.MouseButton.LeftButton)

    assert lab.state.shown_channel == 1
    assert button.isChecked()
    assert lab.canvas("input").value_at(2, 3) == pixels[1, 2, 3]
    step = lab.state.step
    window = lab.canvas("window").values_hw
    assert np.array_equal(window, step.window_chw[1])
    assert lab.find(QLabel, "window_title").text() == "Window, green"


def test_that_a_channel_outside_the_group_is_named(lab: Lab) -> None:
    open_pixels(lab, colourful())
    ask(lab, colour="rgb")
    lab.walk.commands.make_depthwise(3)

    lab.walk.show_input_channel(2)

    stage = stage_of(lab)
    note = stage.findChild(StepColumn).note
    assert note.isVisible()
    assert "Kernel 1 does not read blue; red is shown instead." in note.text()
    window = lab.canvas("window").values_hw
    assert np.array_equal(window, lab.state.step.window_chw[0])


# pooling


def test_that_the_winner_of_a_pooling_is_marked(lab: Lab) -> None:
    ask(lab, operation="pooling")
    stage = stage_of(lab)

    lab.walk.go_to_cell(7, 8)

    step = lab.state.step
    assert stage.window_panel.hues.winner == step.winner
    assert lab.canvas("products").value_at(0, 0) == step.total
    assert lab.canvas("kernel").isHidden()
    words = [label.text() for label in stage.kernel.findChildren(QLabel)]
    assert "the largest of 4" in words


def test_that_a_mean_is_shown_as_equal_weights(lab: Lab) -> None:
    pooling = PoolSettings(kind="average", size=(3, 3), padding=(1, 1))
    ask(lab, operation="pooling", pooling=pooling)
    lab.walk.go_first()

    assert np.allclose(lab.canvas("kernel").values_hw, 1 / 9)
    products = lab.canvas("products").values_hw
    assert products.sum() == pytest.approx(lab.state.outcome.output)


def test_that_a_mean_without_the_padding_weighs_the_picture_only(lab: Lab) -> None:
    pooling = PoolSettings(
        kind="average", size=(3, 3), padding=(1, 1), counts_padding=False
    )
    ask(lab, operation="pooling", pooling=pooling)
    lab.walk.go_first()

    weights = lab.canvas("kernel").values_hw
    assert weights[0].tolist() == [0, 0, 0]
    assert weights[1, 1] == pytest.approx(1 / 4)


def test_that_the_padding_of_a_maximum_is_minus_infinity(lab: Lab) -> None:
    asked = PoolSettings(size=(3, 3), padding=(1, 1))
    ask(lab, operation="pooling", pooling=asked)

    assert "−∞ (padding)" in hover(lab, "input", -1, 4)


def test_that_a_global_pooling_of_a_large_picture_is_not_written_out(lab: Lab) -> None:
    open_pixels(lab, np.full((1, 100, 100), 9))
    ask(lab, operation="pooling", pooling=PoolSettings(is_global=True))

    words = [label.text() for label in stage_of(lab).window_panel.findChildren(QLabel)]
    assert "100 × 100 numbers: too many to write out" in words


# flip


def test_that_a_flipped_kernel_is_seen_turning(lab: Lab) -> None:
    lab.page.set_reduced_motion(False)
    turn = stage_of(lab).findChild(StepColumn).turn
    upright = shot(lab.canvas("kernel"))

    lab.walk.commands.set("flip", True)

    assert turn.is_turning
    lab.bot.waitUntil(lambda: turn._animation.currentTime() > 100)
    if turn.is_turning:
        assert shot(lab.canvas("kernel")) != upright
    lab.bot.waitUntil(lambda: not turn.is_turning)
    turned = lab.canvas("kernel").values_hw
    assert turned[1].tolist() == [2, 0, -2]
    assert lab.find(QLabel, "kernel_title").text() == "× Kernel, turned"


def test_that_nothing_turns_with_reduced_motion(lab: Lab) -> None:
    lab.walk.commands.set("flip", True)

    assert not stage_of(lab).findChild(StepColumn).turn.is_turning
    assert lab.canvas("kernel").values_hw[1].tolist() == [2, 0, -2]


def test_that_the_hues_of_other_settings_stay_while_nothing_is_flipped(
    lab: Lab,
) -> None:
    lab.page.set_reduced_motion(False)

    ask(lab, dilation=(2, 2))

    assert not stage_of(lab).findChild(StepColumn).turn.is_turning


# several kernels


def test_that_the_outputs_of_all_kernels_can_be_chosen(lab: Lab) -> None:
    lab.walk.commands.set("kernels", 4)
    lab.bot.waitUntil(
        lambda: lab.state.output is not None and lab.state.output.maps is not None
    )
    stage, strip = stage_of(lab), lab.find(LayerTiles, "output_maps")
    assert strip.isVisible()

    spot = strip.tile_rect(2).center().toPoint()
    lab.bot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=spot)

    assert lab.state.output_channel == 2
    texts = [label.text() for label in stage.output.findChildren(QLabel)]
    assert any("3 of 4" in text for text in texts)
    after = lab.find(QToolButton, "output_channel_after")
    lab.bot.mouseClick(after, Qt.MouseButton.LeftButton)
    assert lab.state.output_channel == 3
    assert not after.isEnabled()


def test_that_one_kernel_has_no_strip(lab: Lab) -> None:
    assert not lab.find(LayerTiles, "output_maps").isVisible()
    assert not lab.find(QToolButton, "output_channel_after").isVisible()


# typed numbers, and what is taken away


def test_that_typed_numbers_below_zero_have_two_colours(lab: Lab) -> None:
    numbers = np.zeros((1, 6, 6), np.float32)
    numbers[0, 0, 0], numbers[0, 0, 5] = -5, 5
    lab.walk.picture_store.replace(numbers_picture(numbers))
    ask(lab, kernel_size=lab.state.settings.kernel_size)
    lab.walk.go_last()

    corner = QPoint(4, 4)
    view = lab.canvas("input").view
    picture = shot(lab.canvas("input"))
    cold, warm = (
        picture.pixelColor(QPoint(*view.rect(0, column)[:2]) + corner)
        for column in (0, 5)
    )
    assert cold.blue() > cold.red()
    assert warm.red() > warm.blue()


def test_that_an_export_is_drawn_in_shapes(lab: Lab) -> None:
    ask(lab, padding=(1, 1, 1, 1), stride=(2, 2))
    canvas = lab.canvas("input")
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    drawing = QSvgGenerator()
    drawing.setOutputDevice(buffer)
    drawing.setViewBox(canvas.rect())

    canvas.set_exporting(True)
    canvas.render(drawing)
    canvas.set_exporting(False)

    text = bytes(content.data()).decode()
    assert text.count("<rect") + text.count("<path") > 100
    assert "<image" not in text
