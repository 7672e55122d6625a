"""Weights in files: safetensors only, which holds numbers and nothing that runs."""

import os
from collections.abc import Mapping
from importlib.resources import as_file
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from safetensors import SafetensorError, safe_open
from safetensors.numpy import save

from cnnviz.errors import CnnvizError
from cnnviz.networks.layers import Network
from cnnviz.networks.shapes import Shape, parameter_shapes
from cnnviz.resources import resource

Weights = Mapping[str, NDArray[np.float32]]
"""Parameter name (``c1.weight``) -> its values."""


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
        _write_whole(path, content)
    except OSError as error:
        raise CnnvizError(
            "file_unwritable", file=str(path), reason=error.strerror or str(error)
        ) from error


def load_weights(path: Path, network: Network) -> Weights:
    """Read a network's weights from a safetensors file.

    Returns
    -------
    Weights
        Every parameter of the network, float32.

    Raises
    ------
    CnnvizError
        ``file_not_found``, ``weights_unreadable`` (not safetensors, or cut off),
        ``weights_mismatch`` (another network's names or shapes) or
        ``weights_not_finite``.
    """
    if not path.is_file():
        raise CnnvizError("file_not_found", file=str(path))
    try:
        with safe_open(path, framework="numpy") as file:
            # Names and shapes stand in the header: a wrong file is refused unread.
            shapes = {
                name: tuple(file.get_slice(name).get_shape())
                for name in file.keys()  # noqa: SIM118 (not a mapping)
            }
            _check_shapes(network, shapes)
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
        ``file_not_found`` or ``weights_unreadable``.
    """
    if not path.is_file():
        raise CnnvizError("file_not_found", file=str(path))
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


def _words(shape: Shape | None) -> str:
    return "–" if shape is None else " × ".join(map(str, shape))


def _check_finite(weights: Weights, name: str) -> None:
    for parameter, values in weights.items():
        bad = int(values.size - np.isfinite(values).sum())
        if bad:
            raise CnnvizError(
                "weights_not_finite", name=name, parameter=parameter, count=bad
            )


def _write_whole(path: Path, content: bytes) -> None:
    """Write beside the file, then take its place: a crash leaves the old one."""
    unfinished = path.with_name(f".{path.name[:100]}.{os.getpid()}.tmp")
    try:
        unfinished.write_bytes(content)
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
