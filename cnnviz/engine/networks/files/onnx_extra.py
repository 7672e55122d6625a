"""ONNX where it is installed: an extra, so that nothing else needs it."""

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, cast

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.networks.layers import Network

if TYPE_CHECKING:
    from types import ModuleType

    from cnnviz.engine.networks.weights import Weights


def onnx_bytes(network: Network, weights: "Weights") -> bytes:
    """Return a network as a model of ONNX.

    Raises
    ------
    CnnvizError
        ``onnx_not_installed``, or what the writing raises.
    """
    return cast("bytes", _module("onnx_export").onnx_bytes(network, weights))


def read_onnx(path: Path) -> tuple[Network, "Weights"]:
    """Return the network of an ONNX file, and its weights.

    Raises
    ------
    CnnvizError
        ``onnx_not_installed``, or what the reading raises.
    """
    return cast("tuple[Network, Weights]", _module("onnx_import").read_onnx(path))


def _module(name: str) -> "ModuleType":
    try:
        return import_module(f"cnnviz.engine.networks.files.{name}")
    except ModuleNotFoundError as error:
        raise CnnvizError("onnx_not_installed") from error
