"""The guide under docs/: its pictures, and every sum that it quotes."""

import importlib.util
import json
import math
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any
from xml.etree import ElementTree

import numpy as np
import pytest
from PIL import Image

from cnnviz.engine.convolution.apply import convolve
from cnnviz.engine.convolution.kernel_presets import preset
from cnnviz.engine.convolution.shapes import output_size
from cnnviz.engine.convolution.spec import ConvSpec, TransposedSpec
from cnnviz.engine.convolution.transposed import convolve_transposed
from cnnviz.engine.images.numbers.typed_numbers import read_numbers
from cnnviz.engine.images.samples import load_sample

ROOT = Path(__file__).parent.parent.parent
GUIDE = ROOT / "docs" / "guide"
LANGUAGES = ("en", "pt-BR")
SIZE = (1280, 800)
MOST_BYTES = 7_500_000
UNTRANSLATED = ("ReLU", "0 … 1")
HEADINGS = ("Try it", "And now", "Experimente", "E agora")
SIGNS = ("→", "←", "↑", "↓", "0", "A", "B", "O", "W")
KEYS = {key: key for key in (*SIGNS, "Home", "End", "Shift+B", "Ctrl+Z")}
KEYS["Space"] = "Espaço"

_PICTURE = re.compile(r"!\[([^\]]+)\]\(pictures/([\w-]+)/([\w-]+)\.png\)")
_SUMS = re.compile(r"```text\n(.*?)```", re.DOTALL)
_FACTOR = r"(\(−[\d.]+\)|[\d.]+)"
_PRODUCT = re.compile(rf"{_FACTOR}×{_FACTOR}")


@dataclass(frozen=True)
class Section:
    """One lesson: its pictures, what they are called, and its sums in English."""

    title: str
    languages: tuple[str, ...]
    pictures: tuple[str, ...]
    sums: tuple[str, ...]


@cache
def sections(language: str) -> tuple[Section, ...]:
    text = (GUIDE / f"convolution.{language}.md").read_text(encoding="utf-8")
    found = []
    for part in text.split("\n## ")[1:]:
        pictures = _PICTURE.findall(part)
        sums = "\n".join(_SUMS.findall(part)).splitlines()
        found.append(
            Section(
                part.splitlines()[0],
                tuple(folder for _, folder, _ in pictures),
                tuple(name for _, _, name in pictures),
                tuple(in_english(line, language) for line in sums if line),
            )
        )
    return tuple(found)


def in_english(line: str, language: str) -> str:
    if language == "en":
        return line
    return line.replace(",", ".").replace(";", ",")


@cache
def numbers(language: str) -> dict[str, Any]:
    file = GUIDE / "pictures" / language / "numbers.json"
    known = json.loads(file.read_text(encoding="utf-8"))
    assert isinstance(known, dict)
    return known


def value(expression: str) -> float:
    """Work out one side of a sum, as it is written in the guide."""
    plain = expression.replace("−", "-").replace("×", "*").replace("·", "*")
    plain = plain.replace("⌊", "math.floor(").replace("⌋", ")")
    assert re.fullmatch(r"(math\.floor|max|[-+*/(), .\d])+", plain), plain
    return float(eval(plain, {"__builtins__": {}}, {"math": math, "max": max}))


def sides(line: str) -> tuple[float, float]:
    left, right = line.split(" = ")
    return value(left), value(right)


def products(section: Section) -> list[tuple[float, float]]:
    found = [pair for line in section.sums for pair in _PRODUCT.findall(line)]
    return [(value(cell), value(weight)) for cell, weight in found]


