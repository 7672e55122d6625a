"""Which ONNX is written and which is read, and whether its library is there."""

from typing import Final

from cnnviz.engine.lacking import onnx_missing
from cnnviz.engine.networks.layers import Conv2d, Network

OPSETS: Final = range(7, 29)
"""Versions of ONNX's operators that are read."""

FORMATS: Final = range(3, 15)
"""Versions of ONNX's file format (IR) that are read."""


def require_onnx() -> None:
    """Refuse to go on without the library, which is an extra.

    Raises
    ------
    CnnvizError
        ``onnx_missing`` or ``onnx_left_out``, which say how to get it.
    """
    try:
        import onnx  # noqa: F401 (only whether it is there)
    except ImportError as error:
        raise onnx_missing() from error


def versions_for(network: Network) -> tuple[int, int]:
    """Return the versions of operators and format that a network is written in.

    Old ones, for many programs read them; a picture that goes round at its edges is
    known from operators 19 on.

    Examples
    --------
    >>> from cnnviz.engine.networks.catalogue import network
    >>> versions_for(network("lenet5"))
    (17, 8)
    """
    is_circular = any(
        isinstance(layer, Conv2d) and layer.padding_mode == "circular"
        for layer in network.layers
    )
    return (19, 9) if is_circular else (17, 8)
