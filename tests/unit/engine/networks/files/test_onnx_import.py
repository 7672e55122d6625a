"""ONNX files of PyTorch, of Keras and of our own, read: the same answers come out."""

import io
import sys
import warnings
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnx
import pytest
import torch
from hypothesis import HealthCheck, given, settings
from onnx import TensorProto, helper, numpy_helper
from torch import nn
from torch.nn import functional

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.messages.catalogue import sentence
from cnnviz.engine.networks.catalogue import NETWORKS
from cnnviz.engine.networks.files.onnx.reader import read_onnx
from cnnviz.engine.networks.files.onnx.writer import onnx_bytes
from cnnviz.engine.networks.forward import ForwardPass
from cnnviz.engine.networks.layers import Add, Conv2d, Flatten, Linear, Network, Pool2d
from cnnviz.engine.networks.seeded_weights import seeded_weights
from cnnviz.engine.networks.shapes import weight_shapes
from cnnviz.engine.networks.weights import Weights, check_weights
from tests.helpers.drawn_networks import networks
from tests.helpers.onnx_runs import batch_for, run
from tests.helpers.torch_oracle import around, random_weights

SMALL = [n for n in NETWORKS if n not in ("alexnet", "alexnet-2012", "googlenet")]


def read(data: bytes, folder: Path, name: str = "net.onnx") -> tuple[Network, Weights]:
    path = folder / name
    path.write_bytes(data)
    return read_onnx(path)


def same_answers(data: bytes, folder: Path, batch: np.ndarray | None = None) -> Network:
    """Check what is read against ONNX Runtime; pictures of Keras have channels last."""
    network, weights = read(data, folder)
    check_weights(network, weights)
    batch = batch_for(network, 1) if batch is None else batch
    model = onnx.load_model_from_string(data)
    dims = model.graph.input[0].type.tensor_type.shape.dim[1:]
    sizes = [size.dim_value for size in dims]
    given = batch if (*sizes,) == network.input_chw else batch.transpose(0, 2, 3, 1)
    found = ForwardPass(network, weights).last(batch)
    expected = run(data, given.reshape(-1, *sizes))
    np.testing.assert_allclose(
        found, expected.reshape(found.shape), rtol=1e-4, atol=1e-4
    )
    return network


@pytest.mark.parametrize("name", SMALL)
def test_that_what_we_write_comes_back(name: str, tmp_path: Path) -> None:
    network = NETWORKS[name]
    weights = seeded_weights(network)
    found, numbers = read(onnx_bytes(network, weights), tmp_path, f"{name}.onnx")
    batch = batch_for(network)
    np.testing.assert_allclose(
        ForwardPass(found, numbers).last(batch),
        ForwardPass(network, weights).last(batch),
        rtol=1e-5,
        atol=1e-5,
    )
    assert (found.name, found.title) == (f"{name}.onnx", network.title)
    assert found.labels == network.labels
    assert found.channel_normalizations == network.channel_normalizations
    assert [x.name for x in found.layers] == [x.name for x in network.layers]
    assert {k: v.shape for k, v in numbers.items()} == weight_shapes(found)


def test_that_googlenet_comes_back_with_its_branches(tmp_path: Path) -> None:
    network = NETWORKS["googlenet"]
    found, numbers = read(onnx_bytes(network, seeded_weights(network)), tmp_path)
    assert len(found.layers) == len(network.layers)
    # Those of paddings that are named differ in words only.
    assert weight_shapes(found) == weight_shapes(network)
    assert numbers.keys() == weight_shapes(network).keys()


@settings(max_examples=60, suppress_health_check=[*HealthCheck])
@given(networks())
def test_that_any_network_that_we_write_comes_back(
    tmp_path: Path, network: Network
) -> None:
    weights = random_weights(network)
    found, numbers = read(onnx_bytes(network, weights), tmp_path)
    batch = batch_for(network)
    np.testing.assert_allclose(
        ForwardPass(found, numbers).last(batch),
        ForwardPass(network, weights).last(batch),
        rtol=1e-4,
        atol=1e-5,
    )


def test_that_sums_beside_a_branch_are_no_subsampling(tmp_path: Path) -> None:
    network = around(
        Pool2d(name="sums", kind="sum", kernel=(2, 2), stride=(1, 1), padding="same"),
        Add(name="both", inputs=("sums", "input")),
        Flatten(name="flatten"),
        input_chw=(2, 3, 4),
    )
    found, _ = read(onnx_bytes(network, {}), tmp_path)
    assert [layer.key for layer in found.layers] == ["pool2d", "add", "flatten"]


