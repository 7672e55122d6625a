"""Output sizes, padding and receptive fields."""

from dataclasses import dataclass, replace

from cnnviz.engine.convolution.spec import ConvSpec, NamedPadding, Pair
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
        named_amounts(
            spec.padding, input_hw[axis], spec.dilated_kernel[axis], spec.stride[axis]
        )
        for axis in (0, 1)
    )
    return Amounts(top, bottom, left, right)


def named_amounts(padding: NamedPadding, size: int, span: int, stride: int) -> Pair:
    """Return what a named padding adds before and after, along one axis."""
    if padding == "valid":
        return 0, 0
    if padding == "full":
        return span - 1, span - 1
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
