"""The torch modules of layers that torch has not, or has otherwise; imported to build.

Parameters that are to be drawn are made on the device that holds nothing, so that no
number is taken from the global generator; `build.build` gives them memory and
`build.initialize` numbers, through ``draw`` where a module has one.
"""

from collections.abc import Callable, Sequence
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


_COMBINE: Final[dict["PoolKind", Callable[..., Tensor]]] = {
    "max": torch.amax,
    "min": torch.amin,
    "sum": torch.sum,
    "average": torch.mean,
}
_PLAIN_ACTIVATIONS: Final[dict[str, type[nn.Module]]] = {
    "none": nn.Identity,
    "relu": nn.ReLU,
    "sigmoid": nn.Sigmoid,
    "tanh": nn.Tanh,
}


class Function(nn.Module):
    """A layer without numbers of its own: a function of its inputs."""

    def __init__(self, compute: Callable[..., Tensor]) -> None:
        super().__init__()
        self._compute = compute

    def forward(self, *inputs: Tensor) -> Tensor:
        """Compute it."""
        return self._compute(*inputs)


class PaddedConv2d(nn.Conv2d):
    """Torch's convolution, with padding before it where it knows none such."""

    def __init__(
        self, spec: ConvSpec, amounts: Amounts, inputs: int, outputs: int, bias: bool
    ) -> None:
        even = amounts.top == amounts.bottom and amounts.left == amounts.right
        super().__init__(
            inputs,
            outputs,
            spec.kernel,
            stride=spec.stride,
            padding=(amounts.top, amounts.left) if even else 0,
            dilation=spec.dilation,
            groups=spec.groups,
            bias=bias,
            padding_mode=spec.padding_mode if even else "zeros",
            device="meta",
        )
        self._before = Amounts(0, 0, 0, 0) if even else amounts
        self._mode = _TORCH_MODES[spec.padding_mode]

    def sees_all_of(self, shape: Sequence[int]) -> bool:
        """Whether one window covers all cells of ``C x H x W`` maps, and no others."""
        before = self._before
        sides = (before.top, before.bottom, before.left, before.right, *self.padding)
        is_plain = self.groups == 1 and self.dilation == (1, 1) and not any(sides)
        return is_plain and self.kernel_size == tuple(shape[1:])

    def forward(self, input: Tensor) -> Tensor:
        """Pad where the sides differ, then convolve."""
        return super().forward(_padded(input, self._before, self._mode))


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
    """Return torch's own pooling where there is one, else ours.

    Ours pads with cells that never win and add nothing.
    """
    kind, kernel, stride = layer.kind, layer.kernel, layer.stride
    if layer.padding != "same" and kind == "max":
        return nn.MaxPool2d(kernel, stride, layer.padding, ceil_mode=layer.ceil_mode)
    if layer.padding != "same" and kind == "average":
        around, partial = layer.counts_padding, layer.ceil_mode
        return nn.AvgPool2d(kernel, stride, layer.padding, partial, around)
    amounts = Amounts(rows.before, rows.after, columns.before, columns.after)
    counted = torch.outer(torch.tensor(rows.counted), torch.tensor(columns.counted))

    def pooled(maps: Tensor) -> Tensor:
        if kind in ("max", "min"):
            sign = 1 if kind == "max" else -1
            lowest = _padded(sign * maps, amounts, "constant", -torch.inf)
            return sign * functional.max_pool2d(lowest, kernel, stride)
        around = _padded(maps, amounts, "constant")
        sums = functional.avg_pool2d(around, kernel, stride, divisor_override=1)
        return sums / counted.to(sums.device) if kind == "average" else sums

    return Function(pooled)


def global_pool2d(kind: "PoolKind") -> nn.Module:
    """Return what makes one number of each map: ``N x C x 1 x 1``."""
    combine = _COMBINE[kind]
    return Function(lambda maps: combine(maps, (2, 3), keepdim=True))


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


class BatchNorm(nn.BatchNorm2d):
    """Batch normalization of maps or vectors, one number a channel included.

    A last batch may have that. Torch refuses it, for one number has no variance: the
    running numbers are used.
    """

    def _check_input_dim(self, input: Tensor) -> None:
        """Take vectors, too."""

    def forward(self, input: Tensor) -> Tensor:
        """Normalize."""
        if not self.training or input.numel() > input.shape[1]:
            return super().forward(input)
        mean, variance = self.running_mean, self.running_var
        return functional.batch_norm(
            input, mean, variance, self.weight, self.bias, eps=self.eps
        )


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
        case "leaky_relu":
            return nn.LeakyReLU(spec.slope)
        case "softmax":
            return nn.Softmax(dim=1)
        case kind:
            return _PLAIN_ACTIVATIONS[kind]()


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

    def chance(self) -> Tensor | None:
        """Return the state of its generator, to go on from; ``None`` before it drew."""
        return None if self._generator is None else self._generator.get_state()

    def go_on(self, chance: Tensor, device: torch.device | str) -> None:
        """Draw next what would have been drawn after a state was taken."""
        self._generator = torch.Generator(device)
        self._generator.set_state(chance)

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


def _padded(maps: Tensor, amounts: Amounts, mode: str, fill: float = 0) -> Tensor:
    sides = (amounts.left, amounts.right, amounts.top, amounts.bottom)
    if not any(sides):
        return maps
    return functional.pad(maps, sides, mode, fill if mode == "constant" else None)