class Digits(nn.Module):
    """PyTorch's own example for MNIST, smaller; it flattens by ``view``."""

    def __init__(self) -> None:
        super().__init__()
        self.conv1, self.conv2 = nn.Conv2d(1, 4, 3), nn.Conv2d(4, 6, 3)
        self.dropout = nn.Dropout(0.25)
        self.fc1, self.fc2 = nn.Linear(6 * 6 * 6, 8), nn.Linear(8, 10)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        x = functional.relu(self.conv2(functional.relu(self.conv1(x))))
        x = self.dropout(functional.max_pool2d(x, 2))
        x = functional.relu(self.fc1(x.view(x.size(0), -1)))
        return functional.log_softmax(self.fc2(x), dim=1)


class Block(nn.Module):
    """A residual block, with more kinds of padding than one needs."""

    def __init__(self) -> None:
        super().__init__()
        self.a = nn.Sequential(
            nn.Conv2d(4, 4, 3, padding=1, padding_mode="reflect", bias=False),
            nn.LeakyReLU(0.2), nn.BatchNorm2d(4), nn.ZeroPad2d((1, 0, 2, 1)),
            nn.Conv2d(4, 4, (4, 2), groups=2),
        )  # fmt: skip
        self.b = nn.Conv2d(4, 4, 2, padding="same")

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return torch.cat([self.a(x) + x, torch.sigmoid(self.b(x)), torch.tanh(x)], 1)


class Mean(nn.Module):
    """A global mean as functions write it."""

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return x.mean([2, 3])


def exported(module: nn.Module, size: Sequence[int], **options: object) -> bytes:
    file = io.BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the other exporter needs one more package
        torch.onnx.export(
            module.eval(), (torch.zeros(*size),), file, dynamo=False, **options
        )  # type: ignore[call-overload]
    return file.getvalue()


FREE_BATCH = {"input_names": ["x"], "dynamic_axes": {"x": {0: "batch"}}}


@pytest.mark.parametrize("options", [{}, FREE_BATCH, {"opset_version": 11}])
def test_that_pytorchs_example_for_digits_is_read(
    options: dict[str, object], tmp_path: Path
) -> None:
    torch.manual_seed(0)
    data = exported(Digits(), (1, 1, 16, 16), **options)
    network, weights = read(data, tmp_path)
    batch = batch_for(network, 1)
    # A logarithm at the end is left out: probabilities can be seen.
    np.testing.assert_allclose(
        np.log(ForwardPass(network, weights).last(batch)), run(data, batch), atol=1e-4
    )
    assert network.answer == "probabilities"
    assert network.labels == tuple("0123456789")
    names = [layer.name for layer in network.layers]
    assert names[0] == "conv1"
    assert {"conv2", "fc1", "fc2"} < {*names}


@pytest.mark.parametrize("options", [{}, FREE_BATCH, {"opset_version": 10}])
@pytest.mark.parametrize(
    "end", [Mean(), nn.Sequential(nn.AdaptiveAvgPool2d(1), nn.Flatten())]
)
def test_that_branches_of_pytorch_are_read(
    end: nn.Module, options: dict[str, object], tmp_path: Path
) -> None:
    torch.manual_seed(0)
    module = nn.Sequential(
        nn.Conv2d(3, 4, 3, stride=2, padding=1), nn.ReLU(), Block(),
        nn.MaxPool2d(3, 2, 1, ceil_mode=True),
        nn.AvgPool2d(2, 2, 1, count_include_pad=True), end, nn.Linear(12, 5),
        nn.Softmax(1),
    )  # fmt: skip
    network = same_answers(exported(module, (1, 3, 14, 15), **options), tmp_path)
    assert {"add", "concatenate", "batch_norm", "global_pool2d"} < {
        layer.key for layer in network.layers
    }


def test_that_a_network_of_convolutions_alone_ends_in_probabilities(
    tmp_path: Path,
) -> None:
    for end in (nn.Softmax(1), nn.Identity()):
        module = nn.Sequential(nn.Conv2d(2, 3, 2), nn.ReLU(), nn.Conv2d(3, 4, 3), end)
        network = same_answers(exported(module, (1, 2, 4, 4)), tmp_path)
        is_softmax = isinstance(end, nn.Softmax)
        assert network.answer == ("probabilities" if is_softmax else "logits")
        assert len(network.labels) == 4


def test_that_padding_counts_as_pytorch_says(tmp_path: Path) -> None:
    for ceil_mode in (False, True):
        for counts in (False, True):
            module = nn.Sequential(
                nn.AvgPool2d(3, 2, 1, ceil_mode=ceil_mode, count_include_pad=counts),
                nn.Flatten(),
            )
            same_answers(exported(module, (1, 2, 6, 7)), tmp_path)


