"""Tables of numbers, read as people type them and as other programs print them."""

import json
import math
import re
from contextlib import suppress
from typing import Final

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.images.numbers.number_brackets import (
    Nested,
    has_brackets,
    read_brackets,
)
from cnnviz.engine.images.numbers.number_displays import (
    is_latex,
    latex_rows,
    pipe_rows,
    read_display,
    without_headings,
)
from cnnviz.engine.images.numbers.number_lines import Rows, blocks_of, rows_of
from cnnviz.engine.images.numbers.number_marks import (
    is_number,
    numbers_of,
    shown,
    with_plain_signs,
)

MOST_NUMBERS: Final = 1_000_000
"""Numbers that a table may have that is typed, or pasted, as text."""

_MOST_AXES: Final = 4
_LOOKED_AT: Final = 2000
_ONLY_NUMBERS: Final = re.compile(r"[-+\d.,;:|/eE\s'_…\"]+")
_PRINTED: Final = re.compile(
    r"(?:[\w.:]+\s{0,3}[=(]\s{0,9}|(?:Out|In) ?\[\d+\]:\s{0,9}|Parameter containing:\s*){0,4}"
    r"(?:[\[{|]|\(\s{0,9}[-+.\d(])|\d+[×x]\d+ \w+\{"
)
_FILE_NAME: Final = re.compile(r"[^\n]*\.[A-Za-z]\w{1,6}[\"']?")
_MOST_LETTERS: Final = 64 * 1024**2
_INVISIBLE: Final = dict.fromkeys(map(ord, "\ufeff\u200b\u200e\u200f\u2060"))


def looks_like_numbers(text: str) -> bool:
    r"""Whether a text is more likely a table of numbers than words or a file's name.

    Examples
    --------
    >>> looks_like_numbers("1/9 1/9"), looks_like_numbers("tensor([[1., 2.]])")
    (True, True)
    >>> looks_like_numbers("/home/ana/1.png"), looks_like_numbers("room 12")
    (False, False)
    """
    head = with_plain_signs(text[:_LOOKED_AT].translate(_INVISIBLE)).strip()
    if not any(sign.isdigit() for sign in head) or _FILE_NAME.fullmatch(head):
        return False
    if _ONLY_NUMBERS.fullmatch(head):
        return True
    return bool(_PRINTED.match(head)) or is_latex(head)


def read_table(text: str, largest: float = math.inf) -> NDArray[np.float64]:
    r"""Read numbers as people type them and as other programs print them.

    Rows in lines, with spaces, tabs, semicolons or commas between the numbers; lists in
    brackets, also as NumPy, torch, MATLAB and Julia print them; displays of MATLAB and
    R; tables of LaTeX and Markdown. What stands between the numbers and which mark is
    the decimal one is the same for all of the text. Three blocks with blank lines
    between are channels.

    Parameters
    ----------
    text
        What was typed, pasted or read from a file.
    largest
        The largest number that may be there.

    Returns
    -------
    ndarray
        float64, with as many axes as brackets were deep; rows have two, and blocks of
        rows three.

    Raises
    ------
    CnnvizError
        ``numbers_empty``, ``numbers_cell_empty``, ``numbers_not_number``,
        ``numbers_thousands``, ``numbers_too_large``, ``numbers_ragged``,
        ``numbers_too_many``, ``numbers_not_json``, ``numbers_axes``,
        ``numbers_shortened``, ``numbers_around``, ``numbers_comma_ambiguous``,
        ``numbers_columns_differ``, ``numbers_rows_or_channels``, ``number_ambiguous``.

    Examples
    --------
    >>> read_table("array([[0., .5],\n       [1., 2.]], dtype=float32)").tolist()
    [[0.0, 0.5], [1.0, 2.0]]
    >>> read_table("[0 -1; -1 5]").tolist()
    [[0.0, -1.0], [-1.0, 5.0]]
    """
    if len(text) > _MOST_LETTERS:
        raise CnnvizError(
            "numbers_text_too_long",
            letters=len(text),
            limit=_MOST_LETTERS,
        )
    text = with_plain_signs(text.translate(_INVISIBLE))
    if not text.strip():
        raise CnnvizError("numbers_empty")
    nested, factor = _nested(text)
    return _array(nested, largest) * factor


