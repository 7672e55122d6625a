"""ONNX files that nobody should open: cut, cyclic, enormous, lying, of another kind."""

import random
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
from onnx import (
    AttributeProto,
    ModelProto,
    NodeProto,
    TensorProto,
    helper,
    numpy_helper,
)

from cnnviz.engine.networks.files.onnx.writer import onnx_bytes
from cnnviz.engine.networks.layers import (
    Activation,
    Add,
    BatchNorm,
    Concatenate,
    Conv2d,
    Dropout,
    Flatten,
    Linear,
    LocalResponseNorm,
    Pool2d,
)
from cnnviz.engine.networks.seeded_weights import seeded_weights
from tests.helpers.torch_oracle import around

NAUGHTY = "<img src='file:///etc/passwd'>\x1b[31m\u202egnp\n" + "x" * 5000

HIDDEN = "\U000e0041" * 300
"""Letters that no font shows: each is ten characters where it is written out."""

NETWORK = around(
    Conv2d(name="conv", channels=4, kernel=(3, 3), padding=(1, 1), groups=2),
    BatchNorm(name="norm"),
    LocalResponseNorm(name="lrn", size=3),
    Activation(name="leaky", kind="leaky_relu"),
    Pool2d(name="pool"),
    Activation(name="left", kind="tanh"),
    Add(name="sum", inputs=("pool", "left")),
    Concatenate(name="both", inputs=("sum", "left")),
    Dropout(name="drop"),
    Flatten(name="flatten"),
    Linear(name="dense", units=3),
    Activation(name="softmax", kind="softmax"),
    input_chw=(2, 8, 8),
)

Change = Callable[[ModelProto], object]


def whole() -> bytes:
    """Return the file that the others are made of; it can be read."""
    return onnx_bytes(NETWORK, seeded_weights(NETWORK))


def node_of(model: ModelProto, name: str) -> NodeProto:
    return next(node for node in model.graph.node if node.name == name)


def tensor_of(model: ModelProto, name: str = "conv.weight") -> TensorProto:
    return next(one for one in model.graph.initializer if one.name == name)


def setting(node: str, name: str, value: object) -> Change:
    """Return a change of one attribute."""

    def change(model: ModelProto) -> None:
        found = node_of(model, node)
        kept = [one for one in found.attribute if one.name != name]
        del found.attribute[:]
        found.attribute.extend([*kept, helper.make_attribute(name, value)])

    return change


def operator(node: str, kind: str, domain: str = "") -> Change:
    def change(model: ModelProto) -> None:
        found = node_of(model, node)
        found.op_type, found.domain = kind, domain

    return change


def numbers(name: str, values: Any) -> Change:
    """Return a change of an initialiser's numbers, type and shape."""

    def change(model: ModelProto) -> None:
        tensor_of(model, name).CopyFrom(
            numpy_helper.from_array(np.asarray(values), name)
        )

    return change


def field(part: Callable[[ModelProto], Any], **values: Any) -> Change:
    """Return a change of fields of a part; lists are put in the place of the old."""

    def change(model: ModelProto) -> None:
        found = part(model)
        for name, value in values.items():
            if isinstance(value, list):
                getattr(found, name)[:] = value
            else:
                setattr(found, name, value)

    return change


def input_size(*sizes: int | str) -> Change:
    def change(model: ModelProto) -> None:
        info = helper.make_tensor_value_info("input", TensorProto.FLOAT, sizes)
        model.graph.input[0].CopyFrom(info)

    return change


def reads(node: str, *values: str) -> Change:
    return field(lambda model: node_of(model, node), input=[*values])


def nodes_before(node: str, *added: NodeProto, **tensors: Any) -> Change:
    """Return a change that puts nodes before one, which then reads the last of them."""

    def change(model: ModelProto) -> None:
        nodes = [*model.graph.node]
        at = nodes.index(node_of(model, node))
        first = nodes[at].input[0]
        for one in added:
            one.input[:] = [first if name == "FIRST" else name for name in one.input]
        nodes[at].input[0] = added[-1].output[0]
        del model.graph.node[:]
        model.graph.node.extend([*nodes[:at], *added, *nodes[at:]])
        for name, values in tensors.items():
            tensor = numpy_helper.from_array(np.asarray(values), name)
            model.graph.initializer.append(tensor)

    return change


