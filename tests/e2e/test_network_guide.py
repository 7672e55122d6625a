"""The guide to the Network page: what it quotes is what the page shows."""

import importlib
import json
import math
import os
import re
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from tests.e2e.test_guide import (
    GUIDE,
    LANGUAGES,
    ROOT,
    SIZE,
    guide_steps,
    in_english,
    in_portuguese,
    value,
)

KEYS = {
    key: key
    for key in ("Home", "End", "Page Down", "Alt+←", "Alt+→", "Shift+F1", "Esc")
}
KEYS |= {key: key for key in ("→", "0", "B", "C", "E", "K", "N", "S", "T", "X")}
KEYS |= {"Ctrl+Z": "Ctrl+Z", "Ctrl+M": "Ctrl+M", "Ctrl+C": "Ctrl+C", "Space": "Espaço"}
HEADINGS = ("Try it", "Try it:", "And now:")
ROUNDED = 0.006

_PICTURE = re.compile(r"\(pictures/([\w-]+)/network/([\w-]+)\.png\)")
_SUMS = re.compile(r"```text\n(.*?)```", re.DOTALL)
_NUMBER = re.compile(r"−?\d+(?:\.\d+)?")
_PLACES = {"map": "mapa", "row": "linha", "column": "coluna"}
_PLACES |= {"Input": "Entrada", "Output": "Saída"}


@cache
def text(language: str) -> str:
    return (GUIDE / f"network.{language}.md").read_text(encoding="utf-8")


@cache
def sections(language: str) -> dict[str, list[str]]:
    """Return the sums of each lesson, in English, by the name of its picture."""
    found = {}
    for part in text(language).split("\n## ")[1:]:
        ((folder, name),) = _PICTURE.findall(part)
        assert folder == language
        lines = "\n".join(_SUMS.findall(part)).splitlines()
        found[name] = [in_english(line, language) for line in lines if line]
    return found


def numbers(folder: Path) -> dict[str, Any]:
    known = json.loads((folder / "numbers.json").read_text(encoding="utf-8"))
    assert isinstance(known, dict)
    return known


def pictures_of(language: str) -> Path:
    return GUIDE / "pictures" / language / "network"


KNOWN = numbers(pictures_of("en"))


def test_that_the_network_guide_is_written_with_the_numbers_of_the_shipped_weights(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.syspath_prepend(ROOT / "packaging")
    words = importlib.import_module("guide_network_words")
    scene = importlib.import_module("guide_network_unit").GuideScene()
    for language in LANGUAGES:  # make guide writes them
        assert text(language) == words.network_guide(scene, language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_a_network_guide_has_its_pictures_and_no_others(language: str) -> None:
    folder = pictures_of(language)
    assert {path.stem for path in folder.glob("*.png")} == set(sections(language))
    assert numbers(folder) == KNOWN
    for path in folder.glob("*.png"):
        with Image.open(path) as picture:
            assert picture.size == SIZE, path.name


def test_that_both_network_guides_have_the_same_lessons_and_sums() -> None:
    english, portuguese = (sections(language) for language in LANGUAGES)
    assert list(english) == list(portuguese) == list(KNOWN)
    assert english == portuguese
    lessons = [guide_steps().lessons(language, "network") for language in LANGUAGES]
    for one, other in zip(*lessons, strict=True):
        assert one.deeds
        told = [
            [(deed.number, len(deed.words)) for deed in each.deeds]
            for each in (one, other)
        ]
        assert told[0] == told[1], one.number


@pytest.mark.parametrize("name", sorted(KNOWN))
def test_that_every_sum_of_the_network_guide_is_right(name: str) -> None:
    assert sections("en")[name]
    for line in sections("en")[name]:
        left, sign, right = re.split(r" ([=≈]) ", line)
        off = ROUNDED if sign == "≈" else 1e-9
        assert value(left) == pytest.approx(value(right), abs=off), line


@pytest.mark.parametrize("name", sorted(KNOWN))
def test_that_the_network_guide_quotes_the_numbers_of_its_picture(name: str) -> None:
    known, sums = KNOWN[name], " ".join(sections("en")[name])
    part = next(p for p in text("en").split("\n## ") if f"/{name}.png" in p)
    quoted = [float(n.replace("−", "-")) for n in _NUMBER.findall(sums + part)]
    wanted = [known[key] for key in ("value", "level") if key in known]
    if name in ("steps", "closer"):
        wanted = known["parts"][:1] if name == "steps" else []
    if "answer" in known and known["answer"][0] != 7:
        wanted += known["answer"]
    if name in ("number", "pooling"):
        wanted += map(abs, known["parts"])
    if name in ("network", "summary", "others"):
        wanted.append(known["parameters"])
    for number in (*wanted, *known.get("sees", ())):
        assert any(math.isclose(number, said, rel_tol=1e-3) for said in quoted), number


def test_that_bold_words_of_the_network_guide_are_texts_of_the_program() -> None:
    english, portuguese = (
        [" ".join(span.split()) for span in re.findall(r"\*\*([^*]+)\*\*", text(each))]
        for each in LANGUAGES
    )
    pairs = [
        pair
        for one, other in zip(english, portuguese, strict=True)
        for pair in zip(one.split(" ▸ "), other.split(" ▸ "), strict=True)
    ]
    assert len(pairs) > 80
    for one, other in pairs:
        if one not in HEADINGS and not re.search(r" · |row \d", one):
            assert other in (KEYS.get(one), one) or other in in_portuguese(one), one
        elif one not in HEADINGS:
            placed = re.sub(r"[A-Za-z]+\b", lambda m: _PLACES.get(m[0], m[0]), one)
            assert other == placed


def test_that_doing_what_the_network_guide_says_leads_to_its_numbers(
    tmp_path: Path,
) -> None:
    home = {"HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path)}
    made = subprocess.run(
        [
            sys.executable,
            str(ROOT / "packaging" / "make_guide.py"),
            *(
                "--page",
                "network",
                "--language",
                "pt_BR",
                "--numbers",
                "--out",
                str(tmp_path / "out"),
            ),
        ],
        env=os.environ | home | {"QT_QPA_PLATFORM": "offscreen"},
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=200,
        check=False,
    )
    assert made.returncode == 0, made.stderr
    now = numbers(tmp_path / "out" / "pt-BR" / "network")
    assert now.keys() == KNOWN.keys()
    for name, known in KNOWN.items():
        for key, wanted in known.items():
            is_text = isinstance(wanted, str)
            assert now[name][key] == (wanted if is_text else approx(wanted)), name


def approx(wanted: Any) -> Any:
    """Allow what another machine's order of adding makes."""
    if isinstance(wanted, list) and wanted and isinstance(wanted[0], list):
        return [pytest.approx(each, rel=2e-3, abs=1e-3) for each in wanted]
    return pytest.approx(wanted, rel=2e-3, abs=1e-3)
