"""Programs that were exported, run as a stranger would: from the file, without cnnviz."""

import importlib.util
from pathlib import Path
from types import ModuleType

import numpy as np
import torch

from cnnviz.engine.networks.files.pytorch_code import pytorch_code
from cnnviz.engine.networks.forward import ForwardPass
from cnnviz.engine.networks.layers import Network
from cnnviz.engine.networks.weights import save_weights
from tests.helpers.torch_oracle import random_weights


def imported(path: Path) -> ModuleType:
    """Return a file as a module."""
    spec = importlib.util.spec_from_file_location("exported", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def check_torch_code(network: Network, folder: Path) -> ModuleType:
    """Write a network as code, run it, and compare its answers with ours."""
    weights = random_weights(network)
    save_weights(folder / "w.safetensors", network, weights)
    path = folder / "exported.py"
    path.write_text(pytorch_code(network, "w.safetensors"), encoding="utf-8")
    assert "cnnviz." not in path.read_text(encoding="utf-8").partition("import")[2]
    module = imported(path)
    batch = np.random.default_rng(3).normal(size=(2, *network.input_chw))
    batch_nchw = batch.astype(np.float32)
    with torch.inference_mode():
        found = module.build()(torch.tensor(batch_nchw)).numpy()
    expected = ForwardPass(network, weights).last(batch_nchw)
    assert found.shape == expected.shape
    np.testing.assert_allclose(found, expected, rtol=1e-3, atol=1e-4)
    return module
