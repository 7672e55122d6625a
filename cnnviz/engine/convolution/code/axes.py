"""The directions in which a window moves, with the names that the code gives them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
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
    outputs, taps, size
        How many output cells, kernel cells and cells of the picture there are.
    stride, dilation, stretch, before, after, mode
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
    size: int
    stride: int
    dilation: int
    stretch: int
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
        if self.mode == "zeros":
            return self.after > 0
        if self.mode == "circular":
            return self.is_padded
        return self.after > 0

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
    sweep, picture_hw = operation.sweep, operation.input_hw
    flat = operation.traits.is_flat
    axes = [
        Axis(
            index="position" if flat else index,
            tap=tap,
            at=at,
            size_word="length" if flat else size,
            outputs=sweep.output_hw[number],
            taps=sweep.kernel[number],
            size=picture_hw[number],
            stride=sweep.stride[number],
            dilation=sweep.dilation[number],
            stretch=sweep.stretch[number],
            before=(sweep.top, sweep.left)[number],
            after=(sweep.bottom, sweep.right)[number],
            mode=sweep.mode,
        )
        for number, (index, tap, at, size) in enumerate(_WORDS)
        if number or not flat
    ]
    settings = {axis.size_word: axis.size for axis in axes if axis.names_size}
    axes = _named(axes, settings, "stretch", "stride", ("stride_y", "stride_x"), 1)
    axes = _named(axes, settings, "stride", "stride", ("stride_y", "stride_x"), 1)
    axes = _named(
        axes, settings, "dilation", "dilation", ("dilation_y", "dilation_x"), 1
    )
    return tuple(_named(axes, settings, "before", *rule.border, 0)), settings


def _named(
    axes: Sequence[Axis],
    settings: dict[str, int],
    field: str,
    word: str,
    words: tuple[str, str],
    neutral: int,
) -> list[Axis]:
    """Give a setting one name for both directions where it is the same in both."""
    values = [getattr(axis, field) for axis in axes]
    same = len(set(values)) == 1
    named = []
    for axis, value, own in zip(axes, values, words, strict=False):
        if value == neutral:
            named.append(axis)
            continue
        chosen = word if same else own
        settings[chosen] = value
        named.append(_with_word(axis, field, chosen))
    return named


def _with_word(axis: Axis, field: str, word: str) -> Axis:
    match field:
        case "stretch":
            return replace(axis, stretch_word=word)
        case "stride":
            return replace(axis, stride_word=word)
        case "dilation":
            return replace(axis, dilation_word=word)
        case _:
            return replace(axis, before_word=word)
