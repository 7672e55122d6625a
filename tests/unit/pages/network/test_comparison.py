"""What a second picture, or a second network, makes different."""

from dataclasses import replace
from functools import partial

import numpy as np
import pytest

from cnnviz.engine.explain.answer_curve import answers_over
from cnnviz.engine.images.picture import Picture
from cnnviz.engine.images.placement import Placement, placed
from cnnviz.engine.images.samples import load_sample
from cnnviz.engine.networks.blocks import blocks
from cnnviz.engine.networks.catalogue import network
from cnnviz.engine.networks.classifier import Classifier
from cnnviz.engine.networks.layers import Activation
from cnnviz.pages.network.model.comparison import (
    Comparing,
    ComparisonAnswer,
    ComparisonQuestion,
    CurveQuestion,
    answer_curve,
    counterpart,
)
from cnnviz.pages.network.model.network_answer import (
    NetworkAnswer,
    NetworkQuestion,
    network_answer,
)
from cnnviz.state.current_network import CurrentNetwork
from cnnviz.state.picture.shared_picture import SharedPicture
from cnnviz.state.workers.network_opening import OpeningProgress, open_network
from cnnviz.state.workers.picture_loading import ReadPicture
from tests.helpers.torch_oracle import random_weights

SEVEN = SharedPicture(load_sample("seven"), "sample")


def current(name: str) -> CurrentNetwork:
    described = network(name)
    return CurrentNetwork(described, random_weights(described), "file")


@pytest.fixture(scope="module")
def lenet5() -> NetworkAnswer:
    return first_of(current("lenet5"))


def first_of(asked: CurrentNetwork) -> NetworkAnswer:
    opened = open_network(asked)
    question = NetworkQuestion(SEVEN, opened, blocks(opened.network))
    return network_answer(question)


def compare(
    first: NetworkAnswer,
    other: CurrentNetwork | None = None,
    placement: Placement | None = None,
) -> ComparisonAnswer:
    return Comparing()(ComparisonQuestion(first, other, None, placement or Placement()))


def test_that_each_layer_differs_by_what_the_moved_picture_makes_of_it(
    lenet5: NetworkAnswer,
) -> None:
    where = Placement(right=3, degrees=20)
    answer = compare(lenet5, placement=where)
    moved = placed(lenet5.given.pixels, where)
    expected = lenet5.question.opened.forward.trace(moved)

    assert len(answer.differences) == len(lenet5.question.shown)
    for output in expected.layers:
        if output.name in answer.differences:
            change = answer.differences[output.name]
            wanted = output.values - lenet5.values(output.name)
            np.testing.assert_allclose(change.values, wanted, atol=1e-5)
            assert change.palette == "diverging"
            assert change.low == -change.high
    levels = np.abs(moved.astype(int) - lenet5.given.pixels)
    np.testing.assert_array_equal(answer.levels, levels)


def test_that_nothing_differs_from_itself(lenet5: NetworkAnswer) -> None:
    answer = compare(lenet5)

    assert answer.is_equal
    assert answer.unlike == ()
    assert not any(each.values.any() for each in answer.differences.values())
    assert not compare(lenet5, placement=Placement(right=1)).is_equal


def test_that_layers_of_another_shape_are_told_of_and_not_compared(
    lenet5: NetworkAnswer,
) -> None:
    answer = compare(lenet5, current("mlp"))

    assert {block.shown for block in answer.unlike} == {
        "c1_relu", "s2", "c3_relu", "s4", "c5_relu", "flatten", "f6_relu",
    }  # fmt: skip
    assert set(answer.differences) == {"output"}
    assert counterpart(lenet5, answer.second, "c1_relu") is None
    assert counterpart(lenet5, answer.second, "output") == "output"
    assert answer.same_answers


def test_that_answers_are_the_same_only_where_the_classes_are(
    lenet5: NetworkAnswer,
) -> None:
    letters = replace(lenet5.network, name="letters", labels=tuple("abcdefghij"))
    other = CurrentNetwork(letters, random_weights(letters), "file")

    assert not compare(lenet5, other).same_answers
    assert compare(lenet5).same_answers


