"""Networks from files: described there, or those that weights belong to."""

from pathlib import Path
from typing import Final

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.files import check_file
from cnnviz.engine.networks.catalogue import NETWORKS, OTHER_WEIGHTS
from cnnviz.engine.networks.files.described_weights import network_said
from cnnviz.engine.networks.files.network_files import is_network_file, read_network
from cnnviz.engine.networks.layers import Network
from cnnviz.engine.networks.weights import (
    load_weights,
    read_metadata,
    shipped_metadata,
)
from cnnviz.state.current_network import CurrentNetwork, NetworkOrigin
from cnnviz.state.workers.changed_file import with_switched_off

ACCURACY_KEY = "validation_accuracy"
"""Where a weight file says how well it did on held-out pictures, 0..1."""


_OF_ANOTHER: Final = ("weights_mismatch", "weights_missing", "weights_extra")
"""Why weights are refused that another network may take."""


OPENED_ENDINGS: Final = (
    ".safetensors",
    ".pt",
    ".pth",
    ".bin",
    ".ckpt",
    ".onnx",
    ".json",
)
"""Of files of networks and of weights."""


def is_network_or_weights(path: str) -> bool:
    """Whether a file's name says that a network or its weights are in it.

    Examples
    --------
    >>> is_network_or_weights("mine.ONNX"), is_network_or_weights("cat.png")
    (True, False)
    """
    return Path(path).suffix.lower() in OPENED_ENDINGS


def opened_network(path: Path, shown: Network | None = None) -> CurrentNetwork:
    """Read a network from its file, or find the one that a file of weights is for.

    A network without weights takes those of the ``.safetensors`` beside it, or begins
    with random ones. Weights are believed when they describe or name a network; otherwise
    they are for the first that they fit.

    Parameters
    ----------
    path
        The file.
    shown
        The network that weights are tried on first.

    Raises
    ------
    CnnvizError
        What `cnnviz.engine.networks.weights.load_weights`, `network_said` and
        `cnnviz.engine.networks.files.network_files.read_network` raise, or
        ``weights_of_no_network`` when they fit none of the networks here.
    """
    if is_network_file(path.name):
        return _from_network_file(path)
    said = read_metadata(path)
    name = said.get("network", "")
    named = shown if shown is not None and shown.name == name else NETWORKS.get(name)
    told = network_said(said) or named
    known = [] if shown is None else [shown]
    known += [network for network in NETWORKS.values() if network != shown]
    for network in known if told is None else [told]:
        try:
            weights = load_weights(path, network)
        except CnnvizError as error:
            if error.code not in _OF_ANOTHER or told is not None:
                raise
            continue
        accuracy = accuracy_said(said.get(ACCURACY_KEY, ""))
        found = CurrentNetwork(network, weights, "file", accuracy, file=path.name)
        return with_switched_off(found, said)
    titles = ", ".join(network.title for network in known)
    raise CnnvizError("weights_of_no_network", name=path.name, titles=titles)


def _from_network_file(path: Path) -> CurrentNetwork:
    check_file(path)
    network, weights = read_network(path)
    beside = path.with_suffix(".safetensors")
    if weights is None and beside.is_file():
        weights = load_weights(beside, network)
    origin: NetworkOrigin = "untrained" if weights is None else "file"
    return CurrentNetwork(network, weights, origin, file=path.name)


def shipped_networks() -> tuple[CurrentNetwork, ...]:
    """Return the networks that come trained, their weights not yet read; at least one.

    A damaged file is told of when its network is to answer, not when the window opens.
    """
    found: list[CurrentNetwork] = []
    for network in NETWORKS.values():
        others = (name for name, owner in OTHER_WEIGHTS.items() if owner is network)
        for weights_name in ("", *others):
            try:
                said = shipped_metadata(network, weights_name)
            except CnnvizError:
                said = {ACCURACY_KEY: "unknown"}
            if said or not found:
                accuracy = accuracy_said(said.get(ACCURACY_KEY, ""))
                found.append(
                    CurrentNetwork(
                        network, None, "shipped", accuracy, weights_name=weights_name
                    )
                )
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
