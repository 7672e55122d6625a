"""The nested loops of an operation, as a student reads them."""

from dataclasses import dataclass, field
from typing import Final, Literal

from cnnviz.engine.convolution.activation.activations import ActivationSpec
from cnnviz.engine.convolution.code.axes import Axis, axes_of
from cnnviz.engine.convolution.code.loop_rule import LoopRule
from cnnviz.engine.convolution.operations.protocol import Operation
from cnnviz.engine.convolution.walk import Walk

WIDEST: Final = 72
"""Characters of a line, at most."""

Role = Literal[
    "settings",
    "loop",
    "start",
    "where",
    "gap",
    "outside",
    "add",
    "finish",
    "output",
    "softmax",
]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of code.

    Attributes
    ----------
    text
        The line, with its indentation.
    role
        What it does.
    over
        Which output index a loop runs over; empty for other lines, and for loops over
        the kernel's cells and the input's channels.
    """

    text: str
    role: Role
    over: str = ""


@dataclass(frozen=True, slots=True)
class Loops:
    """The loops of one operation.

    Attributes
    ----------
    lines
        Every line, in order.
    axes
        The directions in which the window moves.
    maps_word
        What the loop over the output's channels calls them; empty without that loop.
    rule
        How they make one number.
    names_places
        Whether they have names for the cell of the picture.
    """

    lines: tuple[Line, ...]
    axes: tuple[Axis, ...]
    maps_word: str
    rule: LoopRule
    names_places: bool

    @property
    def sums(self) -> bool:
        """Whether the number is a sum, not the largest or smallest of the cells."""
        return self.rule.word == "total"

    @property
    def is_flat(self) -> bool:
        """Whether they go along one row of numbers."""
        return len(self.axes) == 1

    @property
    def picture_word(self) -> str:
        """What they call the numbers that are read."""
        return "signal" if self.is_flat else "picture"

    def places(self, walk: Walk) -> dict[str, int]:
        """Return the indices of the walk's output cell, by what they are called."""
        maps = {self.maps_word: walk.output_channel} if self.maps_word else {}
        words = [axis.index for axis in self.axes]
        return maps | dict(zip(words, walk.cell[-len(words) :], strict=True))

    def output_cell(self, walk: Walk) -> str:
        """Return the expression of the walk's output cell."""
        places = self.places(walk).values()
        return "output" + "".join(f"[{place}]" for place in places)

    @property
    def text(self) -> str:
        """All lines, to be copied."""
        return "\n".join(line.text for line in self.lines) + "\n"

    def line_of(self, role: Role) -> int | None:
        """Return the last line of a role, counted from 0."""
        numbers = [n for n, line in enumerate(self.lines) if line.role == role]
        return numbers[-1] if numbers else None


def loops_of(operation: Operation, activation: ActivationSpec) -> Loops:
    """Return the loops that compute all of an operation's numbers.

    Only what changes something is in them: no loop over one channel, no factor 1, no
    question about padding where there is none.

    Parameters
    ----------
    operation
        What is done at each place.
    activation
        What is done with each number after.

    Examples
    --------
    >>> import numpy as np
    >>> from cnnviz.engine.convolution.operations import Pooling
    >>> from cnnviz.engine.convolution.pooling import PoolSpec
    >>> pooling = Pooling(np.ones((1, 4, 6)), PoolSpec(size=(2, 2)))
    >>> print(loops_of(pooling, ActivationSpec()).text)
    stride = 2
    for row in range(2):
        for column in range(3):
            largest = -inf
            for i in range(2):
                for j in range(2):
                    y = row * stride + i
                    x = column * stride + j
                    largest = max(largest, picture[y][x])
            output[row][column] = largest
    """
    # A softmax compares channels, be there only one.
    has_maps = operation.outputs > 1 or activation.kind == "softmax"
    word = "channel" if operation.traits.keeps_channels else "out_channel"
    maps = word if has_maps else ""
    rule = operation.loop_rule(maps)
    axes, settings = axes_of(operation, rule)
    writer = _Writer(axes, operation.outputs, maps)
    writer.settings(settings)
    writer.open_maps(rule)
    writer.one_number(rule, activation)
    if activation.kind == "softmax":
        writer.softmax()
    return Loops(tuple(writer.lines), axes, maps, rule, writer.names_places)


