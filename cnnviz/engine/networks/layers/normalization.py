"""Layers that bring numbers to a common scale."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import prod
from typing import TYPE_CHECKING

import numpy as np
from typing_extensions import override

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.messages.marking import QT_TRANSLATE_NOOP
from cnnviz.engine.networks.layers.layer_spec import (
    Array,
    Indices,
    LayerSpec,
    Shape,
)

if TYPE_CHECKING:
    from torch import nn


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchNorm(LayerSpec):
    """Each channel shifted and scaled to mean 0 and variance 1, then as it has learned.

    While training the batch's own mean and variance are used, and running ones are
    kept: those are used afterwards.

    Attributes
    ----------
    epsilon
        Added to the variance (torch 1e-5, Keras 1e-3).
    momentum
        How much of the newest batch goes into the running numbers, as torch says it
        (0.1; what Keras calls 0.99 is 0.01 here).
    """

    epsilon: float = 1e-5
    momentum: float = 0.1

    key = "batch_norm"
    word = QT_TRANSLATE_NOOP("LayerWords", "batch normalization")
    title_text = QT_TRANSLATE_NOOP("LayerWords", "{label} · batch normalization")
    meaning_text = QT_TRANSLATE_NOOP(
        "LayerWords",
        "From each map its mean is subtracted, and the result is divided by "
        "its standard deviation, both measured during training; then it is "
        "multiplied by one learned number and another is added. Parameters: "
        "{weights}.",
    )
    is_titled_by_source = True
    is_signed = True
    normalizes_batch = True

    @property
    @override
    def works_on_each(self) -> bool:
        return True

    @override
    def parameters(self, inputs: Sequence[Shape]) -> dict[str, Shape]:
        """Return the shapes of weight and bias, one number a channel each."""
        channels = inputs[0][:1]
        return {"weight": channels, "bias": channels}

    @override
    def buffers(self, inputs: Sequence[Shape]) -> dict[str, Shape]:
        channels = inputs[0][:1]
        return {
            "running_mean": channels,
            "running_var": channels,
            "num_batches_tracked": (),
        }

    @override
    def multiply_adds(self, inputs: Sequence[Shape]) -> int:
        """Return one a number: mean, deviation, weight and bias make one factor."""
        return prod(inputs[0])

    @override
    def build(self, inputs: Sequence[Shape]) -> "nn.Module":
        from cnnviz.engine.networks.layers import modules

        channels = inputs[0][0]
        return modules.BatchNorm(channels, eps=self.epsilon, momentum=self.momentum)

    @override
    def batch_statistics(self, inputs: Sequence[Array]) -> dict[str, Array]:
        """Return ``batch_mean`` and ``batch_var``, float32, one number a channel.

        The variance is the biased one, as torch normalizes with. Nothing where the batch
        has one number a channel: that has no variance, and the running ones are used.

        Examples
        --------
        >>> maps_nchw = np.float32([[[[1, 3]], [[5, 5]]]])
        >>> found = BatchNorm(name="bn").batch_statistics([maps_nchw])
        >>> found["batch_mean"].tolist(), found["batch_var"].tolist()
        ([2.0, 5.0], [1.0, 0.0])
        """
        (numbers,) = inputs
        if numbers.size <= numbers.shape[1]:
            return {}
        axes = (0, *range(2, numbers.ndim))
        # In float64: a sum of all numbers of large maps is not exact otherwise.
        mean, variance = (
            measured(axes, dtype=np.float64).astype(np.float32)
            for measured in (numbers.mean, numbers.var)
        )
        return {"batch_mean": mean, "batch_var": variance}

    @override
    def forward(self, inputs: Sequence[Array], weights: Mapping[str, Array]) -> Array:
        """Normalize with the mean and variance of the batch, if given, or the running."""
        (numbers,) = inputs
        mean, variance = mean_and_variance(weights)
        scale = weights["weight"] / np.sqrt(variance + np.float32(self.epsilon))
        shift = weights["bias"] - mean * scale
        per_channel = (-1,) + (1,) * (numbers.ndim - 2)
        scaled: Array = numbers * scale.reshape(per_channel)
        scaled += shift.reshape(per_channel)
        return scaled


def mean_and_variance(weights: Mapping[str, Array]) -> tuple[Array, Array]:
    """Return what batch normalization uses, one number a channel each.

    The batch's own where they are among the weights, else the running ones.
    """
    kind = "batch" if "batch_mean" in weights else "running"
    return weights[f"{kind}_mean"], weights[f"{kind}_var"]


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalResponseNorm(LayerSpec):
    """Each number divided by what the neighbouring channels hold at its place.

    ``x / (k + alpha / size * sum of squares) ** beta`` as in torch, whose ``alpha`` is
    the published one times ``size``.
    """

    size: int = 5
    alpha: float = 1e-4
    beta: float = 0.75
    k: float = 1.0

    key = "local_response_norm"
    word = QT_TRANSLATE_NOOP("LayerWords", "response normalization")
    title_text = QT_TRANSLATE_NOOP(
        "LayerWords", "{label} · local response normalization"
    )
    meaning_text = QT_TRANSLATE_NOOP(
        "LayerWords",
        "Each number is divided by a sum over {size} neighbouring {size|map|maps} at "
        "its place: strong numbers weaken those of the other maps.",
    )
    is_titled_by_source = True

    def __post_init__(self) -> None:
        if self.size < 1:
            raise CnnvizError("neighbours_too_few", size=self.size)

    @property
    @override
    def is_linear(self) -> bool:
        return False

    @override
    def output_shape(self, inputs: Sequence[Shape]) -> Shape:
        """Return the shape of the input, which must be maps."""
        return self.maps(inputs[0])

    @override
    def channels_read(
        self, inputs: Sequence[Shape], channels: Indices
    ) -> tuple[Indices, ...]:
        """Return the neighbours that there are."""
        first = channels[:, np.newaxis] - self.size // 2
        near = np.unique(first + np.arange(self.size))
        return (near[(near >= 0) & (near < inputs[0][0])],)

    @override
    def multiply_adds(self, inputs: Sequence[Shape]) -> int:
        """Return ``size`` squares for each number."""
        return prod(inputs[0]) * self.size

    @override
    def build(self, inputs: Sequence[Shape]) -> "nn.Module":
        from torch import nn

        return nn.LocalResponseNorm(self.size, self.alpha, self.beta, self.k)

    @override
    def forward(self, inputs: Sequence[Array], weights: Mapping[str, Array]) -> Array:
        """Divide float32 maps N × C × H × W by a power of their neighbours' squares."""
        (maps_nchw,) = inputs
        channels, before = maps_nchw.shape[1], self.size // 2
        own = maps_nchw**2
        squares = np.zeros_like(maps_nchw)
        # Neighbours that there are: the size may go far beyond the first and last map.
        for shift in range(
            max(-before, 1 - channels), min(self.size - before, channels)
        ):
            first, last = max(0, -shift), min(channels, channels - shift)
            squares[:, first:last] += own[:, first + shift : last + shift]
        squares *= np.float32(self.alpha / self.size)
        squares += np.float32(self.k)
        return np.asarray(maps_nchw / squares ** np.float32(self.beta))
