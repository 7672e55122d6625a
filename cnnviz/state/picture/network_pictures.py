"""What a network made of a picture, ready to be painted."""

from collections.abc import Container, Mapping
from dataclasses import dataclass, field

from cnnviz.engine.images.colour_maps import signed_range
from cnnviz.engine.networks.layers import Network
from cnnviz.engine.networks.trace import Trace
from cnnviz.state.picture.layer_pictures import LayerPicture, Ranges, layer_picture


@dataclass(frozen=True, slots=True, eq=False)
class NetworkPictures:
    """A trace as pictures, from wherever it came: a drawing, a run's snapshot, a file.

    Attributes
    ----------
    network
        Whose layers they are.
    input
        What the network saw; ``None`` while it has seen nothing.
    layers
        Layer name -> its maps; layers that nobody looks at, or that have no output yet,
        are missing.
    """

    network: Network
    input: LayerPicture | None = None
    layers: Mapping[str, LayerPicture] = field(default_factory=dict)


def layer_pictures(
    trace: Trace, *, ranges: Ranges = "layer", only: Container[str] | None = None
) -> Mapping[str, LayerPicture]:
    """Turn the layers of a trace into bytes.

    Parameters
    ----------
    trace
        Every layer's output.
    ranges
        Who shares one range of colours.
    only
        Names of the layers to take; ``None`` takes all.
    """
    outputs = [each for each in trace.layers if only is None or each.name in only]
    largest = None
    if ranges == "network":
        largest = max(signed_range(each.values)[1] for each in outputs)
    return {
        output.name: layer_picture(output, own_ranges=ranges == "map", largest=largest)
        for output in outputs
    }