def worked_out(node: str, which: int, maker: NodeProto, **tensors: Any) -> Change:
    """Return a change that lets another node make what one reads there."""

    def change(model: ModelProto) -> None:
        model.graph.node.insert(0, maker)
        node_of(model, node).input[which] = maker.output[0]
        for name, values in tensors.items():
            model.graph.initializer.append(numpy_helper.from_array(values, name))

    return change


def external(tensor: TensorProto, location: str) -> None:
    tensor.ClearField("raw_data")
    tensor.data_location = TensorProto.EXTERNAL
    tensor.external_data.add(key="location", value=location)


def outside(model: ModelProto) -> None:
    """Put the numbers of a constant into another file."""
    tensor = TensorProto(data_type=1, dims=[4], name="far")
    external(tensor, "weights.bin")
    far = helper.make_node("Constant", [], ["far"], value=tensor)
    model.graph.node.insert(0, far)
    node_of(model, "conv").input[2] = "far"


def subgraph(kind: str) -> Change:
    def change(model: ModelProto) -> None:
        found = node_of(model, "leaky")
        found.op_type = kind
        found.attribute.append(helper.make_attribute("body", model.graph))

    return change


def doubled(model: ModelProto) -> None:
    """Let a shape grow to 2 ** 60 numbers."""
    nodes = [helper.make_node("Shape", ["input"], ["s0"])]
    nodes += [
        helper.make_node("Concat", [f"s{i}", f"s{i}"], [f"s{i + 1}"], axis=0)
        for i in range(60)
    ]
    nodes.append(helper.make_node("Reshape", ["drop.output", "s60"], ["flat"]))
    model.graph.node.extend(nodes)
    rest = [node for node in model.graph.node if node.name in ("dense", "softmax")]
    reads("dense", "flat", "dense.weight", "dense.bias")(model)
    for node in rest:
        model.graph.node.remove(node)
    model.graph.node.extend(rest)


def shared(model: ModelProto) -> None:
    """Let 80 layers read the same four million weights."""
    del model.graph.node[:]
    weights = np.zeros((2000, 2000), "f4")
    model.graph.initializer.append(numpy_helper.from_array(weights, "all"))
    input_size("N", 1, 1, 2000)(model)
    model.graph.node.append(helper.make_node("Flatten", ["input"], ["g0"]))
    for at in range(80):
        model.graph.node.append(
            helper.make_node("Gemm", [f"g{at}", "all"], [f"g{at + 1}"])
        )
    model.graph.output[0].name = "g80"


def set_opset(*versions: tuple[str, int]) -> Change:
    def change(model: ModelProto) -> None:
        del model.opset_import[:]
        model.opset_import.extend(helper.make_opsetid(*one) for one in versions)

    return change


def long_chain(model: ModelProto) -> None:
    nodes_before(
        "dense",
        *(
            helper.make_node("Identity", [f"i{at}" if at else "FIRST"], [f"i{at + 1}"])
            for at in range(6000)
        ),
    )(model)


def _graph(model: ModelProto) -> Any:
    return model.graph


def _made(*arguments: Any, **attributes: Any) -> NodeProto:
    return helper.make_node(*arguments, **attributes)


