"""Weights in files: safetensors only, which holds numbers and nothing that runs."""

from collections.abc import Mapping
from importlib.resources import as_file
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray
from safetensors import SafetensorError, safe_open
from safetensors.numpy import save

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.files import check_file, reason, write_whole
from cnnviz.engine.networks.layers import Network
from cnnviz.engine.networks.shapes import Shape, parameter_shapes
from cnnviz.engine.resources import resource

Weights = Mapping[str, NDArray[np.float32]]
"""Parameter name (``c1.weight``) -> its values."""

# Floating-point numbers that NumPy knows, as safetensors calls them.
_TYPES: Final = ("F16", "F32", "F64")


def save_weights(
    path: Path, network: Network, weights: Weights, **metadata: object
) -> None:
    """Write weights to a safetensors file, whole or not at all.

    Parameters
    ----------
    path
        The file to write; replaced when it is there, folders made when they are not.
    network
        The network that the weights belong to; its name goes into the metadata.
    weights
        Every parameter of the network.
    **metadata
        What else to say in the file, e.g. ``data="mnist"``; written as text.

    Raises
    ------
    CnnvizError
        ``weights_mismatch``, ``weights_not_finite`` or ``file_unwritable``.
    """
    _check_shapes(network, {name: values.shape for name, values in weights.items()})
    _check_finite(weights, name=path.name)
    content = save(
        {
            name: np.ascontiguousarray(values, np.float32)
            for name, values in weights.items()
        },
        {
            "network": network.name,
            **{key: str(value) for key, value in metadata.items()},
        },
    )
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CnnvizError(
            "file_unwritable", file=str(path), reason=reason(error)
        ) from error
    write_whole(path, content)


def load_weights(path: Path, network: Network) -> Weights:
    """Read a network's weights from a safetensors file.

    Returns
    -------
    Weights
        Every parameter of the network, float32.

    Raises
    ------
    CnnvizError
        What `cnnviz.engine.files.check_file` raises, ``weights_unreadable`` (not safetensors,
        cut off, or not floating-point numbers), ``weights_mismatch`` (another network's
        names or shapes) or ``weights_not_finite``.
    """
    check_file(path)
    try:
        with safe_open(path, framework="numpy") as file:
            # Names, shapes and types stand in the header: a wrong file is refused
            # unread.
            slices = {
                name: file.get_slice(name)
                for name in file.keys()  # noqa: SIM118 (not a mapping)
            }
            shapes = {name: tuple(part.get_shape()) for name, part in slices.items()}
            _check_shapes(network, shapes)
            types = {name: str(part.get_dtype()) for name, part in slices.items()}
            _check_types(types, name=path.name)
            # What float32 cannot hold becomes infinite, and is refused below.
            with np.errstate(over="ignore"):
                weights = {
                    name: np.asarray(file.get_tensor(name), np.float32)
                    for name in parameter_shapes(network)
                }
    except (SafetensorError, OSError, TypeError, ValueError) as error:
        raise CnnvizError(
            "weights_unreadable", name=path.name, reason=str(error)
        ) from error
    _check_finite(weights, name=path.name)
    return weights


def read_metadata(path: Path) -> Mapping[str, str]:
    """Return what a weight file says about itself: network, data, accuracy, seed.

    Raises
    ------
    CnnvizError
        What `cnnviz.engine.files.check_file` raises, or ``weights_unreadable``.
    """
    check_file(path)
    try:
        with safe_open(path, framework="numpy") as file:
            return dict(file.metadata() or {})
    except (SafetensorError, OSError) as error:
        raise CnnvizError(
            "weights_unreadable", name=path.name, reason=str(error)
        ) from error


def shipped_weights(network: Network) -> Weights:
    """Return the trained weights that come with cnnviz.

    Raises
    ------
    CnnvizError
        ``weights_not_shipped`` for a network that comes untrained.
    """
    packaged = resource("weights", f"{network.name}.safetensors")
    if not packaged.is_file():
        raise CnnvizError(
            "weights_not_shipped", title=network.title, network=network.name
        )
    with as_file(packaged) as path:
        return load_weights(path, network)


def shipped_metadata(network: Network) -> Mapping[str, str]:
    """Return what the shipped weight file says about itself; empty when none is."""
    packaged = resource("weights", f"{network.name}.safetensors")
    if not packaged.is_file():
        return {}
    with as_file(packaged) as path:
        return read_metadata(path)


def check_weights(network: Network, weights: Weights) -> None:
    """Refuse weights that are not this network's.

    Raises
    ------
    CnnvizError
        ``weights_mismatch`` or ``weights_not_finite``.
    """
    _check_shapes(network, {name: values.shape for name, values in weights.items()})
    _check_finite(weights, name=network.title)


def _check_shapes(network: Network, found: Mapping[str, Shape]) -> None:
    expected = parameter_shapes(network)
    for name in (*expected, *found):
        if expected.get(name) != found.get(name):
            raise CnnvizError(
                "weights_mismatch",
                title=network.title,
                parameter=name,
                expected=_words(expected.get(name)),
                found=_words(found.get(name)),
            )


def _check_types(found: Mapping[str, str], name: str) -> None:
    for parameter, kind in found.items():
        if kind not in _TYPES:
            raise CnnvizError(
                "weights_unreadable",
                name=name,
                reason=f"{parameter} is of type {kind}, not {', '.join(_TYPES)}",
            )


def _words(shape: Shape | None) -> str:
    return "–" if shape is None else " × ".join(map(str, shape))


def _check_finite(weights: Weights, name: str) -> None:
    for parameter, values in weights.items():
        bad = int(values.size - np.isfinite(values).sum())
        if bad:
            raise CnnvizError(
                "weights_not_finite", name=name, parameter=parameter, count=bad
            )
