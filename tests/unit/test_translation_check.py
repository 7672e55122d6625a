"""The check of the translations refuses what a reader would stumble over."""

import importlib
import sys
from pathlib import Path
from types import ModuleType

import pytest

PACKAGING = Path(__file__).parent.parent.parent / "packaging"


@pytest.fixture
def tool(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(PACKAGING))
    for name in ("translation_sources", "translation_texts"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    return importlib.import_module("translation_texts")


def faults(tool: ModuleType, source: str, translation: str, state: str = "") -> str:
    entry = tool.Entry(tool.Text("Page", source), translation, state, numbered=False)
    return " | ".join(tool.faults(entry, forms=2))


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        ("{row} of {rows}", "{row} de {rows}"),
        ("{row} of {rows}", "{rows} linhas, {row}"),
        ("&Open…", "&Abrir…"),
        ("{loss:.2f} now", "agora {loss:.2f}"),
        ("{n} {n|cell|cells}", "{n} {n|célula|células}"),
        ("{n} {n|is|are} here", "{n} aqui"),
    ],
)
def test_that_a_faithful_translation_passes(
    tool: ModuleType, source: str, translation: str
) -> None:
    assert not faults(tool, source, translation)


@pytest.mark.parametrize(
    ("source", "translation", "said"),
    [
        ("{row} of {rows}", "{row} de {linhas}", "placeholders"),
        ("{row} of {rows}", "{row} de {row}", "placeholders"),
        ("{loss:.2f} now", "agora {loss}", "placeholders"),
        ("{row} now", "agora {row", "expected '}'"),
        ("&Open…", "Abrir…", "&"),
        ("Open…", "Abrir", "ends otherwise"),
        ("Loss: ", "Perda:", "ends otherwise"),
        ("One\ntwo", "Um dois", "lines"),
        ("Open", "", "empty"),
        ("{n} {n|cell|cells}", "{n} {n|célula}", "2 forms"),
        ("{n} {n|cell|cells}", "{n} {m|célula|células}", "does not count"),
    ],
)
def test_that_an_unfaithful_translation_is_refused(
    tool: ModuleType, source: str, translation: str, said: str
) -> None:
    assert said in faults(tool, source, translation)


def test_that_an_unfinished_translation_is_refused(tool: ModuleType) -> None:
    assert "unfinished" in faults(tool, "Open", "Abrir", "unfinished")


def test_that_texts_are_found_with_their_class_and_bad_calls_are_named(
    tool: ModuleType, tmp_path: Path
) -> None:
    package = tmp_path / "program"
    package.mkdir()
    (package / "page.py").write_text(
        "TEXT = QT_TRANSLATE_NOOP('Words', 'a ' 'table')\n"
        "class Page:\n"
        "    def _retranslate(self):\n"
        "        self.tr('two '\n"
        "            'lines')\n"
        "        self.tr('twin', 'first')\n"
        "        self.tr('a' if self else 'b')\n"
        "        self.tr(f'{self}')\n"
        "        self.other.tr('wrong class')\n",
        encoding="utf-8",
    )
    sources = sys.modules["translation_sources"]
    texts, problems = sources.texts_in_code(package)
    assert texts == {
        sources.Text("Words", "a table"),
        sources.Text("Page", "two lines"),
        sources.Text("Page", "twin", "first"),
    }
    assert [line.split(":")[1] for line in problems] == ["7", "8", "9"]
