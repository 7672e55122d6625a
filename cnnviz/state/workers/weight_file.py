"""The network that a file of weights belongs to."""

from pathlib import Path
from typing import Final

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.networks.catalogue import DIGIT_NETWORKS, NETWORKS
from cnnviz.engine.networks.weights import (
    load_weights,
    read_metadata,
    shipped_metadata,
)
from cnnviz.state.current_network import CurrentNetwork
from cnnviz.state.workers.changed_file import network_said, with_switched_off

ACCURACY_KEY = "validation_accuracy"
"""Where a weight file says how well it did on held-out pictures, 0..1."""


_OF_ANOTHER: Final = ("weights_mismatch", "weights_missing", "weights_extra")
"""Why weights are refused that another network may take."""


def opened_network(path: Path) -> CurrentNetwork:
    """Read a file of weights and find the network that they are for.

    The file is believed when it describes or names a network; otherwise it is the first
    of digits that it fits.

    Raises
    ------
    CnnvizError
        What `cnnviz.engine.networks.weights.load_weights` and `network_said` raise, or
        ``weights_of_no_network`` when they fit none of the networks here.
    """
    said = read_metadata(path)
    told = network_said(said) or NETWORKS.get(said.get("network", ""))
    for network in DIGIT_NETWORKS.values() if told is None else (told,):
        try:
            weights = load_weights(path, network)
        except CnnvizError as error:
            if error.code not in _OF_ANOTHER or told is not None:
                raise
            continue
        accuracy = accuracy_said(said.get(ACCURACY_KEY, ""))
        found = CurrentNetwork(network, weights, "file", accuracy, file=path.name)
        return with_switched_off(found, said)
    titles = ", ".join(network.title for network in DIGIT_NETWORKS.values())
    raise CnnvizError("weights_of_no_network", name=path.name, titles=titles)


def shipped_networks() -> tuple[CurrentNetwork, ...]:
    """Return the networks that come trained, their weights not yet read; at least one.

    A damaged file is told of when its network is to answer, not when the window opens.
    """
    found: list[CurrentNetwork] = []
    for network in DIGIT_NETWORKS.values():
        try:
            said = shipped_metadata(network)
        except CnnvizError:
            said = {ACCURACY_KEY: "unknown"}
        if said or not found:
            accuracy = accuracy_said(said.get(ACCURACY_KEY, ""))
            found.append(CurrentNetwork(network, None, "shipped", accuracy))
    return tuple(found)


def offered_networks() -> tuple[CurrentNetwork, ...]:
    """Return every network that has a name: those that come trained, then the others.

    The others have random weights, which are drawn when the network is opened.
    """
    shipped = shipped_networks()
    trained = {each.network.name for each in shipped}
    return (
        *shipped,
        *(
            CurrentNetwork(network, None, "untrained")
            for name, network in NETWORKS.items()
            if name not in trained
        ),
    )


def accuracy_said(text: str) -> float | None:
    """Return a share that a file tells, or ``None`` where it is none.

    Examples
    --------
    >>> accuracy_said("0.9925"), accuracy_said("many"), accuracy_said("nan")
    (0.9925, None, None)
    """
    try:
        share = float(text)
    except ValueError:
        return None
    return share if 0 <= share <= 1 else None
