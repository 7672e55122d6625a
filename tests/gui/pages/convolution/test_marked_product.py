"""The addition that the loops are at is marked on the stage."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from PySide6.QtWidgets import QWidget

from cnnviz.pages.convolution.model.lab_settings import PoolSettings
from cnnviz.pages.convolution.views.algorithm.algorithm_panel import AlgorithmPanel
from cnnviz.pages.convolution.views.export.lab_actions import LabActions
from cnnviz.pages.convolution.views.signal.signal_scene import Spot
from cnnviz.pages.convolution.views.signal.signal_stage import SignalStage
from cnnviz.state.picture.number_pictures import numbers_picture
from cnnviz.ui.unit_view.stage import Stage

Lab = Any


def child(lab: Lab, kind: type[Any]) -> Any:
    found = lab.page.findChild(kind)
    assert isinstance(found, QWidget | LabActions)
    return found


def additions(lab: Lab, count: int) -> None:
    """Open the loops, and go through so many additions from the first one on."""
    child(lab, LabActions).algorithm.setChecked(True)
    first, _, forward, _ = child(lab, AlgorithmPanel).step_actions()
    first.trigger()
    for _ in range(count):
        forward.trigger()


def marked(lab: Lab) -> list[tuple[int, int] | None]:
    stage = child(lab, Stage)
    panels = (stage.window_panel, stage.kernel, stage.products)
    return [panel.hues.marked for panel in panels]


def outlined(lab: Lab) -> tuple[list[int], list[int]] | None:
    block = child(lab, Stage).input.reach.block
    return None if block is None else (block.rows.tolist(), block.columns.tolist())


def test_that_the_addition_of_now_is_marked_in_every_grid(lab: Lab) -> None:
    lab.walk.go_to_cell(3, 5)

    additions(lab, 6)  # of nine: the third of the second row

    assert marked(lab) == [(1, 2)] * 3
    assert outlined(lab) == ([4], [7])


def test_that_the_mark_goes_with_the_step_and_with_the_loops(lab: Lab) -> None:
    additions(lab, 2)
    lab.walk.advance()
    assert (marked(lab), outlined(lab)) == ([None] * 3, None)

    additions(lab, 2)
    assert marked(lab) == [(0, 1)] * 3
    child(lab, LabActions).algorithm.setChecked(False)
    assert (marked(lab), outlined(lab)) == ([None] * 3, None)


def test_that_before_the_first_and_after_the_last_nothing_is_marked(lab: Lab) -> None:
    additions(lab, 3)
    first, _, _, last = child(lab, AlgorithmPanel).step_actions()

    for end in (first, last):
        additions(lab, 3)
        end.trigger()
        assert marked(lab) == [None] * 3


def test_that_the_channel_of_the_addition_is_seen(lab: Lab) -> None:
    numbers = np.arange(75, dtype=np.float32).reshape(3, 5, 5)
    lab.pictures.store.replace(numbers_picture(numbers))
    lab.walk.commands.set("colour", "rgb")

    additions(lab, 9 + 5)

    assert lab.state.shown_channel == 1
    assert marked(lab) == [(1, 1)] * 3


@pytest.mark.parametrize("channel", [-1, 2])
def test_that_a_channel_that_is_not_seen_marks_nothing(lab: Lab, channel: int) -> None:
    child(lab, Stage).mark_product(channel, 1, 1)

    assert marked(lab) == [None] * 3


def test_that_a_pooling_marks_the_cell_it_looks_at(lab: Lab) -> None:
    pooling = PoolSettings(size=(3, 3))
    lab.walk.commands.apply(
        replace(lab.state.settings, operation="pooling", pooling=pooling)
    )
    lab.walk.go_to_cell(2, 2)

    additions(lab, 5)

    assert marked(lab)[0] == (1, 1)
    assert outlined(lab) == ([7], [7])


def test_that_a_signal_marks_its_product(lab: Lab) -> None:
    lab.walk.commands.apply(replace(lab.state.settings, operation="signal"))

    additions(lab, 2)

    scene = child(lab, SignalStage).scene()
    assert scene is not None
    assert scene.hovered == Spot("products", 1)
    lab.walk.advance()
    assert child(lab, SignalStage).scene().hovered is None
