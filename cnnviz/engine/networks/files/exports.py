"""Files that a network is written to, by their endings."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final

from cnnviz.engine.networks.layers import Network
from cnnviz.engine.networks.weights import encode_weights

if TYPE_CHECKING:
    from cnnviz.engine.networks.weights import Weights

_WEIGHTS: Final = ".safetensors"
_CODE: Final = ".py"


def export_paths(out: Path) -> tuple[Path, ...]:
    """Return the files that an export writes: beside a program its weights.

    Examples
    --------
    >>> [path.name for path in export_paths(Path("net.py"))]
    ['net.py', 'net.safetensors']
    """
    is_code = out.suffix.lower() == _CODE
    return (out, out.with_suffix(_WEIGHTS)) if is_code else (out,)


def exported(
    network: Network,
    weights: "Callable[[], Weights]",
    out: Path,
    *,
    for_keras: bool = False,
) -> Mapping[Path, bytes]:
    """Return what an export writes, by file.

    Parameters
    ----------
    network
        The description.
    weights
        Reads its numbers; JSON needs none.
    out
        The file asked for: .onnx, .py, .json, or otherwise .safetensors.
    for_keras
        Whether a program is one of Keras, and not of PyTorch.

    Raises
    ------
    CnnvizError
        What the writer of the format raises, and ``weights``.
    """
    # A writer is loaded with the first file of its format: the window offers them all.
    match out.suffix.lower():
        case ".json":
            from cnnviz.engine.networks.files.network_json import network_json

            return {out: network_json(network).encode()}
        case ".onnx":
            from cnnviz.engine.networks.files.onnx.writer import onnx_bytes

            return {out: onnx_bytes(network, weights())}
        case ".py":
            _, beside = export_paths(out)
            if for_keras:
                from cnnviz.engine.networks.files.keras_code import (
                    keras_code as to_code,
                )
            else:
                from cnnviz.engine.networks.files.pytorch_code import (
                    pytorch_code as to_code,
                )

            code = to_code(network, beside.name)
            return {out: code.encode(), beside: encode_weights(network, weights())}
        case _:
            return {out: encode_weights(network, weights())}
