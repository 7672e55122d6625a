"""How much the objects of a pickle hold, counted before any of them is made.

A pickle can fetch what it has made before. A tuple of the same tuple twice, 40 deep, is
a few bytes a level; to look it up as a key takes twice as long for each of them. A long
text that a tuple fetches a thousand times is in a message of an error a thousand times.
"""

import pickletools
from dataclasses import dataclass
from typing import Final

_FETCHING: Final = ("GET", "BINGET", "LONG_BINGET")
_NAMING: Final = ("PUT", "BINPUT", "LONG_BINPUT")
_GROWING: Final = ("APPEND", "APPENDS", "SETITEM", "SETITEMS", "ADDITEMS", "BUILD")
"""The operations that leave an object on the stack, and more in it."""


@dataclass(slots=True)
class _Object:
    size: int
    is_fetched: bool = False


class PickleSizes:
    r"""The stack and the memo of a pickle, each object by how many it holds.

    A text counts as many as it has characters, and one more.

    Attributes
    ----------
    fetched
        How many all those hold together that were fetched.

    Examples
    --------
    >>> sizes = PickleSizes()
    >>> for operation, argument, _ in pickletools.genops(b"Nq\1h\1\x86q\1h\1\x86."):
    ...     sizes.follow(operation, argument)
    >>> sizes.fetched  # None, then the pair
    4
    """

    def __init__(self) -> None:
        self.fetched = 0
        self._stack: list[_Object] = []
        self._before_marks: list[list[_Object]] = []
        self._memo: dict[object, _Object] = {}

    def follow(self, operation: pickletools.OpcodeInfo, argument: object) -> None:
        """Do what an operation does to the stack.

        Raises
        ------
        LookupError
            Where it takes what is not there, or an object grows that was fetched: what
            it is in would hold more than was counted.
        """
        name = operation.name
        if name in _FETCHING:
            self._fetch(self._memo[argument])
        elif name == "DUP":
            self._fetch(self._stack[-1])
        elif name in _NAMING:
            self._memo[argument] = self._stack[-1]
        elif name == "MEMOIZE":
            self._memo[len(self._memo)] = self._stack[-1]
        elif name == "MARK":
            self._before_marks.append(self._stack)
            self._stack = []
        else:
            self._make(operation, argument)

    def _fetch(self, one: _Object) -> None:
        one.is_fetched = True
        self.fetched += one.size
        self._stack.append(one)

    def _make(self, operation: pickletools.OpcodeInfo, argument: object) -> None:
        wanted = operation.stack_before
        parts = self._taken(wanted) if wanted else []
        size = len(argument) if isinstance(argument, str | bytes) else 0
        for part in parts:
            size += part.size
        if operation.name in _GROWING:
            if parts[0].is_fetched:
                raise LookupError(operation.name)
            parts[0].size = size
            self._stack.append(parts[0])
        elif operation.stack_after:
            self._stack.append(_Object(1 + size))

    def _taken(self, wanted: list[pickletools.StackObject]) -> list[_Object]:
        """Take what an operation asks for; where it asks for a mark, all after it."""
        count, after = len(wanted), list[_Object]()
        if pickletools.markobject in wanted:
            count = wanted.index(pickletools.markobject)
            after, self._stack = self._stack, self._before_marks.pop()
        first = len(self._stack) - count
        if first < 0:
            raise LookupError(count)
        taken = self._stack[first:]
        del self._stack[first:]
        return taken + after
