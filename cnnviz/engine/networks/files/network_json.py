"""A network as JSON: its layers by their kinds and fields, no weights."""

import json
from pathlib import Path
from typing import Any, Final

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.files import check_file, naming
from cnnviz.engine.networks.files.json_values import arguments_of, record, wrong
from cnnviz.engine.networks.files.network_checks import (
    MOST_LAYERS,
    checked_network,
    naming_layer,
    numbered_labels,
    safe_name,
)
from cnnviz.engine.networks.layers import LAYER_KINDS, LayerSpec, Network
from cnnviz.engine.shown_text import shown

FORMAT: Final = "cnnviz network"
VERSION: Final = 1

MOST_BYTES: Final = 4 * 1024**2
"""Of a file; GoogLeNet has 20 kB."""

_KIND: Final = "type"
"""Where a layer says of which kind it is."""


def network_json(network: Network) -> str:
    """Return a network as JSON, a layer a line; what is as usual is left out.

    Examples
    --------
    >>> from cnnviz.engine.networks.catalogue import network
    >>> print(network_json(network("lenet5")))
    {
     "format": "cnnviz network",
     "version": 1,
     "name": "lenet5",
     "title": "LeNet-5",
     "input_chw": [1, 28, 28],
     "normalization": [0.1307, 0.3081],
     "layers": [
      {"type": "conv2d", "name": "c1", "channels": 6, "kernel": [5, 5], "padding": [2, 2]},
    ...
    """
    values: dict[str, Any] = {"format": FORMAT, "version": VERSION, **record(network)}
    if network.labels == numbered_labels(len(network.labels)):
        del values["labels"]
    layers = [
        _line({_KIND: layer.key, **record(layer)}) for layer in values.pop("layers")
    ]
    said = [f' "{name}": {_line(value)}' for name, value in values.items()]
    said.append(' "layers": [\n  ' + ",\n  ".join(layers) + "\n ]")
    return "{\n" + ",\n".join(said) + "\n}\n"


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def read_network_json(path: Path) -> Network:
    """Return the network of a JSON file.

    Raises
    ------
    CnnvizError
        What `cnnviz.engine.files.check_file` raises, ``file_too_large``, or
        ``numbers_file_wrong`` with what `network_from_json` raises.
    """
    size = check_file(path)
    if size > MOST_BYTES:
        raise CnnvizError(
            "file_too_large",
            file=path.name,
            megabytes=-(-size // 1024**2),
            limit=MOST_BYTES // 1024**2,
        )
    with naming(path.name):
        return network_from_json(path.read_bytes())


def network_from_json(data: bytes) -> Network:
    """Return the network that JSON describes, once it is known to work.

    Raises
    ------
    CnnvizError
        What `described_network` and `checked_network` raise.

    Examples
    --------
    >>> from cnnviz.engine.networks.catalogue import network
    >>> network_from_json(network_json(network("mlp")).encode()) == network("mlp")
    True
    """
    return checked_network(described_network(data))


def described_network(data: bytes) -> Network:
    """Return the network that JSON describes, whether its layers fit or not.

    Names and texts are made harmless: a network's name is that of a file, too. Labels
    that are left out are not yet made up.

    Raises
    ------
    CnnvizError
        ``network_not_json``, ``network_of_others``, ``network_too_new``,
        ``layer_kind_unknown``, ``layer_wrong``, and what `arguments_of` raises.
    """
    try:
        values = json.loads(data)
    except (ValueError, RecursionError) as error:  # nested too deep
        raise CnnvizError("network_not_json") from error
    if not isinstance(values, dict) or values.pop("format", None) != FORMAT:
        raise CnnvizError("network_of_others", format=FORMAT)
    version = values.pop("version", None)
    if type(version) is not int or version < 1:
        raise wrong(version, "version")
    if version > VERSION:
        raise CnnvizError("network_too_new", known=VERSION)
    return _network(values)


def _network(values: dict[str, Any]) -> Network:
    layers = values.get("layers", [])
    if not isinstance(layers, list) or not 1 <= len(layers) <= MOST_LAYERS:
        raise wrong(layers, "layers")
    made = tuple(_layer(one, f"layers[{index}]") for index, one in enumerate(layers))
    usual = {
        "title": values.get("name"),
        "normalization": [0, 1],
        "labels": [],
    }
    found = arguments_of(Network, {**usual, **values, "layers": []}, "")
    name = safe_name(found["name"])
    return Network(**{**found, "name": name, "layers": made})


def _layer(values: object, place: str) -> LayerSpec:
    if not isinstance(values, dict):
        raise wrong(values, place)
    key = values.pop(_KIND, None)
    kind = LAYER_KINDS.get(key) if isinstance(key, str) else None
    if kind is None:
        said, known = shown(str(key), 40), ", ".join(LAYER_KINDS)
        raise CnnvizError("layer_kind_unknown", place=place, kind=said, known=known)
    arguments = arguments_of(kind, values, place)
    with naming_layer(arguments["name"]):
        return kind(**arguments)
