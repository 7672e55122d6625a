"""Small data sets in MNIST's format, made by the tests that need them."""

import gzip
import struct
from pathlib import Path

import numpy as np

NAMES = (
    "train-images-idx3-ubyte",
    "train-labels-idx1-ubyte",
    "t10k-images-idx3-ubyte",
    "t10k-labels-idx1-ubyte",
)


def write_idx(path: Path, values: np.ndarray) -> None:
    """Write uint8 values as an IDX file, packed when the name ends in .gz."""
    header = struct.pack(f">BBBB{values.ndim}I", 0, 0, 8, values.ndim, *values.shape)
    content = header + values.astype(np.uint8).tobytes()
    path.write_bytes(gzip.compress(content) if path.suffix == ".gz" else content)


def write_idx_folder(
    folder: Path,
    *,
    train: int = 30,
    test: int = 10,
    dotted: bool = False,
    packed: bool = True,
) -> Path:
    """Write the four files with blurred bars that differ by class; return the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    rng = np.random.default_rng(0)
    for count, (images_name, labels_name) in zip(
        (train, test), (NAMES[:2], NAMES[2:]), strict=True
    ):
        labels_n = np.arange(count, dtype=np.uint8) % 10
        images_nhw = rng.integers(0, 40, (count, 28, 28), dtype=np.uint8)
        for image_hw, label in zip(images_nhw, labels_n, strict=True):
            image_hw[4 + 2 * label : 6 + 2 * label, 4:24] = 255
        for name, values in ((images_name, images_nhw), (labels_name, labels_n)):
            name = name.replace("-idx", ".idx") if dotted else name
            write_idx(folder / (f"{name}.gz" if packed else name), values)
    return folder
