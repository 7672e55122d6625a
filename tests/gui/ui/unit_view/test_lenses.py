"""The lenses of a stage: from the window to its numbers, from the products to the cell."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from pytestqt.qtbot import QtBot

from cnnviz.engine.convolution.activation.activations import ActivationSpec
from cnnviz.engine.convolution.operations import Convolution
from cnnviz.engine.convolution.spec import ConvSpec
from cnnviz.engine.convolution.walk import Walk, go_to_cell
from cnnviz.state.lab_input import feature_maps
from cnnviz.ui.canvas.grid_canvas import GridCanvas
from cnnviz.ui.unit_view.lenses import Lenses, _bounds, _region
from cnnviz.ui.unit_view.unit import unit_at
from cnnviz.ui.unit_view.unit_view import UnitView

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def view(qtbot: QtBot) -> UnitView:
    view = UnitView()
    view.resize(1000, 640)
    view.set_reduced_motion(True)
    qtbot.addWidget(view)
    with qtbot.waitExposed(view):
        view.show()
    show(view, (2, 3))
    return view


def show(view: UnitView, cell: tuple[int, int]) -> None:
    maps = np.arange(144, dtype=np.float32).reshape(1, 12, 12) - 70
    operation = Convolution(
        maps, np.ones((1, 1, 3, 3), np.float32), ConvSpec(kernel=(3, 3))
    )
    walk = go_to_cell(Walk(operation, ActivationSpec()), *cell)
    view.render_unit(
        unit_at(walk, feature_maps(maps, ("map",))), operation.compute()[0]
    )


def place(view: UnitView, name: str, box: tuple[int, int, int, int]) -> QRect:
    canvas = view.findChild(GridCanvas, f"{name}_canvas")
    assert canvas is not None
    return QRect(*box).translated(canvas.mapTo(view.stage, QPoint(0, 0)))


def canvas(view: UnitView, name: str) -> GridCanvas:
    found = view.findChild(GridCanvas, f"{name}_canvas")
    assert found is not None
    return found


@pytest.mark.parametrize("cell", [(2, 3), (9, 0)])
def test_that_they_tie_the_window_and_the_cell_of_now(
    view: UnitView, cell: tuple[int, int]
) -> None:
    show(view, cell)

    window, product = view.stage.lenses._shown
    assert window is not None
    assert product is not None
    box = place(view, "input", canvas(view, "input").view.rect(*cell, 3, 3))
    grid = place(view, "window", canvas(view, "window").view.rect(0, 0, 3, 3))
    assert window.source == (box.x() + box.width(), box.y(), box.y() + box.height())
    assert window.target == (grid.x(), grid.y(), grid.y() + grid.height())
    made = place(view, "output", canvas(view, "output").view.mark(*cell))
    assert product.target == (made.x(), made.y(), made.y() + made.height())


def test_that_they_follow_when_the_input_is_enlarged(view: UnitView) -> None:
    before = view.stage.lenses._shown[0]

    canvas(view, "input").zoom_in()

    after = view.stage.lenses._shown[0]
    assert after != before


def test_that_the_pointer_goes_through_them(view: UnitView, qtbot: QtBot) -> None:
    lenses, output = view.findChild(Lenses), canvas(view, "output")
    assert lenses is not None
    assert lenses.geometry() == view.stage.rect()
    made, cell = _bounds(view.stage.lenses._shown[1]), output.view.rect(2, 1)
    spot = QPoint(cell[0] + cell[2] // 2, cell[1] + cell[3] // 2)
    assert made.contains(output.mapTo(view.stage, spot))

    with qtbot.waitSignal(view.output_cell_chosen) as chosen:
        qtbot.mouseClick(
            view.window().childAt(output.mapTo(view, spot)), LEFT, pos=spot
        )

    assert chosen.args == [2, 1]


def test_that_what_is_painted_anew_covers_the_lens(view: UnitView) -> None:
    for ribbon in view.stage.lenses._shown:
        assert ribbon is not None
        region, bounds = _region(ribbon), _bounds(ribbon)
        assert region.boundingRect().contains(bounds.adjusted(0, 1, -1, -1))
        areas = [rect.width() * rect.height() for rect in region]
        assert sum(areas) <= 1.2 * bounds.width() * (bounds.height() + 2)
