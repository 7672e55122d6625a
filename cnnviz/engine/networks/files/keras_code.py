"""A network as a program of Keras that stands alone: its weights lie beside it."""

from collections.abc import Iterator, Sequence
from typing import Final

from cnnviz.engine.networks.files.code_lines import (
    ANSWERS,
    CodeLine,
    broken,
    code_lines,
    list_lines,
    picture_variable,
    quoted,
    size_text,
    words_of,
)
from cnnviz.engine.networks.files.keras_layers import KerasLine, keras_result
from cnnviz.engine.networks.files.network_checks import numbered_labels
from cnnviz.engine.networks.layers import Network
from cnnviz.engine.networks.shapes import layer_inputs
from cnnviz.engine.networks.summary import summarize

_RESERVED: Final = ("keras", "layers", "np", "build", "model")

_HEAD: Final = '''\
"""{title} in Keras, written by cnnviz.

build() returns the model with its weights, which lie in a file beside this one. It
takes pictures as normalized() makes them, N x {size} (channels last), and
returns {answer}.
"""

from pathlib import Path

import keras
import numpy as np
from keras import layers
from safetensors.numpy import load_file

WEIGHTS = Path(__file__).with_name({weights})
MEAN = {means}
DEVIATION = {deviations}
'''

_NORMALIZED: Final = '''

def normalized(pixels):
    """Return pixels from 0 to 255, N x {size}, as the network sees them."""
    return (pixels / 255 - np.float32(MEAN)) / np.float32(DEVIATION)
'''

_BUILD: Final = '''

def build():
    """Return the model with its weights, ready to answer."""
    model = network()
    weights = load_file(WEIGHTS)
    for layer in model.layers:
        if layer.weights:
            layer.set_weights(numbers_of(layer, weights))
    return model


def numbers_of(layer, weights):
    """Return the numbers of a layer in the order and the layout of Keras."""
    own = LAYER_NAME
    kinds = "weight", "bias", "running_mean", "running_var"
    numbers = [weights[f"{own}.{kind}"] for kind in kinds if f"{own}.{kind}" in weights]
    # PyTorch puts the outputs first: O x I (x rows x columns) becomes (... x) I x O.
    axes = {4: (2, 3, 1, 0), 2: (1, 0)}
    numbers[0] = numbers[0].transpose(axes.get(numbers[0].ndim, (0,)))
    return numbers
'''


def keras_code(network: Network, weights_name: str) -> str:
    """Return the source text of a program whose ``build()`` returns a model of Keras.

    Its pictures have the channels last. Names and texts of the network run nothing.

    Parameters
    ----------
    network
        The description.
    weights_name
        Name of the safetensors file with the weights, in the folder of the program.

    Raises
    ------
    CnnvizError
        ``keras_has_no_layer`` for what Keras has not, and what
        `cnnviz.engine.networks.shapes.layer_shapes` raises.
    """
    lines = code_lines(network, _RESERVED)
    channels, height, width = network.input_chw
    means, deviations = zip(*network.channel_normalizations, strict=True)
    size = size_text((height, width, channels))
    renamed = {
        line.name: line.layer.name for line in lines if line.name != line.layer.name
    }
    head = _HEAD.format(
        title=words_of(network.title),
        size=size,
        answer=ANSWERS[network.answer],
        weights=quoted(weights_name),
        means=[*means],
        deviations=[*deviations],
    )
    parts = [head.rstrip()]
    if network.labels != numbered_labels(len(network.labels)):
        parts += list_lines("LABELS", network.labels)
    own = "layer.name"
    if renamed:
        own = "RENAMED.get(layer.name, layer.name)"
        parts.append(
            "# What layers are called in the file, where it is something else."
        )
        parts.append(f"RENAMED = {renamed}")
    parts += [
        *_network(network, lines),
        _NORMALIZED.format(size=size).rstrip(),
        _BUILD.rstrip().replace("LAYER_NAME", own),
    ]
    return "\n".join(parts) + "\n"


def _network(network: Network, lines: Sequence[CodeLine]) -> Iterator[str]:
    channels, height, width = network.input_chw
    picture = picture_variable(lines)
    yield "\n\ndef network():"
    yield '    """Return the layers in their order, with weights by chance."""'
    yield f"    {picture} = inputs = keras.Input(({height}, {width}, {channels}))"
    signed = [layer.can_be_negative for layer in summarize(network).layers]
    signed.append(any(mean > 0 for mean, _ in network.channel_normalizations))
    for line, places in zip(lines, layer_inputs(network), strict=True):
        # The picture is the last one, as its place -1 says.
        reads_negative = any(signed[place] for place in places)
        result = keras_result(KerasLine(line, reads_negative))
        code = broken(f"    {line.writes} = {result}")
        yield f"{code}  # {size_text((*line.output[1:], line.output[0]))}"
    yield f"    return keras.Model(inputs, {lines[-1].writes})"
