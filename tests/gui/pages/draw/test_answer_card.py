"""What the card says of answers of each kind."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from cnnviz.engine.networks.classifier import Classifier
from cnnviz.engine.networks.layers import (
    Activation,
    Flatten,
    LayerSpec,
    Linear,
    Network,
    RadialBasis,
)
from cnnviz.engine.reading.judgement import NO_DIGIT, ONE_DIGIT, Judgement
from cnnviz.pages.draw.presenters.draw_presenter import DrawState
from cnnviz.pages.draw.views.answer_card import AnswerCard
from cnnviz.state.current_network import CurrentNetwork
from cnnviz.state.picture.layer_pictures import input_picture
from cnnviz.state.picture.shared_picture import drawing
from cnnviz.state.workers.inference import DrawAnswer, ReadyNetwork, prepared


def network(*end: LayerSpec, labels: tuple[str, ...] = ("a", "b", "c")) -> Network:
    return Network(
        name="test",
        title="Test",
        input_chw=(1, 28, 28),
        normalization=(0.0, 1.0),
        labels=labels,
        layers=(Flatten(name="flatten"), Linear(name="f6", units=len(labels)), *end),
    )


def card(
    qtbot: QtBot,
    described: Network,
    bias: list[float],
    judgement: Judgement | None = None,
) -> AnswerCard:
    """Return a card with the answer of a network whose sums are these."""
    count = len(described.labels)
    weights = {
        "f6.weight": np.zeros((count, 784), np.float32),
        "f6.bias": np.array(bias, np.float32),
        "output.codes": np.eye(count, dtype=np.float32),
    }
    if not isinstance(described.layers[-1], RadialBasis):
        del weights["output.codes"]
    ink_hw = np.zeros((280, 280), np.uint8)
    ink_hw[60:220, 130:150] = 255
    shared = drawing(ink_hw)
    preparation = prepared(shared)
    classifier = Classifier(described, weights)
    current = CurrentNetwork(described, weights, "file")
    answer = DrawAnswer(
        preparation,
        input_picture(preparation.digit_hw),
        ReadyNetwork(current, classifier),
        classifier.trace(preparation.digit_hw),
        judgement=judgement,
    )
    made = AnswerCard()
    qtbot.addWidget(made)
    made.render_state(DrawState(shared, current, answer, loading=False))
    return made


def said(made: AnswerCard) -> tuple[str, str, str]:
    names = ("answer_digit", "answer_percent", "answer_message")
    labels = [made.findChild(QLabel, name) for name in names]
    return tuple(label.text().strip() for label in labels if label)  # type: ignore[return-value]


def test_that_logits_are_said_as_probabilities(qtbot: QtBot) -> None:
    assert said(card(qtbot, network(), [0.0, 9.0, 0.0])) == ("b", "> 99%", "")


def test_that_a_softmax_is_not_taken_twice(qtbot: QtBot) -> None:
    described = network(Activation(name="output", kind="softmax"))
    digit, share, _ = said(card(qtbot, described, [0.0, 0.0, np.log(8.0)]))
    assert (digit, share) == ("c", "80.0%")


def test_that_of_distances_the_smallest_wins(qtbot: QtBot) -> None:
    codes = tuple(map(tuple, np.eye(3).tolist()))
    described = network(RadialBasis(name="output", codes=codes))
    digit, _, message = said(card(qtbot, described, [0.6, 0.4, 0.0]))
    assert digit == "a"
    assert message == "The network is not sure: a or b."


@pytest.mark.parametrize("kind", ["sigmoid", "tanh", "relu"])
def test_that_of_mere_scores_the_class_is_said_and_no_share(
    qtbot: QtBot, kind: str
) -> None:
    described = network(Activation(name="output", kind=kind))  # type: ignore[arg-type]
    assert said(card(qtbot, described, [0.5, 0.1, 2.0])) == ("c", "", "")


def test_that_a_network_with_one_class_has_nothing_to_hesitate_between(
    qtbot: QtBot,
) -> None:
    assert said(card(qtbot, network(labels=("a",)), [0.3])) == ("a", "> 99%", "")


def test_that_what_is_no_digit_is_said_to_be_none_beside_pale_bars(
    qtbot: QtBot,
) -> None:
    made = card(qtbot, network(), [0.0, 9.0, 0.0], NO_DIGIT)
    said_of_it = "This does not look like one digit. If the network had to choose: b."
    assert said(made) == ("?", "", said_of_it)
    assert not made.ways.isHidden()
    assert (made.why.text(), made.why.isEnabled()) == ("Why?", True)
    assert made.bars.pale
    assert made.bars.number_at(1, 0) == "> 99%"  # still there to read


def test_that_digits_beside_each_other_are_named(qtbot: QtBot) -> None:
    several = Judgement(digit=False, several=(1, 0))
    digit, _, message = said(card(qtbot, network(), [0.0, 9.0, 0.0], several))
    assert digit == "?"
    assert message == "I see 2 digits: b and a. Draw one at a time."


def test_that_one_digit_is_answered_with_strong_bars(qtbot: QtBot) -> None:
    made = card(qtbot, network(), [0.0, 9.0, 0.0], ONE_DIGIT)
    assert said(made) == ("b", "> 99%", "")
    assert made.ways.isHidden()
    assert not made.bars.pale


def test_that_another_networks_answer_is_said_to_be_its_while_one_teaches(
    qtbot: QtBot,
) -> None:
    made = card(qtbot, network(), [0.0, 9.0, 0.0], NO_DIGIT)
    made.set_teaching(True)
    assert said(made)[2].startswith("This is how Test")
    own = card(qtbot, replace(network(), drawings=True), [0.0, 9.0, 0.0])
    own.set_teaching(True)
    assert said(own) == ("b", "> 99%", "")


def test_that_the_bars_stay_where_they_are_whatever_is_said(qtbot: QtBot) -> None:
    tops = set()
    for judgement in (NO_DIGIT, ONE_DIGIT, Judgement(digit=False, several=(1, 0))):
        made = card(qtbot, network(), [0.0, 9.0, 0.0], judgement)
        made.resize(200, 700)
        with qtbot.waitExposed(made):
            made.show()
        tops.add(made.bars.y())
    assert len(tops) == 1


def test_that_every_bar_has_its_number_beside_it(qtbot: QtBot) -> None:
    made = card(qtbot, network(), [0.0, 3.0, 1.0])
    made.resize(200, 700)
    with qtbot.waitExposed(made):
        made.show()
    shown = made.bars.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    for row in range(3):
        line = made.bars.box_of(row, 0).toRect()
        number = QRect(line.right() - 12, line.top(), 12, line.height())
        part = shown.copy(number)
        levels = {
            part.pixelColor(x, y).lightness()
            for x in range(part.width())
            for y in range(part.height())
        }
        assert max(levels) - min(levels) > 100, row
