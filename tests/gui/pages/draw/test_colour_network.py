"""A network of pictures in colour on the Draw page: a moment of its run leads there."""

from dataclasses import replace

import numpy as np
from PySide6.QtGui import QFontMetrics, QImage
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from cnnviz.engine.images.picture import Picture
from cnnviz.engine.networks.catalogue import network
from cnnviz.engine.networks.classifier import Classifier
from cnnviz.pages.draw.presenters.draw_presenter import DrawState
from cnnviz.pages.draw.presenters.stages.stages_presenter import StagesPresenter
from cnnviz.pages.draw.views.answer_card import AnswerCard
from cnnviz.pages.draw.views.preparation_strip import PreparationStrip
from cnnviz.pages.draw.views.probability_bars import ProbabilityBars
from cnnviz.pages.draw.views.stages.stage_card import StageCard
from cnnviz.pages.draw.views.stages.stages_tool import StagesTool
from cnnviz.state.current_network import CurrentNetwork
from cnnviz.state.picture.shared_picture import SharedPicture
from cnnviz.state.workers.inference import (
    DrawAnswer,
    DrawQuestion,
    ReadyNetwork,
    answer,
)
from tests.helpers.torch_oracle import random_weights

CIFAR = network("cifar10")


def answered() -> tuple[DrawAnswer, Classifier, Picture]:
    pixels_chw = np.random.default_rng(0).integers(0, 256, (3, 32, 32), np.uint8)
    picture = Picture(pixels_chw, "rgb")
    weights = random_weights(CIFAR)
    classifier = Classifier(CIFAR, weights)
    ready = ReadyNetwork(CurrentNetwork(CIFAR, weights, "trained"), classifier)
    shared = SharedPicture(picture, "picture")
    return answer(DrawQuestion(shared, ready)), classifier, picture


def test_that_it_answers_the_picture_itself(qtbot: QtBot) -> None:
    made, classifier, picture = answered()
    assert made.preparation is None
    assert made.trace is not None
    expected = classifier.trace(picture.pixels_chw)
    np.testing.assert_array_equal(made.trace.probabilities, expected.probabilities)
    assert made.digit.is_colour
    assert (made.digit.values == picture.pixels_chw).all()

    strip = PreparationStrip()
    qtbot.addWidget(strip)
    strip.resize(280, 360)
    strip.render_state(None, made.digit)
    strip.show()
    shown = {label.text() for label in strip.findChildren(QLabel) if label.isVisible()}
    assert shown == {"What the network sees"}
    strip.render_state(None, None)  # nothing answers: the places are kept
    assert sum(label.isVisible() for label in strip.findChildren(QLabel)) == 6


def test_that_the_name_of_a_class_does_not_lie_under_its_bar(qtbot: QtBot) -> None:
    bars = ProbabilityBars()
    qtbot.addWidget(bars)
    bars.resize(300, 400)
    bars.render_state(("cat", "automobile"), np.float32([0.5, 0.5]))
    wide = bars.grab().toImage()
    bars.render_state(("1", "2"), np.float32([0.5, 0.5]))
    narrow = bars.grab().toImage()
    # A long name leaves the bar of the other class less room: both begin in one column.
    row = int(bars.box_of(0, 0).center().y())
    bar = narrow.pixelColor(150, row)

    def first_of_bar(image: QImage) -> int:
        return next(x for x in range(300) if image.pixelColor(x, row) == bar)

    assert first_of_bar(wide) > first_of_bar(narrow) + 40


def test_that_a_word_is_written_whole_in_the_place_of_a_digit(qtbot: QtBot) -> None:
    made, _, picture = answered()
    assert made.trace is not None
    assert made.network is not None
    made = replace(made, trace=replace(made.trace, best=1))  # automobile
    card = AnswerCard()
    qtbot.addWidget(card)
    card.resize(180, 600)
    shared = SharedPicture(picture, "opened")
    card.render_state(DrawState(shared, made.network.current, answer=made))
    label = card.findChild(QLabel, "answer_digit")
    assert label is not None
    assert label.text() == "automobile"
    assert QFontMetrics(label.font()).horizontalAdvance("automobile") <= 180


def test_that_the_stages_are_a_sentence_where_nothing_is_prepared(qtbot: QtBot) -> None:
    made, _, _ = answered()
    presenter = StagesPresenter()
    page = QWidget()
    qtbot.addWidget(page)
    tool = StagesTool(presenter, page)
    tool.resize(640, 480)
    page.show()
    cards = tool.findChildren(StageCard)
    assert all(card.isVisible() for card in cards)
    presenter.show_answer(made)
    assert cards
    assert not any(card.isVisible() for card in cards)
    said = [label.text() for label in tool.findChildren(QLabel) if label.isVisible()]
    assert said == ["This network reads the picture itself: nothing is prepared."]
    presenter.show_answer(None)
    assert all(card.isVisible() for card in cards)
    presenter.shut_down()