def test_that_another_network_of_the_same_layers_keeps_the_blocks(
    lenet5: NetworkAnswer,
) -> None:
    other = CurrentNetwork(lenet5.network, None, "untrained")
    answer = compare(lenet5, other)

    assert answer.second.question.shown is lenet5.question.shown
    assert answer.second.question.opened.current is other


def test_that_a_picture_is_read_once_for_many_places(lenet5: NetworkAnswer) -> None:
    read = []

    def reading(picture: Picture) -> ReadPicture:
        read.append(picture)
        return ReadPicture(SharedPicture(picture, "sample"))

    three = partial(reading, load_sample("three"))
    comparing = Comparing()
    answers = [
        comparing(ComparisonQuestion(lenet5, None, three, Placement(right=right)))
        for right in (0, 1)
    ]

    assert len(read) == 1
    assert answers[1].second.question.picture.picture is read[0]


def test_that_a_curve_has_the_answers_of_both_networks_at_every_place(
    lenet5: NetworkAnswer,
) -> None:
    opened = lenet5.question.opened, open_network(current("mlp"))
    where = Placement(down=1)
    curve = answer_curve(CurveQuestion(SEVEN, opened, "right", where))

    assert curve is not None
    assert curve.places == tuple(range(-14, 15))
    for found, each in zip(curve.answers, opened, strict=True):
        lying = [Placement(down=1, right=right) for right in curve.places]
        classifier = Classifier(each.network, each.weights)
        wanted = answers_over(classifier, lenet5.given.pixels, lying)
        assert found is not None
        np.testing.assert_allclose(found, wanted, atol=1e-4)


def test_that_everybody_computes_as_while_training_if_the_first_does() -> None:
    signs, other = current("sign-language"), current("sign-language")
    opened = open_network(signs).with_batch_statistics(True)
    first = network_answer(NetworkQuestion(SEVEN, opened, blocks(opened.network)))
    assert compare(first, other).is_equal  # the same weights
    assert not compare(first_of(signs), other).second.trace.layers[2].batch_statistics
    shifted = compare(first, None, Placement(right=3)).second
    assert shifted.trace.layers[2].batch_statistics
    curve = answer_curve(CurveQuestion(SEVEN, (opened,), "right", Placement()))
    assert curve is not None
    (answers,) = curve.answers
    assert answers is not None
    np.testing.assert_allclose(
        answers[curve.places.index(3)], shifted.trace.probabilities, atol=1e-5
    )


def test_that_mere_scores_have_no_curve() -> None:
    lenet5 = network("lenet5")
    bent = replace(
        lenet5, layers=(*lenet5.layers, Activation(name="last", kind="relu"))
    )
    opened = open_network(CurrentNetwork(bent, random_weights(bent), "file"))
    curve = answer_curve(CurveQuestion(SEVEN, (opened,), "scale", Placement()))

    assert curve is not None
    assert bent.answer == "scores"
    assert curve.answers == (None,)


def test_that_a_curve_nobody_wants_is_given_up(lenet5: NetworkAnswer) -> None:
    asked = CurveQuestion(SEVEN, (lenet5.question.opened,), "down", Placement())
    told = iter([False, True])

    assert answer_curve(asked, lambda: next(told)) is None


def test_that_opening_goes_on_where_it_was_when_another_question_came(
    lenet5: NetworkAnswer,
) -> None:
    comparing = Comparing()
    other = CurrentNetwork(network("mlp"), None, "untrained")
    question = ComparisonQuestion(lenet5, other, None, Placement())
    begun = comparing.answering(question)
    first = next(begun)
    begun.close()
    moved = replace(question, placement=Placement(right=1))
    *reports, last = comparing.answering(moved)
    assert isinstance(first, OpeningProgress)
    assert isinstance(reports[0], OpeningProgress)
    assert reports[0].done > first.done
    assert isinstance(last, ComparisonAnswer)
    assert last.second.question.opened.current is other
    assert [*comparing.answering(moved)][1:] == []
