"""Arrays that grow at their end, at the cost of what is added alone."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Final

import numpy as np
from numpy.typing import DTypeLike, NDArray

_FIRST: Final = 256


@dataclass(slots=True, eq=False)
class _Room:
    """Memory that versions of one array share: what was written stays as it is."""

    buffer: NDArray[Any]
    filled: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class Growing:
    """A version of an array that never changes; the next one shares its memory.

    Examples
    --------
    >>> first = Growing.of(np.float32).with_end([1, 2])
    >>> second = first.with_end([3])
    >>> first.values.tolist(), second.values.tolist()
    ([1.0, 2.0], [1.0, 2.0, 3.0])
    """

    _room: _Room
    count: int = field(default=0)

    @classmethod
    def of(cls, kind: DTypeLike) -> "Growing":
        """Return an empty one of a kind of numbers."""
        return cls(_Room(np.empty(0, kind)))

    @property
    def values(self) -> NDArray[Any]:
        """What is in it; not to be written to."""
        return self._room.buffer[: self.count]

    def with_end(self, new: Sequence[float] | NDArray[Any]) -> "Growing":
        """Return the version with more at its end."""
        room, count = self._room, self.count + len(new)
        # Where another version has gone on already, this one goes on elsewhere.
        if room.filled != self.count or count > len(room.buffer):
            room = _Room(np.empty(max(_FIRST, 2 * count), room.buffer.dtype))
            room.buffer[: self.count] = self.values
        room.buffer[self.count : count] = new
        room.filled = count
        return Growing(room, count)
