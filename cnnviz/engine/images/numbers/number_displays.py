"""Tables of numbers as MATLAB, Octave, Julia, R, LaTeX and Markdown show them."""

import re
from itertools import chain
from typing import Final

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.images.numbers.number_brackets import factor_of
from cnnviz.engine.images.numbers.number_lines import Rows

_NAME: Final = re.compile(r"(?:>>|julia>|>)?\s*[A-Za-z_][\w.]*\s*(?::=|=|<-)\s*")
_COMMENT: Final = re.compile(r"\s*(?:#|%|//)")
_JULIA_TYPE: Final = re.compile(
    r"\s*\d+(?:[×x]\d+)*(?:-element)?\s+(?:\w+\.)*\w+(?:\{.*\})?.*:\s*"
)
_COLUMNS: Final = re.compile(
    r"\s*Columns?\s+\d+(?:\s+(?:through|to|and)\s+\d+)?\s*:?\s*", re.IGNORECASE
)
_SCALE: Final = re.compile(r"\s*(\d+(?:\.\d*)?(?:[eE][+-]?\d+)?)\s*\*\s*")
_CHANNEL: Final = re.compile(
    r"\s*(?:\w+\(:,:,\d+\)\s*=|\[:, :, \d+\]\s*=|, , \d+|ans\(:,:,\d+\)\s*=)\s*"
)
_COLUMNS_OF_R: Final = re.compile(r"\s*(?:\[,\d+\]\s*)+")
_ROW_OF_R: Final = re.compile(r"\s*\[\d+,\]\s+")
_PLACE_OF_R: Final = re.compile(r"\s*\[(\d+)\]\s+(?=[-+.\d])")

_LATEX_WORDS: Final = re.compile(
    r"\\(?:begin|end)\s*\{[^{}]*\}(?:\s*\{[clr|@{}!\s]*\})?|\\(?:left|right|big|Big)\s*[\[\](){}|.]"
    r"|\\(?:h|top|mid|bottom)(?:line|rule)\b|\\displaystyle\b|\\[,;:! ]|\$|\\\(|\\\)"
)
_LATEX_FRACTION: Final = re.compile(r"\\[tdc]?frac\s*\{([^{}]*)\}\s*\{([^{}]*)\}")
_LATEX_DIGITS: Final = re.compile(r"\\[tdc]?frac\s*(\d)\s*(\d)")
_LATEX_ROW_END: Final = re.compile(r"\\\\\s*(?:\[[^\]]*\])?")
_LATEX_NAME: Final = re.compile(r"[A-Za-z](?:_\{?\w+\}?)?\s*=\s*")
_LATEX_FACTOR: Final = re.compile(r"([^&]*?)(?=\\begin)")
_RULE: Final = re.compile(r"[\s|:+=\-─━┼│]*[-=─━]{2,}[\s|:+=\-─━┼│]*")


def without_headings(lines: list[str]) -> list[str]:
    """Return the lines without names, types and remarks that programs put above.

    Examples
    --------
    >>> without_headings(["A =", "", "   1   2"])
    ['   1   2']
    """
    kept: list[str] = []
    for line in lines:
        is_heading = (
            _COMMENT.match(line) or _NAME.fullmatch(line) or _JULIA_TYPE.fullmatch(line)
        )
        if not is_heading and (line.strip() or kept):
            kept.append(line)
    return kept


