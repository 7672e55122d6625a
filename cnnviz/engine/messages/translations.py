"""The translations of the window for programs without Qt: read from Qt's own files."""

from collections.abc import Mapping
from functools import lru_cache
from xml.etree import ElementTree

from cnnviz.engine.messages.languages import ENGLISH, Language
from cnnviz.engine.resources import resource


def translate(context: str, text: str, language: Language) -> str:
    """Return a text in a language; the text itself where it has no translation.

    Examples
    --------
    >>> from cnnviz.engine.messages.languages import nearest
    >>> translate("AnimationLabels", "Convolution", nearest("pt_BR"))
    'Convolução'
    """
    if language is ENGLISH:
        return text
    return _translations(language.key).get((context, text), text)


@lru_cache(maxsize=4)
def _translations(key: str) -> Mapping[tuple[str, str], str]:
    """Return all translations of a language, by context and English text."""
    source = resource("translations", f"cnnviz_{key}.ts").read_text(encoding="utf-8")
    found: dict[tuple[str, str], str] = {}
    for context in ElementTree.fromstring(source).iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            translation = message.findtext("translation", "")
            if translation:
                found[name, message.findtext("source", "")] = translation
    return found
