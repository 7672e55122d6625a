"""Which output arrives when questions follow each other, or are let go of."""

from collections.abc import Iterator

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from cnnviz.engine.convolution.operations import Convolution
from cnnviz.engine.convolution.spec import ConvSpec
from cnnviz.engine.convolution.walk import Walk
from cnnviz.pages.convolution.model.output_picture import OutputPicture
from cnnviz.pages.convolution.presenters.output_source import OutputSource


def walk(weight: float) -> Walk:
    picture = np.ones((1, 4, 4), np.uint8)
    kernels = np.full((1, 1, 1, 1), weight, np.float32)
    return Walk(Convolution(picture, kernels, ConvSpec(kernel=(1, 1))))


@pytest.fixture
def source(qapp: object) -> Iterator[OutputSource]:
    made = OutputSource()
    yield made
    made.shut_down()


@pytest.fixture
def arrived(source: OutputSource) -> list[float]:
    """Note the number in every cell of each output that arrives."""
    noted: list[float] = []

    def note(output: OutputPicture) -> None:
        noted.append(float(output.values_hw[0, 0]))

    source.arrived.connect(note)
    return noted


@pytest.mark.parametrize("first", ["ask", "request_debounced"])
@pytest.mark.parametrize("then", ["ask", "request_debounced"])
def test_that_only_the_newest_question_is_answered(
    source: OutputSource, arrived: list[float], qtbot: QtBot, first: str, then: str
) -> None:
    getattr(source, first)(walk(2), 255.0)
    getattr(source, then)(walk(3), 255.0)
    qtbot.waitUntil(lambda: 3.0 in arrived)
    source.ask(walk(4), 255.0)
    qtbot.waitUntil(lambda: 4.0 in arrived)
    assert arrived == [3.0, 4.0]


def test_that_what_was_let_go_of_never_arrives(
    source: OutputSource, arrived: list[float], qtbot: QtBot
) -> None:
    source.ask(walk(2), 255.0)
    source.forget()
    source.request_debounced(walk(3), 255.0)
    source.forget()
    source.ask(walk(4), 255.0)
    qtbot.waitUntil(lambda: bool(arrived))
    assert arrived == [4.0]


def test_that_an_answer_on_its_way_is_not_taken_for_the_next(
    source: OutputSource, arrived: list[float], qtbot: QtBot
) -> None:
    source.ask(walk(2), 255.0)
    with qtbot.waitSignal(source._worker.answered):
        pass  # it was computed, and found its question of now
    source.request_debounced(walk(3), 255.0)
    source._worker.answered.emit(source._worker.newest, None)
    qtbot.waitUntil(lambda: 3.0 in arrived)
    assert arrived == [2.0, 3.0]
