"""From what was asked for to an operation of the engine, or to the reason why not."""

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.convolution.activation.activations import ActivationSpec
from cnnviz.engine.convolution.operations import (
    Convolution,
    Operation,
    Pooling,
    SignalConvolution,
    TransposedConvolution,
)
from cnnviz.engine.convolution.pooling import global_pool
from cnnviz.engine.convolution.spec import (
    ConvSpec,
    PoolSpec,
    SignalSpec,
    TransposedSpec,
)
from cnnviz.engine.errors import CnnvizError
from cnnviz.pages.convolution.model.kernel_bank import KernelBank
from cnnviz.pages.convolution.model.lab_settings import (
    LARGEST_KERNEL,
    LARGEST_PADDING,
    LabSettings,
    PoolSettings,
    SignalSettings,
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
            return _pooling(settings.pooling, given)
        case "signal":
            return _signal(settings.signal)


def error_code(settings: LabSettings, given: LabInput) -> str:
    """Return what the engine has against settings on a picture; "" when nothing."""
    try:
        operation_of(settings, given)
        ActivationSpec(kind=settings.activation, slope=settings.slope)
    except CnnvizError as error:
        return error.code
    return ""


def fitted_bank(settings: LabSettings, channels: int) -> KernelBank:
    """Return the kernels with as many planes as the input channels of one group."""
    groups = settings.groups
    planes = channels // groups if 0 < groups <= channels else channels
    return settings.bank.with_planes(planes)


def transposed_kernels(bank: KernelBank, groups: int) -> NDArray[np.float32]:
    """Return kernels as a transposed convolution takes them: ``C x O/groups x kh x kw``.

    Examples
    --------
    >>> from cnnviz.pages.convolution.model.kernel_bank import one_kernel
    >>> transposed_kernels(one_kernel(np.eye(3)).with_outputs(4), 2).shape
    (2, 2, 3, 3)
    """
    outputs, planes, *size = bank.weights_oikk.shape
    grouped = bank.weights_oikk.reshape(groups, outputs // groups, planes, *size)
    swapped = grouped.transpose(0, 2, 1, 3, 4)
    return np.ascontiguousarray(
        swapped.reshape(groups * planes, outputs // groups, *size)
    )


def _convolution(settings: LabSettings, given: LabInput) -> Convolution:
    spec = ConvSpec(
        kernel=settings.kernel_size,
        stride=settings.stride,
        padding=settings.padding,
        padding_mode=settings.padding_mode,
        dilation=settings.dilation,
        flip=settings.flip,
        groups=settings.groups,
    )
    padding = () if isinstance(settings.padding, str) else settings.padding
    _check(settings, given, padding)
    return Convolution(
        given.values_chw,
        fitted_bank(settings, given.channels).weights_oikk,
        spec,
        np.array(settings.biases, np.float32),
    )


def _transposed(settings: LabSettings, given: LabInput) -> TransposedConvolution:
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
    _check(settings, given, asked.padding)
    return TransposedConvolution(
        given.values_chw,
        transposed_kernels(fitted_bank(settings, given.channels), settings.groups),
        spec,
        np.array(settings.biases, np.float32),
    )


def _pooling(asked: PoolSettings, given: LabInput) -> Pooling:
    if asked.is_global:
        spec = global_pool(asked.kind, given.size_hw)
    else:
        spec = PoolSpec(
            kind=asked.kind,
            size=asked.size,
            stride=asked.stride,
            padding=asked.padding,
            counts_padding=asked.counts_padding,
        )
    return Pooling(given.values_chw, spec)


def _signal(asked: SignalSettings) -> SignalConvolution:
    return SignalConvolution(
        np.array(asked.values),
        np.array(asked.kernel),
        SignalSpec(stride=asked.stride, padding=asked.padding, flip=asked.flip),
        np.array([asked.bias]),
    )


def _check(settings: LabSettings, given: LabInput, padding: tuple[int, ...]) -> None:
    """Refuse what the page sets no further, and groups that do not come out even."""
    height, width = settings.kernel_size
    if max(height, width) > LARGEST_KERNEL:
        raise CnnvizError(
            "kernel_size_too_large", height=height, width=width, limit=LARGEST_KERNEL
        )
    if max(padding, default=0) > LARGEST_PADDING:
        raise CnnvizError(
            "padding_too_large", padding=max(padding), limit=LARGEST_PADDING
        )
    groups, channels, outputs = settings.groups, given.channels, settings.bank.outputs
    if channels % groups or outputs % groups:
        raise CnnvizError(
            "groups_do_not_divide", groups=groups, channels=channels, outputs=outputs
        )
