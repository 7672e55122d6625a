"""Being told to stop: by Ctrl-C, by ``kill``, or because the terminal went away."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import FrameType
from typing import Final, NoReturn

_KINDLY: Final = ("SIGTERM", "SIGHUP")
"""Those that end a program at once unless it minds them; Windows lacks the second."""


class Stopped(KeyboardInterrupt):
    """A signal that asks the program to end, raised where Ctrl-C would be.

    Parameters
    ----------
    number
        The signal.
    """

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


@contextmanager
def graceful_shutdown() -> Iterator[None]:
    """Let what is being done clean up, or save, when the program is told to stop.

    A signal that whoever started us wants ignored (``nohup``) stays ignored.
    """
    changed = []
    try:
        for name in _KINDLY:
            number = getattr(signal, name, None)
            if number is not None and signal.getsignal(number) is signal.SIG_DFL:
                signal.signal(number, _stop)
                changed.append(number)
    except ValueError:  # signals belong to the main thread
        pass
    try:
        yield
    finally:
        for number in changed:
            signal.signal(number, signal.SIG_DFL)


class Unheard(KeyboardInterrupt):
    """Nobody hears what is printed: to stop, and to say why once all is saved.

    Parameters
    ----------
    error
        What the standard output refused with.
    """

    def __init__(self, error: OSError) -> None:
        super().__init__()
        self.error = error


class StopRequest:
    """Whether the program was told to stop, by what, since `deferred` was entered."""

    def __init__(self) -> None:
        self.told: KeyboardInterrupt | None = None

    def is_told(self) -> bool:
        """Whether to stop at the next good moment."""
        return self.told is not None

    def is_unheard(self, error: OSError) -> None:
        """Stop, for the standard output is closed, or full."""
        if self.told is None:
            self.told = Unheard(error)

    def _tell(self, number: int, _frame: FrameType | None) -> None:
        # Whoever presses Ctrl-C again changes nothing: what was learned is being saved.
        if self.told is None:
            self.told = (
                KeyboardInterrupt() if number == signal.SIGINT else Stopped(number)
            )


@contextmanager
def deferred() -> Iterator[StopRequest]:
    """Only note that the program is told to stop, for a block that asks for it often."""
    request = StopRequest()
    before = {}
    with suppress(ValueError):  # signals belong to the main thread
        for name in ("SIGINT", *_KINDLY):
            number = getattr(signal, name, None)
            if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
                before[number] = signal.signal(number, request._tell)
    try:
        yield request
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def exit_code(told: KeyboardInterrupt) -> int:
    """Return what shells call the end by a signal: 128 and its number.

    Raises
    ------
    OSError
        That of an output that nobody hears.

    Examples
    --------
    >>> exit_code(KeyboardInterrupt()), exit_code(Stopped(15))
    (130, 143)
    """
    if isinstance(told, Unheard):
        raise told.error
    return 128 + (told.number if isinstance(told, Stopped) else signal.SIGINT)


def _stop(number: int, _frame: FrameType | None) -> NoReturn:
    raise Stopped(number)
