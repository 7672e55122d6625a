"""The one line of PyTorch that does what the loops do."""

from cnnviz.engine.convolution.activation.activations import ActivationSpec
from cnnviz.engine.convolution.operations.protocol import Operation


def torch_line(operation: Operation, activation: ActivationSpec) -> str:
    """Return the line, for tensors that are named as in the loops.

    ``F`` is ``torch.nn.functional``.

    Examples
    --------
    >>> import numpy as np
    >>> from cnnviz.engine.convolution.operations import Convolution
    >>> from cnnviz.engine.convolution.spec import ConvSpec
    >>> spec = ConvSpec(kernel=(2, 2), stride=(2, 2), padding=(0, 1, 0, 0))
    >>> convolution = Convolution(np.ones((1, 3, 4)), np.ones((1, 1, 2, 2)), spec)
    >>> print(torch_line(convolution, ActivationSpec(kind="relu")))
    output = torch.relu(F.conv2d(F.pad(picture, (0, 0, 0, 1)), kernel, stride=2))
    """
    return f"output = {activated(operation.torch_call(), activation)}"


def activated(made: str, activation: ActivationSpec) -> str:
    """Return an expression with its activation."""
    match activation.kind:
        case "none":
            return made
        case "leaky_relu":
            return f"F.leaky_relu({made}, {float(activation.slope)!r})"
        case "softmax":
            return f"torch.softmax({made}, dim=1)"
        case kind:
            return f"torch.{kind}({made})"