@dataclass(slots=True)
class _Writer:
    """Writes lines one below the other."""

    axes: tuple[Axis, ...]
    outputs: int
    maps: str
    lines: list[Line] = field(default_factory=list)
    depth: int = 0
    names_places: bool = False

    @property
    def cell(self) -> str:
        """The output cell, as an expression."""
        indices = ([self.maps] if self.maps else []) + [a.index for a in self.axes]
        return "output" + "".join(f"[{index}]" for index in indices)

    def write(self, text: str, role: Role = "where", over: str = "") -> None:
        """Add a line at the depth of the loops so far."""
        self.lines.append(Line("    " * self.depth + text, role, over))

    def fits(self, text: str) -> bool:
        """Whether a text fits in one line at the depth of the loops so far."""
        return 4 * self.depth + len(text) <= WIDEST

    def loop(self, word: str, count: int, *, over: str = "") -> None:
        """Begin a loop that runs ``count`` times; what follows is inside it."""
        self.write(f"for {word} in range({count}):", "loop", over)
        self.depth += 1

    def settings(self, settings: dict[str, int]) -> None:
        """Write the settings, sizes in a line of their own, none too long."""
        sizes = {"height", "width", "length"}
        for group in (settings.keys() & sizes, settings.keys() - sizes):
            words: list[str] = []
            for word in (word for word in settings if word in group):
                if words and not self.fits(_assignment([*words, word], settings)):
                    self.write(_assignment(words, settings), "settings")
                    words = []
                words.append(word)
            if words:
                self.write(_assignment(words, settings), "settings")

    def open_maps(self, rule: LoopRule) -> None:
        """Open the loops over the output's cells."""
        if self.maps:
            self.loop(self.maps, self.outputs, over=self.maps)
        if rule.first:
            self.write(f"first = {rule.first}")
        if rule.channels == 1 and rule.kernel:
            self.write(f"kernel = {rule.kernel}")
        for axis in self.axes:
            self.loop(axis.index, axis.outputs, over=axis.index)

    def one_number(self, rule: LoopRule, activation: ActivationSpec) -> None:
        """Write what makes one number of a window."""
        base = self.depth
        self.write(rule.start, "start")
        if rule.channels > 1:
            self.loop("channel", rule.channels)
            self.write(f"kernel = {rule.kernel}")
        for axis in self.axes:
            self.loop(axis.tap, axis.taps)
        pixel = self._cell_of(rule.plane, rule.update)
        if rule.counts:
            self.write("count += 1")
        if not self.fits(rule.update.format(pixel)):
            self.write(f"pixel = {pixel}")
            pixel = "pixel"
        self.write(rule.update.format(pixel), "add")
        self.depth = base
        for line in rule.finish:
            self.write(line, "finish")
        self._output(rule.word, activation)

    def _cell_of(self, plane: str, use: str) -> str:
        """Write how the picture's cell is found, if lines are needed; return the cell."""
        gaps = [axis for axis in self.axes if axis.stretch_word]
        plain = not gaps and not any(axis.is_padded for axis in self.axes)
        inline = plane + "".join(f"[{axis.position}]" for axis in self.axes)
        if plain and self.fits(use.format(inline)):
            return inline
        self.names_places = True
        for axis in self.axes:
            self.write(f"{axis.at} = {axis.position}")
        if gaps:
            rests = " or ".join(f"{axis.at} % {axis.stretch_word}" for axis in gaps)
            self.write(f"if {rests}:")
            self.write("    continue", "gap")
            names = ", ".join(axis.at for axis in gaps)
            cells = ", ".join(f"{axis.at} // {axis.stretch_word}" for axis in gaps)
            self.write(f"{names} = {cells}")
        for axis in self.axes:
            if axis.source:
                self.write(f"{axis.at} = {axis.source}")
        asked = " and ".join(axis.inside for axis in self.axes if axis.inside)
        if asked:
            self.write(f"if {asked}:", "outside")
            self.depth += 1
        return plane + "".join(f"[{axis.at}]" for axis in self.axes)

    def _output(self, word: str, activation: ActivationSpec) -> None:
        """Write what becomes of the number."""
        match activation.kind:
            case "relu":
                made = f"max({word}, 0)"
            case "leaky_relu":
                slope = repr(float(activation.slope))
                made = f"{word} if {word} > 0 else {slope} * {word}"
                if not self.fits(f"{self.cell} = {made}"):
                    self.write(f"slope = 1 if {word} > 0 else {slope}")
                    made = f"slope * {word}"
            case "sigmoid" | "tanh":
                made = f"{activation.kind}({word})"
            case _:
                made = word
        self.write(f"{self.cell} = {made}", "output")

    def softmax(self) -> None:
        """Write the loops that compare the channels of each cell."""
        self.depth = 0
        for axis in self.axes:
            self.loop(axis.index, axis.outputs, over=axis.index)
        cell = ", ".join(axis.index for axis in self.axes)
        self.write(f"softmax(output, {cell})", "softmax")


def _assignment(words: list[str], settings: dict[str, int]) -> str:
    values = ", ".join(str(settings[word]) for word in words)
    return f"{', '.join(words)} = {values}"
