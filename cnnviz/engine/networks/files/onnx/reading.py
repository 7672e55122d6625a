"""A network as it grows while an ONNX file is read: layers, weights, and what is where."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, TypeGuard

import numpy as np

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.networks.files.network_checks import LONGEST_SIDE, MOST_BYTES
from cnnviz.engine.networks.files.onnx.file import Settings, plain, short
from cnnviz.engine.networks.files.onnx.folding import MOST_WHOLES, Numbers
from cnnviz.engine.networks.files.onnx.graph import OnnxGraph, operator_of
from cnnviz.engine.networks.layers import PICTURE, LayerSpec, Shape
from cnnviz.engine.networks.layers.layer_spec import Array

if TYPE_CHECKING:
    from onnx import NodeProto

MOST_NUMBERS: Final = MOST_BYTES // 4
"""Weights that all layers together may have: each is looked at, some are turned."""

_LONGEST_NAME: Final = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """A value of the file: the output of a layer, or the picture.

    Attributes
    ----------
    layer
        The layer, or ``input``.
    shape
        As the layer has it: channels first.
    can_be_negative
        Whether a number in it may be below 0.
    is_channels_last
        Whether the file has its channels last, as Keras does.
    rows_of
        For a vector the shape of the maps, channels first, that the file laid out in it
        with the channels last.
    """

    layer: str
    shape: Shape
    can_be_negative: bool
    is_channels_last: bool = False
    rows_of: Shape | None = None

    @property
    def dims(self) -> Shape:
        """The shape as the file has it, without the batch."""
        return (*self.shape[1:], self.shape[0]) if self.is_channels_last else self.shape

    @property
    def channel_axis(self) -> int:
        """Where the file has the channels, the batch counted."""
        return len(self.shape) if self.is_channels_last else 1


class OnnxReading:
    """The layers read so far.

    Parameters
    ----------
    graph
        The file.
    picture
        Its input.
    """

    def __init__(self, graph: OnnxGraph, picture: Value) -> None:
        self.graph = graph
        self.layers: list[LayerSpec] = []
        self.weights: dict[str, Array] = {}
        self.values = {graph.picture.name: picture}
        self._names = {PICTURE}
        self._numbers = 0

    def value(self, node: "NodeProto", which: int = 0) -> Value:
        """Return what a node reads.

        Raises
        ------
        CnnvizError
            ``onnx_broken`` where nothing before it makes that, and ``onnx_operator``
            where it is numbers that the file holds.
        """
        name = _input(node, which)
        if name in self.values:
            return self.values[name]
        if self.graph.constant(name) is not None:
            raise self.refused(node, f"constant {short(name)}")
        raise self.graph.broken(name)

    def maps(self, node: "NodeProto") -> Value:
        """Return the maps that a node reads, which must have their channels first."""
        value = self.value(node)
        if value.is_channels_last or len(value.shape) != 3:
            raise self.refused(node, "NHWC" if value.is_channels_last else "NC")
        return value

    def numbers(self, node: "NodeProto", which: int) -> Array | None:
        """Return floating-point numbers that the file holds and a node reads."""
        found = self.graph.constant(_input(node, which))
        return found if _are_floats(found) else None

    def wholes(self, node: "NodeProto", which: int) -> list[int] | None:
        """Return the few whole numbers that the file holds and a node reads."""
        found = self.graph.constant(_input(node, which))
        if found is None or found.size > MOST_WHOLES or _are_floats(found):
            return None
        return [int(number) for number in found.ravel()]

    def weight(self, node: "NodeProto", which: int) -> Array:
        """Return numbers that a node cannot do without.

        Raises
        ------
        CnnvizError
            ``onnx_broken`` where they are nowhere, and ``onnx_operator`` where the
            network works them out, or they are whole numbers.
        """
        found, name = self.numbers(node, which), _input(node, which)
        if found is not None:
            return found
        if name in self.values or self.graph.constant(name) is not None:
            raise self.refused(node, f"input {short(name)}")
        raise self.graph.broken(name)

    def optional(self, node: "NodeProto", which: int) -> Array | None:
        """Return numbers that a node may go without: ``None`` where it names none.

        Raises
        ------
        CnnvizError
            What `weight` raises: without numbers that it names it is another node.
        """
        return self.weight(node, which) if _input(node, which) else None

    def scalar(self, node: "NodeProto") -> float | None:
        """Return the one number among what a node reads; ``None`` where it is not one."""
        for which in range(len(node.input)):
            found = self.numbers(node, which)
            if found is not None and found.size == 1:
                return plain(found.item())
        return None

    def axes(self, node: "NodeProto") -> tuple[int, ...]:
        """Return the axes that a node names: as an input, in old files as a setting."""
        given = self.wholes(node, 1)
        return Settings(node).wholes("axes") if given is None else tuple(given)

    def settings(self, node: "NodeProto") -> Settings:
        """Return a node's attributes."""
        return Settings(node)

    def refused(self, node: "NodeProto", setting: str, *values: int) -> CnnvizError:
        """Return the refusal of a setting that no layer of ours has, in ONNX's words."""
        told = f"{setting} = {', '.join(map(str, values))}" if values else setting
        return CnnvizError(
            "onnx_operator",
            file=self.graph.file,
            operator=short(operator_of(node)),
            node=short(node.name or node.output[0]),
            setting=short(told),
        )

    def name(self, node: "NodeProto") -> str:
        """Return a name for the layer of a node that no other has, and no dot."""
        *scopes, last = (node.name or node.output[0]).split("/")
        parts = [part for part in scopes if part]
        if not parts or not last[:1].isupper():  # not Conv_3, Relu, BiasAdd
            parts.append(last)
        # PyTorch says layer1/layer1.0/conv1.
        told = [
            part
            for part, after in zip(parts, [*parts[1:], ""], strict=True)
            if not after.startswith(part)
        ]
        base = re.sub(r"[^\w-]+", "_", "_".join(told)).strip("_")[-_LONGEST_NAME:]
        return self.free_name(base or "layer")

    def free_name(self, base: str) -> str:
        """Return a name that no layer has yet."""
        name = base
        if name in self._names:
            name = f"{base}_{len(self.layers)}"
        while name in self._names:
            name += "_"
        return name

    def add(
        self,
        layer: LayerSpec,
        reads: Sequence[Value],
        weights: Mapping[str, Array] | None = None,
    ) -> Value:
        """Add a layer; return its output.

        Raises
        ------
        CnnvizError
            ``onnx_weights``, ``onnx_not_finite``, ``onnx_cells``, or what the layer
            itself refuses.
        """
        before = self.layers[-1].name if self.layers else PICTURE
        sources = tuple(value.layer for value in reads)
        layer = replace(layer, inputs=() if sources == (before,) else sources)
        inputs = [value.shape for value in reads]
        shape = layer.output_shape(inputs)
        # The windows of the next layer are looked at one by one along each side.
        if max(shape[1:], default=0) > LONGEST_SIDE:
            raise too_large(self.graph.file)
        own = dict(weights or {})
        self._check_weights(layer, inputs, own)
        self.weights |= {f"{layer.name}.{name}": own[name] for name in own}
        self.layers.append(layer)
        self._names.add(layer.name)
        negative = layer.can_be_negative([value.can_be_negative for value in reads])
        return Value(layer=layer.name, shape=shape, can_be_negative=negative)

    def _check_weights(
        self, layer: LayerSpec, inputs: Sequence[Shape], own: dict[str, Array]
    ) -> None:
        for name, expected in {
            **layer.parameters(inputs),
            **layer.buffers(inputs),
        }.items():
            values = own.setdefault(name, np.zeros((), np.float32))
            # Layers may share numbers of the file, as many as there are.
            self._numbers += values.size
            if self._numbers > MOST_NUMBERS:
                raise too_large(self.graph.file)
            if values.shape != expected:
                raise CnnvizError(
                    "onnx_weights",
                    file=self.graph.file,
                    layer=layer.name,
                    weight=name,
                    expected=_words(expected),
                    found=_words(values.shape),
                )
            bad = int(values.size - np.isfinite(values).sum())
            if bad:
                raise CnnvizError(
                    "onnx_not_finite",
                    file=self.graph.file,
                    layer=layer.name,
                    weight=name,
                    count=bad,
                )


def _are_floats(found: Numbers | None) -> TypeGuard[Array]:
    return found is not None and found.dtype == np.float32


def _input(node: "NodeProto", which: int) -> str:
    """Return the name of what a node reads; nothing where it reads less."""
    return node.input[which] if which < len(node.input) else ""


def too_large(file: str) -> CnnvizError:
    """Return the refusal of layers that are not even read to the end."""
    return CnnvizError(
        "onnx_cells",
        file=file,
        side=LONGEST_SIDE,
        weights=MOST_NUMBERS // 10**6,
    )


def _words(shape: Shape) -> str:
    return short(" × ".join(map(str, shape)) or "1")
