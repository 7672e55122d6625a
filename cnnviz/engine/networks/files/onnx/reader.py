"""A convolution network read from an ONNX file, as PyTorch, Keras and cnnviz write them."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

import numpy as np

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.files import DAMAGED, naming
from cnnviz.engine.networks.files.json_values import LONGEST_TEXT
from cnnviz.engine.networks.files.network_checks import (
    LONGEST_SIDE,
    safe_name,
)
from cnnviz.engine.networks.files.network_json import network_from_json, network_json
from cnnviz.engine.networks.files.onnx import numbers as of_numbers
from cnnviz.engine.networks.files.onnx import windows as of_windows
from cnnviz.engine.networks.files.onnx.file import read_model, short
from cnnviz.engine.networks.files.onnx.folding import FOLDS, folded
from cnnviz.engine.networks.files.onnx.graph import OnnxGraph, operator_of
from cnnviz.engine.networks.files.onnx.metadata import Metadata
from cnnviz.engine.networks.files.onnx.reading import OnnxReading, Value, too_large
from cnnviz.engine.networks.layers import PICTURE, Flatten, Network
from cnnviz.engine.networks.weights import Weights
from cnnviz.engine.shown_text import shown

if TYPE_CHECKING:
    from onnx import ModelProto, NodeProto

_Reader = Callable[[OnnxReading, "Sequence[NodeProto]"], Value | None]

_MOST_CHANNELS: Final = 4
"""Of a picture: an axis that is longer has its rows."""

READERS: Final[Mapping[tuple[str, ...], _Reader]] = MappingProxyType(
    {
        # The longest chain that a node begins is tried first.
        (
            "Mul", "Unsqueeze", "AveragePool", "Squeeze", "Mul", "Add", "Pow", "Div",
        ): of_numbers.even_response_norm,
        ("Unsqueeze", "Sub", "Mul", "ReduceSum"): of_numbers.radial_basis,
        ("AveragePool", "Mul", "Mul", "Add"): of_windows.subsampling,
        ("AveragePool", "Mul", "Add"): of_windows.subsampling,
        ("AveragePool", "Mul"): of_windows.pooling,
        ("Neg", "MaxPool", "Neg"): of_windows.pooling,
        ("Neg", "GlobalMaxPool", "Neg"): of_windows.global_pooling,
        ("Mul", "Tanh", "Mul"): of_numbers.scaled_tanh,
        ("Pad", "Conv", "Add"): of_windows.convolution,
        ("Pad", "Conv"): of_windows.convolution,
        ("Pad", "AveragePool"): of_windows.pooling,
        ("Pad", "MaxPool"): of_windows.pooling,
        ("Conv", "Add"): of_windows.convolution,
        ("Conv",): of_windows.convolution,
        ("AveragePool",): of_windows.pooling,
        ("MaxPool",): of_windows.pooling,
        ("MatMul", "Add"): of_numbers.linear,
        ("MatMul",): of_numbers.linear,
        ("Gemm",): of_numbers.linear,
        **dict.fromkeys(
            (
                ("GlobalAveragePool",), ("GlobalMaxPool",), ("ReduceMax",),
                ("ReduceMean",), ("ReduceMin",), ("ReduceSum",),
            ),
            of_windows.global_pooling,
        ),
        **dict.fromkeys(
            (
                ("Relu",), ("LeakyRelu",), ("Sigmoid",), ("Tanh",), ("Softmax",),
                ("LogSoftmax",),
            ),
            of_numbers.activation,
        ),
        ("BatchNormalization",): of_numbers.batch_norm,
        ("LRN",): of_numbers.local_response_norm,
        ("Dropout",): of_numbers.dropout,
        ("Add",): of_numbers.add,
        ("Sum",): of_numbers.add,
        ("Concat",): of_numbers.concatenate,
        ("Flatten",): of_numbers.flatten,
        ("Reshape",): of_numbers.reshape,
        ("Squeeze",): of_numbers.squeeze,
        ("Transpose",): of_numbers.transpose,
        ("Identity",): of_numbers.same,
        ("Cast",): of_numbers.cast,
    }
)  # fmt: skip
"""What a chain of operators is read as."""

_KNOWN: Final = {name for chain in READERS for name in chain} | {
    *FOLDS, "Constant", "Shape",
}  # fmt: skip

READERS_OF: Final = {
    first: [(chain, read) for chain, read in READERS.items() if chain[0] == first]
    for first in {chain[0] for chain in READERS}
}
"""The chains that begin with an operator."""

_MOST_NAMED: Final = 4


def read_onnx(path: Path) -> tuple[Network, Weights]:
    """Read a network and its weights from an ONNX file.

    Its layers are ours: a batch normalisation that the exporter worked into a
    convolution stays there, and a logarithm of softmax at the end is read as softmax.
    Title, labels and normalisation are those that `onnx_bytes` writes; without them the
    title is the file's name, the labels are numbers, and pixels are divided by 255.

    Parameters
    ----------
    path
        The file; no other one is opened, and nothing in it is run.

    Returns
    -------
    Network
        Called as the file, made harmless: a name that none of the catalogue's has.
    Weights
        Every number of `weight_shapes`, float32.

    Raises
    ------
    CnnvizError
        What `read_model` and `OnnxGraph` raise; ``onnx_operators`` with those that
        cnnviz does not have, ``onnx_operator`` with a setting of one; ``onnx_input``,
        ``onnx_output``, ``onnx_broken``, ``onnx_weights``, ``onnx_cells``,
        ``onnx_not_finite``, or ``numbers_file_wrong`` round what a layer, or
        `network_from_json`, refuses.
    """
    file = short(path.name)
    try:
        with naming(file):
            return _read(read_model(path), path)
    except DAMAGED as error:  # what was not foreseen in a file from a stranger
        raise CnnvizError("onnx_damaged", file=file) from error


def _read(model: "ModelProto", path: Path) -> tuple[Network, Weights]:
    graph = OnnxGraph(model, short(path.name))
    _check_operators(graph, [n for n in graph.nodes if operator_of(n) not in _KNOWN])
    shape, is_last = _picture(graph)
    said = Metadata(model)
    normalization = said.normalization(shape[0])
    picture = Value(
        layer=PICTURE,
        shape=shape,
        can_be_negative=any(mean > 0 for mean, _ in normalization),
        is_channels_last=is_last,
    )
    reading = OnnxReading(graph, picture)
    _read_nodes(reading)
    network = Network(
        name=safe_name(path.stem) + path.suffix.lower(),
        title=said.title() or shown(path.stem, LONGEST_TEXT),
        input_chw=shape,
        normalization=normalization,
        labels=said.labels(_answer(reading)),
        layers=tuple(reading.layers),
        drawings=said.drawings(),
    )
    # As from JSON: what is saved of it shall open again.
    same = network_from_json(network_json(network).encode())
    return replace(same, name=network.name), reading.weights


def _picture(graph: OnnxGraph) -> tuple[tuple[int, int, int], bool]:
    """Return channels, height and width of the input, and whether the file has them last.

    Keras writes pictures of grey levels without an axis for them, too.
    """
    dims = [d.dim_value for d in graph.picture.type.tensor_type.shape.dim]
    fixed = dims[1:]
    if len(fixed) == 2:
        fixed = [1, *fixed]
    if len(fixed) != 3 or min(fixed) < 1:
        told = " × ".join(str(size) if size else "?" for size in dims[:8])
        raise CnnvizError("onnx_input", file=graph.file, shape=short(told) or "?")
    if max(fixed) > LONGEST_SIDE:
        raise too_large(graph.file)
    first, middle, last = fixed
    if last <= _MOST_CHANNELS < first:
        return (last, first, middle), True
    return (first, middle, last), False


def _check_operators(graph: OnnxGraph, lacked: "Sequence[NodeProto]") -> None:
    """Refuse a file for operators that cannot be read, each with how many there are."""
    if lacked:
        counts = Counter(map(operator_of, lacked)).most_common()
        told = [f"{short(name)} ({count})" for name, count in counts[:_MOST_NAMED]]
        more = ["…"] * (len(counts) > _MOST_NAMED)
        raise CnnvizError(
            "onnx_operators", file=graph.file, operators=", ".join(told + more)
        )


def _read_nodes(reading: OnnxReading) -> None:
    """Read all nodes in order, each chain where it begins."""
    graph = reading.graph
    graph.keep_constants()
    done: set[int] = set()
    for index, node in enumerate(graph.nodes):
        if index in done or operator_of(node) == "Constant" or _fold(reading, node):
            continue
        for chain, read in READERS_OF.get(operator_of(node), ()):
            places = graph.chain(index, chain)
            nodes = [graph.nodes[place] for place in places]
            value = read(reading, nodes) if nodes else None
            if value is not None:
                reading.values[nodes[-1].output[0]] = value
                done.update(places)
                break
        else:
            _check_operators(
                graph, [n for n in graph.nodes if n.op_type == node.op_type]
            )


def _fold(reading: OnnxReading, node: "NodeProto") -> bool:
    """Work out a node of known numbers; return whether it is one."""
    graph, settings = reading.graph, reading.settings(node)
    if operator_of(node) == "Shape":
        # The batch is free: 0, which a new shape takes from the old one.
        sizes = np.array([0, *reading.value(node).dims], np.int64)
        end = settings.whole("end", len(sizes))
        graph.keep(node.output[0], sizes[settings.whole("start", 0) : end])
        return True
    known = [graph.constant(name) for name in node.input if name]
    numbers = [one for one in known if one is not None]
    if len(numbers) < len(known) or not numbers:
        return False
    made = folded(operator_of(node), numbers, settings)
    if made is not None:
        graph.keep(node.output[0], made)
    return made is not None


def _flattened(reading: OnnxReading, classes: int) -> int:
    """Lay the last maps, of one number each, out in one row; return how many there are.

    Before a softmax or another activation, which says what the answer is.
    """
    last = reading.layers.pop()
    flatten = Flatten(name=reading.free_name("flatten"))
    if last.answer == "logits":
        reading.layers += [last, flatten]
    else:
        reading.layers += [
            replace(flatten, inputs=last.inputs),
            replace(last, inputs=()),
        ]
    return classes


def _answer(reading: OnnxReading) -> int:
    """Return how many classes the network answers with."""
    graph = reading.graph
    answer = reading.values.get(graph.output)
    if answer is None:
        raise graph.broken(graph.output)
    if answer.shape[1:] == (1, 1):
        return _flattened(reading, answer.shape[0])
    if len(answer.shape) != 1 or answer.rows_of:
        told = short(" × ".join(map(str, answer.shape)))
        raise CnnvizError("onnx_output", file=graph.file, shape=told)
    return answer.shape[0]
