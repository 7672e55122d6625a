"""Weights whose file also describes their network, for one that no catalogue knows."""

from collections.abc import Mapping
from typing import Final

from cnnviz.engine.networks.catalogue import NETWORKS
from cnnviz.engine.networks.files.network_json import network_from_json, network_json
from cnnviz.engine.networks.layers import Network

LAYERS: Final = "layers"
"""Where the metadata of a weight file describe the network, as JSON."""


def layers_said(network: Network) -> dict[str, str]:
    """Return what a file of weights says of its network: nothing where the name does.

    Examples
    --------
    >>> from dataclasses import replace
    >>> from cnnviz.engine.networks.catalogue import network
    >>> layers_said(network("mlp"))
    {}
    >>> mine = replace(network("mlp"), title="Mine")
    >>> network_said(layers_said(mine)) == mine
    True
    """
    if NETWORKS.get(network.name) == network:
        return {}
    return {LAYERS: network_json(network)}


def network_said(said: Mapping[str, str]) -> Network | None:
    """Return the network that a file describes; ``None`` where it describes none.

    Raises
    ------
    CnnvizError
        What `cnnviz.engine.networks.files.network_json.network_from_json` raises.
    """
    if LAYERS not in said:
        return None
    described = network_from_json(said[LAYERS].encode())
    known = NETWORKS.get(described.name)
    return known if known == described else described
