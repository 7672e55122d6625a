"""What an operation is asked to do, apart from the numbers that it works on."""

from dataclasses import dataclass
from typing import Literal, get_args

from cnnviz.engine.errors import CnnvizError

Pair = tuple[int, int]
"""Vertical first, horizontal second."""

Sides = tuple[int, int, int, int]
"""Top, bottom, left, right."""

NamedPadding = Literal["valid", "same", "full"]
PaddingMode = Literal["zeros", "reflect", "replicate", "circular"]
PoolKind = Literal["max", "average", "sum", "min"]


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


@dataclass(frozen=True, slots=True, kw_only=True)
class PoolSpec:
    """The settings of one pooling, validated on construction.

    Attributes
    ----------
    kind
        The largest number of a window, the smallest, their mean, or their sum.
    size
        Window height and width, in cells, each at least 1.
    stride
        Cells that the window moves down and right; ``None`` stands for the size, so
        that windows touch and never overlap.
    padding
        Rows and columns added on each side, at most half the size, as in torch: so
        every window meets the picture. Added cells are never a maximum or a minimum.
    counts_padding
        Whether the mean divides by all cells of a window (torch's default) or only by
        those of the picture.

    Raises
    ------
    CnnvizError
        ``pool_unknown``, ``pool_size_too_small``, ``stride_too_small``,
        ``padding_negative`` or ``pool_padding_too_large``.

    Examples
    --------
    >>> PoolSpec(size=(2, 3)).steps
    (2, 3)
    """

    kind: PoolKind = "max"
    size: Pair
    stride: Pair | None = None
    padding: Pair = (0, 0)
    counts_padding: bool = True

    def __post_init__(self) -> None:
        if self.kind not in get_args(PoolKind):
            raise CnnvizError(
                "pool_unknown", kind=self.kind, kinds=", ".join(get_args(PoolKind))
            )
        height, width = self.size
        if min(self.size) < 1:
            raise CnnvizError("pool_size_too_small", height=height, width=width)
        if min(self.steps) < 1:
            raise CnnvizError("stride_too_small", stride=min(self.steps))
        if min(self.padding) < 0:
            raise CnnvizError("padding_negative", padding=min(self.padding))
        if self.padding[0] > height // 2 or self.padding[1] > width // 2:
            raise CnnvizError(
                "pool_padding_too_large",
                rows=self.padding[0],
                cols=self.padding[1],
                height=height,
                width=width,
                most_rows=height // 2,
                most_cols=width // 2,
            )

    @property
    def steps(self) -> Pair:
        """Cells that the window moves down and right: the stride, or else the size."""
        return self.size if self.stride is None else self.stride

    @property
    def chooses(self) -> bool:
        """Whether one cell is kept, and none are added."""
        return self.kind in ("max", "min")

    def divisor(self, own: int) -> int | None:
        """Return what a sum is divided by, ``own`` of its cells being the picture's.

        ``None`` unless a mean is made.
        """
        if self.kind != "average":
            return None
        return self.size[0] * self.size[1] if self.counts_padding else own


@dataclass(frozen=True, slots=True, kw_only=True)
class SignalSpec:
    """The settings of one convolution in one dimension, validated on construction.

    Attributes
    ----------
    stride
        Cells that the kernel moves on at each step, at least 1.
    padding
        ``valid`` adds no zeros, ``same`` gives ``ceil(length / stride)`` outputs with
        the odd zero at the end, ``full`` adds the kernel minus 1 on both sides.
    flip
        Turn the kernel round first: true convolution, as ``numpy.convolve`` does.

    Raises
    ------
    CnnvizError
        ``stride_too_small`` or ``padding_unknown``.
    """

    stride: int = 1
    padding: NamedPadding = "valid"
    flip: bool = False

    def __post_init__(self) -> None:
        if self.stride < 1:
            raise CnnvizError("stride_too_small", stride=self.stride)
        if self.padding not in get_args(NamedPadding):
            raise CnnvizError("padding_unknown", padding=self.padding)
