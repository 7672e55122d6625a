"""The guides to the Draw page and to own classes: pictures, words, what is answered."""

import re
from functools import cache
from pathlib import Path

import pytest
from PIL import Image

from tests.e2e.test_guide import (
    GUIDE,
    LANGUAGES,
    SIZE,
    guide_steps,
    in_english,
    in_portuguese,
    value,
)
from tests.e2e.test_network_guide import numbers

PAGES = ("draw", "own-classes")
KEYS = {
    key: key
    for key in ("[", "]", "Ctrl+Z", "Delete", "Enter", "F2", "A", "G", "H", "S")
}
KEYS |= {key: key for key in ("K", "M", "W")}
HEADINGS = ("Try it:", "Try it", "And now:")
DIGITS = {"answer": 3, "drawings": 3}

_PICTURE = re.compile(r"\(pictures/([\w-]+)/draw/([\w-]+)\.png\)")
_SUMS = re.compile(r"```text\n(.*?)```", re.DOTALL)


@cache
def text(page: str, language: str) -> str:
    return (GUIDE / f"{page}.{language}.md").read_text(encoding="utf-8")


def pictures_of(language: str) -> Path:
    return GUIDE / "pictures" / language / "draw"


def sums(language: str) -> list[str]:
    lines = "\n".join(_SUMS.findall(text("draw", language))).splitlines()
    return [in_english(line, language) for line in lines if line]


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_the_draw_guides_have_their_pictures_and_no_others(language: str) -> None:
    named = [pair for page in PAGES for pair in _PICTURE.findall(text(page, language))]
    assert {folder for folder, _ in named} == {language}
    files = list(pictures_of(language).glob("*.png"))
    assert sorted(name for _, name in named) == sorted(file.stem for file in files)
    assert list(numbers(pictures_of(language))) == [name for _, name in named]
    for file in files:
        with Image.open(file) as picture:
            assert picture.size == SIZE, file.name


def test_that_both_draw_guides_tell_to_do_the_same() -> None:
    english, portuguese = (guide_steps().lessons(each, "draw") for each in LANGUAGES)
    for ours, theirs in zip(english, portuguese, strict=True):
        assert (ours.number, ours.picture) == (theirs.number, theirs.picture)
        told = [
            [(deed.number, len(deed.words)) for deed in lesson.deeds]
            for lesson in (ours, theirs)
        ]
        assert told[0] == told[1] != [], ours.number


def test_that_the_sums_of_the_draw_guides_are_right_and_the_same() -> None:
    assert sums("en") == sums("pt-BR")
    for line in sums("en"):
        left, right = line.split(" = ")
        assert value(left) == value(right), line


def test_that_a_drawing_of_the_draw_guide_is_answered_as_its_text_says() -> None:
    known = numbers(pictures_of("en"))
    assert known == numbers(pictures_of("pt-BR"))
    scribble, two = known.pop("scribble"), known.pop("two")
    assert (scribble["digit"], scribble["several"]) == (False, [])
    assert (two["digit"], two["several"]) == (False, [0, 1])
    assert known.pop("own-examples") == {"label": None}
    assert known.pop("own-answer") == {"label": 0}  # smile, the first of the classes
    for name, said in known.items():
        wanted = {"label": DIGITS.get(name, 7), "digit": True, "several": []}
        assert said == wanted, name


@pytest.mark.parametrize("page", PAGES)
def test_that_bold_words_of_the_draw_guides_are_texts_of_the_program(page: str) -> None:
    english, portuguese = (
        [" ".join(s.split()) for s in re.findall(r"\*\*([^*]+)\*\*", text(page, each))]
        for each in LANGUAGES
    )
    for one, other in zip(english, portuguese, strict=True):
        if one in HEADINGS or one.startswith("smile"):
            continue
        assert other in (KEYS.get(one), *in_portuguese(one)), (one, other)