CHANGES: dict[str, Change] = {
    **{f"format {n}": field(lambda m: m, ir_version=n) for n in (0, 1, 2, 99, -1, 2**40)},
    **{f"operators {n}": set_opset(("", n)) for n in (0, 1, 6, 29, 999, -7)},
    "no operators' version": set_opset(),
    "foreign operators only": set_opset(("com.example", 17)),
    "no graph": lambda model: model.ClearField("graph"),
    "no nodes": lambda model: model.graph.ClearField("node"),
    "no output": lambda model: model.graph.ClearField("output"),
    "two outputs": lambda model: model.graph.output.extend(model.graph.input),
    "no input": lambda model: model.graph.ClearField("input"),
    "two inputs": lambda model: model.graph.input.extend(
        [helper.make_tensor_value_info("more", 1, [1, 2])]
    ),
    "output of hidden letters": field(lambda m: m.graph.output[0], name=HIDDEN),
    "a node of hidden letters": lambda m: (
        setting("pool", "pads", [5] * 4)(m), setattr(node_of(m, "pool"), "name", HIDDEN)
    ),
    "output unknown": lambda model: field(lambda m: m.graph.output[0], name=NAUGHTY)(model),
    "output is the picture": field(lambda m: m.graph.output[0], name="input"),
    "ends in maps": field(lambda m: m.graph.output[0], name="both.output"),
    **{
        f"input {sizes}": input_size(*sizes)
        for sizes in [
            (), (1,), (1, 2), ("N", 784), (1, 2, 3, 4, 5), ("N", 2, "h", "w"),
            ("N", 2, 0, 8), ("N", 2, -8, 8), ("N", 2, 2**40, 8), (1, 2**62, 8, 8),
            (1, 2**20, 2**20, 1), ("N", 3, 8, 8), ("N", 2, 1, 1), (1, 2, 20000, 8),
        ]
    },
    "input without a type": lambda model: model.graph.input[0].ClearField("type"),
    "input a sequence": lambda model: model.graph.input[0].type.sequence_type.SetInParent(),
    "a weight missing": lambda model: model.graph.initializer.remove(tensor_of(model)),
    "a weight not a number": numbers("conv.weight", np.full((4, 1, 3, 3), np.nan, "f4")),
    "a weight infinite": numbers("dense.bias", np.array([1, np.inf, 2], "f4")),
    "a weight beyond single": numbers("dense.bias", np.array([1e300, 0, 0])),
    "variances not numbers": numbers("norm.running_var", np.full(4, np.nan, "f4")),
    **{
        f"kernels {shape}": numbers("conv.weight", np.zeros(shape, "f4"))
        for shape in [
            (), (4,), (4, 1, 3), (4, 1, 3, 3, 1), (4, 2, 3, 3), (3, 1, 3, 3),
            (0, 1, 3, 3), (4, 0, 3, 3), (4, 1, 0, 3), (4, 1, 90, 90), (1,) * 7,
        ]
    },
    **{
        f"dims {dims}": field(tensor_of, dims=dims)
        for dims in [[-1], [4, 1, 3, -3], [2**62, 2**62], [2**40], [1] * 40, [36], [37]]
    },
    **{
        f"type {kind}": field(tensor_of, data_type=kind)
        for kind in (0, 3, 8, 9, 14, 16, 99, -1, 7)
    },
    "bytes too few": field(tensor_of, raw_data=b"\0" * 100),
    "bytes too many": field(tensor_of, raw_data=b"\0" * 1000),
    "bytes no numbers": field(tensor_of, raw_data=b"\0" * 143),
    "no numbers": lambda model: tensor_of(model).ClearField("raw_data"),
    "weights of another file": lambda m: external(tensor_of(m), "weights.bin"),
    "weights of the system": lambda m: external(tensor_of(m), "../../../etc/passwd"),
    "weights outside": lambda m: external(tensor_of(m), "/dev/zero"),
    "a constant of another file": outside,
    "a node reads itself": reads("leaky", "leaky.output"),
    "a cycle": reads("norm", "pool.output", *(f"norm.{n}" for n in (
        "weight", "bias", "running_mean", "running_var"))),
    "out of order": lambda m: m.graph.node.insert(0, m.graph.node.pop()),
    "made twice": field(lambda m: node_of(m, "left"), output=["pool.output"]),
    "makes the picture": field(lambda m: node_of(m, "left"), output=["input"]),
    "makes a weight": field(lambda m: node_of(m, "left"), output=["conv.weight"]),
    "reads nothing": reads("leaky"),
    "reads an empty name": reads("leaky", ""),
    "reads a weight": reads("leaky", "conv.weight"),
    "kernels from the picture": reads("conv", "input", "input"),
    "codes without numbers": reads("norm", "conv.output"),
    "a sum of a weight": reads("sum", "pool.output", "dense.bias"),
    "a sum of nothing": reads("sum"),
    "branches that differ": reads("sum", "pool.output", "conv.output"),
    "side by side that differ": reads("both", "pool.output", "conv.output"),
    "dense of maps": reads("dense", "pool.output", "dense.weight"),
    "dense of too much": numbers("dense.weight", np.zeros((3, 5), "f4")),
    "dense of three axes": numbers("dense.weight", np.zeros((3, 5, 2), "f4")),
    "biases too many": numbers("dense.bias", np.zeros(7, "f4")),
    "a bias that is nowhere": reads("conv", "input", "conv.weight", "nowhere"),
    "a bias of whole numbers": numbers("dense.bias", np.zeros(3, "i8")),
    "a bias that is worked out": reads("dense", "flatten.output", "dense.weight", "conv.output"),
    **{
        f"a bias in type {kind}": worked_out(
            "dense", 2, _made("Cast", ["old"], ["new"], to=kind), old=np.ones(3, "f4")
        )
        for kind in (0, 3, 7, 9)
    },
    "a bias of whole ones": worked_out(
        "dense", 2,
        _made("ConstantOfShape", ["old"], ["new"], value=TensorProto(
            data_type=7, dims=[1], int64_data=[1])), old=np.array([3]),
    ),
    "a filling that is nowhere": nodes_before(
        "conv", _made("Pad", ["FIRST", "pads", "nowhere"], ["wide"]),
        pads=[0] * 8,
    ),
    **{
        f"numbers in type {kind}": nodes_before(
            "flatten", _made("Cast", ["FIRST"], ["whole"], to=kind),
            _made("Cast", ["whole"], ["back"], to=1),
        )
        for kind in (0, 3, 6, 7, 9)
    },
    "sparse": lambda model: (
        model.graph.initializer.remove(tensor_of(model)),
        model.graph.sparse_initializer.add(),
    ),
    **{
        f"operator {kind[:12]!a}": operator("leaky", kind, domain)
        for kind, domain in [
            ("Resize", ""), ("ConvTranspose", ""), ("QLinearConv", ""), ("Einsum", ""),
            ("FusedConv", "com.microsoft"), ("Relu", "com.example"), ("", ""),
            ("relu", ""), (NAUGHTY, ""), ("Relu", NAUGHTY), (HIDDEN, ""), ("Relu", HIDDEN), ("Mul", ""), ("Neg", ""),
            ("Div", ""), ("Pow", ""), ("Unsqueeze", ""), ("Gather", ""), ("Pad", ""),
            ("ConstantOfShape", ""), ("Slice", ""), ("Constant", ""), ("Shape", ""),
        ]
    },
    **{f"{kind} of a graph": subgraph(kind) for kind in ("Loop", "If", "Scan")},
    **{
        f"conv {name} {value!a}": setting("conv", name, value)
        for name, value in [
            ("strides", [0, 1]), ("strides", [-1, 1]), ("strides", [1, 1, 1]),
            ("strides", [2**62, 1]), ("strides", ["a"]), ("dilations", [0, 0]),
            ("dilations", [9, 9]), ("dilations", [2**60, 1]), ("pads", [-1, 0, 0, 0]),
            ("pads", [2**60] * 4), ("pads", [1, 1]), ("pads", [16000] * 4),
            ("group", 0), ("group", -2), ("group", 3), ("group", 2**62),
            ("auto_pad", "SAME"), ("auto_pad", b"\xff\xfe"),
        ]
    },
    **{
        f"pool {name} {value!a}": setting("pool", name, value)
        for name, value in [
            ("kernel_shape", [0, 0]), ("kernel_shape", [2]), ("kernel_shape", 2),
            ("kernel_shape", [2**40, 2**40]), ("kernel_shape", [9000, 9000]),
            ("kernel_shape", [9, 9]), ("kernel_shape", [-2, 2]), ("strides", [0, 0]),
            ("pads", [5, 5, 5, 5]), ("pads", [0, 0, 1, 7]), ("pads", [2**50] * 4),
            ("dilations", [2, 2]), ("kernel_shape", [2.0, 2.0]),
        ]
    },
    **{
        f"{node} {name} {value}": setting(node, name, value)
        for node, name, value in [
            ("leaky", "alpha", float("nan")), ("leaky", "alpha", float("inf")),
            ("lrn", "size", 0), ("lrn", "size", -3), ("lrn", "size", 2),
            ("lrn", "size", 2**40 + 1), ("lrn", "beta", float("nan")),
            ("norm", "epsilon", float("nan")), ("norm", "training_mode", 1),
            ("flatten", "axis", 0), ("flatten", "axis", 7), ("softmax", "axis", 0),
            ("both", "axis", 0), ("both", "axis", 3), ("dense", "transA", 1),
            ("dense", "alpha", 0.5), ("dense", "beta", 2.0), ("dense", "transB", 0),
        ]
    },
    **{
        f"dropout of {rate}": numbers("drop.rate", np.array(rate, "f4"))
        for rate in (1, 5, -1, np.nan)
    },
    **{
        f"turned {order}": nodes_before(
            "flatten", _made("Transpose", ["FIRST"], ["turned"], perm=order)
        )
        for order in ([0, 2, 1, 3], [3, 2, 1, 0], [0, 1], [0, 0, 0, 0], [0, 9, 1, 2])
    },
    **{
        f"new shape {shape}": nodes_before(
            "flatten", _made("Reshape", ["FIRST", "shape"], ["shaped"]), shape=shape
        )
        for shape in ([2, 3], [0, 0, 0], [], [-1], [-1, -1, -1], [2**62, 4], [0, 16, 8])
    },
    "a logarithm in the middle": nodes_before(
        "softmax", _made("LogSoftmax", ["FIRST"], ["log"], axis=1)
    ),
    "squeezed": nodes_before(
        "flatten", _made("Squeeze", ["FIRST", "at"], ["less"]), at=np.array([2, 3])
    ),
    "padded before a maximum": nodes_before(
        "pool", _made("Pad", ["FIRST", "pads"], ["wide"]), pads=[0, 0, 1, 1, 0, 0, 1, 1]
    ),
    "padded channels": nodes_before(
        "conv", _made("Pad", ["FIRST", "pads"], ["wide"]), pads=[0, 1, 1, 1, 0, 0, 1, 1]
    ),
    "a mean of one axis": nodes_before(
        "flatten", _made("ReduceMean", ["FIRST"], ["mean"], axes=[2])
    ),
    "a shape beyond its end": nodes_before(
        "flatten", _made("Shape", ["FIRST"], ["s"]), _made("Gather", ["s", "at"], ["g"]),
        _made("Reshape", ["FIRST", "g"], ["shaped"]), at=np.array(99),
    ),
    "steps of nothing": nodes_before(
        "flatten", _made("Shape", ["FIRST"], ["s"]),
        _made("Slice", ["s", "zero", "zero", "zero", "zero"], ["g"]),
        _made("Reshape", ["FIRST", "g"], ["shaped"]), zero=np.array([0]),
    ),
    "a shape of everything": nodes_before(
        "flatten", _made("ConstantOfShape", ["big"], ["b"]),
        _made("Reshape", ["FIRST", "b"], ["shaped"]), big=np.array([2**40, 2**20]),
    ),
    "a shape that doubles": doubled,
    "weights shared by many": shared,
    "six thousand nodes": long_chain,
    "a text of five million": field(_graph, doc_string="x" * 5_000_000),
    "nodes without outputs": lambda model: model.graph.output[0].ClearField("name"),
    "an attribute of no type": lambda model: node_of(model, "pool").attribute.extend(
        [AttributeProto(name="pads")]
    ) or node_of(model, "pool").attribute.pop(0),
}  # fmt: skip


