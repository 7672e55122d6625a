"""What torch makes of a network, layer by layer: the oracle of the NumPy forward pass."""

from typing import Any

import numpy as np
import torch

from cnnviz.engine.networks.build import NetworkModule, build
from cnnviz.engine.networks.forward import ForwardPass
from cnnviz.engine.networks.layers import LayerSpec, Network
from cnnviz.engine.networks.layers.modules import SeededDropout
from cnnviz.engine.networks.shapes import layer_shapes, parameter_shapes, weight_shapes
from cnnviz.engine.networks.summary import summarize
from cnnviz.engine.networks.weights import Weights


def weights_of(module: torch.nn.Module) -> dict[str, np.ndarray]:
    """Return a copy of every number of a module."""
    return {
        name: values.numpy().astype(np.float32).copy(order="C")
        for name, values in module.state_dict().items()
    }


def random_weights(network: Network, seed: int = 0) -> Weights:
    """Return numbers for every parameter and buffer, variances above 0."""
    random = np.random.default_rng(seed)
    weights = {}
    for name, shape in weight_shapes(network).items():
        values = random.normal(0, 0.5, shape).astype(np.float32)
        weights[name] = np.abs(values) + 0.1 if name.endswith("running_var") else values
    return weights


def load(module: torch.nn.Module, weights: Weights) -> None:
    """Give a module these numbers."""
    module.load_state_dict({name: torch.tensor(w) for name, w in weights.items()})


def torch_outputs(
    module: NetworkModule, batch_nchw: np.ndarray, *, batch_statistics: bool = False
) -> list[np.ndarray]:
    """Return each layer's output as after training, in the order of the network.

    With ``batch_statistics`` as while training, but for dropout, which drops nothing;
    the running numbers stay as they were.
    """
    said: list[np.ndarray] = []

    def note(_module: Any, _inputs: Any, output: torch.Tensor) -> None:
        said.append(output.numpy().copy(order="C"))

    hooks = [part.register_forward_hook(note) for part in module.children()]
    before = {name: held.clone() for name, held in module.state_dict().items()}
    module.train(batch_statistics)
    for part in module.modules():
        if isinstance(part, SeededDropout):
            part.eval()
    with torch.inference_mode():
        module(torch.tensor(batch_nchw))
    module.load_state_dict(before)
    module.train()
    for hook in hooks:
        hook.remove()
    return said


def around(*layers: LayerSpec, input_chw: tuple[int, int, int]) -> Network:
    """Return a network of these layers alone."""
    return Network(
        name="test",
        title="Test",
        input_chw=input_chw,
        normalization=(0.5, 0.25),
        labels=("a",),
        layers=layers,
    )


def compared_with_torch(
    network: Network, count: int = 2
) -> tuple[np.ndarray, np.ndarray, Any]:
    """Check the network against torch; return input, last output and weights."""
    weights = random_weights(network)
    module = build(network)
    assert {n: tuple(v.shape) for n, v in module.state_dict().items()} == (
        weight_shapes(network)
    )
    assert {n: tuple(v.shape) for n, v in module.named_parameters()} == (
        parameter_shapes(network)
    )
    load(module, weights)
    batch = np.random.default_rng(3).normal(size=(count, *network.input_chw))
    batch_nchw = batch.astype(np.float32)
    found = list(ForwardPass(network, weights).outputs(batch_nchw))
    expected = torch_outputs(module, batch_nchw)
    shapes = layer_shapes(network)
    summary = summarize(network)
    for layer, mine, torchs, (_, shape), line in zip(
        network.layers, found, expected, shapes, summary.layers, strict=True
    ):
        assert mine.dtype == np.float32
        assert mine.shape == torchs.shape == (count, *shape), layer
        np.testing.assert_allclose(mine, torchs, rtol=1e-4, atol=1e-5)
        assert line.can_be_negative or mine.min() >= 0, layer
    learned = sum(values.numel() for values in module.parameters())
    assert summary.learned == learned
    return batch_nchw, found[-1], weights


def assert_close(expected: torch.Tensor, found: np.ndarray) -> None:
    """Check numbers against those of a function of torch, called by hand."""
    np.testing.assert_allclose(found, expected.numpy(), rtol=1e-4, atol=1e-5)