def keras_model(size: tuple[int, ...], channels: int, *, grey: str = "") -> bytes:
    """Return a file as tf2onnx writes it: channels last outside, first inside."""
    random = np.random.default_rng(5)
    tensors = []

    def number(name: str, *shape: int) -> str:
        values = random.normal(size=shape).astype(np.float32)
        tensors.append(numpy_helper.from_array(values, name))
        return name

    def whole(name: str, *values: int) -> str:
        tensors.append(numpy_helper.from_array(np.array(values, np.int64), name))
        return name

    begin = helper.make_node("Transpose", ["x"], ["t"], perm=[0, 3, 1, 2])
    if grey:
        begin = helper.make_node("Reshape", ["x", whole("s", -1, 1, 9, 8)], ["t"])
    nodes = [
        begin,
        helper.make_node("Conv", ["t", number("k", 3, channels, 3, 3)], ["c"],
                         name="net/conv2d/Conv2D", auto_pad="SAME_UPPER",
                         strides=[2, 1]),
        helper.make_node("Add", ["c", number("cb", 1, 3, 1, 1)], ["cc"],
                         name="net/conv2d/BiasAdd"),
        helper.make_node("Relu", ["cc"], ["r"], name="net/conv2d/Relu"),
        helper.make_node("Pad", ["r", whole("p", 0, 0, 1, 1, 0, 0, 1, 1)], ["pr"]),
        helper.make_node("MaxPool", ["pr"], ["m"], kernel_shape=[3, 3],
                         strides=[2, 2], name="net/pool/MaxPool"),
        helper.make_node("Transpose", ["m"], ["l"], perm=[0, 2, 3, 1]),
        helper.make_node("Relu", ["l"], ["lr"]),
        helper.make_node("Shape", ["lr"], ["sh"]),
        helper.make_node("Slice", ["sh", whole("a", 0), whole("b", 1)], ["n"]),
        helper.make_node("Concat", ["n", whole("rest", -1)], ["to"], axis=0),
        helper.make_node("Reshape", ["lr", "to"], ["f"], name="net/flatten/Reshape"),
        helper.make_node("MatMul", ["f", number("w", 36, 4)], ["d"],
                         name="net/dense/MatMul"),
        helper.make_node("Add", [number("db", 4), "d"], ["e"],
                         name="net/dense/BiasAdd"),
        helper.make_node("Softmax", ["e"], ["y"], name="net/dense/Softmax"),
    ]  # fmt: skip
    graph = helper.make_graph(
        nodes, "keras",
        [helper.make_tensor_value_info("x", TensorProto.FLOAT, ["n", *size])],
        [helper.make_tensor_value_info("y", TensorProto.FLOAT, ["n", 4])],
        tensors,
    )  # fmt: skip
    opset = helper.make_opsetid("", 15)
    model = helper.make_model(graph, opset_imports=[opset], ir_version=8)
    return model.SerializeToString()


@pytest.mark.parametrize(
    ("size", "channels", "grey"),
    [((9, 8, 3), 3, ""), ((9, 8, 1), 1, ""), ((9, 8, 1), 1, "yes"), ((9, 8), 1, "yes")],
)
def test_that_channels_that_keras_has_last_are_put_first(
    size: tuple[int, ...], channels: int, grey: str, tmp_path: Path
) -> None:
    network = same_answers(keras_model(size, channels, grey=grey), tmp_path)
    assert network.input_chw == (channels, 9, 8)
    assert [(layer.name, layer.key) for layer in network.layers] == [
        ("net_conv2d", "conv2d"), ("net_conv2d_1", "activation"), ("net_pool", "pool2d"),
        ("lr", "activation"), ("net_flatten", "flatten"), ("net_dense", "linear"),
        ("net_dense_6", "activation"),
    ]  # fmt: skip
    assert isinstance(network.layers[0], Conv2d)
    assert network.layers[0].bias


@pytest.mark.parametrize("keeps", [0, 1])
def test_that_branches_with_channels_last_come_together(
    keeps: int, tmp_path: Path
) -> None:
    random = np.random.default_rng(6)
    tensors = [
        numpy_helper.from_array(random.normal(size=size).astype(np.float32), name)
        for name, size in {"k": (5, 3, 2, 2), "w": (10, 4), "b": (1, 4)}.items()
    ]
    nodes = [
        helper.make_node("Transpose", ["x"], ["t"], perm=[0, 3, 1, 2]),
        helper.make_node("Conv", ["t", "k"], ["c"], auto_pad="SAME_LOWER"),
        helper.make_node("Transpose", ["c"], ["last"], perm=[0, 2, 3, 1]),
        helper.make_node("Tanh", ["last"], ["a"]),
        helper.make_node("Softmax", ["last"], ["s"], axis=-1),
        helper.make_node("Add", ["a", "s"], ["sum"]),
        helper.make_node("Concat", ["sum", "a"], ["both"], axis=3),
        helper.make_node("ReduceMean", ["both"], ["mean"], axes=[1, 2], keepdims=keeps),
        helper.make_node("Reshape", ["mean", "to"], ["row"]),
        helper.make_node("Gemm", ["row", "w", "b"], ["y"]),
    ]
    tensors.append(numpy_helper.from_array(np.array([-1, 10]), "to"))
    graph = helper.make_graph(
        nodes, "branches",
        [helper.make_tensor_value_info("x", TensorProto.FLOAT, ["n", 6, 5, 3])],
        [helper.make_tensor_value_info("y", TensorProto.FLOAT, ["n", 4])],
        tensors,
    )  # fmt: skip
    opset = helper.make_opsetid("", 13)
    model = helper.make_model(graph, opset_imports=[opset], ir_version=7)
    network = same_answers(model.SerializeToString(), tmp_path)
    assert network.input_chw == (3, 6, 5)


