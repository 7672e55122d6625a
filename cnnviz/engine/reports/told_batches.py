"""The batches of a run as columns of numbers: a million of them fit into 70 MB."""

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import fields
from math import isnan, nan
from typing import Any, Final, overload

from typing_extensions import override

from cnnviz.engine.training.events import BatchDone

_COUNTS: Final = frozenset(("epoch", "batch", "step", "pictures_seen"))


class ToldBatches(Sequence[BatchDone]):
    """All batches that a run has told, the first one first."""

    def __init__(self) -> None:
        self._columns: dict[str, array[Any]] = {
            field.name: array("q" if field.name in _COUNTS else "d")
            for field in fields(BatchDone)
        }

    def append(self, batch: BatchDone) -> None:
        """Take the next batch."""
        for name, column in self._columns.items():
            value = getattr(batch, name)
            column.append(nan if value is None else value)

    @override
    def __len__(self) -> int:
        return len(self._columns["step"])

    @overload
    def __getitem__(self, index: int) -> BatchDone: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[BatchDone]: ...

    @override
    def __getitem__(self, index: int | slice) -> BatchDone | Sequence[BatchDone]:
        if isinstance(index, slice):
            return list(self._batches(index))
        at = range(len(self))[index]
        return next(self._batches(slice(at, at + 1)))

    @override
    def __iter__(self) -> Iterator[BatchDone]:
        return self._batches(slice(None))

    def _batches(self, which: slice) -> Iterator[BatchDone]:
        columns = [column[which] for column in self._columns.values()]
        for *told, compute, wait in zip(*columns, strict=True):
            # NaN stands for a time that was not told.
            times = (None if isnan(value) else value for value in (compute, wait))
            yield BatchDone(*told, *times)
