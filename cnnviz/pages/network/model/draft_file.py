"""A draft as JSON, possible or not: what a window that was closed is to go on with."""

import json
from dataclasses import fields, replace
from typing import Final

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.networks.files.json_values import arguments_of, wrong
from cnnviz.engine.networks.layers import LAYER_KINDS
from cnnviz.pages.network.model.network_draft import (
    NOT_SETTINGS,
    PICTURE_ID,
    LayerDraft,
    NetworkDraft,
)

_OF_DRAFT: Final = ("name", "title", "input_chw", "normalization", "labels")


def draft_json(draft: NetworkDraft) -> str:
    """Return all of a draft but the weights that it began with.

    Examples
    --------
    >>> from cnnviz.engine.networks.catalogue import network
    >>> from cnnviz.pages.network.model.draft_edits import with_value
    >>> from cnnviz.pages.network.model.network_draft import draft_of
    >>> broken = with_value(draft_of(network("lenet5")), 1, "kernel", (99, 99))
    >>> draft_from_json(draft_json(broken)) == broken
    True
    """
    layers = [
        {
            "id": layer.id,
            "kind": layer.kind,
            "name": layer.name,
            "reads": layer.reads,
            "values": dict(layer.values),
        }
        for layer in draft.layers
    ]
    return json.dumps(
        {key: getattr(draft, key) for key in _OF_DRAFT} | {"layers": layers}
    )


def draft_from_json(text: str) -> NetworkDraft:
    """Return a draft of which `draft_json` has told.

    Raises
    ------
    CnnvizError
        ``network_not_json``, ``network_value_wrong`` or what `arguments_of` raises.
    """
    try:
        values = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise CnnvizError("network_not_json") from error
    if not isinstance(values, dict):
        raise wrong(values, "network")
    said = values.pop("layers", None)
    if not isinstance(said, list):
        raise wrong(said, "layers")
    draft = NetworkDraft(**arguments_of(NetworkDraft, values, ""))
    known = [PICTURE_ID]
    layers = []
    for index, one in enumerate(said):
        layer = _layer(one, f"layers[{index}]")
        if layer.id in known or not set(layer.reads) <= set(known):
            raise wrong(one, f"layers[{index}]")
        known.append(layer.id)
        layers.append(layer)
    return replace(draft, layers=tuple(layers))


def _layer(said: object, place: str) -> LayerDraft:
    if not isinstance(said, dict):
        raise wrong(said, place)
    values = said.pop("values", None)
    layer = LayerDraft(**arguments_of(LayerDraft, said, place))
    if layer.kind not in LAYER_KINDS or not isinstance(values, dict):
        raise wrong(layer.kind, f"{place}.kind")
    kind = layer.spec_type
    found = arguments_of(kind, values | {"name": layer.name}, place)
    of_kind = [each.name for each in fields(kind) if each.name not in NOT_SETTINGS]
    if not found.keys() >= set(of_kind):
        raise wrong(values, f"{place}.values")
    # A name may be what no layer can be called: it stays what it is.
    settings = tuple((key, found[key]) for key in of_kind)
    return replace(layer, name=said["name"], values=settings)
