"""One training step, opened, on the page."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QComboBox, QLabel
from pytestqt.qtbot import QtBot

from cnnviz.pages.train.views.step.step_tool import StepTool
from cnnviz.ui.canvas.grid_canvas import GridCanvas
from cnnviz.ui.tiles.layer_tiles import LayerTiles
from tests.helpers.opened_training import Open, Opened, click
from tests.helpers.training_fakes import TinyEngine


@pytest.fixture
def opened(qtbot: QtBot, open_page: Open) -> Opened:
    """The page after one batch of real training, with the step in front."""
    made = open_page(TinyEngine())  # type: ignore[arg-type]
    click(qtbot, made, "train_one_step_button")
    assert "Click Start" in made.text("step_hint")
    click(qtbot, made, "train_step_button")
    qtbot.waitUntil(lambda: made.presenter.run.state.weights_step == 1, timeout=20_000)
    made.presenter.stop()
    qtbot.waitUntil(lambda: not made.presenter.is_running)
    steps = made.presenter.steps.store
    qtbot.waitUntil(
        lambda: (
            steps.state.answer is not None and steps.state.answer.question.step == 1
        ),
        timeout=20_000,
    )
    return made


def tool(opened: Opened) -> StepTool:
    found = opened.page.findChild(StepTool)
    assert found is not None
    return found


def cell(canvas: GridCanvas, row: int, column: int) -> QPoint:
    x, y, width, height = canvas.view.rect(row, column)
    return QPoint(int(x + width / 2), int(y + height / 2))


def test_that_a_step_is_seen_from_the_picture_to_the_new_weight(
    qtbot: QtBot, opened: Opened
) -> None:
    shown, steps = tool(opened), opened.presenter.steps
    answer = steps.store.state.answer
    assert answer is not None
    step = answer.opened

    # forward: the maps of the layers; backward: their gradients
    for part, numbers, prefix in (
        ("forward", step.outputs, "step_"),
        ("backward", step.output_gradients, "step_gradients_"),
    ):
        click(qtbot, opened, f"step_part_{part}")
        tiles = opened.page.findChild(LayerTiles, f"{prefix}tiles_c3")
        assert tiles is not None
        assert tiles.picture is not None
        assert tiles.isVisible()
        np.testing.assert_array_equal(tiles.picture.values, numbers["c3"][0])

    # loss: another class is the right one
    click(qtbot, opened, "step_part_loss")
    label = opened.page.findChild(QComboBox, "step_label")
    assert label is not None
    other = (label.currentIndex() + 1) % 10
    label.setCurrentIndex(other)
    label.activated.emit(other)
    qtbot.waitUntil(lambda: steps.store.state.answer is not answer)
    answer = steps.store.state.answer
    assert answer is not None
    step = answer.opened
    assert step.labels_n.tolist() == [other]
    assert f"{step.loss.value:.4g}" in opened.text("step_loss")
    rows = shown.loss.model()
    assert rows.data(rows.index(other, 3)) == "1"

    # the gradient of a kernel, stepped as a convolution
    click(qtbot, opened, "step_part_kernel")
    layer = opened.page.findChild(QComboBox, "step_layer")
    assert layer is not None
    layer.activated.emit(layer.findData("c3"))
    picker = opened.page.findChild(LayerTiles, "step_gradient_kernels")
    assert picker is not None
    place = picker.tile_rect(8).center().toPoint()  # the third kernel of the second map
    qtbot.mouseClick(picker, Qt.MouseButton.LeftButton, pos=place)
    assert steps.store.state.kernel == (1, 2)
    output = opened.page.findChild(GridCanvas, "output_canvas")
    assert output is not None
    assert output.accessibleName() == "Gradient of the kernel"
    qtbot.mouseClick(output, Qt.MouseButton.LeftButton, pos=cell(output, 2, 3))
    gradient = step.gradients["c3.weight"]
    unit = shown.kernel.unit_view.unit
    assert unit is not None
    assert unit.cell == (2, 3)
    assert unit.outcome.output == pytest.approx(float(gradient[1, 2, 2, 3]), rel=1e-4)
    assert unit.step.kernel_chw is not None
    given = step.output_gradients["c3"][0, 1]
    np.testing.assert_array_equal(unit.step.kernel_chw[0], given)
    qtbot.keyClick(opened.page, Qt.Key.Key_Right)
    assert shown.kernel.unit_view.unit is not None
    assert shown.kernel.unit_view.unit.cell == (2, 4)

    # the update: what torch did
    click(qtbot, opened, "step_part_update")
    after = opened.page.findChild(GridCanvas, "step_after")
    assert after is not None
    qtbot.mouseClick(after, Qt.MouseButton.LeftButton, pos=cell(after, 0, 1))
    assert steps.store.state.cell == (0, 1)
    labels = shown.update_part.terms.findChildren(QLabel)
    said = {one.objectName(): one.text() for one in labels if not one.isHidden()}
    assert said["step_term_symbol_6"] == "w ="
    new = float(step.after["c3.weight"][1, 2, 0, 1])
    assert float(said["step_term_value_6"].replace("−", "-")) == (
        pytest.approx(new, rel=1e-4, abs=1e-6)
    )


def test_that_the_keys_that_step_are_offered_where_there_is_something_to_step(
    qtbot: QtBot, opened: Opened
) -> None:
    actions = opened.page.page_actions()
    forward = next(one for one in actions if one.objectName() == "gradient_forward")
    assert not forward.isEnabled()
    assert "Open the gradient" in forward.toolTip()
    click(qtbot, opened, "step_part_kernel")
    assert forward.isEnabled()
    click(qtbot, opened, "train_curves_button")
    assert not forward.isEnabled()


def test_that_esc_closes_an_opened_map_of_the_step(
    qtbot: QtBot, opened: Opened
) -> None:
    view = tool(opened).forward.view
    view.open_map(0, 1)
    assert opened.page.go_back()
    assert view.opened is None
    assert not opened.page.go_back()
