"""The gradient of a kernel, and of a map, as convolutions that can be stepped through."""

from dataclasses import dataclass, replace
from math import isqrt
from typing import ClassVar

import numpy as np
from typing_extensions import override

from cnnviz.engine.convolution.expression import SumExpression, sum_of_products
from cnnviz.engine.convolution.operations import (
    AnyStep,
    Convolution,
    Traits,
    TransposedConvolution,
)
from cnnviz.engine.convolution.shapes import padding_amounts
from cnnviz.engine.convolution.spec import ConvSpec, Sides, TransposedSpec
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.networks.layers import Conv2d, Linear
from cnnviz.engine.networks.layers.convolution import connected_pairs
from cnnviz.engine.networks.layers.layer_spec import Array
from cnnviz.engine.networks.layers.windows import padded
from cnnviz.engine.training.one_step.opened_step import OpenedStep


@dataclass(frozen=True, slots=True, eq=False)
class GradientConvolution(Convolution):
    """A convolution whose kernel is a gradient, and whose output one, too."""

    traits: ClassVar[Traits] = Traits("gradient")

    @override
    def expression(self, step: AnyStep) -> SumExpression:
        """Return the sum of products behind a step; there is no bias."""
        return replace(sum_of_products(step, self.geometry), bias=None)


@dataclass(frozen=True, slots=True, eq=False)
class KernelGradient:
    """The gradient of one kernel: its input map, convolved with its output's gradient.

    Attributes
    ----------
    layer
        The layer whose kernel it is.
    kernel
        The kernel's place in the weight: output and input map of its group, or the
        connection; of a fully connected layer the unit.
    output, input_map
        The map that the kernel helps to make, and the one that it reads; ``None`` where
        a unit reads all numbers.
    source
        The layer that made the map that is read, or "input".
    operation
        Reads one channel a picture: the input map. Its kernel is the gradient of the
        output map, its dilation the stride of the layer, its stride the layer's dilation;
        its output is the gradient of the kernel.
    """

    layer: str
    kernel: tuple[int, ...]
    output: int
    input_map: int | None
    source: str
    operation: GradientConvolution


def kernel_gradient(
    step: OpenedStep, layer: Conv2d, kernel: tuple[int, ...]
) -> KernelGradient:
    """Return how the gradient of one kernel of a convolution is made.

    ``dL/dw[a, b]`` is the sum over all output cells of ``dL/dout[y, x]`` times the input
    cell that the weight met there, ``in[y * stride + a * dilation - padding, ...]``.

    Parameters
    ----------
    step
        The step that was taken.
    layer
        A convolution of its network.
    kernel
        Which kernel: the first axes of the weight.
    """
    source, read_nchw = step.read_by(layer.name)
    output, channel = _joined(layer, read_nchw.shape[1], kernel)
    map_nhw = read_nchw[:, channel]
    gradient_nhw = step.output_gradients[layer.name][:, output]
    given, sides = _as_far_as_read(layer, map_nhw, gradient_nhw.shape[1:])
    spec = ConvSpec(
        kernel=(gradient_nhw.shape[1], gradient_nhw.shape[2]),
        stride=layer.dilation,
        dilation=layer.stride,
        padding=sides,
        padding_mode=layer.padding_mode if any(sides) else "zeros",
    )
    operation = GradientConvolution(given, gradient_nhw[np.newaxis], spec)
    return KernelGradient(layer.name, kernel, output, channel, source, operation)


def unit_gradient(step: OpenedStep, layer: Linear, unit: int) -> KernelGradient:
    """Return how the gradient of all weights of one unit is made.

    Each weight meets one number only: ``dL/dw[i] = dL/dout * in[i]``. Laid out in rows,
    that is a convolution of the numbers with a kernel of one cell.

    Parameters
    ----------
    step
        The step that was taken.
    layer, unit
        A fully connected layer of its network, and which of its units.
    """
    source, read_ni = step.read_by(layer.name)
    given = read_ni.reshape(-1, *laid_out(read_ni.shape[1]))
    gradient_n = step.output_gradients[layer.name][:, unit]
    operation = GradientConvolution(
        given, gradient_n.reshape(1, -1, 1, 1), ConvSpec(kernel=(1, 1))
    )
    return KernelGradient(layer.name, (unit,), unit, None, source, operation)


def laid_out(count: int) -> tuple[int, int]:
    """Return rows and columns, as alike as can be, that hold so many numbers.

    Examples
    --------
    >>> laid_out(784), laid_out(120), laid_out(7)
    ((28, 28), (10, 12), (1, 7))
    """
    rows = next(rows for rows in range(isqrt(count), 0, -1) if count % rows == 0)
    return rows, count // rows


