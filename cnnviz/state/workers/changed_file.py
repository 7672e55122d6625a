"""A changed network in a file of weights: its layers too, and what is switched off."""

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Final

from cnnviz.engine.networks.files.described_weights import LAYERS
from cnnviz.engine.networks.files.network_json import network_json
from cnnviz.engine.networks.shapes import layer_shapes
from cnnviz.engine.networks.weights import Weights, save_weights
from cnnviz.state.current_network import CurrentNetwork

_OFF: Final = "switched_off"


def save_changed(
    path: Path, current: CurrentNetwork, weights: Weights, **about: object
) -> None:
    """Write a network to a file of weights that also says what else was changed.

    Raises
    ------
    CnnvizError
        What `cnnviz.engine.networks.weights.save_weights` raises.
    """
    off = {name: sorted(maps) for name, maps in current.switched_off.items()}
    said = {LAYERS: network_json(current.network), _OFF: json.dumps(off)}
    save_weights(path, current.network, weights, **current.about, **said, **about)


def with_switched_off(
    current: CurrentNetwork, said: Mapping[str, str]
) -> CurrentNetwork:
    """Return a network with what a file says is switched off; what it lacks is skipped."""
    try:
        off = json.loads(said.get(_OFF, "{}"))
    except (ValueError, RecursionError):
        return current
    layers = current.network.layers
    shapes = [shape for _, shape in layer_shapes(current.network)]
    found: dict[str, frozenset[int]] = {}
    for layer, shape in zip(layers, shapes, strict=True):
        maps = off.get(layer.name) if isinstance(off, dict) else None
        known = range(shape[0])
        if isinstance(maps, list):
            kept = frozenset(one for one in maps if type(one) is int and one in known)
            found |= {layer.name: kept} if kept else {}
    return replace(current, switched_off=found)
