"""How large things come out: padding, output, receptive field, cost."""

from dataclasses import dataclass, replace

from cnnviz.engine.convolution.spec import ConvSpec, Pair
from cnnviz.engine.errors import CnnvizError


@dataclass(frozen=True, slots=True)
class Amounts:
    """Rows and columns added around a picture."""

    top: int
    bottom: int
    left: int
    right: int


@dataclass(frozen=True, slots=True)
class ReceptiveField:
    """How much of the first input one number of a layer depends on.

    Attributes
    ----------
    size
        Rows and columns of the first input that it sees.
    jump
        Rows and columns of the first input between two neighbours of this layer.

    Examples
    --------
    LeNet-5, up to C3: 5 x 5 convolution, 2 x 2 pooling, 5 x 5 convolution.

    >>> field = ReceptiveField().through((5, 5), (1, 1)).through((2, 2), (2, 2))
    >>> field.through((5, 5), (1, 1)).size
    (14, 14)
    """

    size: Pair = (1, 1)
    jump: Pair = (1, 1)

    def through(
        self, kernel: Pair, stride: Pair, dilation: Pair = (1, 1)
    ) -> "ReceptiveField":
        """Return the field after one more layer: ``r += d (k - 1) j``, ``j *= s``."""
        (rh, rw), (jh, jw) = self.size, self.jump
        return replace(
            self,
            size=(
                rh + dilation[0] * (kernel[0] - 1) * jh,
                rw + dilation[1] * (kernel[1] - 1) * jw,
            ),
            jump=(jh * stride[0], jw * stride[1]),
        )


@dataclass(frozen=True, slots=True)
class Cost:
    """What a convolution has to learn and to compute.

    Attributes
    ----------
    parameters
        Kernel numbers and biases.
    multiply_adds
        Products summed over all output cells; biases are not counted.
    """

    parameters: int
    multiply_adds: int


def padding_amounts(spec: ConvSpec, input_hw: Pair) -> Amounts:
    """Return how many rows and columns are added on each side.

    Parameters
    ----------
    spec
        The settings; named paddings become numbers here.
    input_hw
        Height and width of the picture.

    Examples
    --------
    An odd row or column goes to the end:

    >>> padding_amounts(ConvSpec(kernel=(2, 2), padding="same"), (5, 5))
    Amounts(top=0, bottom=1, left=0, right=1)
    """
    if not isinstance(spec.padding, str):
        if len(spec.padding) == 4:
            return Amounts(*spec.padding)
        vertical, horizontal = spec.padding
        return Amounts(vertical, vertical, horizontal, horizontal)
    (top, bottom), (left, right) = (
        _named_amounts(spec, axis, input_hw[axis]) for axis in (0, 1)
    )
    return Amounts(top, bottom, left, right)


def _named_amounts(spec: ConvSpec, axis: int, size: int) -> Pair:
    """Return what a named padding adds before and after, along one axis."""
    if spec.padding == "valid":
        return 0, 0
    span = spec.dilated_kernel[axis]
    if spec.padding == "full":
        return span - 1, span - 1
    stride = spec.stride[axis]
    outputs = -(-size // stride)
    added = max((outputs - 1) * stride + span - size, 0)
    return added // 2, added - added // 2


def padded_size(spec: ConvSpec, input_hw: Pair) -> Pair:
    """Return height and width of the picture with its padding.

    Examples
    --------
    >>> padded_size(ConvSpec(kernel=(3, 3), padding="full"), (5, 5))
    (9, 9)
    """
    amounts = padding_amounts(spec, input_hw)
    return (
        input_hw[0] + amounts.top + amounts.bottom,
        input_hw[1] + amounts.left + amounts.right,
    )


def output_size(spec: ConvSpec, input_hw: Pair) -> Pair:
    """Return height and width of the result: ``floor((padded - span) / stride) + 1``.

    Raises
    ------
    CnnvizError
        ``kernel_larger_than_padded_input``.

    Examples
    --------
    >>> output_size(ConvSpec(kernel=(5, 5), stride=(2, 2)), (32, 32))
    (14, 14)
    """
    padded, span = padded_size(spec, input_hw), spec.dilated_kernel
    if span[0] > padded[0] or span[1] > padded[1]:
        raise CnnvizError(
            "kernel_larger_than_padded_input",
            kernel_height=span[0],
            kernel_width=span[1],
            input_height=padded[0],
            input_width=padded[1],
        )
    return (
        (padded[0] - span[0]) // spec.stride[0] + 1,
        (padded[1] - span[1]) // spec.stride[1] + 1,
    )


def unused(spec: ConvSpec, input_hw: Pair) -> Pair:
    """Return the rows and columns at the end of the padded picture that no window reaches.

    Raises
    ------
    CnnvizError
        ``kernel_larger_than_padded_input``.

    Examples
    --------
    >>> unused(ConvSpec(kernel=(3, 3), stride=(2, 2), padding=(1, 1)), (6, 6))
    (1, 1)
    """
    padded, outputs = padded_size(spec, input_hw), output_size(spec, input_hw)
    span, stride = spec.dilated_kernel, spec.stride
    return (
        padded[0] - (outputs[0] - 1) * stride[0] - span[0],
        padded[1] - (outputs[1] - 1) * stride[1] - span[1],
    )


def cost(
    spec: ConvSpec,
    input_chw_shape: tuple[int, int, int],
    outputs: int,
    bias: bool = True,
) -> Cost:
    """Return the parameters and multiply-adds of a convolution, channels and all.

    Parameters
    ----------
    spec
        The settings.
    input_chw_shape
        Channels, height and width of the input.
    outputs
        Output channels.
    bias
        Whether each output channel has one number more.

    Raises
    ------
    CnnvizError
        ``kernel_larger_than_padded_input``.

    Examples
    --------
    C1 of LeNet-5:

    >>> cost(ConvSpec(kernel=(5, 5)), (1, 32, 32), outputs=6)
    Cost(parameters=156, multiply_adds=117600)
    """
    channels, height, width = input_chw_shape
    out_height, out_width = output_size(spec, (height, width))
    # A kernel has cells for the channels of its own group only.
    weights = outputs * (channels // spec.groups) * spec.kernel[0] * spec.kernel[1]
    return Cost(
        parameters=weights + (outputs if bias else 0),
        multiply_adds=weights * out_height * out_width,
    )
