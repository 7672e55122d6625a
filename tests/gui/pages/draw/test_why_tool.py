"""Why the network answers what it answers, on the Draw page."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QToolButton
from pytestqt.qtbot import QtBot

from cnnviz.engine.datasets.builtin_digits import generate_digits
from cnnviz.engine.explain.grad_cam import cam_layers
from cnnviz.engine.explain.occlusion import occlude, on_pixels
from cnnviz.engine.explain.shift_answers import answers_when_shifted
from cnnviz.engine.images.changed_ink import InkChange
from cnnviz.engine.images.placement import Placement, placed
from cnnviz.pages.draw.presenters.what_if.what_if_presenter import (
    WhatIfQuestion,
    outcome_of,
)
from cnnviz.pages.draw.presenters.why import explaining
from cnnviz.pages.draw.presenters.why.explaining import (
    Comparing,
    Explainer,
    Explanation,
    Method,
    WhyQuestion,
)
from cnnviz.pages.draw.presenters.why.why_presenter import WhyPresenter
from cnnviz.pages.draw.views.why.explained_digit import ExplainedDigit
from cnnviz.pages.draw.views.why.why_tool import WhyTool
from cnnviz.state.picture.layer_pictures import input_picture
from cnnviz.state.workers.inference import DrawAnswer, ReadyNetwork, ready_network
from cnnviz.state.workers.weight_file import shipped_networks
from tests.helpers.draw_stage import SEVEN, Stage


def few_pictures(
    _is_cancelled: Callable[[], bool],
) -> tuple[str, np.ndarray, np.ndarray]:
    """Return what all the training pictures would be, in a moment."""
    digits = generate_digits(1200, seed=8)
    return "builtin", digits.images_nhw, digits.labels_n


def explained(stage: Stage) -> Explanation:
    why = stage.presenter.why

    def is_there() -> bool:
        state = why.store.state
        found = state.explanation
        asked = stage.presenter.store.state.answer
        return (
            not why.is_waiting
            and found is not None
            and found.question.method == state.method
            and asked is not None
            and found.question.seen is asked.seen
        )

    stage.qtbot.waitUntil(is_there, timeout=60_000)
    found = why.store.state.explanation
    assert found is not None
    return found


def opened(stage: Stage) -> WhyTool:
    stage.draw(SEVEN)
    stage.find(QToolButton, "why_answer").click()
    tool = stage.page.findChild(WhyTool)
    assert tool is not None
    assert tool.isVisible()
    return tool


def choose(stage: Stage, method: Method) -> None:
    stage.find(QToolButton, f"why_{method}").click()


def test_that_the_button_on_the_answer_leads_to_the_occlusion_of_the_digit(
    shipped: Stage,
) -> None:
    button = shipped.find(QToolButton, "why_answer")
    assert not button.isEnabled()
    assert button.text() == "Why?"
    tool = opened(shipped)
    assert button.text() == "Why 7?"
    found = explained(shipped)
    question = found.question
    assert (question.method, question.label) == ("occlusion", 7)
    expected = occlude(question.network.tracer, question.seen, 5, 0)
    drops = expected.drops(7, question.other)
    np.testing.assert_allclose(tool.digit.shown_pixels, on_pixels(drops, 5), atol=1e-4)
    order = shipped.trace.layers[-1].values.argsort()
    assert question.other == order[-2]
    titles = [label.text() for label in tool.findChildren(QLabel)]
    assert f"Why 7, and not {question.other}?" in titles


def test_that_a_dragged_patch_is_answered_at_once_and_esc_takes_it_away(
    shipped: Stage,
) -> None:
    tool = opened(shipped)
    found = explained(shipped)
    assert found.occlusion is not None
    digit = tool.digit
    cell = digit.box_of(10, 14).center().toPoint()
    shipped.qtbot.mousePress(digit, Qt.MouseButton.LeftButton, pos=cell)
    why = shipped.presenter.why.store
    assert why.state.at == (8, 12)
    hidden = found.question.seen.copy()
    hidden[8:13, 12:17] = 0
    expected = found.question.network.tracer.probabilities(hidden[None])
    assert expected is not None
    columns = tool.columns.numbers()
    assert isinstance(columns, np.ndarray)
    np.testing.assert_allclose(columns[0], expected[0], atol=1e-5)
    QTest.mouseMove(digit, digit.box_of(0, 0).center().toPoint() + QPoint(1, 1))
    shipped.qtbot.mouseRelease(digit, Qt.MouseButton.LeftButton)
    before = why.state.at
    assert before is not None
    digit.setFocus()
    shipped.qtbot.keyClick(digit, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert why.state.at == (before[0] + 1, before[1])
    shipped.qtbot.keyClick(digit, Qt.Key.Key_Escape)
    assert why.state.at is None


def test_that_every_method_shows_what_it_is_and_what_its_limits_are(
    shipped: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(explaining, "training_pictures", few_pictures)
    said: list[Comparing | None] = []
    store = shipped.presenter.why.store
    store.changed.connect(lambda new, _old: said.append(new.comparing))
    tool = opened(shipped)
    for method in ("gradient", "ink", "grad_cam", "nearest", "change"):
        choose(shipped, method)
        found = explained(shipped)
        texts = [
            label.text() for label in tool.findChildren(QLabel) if label.isVisible()
        ]
        assert any(text.startswith("Limits: ") for text in texts)
        if method in ("gradient", "ink", "grad_cam"):
            assert tool.digit.isVisible()
            assert tool.digit.shown_pixels is found.pixels_hw
        elif method == "nearest":
            assert tool.neighbours.isVisible()
            assert "Most similar training pictures of 7 (distance)" in texts
            assert len(tool.neighbours.tiles[0].shown) == 5
            assert Comparing(500, 1200) in said  # it is said how far it is
        else:
            assert tool.change.isVisible()
            assert found.change is not None
            assert "read as 7" in texts
            assert f"read as {found.change.label}" in texts
    digits = tool.findChildren(ExplainedDigit)
    assert all(digit.accessibleName() for digit in digits)


def test_that_another_class_can_be_compared_and_another_layer_taken(
    shipped: Stage,
) -> None:
    opened(shipped)
    explained(shipped)
    choose(shipped, "grad_cam")
    assert explained(shipped).question.layer == "c3_relu"
    layers = shipped.find(QComboBox, "why_layer")
    assert [layers.itemText(i) for i in range(layers.count())] == ["C1", "C3"]
    layers.setCurrentIndex(0)
    layers.activated.emit(0)
    assert explained(shipped).question.layer == "c1_relu"
    other = shipped.find(QComboBox, "why_other")
    other.setCurrentIndex(2)
    other.activated.emit(2)
    assert explained(shipped).question.other == 1


def test_that_nothing_is_computed_while_another_tool_is_in_front(
    shipped: Stage,
) -> None:
    opened(shipped)
    last = explained(shipped)
    shipped.find(QToolButton, "draw_maps_button").click()
    shipped.draw([(60, 200), (200, 210)])
    assert not shipped.presenter.why.is_waiting
    assert shipped.presenter.why.store.state.explanation is last
    shipped.find(QToolButton, "draw_why_button").click()
    assert explained(shipped) is not last


def test_that_a_network_with_other_classes_has_no_training_pictures_here(
    shipped: Stage,
) -> None:
    opened(shipped)
    question = explained(shipped).question
    labels = tuple("abcdefghij")
    current = question.network.current
    network = current.network
    own = replace(current, network=replace(network, labels=labels))
    asked = WhyQuestion(
        "nearest", ReadyNetwork(own, question.network.tracer), question.seen, 7, 3
    )
    assert Explainer().explain(asked).neighbours is None


def test_that_nothing_is_asked_before_there_is_an_answer(shipped: Stage) -> None:
    why = WhyPresenter()
    why.show_answer(None)
    why.choose_method("ink")
    assert not why.is_waiting
    why.shut_down()
    shipped.page._actions.why.trigger()
    tool = shipped.page.findChild(WhyTool)
    assert tool is not None
    assert any("Draw a digit" in label.text() for label in tool.findChildren(QLabel))


def test_that_a_picture_in_colour_is_explained_too(qtbot: QtBot) -> None:
    (current,) = (one for one in shipped_networks() if one.network.name == "cifar10")
    network = ready_network(current)
    picture = np.random.default_rng(2).integers(0, 256, (3, 32, 32), np.uint8)
    label = network.tracer.trace(picture).best
    other = (label + 1) % 10
    layer = cam_layers(current.network)[-1][1]
    question = WhyQuestion(
        "grad_cam", network, picture, label, other, patch=12, layer=layer
    )
    explainer = Explainer()
    digit = ExplainedDigit()
    qtbot.addWidget(digit)
    digit.resize(320, 320)
    for method, palette in (("grad_cam", "sequential"), ("ink", "diverging")):
        found = explainer.explain(replace(question, method=method))
        assert found.pixels_hw is not None
        assert found.pixels_hw.shape == (32, 32)
        digit.render_digit(picture, found.pixels_hw, palette)
        assert not digit.grab().isNull()
        assert str(round(picture[:, 4, 5].mean())) in digit.number_at(4, 5)
    assert explainer.explain(replace(question, method="nearest")).neighbours is None
    answer = DrawAnswer(
        None,
        input_picture(picture),
        network,
        network.tracer.trace(picture),
        {},
        picture,
    )
    turned = InkChange(placement=Placement(degrees=30))
    shifts = answers_when_shifted(network.tracer, picture, 0)
    made = outcome_of(WhatIfQuestion(answer, turned, True, shifts))
    expected = placed(picture, turned.placement)
    np.testing.assert_array_equal(made.seen, expected)
