"""Small copies of published data sets, written with struct, csv and pickle alone."""

import csv
import gzip
import pickle
import struct
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np

Row = tuple[int, bytes]
"""A class, and the pixels row by row."""


def picture(label: int, place: int = 0, *, size: int = 28) -> bytes:
    """Return a picture that is no mirror image of itself, other for each class."""
    cells = [[0] * size for _ in range(size)]
    for column in range(2, 3 + label % 20):
        cells[3][column] = 200
    for row in range(3, size - 4):
        cells[row][2] = 100 + place % 100
    return bytes(cell for line in cells for cell in line)


def rows(labels: Iterable[int]) -> list[Row]:
    return [(label, picture(label, place)) for place, label in enumerate(labels)]


def turned(pixels: bytes, size: int = 28) -> bytes:
    """Exchange rows and columns, as EMNIST's files have them."""
    return bytes(
        pixels[row + column * size] for row in range(size) for column in range(size)
    )


def write_idx_pair(
    folder: Path, begin: str, held: Sequence[Row], *, packed: bool = True
) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    images = struct.pack(">4B3I", 0, 0, 8, 3, len(held), 28, 28)
    images += b"".join(pixels for _, pixels in held)
    labels = struct.pack(">4BI", 0, 0, 8, 1, len(held))
    labels += bytes(label for label, _ in held)
    for kind, content in (("images-idx3", images), ("labels-idx1", labels)):
        name = f"{begin}-{kind}-ubyte"
        if packed:
            (folder / f"{name}.gz").write_bytes(gzip.compress(content))
        else:
            (folder / name).write_bytes(content)


def write_table(path: Path, held: Sequence[Row], *, header: bool = True) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", newline="") as file:
        writer = csv.writer(file)
        if header:
            writer.writerow(["label", *(f"pixel{n}" for n in range(1, 785))])
        for label, pixels in held:
            writer.writerow([label, *pixels])
    return path


def batch_dictionary(count: int, batch: int = 0) -> dict[bytes, object]:
    """Return what a batch of CIFAR-10 for Python holds."""
    values = np.zeros((count, 3072), np.uint8)
    for place in range(count):
        for channel, level in enumerate((batch, place % 256, 200)):
            values[place, 1024 * channel : 1024 * (channel + 1)] = level
    return {
        b"batch_label": b"batch",
        b"labels": [place % 10 for place in range(count)],
        b"data": values,
        b"filenames": [b"%d.png" % place for place in range(count)],
    }


def batch_pickle(count: int, batch: int = 0, protocol: int = 2) -> bytes:
    return pickle.dumps(batch_dictionary(count, batch), protocol)


def python_2_pickle(count: int, batch: int = 0) -> bytes:
    """Return a batch as Python 2 wrote it: texts of bytes, the modules' old names."""

    def text(data: bytes) -> bytes:
        return b"T" + struct.pack("<i", len(data)) + data

    held = batch_dictionary(count, batch)
    values = held[b"data"]
    assert isinstance(values, np.ndarray)
    array = (
        b"cnumpy.core.multiarray\n_reconstruct\nq\x01cnumpy\nndarray\nK\x00\x85U\x01b\x87R"
        b"(K\x01" + struct.pack("<2sHBH", b"(M", count, ord("M"), 3072) + b"t"
        b"cnumpy\ndtype\nU\x02u1K\x00K\x01\x87R(K\x03U\x01|NNNJ\xff\xff\xff\xff"
        b"J\xff\xff\xff\xffK\x00tb\x89" + text(values.tobytes()) + b"tb"
    )
    labels = b"](" + b"".join(b"K" + bytes([n % 10]) for n in range(count)) + b"e"
    return (
        b"\x80\x02}(U\x04data" + array + b"U\x06labels" + labels
        + b"U\x0bbatch_label" + text(b"testing") + b"u."
    )  # fmt: skip
