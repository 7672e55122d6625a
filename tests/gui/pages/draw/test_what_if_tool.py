"""What the network would answer if the ink lay otherwise, on the Draw page."""

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QSlider, QToolButton

from cnnviz.engine.images.changed_ink import InkChange, changed_ink
from cnnviz.engine.images.placement import Placement
from cnnviz.engine.images.preparation import prepare_drawing
from cnnviz.pages.draw.presenters.what_if.what_if_presenter import WhatIfAnswer
from cnnviz.pages.draw.views.what_if.what_if_tool import WhatIfTool
from tests.helpers.draw_stage import SEVEN, Stage


def opened(stage: Stage) -> WhatIfTool:
    stage.draw(SEVEN)
    stage.find(QToolButton, "draw_what_if_button").click()
    tool = stage.page.findChild(WhatIfTool)
    assert tool is not None
    return tool


def outcome(stage: Stage) -> WhatIfAnswer:
    what_if = stage.presenter.what_if

    def is_there() -> bool:
        state = what_if.store.state
        found = state.outcome
        return (
            not what_if.is_waiting
            and found is not None
            and found.question.change == state.change
            and found.question.prepared == state.prepared
        )

    stage.qtbot.waitUntil(is_there, timeout=60_000)
    found = what_if.store.state.outcome
    assert found is not None
    return found


def test_that_sliders_change_the_digit_and_the_answer_follows(shipped: Stage) -> None:
    tool = opened(shipped)
    assert outcome(shipped).best == 7
    shipped.find(QSlider, "what_if_right").setValue(-5)
    shipped.find(QSlider, "what_if_thickness").setValue(4)  # quarters of a pixel
    found = outcome(shipped)
    change = InkChange(placement=Placement(right=-5), thickness=1)
    digit = found.question.answer.seen
    assert digit is not None
    np.testing.assert_array_equal(found.seen, changed_ink(digit, change))
    network = found.question.answer.network
    assert network is not None
    expected = network.tracer.probabilities(found.seen[None])
    assert expected is not None
    columns = tool.columns.numbers()
    assert isinstance(columns, np.ndarray)
    np.testing.assert_allclose(columns[0], expected[0], atol=1e-5)
    reset = shipped.find(QPushButton, "what_if_reset")
    reset.click()
    assert outcome(shipped).seen is digit
    assert not reset.isEnabled()


def test_that_a_drawing_that_is_shifted_before_the_preparation_is_read_the_same(
    shipped: Stage,
) -> None:
    opened(shipped)
    digit = outcome(shipped).seen
    shipped.find(QToolButton, "what_if_before").click()
    shipped.find(QSlider, "what_if_down").setValue(-2)
    shipped.find(QSlider, "what_if_right").setValue(3)
    found = outcome(shipped)
    np.testing.assert_array_equal(found.seen, digit)  # that is what it is for
    assert found.changed.shape == (280, 280)
    shipped.find(QSlider, "what_if_degrees").setValue(40)
    turned = outcome(shipped)
    expected = prepare_drawing(turned.changed).digit_hw
    np.testing.assert_array_equal(turned.seen, expected)
    assert (turned.seen != digit).any()


def test_that_a_cell_of_the_map_is_a_shift_that_can_be_chosen(shipped: Stage) -> None:
    tool = opened(shipped)
    shifts = outcome(shipped).shifts
    place = tool.map.box_of(8 + 3, 8 - 4).center().toPoint()
    shipped.qtbot.mouseClick(tool.map, Qt.MouseButton.LeftButton, pos=place)
    found = outcome(shipped)
    assert found.question.change == InkChange(placement=Placement(down=3, right=-4))
    assert found.best == shifts.best_rc[11, 4]
    assert found.shifts is shifts  # the map is not computed again
    said = tool.map.reading_of(11, 4)
    assert said.startswith("shifted 3 down, −4 to the right: ")
    tool.map.setFocus()
    tool.map.read((8, 8))
    shipped.qtbot.keyClick(tool.map, Qt.Key.Key_Return)
    assert outcome(shipped).question.change == InkChange()
