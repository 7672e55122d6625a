"""ONNX files run by ONNX Runtime: the oracle of what we write and read."""

import numpy as np
import onnxruntime

from cnnviz.engine.networks.layers import Network


def run(data: bytes, batch: np.ndarray) -> np.ndarray:
    """Return the only output of a file for its only input."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.log_severity_level = 3
    session = onnxruntime.InferenceSession(
        data, options, providers=["CPUExecutionProvider"]
    )
    (input_,) = session.get_inputs()
    (output,) = session.run(None, {input_.name: batch})
    return np.asarray(output)


def batch_for(network: Network, count: int = 2) -> np.ndarray:
    """Return numbers as a normalised picture has them."""
    random = np.random.default_rng(3)
    return random.normal(size=(count, *network.input_chw)).astype(np.float32)
