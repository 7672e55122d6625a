"""A language that nobody speaks, to find texts that no translator could reach.

Each text stands in brackets, its vowels accented, a third longer: what comes without
brackets was not translated, and what is cut would be cut in German.
"""

import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

from cnnviz.engine.messages.languages import Language

PSEUDO = Language(
    key="sl", own_name="[Psêudô]", plural_forms=2, plural_form=lambda count: count != 1
)
"""Qt must know the key; Slovenian it is."""

_ACCENTED = str.maketrans("aeiouAEIOU", "áéíóúÁÉÍÓÚ")
_KEPT = re.compile(r"(\{[^{}]*\}|<[^>]*>|&[a-z]+;|%\w|&)")
_BRACKETED = re.compile(r"\[[^\[\]]*\]")


def pseudo(text: str) -> str:
    """Return a text in the language; placeholders, tags and keys stay as they are."""
    parts = _KEPT.split(text)
    spoken = "".join(
        part if index % 2 else part.translate(_ACCENTED)
        for index, part in enumerate(parts)
    )
    more = "~" * (sum(len(part) for part in parts[::2]) * 3 // 10)
    # In words, as people write them: a line can be broken between two.
    words = (more[start : start + 8] for start in range(0, len(more), 8))
    return f"[{spoken}{' '.join(words)}]"


def without_pseudo(text: str) -> str:
    """Return what of a text was not translated."""
    before = ""
    while before != text:
        before, text = text, _BRACKETED.sub("", text)
    return text


def compile_pseudo(translation: Path, folder: Path) -> Path:
    """Make both files of the language from those of another; return the compiled one."""
    tree = ElementTree.parse(translation)
    tree.getroot().set("language", PSEUDO.key)
    for message in tree.getroot().iter("message"):
        target = message.find("translation")
        assert target is not None
        target.text = pseudo(message.findtext("source", ""))
    ts = folder / f"cnnviz_{PSEUDO.key}.ts"
    tree.write(ts, encoding="utf-8")
    suffix = ".exe" if sys.platform == "win32" else ""
    tool = Path(sys.executable).parent / f"pyside6-lrelease{suffix}"
    compiled = ts.with_suffix(".qm")
    subprocess.run([tool, "-silent", ts, "-qm", compiled], check=True)
    return compiled
