"""Weights in files: what is read runs nothing, what is written is safetensors."""

from collections.abc import Mapping
from importlib.resources import as_file
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from safetensors.numpy import save

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.files import check_file, failing_as, reason, write_whole
from cnnviz.engine.networks.catalogue import NETWORKS, OTHER_WEIGHTS
from cnnviz.engine.networks.files.examples_held import without_examples
from cnnviz.engine.networks.files.safetensors_file import (
    safetensors_metadata,
    safetensors_tensors,
)
from cnnviz.engine.networks.files.stored_tensors import COUNTER, FLOATS, StoredTensor
from cnnviz.engine.networks.files.weight_formats import weight_format
from cnnviz.engine.networks.files.weight_names import own_names
from cnnviz.engine.networks.layers import Network, Shape
from cnnviz.engine.networks.shapes import weight_shapes
from cnnviz.engine.resources import resource
from cnnviz.engine.shown_text import shortened

Weights = Mapping[str, NDArray[np.float32]]
"""Name (``c1.weight``, ``bn1.running_mean``) -> values, learned or not."""

_MOST_NAMED: Final = 4
_LONGEST_NAME: Final = 40


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
        Every number of the network, learned or not.
    **metadata
        What else to say in the file, e.g. ``data="mnist"``; written as text.

    Raises
    ------
    CnnvizError
        What `check_weights` raises, or ``file_unwritable``.
    """
    content = encode_weights(network, weights, name=path.name, **metadata)
    with failing_as("file_unwritable", str(path)):
        path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, content)


def encode_weights(
    network: Network, weights: Weights, *, name: str = "", **metadata: object
) -> bytes:
    """Return weights as the bytes of a safetensors file, see `save_weights`.

    Raises
    ------
    CnnvizError
        What `check_weights` raises.
    """
    check_weights(network, weights, name=name)
    said = {key: str(value) for key, value in metadata.items()}
    return encode_beside(network, weights, {}, said)


def encode_beside(
    network: Network,
    weights: Weights,
    beside: Mapping[str, NDArray[np.uint8]],
    said: Mapping[str, str],
) -> bytes:
    """Return weights as `encode_weights` does, and what lies beside them in the file.

    ``beside`` is what `cnnviz.engine.networks.files.examples_held.example_tensors` returns;
    ``said`` what else to say in the file.
    """
    numbers: dict[str, NDArray[Any]] = {
        parameter: np.asarray(values, np.float32, order="C")
        for parameter, values in weights.items()
    }
    return save(numbers | dict(beside), {"network": network.name, **said})


def load_weights(path: Path, network: Network) -> Weights:
    """Read a network's weights from a file of safetensors, or of PyTorch.

    Parameters
    ----------
    path
        The file. Its numbers may be half, bfloat16, single or double; its names may
        be those of `cnnviz.engine.networks.files.weight_names`.
    network
        The network that they are for.

    Returns
    -------
    Weights
        Every number of the network, learned or not, float32.

    Raises
    ------
    CnnvizError
        What `cnnviz.engine.files.check_file`, `weight_format`, `torch_tensors` and
        `own_names` raise; ``weights_unreadable``,
        ``weights_number_type``, ``weights_empty``, ``weights_missing``,
        ``weights_extra`` or ``weights_mismatch`` (another network's names or shapes),
        or ``weights_not_finite``.
    """
    stored = without_examples(_stored(path))
    own = own_names(network, stored)
    found = {own[name]: stored[name] for name in own}
    # A wrong file is refused unread.
    _check_shapes(network, {name: one.shape for name, one in found.items()})
    for name, one in found.items():
        is_counter = one.kind == COUNTER and not one.shape
        if not is_counter and one.kind not in FLOATS:
            raise CnnvizError(
                "weights_number_type", name=path.name, parameter=name, kind=one.kind
            )
    try:
        weights = {name: found[name].read() for name in weight_shapes(network)}
    except (OSError, RuntimeError, ValueError) as error:
        raise CnnvizError(
            "weights_unreadable", name=path.name, reason=reason(error)
        ) from error
    _check_finite(weights, name=path.name)
    return weights


def _stored(path: Path) -> Mapping[str, StoredTensor]:
    """Return what a file holds, its numbers not yet read."""
    check_file(path)
    is_of_torch = weight_format(path) == "torch"
    if is_of_torch:
        # Loaded for such a file only: a reader of pickles brings much with it.
        from cnnviz.engine.networks.files.torch_file import torch_tensors

        return torch_tensors(path)
    return safetensors_tensors(path)


def read_metadata(path: Path) -> Mapping[str, str]:
    """Return what a weight file says about itself: network, data, accuracy, seed.

    A file of PyTorch says nothing.

    Raises
    ------
    CnnvizError
        What `cnnviz.engine.files.check_file` and `weight_format` raise, or
        ``weights_unreadable``.
    """
    check_file(path)
    if weight_format(path) == "torch":
        return {}
    return safetensors_metadata(path)


def has_shipped_weights(network: Network, weights_name: str = "") -> bool:
    """Whether a network comes trained; another one of the same name does not.

    Parameters
    ----------
    network
        The network.
    weights_name
        One of ``OTHER_WEIGHTS``; left out, the weights that a network usually has.
    """
    named = OTHER_WEIGHTS if weights_name else NETWORKS
    is_known = named.get(weights_name or network.name) == network
    return is_known and _shipped(network, weights_name).is_file()


def _shipped(network: Network, weights_name: str) -> Traversable:
    return resource("weights", f"{weights_name or network.name}.safetensors")


def shipped_weights(network: Network, weights_name: str = "") -> Weights:
    """Return the trained weights that come with cnnviz.

    Parameters
    ----------
    network, weights_name
        As `has_shipped_weights` takes them.

    Raises
    ------
    CnnvizError
        For a network of the catalogue that comes untrained ``weights_not_shipped``, for
        another one ``weights_needed``.
    """
    if not has_shipped_weights(network, weights_name):
        if NETWORKS.get(network.name) != network:
            raise CnnvizError("weights_needed", title=network.title)
        raise CnnvizError(
            "weights_not_shipped", title=network.title, network=network.name
        )
    with as_file(_shipped(network, weights_name)) as path:
        return load_weights(path, network)


def shipped_metadata(network: Network, weights_name: str = "") -> Mapping[str, str]:
    """Return what the shipped weight file says about itself; empty when none is."""
    if not has_shipped_weights(network, weights_name):
        return {}
    with as_file(_shipped(network, weights_name)) as path:
        return read_metadata(path)


def check_weights(network: Network, weights: Weights, *, name: str = "") -> None:
    """Refuse weights that are not this network's; ``name`` says where they are.

    Raises
    ------
    CnnvizError
        ``weights_empty``, ``weights_missing``, ``weights_extra``, ``weights_mismatch``
        or ``weights_not_finite``.
    """
    _check_shapes(network, {name: values.shape for name, values in weights.items()})
    _check_finite(weights, name or network.title)


def _check_shapes(network: Network, found: Mapping[str, Shape]) -> None:
    expected = weight_shapes(network)
    if expected and not found:
        raise CnnvizError("weights_empty", title=network.title)
    for name, shape in expected.items():
        if name not in found:
            raise CnnvizError(
                "weights_missing",
                title=network.title,
                parameter=name,
                held=_listed(found),
            )
        if found[name] != shape:
            raise CnnvizError(
                "weights_mismatch",
                title=network.title,
                parameter=name,
                expected=_words(shape),
                found=_words(found[name]),
            )
    for name in found:
        if name not in expected:
            raise CnnvizError(
                "weights_extra",
                title=network.title,
                parameter=shortened(name, _LONGEST_NAME),
            )


def _words(shape: Shape) -> str:
    """Return how many numbers there are, along each axis; of no axis it is one."""
    return " × ".join(map(str, shape)) or "1"


def _listed(names: Mapping[str, Shape]) -> str:
    """Return the first few names."""
    first = [shortened(name, _LONGEST_NAME) for name in [*names][:_MOST_NAMED]]
    return ", ".join(first + ["…"] * (len(names) > _MOST_NAMED))


def _check_finite(weights: Weights, name: str) -> None:
    for parameter, values in weights.items():
        bad = int(values.size - np.isfinite(values).sum())
        if bad:
            raise CnnvizError(
                "weights_not_finite", name=name, parameter=parameter, count=bad
            )