def _joined(layer: Conv2d, maps: int, kernel: tuple[int, ...]) -> tuple[int, int]:
    """Return the output map and the input map that a kernel joins."""
    if layer.connections_table is not None:
        outputs, seen = connected_pairs(layer.connections_table)
        return outputs[kernel[0]], seen[kernel[0]]
    output, nth = kernel
    read, _ = layer.kernels_joined(maps, output)
    return output, read[nth]


def _as_far_as_read(
    layer: Conv2d, map_nhw: Array, output_hw: tuple[int, ...]
) -> tuple[Array, Sides]:
    """Return the map without what no kernel reached, and the padding around it.

    A stride may leave rows and columns over at the end: they take no part.
    """
    hw = map_nhw.shape[1], map_nhw.shape[2]
    amounts = padding_amounts(layer.spec, hw)
    before, after = (amounts.top, amounts.left), [amounts.bottom, amounts.right]
    size = list(hw)
    for axis in (0, 1):
        steps = layer.stride[axis] * (output_hw[axis] - 1)
        used = steps + layer.dilation[axis] * (layer.kernel[axis] - 1) + 1
        after[axis] = used - before[axis] - size[axis]
        if after[axis] < 0:
            size[axis], after[axis] = size[axis] + after[axis], 0
    is_cut = tuple(size) != hw
    if is_cut and (layer.padding_mode != "zeros" or min(size) < 1):
        around = padded(map_nhw[:, np.newaxis], amounts, layer.padding_mode)[:, 0]
        rows, columns = (size[axis] + before[axis] for axis in (0, 1))
        rows, columns = rows + after[0], columns + after[1]
        return around[:, :rows, :columns], (0, 0, 0, 0)
    sides = before[0], after[0], before[1], after[1]
    return map_nhw[:, : size[0], : size[1]], sides


def map_gradient(
    step: OpenedStep, layer: Conv2d, input_map: int, picture: int = 0
) -> TransposedConvolution | None:
    """Return how the gradient of a map that a convolution reads is made, as far as it is.

    Each gradient of the output goes back through its kernel: a transposed convolution.
    A map that several layers read has the sum of what comes from each.

    Parameters
    ----------
    step, layer
        The step that was taken, and a convolution of its network.
    input_map
        The map that is read.
    picture
        Of the batch.

    Returns
    -------
    TransposedConvolution or None
        ``None`` where the padding copies cells, or lies so that none says it.
    """
    if layer.padding_mode != "zeros":
        return None
    _, read_nchw = step.read_by(layer.name)
    maps, hw = read_nchw.shape[1], (read_nchw.shape[2], read_nchw.shape[3])
    amounts = padding_amounts(layer.spec, hw)
    kernels_oikk = _whole_kernels(layer, step.before[f"{layer.name}.weight"], maps)
    seeing = [o for o in range(layer.channels) if _sees(layer, maps, o, input_map)]
    gradient_chw = step.output_gradients[layer.name][picture]
    if not seeing:
        return None
    try:
        padding = amounts.top, amounts.left
        spec = TransposedSpec(
            kernel=layer.kernel,
            stride=layer.stride,
            dilation=layer.dilation,
            padding=padding,
            output_padding=_rest(layer, hw, gradient_chw.shape[1:], padding),
        )
        kernels = kernels_oikk[seeing, input_map][:, np.newaxis]
        return TransposedConvolution(gradient_chw[seeing], kernels, spec)
    except CnnvizError:
        return None


def _rest(
    layer: Conv2d,
    hw: tuple[int, int],
    output_hw: tuple[int, ...],
    padding: tuple[int, int],
) -> tuple[int, int]:
    """Return how much larger the map is than what the kernels span."""
    span = layer.spec.dilated_kernel
    rows, columns = (
        hw[axis]
        - (layer.stride[axis] * (output_hw[axis] - 1) - 2 * padding[axis] + span[axis])
        for axis in (0, 1)
    )
    return rows, columns


def _sees(layer: Conv2d, maps: int, output: int, input_map: int) -> bool:
    return input_map in layer.kernels_joined(maps, output)[0]


def _whole_kernels(layer: Conv2d, weight: Array, maps: int) -> Array:
    """Return all kernels ``O x I x kh x kw``, of groups with 0 where nothing joins."""
    if layer.groups == 1:
        return layer.kernels_oikk(weight, maps)
    whole = np.zeros((layer.channels, maps, *layer.kernel), np.float32)
    for output in range(layer.channels):
        read, place = layer.kernels_joined(maps, output)
        whole[output, list(read)] = weight[place]
    return whole
