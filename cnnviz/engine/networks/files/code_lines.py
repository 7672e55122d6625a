"""A network as the lines of a program: what each layer is called, reads and writes."""

import keyword
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from cnnviz.engine.convolution.spec import Pair
from cnnviz.engine.networks.layers import LayerSpec, Network, Shape
from cnnviz.engine.networks.shapes import layer_inputs, layer_shapes

FLOW: Final = "x"
"""The variable that goes from each layer to the next."""

ANSWERS: Final = {
    "logits": "logits, of which softmax makes probabilities",
    "probabilities": "probabilities",
    "distances": "distances, of which the smallest is the answer",
    "scores": "scores, of which the largest is the answer",
}
"""What comes out, for the head of a program."""

_PADDING: Final = "_pad"
_WIDTH: Final = 88


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeLine:
    """One layer in a program.

    Attributes
    ----------
    layer
        Its description.
    name
        What it is called there.
    reads, writes
        Variables: those that it takes, and that of its output.
    inputs, output
        Shapes of these.
    """

    layer: LayerSpec
    name: str
    reads: tuple[str, ...]
    writes: str
    inputs: tuple[Shape, ...]
    output: Shape

    @property
    def pad(self) -> str:
        """What padding before the layer is called; no layer has that name."""
        return self.name + _PADDING


def code_lines(network: Network, reserved: Iterable[str]) -> tuple[CodeLine, ...]:
    """Return the lines of a network; the picture is in `FLOW` or, read late, ``picture``.

    An output keeps the name of its layer where a branch reads it, and is in `FLOW`
    where only the next layer does.

    Parameters
    ----------
    network
        The description.
    reserved
        Names that no layer can have there.

    Raises
    ------
    CnnvizError
        What `cnnviz.engine.networks.shapes.layer_shapes` raises.

    Examples
    --------
    >>> from cnnviz.engine.networks.catalogue import network
    >>> line = code_lines(network("lenet5"), ())[0]
    >>> line.name, line.reads, line.writes, line.output
    ('c1', ('x',), 'x', (6, 28, 28))
    """
    names = identifiers([layer.name for layer in network.layers], reserved)
    places = layer_inputs(network)
    read_by: dict[int, set[int]] = {}
    for reader, read in enumerate(places):
        for place in read:
            read_by.setdefault(place, set()).add(reader)

    def variable(place: int) -> str:
        if read_by.get(place, set()) <= {place + 1}:
            return FLOW
        return "picture" if place < 0 else names[network.layers[place].name]

    return tuple(
        CodeLine(
            layer=layer,
            name=names[layer.name],
            reads=tuple(map(variable, places[index])),
            writes=variable(index),
            inputs=inputs,
            output=output,
        )
        for index, (layer, (inputs, output)) in enumerate(
            zip(network.layers, layer_shapes(network), strict=True)
        )
    )


def picture_variable(lines: Iterable[CodeLine]) -> str:
    """Return the variable that the picture is in."""
    is_read_late = any("picture" in line.reads for line in lines)
    return "picture" if is_read_late else FLOW


def identifiers(names: Iterable[str], reserved: Iterable[str]) -> Mapping[str, str]:
    """Return what each name is in a program: itself, if Python takes it.

    Examples
    --------
    >>> identifiers(["c1", "1 x 1", "class", "x"], ["x"])
    {'c1': 'c1', '1 x 1': 'layer_1_x_1', 'class': 'layer_class', 'x': 'layer_x'}
    """
    own = {name.lower() for name in (*reserved, FLOW, "picture")}
    taken = set(own)
    found: dict[str, str] = {}
    for name in names:
        plain = re.sub(r"\W+", "_", name, flags=re.ASCII).lstrip("_")
        if not plain.isidentifier() or keyword.iskeyword(plain) or plain.lower() in own:
            plain = f"layer_{plain}"
        choice, number = plain, 1
        # In small letters: constants may be called after layers.
        while not taken.isdisjoint((choice.lower(), choice.lower() + _PADDING)):
            number += 1
            choice = f"{plain}_{number}"
        taken |= {choice.lower(), choice.lower() + _PADDING}
        found[name] = choice
    return found


def size(pair: Pair) -> str:
    """Return one number for a square.

    Examples
    --------
    >>> size((3, 3)), size((3, 2))
    ('3', '(3, 2)')
    """
    return str(pair[0]) if pair[0] == pair[1] else str(pair)


def size_text(shape: Shape) -> str:
    """Return a shape for a comment."""
    return " x ".join(map(str, shape))


def words_of(title: str) -> str:
    """Return a title that may stand in the text of a program and end nothing there."""
    return re.sub(r"[^\w .,()+-]", "", title).strip() or "A network"


def broken(line: str) -> str:
    """Return a long call over three lines.

    Examples
    --------
    >>> print(broken("x = f(" + "a, " * 30 + "b)").replace("a, " * 30, "a, "))
    x = f(
        a, b
    )
    """
    if len(line) <= _WIDTH or not line.endswith(")"):
        return line
    head, _, inside = line.partition("(")
    margin = " " * (len(line) - len(line.lstrip()))
    return f"{head}(\n{margin}    {inside[:-1]}\n{margin})"


def list_lines(name: str, values: Iterable[object]) -> Iterator[str]:
    """Yield the lines of a list of values in a program.

    Examples
    --------
    >>> list(list_lines("LABELS", ["a", "b"]))
    ['LABELS = [', '    "a", "b",', ']']
    """
    yield f"{name} = ["
    line = "   "
    for value in values:
        word = f" {quoted(value)},"
        if len(line + word) > _WIDTH and line.strip():
            yield line
            line = "   "
        line += word
    yield line
    yield "]"


def quoted(value: object) -> str:
    """Return a value as Python reads it, texts in double quotes where that is plain."""
    said = repr(value)
    is_plain = isinstance(value, str) and not set(said[1:-1]) & {'"', "\\"}
    return f'"{said[1:-1]}"' if is_plain else said
