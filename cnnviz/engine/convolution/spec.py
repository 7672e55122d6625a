"""What a convolution is asked to do, apart from the numbers that it works on."""

from dataclasses import dataclass
from typing import Literal, get_args

from cnnviz.engine.errors import CnnvizError

Pair = tuple[int, int]
"""Vertical first, horizontal second."""

Sides = tuple[int, int, int, int]
"""Top, bottom, left, right."""

NamedPadding = Literal["valid", "same", "full"]
PaddingMode = Literal["zeros", "reflect", "replicate", "circular"]


@dataclass(frozen=True, slots=True, kw_only=True)
class KernelSpec:
    """The settings that all convolutions have, validated on construction.

    Attributes
    ----------
    kernel
        Kernel height and width, in cells, each at least 1.
    stride
        Cells between two neighbouring places of the kernel, each at least 1.
    dilation
        Distance between neighbouring kernel cells, each at least 1.
    flip
        Turn the kernel by 180 degrees first: true convolution. Frameworks do not, and
        compute a cross-correlation; so does ``flip=False``.
    groups
        Into how many parts the channels are divided; a kernel sees only its own part.
        As many as there are channels makes the convolution depthwise.

    Raises
    ------
    CnnvizError
        ``kernel_size_too_small``, ``stride_too_small``, ``dilation_too_small`` or
        ``groups_too_few``.
    """

    kernel: Pair
    stride: Pair = (1, 1)
    dilation: Pair = (1, 1)
    flip: bool = False
    groups: int = 1

    def __post_init__(self) -> None:
        if min(self.kernel) < 1:
            raise CnnvizError(
                "kernel_size_too_small", height=self.kernel[0], width=self.kernel[1]
            )
        if min(self.stride) < 1:
            raise CnnvizError("stride_too_small", stride=min(self.stride))
        if min(self.dilation) < 1:
            raise CnnvizError("dilation_too_small", dilation=min(self.dilation))
        if self.groups < 1:
            raise CnnvizError("groups_too_few", groups=self.groups)

    @property
    def dilated_kernel(self) -> Pair:
        """Rows and columns that the kernel spans: ``d * (k - 1) + 1``."""
        (kh, kw), (dh, dw) = self.kernel, self.dilation
        return dh * (kh - 1) + 1, dw * (kw - 1) + 1


@dataclass(frozen=True, slots=True, kw_only=True)
class ConvSpec(KernelSpec):
    """The settings of one convolution, validated on construction.

    Attributes
    ----------
    kernel, stride, dilation, flip, groups
        As for `KernelSpec`.
    padding
        Rows and columns added on each side; four amounts, one a side; or a name:
        ``valid`` adds none, ``same`` gives ``ceil(size / stride)`` outputs with the odd
        row or column added at the end, ``full`` adds the dilated kernel minus 1.
    padding_mode
        What the added cells hold: 0, the picture reflected at its edge (which is not
        said twice), its edge again and again, or the picture from its other end.

    Raises
    ------
    CnnvizError
        What `KernelSpec` raises, ``padding_unknown``, ``padding_negative`` or
        ``padding_mode_unknown``.

    Examples
    --------
    >>> ConvSpec(kernel=(3, 3), dilation=(2, 1)).dilated_kernel
    (5, 3)
    """

    padding: NamedPadding | Pair | Sides = "valid"
    padding_mode: PaddingMode = "zeros"

    def __post_init__(self) -> None:
        KernelSpec.__post_init__(self)
        if isinstance(self.padding, str):
            if self.padding not in get_args(NamedPadding):
                raise CnnvizError("padding_unknown", padding=self.padding)
        elif min(self.padding) < 0:
            raise CnnvizError("padding_negative", padding=min(self.padding))
        modes = get_args(PaddingMode)
        if self.padding_mode not in modes:
            raise CnnvizError(
                "padding_mode_unknown", mode=self.padding_mode, modes=", ".join(modes)
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class TransposedSpec(KernelSpec):
    """The settings of one transposed convolution, validated on construction.

    Attributes
    ----------
    kernel, stride, dilation, flip, groups
        As for `KernelSpec`; the stride counts output cells between the kernels of two
        neighbouring input cells.
    padding
        Rows and columns *cut off* on each side of the output.
    output_padding
        Rows and columns added at the end of the output: a convolution of this stride
        gives the same size for several inputs, and this says for which. Less than the
        stride or less than the dilation, as in torch.

    Raises
    ------
    CnnvizError
        What `KernelSpec` raises, ``padding_negative``, ``output_padding_negative`` or
        ``output_padding_too_large``.

    Examples
    --------
    >>> TransposedSpec(kernel=(3, 3), dilation=(2, 1)).dilated_kernel
    (5, 3)
    """

    padding: Pair = (0, 0)
    output_padding: Pair = (0, 0)

    def __post_init__(self) -> None:
        KernelSpec.__post_init__(self)
        if min(self.padding) < 0:
            raise CnnvizError("padding_negative", padding=min(self.padding))
        if min(self.output_padding) < 0:
            raise CnnvizError(
                "output_padding_negative", output_padding=min(self.output_padding)
            )
        for added, stride, dilation in zip(
            self.output_padding, self.stride, self.dilation, strict=True
        ):
            limit = max(stride, dilation)
            if added >= limit:
                raise CnnvizError(
                    "output_padding_too_large",
                    output_padding=added,
                    stride=stride,
                    dilation=dilation,
                    most=limit - 1,
                )
