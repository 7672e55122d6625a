"""A network and its weights as one ONNX file, which other programs run."""

import json
from typing import TYPE_CHECKING

import numpy as np

from cnnviz import __version__
from cnnviz.engine.files import readable_name
from cnnviz.engine.networks.files.onnx.nodes import WRITERS, LayerNodes
from cnnviz.engine.networks.files.onnx.versions import require_onnx, versions_for
from cnnviz.engine.networks.layers import PICTURE, Network
from cnnviz.engine.networks.shapes import layer_inputs, layer_shapes
from cnnviz.engine.networks.weights import Weights, check_weights

if TYPE_CHECKING:
    from onnx import ValueInfoProto

ANSWER = "output"
"""What the file calls the network's answer."""


def onnx_bytes(network: Network, weights: Weights) -> bytes:
    """Write a network with its weights as ONNX, in one piece.

    Its input is called ``input``, float32 ``N x C x H x W`` of any ``N``, normalised as
    the metadata of the file say: ``(pixel / 255 - mean) / deviation``. Its output is
    called ``output``. The metadata also hold title and labels. Dropout leaves all
    numbers as they are; a partial table of connections becomes kernels of zeros.

    Parameters
    ----------
    network
        The description.
    weights
        Every number of `weight_shapes`, learned or not.

    Returns
    -------
    bytes
        What a file ``.onnx`` holds: operators of version 17, or of 19 where a padding
        is circular.

    Raises
    ------
    CnnvizError
        ``onnx_missing`` where the library is not installed, and what `check_weights`
        raises.

    Examples
    --------
    >>> from cnnviz.engine.networks.catalogue import network
    >>> from cnnviz.engine.networks.seeded_weights import seeded_weights
    >>> lenet5 = network("lenet5")
    >>> len(onnx_bytes(lenet5, seeded_weights(lenet5))) // 61_706  # bytes a weight
    4
    """
    require_onnx()
    from onnx import helper, numpy_helper

    check_weights(network, weights)
    written = _layers(network, weights)
    *_, (_, answer) = layer_shapes(network)
    graph = helper.make_graph(
        [node for layer in written for node in layer.nodes],
        readable_name(network.name),
        [_float32(PICTURE, network.input_chw)],
        [_float32(ANSWER, answer)],
    )
    opset, ir_version = versions_for(network)
    model = helper.make_model(
        graph,
        opset_imports=[helper.make_opsetid("", opset)],
        ir_version=ir_version,
        producer_name="cnnviz",
        producer_version=__version__,
    )
    helper.set_model_props(
        model,
        {
            "title": readable_name(network.title),
            "labels": json.dumps(network.labels),
            "normalization": json.dumps(network.channel_normalizations),
            **({"drawings": "true"} if network.drawings else {}),
        },
    )
    # One by one, so that weights are there twice and no more.
    for layer in written:
        for name, values in layer.numbers.items():
            tensor = numpy_helper.from_array(np.asarray(values, order="C"), name)
            model.graph.initializer.append(tensor)
    data: bytes = model.SerializeToString()
    return data


def _layers(network: Network, weights: Weights) -> list[LayerNodes]:
    """Return each layer's nodes and numbers, in order."""
    values = [f"{readable_name(layer.name)}.output" for layer in network.layers]
    values[-1] = ANSWER
    written = []
    for layer, value, (inputs, _), places in zip(
        network.layers,
        values,
        layer_shapes(network),
        layer_inputs(network),
        strict=True,
    ):
        own = {
            name.rpartition(".")[2]: numbers
            for name, numbers in weights.items()
            if name.rpartition(".")[0] == layer.name
        }
        reads = [PICTURE if place < 0 else values[place] for place in places]
        nodes = LayerNodes(readable_name(layer.name), reads, inputs, own)
        WRITERS[type(layer)](nodes, layer)
        nodes.finish(value)
        written.append(nodes)
    return written


def _float32(name: str, shape: tuple[int, ...]) -> "ValueInfoProto":
    from onnx import TensorProto, helper

    return helper.make_tensor_value_info(name, TensorProto.FLOAT, ["N", *shape])
