"""Names from files: seen whole where they are short, and never doing anything."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.messages.catalogue import SENTENCES, sentence
from cnnviz.engine.shown_text import MOST, escaped, shortened, shown
from tests.unit.engine.messages.test_catalogue import placeholders

ANY_TEXT = st.text(st.characters(exclude_categories=()))
STEERING = ("Cc", "Cf", "Cs", "Zl", "Zp")


@given(ANY_TEXT)
def test_that_nothing_in_a_shown_text_steers_or_hides(text: str) -> None:
    categories = {unicodedata.category(character) for character in escaped(text)}
    assert not categories & set(STEERING)


@given(st.text(st.characters(exclude_categories=STEERING), max_size=MOST))
def test_that_a_name_of_plain_signs_is_shown_as_it_is(name: str) -> None:
    assert shown(name) == name


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("a\x1b[31mb", r"a\x1b[31mb"),  # turns a terminal red
        ("a\x9b31mb", r"a\x9b31mb"),  # the same in one byte of Latin 1
        ("a\rb\n", "a b "),
        ("a\u202egnp.exe", r"a\u202egnp.exe"),  # shows as "aexe.png"
        ("a\u2066b\u2069", r"a\u2066b\u2069"),
        ("a\u200bb\ufeff", r"a\u200bb\ufeff"),
        ("a\u2028b", "a b"),
        ("a\udcffb", r"a\xffb"),  # a byte that is no UTF-8
        ("a\U000e0041b", r"a\U000e0041b"),  # a letter that nobody sees
        ("Ação é ½ 日本 🙂", "Ação é ½ 日本 🙂"),
    ],
)
def test_that_what_steers_is_written_as_an_escape(name: str, expected: str) -> None:
    assert shown(name) == expected


@given(ANY_TEXT, st.integers(3, 40))
def test_that_a_long_text_keeps_its_beginning_and_its_end(text: str, most: int) -> None:
    short = shortened(text, most)
    assert len(short) <= most
    if len(text) > most:
        beginning, end = short.split("…")[0], short.rsplit("…", maxsplit=1)[-1]
        assert text.startswith(beginning)
        assert text.endswith(end)
    else:
        assert short == text


@pytest.mark.parametrize("code", SENTENCES)
def test_that_no_sentence_hands_on_what_a_fact_would_do(code: str) -> None:
    facts = dict.fromkeys(
        placeholders(SENTENCES[code]), "\x1b[2J\u202e\u2028" + "x" * 100_000
    )
    said = sentence(CnnvizError(code, **facts))
    assert escaped(said) == said
    template = SENTENCES[code]
    assert len(said) <= len(template) + MOST * template.count("{")
