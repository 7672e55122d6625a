"""Files of networks by their endings: how each is read."""

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from cnnviz.engine.networks.layers import Network

if TYPE_CHECKING:
    from cnnviz.engine.networks.weights import Weights

Held = tuple[Network, "Weights | None"]
"""A network, and the weights that came with it."""


# A reader is loaded with the first file of its format: the window knows the table.


def _from_json(path: Path) -> Held:
    from cnnviz.engine.networks.files.network_json import read_network_json

    return read_network_json(path), None


def _from_onnx(path: Path) -> Held:
    from cnnviz.engine.networks.files.onnx.reader import read_onnx

    return read_onnx(path)


NETWORK_READERS: Final[Mapping[str, Callable[[Path], Held]]] = MappingProxyType(
    {".json": _from_json, ".onnx": _from_onnx}
)
"""What reads a network, by the ending of its file."""


def is_network_file(name: str) -> bool:
    """Whether a name is that of a file of a network, and not a network's own.

    Examples
    --------
    >>> is_network_file("mine.JSON"), is_network_file("lenet5")
    (True, False)
    """
    return Path(name).suffix.lower() in NETWORK_READERS


def read_network(path: Path) -> Held:
    """Return the network of a file, and its weights where it holds some.

    Raises
    ------
    CnnvizError
        What the reader of the format raises.
    """
    return NETWORK_READERS[path.suffix.lower()](path)