def _nested(text: str) -> tuple[Nested, float]:
    """Return the texts of the numbers in lists, and what all are multiplied by."""
    if text.lstrip().startswith("["):
        with suppress(json.JSONDecodeError):
            return _from_json(text), 1.0
    if is_latex(text):
        rows, factor = latex_rows(text)
        return _blocks([rows]), factor
    lines = without_headings(text.splitlines())
    if display := read_display(lines):
        channels, scale = display
        return _blocks(channels), scale
    rest = "\n".join(lines)
    if has_brackets(rest):
        return read_brackets(rest)
    table = pipe_rows(lines)
    if table is not None:
        return _blocks([table]), 1.0
    if any("..." in line or "…" in line or "⋮" in line for line in lines):
        raise CnnvizError("numbers_shortened")
    return _blocks(_channels(lines)), 1.0


def _channels(lines: list[str]) -> list[Rows]:
    """Return the rows of lines, as channels where blank lines part blocks alike."""
    blocks = blocks_of(lines)
    if not blocks:  # nothing but headings
        raise CnnvizError("numbers_empty")
    all_rows = rows_of([line for block in blocks for line in block])
    heights, height = {len(block) for block in blocks}, len(blocks[0])
    if len(heights) > 1 or len(all_rows) != height * len(blocks):
        return [all_rows]
    if height == 1:
        # Rows with room between them; but of three a channel each may have been meant.
        if len(blocks) == 3 and len(all_rows[0]) > 1:
            raise CnnvizError("numbers_rows_or_channels", columns=len(all_rows[0]))
        return [all_rows]
    return [all_rows[top : top + height] for top in range(0, len(all_rows), height)]


def _blocks(channels: list[Rows]) -> Nested:
    """Return rows as they are where there is one channel only."""
    held: list[Nested] = [[list[Nested](row) for row in rows] for rows in channels]
    return held[0] if len(held) == 1 else held


def _array(nested: Nested, largest: float) -> NDArray[np.float64]:
    """Return the numbers of lists that are all equally long."""
    shape: list[int] = []
    level: list[Nested] = [nested]
    while isinstance(level[0], list):
        lists = [item for item in level if isinstance(item, list)]
        if len(lists) != len(level):
            raise CnnvizError("numbers_axes")
        expected = len(lists[0])
        for index, inner in enumerate(lists):
            if len(inner) != expected:
                row = (index % shape[-1] if shape else index) + 1
                found = len(inner)
                raise CnnvizError(
                    "numbers_ragged", row=row, found=found, expected=expected
                )
        shape.append(expected)
        if len(shape) > _MOST_AXES:
            raise CnnvizError("numbers_axes")
        level = [item for inner in lists for item in inner]
        if not level:
            raise CnnvizError("numbers_empty")
        if len(level) > MOST_NUMBERS:
            raise CnnvizError("numbers_too_many", count=len(level), limit=MOST_NUMBERS)
    texts = [item for item in level if isinstance(item, str)]
    if len(texts) != len(level) or not shape:
        raise CnnvizError("numbers_axes")
    values = numbers_of(texts)
    for place, text in enumerate(texts):
        value = values[text]
        if value is None or abs(value) > largest:
            *_, down, right = np.unravel_index(place, (1, *shape))
            where = {"row": int(down) + 1, "column": int(right) + 1}
            raise _refusal(text, value, where)
    return np.array([values[text] for text in texts], np.float64).reshape(shape)


def _refusal(text: str, value: float | None, where: dict[str, int]) -> CnnvizError:
    """Say what is wrong with the text of a number."""
    if not text:
        return CnnvizError("numbers_cell_empty", **where)
    if value is not None:
        return CnnvizError("numbers_too_large", text=shown(text), **where)
    if is_number(text):
        return CnnvizError("numbers_thousands", text=shown(text), **where)
    return CnnvizError("numbers_not_number", text=shown(text), **where)


class _Digits(str):
    """A number in JSON, as it was written: a string there is none."""


def _from_json(text: str) -> Nested:
    try:
        return _texts(json.loads(text, parse_int=_Digits, parse_float=_Digits))
    except RecursionError as error:
        raise CnnvizError("numbers_axes") from error


def _texts(held: object) -> Nested:
    """Return lists with texts; what is no number in JSON must not become one."""
    if isinstance(held, list):
        return [_texts(item) for item in held]
    return str(held) if isinstance(held, _Digits) else json.dumps(held)
