"""A JSON object of a file, whose values are asked for by key and checked one by one."""

import re
from collections.abc import Iterator
from typing import Any, TypeVar

from cnnviz.engine.errors import CnnvizError
from cnnviz.pages.convolution.model import checks
from cnnviz.pages.convolution.model.checks import Check

T = TypeVar("T")


class Record:
    """A JSON object of a file, whose values are asked for by key."""

    def __init__(self, values: dict[str, Any], file: str, place: str = "") -> None:
        self._values = values
        self._file = file
        self._place = place

    def damaged(self, key: str) -> CnnvizError:
        """Return the error that names a value's place."""
        return CnnvizError("lab_damaged", file=self._file, place=f"{self._place}{key}")

    def has(self, key: str) -> bool:
        """Whether there is such a value, other than null."""
        return self._values.get(key) is not None

    def keys_like(self, pattern: re.Pattern[str], most: int) -> Iterator[str]:
        """Yield the names of all values, each of which must look so."""
        for number, key in enumerate(self._values):
            if number >= most or not pattern.fullmatch(key):
                raise self.damaged(key[:60])
            yield key

    def part(self, key: str) -> "Record":
        """Return an object within this one."""
        values = self.read(key, checks.exactly(dict))
        return Record(values, self._file, f"{self._place}{key}.")

    def read(self, key: str, check: Check[T]) -> T:
        """Return a value; null and a key that is not there are read as ``None``.

        Raises
        ------
        CnnvizError
            ``lab_damaged`` when the check raises anything.
        """
        try:
            return check(self._values.get(key))
        except (CnnvizError, TypeError, ValueError, OverflowError) as error:
            raise self.damaged(key) from error
