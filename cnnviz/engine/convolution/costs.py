"""What an operation has to learn and to compute, and what it would be without a window."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cost:
    """The parameters and multiply-adds of a layer.

    Attributes
    ----------
    parameters
        Kernel numbers and biases.
    multiply_adds
        Products summed over all output cells; biases are not counted.
    """

    parameters: int
    multiply_adds: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OperationCost:
    """The parameters and arithmetic of one operation, over all output channels.

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
    has_biases
        Whether biases are among the parameters.
    """

    parameters: int = 0
    multiplications: int = 0
    comparisons: int = 0
    additions: int = 0
    inputs: int
    outputs: int
    seen: int
    has_biases: bool = False


def fully_connected(inputs: int, outputs: int, bias: bool = True) -> Cost:
    """Return the cost of a layer with a weight from every input to every output.

    Examples
    --------
    F6 of LeNet-5:

    >>> fully_connected(120, 84)
    Cost(parameters=10164, multiply_adds=10080)
    """
    products = inputs * outputs
    return Cost(products + (outputs if bias else 0), products)


def equal_size(own: OperationCost) -> Cost:
    """Return the cost of a fully connected layer of the same input and output size.

    It has biases where the operation has.
    """
    return fully_connected(own.inputs, own.outputs, own.has_biases)
