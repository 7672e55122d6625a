"""What ``cnnviz conv`` was told, as settings and operands of the engine."""

import argparse
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.convolution.kernels import kernels_for
from cnnviz.engine.convolution.operations import Convolution, TransposedConvolution
from cnnviz.engine.convolution.spec import ConvSpec, Pair, TransposedSpec
from cnnviz.engine.errors import CnnvizError

if TYPE_CHECKING:
    from cnnviz.engine.convolution.padding import Array


def asked_operation(
    arguments: argparse.Namespace, kernel: NDArray[np.float32], pixels_chw: "Array"
) -> Convolution | TransposedConvolution:
    """Return the convolution, transposed or not, without its activation.

    Raises
    ------
    CnnvizError
        ``output_padding_alone``, ``transposed_padding``, ``transposed_padding_mode``,
        and what the specs and operations raise.
    """
    transposed, groups = arguments.transposed, arguments.groups
    if transposed and arguments.padding_mode != "zeros":
        raise CnnvizError("transposed_padding_mode", mode=arguments.padding_mode)
    if not transposed and arguments.output_padding is not None:
        raise CnnvizError("output_padding_alone")
    kernels = kernels_for(kernel, len(pixels_chw), groups, transposed=transposed)
    settings = {
        "kernel": kernels.shape[2:],
        "stride": arguments.stride,
        "dilation": arguments.dilation,
        "flip": arguments.flip,
        "groups": groups,
    }
    if transposed:
        transposed_spec = TransposedSpec(
            **settings,
            padding=_cut_off(arguments.padding),
            output_padding=arguments.output_padding or (0, 0),
        )
        bias = _bias(arguments, kernels.shape[1] * groups)
        return TransposedConvolution(pixels_chw, kernels, transposed_spec, bias)
    spec = ConvSpec(
        **settings, padding=arguments.padding, padding_mode=arguments.padding_mode
    )
    return Convolution(pixels_chw, kernels, spec, _bias(arguments, len(kernels)))


def _cut_off(padding: str | tuple[int, ...]) -> Pair:
    if padding == "valid":
        return 0, 0
    if isinstance(padding, str) or len(padding) != 2:
        given = padding if isinstance(padding, str) else ", ".join(map(str, padding))
        raise CnnvizError("transposed_padding", padding=given)
    return padding[0], padding[1]


def _bias(arguments: argparse.Namespace, outputs: int) -> NDArray[np.float32] | None:
    if arguments.bias is None:
        return None
    numbers = arguments.bias * outputs if len(arguments.bias) == 1 else arguments.bias
    return np.array(numbers, np.float32)
