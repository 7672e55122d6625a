"""Pictures in a table of text, as Kaggle hands them out: a row a picture, commas between.

The first column is the class, or the one that the header calls ``label``; the others
are the pixels, row by row. Such a file is 2 to 4 bytes a pixel: it is read in pieces.
"""

import math
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.datasets.idx import MAX_BYTES
from cnnviz.engine.datasets.progress import tell
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.files import check_file, failing_as
from cnnviz.engine.shown_text import shown

_PIECE: Final = 2**22
"""Bytes read at a time, and the longest line: of 1,000 x 1,000 pixels."""

_LABEL_NAMES: Final = ("label", "labels", "class", "target", "y")
_MARK: Final = b"\xef\xbb\xbf"
"""What programs of Windows put before UTF-8."""


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """What a table holds.

    Attributes
    ----------
    file
        Its name.
    images_nhw
        uint8, ``N x H x W``; in colour ``N x 3 x H x W``.
    labels_n
        int64, as they stand there; ``None`` where the table has pixels only.
    lines_n
        The line of each picture, counted from 1.
    """

    file: str
    images_nhw: NDArray[np.uint8]
    labels_n: NDArray[np.int64] | None
    lines_n: NDArray[np.int64]


def read_table(path: Path) -> Table:
    """Read a table of pictures.

    Parameters
    ----------
    path
        The file; whether it has a header is seen from its first line.

    Raises
    ------
    CnnvizError
        What `cnnviz.engine.files.check_file` raises, ``reading_cancelled``,
        ``table_empty``, ``table_columns``, ``table_row_wrong``, ``table_value_wrong``,
        ``table_line_too_long`` or ``table_too_large``.
    """
    size = check_file(path)
    with failing_as("file_unreadable", path.name), path.open("rb") as file:
        pieces = _pieces(file, path.name, size)
        first = next(pieces, None)
        if first is None:
            raise CnnvizError("table_empty", file=path.name)
        begin, lines = first
        header = _header(lines[0])
        if header is not None:
            begin, lines = begin + 1, lines[1:]
        columns = len(header or lines[0].split(b","))
        column = _label_column(header, columns)
        shape = _shape(columns if column is None else columns - 1)
        if shape is None:
            raise CnnvizError("table_columns", file=path.name, columns=columns)
        blocks, lines_n, held = [], [], 0
        while True:
            block, places = _block(lines, begin, columns, path.name)
            blocks.append(block)
            lines_n.append(places)
            held += block.nbytes
            if held > MAX_BYTES:
                raise CnnvizError("table_too_large", file=path.name, limit=MAX_BYTES)
            following = next(pieces, None)
            if following is None:
                break
            begin, lines = following
    values = np.concatenate(blocks)
    del blocks
    if not len(values):
        raise CnnvizError("table_empty", file=path.name)
    labels_n, pixels = None, values
    if column is not None:
        labels_n = values[:, column].astype(np.int64)
        pixels = np.delete(values, column, axis=1)
    images_nhw = pixels.reshape(len(values), *shape)
    return Table(path.name, images_nhw, labels_n, np.concatenate(lines_n))


def _pieces(file: BinaryIO, name: str, size: int) -> Iterator[tuple[int, list[bytes]]]:
    """Yield whole lines, a few megabytes of them at a time, with the first one's number."""
    line, rest, done = 1, b"", 0
    while piece := file.read(_PIECE):
        done += len(piece)
        tell(done, size)
        if line == 1 and not rest:
            piece = piece.removeprefix(_MARK)
        whole, newline, after = piece.rpartition(b"\n")
        if not newline:
            rest += piece
        else:
            lines = (rest + whole).split(b"\n")
            yield line, lines
            line, rest = line + len(lines), after
        if len(rest) > _PIECE:
            raise CnnvizError("table_line_too_long", file=name, line=line, limit=_PIECE)
    if rest.strip():
        yield line, [rest]


def _header(line: bytes) -> list[str] | None:
    """Return the names of the columns; ``None`` where the first line is a picture."""
    cells = [_text(cell) for cell in line.split(b",")]
    # Columns without names are counted by the programs that write them.
    is_counted = len(cells) > 2 and cells == [str(one) for one in range(len(cells))]
    if _is_number(cells[0]) and not is_counted:
        return None
    return [one.lower() for one in cells]


def _label_column(header: list[str] | None, columns: int) -> int | None:
    """Return which column is the class; ``None`` where there is none."""
    for name in _LABEL_NAMES:
        if header is not None and name in header:
            return header.index(name)
    # 784 columns are a picture of 28 x 28, 785 are one with its class before it.
    return None if _shape(columns) and not _shape(columns - 1) else 0


def _shape(pixels: int) -> tuple[int, ...] | None:
    """Return the size of a square picture of so many numbers, grey or in colour."""
    for planes in (1, 3):
        side = math.isqrt(pixels // planes)
        if side > 1 and planes * side * side == pixels:
            return (side, side) if planes == 1 else (3, side, side)
    return None


def _block(
    lines: list[bytes], begin: int, columns: int, name: str
) -> tuple[NDArray[np.uint8], NDArray[np.int64]]:
    """Return the numbers of some lines, and the numbers of those lines."""
    places = [place for place, line in enumerate(lines, begin) if line.strip()]
    if not places:
        return np.empty((0, columns), np.uint8), np.empty(0, np.int64)
    if len(places) < len(lines):
        lines = [line for line in lines if line.strip()]
    with suppress(ValueError):
        # NumPy's own reader is strict: any other number, or number of them, raises.
        read = np.loadtxt(
            [line.decode("ascii") for line in lines],
            delimiter=",",
            dtype=np.uint8,
            comments=None,
            quotechar='"',
            ndmin=2,
        )
        if read.shape == (len(lines), columns):
            return read, np.array(places, np.int64)
    rows = [
        _row(line, place, columns, name)
        for place, line in zip(places, lines, strict=True)
    ]
    return np.array(rows, np.uint8), np.array(places, np.int64)


def _row(line: bytes, place: int, columns: int, name: str) -> list[int]:
    """Return the numbers of a line, or say which of them is none."""
    cells = line.split(b",")
    if len(cells) != columns:
        raise CnnvizError(
            "table_row_wrong",
            file=name,
            line=place,
            found=len(cells),
            expected=columns,
        )
    numbers = []
    for column, cell in enumerate(cells, 1):
        text = _text(cell)
        number = float(text) if _is_number(text) else math.nan
        if not (0 <= number <= 255 and number.is_integer()):
            raise CnnvizError(
                "table_value_wrong",
                file=name,
                line=place,
                column=column,
                text=shown(text, 40) or "nothing",
            )
        numbers.append(int(number))
    return numbers


def _text(cell: bytes) -> str:
    return cell[:1_000].decode("utf-8", "replace").strip().strip('"').strip()


def _is_number(text: str) -> bool:
    # Python takes an underscore within a number, which no table has.
    try:
        return "_" not in text and math.isfinite(float(text))
    except ValueError:
        return False
