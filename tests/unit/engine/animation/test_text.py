"""What is written on frames can be read in every language that the window may get."""

from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
from PIL import ImageChops

from cnnviz.engine.animation.labels import TEXTS
from cnnviz.engine.animation.text import fitted, text_mask, text_width
from cnnviz.engine.messages.languages import ENGLISH, LANGUAGES

NO_LETTER = "\uffff"
"""No typeface has a letter for it: what is drawn instead is drawn for all unknown ones."""

TRANSLATIONS = Path(__file__).parents[4] / "resources" / "translations"


def can_write(text: str) -> bool:
    """Whether every sign of a text can be written; others become empty boxes."""
    unknown = text_mask(NO_LETTER, 24).tobytes()
    return all(
        sign.isspace() or text_mask(sign, 24).tobytes() != unknown for sign in text
    )


@pytest.mark.parametrize(
    "language", [one.key for one in LANGUAGES if one is not ENGLISH]
)
def test_that_every_translated_text_can_be_written(language: str) -> None:
    tree = ElementTree.parse(TRANSLATIONS / f"cnnviz_{language}.ts")
    contexts = {one.findtext("name"): one for one in tree.iter("context")}
    texts = [one.text or "" for one in contexts["AnimationLabels"].iter("translation")]
    assert len(texts) == len(set(TEXTS.values()))
    assert all(can_write(text) for text in texts)


@pytest.mark.parametrize("sign", "×−–—→⌊⌋÷Σ≤≥ãõáéíóúâêôàçÇÃÉüßŁźœŒİşЖщλ₁²")
def test_that_a_sign_is_drawn_and_is_no_empty_box(sign: str) -> None:
    assert can_write(sign)
    mask, other = text_mask(sign, 24), text_mask(NO_LETTER, 24)
    assert np.asarray(mask).max() > 200
    assert mask.size != other.size or ImageChops.difference(mask, other).getbbox()


def test_that_accents_tell_letters_apart() -> None:
    drawn = {text_mask(letter, 20).tobytes() for letter in "aáàâã"}
    assert len(drawn) == 5


def test_that_words_of_other_languages_can_be_written() -> None:
    assert can_write("Größe, Łódź, œuvre, Свёртка, Ελληνικά, naïve")


def test_that_what_cannot_be_drawn_is_said_to_be_so() -> None:
    assert not can_write("出力")
    assert can_write("why?\nbecause")


def test_that_a_text_is_shortened_to_its_room() -> None:
    room = text_width("Transposed", 14)
    short = fitted("Transposed convolution", 14, room)
    assert short.endswith("…")
    assert text_width(short, 14) <= room
    assert fitted("Input", 14, room) == "Input"
