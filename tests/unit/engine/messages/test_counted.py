"""Words agree with their number, in every language: "1 kernel", never "1 kernels"."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final
from xml.etree import ElementTree

import pytest

from cnnviz.engine.messages.catalogue import CONTEXT, SENTENCES
from cnnviz.engine.messages.fill import COUNTED, fill
from cnnviz.engine.messages.languages import ENGLISH, LANGUAGES, Language
from tests.helpers.placeholders import placeholders

ROOT: Final = Path(__file__).parents[4]
TRANSLATIONS: Final = ROOT / "resources" / "translations"

# Written out: a rule that makes plurals would be the fault that is looked for here.
NOUNS: Final = {
    "en": {
        "batch": "batches",
        "bit": "bits",
        "bracket": "brackets",
        "byte": "bytes",
        "cell": "cells",
        "channel": "channels",
        "class": "classes",
        "column": "columns",
        "epoch": "epochs",
        "frame": "frames",
        "group": "groups",
        "kernel": "kernels",
        "label": "labels",
        "layer": "layers",
        "letter": "letters",
        "map": "maps",
        "number": "numbers",
        "output": "outputs",
        "parameter": "parameters",
        "picture": "pictures",
        "pixel": "pixels",
        "row": "rows",
        "second": "seconds",
        "step": "steps",
        "table": "tables",
        "thread": "threads",
        "weight": "weights",
        "window": "windows",
    },
    "pt_BR": {
        "byte": "bytes",
        "camada": "camadas",
        "canal": "canais",
        "caractere": "caracteres",
        "classe": "classes",
        "coluna": "colunas",
        "célula": "células",
        "grupo": "grupos",
        "imagem": "imagens",
        "janela": "janelas",
        "kernel": "kernels",
        "linha": "linhas",
        "lote": "lotes",
        "mapa": "mapas",
        "nível": "níveis",
        "número": "números",
        "parâmetro": "parâmetros",
        "passo": "passos",
        "peso": "pesos",
        "pixel": "pixels",
        "quadro": "quadros",
        "rótulo": "rótulos",
        "saída": "saídas",
        "segundo": "segundos",
        "tabela": "tabelas",
        "thread": "threads",
        "época": "épocas",
    },
}

# Of a product, "3 × 1 cells", the last factor says nothing about the count.
NUMBER: Final = r"(?<![×\d.,] )(?<![\d.,^-])\b{number} "
BETWEEN: Final = r"(?:(?:equal|held-out|input|output|training|validation) )?"
BEFORE: Final = {
    "en": {1: r"\bare 1\b", 2: r"\b[Tt]here is 2\b"},
    "pt_BR": {1: r"\bsão 1\b", 2: r"\bé 2 \w+s\b"},
}


def disagreement(language: Language, said: str, number: int) -> str | None:
    nouns = NOUNS[language.key]
    wrong = nouns.values() if number == 1 else nouns.keys()
    words = "|".join(sorted(set(wrong), key=len, reverse=True))
    number_re = NUMBER.replace("{number}", str(number))
    pattern = rf"{number_re}{BETWEEN}(?:{words})\b|{BEFORE[language.key][number]}"
    found = re.search(pattern, said)
    return None if found is None else f"{found[0]!r} in {said!r}"


def texts(language: Language) -> Iterator[str]:
    """Yield every sentence of an error, and every other text with a counted word."""
    if language is ENGLISH:
        yield from SENTENCES.values()
    for context in _contexts(language):
        for message in context.findall("message"):
            source = message.findtext("source", "")
            translated = message.findtext("translation", "")
            text = source if language is ENGLISH else translated
            if context.findtext("name") == CONTEXT or COUNTED.search(source):
                yield text


def _contexts(language: Language) -> Iterator[ElementTree.Element]:
    key = "pt_BR" if language is ENGLISH else language.key
    tree = ElementTree.parse(TRANSLATIONS / f"cnnviz_{key}.ts")
    yield from tree.getroot().iter("context")


@pytest.mark.parametrize("number", [1, 2])
@pytest.mark.parametrize("language", LANGUAGES, ids=lambda one: one.key)
def test_that_every_counted_word_agrees_with_its_number(
    language: Language, number: int
) -> None:
    all_texts = list(texts(language))
    assert len(all_texts) > len(SENTENCES)
    said = [
        # A side is no number: "input" or "output".
        fill(
            text,
            dict.fromkeys(placeholders(text), number) | {"side": "input"},
            language,
        )
        for text in all_texts
    ]
    assert not [wrong for one in said if (wrong := disagreement(language, one, number))]


def test_that_a_count_reaches_its_sentence_as_a_number() -> None:
    counted = {
        code: {name for name, _ in COUNTED.findall(text)}
        for code, text in SENTENCES.items()
    }
    written_too_early = [
        f"{path.name}:{call.lineno} {keyword.arg}"
        for path in (ROOT / "cnnviz").rglob("*.py")
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call) and call.args
        if isinstance(code := call.args[0], ast.Constant) and code.value in counted
        for keyword in call.keywords
        if keyword.arg in counted[str(code.value)]
        if isinstance(keyword.value, ast.JoinedStr)
        or ast.unparse(keyword.value).startswith(("str(", "repr("))
    ]
    assert not written_too_early


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("There are 1 kernel.", 1),
        ("There is 1 kernels.", 1),
        ("1 input channels and 2 kernels", 1),
        ("There is 2 kernels.", 2),
        ("It has 2 kernel.", 2),
    ],
)
def test_that_a_disagreement_is_seen(said: str, number: int) -> None:
    assert disagreement(ENGLISH, said, number)


@pytest.mark.parametrize("said", ["1 × 1 cells", "3 × 1 cells", "1 or 3 channels"])
def test_that_a_product_and_a_choice_are_no_disagreement(said: str) -> None:
    assert disagreement(ENGLISH, said, 1) is None