def varint(value: int) -> bytes:
    out = b""
    while value > 127:
        out += bytes([value & 127 | 128])
        value >>= 7
    return out + bytes([value])


def inside(*fields: int, content: bytes = b"") -> bytes:
    """Return content wrapped in fields of protocol buffers, the last one innermost."""
    for number in reversed(fields):
        content = varint(number << 3 | 2) + varint(len(content)) + content
    return content


def files() -> Iterator[tuple[str, bytes]]:
    """Yield each file with what is wrong with it."""
    good = whole()
    graph_ends = good.rindex(b"softmax") + 100
    for part in range(30):
        yield f"cut after part {part}", good[: graph_ends * part // 30]
    chance = random.Random(1)
    for size in (1, 3, 10, 50, 300, 5000):
        yield f"chance {size}", chance.randbytes(size)
    yield "text", b"This is not a network."
    yield "zeros", bytes(300)
    yield "ones", b"\xff" * 300
    yield "picture", b"\x89PNG\r\n\x1a\n" + bytes(50)
    yield "archive", b"PK\x03\x04" + bytes(50)
    yield "pickle", b"\x80\x04cos\nsystem\n(S'echo'\ntR."
    yield "json", b'{"a": ' + b"[" * 5000
    header = b"\x08\x08" + inside(8, content=b"\x10\x11")
    for depth in (20, 60, 3000):
        # A graph in an attribute of a node of a graph, and so on.
        yield f"deep {depth}", header + inside(7, *(1, 5, 6) * depth)
    yield "a million nodes", header + inside(7, content=b"\x0a\x00" * 1_000_000)
    yield "a million tensors", header + inside(7, content=b"\x2a\x00" * 1_000_000)
    yield "a million axes", header + inside(7, 5, content=b"\x08\x01" * 1_000_000)
    yield (
        "axes beyond all",
        header + inside(7, 5, content=b"\x08" + b"\xff" * 9 + b"\x01"),
    )
    yield "a number without end", b"\x08" + b"\xff" * 20
    yield "a length beyond the end", b"\x3a" + varint(2**62) + b"abc"
    yield "a group", b"\x0b\x0c"
    yield "text that is no text", header + inside(7, 2, content=b"\xff\xfe")
    for name, change in CHANGES.items():
        model = ModelProto.FromString(good)
        change(model)
        yield name, model.SerializeToString()