def test_that_numbers_of_any_floating_type_are_read(tmp_path: Path) -> None:
    network = NETWORKS["lenet5"]
    weights = seeded_weights(network)
    plain = onnx.load_model_from_string(onnx_bytes(network, weights))
    batch = batch_for(network, 1)
    expected = ForwardPass(network, weights).last(batch)
    for kind, raw in [("f2", True), ("f2", False), ("f4", False), ("f8", True), ("f8", False)]:  # fmt: skip
        model = onnx.ModelProto()
        model.CopyFrom(plain)
        for tensor in model.graph.initializer:
            values = numpy_helper.to_array(tensor).astype(kind)
            whole = helper.np_dtype_to_tensor_dtype(values.dtype)
            flat = values.tobytes() if raw else values.ravel().tolist()
            tensor.CopyFrom(
                helper.make_tensor(tensor.name, whole, values.shape, flat, raw=raw)
            )
        found = ForwardPass(*read(model.SerializeToString(), tmp_path)).last(batch)
        np.testing.assert_allclose(found, expected, rtol=1e-2, atol=1e-2)


@pytest.mark.parametrize("kind", ["f2", "f4", "f8"])
def test_that_a_bias_in_another_type_is_a_bias(kind: str, tmp_path: Path) -> None:
    network = around(Conv2d(name="c", channels=3, kernel=(2, 2)), Flatten(name="f"),
                     Linear(name="l", units=100), input_chw=(2, 3, 3))  # fmt: skip
    model = onnx.load_model_from_string(onnx_bytes(network, random_weights(network)))
    for tensor in model.graph.initializer:
        if tensor.name.endswith(("bias", "l.weight")):
            cast = helper.make_node("Cast", [f"{tensor.name}.2"], [tensor.name], to=1)
            model.graph.node.insert(0, cast)
            values = numpy_helper.to_array(tensor).astype(kind)
            tensor.CopyFrom(numpy_helper.from_array(values, cast.input[0]))
    found = same_answers(model.SerializeToString(), tmp_path)
    assert [layer.bias for layer in found.layers if layer.key != "flatten"] == [
        True
    ] * 2


@pytest.mark.parametrize("value", [None, 0.0, 0.5])
def test_that_a_bias_of_equal_numbers_is_a_bias(
    value: float | None, tmp_path: Path
) -> None:
    network = around(Flatten(name="f"), Linear(name="l", units=4), input_chw=(1, 3, 3))
    model = onnx.load_model_from_string(onnx_bytes(network, random_weights(network)))
    bias = next(one for one in model.graph.initializer if one.name == "l.bias")
    bias.CopyFrom(numpy_helper.from_array(np.array([4]), "size"))
    given = {} if value is None else {"value": helper.make_tensor("v", 1, [1], [value])}
    made = helper.make_node("ConstantOfShape", ["size"], ["l.bias"], **given)
    model.graph.node.insert(0, made)
    same_answers(model.SerializeToString(), tmp_path)


def test_that_numbers_in_another_type_of_float_are_the_same(tmp_path: Path) -> None:
    network = around(Flatten(name="f"), Linear(name="l", units=4), input_chw=(1, 3, 3))
    model = onnx.load_model_from_string(onnx_bytes(network, random_weights(network)))
    model.graph.node.insert(0, helper.make_node("Cast", ["input"], ["d"], to=11))
    model.graph.node.insert(1, helper.make_node("Cast", ["d"], ["s"], to=1))
    model.graph.node[2].input[0] = "s"
    same_answers(model.SerializeToString(), tmp_path)


def test_that_without_the_library_the_way_to_get_it_is_told(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setitem(sys.modules, "onnx", None)
    with pytest.raises(CnnvizError) as caught:
        read_onnx(tmp_path / "net.onnx")
    assert 'pip install "cnnviz[export]"' in sentence(caught.value)
