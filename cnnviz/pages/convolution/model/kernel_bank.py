"""The kernels of a layer, compared by their numbers."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Rows = tuple[tuple[float, ...], ...]


@dataclass(frozen=True, slots=True, eq=False)
class KernelBank:
    """One kernel for each output channel, with one plane for each input channel.

    Attributes
    ----------
    weights_oikk
        float32, ``O x I x kh x kw``, finite; never written to. ``I`` is 1 when every
        input channel shall meet the same numbers.
    """

    weights_oikk: NDArray[np.float32]

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, KernelBank):
            return NotImplemented
        return np.array_equal(self.weights_oikk, other.weights_oikk)

    def __hash__(self) -> int:
        return hash((self.weights_oikk.shape, self.weights_oikk.tobytes()))

    @property
    def outputs(self) -> int:
        """How many kernels there are."""
        return len(self.weights_oikk)

    @property
    def planes(self) -> int:
        """For how many input channels each kernel has numbers of its own."""
        return int(self.weights_oikk.shape[1])

    @property
    def size(self) -> tuple[int, int]:
        """Height and width of every kernel."""
        _, _, height, width = self.weights_oikk.shape
        return height, width

    def plane(self, output: int, channel: int = 0) -> NDArray[np.float32]:
        """Return the numbers that an input channel meets; channels beyond begin anew.

        ``output`` beyond the last kernel counts as the last.
        """
        chosen: NDArray[np.float32] = self.weights_oikk[
            min(output, self.outputs - 1), channel % self.planes
        ]
        return chosen

    def with_planes(self, planes: int) -> "KernelBank":
        """Return the bank with so many planes a kernel; planes beyond begin anew.

        Examples
        --------
        >>> bank = one_kernel(np.array([[1.0, 2.0]]))
        >>> bank.with_planes(3).weights_oikk.shape
        (1, 3, 1, 2)
        """
        if planes == self.planes:
            return self
        return KernelBank(self.weights_oikk[:, np.arange(planes) % self.planes])

    def with_outputs(self, outputs: int) -> "KernelBank":
        """Return the bank with so many kernels; new ones repeat those there are."""
        if outputs == self.outputs:
            return self
        return KernelBank(self.weights_oikk[np.arange(outputs) % self.outputs])

    def with_plane(
        self, values: NDArray[np.float32], output: int, channel: int | None = None
    ) -> "KernelBank":
        """Return the bank with other numbers in a kernel.

        Parameters
        ----------
        values
            ``kh x kw``, for one plane or for all of them; ``I x kh x kw`` for each.
        output, channel
            Which kernel, and which of its planes; all of them when ``None``.
        """
        weights = self.weights_oikk.copy()
        chosen = slice(None) if channel is None else channel % self.planes
        weights[output, chosen] = values
        return KernelBank(weights)

    def resized(self, size: tuple[int, int]) -> "KernelBank":
        """Return the bank with kernels of another size, their middles kept."""
        if size == self.size:
            return self
        weights = np.zeros((self.outputs, self.planes, *size), np.float32)
        (old_rows, new_rows), (old_cols, new_cols) = (
            _middle(have, want) for have, want in zip(self.size, size, strict=True)
        )
        weights[:, :, new_rows, new_cols] = self.weights_oikk[:, :, old_rows, old_cols]
        return KernelBank(weights)


def one_kernel(values_hw: NDArray[np.floating]) -> KernelBank:
    """Return a bank of one kernel that every input channel meets."""
    return KernelBank(np.array(values_hw, np.float32)[np.newaxis, np.newaxis])


def as_rows(values_hw: NDArray[np.float32]) -> Rows:
    """Return a kernel's numbers as nested tuples."""
    return tuple(tuple(float(value) for value in row) for row in values_hw)


def _middle(have: int, want: int) -> tuple[slice, slice]:
    """Return what to take of the old cells, and where it goes, along one axis."""
    shared, shift = min(have, want), (want - have) // 2
    return slice(max(-shift, 0), max(-shift, 0) + shared), slice(
        max(shift, 0), max(shift, 0) + shared
    )
