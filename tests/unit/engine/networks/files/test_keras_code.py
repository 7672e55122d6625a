"""Networks as programs of Keras: what can be written, and what it has no layer for."""

import importlib.util
import os
from pathlib import Path

import numpy as np
import pytest
from hypothesis import assume, given, settings

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.messages.catalogue import sentence
from cnnviz.engine.networks.catalogue import network
from cnnviz.engine.networks.files.keras_code import keras_code
from cnnviz.engine.networks.files.keras_layers import KERAS_LAYERS
from cnnviz.engine.networks.forward import ForwardPass
from cnnviz.engine.networks.layers import (
    LAYER_KINDS,
    Conv2d,
    Flatten,
    Linear,
    Network,
    Pool2d,
)
from cnnviz.engine.networks.weights import save_weights
from tests.helpers.drawn_networks import networks
from tests.helpers.exported_code import imported
from tests.helpers.torch_oracle import around, random_weights

WRITTEN = [
    "lenet5",
    "convnet",
    "sign-language",
    "cifar10",
    "tiny-vgg",
    "mlp",
    "alexnet",
]

needs_keras = pytest.mark.skipif(
    importlib.util.find_spec("keras") is None, reason="Keras is not installed"
)


@pytest.mark.parametrize("name", WRITTEN)
def test_that_a_network_of_the_catalogue_is_a_program(name: str) -> None:
    code = keras_code(network(name), "w.safetensors")
    compile(code, "written.py", "exec")
    assert "keras.Model(" in code


def test_that_a_convolution_with_a_stride_is_one_line_of_keras() -> None:
    conv = Conv2d(name="c", channels=6, kernel=(3, 2), stride=(2, 3))
    answer = Flatten(name="f"), Linear(name="l", units=1)
    code = keras_code(around(conv, *answer, input_chw=(2, 9, 9)), "w.safetensors")
    line = 'x = layers.Conv2D(6, (3, 2), strides=(2, 3), name="c")(x)  # 4 x 3 x 6'
    assert f"    {line}\n" in code


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("lenet5-1998", "s2 (subsampling)"),
        ("alexnet-2012", "norm1 (local_response_norm)"),
        ("googlenet", "norm1 (local_response_norm)"),
    ],
)
def test_that_what_keras_lacks_is_named(name: str, said: str) -> None:
    with pytest.raises(CnnvizError) as caught:
        keras_code(network(name), "w.safetensors")
    assert said in sentence(caught.value)


@pytest.mark.parametrize(
    "layer",
    [
        Conv2d(name="odd", channels=1, kernel=(1, 1), connections_table=((0,),)),
        Conv2d(
            name="odd",
            channels=1,
            kernel=(1, 1),
            padding=(1, 1),
            padding_mode="reflect",
        ),
        Conv2d(name="odd", channels=1, kernel=(2, 2), stride=(2, 2), dilation=(2, 2)),
        Pool2d(name="odd", padding=(1, 1)),  # the picture may be below 0
        Pool2d(name="odd", kind="min", padding=(1, 1)),
    ],
)
def test_that_a_setting_that_keras_lacks_is_named(layer: Conv2d | Pool2d) -> None:
    odd = around(
        layer, Flatten(name="f"), Linear(name="l", units=1), input_chw=(2, 6, 6)
    )
    with pytest.raises(CnnvizError, match="keras_has_no_layer"):
        keras_code(odd, "w.safetensors")


def test_that_only_three_kinds_are_not_written() -> None:
    assert set(LAYER_KINDS) - set(KERAS_LAYERS) == {
        "subsampling",
        "local_response_norm",
        "radial_basis",
    }


@settings(max_examples=60, deadline=None)
@given(networks())
def test_that_what_is_written_is_a_program(drawn: Network) -> None:
    try:
        code = keras_code(drawn, "w.safetensors")
    except CnnvizError:
        assume(False)
    compile(code, "written.py", "exec")


def answers_alike(drawn: Network, folder: Path) -> None:
    weights = random_weights(drawn)
    save_weights(folder / "w.safetensors", drawn, weights)
    (folder / "written.py").write_text(keras_code(drawn, "w.safetensors"))
    batch = np.random.default_rng(3).normal(size=(2, *drawn.input_chw))
    batch_nchw = batch.astype(np.float32)
    os.environ.setdefault("KERAS_BACKEND", "torch")
    model = imported(folder / "written.py").build()
    found = model.predict(batch_nchw.transpose(0, 2, 3, 1), verbose=0)
    expected = ForwardPass(drawn, weights).last(batch_nchw)
    np.testing.assert_allclose(found, expected, rtol=1e-3, atol=1e-4)


@needs_keras
@pytest.mark.parametrize("name", [name for name in WRITTEN if name != "alexnet"])
def test_that_keras_answers_alike(name: str, tmp_path: Path) -> None:
    answers_alike(network(name), tmp_path)


@needs_keras
@settings(max_examples=40, deadline=None)
@given(drawn=networks())
def test_that_keras_answers_alike_for_any_network(
    drawn: Network, tmp_path_factory: pytest.TempPathFactory
) -> None:
    try:
        keras_code(drawn, "w.safetensors")
    except CnnvizError:
        assume(False)
    answers_alike(drawn, tmp_path_factory.mktemp("keras"))
