"""What a ``.ts`` file says, and what can be wrong with a translation."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from string import Formatter
from xml.etree import ElementTree

from translation_sources import Text

from cnnviz.engine.messages.fill import COUNTED

ENDINGS = ("…", ".", ":", "?", "!")


@dataclass(frozen=True, slots=True)
class Entry:
    """One text of a ``.ts`` with its translation."""

    text: Text
    translation: str
    state: str
    numbered: bool

    @property
    def finished(self) -> bool:
        """Whether a translator is done with it."""
        return self.state == "" and self.translation != ""


def entries(ts: Path) -> tuple[Entry, ...]:
    """Read a ``.ts``."""
    return tuple(
        _entry(context.findtext("name", ""), message)
        for context in ElementTree.parse(ts).getroot().iter("context")
        for message in context.iter("message")
    )


def _entry(context: str, message: ElementTree.Element) -> Entry:
    translation = message.find("translation")
    return Entry(
        text=Text(
            context, message.findtext("source", ""), message.findtext("comment", "")
        ),
        translation="" if translation is None else translation.text or "",
        state="unfinished" if translation is None else translation.get("type", ""),
        numbered=message.get("numerus") == "yes",
    )


def _placeholders(text: str) -> list[tuple[str, str, str]]:
    return sorted(
        (name, spec or "", conversion or "")
        for _, name, spec, conversion in Formatter().parse(COUNTED.sub("", text))
        if name is not None
    )


def faults(entry: Entry, forms: int) -> Iterator[str]:
    """Yield what is wrong with one translation into a language of some plural forms."""
    source, translation = entry.text.source, entry.translation
    if entry.numbered:
        yield "numbered forms (%n) need an English file too; write {n|cell|cells}"
    if not entry.finished:
        yield entry.state or "empty"
        return
    try:
        if _placeholders(source) != _placeholders(translation):
            yield f"other placeholders in {translation!r}"
    except ValueError as error:
        yield f"{error} in {source!r} or {translation!r}"
    counted = {name for name, _ in COUNTED.findall(source)}
    for name, words in COUNTED.findall(translation):
        if words.count("|") + 1 != forms:
            yield f"{{{name}|{words}}} has not {forms} forms"
        if name not in counted:
            yield f"{{{name}|{words}}} counts what the text does not count"
    if source.count("&") != translation.count("&"):
        yield f"another number of & (keys in menus) in {translation!r}"
    if source.count("\n") != translation.count("\n"):
        yield f"another number of lines in {translation!r}"
    if _edges(source) != _edges(translation):
        yield f"begins or ends otherwise (spaces, full stop, colon…): {translation!r}"


def _edges(text: str) -> tuple[bool, bool, str]:
    ending = next((sign for sign in ENDINGS if text.endswith(sign)), "")
    return text[:1].isspace(), text[-1:].isspace(), ending
