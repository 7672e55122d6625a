"""From what was asked for to an operation of the engine, or to the reason why not."""

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.convolution.activations import ActivationSpec
from cnnviz.engine.convolution.one_dimensional import SignalSpec
from cnnviz.engine.convolution.operations import (
    Convolution,
    Operation,
    Pooling,
    SignalConvolution,
    TransposedConvolution,
)
from cnnviz.engine.convolution.pooling import PoolSpec, global_pool
from cnnviz.engine.convolution.spec import ConvSpec, Pair
from cnnviz.engine.convolution.transposed import TransposedSpec
from cnnviz.engine.errors import CnnvizError
from cnnviz.pages.convolution.model.kernel_bank import KernelBank
from cnnviz.pages.convolution.model.lab_settings import (
    LARGEST_KERNEL,
    LARGEST_PADDING,
    LabSettings,
    PoolSettings,
)
from cnnviz.state.lab_input import LabInput


def operation_of(settings: LabSettings, given: LabInput) -> Operation:
    """Return the operation that is asked for on a picture.

    Raises
    ------
    CnnvizError
        ``kernel_size_too_large``, ``padding_too_large`` and what the engine's specs
        and operations raise.
    """
    match settings.operation:
        case "convolution":
            return _convolution(settings, given)
        case "transposed":
            return _transposed(settings, given)
        case "pooling":
            return Pooling(given.values_chw, pool_spec(settings.pooling, given.size_hw))
        case "signal":
            return _signal(settings)


def why_impossible(settings: LabSettings, given: LabInput) -> CnnvizError | None:
    """Return what the engine has against settings on a picture, or ``None``."""
    try:
        operation_of(settings, given)
        ActivationSpec(kind=settings.activation, slope=settings.slope)
    except CnnvizError as error:
        return error
    return None


def conv_spec(settings: LabSettings) -> ConvSpec:
    """Return the settings of a convolution as the engine takes them.

    Raises
    ------
    CnnvizError
        ``kernel_size_too_large``, ``padding_too_large`` and what ``ConvSpec`` raises.
    """
    spec = ConvSpec(
        kernel=settings.kernel_size,
        stride=settings.stride,
        padding=settings.padding,
        padding_mode=settings.padding_mode,
        dilation=settings.dilation,
        flip=settings.flip,
        groups=settings.groups,
    )
    _check_kernel_size(settings.kernel_size)
    if not isinstance(settings.padding, str):
        _check_padding(max(settings.padding))
    return spec


def transposed_spec(settings: LabSettings) -> TransposedSpec:
    """Return the settings of a transposed convolution as the engine takes them.

    Raises
    ------
    CnnvizError
        ``kernel_size_too_large``, ``padding_too_large`` and what ``TransposedSpec``
        raises.
    """
    asked = settings.transposed
    spec = TransposedSpec(
        kernel=settings.kernel_size,
        stride=asked.stride,
        padding=asked.padding,
        output_padding=asked.output_padding,
        dilation=asked.dilation,
        groups=settings.groups,
        flip=settings.flip,
    )
    _check_kernel_size(settings.kernel_size)
    _check_padding(max(asked.padding))
    return spec


def pool_spec(asked: PoolSettings, input_hw: Pair) -> PoolSpec:
    """Return the settings of a pooling as the engine takes them.

    Raises
    ------
    CnnvizError
        What ``PoolSpec`` raises.
    """
    if asked.is_global:
        return global_pool(asked.kind, input_hw)
    return PoolSpec(
        kind=asked.kind,
        size=asked.size,
        stride=asked.stride,
        padding=asked.padding,
        counts_padding=asked.counts_padding,
    )


def fitted_bank(settings: LabSettings, channels: int) -> KernelBank:
    """Return the kernels with as many planes as the input channels of one group."""
    groups = settings.groups
    planes = channels // groups if 0 < groups <= channels else channels
    return settings.bank.with_planes(planes)


def transposed_kernels(
    bank: KernelBank, channels: int, groups: int
) -> NDArray[np.float32]:
    """Return kernels as a transposed convolution takes them: ``C x O/groups x kh x kw``.

    Examples
    --------
    >>> from cnnviz.pages.convolution.model.kernel_bank import one_kernel
    >>> transposed_kernels(one_kernel(np.eye(3)).with_outputs(4), 2, 2).shape
    (2, 2, 3, 3)
    """
    outputs, planes, height, width = bank.weights_oikk.shape
    if outputs % groups or channels % groups:
        raise CnnvizError(
            "groups_do_not_divide", groups=groups, channels=channels, outputs=outputs
        )
    grouped = bank.weights_oikk.reshape(
        groups, outputs // groups, planes, height, width
    )
    return np.ascontiguousarray(
        grouped.transpose(0, 2, 1, 3, 4).reshape(
            groups * planes, outputs // groups, height, width
        )
    )


def _convolution(settings: LabSettings, given: LabInput) -> Convolution:
    spec = conv_spec(settings)
    _check_groups(settings, given)
    return Convolution(
        given.values_chw,
        fitted_bank(settings, given.channels).weights_oikk,
        spec,
        np.array(settings.biases, np.float32),
    )


def _transposed(settings: LabSettings, given: LabInput) -> TransposedConvolution:
    spec = transposed_spec(settings)
    _check_groups(settings, given)
    bank = fitted_bank(settings, given.channels)
    return TransposedConvolution(
        given.values_chw,
        transposed_kernels(bank, given.channels, settings.groups),
        spec,
        np.array(settings.biases, np.float32),
    )


def _signal(settings: LabSettings) -> SignalConvolution:
    asked = settings.signal
    return SignalConvolution(
        np.array(asked.values),
        np.array(asked.kernel),
        SignalSpec(stride=asked.stride, padding=asked.padding, flip=asked.flip),
        np.array([asked.bias]),
    )


def _check_groups(settings: LabSettings, given: LabInput) -> None:
    groups, outputs = settings.groups, settings.bank.outputs
    if given.channels % groups or outputs % groups:
        raise CnnvizError(
            "groups_do_not_divide",
            groups=groups,
            channels=given.channels,
            outputs=outputs,
        )


def _check_kernel_size(size: Pair) -> None:
    if max(size) > LARGEST_KERNEL:
        raise CnnvizError(
            "kernel_size_too_large",
            height=size[0],
            width=size[1],
            limit=LARGEST_KERNEL,
        )


def _check_padding(padding: int) -> None:
    if padding > LARGEST_PADDING:
        raise CnnvizError("padding_too_large", padding=padding, limit=LARGEST_PADDING)