def read_display(lines: list[str]) -> tuple[list[Rows], float] | None:
    """Return channels of rows, and their factor, from a display of MATLAB's or R's.

    Such a display may show some columns first, and others below. ``None`` stands for
    lines without any heading of the kind.

    Examples
    --------
    >>> read_display(["     [,1] [,2]", "[1,]    1    2", "[2,]    3    4"])
    ([[['1', '2'], ['3', '4']]], 1.0)
    >>> read_display(["1 2"])
    """
    channels: list[list[Rows]] = [[[]]]
    factor, found = 1.0, False
    if vector := _vector_of_r(lines):
        return [[vector]], 1.0
    for line in lines:
        if not line.strip():
            continue
        if scale := _SCALE.fullmatch(line):
            factor, found = float(scale[1]), True
        elif _CHANNEL.fullmatch(line):
            found = True
            if channels[-1] != [[]]:
                channels.append([[]])
        elif _COLUMNS.fullmatch(line) or _COLUMNS_OF_R.fullmatch(line):
            found = True
            if channels[-1][-1]:
                channels[-1].append([])
        else:
            row = _ROW_OF_R.match(line)
            channels[-1][-1].append(line[row.end() if row else 0 :].split())
    return ([_side_by_side(parts) for parts in channels], factor) if found else None


def _vector_of_r(lines: list[str]) -> list[str]:
    """Return the numbers of R's lines that begin with the place of the first one."""
    filled = [line for line in lines if line.strip()]
    places = [place for line in filled if (place := _PLACE_OF_R.match(line))]
    if len(places) < len(filled) or not places or places[0][1] != "1":
        return []
    return [word for place in places for word in place.string[place.end() :].split()]


def _side_by_side(parts: list[Rows]) -> Rows:
    filled = [part for part in parts if part]
    if not filled:
        return []
    for part in filled:
        if len(part) != len(filled[0]):
            raise CnnvizError(
                "numbers_columns_differ", rows=len(filled[0]), others=len(part)
            )
    return [list(chain(*rows)) for rows in zip(*filled, strict=True)]


def is_latex(text: str) -> bool:
    r"""Whether a text is a matrix or a table of LaTeX.

    Examples
    --------
    >>> is_latex(r"1 & 2 \\ 3 & 4"), is_latex("1 2")
    (True, False)
    """
    return "\\begin" in text or ("&" in text and "\\\\" in text) or "\\frac" in text


def latex_rows(text: str) -> tuple[Rows, float]:
    r"""Return the texts of the cells, and the factor that stands before the matrix.

    Raises
    ------
    CnnvizError
        ``numbers_around`` where something else does.

    Examples
    --------
    >>> latex_rows(r"\frac{1}{8}\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}")
    ([['1', '2'], ['3', '4']], 0.125)
    """
    text = re.sub(r"^\s*\\\[|\\\]\s*$", "", text.replace("{,}", ","))
    text = _LATEX_DIGITS.sub(r"\1/\2", _LATEX_FRACTION.sub(r"\1/\2", text))
    before = _LATEX_FACTOR.match(text)
    factor = ""
    if before:
        factor = _LATEX_WORDS.sub("", before[1]).replace("\\cdot", "").strip()
        factor = _LATEX_NAME.sub("", factor)
        text = text[before.end() :]
    lines = [_LATEX_WORDS.sub(" ", line) for line in _LATEX_ROW_END.split(text)]
    rows = [
        [cell.strip() for cell in line.split("&")] for line in lines if line.strip()
    ]
    factor = factor.rstrip("*=").strip()
    return rows, factor_of(factor) if factor else 1.0


def pipe_rows(lines: list[str]) -> Rows | None:
    """Return the cells of a table with bars between, as in Markdown, without its head.

    A head of words, or an empty one, is left out. ``None`` stands for no such table.

    Examples
    --------
    >>> pipe_rows(["| a | b |", "|---|---|", "| 1 | 2 |"])
    [['1', '2']]
    """
    filled = [line for line in lines if line.strip()]
    if not any("|" in line or "│" in line for line in filled):
        return None
    rows: Rows = []
    for line in filled:
        if _RULE.fullmatch(line):
            if rows and not any(re.search(r"\d", cell) for cell in rows[-1]):
                rows.pop()
            continue
        inner = line.strip().replace("│", "|").removeprefix("|").removesuffix("|")
        rows.append([cell.strip() for cell in inner.split("|")])
    return rows
