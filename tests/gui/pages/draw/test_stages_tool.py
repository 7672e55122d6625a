"""The stages of the preparation, each switched off by itself."""

import numpy as np
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton

from cnnviz.engine.images.picture import Picture
from cnnviz.engine.images.preparation import STAGES, prepare_drawing
from cnnviz.engine.networks.catalogue.own_classes import own_classes_network
from cnnviz.engine.networks.seeded_weights import seeded_weights
from cnnviz.pages.draw.presenters.stages.stages_presenter import StagesAnswer
from cnnviz.pages.draw.views.stage_picture import StagePicture
from cnnviz.state.current_network import CurrentNetwork
from cnnviz.state.picture.shared_picture import SharedPicture
from cnnviz.ui.controls.check_box import CheckBox
from tests.helpers.draw_stage import SEVEN, Points, Stage

SMALL_SEVEN: Points = [(20, 20), (35, 19), (50, 20), (43, 40), (34, 70)]
SPECK: Points = [(268, 268)]


def opened(stage: Stage, *strokes: Points) -> None:
    for stroke in strokes:
        stage.draw(stroke)
    stage.find(QToolButton, "draw_stages_button").click()


def outcome(stage: Stage) -> StagesAnswer:
    presenter = stage.presenter.stages

    def is_there() -> bool:
        state = presenter.store.state
        found = state.outcome
        return (
            not presenter.is_waiting
            and found is not None
            and found.question.answer is stage.presenter.store.state.answer
            and found.question.without == state.without
        )

    stage.qtbot.waitUntil(is_there, timeout=30_000)
    found = presenter.store.state.outcome
    assert found is not None
    return found


def switch(stage: Stage, name: str) -> None:
    box = stage.find(CheckBox, f"stage_{name}_box")
    was_on = box.isChecked()
    place = QPoint(10, box.height() // 2)
    stage.qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=place)
    assert box.isChecked() != was_on
    without = stage.presenter.stages.store.state.without
    assert (name in without) == was_on


def test_that_every_stage_is_a_picture_with_its_figures(shipped: Stage) -> None:
    opened(shipped, SEVEN, SPECK)
    done = outcome(shipped).preparation
    assert done is not None
    assert shipped.text("stage_spots_figures") == "One spot left out"
    assert shipped.text("stage_crop_figures") == "{} × {}".format(*done.box[2:])
    assert shipped.text("stage_fit_figures") == f"20 × {done.rough_hw.shape[1]}"
    for name, levels_hw in (
        ("spots", done.ink_hw),
        ("crop", done.cropped_hw),
        ("fit", done.rough_hw),
        ("smooth", done.smooth_hw),
        ("range", done.fitted_hw),
        ("centre", done.digit_hw),
    ):
        shown = shipped.find(StagePicture, f"stage_{name}_picture").numbers()
        np.testing.assert_array_equal(shown, levels_hw)


def test_that_a_stage_that_is_switched_off_changes_what_is_read(
    shipped: Stage,
) -> None:
    """A small 7 in a corner is read well only because the preparation finds it."""
    opened(shipped, SMALL_SEVEN)
    with_all = outcome(shipped)
    assert with_all.whole == with_all.switched
    assert with_all.whole is not None
    assert with_all.whole.best == 7
    assert shipped.text("stages_whole").startswith("7 (")

    for name in ("crop", "fit", "centre"):
        switch(shipped, name)
    switched = outcome(shipped)
    assert switched.whole == with_all.whole
    ink_hw = shipped.pictures.state.ink_hw
    assert ink_hw is not None
    expected = prepare_drawing(ink_hw, ["crop", "fit", "centre"])
    assert switched.preparation is not None
    np.testing.assert_array_equal(switched.preparation.digit_hw, expected.digit_hw)
    network = switched.question.answer.network
    assert network is not None
    trace = network.tracer.trace(expected.digit_hw)
    assert switched.switched is not None
    assert switched.switched.best == trace.best
    assert switched.switched.share is not None
    assert trace.probabilities is not None
    assert abs(switched.switched.share - trace.probabilities[trace.best]) < 1e-5
    assert shipped.text("stages_switched").startswith(f"{trace.best} (")

    shipped.find(QPushButton, "stages_all_on").click()
    assert outcome(shipped).switched == with_all.whole
    assert all(
        shipped.find(CheckBox, f"stage_{name}_box").isChecked() for name in STAGES
    )


