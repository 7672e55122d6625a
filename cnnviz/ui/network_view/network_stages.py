"""How a network's layers are laid out: a row a stage, read like a page of text."""

from dataclasses import dataclass
from typing import Final

from cnnviz.engine.networks.layers import LayerSpec, Network
from cnnviz.engine.networks.shapes import layer_inputs, layer_shapes
from cnnviz.engine.networks.summary import LayerSummary, summarize


@dataclass(frozen=True, slots=True, eq=False)
class ShownLayer:
    """A layer that has maps to show, with what is known of it without a picture.

    Attributes
    ----------
    index
        Its place among the network's layers, and among a trace's outputs.
    layer
        The description.
    summary
        Shapes and counts.
    source
        The layer whose numbers it works on, for a layer that works on each by itself.
    inputs
        Shape of what comes in, of the first branch where several do.
    labels
        Of its numbers, where they stand for the network's classes.
    """

    index: int
    layer: LayerSpec
    summary: LayerSummary
    source: str
    inputs: tuple[int, ...]
    labels: tuple[str, ...] = ()

    @property
    def tiles(self) -> tuple[int, tuple[int, int]]:
        """How many maps, and the size of each."""
        shape = self.summary.output_shape
        if len(shape) == 1:
            return shape[0], (1, 1)
        count, height, width = shape
        return count, (height, width)


Stage = tuple[ShownLayer, ...]


def stages(network: Network) -> tuple[Stage, ...]:
    """Group layers: each weighted sum begins a row, activation and pooling follow it.

    Layers that only pass the same numbers on (flattening, dropout) are left out. A last
    layer that stands alone joins the row before, where there is room.

    Examples
    --------
    >>> from cnnviz.engine.networks.catalogue import network
    >>> for stage in stages(network("lenet5")):
    ...     [shown.layer.name for shown in stage]
    ['c1', 'c1_relu', 's2']
    ['c3', 'c3_relu', 's4']
    ['c5', 'c5_relu']
    ['f6', 'f6_relu', 'output']
    """
    rows: list[list[ShownLayer]] = []
    sources: list[str] = []
    summaries, shapes = summarize(network).layers, layer_shapes(network)
    for index, (layer, reads) in enumerate(
        zip(network.layers, layer_inputs(network), strict=True)
    ):
        if layer.begins_stage or not rows:
            rows.append([])
        first = reads[0]
        follows = layer.is_titled_by_source or not layer.is_shown
        sources.append(sources[first] if follows and first >= 0 else layer.name)
        if layer.is_shown:
            origin = sources[index] if layer.is_titled_by_source else ""
            (inputs, *_), _ = shapes[index]
            labels = network.labels if _is_answer(summaries[index:], network) else ()
            shown = ShownLayer(index, layer, summaries[index], origin, inputs, labels)
            rows[-1].append(shown)
    rows = [row for row in rows if row]
    if len(rows) > 1 and len(rows[-1]) == 1 and len(rows[-2]) < 3:
        rows[-2:] = [rows[-2] + rows[-1]]
    return tuple(tuple(row) for row in rows)


MOST_COLUMNS: Final = 8


def flow(network: Network) -> tuple[Stage, ...]:
    """Lay what layers give after their activation side by side, as the numbers flow.

    Of a network with more such layers than have room, `stages`.

    Examples
    --------
    >>> from cnnviz.engine.networks.catalogue import network
    >>> (row,) = flow(network("lenet5"))
    >>> [shown.layer.name for shown in row]
    ['c1_relu', 's2', 'c3_relu', 's4', 'c5_relu', 'f6_relu', 'output']
    """
    rows = stages(network)
    every = [shown for row in rows for shown in row]
    worked_on = {
        read
        for layer, reads in zip(network.layers, layer_inputs(network), strict=True)
        if layer.works_on_each and layer.is_shown
        for read in reads
    }
    last = tuple(shown for shown in every if shown.index not in worked_on)
    return (last,) if len(last) <= MOST_COLUMNS else rows


def _is_answer(rest: tuple[LayerSummary, ...], network: Network) -> bool:
    """Whether a layer has a number a class, and what follows only works on these."""
    learned = any(summary.parameters for summary in rest[1:])
    shapes = {summary.output_shape for summary in rest}
    return not learned and shapes == {(len(network.labels),)}
