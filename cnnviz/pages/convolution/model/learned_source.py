"""Where a kernel of the lab was learned, and whether it still is the one that was taken."""

from dataclasses import dataclass

import numpy as np

from cnnviz.pages.convolution.model.kernel_bank import KernelBank


@dataclass(frozen=True, slots=True)
class LearnedSource:
    """A kernel of a network's layer, or one plane of it, as it was taken over.

    Attributes
    ----------
    output, channel
        Which of the lab's kernels it became, and which plane of that; all with ``None``.
    network, layer
        Names of the network and of its layer.
    kernel, plane
        Which kernel of the layer, and which plane of it; all with ``None``.
    numbers
        Those that were taken: a bank of one kernel. Where the lab has others by now, the
        kernel was changed by hand and is no learned one any more.
    """

    output: int
    channel: int | None
    network: str
    layer: str
    kernel: int
    plane: int | None
    numbers: KernelBank

    def is_in(self, bank: KernelBank) -> bool:
        """Whether the lab's kernel is still the one that was taken."""
        if self.output >= bank.outputs or (self.channel or 0) >= bank.planes:
            return False
        planes = slice(None) if self.channel is None else [self.channel]
        return np.array_equal(
            bank.weights_oikk[self.output][planes], self.numbers.weights_oikk[0]
        )

    def numbers_of(self, bank: KernelBank) -> KernelBank | None:
        """Return the same kernel of a layer's other weights, where it is as large."""
        if self.kernel >= bank.outputs or (self.plane or 0) >= bank.planes:
            return None
        planes = slice(None) if self.plane is None else [self.plane]
        found = KernelBank(bank.weights_oikk[[self.kernel]][:, planes])
        same = found.weights_oikk.shape == self.numbers.weights_oikk.shape
        return found if same else None
