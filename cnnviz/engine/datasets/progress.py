"""How far reading is, and whether anybody still waits for it.

Whoever asks for data says once who is to be told; every reader below tells. It goes
along with the thread, not through every call: most readers are far down, and most
callers wait for a moment only.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Final

from cnnviz.engine.errors import CnnvizError

OnProgress = Callable[[int, int], None]
"""Called with what is done and how much there is: bytes of a file, or pictures."""

IsCancelled = Callable[[], bool]
"""Asked after every piece; when it says yes, reading ends with ``reading_cancelled``."""

_TOLD: Final[ContextVar[tuple[OnProgress, IsCancelled] | None]] = ContextVar(
    "told", default=None
)


@contextmanager
def telling(
    on_progress: OnProgress | None = None, is_cancelled: IsCancelled | None = None
) -> Iterator[None]:
    """Let what is read within the block be told, and called off; in this thread."""
    if on_progress is None and is_cancelled is None:
        yield
        return
    token = _TOLD.set((on_progress or _to_nobody, is_cancelled or _never))
    try:
        yield
    finally:
        _TOLD.reset(token)


def tell(done: int, total: int) -> None:
    """Tell how far a reader is; raise ``reading_cancelled`` when nobody waits any more."""
    told = _TOLD.get()
    if told is None:
        return
    on_progress, is_cancelled = told
    if is_cancelled():
        raise CnnvizError("reading_cancelled")
    on_progress(done, max(done, total))


def _to_nobody(_done: int, _total: int) -> None:
    """Tell nobody."""


def _never() -> bool:
    """Say that it goes on."""
    return False
