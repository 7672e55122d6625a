"""A network as a program of PyTorch that stands alone: its weights lie beside it."""

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
from cnnviz.engine.networks.files.network_checks import numbered_labels
from cnnviz.engine.networks.files.pytorch_helpers import HELPERS, MODULE_NAMES
from cnnviz.engine.networks.files.pytorch_layers import (
    TORCH_LAYERS,
    TorchLayer,
    table_name,
)
from cnnviz.engine.networks.layers import Network

_IMPORTED: Final = ("self", "torch", "nn", "F")

_HEAD: Final = '''\
"""{title} in PyTorch, written by cnnviz.

build() returns the network with its weights, which lie in a file beside this one. It
takes pictures as normalized() makes them, N x {size}, and returns
{answer}.
"""

from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import nn
{functions}
WEIGHTS = Path(__file__).with_name({weights})
'''

_NORMALIZED: Final = '''

def normalized(pixels):
    """Return pixels from 0 to 255, N x {size}, as the network sees them."""
    mean, deviation = torch.tensor(MEAN), torch.tensor(DEVIATION)
    return (pixels / 255 - mean[:, None, None]) / deviation[:, None, None]
'''

_BUILD: Final = '''

def build():
    """Return the network with its weights, ready to answer."""
    network = Network()
    network.load_state_dict(load_file(WEIGHTS))
    return network.eval()
'''

_BUILD_RENAMED: Final = '''

def build():
    """Return the network with its weights, ready to answer."""
    weights = {}
    for name, values in load_file(WEIGHTS).items():
        layer, _, kind = name.rpartition(".")
        weights[f"{RENAMED.get(layer, layer)}.{kind}"] = values
    network = Network()
    network.load_state_dict(weights)
    return network.eval()
'''


def pytorch_code(
    network: Network, weights_name: str, head: str = _HEAD, more: Sequence[str] = ()
) -> str:
    """Return the source text of a program whose ``build()`` returns the network.

    Layers are called as in the network, but where Python does not take the name. Names
    and texts of the network run nothing, whatever they are.

    Parameters
    ----------
    network
        The description.
    weights_name
        Name of the safetensors file with the weights, in the folder of the program.
    head
        How the program begins, with the slots of `_HEAD`.
    more
        What follows the network.

    Raises
    ------
    CnnvizError
        What `cnnviz.engine.networks.shapes.layer_shapes` raises.
    """
    lines = code_lines(network, (*_IMPORTED, *MODULE_NAMES, *HELPERS))
    written = [TORCH_LAYERS[line.layer.key](line) for line in lines]
    helpers = [name for name in HELPERS if any(one.helper == name for one in written)]
    renamed = {
        line.layer.name: line.name
        for line, one in zip(lines, written, strict=True)
        if line.name in one.modules and line.name != line.layer.name
    }
    begun = head.format(
        title=words_of(network.title),
        size=size_text(network.input_chw),
        answer=ANSWERS[network.answer],
        functions="from torch.nn import functional as F\n" if helpers else "",
        weights=quoted(weights_name),
    )
    parts = [
        begun.rstrip(),
        *_constants(network, lines, renamed),
        *(f"\n{HELPERS[name]}".rstrip() for name in helpers),
        *_class(lines, written),
        _NORMALIZED.format(size=size_text(network.input_chw)).rstrip(),
        (_BUILD_RENAMED if renamed else _BUILD).rstrip(),
        *more,
    ]
    return "\n".join(parts) + "\n"


def _constants(
    network: Network, lines: Sequence[CodeLine], renamed: dict[str, str]
) -> Iterator[str]:
    means, deviations = zip(*network.channel_normalizations, strict=True)
    yield f"MEAN = {[*means]}"
    yield f"DEVIATION = {[*deviations]}"
    if network.labels != numbered_labels(len(network.labels)):
        yield from list_lines("LABELS", network.labels)
    for line in lines:
        table = getattr(line.layer, "connections_table", None)
        if table is not None:
            yield "# The input maps that each output map sees."
            yield from list_lines(table_name(line), map(list, table))
    if renamed:
        yield "# Layers whose names in the file Python does not take."
        yield f"RENAMED = {renamed}"


def _class(lines: Sequence[CodeLine], layers: Sequence[TorchLayer]) -> Iterator[str]:
    yield "\n\nclass Network(nn.Module):"
    yield '    """The layers in their order; a comment says what shape each one makes."""\n'
    yield "    def __init__(self):"
    yield "        super().__init__()"
    for layer in layers:
        for name, made in layer.modules.items():
            yield broken(f"        self.{name} = {made}")
    picture = picture_variable(lines)
    yield f"\n    def forward(self, {picture}):  # {size_text(lines[0].inputs[0])}"
    for line, layer in zip(lines, layers, strict=True):
        code = broken(f"        {line.writes} = {layer.result}")
        yield f"{code}  # {size_text(line.output)}"
    yield f"        return {lines[-1].writes}"
