"""What an animation says, for whoever makes it in another language."""

from dataclasses import dataclass

from cnnviz.engine.convolution.spec import PaddingMode
from cnnviz.engine.images.picture import COLOUR_LETTERS


@dataclass(frozen=True, slots=True, kw_only=True)
class AnimationLabels:
    """All texts of an animation; English unless given, with ``{}`` for the numbers.

    Names of functions (ReLU, tanh) are the same in every language.
    """

    decimal_point: str = "."
    convolution: str = "Convolution"
    true_convolution: str = "True convolution"
    transposed: str = "Transposed convolution"
    pooling: str = "Pooling"
    maximum: str = "max"
    minimum: str = "min"
    mean: str = "mean"
    sum: str = "sum"
    signal_convolution: str = "Convolution of a signal"
    stride: str = "stride {number}"
    padding: str = "padding {number}"
    four_sides: str = "{numbers} (top, bottom, left, right)"
    two_ends: str = "{numbers} (before, after)"
    reflect: str = "reflect"
    replicate: str = "replicate"
    circular: str = "circular"
    dilation: str = "dilation {number}"
    step: str = "Step {step} of {steps}: row {row}, column {column}"
    signal_step: str = "Step {step} of {steps}"
    input: str = "Input"
    stretched: str = "Input, zeros in between"
    signal: str = "Signal"
    window: str = "Window"
    kernel: str = "Kernel"
    products: str = "Products"
    output: str = "Output"
    channel: str = "channel {channel}"
    bias: str = "bias"
    more_products: str = "{count} more"
    all_numbers: str = "{count} numbers"
    rows: str = "rows"
    columns: str = "columns"
    unreached: str = "Rows never reached: {rows}; columns: {columns} (crossed out)."
    unreached_numbers: str = "Numbers never reached: {count} (crossed out)."
    around_signal: str = "Only the numbers around the window are drawn, of {count}."
    around: str = "Only the cells around the window are drawn, of {rows} × {columns}."

    @property
    def list_separator(self) -> str:
        """What stands between numbers of a list: no comma beside decimal commas."""
        return "; " if self.decimal_point == "," else ", "

    def channel_mark(self, channel: int, channels: int) -> str:
        """Return what a channel of a picture is called: R, G and B, or its number."""
        if channels == len(COLOUR_LETTERS):
            return COLOUR_LETTERS[channel]
        return self.channel.format(channel=channel + 1)

    def padding_mode(self, mode: PaddingMode) -> str:
        """Return what the cells around a picture hold; empty for zeros."""
        return {
            "zeros": "",
            "reflect": self.reflect,
            "replicate": self.replicate,
            "circular": self.circular,
        }[mode]

    def operation(self, name: str) -> str:
        """Return what an operation is called; one without words by its own name."""
        return {
            "convolution": self.convolution,
            "true_convolution": self.true_convolution,
            "transposed": self.transposed,
            "pooling": self.pooling,
            "signal": self.signal_convolution,
        }.get(name, name)

    def rule(self, name: str) -> str:
        """Return what is kept of a window; a rule without words by its own name."""
        return {
            "max": self.maximum,
            "min": self.minimum,
            "average": self.mean,
            "sum": self.sum,
        }.get(name, name)
