"""What the bars of a convolution in one dimension show: numbers, places, ranges."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.convolution.activation.activations import ActivationSpec, value
from cnnviz.engine.convolution.one_dimensional import (
    convolve_signal,
    signal_padding,
    signal_unused,
)
from cnnviz.engine.convolution.operations import SignalConvolution
from cnnviz.pages.convolution.model.lab_settings import SignalSettings

Numbers = NDArray[np.float64]
Range = tuple[float, float]


@dataclass(frozen=True, slots=True, eq=False)
class SignalPicture:
    """A whole convolution along a signal, as it is drawn; places count from the signal.

    Place 0 is the signal's first number; the padding before it has negative places.

    Attributes
    ----------
    signal_n, kernel_k, output_m
        The numbers; the kernel as applied, the output after the activation.
    before, after
        How many zeros are added at the start and at the end.
    stride
        Places that the kernel moves at each step.
    unused
        Places at the end that no window reaches.
    product_range
        The smallest and the largest product anywhere along the signal, and 0.
    bias, activation
        What each sum became an output with.
    """

    signal_n: Numbers
    kernel_k: Numbers
    output_m: Numbers
    before: int
    after: int
    stride: int
    unused: int
    product_range: Range
    bias: float = 0.0
    activation: ActivationSpec = field(default_factory=ActivationSpec)

    @property
    def first(self) -> int:
        """The first place that is drawn."""
        return -self.before

    @property
    def end(self) -> int:
        """One beyond the last place that is drawn."""
        return len(self.signal_n) + self.after

    @property
    def output_width(self) -> int:
        """How many places an output cell may take without touching the next."""
        return min(self.stride, len(self.kernel_k))

    def value(self, place: int) -> float:
        """Return the number at a place, 0 in the padding."""
        inside = 0 <= place < len(self.signal_n)
        return float(self.signal_n[place]) if inside else 0.0

    def start(self, position: int) -> int:
        """Return the place of a window's first cell; one window for each output cell."""
        return position * self.stride - self.before

    def middle(self, position: float) -> float:
        """Return the place above an output cell: the middle of its window."""
        return position * self.stride - self.before + (len(self.kernel_k) - 1) / 2

    def position_near(self, place: float) -> int:
        """Return the output cell whose window has its middle nearest to a place."""
        away = place + self.before - (len(self.kernel_k) - 1) / 2
        return min(max(round(away / self.stride), 0), len(self.output_m) - 1)

    def fed_by(self, place: int) -> range:
        """Return the output cells that a place of the signal is part of."""
        reached = place + self.before
        first = -((len(self.kernel_k) - 1 - reached) // self.stride)
        return range(max(first, 0), min(reached // self.stride + 1, len(self.output_m)))

    def met_by(self, weight: int) -> range:
        """Return the places that one number of the kernel ever meets."""
        first = weight - self.before
        return range(first, first + len(self.output_m) * self.stride, self.stride)

    def products(self, position: int) -> Numbers:
        """Return the products of one window."""
        start = self.start(position)
        window = [self.value(start + weight) for weight in range(len(self.kernel_k))]
        return np.array(window) * self.kernel_k


def signal_picture(
    operation: SignalConvolution, activation: ActivationSpec | None = None
) -> SignalPicture:
    """Return what is drawn of a convolution.

    Examples
    --------
    >>> from cnnviz.engine.convolution.one_dimensional import SignalSpec
    >>> spec = SignalSpec(padding="same")
    >>> drawn = signal_picture(
    ...     SignalConvolution(np.arange(4.0), np.ones(3), spec)
    ... )
    >>> drawn.first, drawn.end, drawn.output_m.tolist(), list(drawn.fed_by(0))
    (-1, 5, [1.0, 3.0, 6.0, 5.0], [0, 1])
    """
    spec = operation.spec
    signal = np.asarray(operation.signal_n, np.float64)
    kernel = np.asarray(operation.kernel_k, np.float64)
    after = activation or ActivationSpec()
    output = value(convolve_signal(signal, kernel, spec, operation.bias), after)
    zeros = signal_padding(spec, len(signal), len(kernel))
    return SignalPicture(
        signal_n=signal,
        kernel_k=kernel[::-1] if spec.flip else kernel,
        output_m=output,
        before=zeros[0],
        after=zeros[1],
        stride=spec.stride,
        unused=signal_unused(spec, len(signal), len(kernel)),
        product_range=_product_range(signal, kernel),
        bias=operation.bias,
        activation=after,
    )


def unmet_picture(asked: SignalSettings) -> SignalPicture:
    """Return signal and kernel alone, where the one cannot move along the other."""
    signal, kernel = np.array(asked.values), np.array(asked.kernel)
    return SignalPicture(
        signal_n=signal,
        kernel_k=kernel[::-1] if asked.flip else kernel,
        output_m=np.zeros(0),
        before=0,
        after=max(len(kernel) - len(signal), 0),
        stride=1,
        unused=0,
        product_range=_product_range(signal, kernel),
    )


def _product_range(signal: Numbers, kernel: Numbers) -> Range:
    """Return the range of all products, the same at every step of a walk."""
    low, high = min(signal.min(), 0.0), max(signal.max(), 0.0)
    products = np.concatenate([kernel * low, kernel * high, [0.0]])
    return float(products.min()), float(products.max())
