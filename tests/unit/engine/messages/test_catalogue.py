"""Every error that can be raised has a sentence, and every sentence its numbers."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.messages.catalogue import SENTENCES, sentence
from tests.helpers.placeholders import placeholders

ROOT = Path(__file__).parents[4]
PACKAGE = ROOT / "cnnviz"
ENDINGS = (".", "?")


@dataclass(frozen=True, slots=True)
class Raised:
    """One place that makes an error; ``facts`` is None where they come as a mapping."""

    place: str
    code: str
    facts: frozenset[str] | None


def errors_made() -> Iterator[Raised]:
    """Yield every ``CnnvizError("code", ...)`` and ``Failed("code", {...})``."""
    assert sum(1 for _ in PACKAGE.rglob("*.py")) > 100, "is the package elsewhere?"
    for path in sorted(PACKAGE.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                place = f"{path.relative_to(ROOT)}:{node.lineno}"
                if node.func.id == "CnnvizError":
                    yield from _made(place, node)
                elif node.func.id == "Failed":
                    yield from _failed(place, node)


def _codes(node: ast.expr) -> Iterator[str]:
    """Yield the literal codes of an argument: one, or the two of a choice."""
    if isinstance(node, ast.IfExp):
        yield from _codes(node.body)
        yield from _codes(node.orelse)
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value


def _made(place: str, call: ast.Call) -> Iterator[Raised]:
    names = [keyword.arg for keyword in call.keywords]
    facts = None if None in names else frozenset(name for name in names if name)
    for code in _codes(call.args[0]) if call.args else ():
        yield Raised(place, code, facts)


def _failed(place: str, call: ast.Call) -> Iterator[Raised]:
    given = {keyword.arg: keyword.value for keyword in call.keywords}
    given |= dict(zip(("code", "facts"), call.args, strict=False))
    facts = given.get("facts")
    names = None
    if isinstance(facts, ast.Dict):
        keys = [key.value for key in facts.keys if isinstance(key, ast.Constant)]
        names = frozenset(str(key) for key in keys)
    for code in _codes(given["code"]) if "code" in given else ():
        yield Raised(place, code, names)


def literals() -> set[str]:
    """Return every string literal of the package but those of the sentences."""
    return {
        node.value
        for path in PACKAGE.rglob("*.py")
        if not path.name.startswith("sentences")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def test_that_every_error_has_a_sentence() -> None:
    assert not [made for made in errors_made() if made.code not in SENTENCES]


def test_that_every_error_brings_what_its_sentence_needs() -> None:
    wrong = [
        f"{made.place} {made.code} lacks {sorted(lacking)}"
        for made in errors_made()
        if made.code in SENTENCES and made.facts is not None
        if (lacking := placeholders(SENTENCES[made.code]) - made.facts)
    ]
    assert not wrong


def test_that_every_sentence_is_of_use() -> None:
    # Codes also stand in tables, so any literal of the package counts as a use.
    assert not sorted(SENTENCES.keys() - literals())


@pytest.mark.parametrize("code", SENTENCES)
def test_that_a_sentence_reads_as_a_sentence(code: str) -> None:
    text = SENTENCES[code]
    facts = dict.fromkeys(placeholders(text), 7)
    said = sentence(CnnvizError(code, **facts))
    assert said.endswith(ENDINGS), said
    assert not re.search(r"  |\{|\n", said)
    assert said[0].isupper() or text.removeprefix("“").startswith("{")


@pytest.mark.parametrize("code", SENTENCES)
def test_that_a_code_is_a_plain_name(code: str) -> None:
    assert code.isidentifier()
    assert code == code.lower()


def test_that_no_placeholder_is_only_a_position() -> None:
    for text in SENTENCES.values():
        assert not [name for name in placeholders(text) if name.isdigit()]
