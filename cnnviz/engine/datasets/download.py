"""MNIST from the network, on request only: several mirrors, checked, whole or nothing."""

import os
import tempfile
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, ExitStack
from pathlib import Path
from typing import Final

import pooch

from cnnviz.engine.datasets.idx import read_idx
from cnnviz.engine.datasets.mnist import MNIST_FILES, MnistFile
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.files import failing_as

MIRRORS: Final = (
    "https://storage.googleapis.com/cvdf-datasets/mnist/",
    "https://ossci-datasets.s3.amazonaws.com/mnist/",
)

# Seconds without an answer before a mirror is given up.
_TIMEOUT: Final = 20

# Small pieces, so that a cancel on a slow line is noticed soon.
_CHUNK_BYTES: Final = 16 * 1024

# What another packing may have more than the published one: then it is something else,
# and it is not let fill the disk.
_SPARE_BYTES: Final = 4 * 1024**2


def download_mnist(
    destination: Path,
    *,
    on_progress: Callable[[int, int], None],
    is_cancelled: Callable[[], bool],
    mirrors: Sequence[str] = MIRRORS,
    files: Sequence[MnistFile] = MNIST_FILES,
) -> Path:
    """Download the four MNIST files and return the folder that has them.

    Each file is tried from each mirror in turn and its uncompressed content is checked
    against the published MD5. The files take their places only when all of them are
    there; until then, and after an error or a cancel, ``destination`` holds what it
    held before.

    Parameters
    ----------
    destination
        The folder to put them in; made when it is not there.
    on_progress
        Called with bytes done and bytes in all, from the thread that called this.
    is_cancelled
        Asked after every piece; when it says yes, nothing is kept.
    mirrors
        Folder addresses ending in ``/``, the preferred one first.
    files
        What to get.

    Raises
    ------
    CnnvizError
        ``download_failed`` with a reason a mirror, ``download_cancelled``, or
        ``file_unwritable``.
    """
    with failing_as("file_unwritable", str(destination)):
        destination.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(
            dir=destination, prefix=".download-", ignore_cleanup_errors=True
        ) as scratch:
            progress = _Progress(files, on_progress, is_cancelled)
            fetched = [_fetch(file, Path(scratch), mirrors, progress) for file in files]
            for path in fetched:
                os.replace(path, destination / path.name)
    return destination


class _Progress:
    """The progress bar that pooch feeds: counts over all files, and cancels.

    pooch sets ``total`` to the size that the server tells, calls ``update`` with every
    piece, then ``reset`` and a last ``update`` with the whole, then ``close``.
    """

    def __init__(
        self,
        files: Sequence[MnistFile],
        on_progress: Callable[[int, int], None],
        is_cancelled: Callable[[], bool],
    ) -> None:
        self._expected = {file: file.packed_bytes for file in files}
        self._done = dict.fromkeys(files, 0)
        self._file = files[0]
        self._on_progress = on_progress
        self._is_cancelled = is_cancelled

    def begin(self, file: MnistFile) -> None:
        """Start to count the bytes of a file."""
        self._file = file
        self.reset()
        self.update(0)

    @property
    def total(self) -> int:
        return sum(self._expected.values())

    @total.setter
    def total(self, file_bytes: int) -> None:
        if file_bytes > 0:
            self._expected[self._file] = file_bytes

    def update(self, count: int) -> None:
        """Count bytes that came; raise OSError when a file never ends."""
        self._done[self._file] += count
        most = 2 * self._file.packed_bytes + _SPARE_BYTES
        if self._done[self._file] > most:
            raise OSError(f"it sends more than {most} bytes")
        if self._is_cancelled():
            raise CnnvizError("download_cancelled")
        done = sum(self._done.values())
        self._on_progress(done, max(done, self.total))

    def reset(self) -> None:
        """Count the bytes of the file from 0 again."""
        self._done[self._file] = 0

    def close(self) -> None:
        """Know how large the file is, which has come whole."""
        self._expected[self._file] = self._done[self._file]


def _fetch(
    file: MnistFile, scratch: Path, mirrors: Sequence[str], progress: _Progress
) -> Path:
    name = f"{file.file_name}.gz"
    path = scratch / name
    reasons: list[str] = []
    for mirror in mirrors:
        progress.begin(file)
        try:
            _download(mirror + name, path, progress)
            found = read_idx(path).md5
        # requests derives all its errors from OSError.
        except OSError as error:
            reasons.append(f"{mirror}: {_short(error)}")
        except CnnvizError as error:
            if error.code == "download_cancelled":
                raise
            reasons.append(f"{mirror}: the file is damaged ({error.code})")
        else:
            if found == file.md5:
                return path
            reasons.append(f"{mirror}: the content is not MNIST (MD5 {found})")
    raise CnnvizError("download_failed", file=name, reasons="; ".join(reasons))


def _download(address: str, path: Path, progress: _Progress) -> None:
    """Get one file; the connection is closed also when a piece was one too many."""
    with ExitStack() as open_answers:

        def keep(answer: AbstractContextManager[object], **_: object) -> None:
            """Close an answer of the server when the download ends."""
            open_answers.enter_context(answer)

        download = pooch.HTTPDownloader(
            progressbar=progress,
            chunk_size=_CHUNK_BYTES,
            timeout=_TIMEOUT,
            hooks={"response": keep},
        )
        download(address, str(path), None)


def _short(error: OSError) -> str:
    """Return one line: connection errors carry the whole story of their retries."""
    words = str(error) or type(error).__name__
    return words if len(words) <= 160 else f"{type(error).__name__}: {words[:120]}…"
