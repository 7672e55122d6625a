"""Which pictures, kernels and biases fit together, and how groups divide them."""

from cnnviz.engine.convolution.padding import Array
from cnnviz.engine.convolution.spec import KernelSpec
from cnnviz.engine.errors import CnnvizError


def shape_words(shape: tuple[int, ...]) -> str:
    """Return a shape as an error writes it.

    Examples
    --------
    >>> shape_words((3, 28, 28)), shape_words(())
    ('3 × 28 × 28', '1')
    """
    return " × ".join(map(str, shape)) or "1"


def check_input(input_chw: Array) -> None:
    """Refuse an input that is not a non-empty ``C x H x W`` array.

    Raises
    ------
    CnnvizError
        ``input_not_chw``.
    """
    if input_chw.ndim != 3 or 0 in input_chw.shape:
        raise CnnvizError("input_not_chw", shape=shape_words(input_chw.shape))


def check_operands(
    input_chw: Array,
    kernels: Array,
    spec: KernelSpec,
    bias_o: Array | None,
    *,
    input_first: bool = False,
) -> None:
    """Refuse operands that do not fit together.

    Parameters
    ----------
    input_chw, spec, bias_o
        As for `cnnviz.engine.convolution.apply.convolve`.
    kernels
        ``O x C/groups x kh x kw``, or ``C x O/groups x kh x kw``.
    input_first
        Whether it is the latter.

    Raises
    ------
    CnnvizError
        ``input_not_chw``, ``kernels_not_oikk``, ``kernels_not_iokk``,
        ``kernel_shape_differs``, ``channels_differ``, ``groups_do_not_divide`` or
        ``bias_length_differs``.
    """
    check_input(input_chw)
    if kernels.ndim != 4 or 0 in kernels.shape:
        raise CnnvizError(
            "kernels_not_iokk" if input_first else "kernels_not_oikk",
            shape=shape_words(kernels.shape),
        )
    first, second, height, width = kernels.shape
    if (height, width) != spec.kernel:
        raise CnnvizError(
            "kernel_shape_differs",
            height=height,
            width=width,
            spec_height=spec.kernel[0],
            spec_width=spec.kernel[1],
        )
    whole, parts = first, second * spec.groups
    channels, outputs = (whole, parts) if input_first else (parts, whole)
    if channels != len(input_chw):
        raise CnnvizError(
            "channels_differ", kernel_channels=channels, input_channels=len(input_chw)
        )
    if whole % spec.groups:
        raise CnnvizError(
            "groups_do_not_divide",
            groups=spec.groups,
            channels=channels,
            outputs=outputs,
        )
    if bias_o is not None and bias_o.shape != (outputs,):
        raise CnnvizError(
            "bias_length_differs", biases=shape_words(bias_o.shape), outputs=outputs
        )


def group_of(
    output_channel: int, outputs: int, spec: KernelSpec, channels: int
) -> slice:
    """Return the input channels that an output channel sees: those of its group.

    Examples
    --------
    >>> spec = KernelSpec(kernel=(1, 1), groups=2)
    >>> group_of(3, outputs=4, spec=spec, channels=6)
    slice(3, 6, None)
    """
    width = channels // spec.groups
    first = output_channel * spec.groups // outputs * width
    return slice(first, first + width)


def turned(kernels: Array, spec: KernelSpec) -> Array:
    """Return the kernels as they are laid: turned by 180 degrees when ``spec.flip``.

    Examples
    --------
    >>> import numpy as np
    >>> turned(np.array([[1, 2]]), KernelSpec(kernel=(1, 2), flip=True))
    array([[2, 1]])
    """
    return kernels[..., ::-1, ::-1] if spec.flip else kernels