def every_section() -> list[Any]:
    return [
        pytest.param(section, language, id=f"{language}-{section.pictures[0]}")
        for language in LANGUAGES
        for section in sections(language)
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_every_picture_that_a_guide_names_is_there_and_none_is_left_over(
    language: str,
) -> None:
    set_names = [name for section in sections(language) for name in section.pictures]
    folder = GUIDE / "pictures" / language
    assert sorted(set_names) == sorted(path.stem for path in folder.glob("*.png"))
    assert sorted(set_names) == sorted(numbers(language))
    for section in sections(language):
        assert set(section.languages) == {language}, section.title
    for name in set_names:
        with Image.open(folder / f"{name}.png") as picture:
            assert picture.size == SIZE, name


def test_that_both_guides_have_the_same_sections_pictures_and_sums() -> None:
    english, portuguese = (sections(language) for language in LANGUAGES)
    assert len(english) == len(portuguese) >= 14
    for one, other in zip(english, portuguese, strict=True):
        assert one.pictures == other.pictures
        assert one.sums == other.sums, one.title
        number = one.title.partition(".")[0]
        assert number == other.title.partition(".")[0]
    assert numbers("en") == numbers("pt-BR")


def test_that_the_guide_is_small_enough_to_be_shipped() -> None:
    assert sum(path.stat().st_size for path in GUIDE.rglob("*.*")) < MOST_BYTES


@pytest.mark.parametrize(("section", "language"), every_section())
def test_that_every_sum_in_the_guide_is_right(section: Section, language: str) -> None:
    assert section.sums
    for line in section.sums:
        left, right = sides(line)
        assert left == pytest.approx(right, abs=1e-9), line


@pytest.mark.parametrize(("section", "language"), every_section())
def test_that_the_guide_quotes_the_number_and_the_products_of_its_picture(
    section: Section, language: str
) -> None:
    (name,) = section.pictures
    known = numbers(language)[name]
    quoted = [sides(line)[1] for line in section.sums]
    for wanted in (known["total"], known["result"]):
        assert any(math.isclose(wanted, said, abs_tol=6e-6) for said in quoted), wanted
    pairs = pairs_of(known)
    said = products(section)
    assert said in ([], pairs, pairs[:6] + pairs)  # the loops stop after six of nine


def pairs_of(known: dict[str, Any]) -> list[tuple[float, float]]:
    """Return each cell of the window with its weight, in reading order."""
    window, kernel = (np.ravel(known.get(key, [])) for key in ("window", "kernel"))
    if not len(kernel):
        return []
    return [(float(a), float(b)) for a, b in zip(window, kernel, strict=True)]


@pytest.mark.parametrize("name", sorted(numbers("en")))
def test_that_the_numbers_of_a_picture_add_up(name: str) -> None:
    known = numbers("en")[name]
    if known["operation"] == "pooling":
        assert known["total"] == np.max(known["window"])
        return
    made = np.array(known["window"]) * np.array(known["kernel"])
    np.testing.assert_allclose(made, known["products"], rtol=1e-5, atol=1e-7)
    total = made.sum() + known.get("bias", 0)
    assert known["total"] == pytest.approx(total, rel=1e-5)
    if "channel_sums" in known:
        sums = made.sum(axis=(1, 2))
        np.testing.assert_allclose(known["channel_sums"], sums, rtol=1e-5)


def test_that_the_sizes_that_correct_the_tutorials_are_those_of_the_engine() -> None:
    five = {"kernel": (5, 5)}
    assert output_size(ConvSpec(**five, stride=(2, 2)), (32, 32)) == (14, 14)
    assert output_size(ConvSpec(**five), (32, 32)) == (28, 28)
    assert output_size(ConvSpec(**five, padding=(2, 2)), (32, 32)) == (32, 32)


def test_that_the_curve_filters_answer_the_mouse_as_the_guide_says() -> None:
    mouse_chw = load_sample("mouse").pixels_chw[:1]
    answers = {}
    for key in ("dark_curve", "curve"):
        kernel_hw = preset(key).values_hw
        spec = ConvSpec(kernel=(7, 7))
        answers[key] = convolve(mouse_chw, kernel_hw[np.newaxis, np.newaxis], spec)[0]
    known = numbers("en")
    dark_hw = answers["dark_curve"]
    assert dark_hw.max() == known["curve-best"]["total"]
    assert dark_hw.min() == known["curve-worst"]["total"]
    assert 0 < known["curve-none"]["total"] < dark_hw.max() / 100
    row, column = known["curve-worst"]["row"] - 1, known["curve-worst"]["column"] - 1
    assert dark_hw[row, column - 1] > dark_hw.max() / 2  # one step left the line fits
    assert answers["curve"].max() == 6 * 30 * 255
    best = np.unravel_index(answers["curve"].argmax(), answers["curve"].shape)
    assert (mouse_chw[0, best[0] : best[0] + 7, best[1] : best[1] + 7] == 255).all()


@cache
def guide_steps() -> ModuleType:
    """Return the module of ``packaging`` that reads what the guide tells to do."""
    file = ROOT / "packaging" / "guide_steps.py"
    spec = importlib.util.spec_from_file_location("guide_steps", file)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["guide_steps"] = module  # where its data classes look for names
    spec.loader.exec_module(module)
    return module


@cache
def translations() -> dict[str, set[str]]:
    """Return by English text of the program what it reads in Portuguese."""
    file = ROOT / "resources" / "translations" / "cnnviz_pt_BR.ts"
    known: dict[str, set[str]] = {text: {text} for text in UNTRANSLATED}
    for message in ElementTree.parse(file).iter("message"):
        source, translated = message.findtext("source"), message.findtext("translation")
        if source and translated:
            said = known.setdefault(source.replace("&", ""), set())
            said.add(translated.replace("&", ""))
    return known


def in_portuguese(text: str) -> set[str]:
    """Return every translation of a text of the program; none for another text."""
    number = re.search(r"\d+", text)
    if text in translations() or number is None:
        return translations().get(text, set())
    template = text.replace(number[0], "{count}")
    found = translations().get(template, set())
    return {said.replace("{count}", number[0]) for said in found}


def bold(language: str) -> list[str]:
    text = (GUIDE / f"convolution.{language}.md").read_text(encoding="utf-8")
    spans = [" ".join(span.split()) for span in re.findall(r"\*\*([^*]+)\*\*", text)]
    return [span for span in spans if span.removesuffix(":") not in HEADINGS]


def test_that_bold_words_of_the_guide_are_keys_or_texts_of_the_program() -> None:
    english, portuguese = (bold(language) for language in LANGUAGES)
    assert len(english) == len(portuguese) > 100
    for ours, theirs in zip(english, portuguese, strict=True):
        parts, others = ours.split(" ▸ "), theirs.split(" ▸ ")
        for one, other in zip(parts, others, strict=True):
            if one in KEYS:
                assert other == KEYS[one]
            else:
                assert other in in_portuguese(one), (one, other)


def test_that_both_guides_tell_to_do_the_same() -> None:
    for ours, theirs in zip(*map(guide_steps().lessons, LANGUAGES), strict=True):
        assert ours.deeds, ours.number
        assert (ours.number, ours.picture) == (theirs.number, theirs.picture)
        assert ours.pasted == theirs.pasted
        for one, other in zip(ours.deeds, theirs.deeds, strict=True):
            assert (one.kind, one.number) == (other.kind, other.number), ours.number
            assert len(one.words) == len(other.words), (one, other)


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_a_guide_says_first_how_every_lesson_begins(language: str) -> None:
    text = (GUIDE / f"convolution.{language}.md").read_text(encoding="utf-8")
    path = " ▸ ".join(guide_steps().RESET[language])
    assert f"**{path}**" in text.partition("\n## ")[0]


PASTED: dict[str, tuple[str, dict[str, Any], tuple[int, int]]] = {
    "stride": ("prewitt_x", {"stride": (2, 2), "padding": (1, 1)}, (2, 2)),
    "dilation": ("prewitt_x", {"dilation": (2, 2)}, (0, 1)),
    "refusal": ("sobel_x", {}, (2, 2)),
    "algorithm": ("sobel_x", {}, (1, 1)),
    "sharing": ("sobel_x", {}, (1, 1)),
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", sorted(PASTED))
def test_that_the_numbers_to_paste_make_the_sum_that_is_quoted(
    name: str, language: str
) -> None:
    key, asked, cell = PASTED[name]
    lesson = lesson_of(name, language)
    pasted_chw = read_numbers(lesson.pasted)
    kernel_hw = preset(key).values_hw
    spec = ConvSpec(kernel=(3, 3), **asked)
    made = convolve(pasted_chw, kernel_hw[np.newaxis, np.newaxis], spec)[0]
    assert made[cell] == numbers(language)[name]["total"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_the_two_blocks_of_the_transposed_convolution_make_its_sum(
    language: str,
) -> None:
    lesson = lesson_of("transposed", language)
    (typed,) = (deed.words for deed in lesson.deeds if deed.kind == "kernel")
    kernel = np.array(typed, np.float32).reshape(1, 1, 3, 3)
    spec = TransposedSpec(kernel=(3, 3), stride=(2, 2))
    made = convolve_transposed(read_numbers(lesson.pasted), kernel, spec)[0]
    assert made[2, 2] == numbers(language)["transposed"]["total"]


def lesson_of(name: str, language: str) -> Any:
    lessons = guide_steps().lessons(language)
    return next(lesson for lesson in lessons if lesson.picture == name)


@pytest.mark.parametrize(
    "language", ["pt-BR", pytest.param("en", marks=pytest.mark.long)]
)
def test_that_doing_what_the_guide_says_leads_to_its_numbers(
    language: str, tmp_path: Path
) -> None:
    home = {"HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path)}
    script = str(ROOT / "packaging" / "make_guide.py")
    asked = ["--language", language.replace("-", "_"), "--out", str(tmp_path)]
    done = subprocess.run(
        [sys.executable, script, *asked, "--page", "convolution", "--large"],
        env=os.environ | home | {"QT_QPA_PLATFORM": "offscreen"},
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=200,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    made = tmp_path / language
    now = json.loads((made / "numbers.json").read_text(encoding="utf-8"))
    assert now == numbers(language)
    assert len(list(made.glob("*.png"))) == len(now)
