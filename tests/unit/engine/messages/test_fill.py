"""Counted words agree with their numbers, in languages of one to four forms."""

import numpy as np
import pytest

from cnnviz.engine.messages.fill import fill
from cnnviz.engine.messages.languages import LANGUAGES, Language, nearest


def _slovenian(count: int) -> int:
    """CLDR: one (1, 101), two (2, 102), few (3, 4), other (0, 5, 11)."""
    return {1: 0, 2: 1, 3: 2, 4: 2}.get(count % 100, 3)


SLOVENIAN = Language(
    key="sl", own_name="Slovenščina", plural_forms=4, plural_form=_slovenian
)


@pytest.mark.parametrize(
    ("count", "said"),
    [(0, "0 cells are"), (1, "1 cell is"), (2, "2 cells are"), (21, "21 cells are")],
)
def test_that_english_words_agree_with_their_number(count: int, said: str) -> None:
    assert fill("{n} {n|cell is|cells are}", {"n": count}) == said


@pytest.mark.parametrize(
    ("count", "said"),
    [(0, "0 célula"), (1, "1 célula"), (2, "2 células"), (11, "11 células")],
)
def test_that_portuguese_words_agree_with_their_number(count: int, said: str) -> None:
    portuguese = nearest("pt_BR")
    assert portuguese is not None
    assert fill("{n} {n|célula|células}", {"n": count}, portuguese) == said


@pytest.mark.parametrize(
    ("count", "word"),
    [
        (0, "celic"),
        (1, "celica"),
        (2, "celici"),
        (3, "celice"),
        (5, "celic"),
        (101, "celica"),
        (111, "celic"),
    ],
)
def test_that_a_language_may_have_four_forms(count: int, word: str) -> None:
    template = "{n} {n|celica|celici|celice|celic}"
    assert fill(template, {"n": count}, SLOVENIAN) == f"{count} {word}"


def test_that_a_fraction_takes_the_last_form() -> None:
    assert fill("{n} {n|second|seconds}", {"n": 1.5}) == "1.5 seconds"


def test_that_the_form_is_of_the_number_however_it_is_written() -> None:
    text = fill("{n} {n|cell|cells}", {"n": 1234}, write=lambda fact: f"{fact:,}")
    assert text == "1,234 cells"


def test_that_every_language_chooses_among_its_forms() -> None:
    for language in LANGUAGES:
        chosen = {language.plural_form(count) for count in range(200)}
        assert chosen == set(range(language.plural_forms))


def test_that_a_count_of_numpy_is_counted_too() -> None:
    assert fill("{n} {n|cell|cells}", {"n": np.int64(1)}) == "1 cell"
