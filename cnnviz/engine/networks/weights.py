"""Weights in files: safetensors only, which holds numbers and nothing that runs."""

import json
from collections.abc import Iterable, Iterator, Mapping
from importlib.resources import as_file
from math import prod
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from safetensors import SafetensorError, safe_open
from safetensors.numpy import save

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.files import check_file, failing_as, write_whole
from cnnviz.engine.networks.layers import Network, Shape
from cnnviz.engine.networks.shapes import weight_shapes
from cnnviz.engine.networks.weight_formats import check_is_safetensors
from cnnviz.engine.resources import resource
from cnnviz.engine.shown_text import shortened

Weights = Mapping[str, NDArray[np.float32]]
"""Name (``c1.weight``, ``bn1.running_mean``) -> values, learned or not."""

_TYPES: Final = {"F16": "<f2", "BF16": "<u2", "F32": "<f4", "F64": "<f8"}
"""The floating-point numbers that are read, as safetensors and as NumPy call them; NumPy
has no bfloat16, which is the upper half of a float32."""

_WRAPPERS: Final = ("module.", "_orig_mod.")
"""What torch puts before every name: `DataParallel`, and `torch.compile`."""

_MOST_NAMED: Final = 6
_LONGEST_NAME: Final = 60

# Torch counts the batches of batch normalization in whole numbers, without axes.
_COUNTER: Final = "I64"


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
    check_weights(network, weights, name=path.name)
    content = save(
        {
            name: np.asarray(values, np.float32, order="C")
            for name, values in weights.items()
        },
        {
            "network": network.name,
            **{key: str(value) for key, value in metadata.items()},
        },
    )
    with failing_as("file_unwritable", str(path)):
        path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, content)


def load_weights(path: Path, network: Network) -> Weights:
    """Read a network's weights from a safetensors file.

    Parameters
    ----------
    path
        The file. Its numbers may be half, bfloat16, single or double; its names may
        begin as those of a network that torch has wrapped (``module.c1.weight``).
    network
        The network that they are for.

    Returns
    -------
    Weights
        Every number of the network, learned or not, float32.

    Raises
    ------
    CnnvizError
        What `cnnviz.engine.files.check_file` and
        `cnnviz.engine.networks.weight_formats.check_is_safetensors` raise,
        ``weights_unreadable``, ``weights_number_type``, ``weights_empty``,
        ``weights_missing``, ``weights_extra`` or ``weights_mismatch`` (another network's
        names or shapes), or ``weights_not_finite``.
    """
    check_file(path)
    check_is_safetensors(path)
    try:
        with safe_open(path, framework="numpy") as file:
            # Names, shapes and types stand in the header: a wrong file is refused
            # unread.
            slices = {
                name: file.get_slice(name)
                for name in file.keys()  # noqa: SIM118 (not a mapping)
            }
        own_names = _unwrapped(slices)
        parts = {own_names[name]: part for name, part in slices.items()}
        shapes = {name: tuple(part.get_shape()) for name, part in parts.items()}
        _check_shapes(network, shapes)
        types = {name: str(part.get_dtype()) for name, part in parts.items()}
        for name, kind in types.items():
            is_counter = kind == _COUNTER and not shapes[name]
            if not is_counter and kind not in _TYPES:
                raise CnnvizError(
                    "weights_number_type", name=path.name, parameter=name, kind=kind
                )
        stored = {own_names[name]: values for name, values in _stored(path)}
    except (SafetensorError, OSError, TypeError, ValueError) as error:
        raise CnnvizError(
            "weights_unreadable", name=path.name, reason=str(error)
        ) from error
    weights = {name: stored[name] for name in weight_shapes(network)}
    _check_finite(weights, name=path.name)
    return weights


def _unwrapped(names: Iterable[str]) -> dict[str, str]:
    """Return each name with what a wrapper put before it taken off."""
    own: dict[str, str] = {}
    for name in names:
        own[name] = name
        while own[name].startswith(_WRAPPERS):
            own[name] = own[name].partition(".")[2]
    is_unique = len(set(own.values())) == len(own)
    return own if is_unique else {name: name for name in own}


def _stored(path: Path) -> Iterator[tuple[str, NDArray[np.float32]]]:
    """Yield each array of a file that `safe_open` has found whole, none held twice."""
    with path.open("rb") as file:
        header = json.loads(file.read(int.from_bytes(file.read(8), "little")))
        begin = file.tell()
        for name, part in header.items():
            if name != "__metadata__":
                file.seek(begin + part["data_offsets"][0])
                kind, shape = part["dtype"], part["shape"]
                numbers = np.fromfile(file, _TYPES.get(kind, "<i8"), prod(shape))
                yield name, _values(numbers, kind).reshape(shape)


def _values(numbers: NDArray[Any], kind: str) -> NDArray[np.float32]:
    """Return numbers as float32; what that cannot hold becomes infinite."""
    if kind == "BF16":
        return (numbers.astype(np.uint32) << 16).view(np.float32)
    with np.errstate(over="ignore"):
        return numbers.astype(np.float32, copy=False)


def read_metadata(path: Path) -> Mapping[str, str]:
    """Return what a weight file says about itself: network, data, accuracy, seed.

    Raises
    ------
    CnnvizError
        What `cnnviz.engine.files.check_file` and
        `cnnviz.engine.networks.weight_formats.check_is_safetensors` raise, or
        ``weights_unreadable``.
    """
    check_file(path)
    check_is_safetensors(path)
    try:
        with safe_open(path, framework="numpy") as file:
            return dict(file.metadata() or {})
    except (SafetensorError, OSError) as error:
        raise CnnvizError(
            "weights_unreadable", name=path.name, reason=str(error)
        ) from error


def has_shipped_weights(network: Network) -> bool:
    """Whether a network comes trained."""
    return resource("weights", f"{network.name}.safetensors").is_file()


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
        # The ends tell it, and need no array of answers as large as the weights.
        if not np.isfinite([values.min(), values.max()]).all():
            bad = int(values.size - np.isfinite(values).sum())
            raise CnnvizError(
                "weights_not_finite", name=name, parameter=parameter, count=bad
            )
