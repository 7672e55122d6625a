"""The guide that comes with the program, page by page."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from cnnviz.engine.resources import resource

CHAPTERS: Final = ("convolution", "draw", "own-classes", "network", "train")
"""In the order in which they are read; those of pages have their keys."""

_HEADING: Final = re.compile(r"^## ", re.MULTILINE)
_OTHER_LANGUAGE: Final = re.compile(r"^\*\[[^\n]*\)\*\n", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class GuidePage:
    """One lesson.

    Attributes
    ----------
    chapter
        One of `CHAPTERS`.
    title
        Its heading.
    text
        Markdown, the heading with it; pictures by paths from the guide's folder.
    begins
        Whether it is the first of its chapter: its title is the chapter's.
    """

    chapter: str
    title: str
    text: str
    begins: bool


def guide_folder() -> Path:
    """Return where texts and pictures of the guide lie."""
    return Path(str(resource("guide")))


def guide_pages(language: str) -> tuple[GuidePage, ...]:
    """Read the guide in a language; English where there is none in it.

    Parameters
    ----------
    language
        As the window calls it: ``pt_BR``.

    Returns
    -------
    pages
        In the order in which they are read; none where the guide was not shipped.
    """
    return tuple(page for chapter in CHAPTERS for page in _pages_of(chapter, language))


def _pages_of(chapter: str, language: str) -> Iterator[GuidePage]:
    folder = guide_folder()
    named = (language.replace("_", "-"), "en")
    files = [folder / f"{chapter}.{each}.md" for each in named]
    file = next((each for each in files if each.is_file()), None)
    if file is None:
        return
    text = _OTHER_LANGUAGE.sub("", file.read_text(encoding="utf-8"))
    first, *others = _HEADING.split(text)
    for index, part in enumerate((first, *(f"## {other}" for other in others))):
        title = part.split("\n", 1)[0].lstrip("# ").strip()
        yield GuidePage(chapter, title, part, begins=index == 0)
