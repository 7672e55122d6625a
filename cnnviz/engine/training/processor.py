"""The processor and its memory as a run uses them, and as they were before."""

import ctypes
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

import torch

_TRIM_THRESHOLD: Final = -1
_MMAP_THRESHOLD: Final = -3
"""Names of glibc's ``mallopt``."""

_KEPT_BYTES: Final = 2**30
_OWN_BYTES: Final = 2**25
"""What glibc itself goes up to with the second of them; older ones take no more."""


@contextmanager
def run_settings(threads: int | None) -> Iterator[None]:
    """Let torch use that many CPU threads, and memory stay with the process; then not.

    Each step takes the memory that the step before let go. The C library of Linux gives
    large pieces back to the system at once, which hands them out again a page at a time:
    4,000 times a step of the convnet, and a third of its time.
    """
    before = torch.get_num_threads()
    if threads is not None:
        torch.set_num_threads(threads)
    library = _glibc()
    if library is not None:
        library.mallopt(_TRIM_THRESHOLD, _KEPT_BYTES)
        if not library.mallopt(_MMAP_THRESHOLD, _KEPT_BYTES):
            library.mallopt(_MMAP_THRESHOLD, _OWN_BYTES)
    try:
        yield
    finally:
        if threads is not None:
            torch.set_num_threads(before)
        if library is not None:
            library.mallopt(_TRIM_THRESHOLD, 2 * _OWN_BYTES)
            library.mallopt(_MMAP_THRESHOLD, _OWN_BYTES)
            library.malloc_trim(0)


def _glibc() -> ctypes.CDLL | None:
    """Return the C library where it is glibc."""
    if sys.platform != "linux":
        return None
    library = ctypes.CDLL(None)
    return library if hasattr(library, "gnu_get_libc_version") else None
