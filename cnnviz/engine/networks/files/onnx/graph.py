"""The nodes of an ONNX file that its answer needs, and the numbers that they read."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.networks.files.onnx.file import (
    Settings,
    numbers_of,
    opset_of,
    short,
)

if TYPE_CHECKING:
    from onnx import ModelProto, NodeProto

Numbers = NDArray[np.generic]


class OnnxGraph:
    """What hangs together in a file, before it is understood.

    Parameters
    ----------
    model
        The file's content, checked by `read_model`.
    file
        What it is called in a refusal.

    Raises
    ------
    CnnvizError
        ``onnx_ends`` (not one input and one output) or ``onnx_broken``.
    """

    def __init__(self, model: "ModelProto", file: str) -> None:
        graph = model.graph
        self.file, self.opset = file, opset_of(model)
        self._tensors = {tensor.name: tensor for tensor in graph.initializer}
        self._kept: dict[str, Numbers] = {}
        # Old files list their weights among the inputs, too.
        pictures = [value for value in graph.input if value.name not in self._tensors]
        if len(pictures) != 1 or len(graph.output) != 1:
            raise CnnvizError(
                "onnx_ends", file=file, inputs=len(pictures), outputs=len(graph.output)
            )
        self.picture, self.output = pictures[0], graph.output[0].name
        self.nodes = self._needed(graph.node)
        self._readers: dict[str, set[int]] = {}
        for index, node in enumerate(self.nodes):
            for name in node.input:
                self._readers.setdefault(name, set()).add(index)

    def _needed(self, nodes: Sequence["NodeProto"]) -> list["NodeProto"]:
        """Return the nodes that the output depends on, in the order of the file."""
        makers: dict[str, int] = {}
        for index, node in enumerate(nodes):
            for name in filter(None, node.output):
                if name in makers or name in self._tensors or name == self.picture.name:
                    raise self.broken(name)
                makers[name] = index
        needed: set[int] = set()
        asked = [self.output]
        while asked:
            maker = makers.get(asked.pop())
            if maker is not None and maker not in needed:
                needed.add(maker)
                asked.extend(nodes[maker].input)
        return [nodes[index] for index in sorted(needed)]

    def chain(self, first: int, operators: Sequence[str]) -> list[int]:
        """Return the places of nodes that follow each other and are read by none else.

        Parameters
        ----------
        first
            The place of the first.
        operators
            Their operators; nothing is returned where they are others.
        """
        places = [first]
        for operator in operators[1:]:
            made = self.nodes[places[-1]].output[0]
            readers = self._readers.get(made, set())
            if made == self.output or len(readers) != 1:
                return []
            places += readers
            if operator_of(self.nodes[places[-1]]) != operator:
                return []
        return places

    def constant(self, name: str) -> Numbers | None:
        """Return the numbers of that name; ``None`` where there are none."""
        if name in self._tensors and name not in self._kept:
            self._kept[name] = numbers_of(self._tensors[name], self.file)
        return self._kept.get(name)

    def keep(self, name: str, numbers: Numbers) -> None:
        """Remember numbers that were worked out."""
        self._kept[name] = numbers

    def keep_constants(self) -> None:
        """Remember what the nodes of the kind ``Constant`` hold."""
        for node in self.nodes:
            if operator_of(node) == "Constant":
                numbers = Settings(node).constant(self.file)
                if numbers is not None:
                    self.keep(node.output[0], numbers)

    def broken(self, value: str) -> CnnvizError:
        """Return the refusal of a value that is nowhere, or twice."""
        return CnnvizError("onnx_broken", file=self.file, value=short(value) or "?")


def operator_of(node: "NodeProto") -> str:
    """Return the operator of a node, with whose it is where it is not ONNX's own."""
    is_own = node.domain in ("", "ai.onnx")
    return node.op_type if is_own else f"{node.domain}.{node.op_type}"
