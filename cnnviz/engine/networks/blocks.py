"""A network as blocks that lie in columns: a sum, and what works on each of its numbers."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from cnnviz.engine.networks.layers import PICTURE, LayerSpec, Network, Shape
from cnnviz.engine.networks.shapes import layer_inputs, layer_shapes

PICTURE_BLOCK: Final = -1
"""In place of a block: the picture that the network sees."""


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """Layers that are shown as one; its maps are those of the last.

    Attributes
    ----------
    place
        Which block of the network it is; `PICTURE_BLOCK` for the picture.
    layers
        The first makes the numbers, the others work on each of them: batch
        normalization, activation, dropout. None for the picture.
    shape
        Of its output.
    reads
        Places of the blocks that feed it.
    depth
        Its column: one more than the deepest that feeds it; 0 for the picture.
    ordinal
        Which of its kind it is in the network, counted from 1.
    labels
        Of its numbers, where they stand for the network's classes.
    """

    place: int
    layers: tuple[LayerSpec, ...]
    shape: Shape
    reads: tuple[int, ...]
    depth: int
    ordinal: int = 1
    labels: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The name of the layer that makes the numbers, by which the block is called."""
        return self.layers[0].name if self.layers else PICTURE

    @property
    def shown(self) -> str:
        """The name of the layer whose output is shown."""
        return self.layers[-1].name if self.layers else PICTURE

    @property
    def is_vector(self) -> bool:
        """Whether its numbers lie in a row, and not in maps."""
        return len(self.shape) == 1

    @property
    def is_of_maps(self) -> bool:
        """Whether its numbers have places: not a vector, nor maps of one number."""
        return self.map_hw != (1, 1)

    @property
    def count(self) -> int:
        """How many maps, or numbers of a vector."""
        return self.shape[0]

    @property
    def map_hw(self) -> tuple[int, int]:
        """Height and width of a map; of a number, 1."""
        return (1, 1) if self.is_vector else (self.shape[1], self.shape[2])


def picture_block(network: Network) -> Block:
    """Return the block of the picture that a network sees."""
    return Block(PICTURE_BLOCK, (), network.input_chw, (), 0)


def blocks(network: Network, *, every_layer: bool = False) -> tuple[Block, ...]:
    """Group the layers of a network.

    A layer that works on each number joins the block that it alone reads. With
    ``every_layer`` each layer is a block of its own.

    Examples
    --------
    >>> from cnnviz.engine.networks.catalogue import network
    >>> [(block.name, block.shown) for block in blocks(network("lenet5"))][:3]
    [('c1', 'c1_relu'), ('s2', 's2'), ('c3', 'c3_relu')]
    """
    inputs, shapes = layer_inputs(network), layer_shapes(network)
    readers = [place for read in inputs for place in read]
    groups: list[list[int]] = []
    group_of: dict[int, int] = {-1: PICTURE_BLOCK}
    for index, layer in enumerate(network.layers):
        (first, *_) = inputs[index]
        joins = (
            not every_layer
            and layer.works_on_each
            and first >= 0
            and readers.count(first) == 1
            and groups[group_of[first]][-1] == first
        )
        if joins:
            groups[group_of[first]].append(index)
        else:
            groups.append([index])
        group_of[index] = group_of[first] if joins else len(groups) - 1
    made: list[Block] = []
    kinds: dict[str, int] = {}
    for place, group in enumerate(groups):
        layers = tuple(network.layers[index] for index in group)
        kind = layers[0].key
        kinds[kind] = kinds.get(kind, 0) + 1
        reads = tuple(dict.fromkeys(group_of[index] for index in inputs[group[0]]))
        depth = 1 + max(made[read].depth if read >= 0 else 0 for read in reads)
        shape = shapes[group[-1]][1]
        is_last = group[-1] == len(network.layers) - 1
        labels = network.labels if is_last and shape[0] == len(network.labels) else ()
        made.append(Block(place, layers, shape, reads, depth, kinds[kind], labels))
    return tuple(made)


def block_of(made: Sequence[Block], layer: str) -> Block | None:
    """Return the block that a layer is in."""
    for block in made:
        if any(each.name == layer for each in block.layers):
            return block
    return None
