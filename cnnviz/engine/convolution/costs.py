"""What an operation has to learn and to compute, and what it would be without a window."""

from dataclasses import dataclass
from math import prod

from cnnviz.engine.convolution.operations import (
    Convolution,
    Operation,
    Pooling,
    SignalConvolution,
    TransposedConvolution,
)
from cnnviz.engine.convolution.shapes import Cost, cost


@dataclass(frozen=True, slots=True)
class OperationCost:
    """What one operation takes, all output channels together.

    Attributes
    ----------
    parameters
        Kernel numbers and biases.
    multiplications
        Products of an input number (or an added 0) with a weight. The zeros that a
        transposed convolution puts between the cells are not counted: nobody computes
        them.
    comparisons, additions
        Of a pooling, which multiplies nothing: cells of a window minus 1, for every
        output number.
    inputs, outputs
        How many numbers go in and come out.
    seen
        On how many input numbers one output number depends at most.
    """

    parameters: int
    multiplications: int
    comparisons: int
    additions: int
    inputs: int
    outputs: int
    seen: int


def operation_cost(operation: Operation) -> OperationCost:
    """Return what an operation takes.

    Examples
    --------
    C1 of LeNet-5:

    >>> import numpy as np
    >>> from cnnviz.engine.convolution.spec import ConvSpec
    >>> picture, kernels = np.zeros((1, 32, 32)), np.zeros((6, 1, 5, 5))
    >>> c1 = Convolution(picture, kernels, ConvSpec(kernel=(5, 5)), np.zeros(6))
    >>> operation_cost(c1).parameters, operation_cost(c1).multiplications
    (156, 117600)
    """
    match operation:
        case Convolution():
            return _convolution(operation)
        case TransposedConvolution():
            return _transposed(operation)
        case Pooling():
            return _pooling(operation)
        case SignalConvolution():
            return _signal(operation)


def fully_connected(inputs: int, outputs: int, bias: bool = True) -> Cost:
    """Return what a layer takes in which every input has a weight for every output.

    Examples
    --------
    F6 of LeNet-5:

    >>> fully_connected(120, 84)
    Cost(parameters=10164, multiply_adds=10080)
    """
    products = inputs * outputs
    return Cost(products + (outputs if bias else 0), products)


def equal_size(operation: Operation) -> Cost:
    """Return what a fully connected layer of equal input and output size takes.

    It has biases where the operation has.
    """
    own = operation_cost(operation)
    bias = getattr(operation, "bias_o", None) is not None
    return fully_connected(own.inputs, own.outputs, bias)


def _convolution(operation: Convolution) -> OperationCost:
    channels, height, width = operation.input_chw.shape
    spec, has_bias = operation.spec, operation.bias_o is not None
    own = cost(spec, (channels, height, width), operation.outputs, has_bias)
    return OperationCost(
        parameters=own.parameters,
        multiplications=own.multiply_adds,
        comparisons=0,
        additions=0,
        inputs=operation.input_chw.size,
        outputs=operation.outputs * prod(operation.sweep.output_hw),
        seen=min(channels // spec.groups * prod(spec.kernel), operation.input_chw.size),
    )


def _transposed(operation: TransposedConvolution) -> OperationCost:
    spec, channels = operation.spec, len(operation.input_chw)
    weights = operation.kernels_iokk.size
    biases = 0 if operation.bias_o is None else len(operation.bias_o)
    reached = [
        _reached(spec.kernel[axis], spec.stride[axis], spec.dilation[axis])
        for axis in (0, 1)
    ]
    return OperationCost(
        parameters=weights + biases,
        # Each input number meets its channel's whole kernels once.
        multiplications=weights * prod(operation.input_hw),
        comparisons=0,
        additions=0,
        inputs=operation.input_chw.size,
        outputs=operation.outputs * prod(operation.sweep.output_hw),
        seen=min(channels // spec.groups * prod(reached), operation.input_chw.size),
    )


def _reached(kernel: int, stride: int, dilation: int) -> int:
    """Return how many kernel cells lie on cells of the picture at once, along one axis."""
    phases = [dilation * cell % stride for cell in range(kernel)]
    return max(phases.count(phase) for phase in phases)


def _pooling(operation: Pooling) -> OperationCost:
    window = prod(operation.spec.size)
    outputs = operation.outputs * prod(operation.sweep.output_hw)
    is_choice = operation.spec.kind in ("max", "min")
    work = outputs * (window - 1)
    return OperationCost(
        parameters=0,
        multiplications=0,
        comparisons=work if is_choice else 0,
        additions=0 if is_choice else work,
        inputs=operation.input_chw.size,
        outputs=outputs,
        seen=min(window, prod(operation.input_hw)),
    )


def _signal(operation: SignalConvolution) -> OperationCost:
    kernel, (_, outputs) = len(operation.kernel_k), operation.sweep.output_hw
    biases = 0 if operation.bias_o is None else 1
    return OperationCost(
        parameters=kernel + biases,
        multiplications=kernel * outputs,
        comparisons=0,
        additions=0,
        inputs=len(operation.signal_n),
        outputs=outputs,
        seen=min(kernel, len(operation.signal_n)),
    )
