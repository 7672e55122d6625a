"""``cnnviz classify``: what a network says each picture shows."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from cnnviz.cli.console.argparse_ext import Commands, add_command
from cnnviz.cli.console.stderr import print_error
from cnnviz.cli.files.given_files import check_one_input
from cnnviz.cli.files.picture_files import given_picture
from cnnviz.cli.network_options import (
    add_network_options,
    asked_network,
    asked_weights,
)
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.json_lines import json_line
from cnnviz.engine.messages.catalogue import sentence
from cnnviz.engine.shown_text import escaped, shown

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from cnnviz.engine.networks.classifier import Classifier
    from cnnviz.engine.networks.layers import Network

_EPILOG: Final = """\
For a network of digits a picture may be a photograph, a scan or a drawing, dark on
light or light on dark: its ink is fitted and centred as MNIST's digits were. Of others
the middle is taken, in the size that the network reads. A picture that cannot be read is named
on the standard error, the others are still read, and the exit code is 1.

examples
  cnnviz classify drawing.png
  cnnviz classify --network lenet5 --weights run/weights.safetensors --json *.png"""

# Labels with less than this share are not worth the space in the readable form.
_WORTH_SAYING: Final = 0.01


def add_parser(commands: Commands) -> None:
    """Add the command and its options."""
    parser = add_command(
        commands,
        "classify",
        run,
        summary="read the digit in each picture",
        description="Read the digit in each picture with a trained network.",
        epilog=_EPILOG,
    )
    parser.add_argument(
        "pictures",
        metavar="PICTURE",
        nargs="+",
        help="a picture file, or - for the standard input",
    )
    add_network_options(parser)
    parser.add_argument(
        "--json", action="store_true", help="print one JSON object a picture, a line"
    )


def run(arguments: argparse.Namespace) -> int:
    """Classify each picture; go on after one that cannot be read."""
    from cnnviz.engine.networks.classifier import Classifier

    check_one_input(*map(Path, arguments.pictures))
    known, own = asked_network(arguments.network, arguments.weights)
    # Random weights would answer at random: they are refused here.
    weights = asked_weights(known, arguments.weights, own, or_random=False)
    classifier = Classifier(known, weights)
    failed = False
    for name in arguments.pictures:
        try:
            answer = _read(classifier, name)
        except CnnvizError as error:
            # In order, even when both streams end in one file.
            sys.stdout.flush()
            print_error(f"{shown(name)}: {sentence(error)}")
            failed = True
        else:
            line = _json if arguments.json else _words
            print(line(name, known, answer), flush=True)
    return 1 if failed else 0


def _read(classifier: "Classifier", name: str) -> "NDArray[np.float32]":
    """Return the numbers of the network's last layer."""
    from cnnviz.engine.networks.network_input import network_input

    pixels = network_input(given_picture(name), classifier.network).pixels
    return classifier.outputs(pixels[None])


def _shares(
    network: "Network", outputs_1k: "NDArray[np.float32]"
) -> tuple[int, "NDArray[np.float32] | None"]:
    """Return the class that is answered and, where they are known, all probabilities."""
    from cnnviz.engine.networks.trace import best_of, probabilities_of

    shares_1k = probabilities_of(outputs_1k, network.answer)
    best = int(best_of(outputs_1k, network.answer)[0])
    return best, None if shares_1k is None else shares_1k[0]


def _json(name: str, network: "Network", outputs_1k: "NDArray[np.float32]") -> str:
    best, shares = _shares(network, outputs_1k)
    return json_line(
        {
            "file": name,
            "label": network.labels[best],
            "probabilities": None if shares is None else shares.tolist(),
        }
    )


def _words(name: str, network: "Network", outputs_1k: "NDArray[np.float32]") -> str:
    best, shares = _shares(network, outputs_1k)
    text = f"{escaped(name)}: {network.labels[best]}"
    if shares is None:
        return text
    text = f"{text} ({shares[best]:.1%})"
    also = [
        f"{network.labels[other]} {shares[other]:.1%}"
        for other in (-shares).argsort()[1:4]
        if shares[other] >= _WORTH_SAYING
    ]
    return f"{text}, perhaps {', '.join(also)}" if also else text
