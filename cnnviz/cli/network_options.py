"""Which network a command runs, with which weights, on which picture."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from cnnviz.cli.console.argparse_ext import meant
from cnnviz.cli.console.stderr import print_error
from cnnviz.cli.files.picture_files import given_picture

if TYPE_CHECKING:
    from collections.abc import Callable

    from cnnviz.engine.networks.layers import Network
    from cnnviz.engine.networks.trace import Trace
    from cnnviz.engine.networks.weights import Weights

_USUAL = "lenet5"
SEED = 0
"""Of the random weights of a network that comes untrained."""


def add_network_options(parser: argparse.ArgumentParser) -> None:
    """Add ``--network`` and ``--weights``."""
    parser.add_argument(
        "--network",
        metavar="NETWORK",
        help="what the file of --weights describes, lenet5 where there is none, another of those that cnnviz summary lists, "
        "lenet5-over-fit (it knows 1,000 pictures by heart), or a file of a network "
        "(.json, .onnx)",
    )
    add_weights_option(parser)


def add_weights_option(parser: argparse.ArgumentParser) -> None:
    """Add ``--weights``."""
    parser.add_argument(
        "--weights",
        metavar="FILE",
        type=Path,
        help="a .safetensors file, or a state_dict of PyTorch (.pt, .pth); the weights "
        "that come with cnnviz when left out",
    )


def add_layer_options(parser: argparse.ArgumentParser) -> None:
    """Add a picture, the network that reads it, and one of its layers."""
    parser.add_argument(
        "picture", metavar="PICTURE", help="a picture file, or - for the standard input"
    )
    add_network_options(parser)
    parser.add_argument(
        "--layer",
        metavar="NAME",
        required=True,
        help="a layer's name, as cnnviz summary lists them",
    )
    parser.add_argument(
        "--batch-statistics",
        action="store_true",
        help="let batch normalization compute as while training, by mean and variance of "
        "the batch, which is this picture alone (of a map: its own), and not by the "
        "running ones; dropout leaves out nothing",
    )


def asked_network(
    name: str | None, weights: Path | None = None
) -> "tuple[Network, Weights | None]":
    """Return the network of a name or of a file, with the weights that came with it.

    Without a name it is the one that a file of weights describes, or LeNet-5.

    Raises
    ------
    CnnvizError
        ``network_unknown``, or what `cnnviz.engine.networks.files.network_files` raises.
    """
    from cnnviz.engine.networks.catalogue import NETWORKS, OTHER_WEIGHTS, network
    from cnnviz.engine.networks.files.described_weights import network_said
    from cnnviz.engine.networks.files.network_files import is_network_file, read_network
    from cnnviz.engine.networks.weights import read_metadata, shipped_weights

    if name is None:
        described = None if weights is None else network_said(read_metadata(weights))
        return described or network(_USUAL), None
    if is_network_file(name):
        return read_network(Path(name))
    known = meant(name, (*NETWORKS, *OTHER_WEIGHTS))
    if known in OTHER_WEIGHTS:
        owner = OTHER_WEIGHTS[known]
        return owner, shipped_weights(owner, known)
    return network(known), None


def given_network_files(arguments: argparse.Namespace) -> list[Path]:
    """Return the files that a network and its weights are read from, if they are files."""
    named = arguments.network, arguments.weights
    return [Path(one) for one in named if one is not None]


def asked_weights(
    network: "Network",
    file: Path | None,
    own: "Weights | None" = None,
    *,
    or_random: bool = True,
    tell: "Callable[[str], object]" = print_error,
) -> "Weights":
    """Return the weights of a file, a network's own, those of cnnviz, or random ones.

    Random ones are told of.

    Raises
    ------
    CnnvizError
        What reading a file raises; ``weights_not_shipped`` where none come with cnnviz
        and random ones are not wanted.
    """
    from cnnviz.engine.networks.seeded_weights import seeded_weights
    from cnnviz.engine.networks.weights import (
        has_shipped_weights,
        load_weights,
        shipped_weights,
    )

    if file is not None:
        return load_weights(file, network)
    if own is not None:
        return own
    if has_shipped_weights(network) or not or_random:
        return shipped_weights(network)
    tell(
        f"{network.title} comes untrained: its weights are random (seed {SEED}). "
        "--weights FILE gives it others."
    )
    return seeded_weights(network, SEED)


def traced(
    arguments: argparse.Namespace,
) -> tuple["Network", "Weights", "Trace"]:
    """Return the network that was asked for, its weights, and what it makes of a picture.

    Raises
    ------
    CnnvizError
        What reading the picture or the weights raises, or ``layer_unknown``.
    """
    from cnnviz.engine.networks.forward import ForwardPass
    from cnnviz.engine.networks.network_input import network_input
    from cnnviz.engine.networks.units import check_layer

    network, own = asked_network(arguments.network, arguments.weights)
    check_layer(network, arguments.layer)
    pixels = network_input(given_picture(arguments.picture), network).pixels
    weights = asked_weights(network, arguments.weights, own)
    if arguments.batch_statistics and not network.normalizes_batch:
        print_error(
            f"{network.title} has no batch normalization: --batch-statistics changes "
            "nothing."
        )
    forward = ForwardPass(network, weights, batch_statistics=arguments.batch_statistics)
    return network, weights, forward.trace(pixels)
