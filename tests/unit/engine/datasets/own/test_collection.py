"""Classes of one's own: every change is a new collection; names are plain text."""

import unicodedata

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cnnviz.engine.datasets.own.collection import (
    LONGEST_NAME,
    MOST_CLASSES,
    MOST_EXAMPLES,
    Example,
    OwnClasses,
    checked_name,
    example_of_ink,
    example_of_picture,
)
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.images.picture import Picture
from cnnviz.engine.images.preparation import prepare_drawing
from cnnviz.engine.messages.catalogue import sentence
from cnnviz.engine.networks.catalogue.own_classes import own_classes_network
from cnnviz.engine.networks.network_input import network_input
from cnnviz.engine.networks.seeded_weights import seeded_weights
from cnnviz.state.current_network import CurrentNetwork
from cnnviz.state.picture.given import given_to
from cnnviz.state.picture.shared_picture import drawing
from cnnviz.state.workers.inference import DrawQuestion, answer, ready_network


def example(level: int = 9) -> Example:
    return Example(np.full((28, 28), level, np.uint8))


def moods() -> OwnClasses:
    return OwnClasses().with_class("smile").with_class("sad")


def test_that_a_change_leaves_what_was_there_before() -> None:
    before = moods().with_examples(0, [example(), example()])
    after = before.with_examples(1, [example()]).without_example(0, 0)
    assert [len(one.examples) for one in before.classes] == [2, 0]
    assert [len(one.examples) for one in after.classes] == [1, 1]
    assert after.classes[0].examples[0] is before.classes[0].examples[1]
    assert before.renamed(1, "glum").names == ("smile", "glum")
    assert before.without_class(0).names == ("sad",)


@pytest.mark.parametrize(
    ("name", "is_called"),
    [
        ("  two\ndots\t", "two dots"),
        ("<b>bold</b>", "<b>bold</b>"),
        ("😀", "😀"),
        ("?", "?"),
        ("cafe\u0301", "café"),
        ("ab\u202ecd", "abcd"),
        ("x" * LONGEST_NAME, "x" * LONGEST_NAME),
    ],
)
def test_that_any_text_on_a_line_is_a_name(name: str, is_called: str) -> None:
    assert OwnClasses().with_class(name).names == (is_called,)


@given(st.text(max_size=60))
def test_that_a_name_can_be_seen_whole_and_is_its_own_name(text: str) -> None:
    try:
        name = checked_name(text)
    except CnnvizError:
        return
    assert name == checked_name(name)
    assert 0 < len(name) <= LONGEST_NAME
    assert all(unicodedata.category(one)[0] != "C" for one in name)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("", "own_name_empty"),
        (" \n\u200d", "own_name_empty"),
        ("x" * 200, "own_name_too_long"),
        (" sad", "own_name_taken"),
    ],
)
def test_that_a_name_that_cannot_be_is_refused_with_a_sentence(
    name: str, code: str
) -> None:
    with pytest.raises(CnnvizError) as refused:
        moods().with_class(name)
    assert refused.value.code == code
    assert sentence(refused.value).endswith(".")
    with pytest.raises(CnnvizError):
        moods().renamed(0, name)


def test_that_a_class_may_be_renamed_to_its_own_name() -> None:
    assert moods().renamed(1, "sad").names == ("smile", "sad")


def test_that_there_are_so_many_classes_and_examples_and_no_more() -> None:
    full = OwnClasses()
    for number in range(MOST_CLASSES):
        full = full.with_class(str(number))
    with pytest.raises(CnnvizError, match="own_classes_too_many"):
        full.with_class("one more")
    many = full.with_examples(3, [example()] * MOST_EXAMPLES)
    with pytest.raises(CnnvizError, match="own_examples_too_many"):
        many.with_examples(3, [example()])


def test_that_it_says_what_is_missing_to_train() -> None:
    with pytest.raises(CnnvizError) as refused:
        OwnClasses().with_class("smile").check_enough()
    assert "there is 1. Add a class." in sentence(refused.value)
    some = moods().with_examples(0, [example()] * 3).with_examples(1, [example()])
    with pytest.raises(CnnvizError) as refused:
        some.check_enough()
    assert "“sad” needs at least 3 examples. Add 2 more." in sentence(refused.value)
    some.with_examples(1, [example()] * 2).check_enough()


def test_that_a_drawing_is_prepared_as_the_draw_page_does() -> None:
    ink = np.zeros((280, 280), np.uint8)
    ink[30:130, 200:220] = 255
    assert np.array_equal(example_of_ink(ink).digit_hw, prepare_drawing(ink).digit_hw)


def test_that_the_eyes_of_a_face_are_no_specks() -> None:
    face = np.zeros((280, 280), np.uint8)
    face[180:195, 80:200] = 255  # the mouth
    for eye in (95, 175):
        face[60:72, eye : eye + 12] = 255
    example = example_of_ink(face).digit_hw
    rows = np.flatnonzero(example.any(axis=1))
    assert rows[-1] - rows[0] == 19
    page = Picture((255 - face)[np.newaxis], "face.png")
    assert np.array_equal(example_of_picture(page).digit_hw > 9, example > 9)
    network = own_classes_network(("smile", "sad"))
    given = network_input(page, network).pixels
    assert np.array_equal(given, example_of_picture(page).digit_hw)
    drawn = given_to(drawing(face), network).pixels
    assert np.array_equal(drawn, example)
    ready = ready_network(CurrentNetwork(network, seeded_weights(network, 0), "own"))
    asked = answer(DrawQuestion(drawing(face), ready))
    assert asked.preparation is not None
    assert np.array_equal(asked.preparation.digit_hw, example)
