"""The directions in which a window moves, with the names that the code gives them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from cnnviz.engine.convolution.code.loop_rule import LoopRule
from cnnviz.engine.convolution.operations.protocol import Operation
from cnnviz.engine.convolution.spec import PaddingMode


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """One direction of the loops: its numbers, and its words.

    Attributes
    ----------
    index, tap, at, size_word
        What the code calls the output cell, the kernel cell, the picture's cell, and
        how many of those there are.
    outputs, taps
        How many output cells and kernel cells there are.
    before, after, mode
        As in ``WindowGeometry``.
    stride_word, dilation_word, stretch_word, before_word
        What the code calls them; empty where they change nothing.
    """

    index: str
    tap: str
    at: str
    size_word: str
    outputs: int
    taps: int
    before: int
    after: int
    mode: PaddingMode
    stride_word: str = ""
    dilation_word: str = ""
    stretch_word: str = ""
    before_word: str = ""

    @property
    def is_padded(self) -> bool:
        """Whether a window may meet cells beyond the picture."""
        return self.before > 0 or self.after > 0

    @property
    def names_size(self) -> bool:
        """Whether the code has to know how many cells the picture has."""
        return self.after > 0 or (self.mode == "circular" and self.is_padded)

    @property
    def position(self) -> str:
        """The cell that a window's cell lies on, as an expression."""
        first = f"{self.index} * {self.stride_word}" if self.stride_word else self.index
        inner = f"{self.tap} * {self.dilation_word}" if self.dilation_word else self.tap
        start = f" - {self.before_word}" if self.before_word else ""
        return f"{first} + {inner}{start}"

    @property
    def inside(self) -> str:
        """The condition under which a cell lies on the picture; empty if it always does."""
        if self.mode != "zeros" or not self.is_padded:
            return ""
        if self.before <= 0:
            return f"{self.at} < {self.size_word}"
        if self.after <= 0:
            return f"{self.at} >= 0"
        return f"0 <= {self.at} < {self.size_word}"

    @property
    def source(self) -> str:
        """Where the number of a cell beyond the picture is taken from, as an expression."""
        if self.mode == "zeros" or not self.is_padded:
            return ""
        if self.mode == "circular":
            return f"{self.at} % {self.size_word}"
        if self.mode == "replicate":
            lower = f"max({self.at}, 0)" if self.before > 0 else self.at
            return f"min({lower}, {self.size_word} - 1)" if self.after > 0 else lower
        lower = f"abs({self.at})" if self.before > 0 else self.at
        if self.after <= 0:
            return lower
        return f"min({lower}, 2 * ({self.size_word} - 1) - {lower})"


_WORDS: Final = (("row", "i", "y", "height"), ("column", "j", "x", "width"))
_STRIDE: Final = ("stride", ("stride_y", "stride_x"))
_DILATION: Final = ("dilation", ("dilation_y", "dilation_x"))


def axes_of(
    operation: Operation, rule: LoopRule
) -> tuple[tuple[Axis, ...], dict[str, int]]:
    """Return the directions of an operation, and the settings that the code names.

    Examples
    --------
    >>> import numpy as np
    >>> from cnnviz.engine.convolution.operations import Convolution
    >>> from cnnviz.engine.convolution.spec import ConvSpec
    >>> spec = ConvSpec(kernel=(2, 2), stride=(2, 2), padding=(1, 0))
    >>> convolution = Convolution(np.ones((1, 3, 4)), np.ones((1, 1, 2, 2)), spec)
    >>> axes, settings = axes_of(convolution, convolution.loop_rule(""))
    >>> settings, axes[0].position, axes[0].inside
    ({'height': 3, 'stride': 2, 'top': 1}, 'row * stride + i - top', '0 <= y < height')
    """
    geometry, flat = operation.geometry, operation.traits.is_flat
    before, after = (geometry.top, geometry.left), (geometry.bottom, geometry.right)
    settings: dict[str, int] = {}
    stretch, stride, dilation, start = (
        _named(pair[1:] if flat else pair, word, words, neutral, settings)
        for pair, (word, words), neutral in (
            (geometry.stretch, _STRIDE, 1),
            (geometry.stride, _STRIDE, 1),
            (geometry.dilation, _DILATION, 1),
            (before, rule.border, 0),
        )
    )
    axes = tuple(
        Axis(
            index="position" if flat else index,
            tap=tap,
            at=at,
            size_word="length" if flat else size,
            outputs=geometry.output_hw[number],
            taps=geometry.kernel[number],
            before=before[number],
            after=after[number],
            mode=geometry.mode,
            # In one dimension each list has a name for that one only.
            stride_word=stride[number - flat],
            dilation_word=dilation[number - flat],
            stretch_word=stretch[number - flat],
            before_word=start[number - flat],
        )
        for number, (index, tap, at, size) in enumerate(_WORDS)
        if number or not flat
    )
    height_width = operation.input_hw[1:] if flat else operation.input_hw
    sizes = {
        axis.size_word: size
        for axis, size in zip(axes, height_width, strict=True)
        if axis.names_size
    }
    return axes, sizes | settings


def _named(
    values: Sequence[int],
    word: str,
    words: tuple[str, str],
    neutral: int,
    settings: dict[str, int],
) -> list[str]:
    """Return what a setting is called in each direction; empty where it is neutral.

    One name serves both directions where it is the same in both. Their numbers are
    added to the settings.
    """
    same = len(set(values)) == 1
    names = [
        "" if value == neutral else word if same else own
        for value, own in zip(values, words, strict=False)
    ]
    settings |= {name: value for name, value in zip(names, values, strict=True) if name}
    return names
