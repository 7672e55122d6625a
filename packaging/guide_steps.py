"""What the guide tells its reader to do, read from the guide itself.

The paragraph **Try it** of a lesson is bold words, each a text of the program or a key,
perhaps with a number after it, and blocks of numbers to paste or to type.
"""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final, Literal

GUIDE: Final = Path(__file__).parent.parent / "docs" / "guide"
RESET: Final = {
    "en": ("Convolution", "Reset settings"),
    "pt-BR": ("Convolução", "Restaurar ajustes"),
}
"""With what every lesson begins."""
KEYS: Final = {
    "→": "Right",
    "←": "Left",
    "↓": "Down",
    "↑": "Up",
    "Home": "Home",
    "End": "End",
    "O": "O",
    "B": "B",
    "Shift+B": "Shift+B",
    "W": "W",
    "A": "A",
    "S": "S",
    "T": "T",
    "E": "E",
    "X": "X",
    "C": "C",
    "G": "G",
    "H": "H",
    "K": "K",
    "M": "M",
    "N": "N",
    "Ctrl+M": "Ctrl+M",
    "Esc": "Esc",
    "0": "0",
}
"""The keys that a lesson names, as Qt writes them."""

_TRY: Final = {"en": "**Try it:**", "pt-BR": "**Experimente:**"}
_GO_ON: Final = {"en": "**And now:**", "pt-BR": "**E agora:**"}
_PICTURE: Final = re.compile(r"\(pictures/[\w/-]+/([\w-]+)\.png\)")
_LESSON: Final = re.compile(r"(?:lesson|lição) (\d+)")
_BLOCK: Final = re.compile(r"```(numbers|kernel)\n(.*?)```", re.DOTALL)
_DEED: Final = re.compile(
    _BLOCK.pattern + r"|\*\*([^*]+)\*\*(?::?\s(−?\d+(?:[.,]\d+)?))?", re.DOTALL
)
_ASIDE: Final = re.compile(r"\([^()]*\)")
_ARROW: Final = " ▸ "


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing to do.

    Attributes
    ----------
    kind
        Something bold to press or choose, or a kernel to type.
    words
        The texts on the way to it; for a kernel its numbers, row by row.
    number
        The value of a field, or how many times a key is pressed.
    """

    kind: Literal["press", "kernel"]
    words: tuple[str, ...]
    number: float | None = None


@dataclass(frozen=True, slots=True)
class Lesson:
    """What to do in one lesson, and the numbers to paste in it, or none."""

    number: int
    picture: str
    deeds: tuple[Deed, ...]
    pasted: str


@cache
def lessons(language: str, page: str = "convolution") -> tuple[Lesson, ...]:
    """Return the lessons of the guide through a page: what has a picture is one."""
    text = (GUIDE / f"{page}.{language}.md").read_text(encoding="utf-8")
    blocks: dict[str, str] = {}
    found = []
    for part in text.split("\n## ")[1:]:
        if not (pictures := _PICTURE.findall(part)):
            continue
        number = part.partition(".")[0]
        steps = part.partition(_TRY[language])[2].partition(_GO_ON[language])[0]
        for kind, block in _BLOCK.findall(part):
            if kind == "numbers":
                blocks[number] = block
        set_names = _LESSON.search(steps)
        pasted = blocks.get(number) or blocks.get(set_names[1] if set_names else "", "")
        (picture,) = pictures
        told = _ASIDE.sub("", steps)  # what is in brackets need not be done
        deeds = tuple(_deed(match) for match in _DEED.finditer(told))
        kept = tuple(deed for deed in deeds if deed is not None)
        found.append(Lesson(int(number), picture, kept, pasted))
    return tuple(found)


def _deed(match: re.Match[str]) -> Deed | None:
    kind, block, words, number = match.groups()
    if kind == "numbers":
        return None  # used where the guide says what to do with it
    if kind == "kernel":
        return Deed("kernel", tuple(block.split()))
    value = None if number is None else _number(number)
    plain = " ".join(words.split())  # a path may go on in the next line
    return Deed("press", tuple(plain.split(_ARROW)), value)


def _number(written: str) -> float:
    plain = written.replace("−", "-").replace(",", ".")
    return float(plain) if "." in plain else int(plain)
