"""The torch modules of layers that torch has not, or has otherwise; imported to build.

Parameters that are to be drawn are made on the device that holds nothing, so that no
number is taken from the global generator; `build.build` gives them memory and
`build.initialize` numbers, through ``draw`` where a module has one.
"""

from collections.abc import Sequence
from math import prod, sqrt
from typing import TYPE_CHECKING, Final

import torch
from torch import Tensor, nn
from torch.nn import functional

from cnnviz.engine.convolution.activation.activations import ActivationSpec
from cnnviz.engine.convolution.shapes import Amounts
from cnnviz.engine.convolution.spec import ConvSpec, PaddingMode, Pair

if TYPE_CHECKING:
    from cnnviz.engine.convolution.spec import PoolKind
    from cnnviz.engine.networks.layers.pooling import Pool2d, PoolAxis

_TORCH_MODES: Final[dict[PaddingMode, str]] = {
    "zeros": "constant",
    "reflect": "reflect",
    "replicate": "replicate",
    "circular": "circular",
}


def padded_conv2d(
    spec: ConvSpec, amounts: Amounts, inputs: int, outputs: int, bias: bool
) -> nn.Conv2d:
    """Return torch's convolution, with padding before it where it knows none such."""
    symmetric = amounts.top == amounts.bottom and amounts.left == amounts.right
    make = nn.Conv2d if symmetric else UnevenlyPaddedConv2d
    module = make(
        inputs,
        outputs,
        spec.kernel,
        stride=spec.stride,
        padding=(amounts.top, amounts.left) if symmetric else 0,
        dilation=spec.dilation,
        groups=spec.groups,
        bias=bias,
        padding_mode=spec.padding_mode if symmetric else "zeros",
        device="meta",
    )
    if isinstance(module, UnevenlyPaddedConv2d):
        module.sides = amounts
        module.mode = _TORCH_MODES[spec.padding_mode]
    return module


class UnevenlyPaddedConv2d(nn.Conv2d):
    """A convolution whose padding differs from side to side."""

    sides: Amounts
    mode: str

    def forward(self, input: Tensor) -> Tensor:
        """Pad, then convolve."""
        return super().forward(_padded(input, self.sides, self.mode))


class PartialConv2d(nn.Module):
    """A convolution whose kernels see some input maps each; one kernel a connection."""

    def __init__(
        self,
        spec: ConvSpec,
        amounts: Amounts,
        connected: tuple[int, tuple[int, ...], tuple[int, ...]],
        bias: bool,
    ) -> None:
        super().__init__()
        self._inputs, self._to, self._of = connected
        self._outputs = max(self._to) + 1
        self._spec, self._amounts = spec, amounts
        self.weight = nn.Parameter(
            torch.empty(len(self._to), *spec.kernel, device="meta")
        )
        self.bias = (
            nn.Parameter(torch.empty(self._outputs, device="meta")) if bias else None
        )

    def draw(self, generator: torch.Generator) -> None:
        """Draw each kernel by how many maps its output sees."""
        seen = torch.bincount(torch.tensor(self._to), minlength=self._outputs)
        bounds = 1 / torch.sqrt(seen[list(self._to)] * prod(self._spec.kernel))
        fresh = torch.empty(self.weight.shape).uniform_(-1, 1, generator=generator)
        self.weight.copy_(fresh * bounds[:, None, None])
        if self.bias is not None:
            self.bias.zero_()

    def forward(self, maps: Tensor) -> Tensor:
        """Convolve with whole kernels that are 0 where nothing is joined."""
        shape = (self._outputs, self._inputs, *self._spec.kernel)
        kernels = self.weight.new_zeros(shape)
        kernels[list(self._to), list(self._of)] = self.weight
        return functional.conv2d(
            _padded(maps, self._amounts, _TORCH_MODES[self._spec.padding_mode]),
            kernels,
            self.bias,
            stride=self._spec.stride,
            dilation=self._spec.dilation,
        )


def pool2d(layer: "Pool2d", rows: "PoolAxis", columns: "PoolAxis") -> nn.Module:
    """Return torch's own pooling where there is one, else ours."""
    if layer.padding != "same" and layer.kind == "max":
        return nn.MaxPool2d(
            layer.kernel, layer.stride, layer.padding, ceil_mode=layer.ceil_mode
        )
    if layer.padding != "same" and layer.kind == "average":
        return nn.AvgPool2d(
            layer.kernel,
            layer.stride,
            layer.padding,
            ceil_mode=layer.ceil_mode,
            count_include_pad=layer.counts_padding,
        )
    return PaddedPool(layer, rows, columns)


class PaddedPool(nn.Module):
    """Pooling over maps with cells around them that never win and add nothing."""

    def __init__(self, layer: "Pool2d", rows: "PoolAxis", columns: "PoolAxis") -> None:
        super().__init__()
        self._layer = layer
        self._amounts = Amounts(rows.before, rows.after, columns.before, columns.after)
        counted = torch.outer(torch.tensor(rows.counted), torch.tensor(columns.counted))
        self._counted: Tensor
        self.register_buffer("_counted", counted, persistent=False)

    def forward(self, maps: Tensor) -> Tensor:
        """Pad and pool."""
        layer, kind = self._layer, self._layer.kind
        if kind in ("max", "min"):
            sign = 1 if kind == "max" else -1
            lowest = _padded(sign * maps, self._amounts, "constant", -torch.inf)
            return sign * functional.max_pool2d(lowest, layer.kernel, layer.stride)
        around = _padded(maps, self._amounts, "constant")
        sums = functional.avg_pool2d(
            around, layer.kernel, layer.stride, divisor_override=1
        )
        return sums / self._counted if kind == "average" else sums


