"""MNIST as Keras hands it out: the four arrays in one archive of NumPy."""

import math
import zipfile
from pathlib import Path
from typing import IO, Final

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.datasets.idx import MAX_BYTES, IdxContent, content_md5
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.files import check_file, reason
from cnnviz.engine.images.numbers.number_files import NPY_DAMAGED, read_npy_header

_ZIP_MAGIC: Final = b"PK\x03\x04"


def is_archive(path: Path) -> bool:
    """Whether a file begins as an archive of NumPy does."""
    try:
        with path.open("rb") as file:
            return file.read(4) == _ZIP_MAGIC
    except OSError:
        return False


def read_array(path: Path, name: str) -> IdxContent:
    """Read one array of an archive, as if it lay in an IDX file of its own.

    Nothing is allocated for a header that says more than the archive can hold, and
    nothing pickled is read.

    Raises
    ------
    CnnvizError
        What `cnnviz.engine.files.check_file` raises, ``npz_damaged``, ``npz_lacks`` or
        ``idx_too_large``.
    """
    check_file(path)
    try:
        with zipfile.ZipFile(path) as archive:
            entry = archive.getinfo(f"{name}.npy")
            if entry.file_size > MAX_BYTES:
                raise CnnvizError(
                    "idx_too_large",
                    file=path.name,
                    expected=entry.file_size,
                    limit=MAX_BYTES,
                )
            with archive.open(entry) as file:
                values = _values(file, path.name, entry.file_size)
    except KeyError as error:
        raise CnnvizError("npz_lacks", file=path.name, array=name) from error
    except (zipfile.BadZipFile, *NPY_DAMAGED) as error:
        raise _damaged(path.name, reason(error)) from error
    return IdxContent(values, content_md5(values))


def _values(file: IO[bytes], name: str, size: int) -> NDArray[np.uint8]:
    """Return an array whose header says that it is one of bytes; no other is unpacked."""
    shape, by_columns, kind = read_npy_header(file)
    # Labels and pixels are bytes there, row by row; anything else is other data.
    if kind != np.uint8 or by_columns or len(shape) not in (1, 3):
        raise _damaged(name, f"an array is {' × '.join(map(str, shape))} {kind}")
    payload = file.read(size)
    if len(payload) != math.prod(shape):
        raise _damaged(name, "an array is cut short")
    return np.frombuffer(payload, np.uint8).reshape(shape)


def _damaged(name: str, why: str) -> CnnvizError:
    return CnnvizError("npz_damaged", file=name, reason=why)