def test_that_each_stage_tells_what_is_read_without_it_alone(shipped: Stage) -> None:
    opened(shipped, SMALL_SEVEN)
    found = outcome(shipped)
    ink_hw = shipped.pictures.state.ink_hw
    network = found.question.answer.network
    assert ink_hw is not None
    assert network is not None
    for stage in STAGES:
        digit_hw = prepare_drawing(ink_hw, [stage]).digit_hw
        read = found.alone[stage]
        assert read is not None
        assert read.best == network.tracer.trace(digit_hw).best
        assert shipped.text(f"stage_{stage}_worth").startswith(
            f"Without: {read.best} ("
        )


def test_that_the_stages_follow_the_pen(shipped: Stage) -> None:
    opened(shipped, SEVEN)
    first = outcome(shipped)
    shipped.draw(SPECK)
    second = outcome(shipped)
    assert second is not first
    assert shipped.text("stage_spots_figures") == "One spot left out"


def test_that_nothing_is_computed_while_another_tool_is_in_front(
    shipped: Stage,
) -> None:
    opened(shipped, SMALL_SEVEN)
    first = outcome(shipped)
    shipped.find(QToolButton, "draw_maps_button").click()
    shipped.draw(SPECK)
    assert not shipped.presenter.stages.is_waiting
    assert shipped.presenter.stages.store.state.outcome is first


def test_that_a_ready_digit_has_nothing_to_switch(shipped: Stage) -> None:
    opened(shipped, SMALL_SEVEN)
    done = outcome(shipped).preparation
    assert done is not None
    digit = Picture(done.digit_hw[np.newaxis], "ready")
    shipped.pictures.replace(SharedPicture(digit, "file"))
    shipped.qtbot.waitUntil(
        lambda: not shipped.find(CheckBox, "stage_crop_box").isEnabled()
    )
    says = shipped.page.findChildren(QLabel)
    assert any("taken as it is" in label.text() for label in says)


def test_that_ink_of_which_nothing_is_left_is_said(shipped: Stage) -> None:
    opened(shipped, [(140, 0)])
    shipped.pictures.replace(
        SharedPicture(Picture(_thin_line()[np.newaxis], "thin"), "file")
    )
    for name in ("crop", "smooth"):
        switch(shipped, name)
    shipped.qtbot.waitUntil(
        lambda: shipped.text("stages_switched") == "Nothing left", timeout=30_000
    )


def _thin_line() -> np.ndarray[tuple[int, int], np.dtype[np.uint8]]:
    line_hw = np.zeros((280, 280), np.uint8)
    line_hw[3, 20:260] = 255
    return line_hw


def test_that_for_other_drawings_than_digits_spots_are_no_stage(
    shipped: Stage,
) -> None:
    """The eyes of a face are spots beside its mouth, and stay."""
    network = own_classes_network(("face", "house"))
    weights = seeded_weights(network, 3)
    shipped.networks.replace(CurrentNetwork(network, weights, "trained", 0.9))
    opened(shipped, SEVEN, SPECK)
    shipped.qtbot.waitUntil(
        lambda: shipped.presenter.store.state.answering.network is network
    )
    found = outcome(shipped)
    assert "spots" not in found.alone
    assert found.preparation is not None
    assert found.preparation.spots == ()
    assert found.whole == found.switched
    box = shipped.find(CheckBox, "stage_spots_box")
    assert not box.isEnabled()
    assert not box.isChecked()