class GlobalPool(nn.Module):
    """One number of each map."""

    def __init__(self, kind: "PoolKind") -> None:
        super().__init__()
        self._kind = kind

    def forward(self, maps: Tensor) -> Tensor:
        """Return ``N x C x 1 x 1``."""
        match self._kind:
            case "max":
                return maps.amax((2, 3), keepdim=True)
            case "min":
                return maps.amin((2, 3), keepdim=True)
            case "sum":
                return maps.sum((2, 3), keepdim=True)
            case "average":
                return maps.mean((2, 3), keepdim=True)


class LearnedPool(nn.Module):
    """The sum of each window over a divisor, times a coefficient, plus a bias."""

    def __init__(self, channels: int, kernel: Pair, stride: Pair, divisor: int) -> None:
        super().__init__()
        self._kernel, self._stride, self._divisor = kernel, stride, divisor
        self.weight = nn.Parameter(torch.empty(channels, device="meta"))
        self.bias = nn.Parameter(torch.empty(channels, device="meta"))

    def draw(self, generator: torch.Generator) -> None:
        """Draw the coefficients as for a unit of as many inputs as the window has."""
        bound = 1 / sqrt(prod(self._kernel))
        fresh = torch.empty(self.weight.shape)
        self.weight.copy_(fresh.uniform_(-bound, bound, generator=generator))
        self.bias.zero_()

    def forward(self, maps: Tensor) -> Tensor:
        """Pool, scale and shift."""
        pooled = functional.avg_pool2d(
            maps, self._kernel, self._stride, divisor_override=self._divisor
        )
        return pooled * self.weight[:, None, None] + self.bias[:, None, None]


class _WithLoneNumbers(nn.Module):
    """Batch normalization of batches with one number a channel, as a last one may be.

    Torch refuses them: one number has no variance. The running numbers are used.
    """

    running_mean: Tensor | None
    running_var: Tensor | None
    weight: nn.Parameter
    bias: nn.Parameter
    eps: float

    def forward(self, input: Tensor) -> Tensor:
        """Normalize."""
        if not self.training or input.numel() > input.shape[1]:
            normalized: Tensor = super().forward(input)
            return normalized
        return functional.batch_norm(
            input,
            self.running_mean,
            self.running_var,
            self.weight,
            self.bias,
            eps=self.eps,
        )


class BatchNorm1d(_WithLoneNumbers, nn.BatchNorm1d):
    """Of vectors."""


class BatchNorm2d(_WithLoneNumbers, nn.BatchNorm2d):
    """Of maps."""


class SquaredDistances(nn.Module):
    """Squared distances to fixed codes."""

    def __init__(self, codes: Sequence[Sequence[float]]) -> None:
        super().__init__()
        self.codes: Tensor
        self.register_buffer("codes", torch.tensor(codes, dtype=torch.float32))

    def forward(self, numbers: Tensor) -> Tensor:
        """Return ``N x codes``."""
        return (numbers[:, None] - self.codes).square().sum(2)


def activation(spec: ActivationSpec) -> nn.Module:
    """Return torch's module for one of the lab's activations."""
    match spec.kind:
        case "none":
            return nn.Identity()
        case "relu":
            return nn.ReLU()
        case "leaky_relu":
            return nn.LeakyReLU(spec.slope)
        case "sigmoid":
            return nn.Sigmoid()
        case "tanh":
            return nn.Tanh()
        case "softmax":
            return nn.Softmax(dim=1)


class StretchedTanh(nn.Module):
    """``amplitude * tanh(steepness * x)``."""

    def __init__(self, amplitude: float, steepness: float) -> None:
        super().__init__()
        self._amplitude, self._steepness = amplitude, steepness

    def forward(self, numbers: Tensor) -> Tensor:
        """Bend each number."""
        return self._amplitude * torch.tanh(self._steepness * numbers)


class SeededDropout(nn.Module):
    """Dropout with a generator of its own: torch's draws from the global one.

    So one seed gives one run, whatever else the process draws.
    """

    def __init__(self, rate: float) -> None:
        super().__init__()
        self._rate = rate
        self._seed = 0
        self._generator: torch.Generator | None = None

    def draw(self, generator: torch.Generator) -> None:
        """Begin again, with a seed from the network's own draw."""
        self._seed = int(torch.randint(2**62, (), generator=generator))
        self._generator = None

    def forward(self, numbers: Tensor) -> Tensor:
        """Leave numbers out by chance while training."""
        if not self.training or self._rate == 0:
            return numbers
        if self._generator is None:  # on the device that the numbers are on
            self._generator = torch.Generator(numbers.device).manual_seed(self._seed)
        stays = torch.empty_like(numbers).bernoulli_(
            1 - self._rate, generator=self._generator
        )
        return numbers * stays / (1 - self._rate)


class Sum(nn.Module):
    """The sum of branches."""

    def forward(self, *branches: Tensor) -> Tensor:
        """Add them up."""
        return torch.stack(branches).sum(0)


class Joined(nn.Module):
    """The channels of branches, one after the other."""

    def forward(self, *branches: Tensor) -> Tensor:
        """Join them."""
        return torch.cat(branches, 1)


def _padded(maps: Tensor, amounts: Amounts, mode: str, fill: float = 0) -> Tensor:
    sides = (amounts.left, amounts.right, amounts.top, amounts.bottom)
    if not any(sides):
        return maps
    return functional.pad(maps, sides, mode, fill if mode == "constant" else None)
