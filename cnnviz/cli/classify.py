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
    from cnnviz.engine.reading.reading import Reading

_EPILOG: Final = """\
For a network of digits a picture may be a photograph, a scan or a drawing, dark on
light or light on dark: its ink is fitted and centred as MNIST's digits were. Of others
the middle is taken, in the size that the network reads. What does not look like one
digit is said not to be one ("digit": false), beside what the network answers all the
same; digits beside each other are read one by one ("several"). A picture that cannot be read is named
on the standard error, the others are still read, and the exit code is 1.

examples
  cnnviz classify drawing.png
  cnnviz classify --network lenet5 --weights run/weights.safetensors --json *.png"""

# Labels with less than this share are not worth the space in the readable form.
_WORTH_SAYING: Final = 0.01

# Above this share, tenths of a per cent would say more than is known.
_NEARLY_SURE: Final = 0.99


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
    known, own = asked_network(arguments.network)
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


def _read(classifier: "Classifier", name: str) -> "Reading":
    from cnnviz.engine.reading.reading import read_picture

    return read_picture(given_picture(name), classifier)


def _shares(
    network: "Network", outputs_1k: "NDArray[np.float32]"
) -> tuple[int, "NDArray[np.float32] | None"]:
    """Return the class that is answered and, where they are known, all probabilities."""
    from cnnviz.engine.networks.trace import best_of, probabilities_of

    shares_1k = probabilities_of(outputs_1k, network.answer)
    best = int(best_of(outputs_1k, network.answer)[0])
    return best, None if shares_1k is None else shares_1k[0]


def _json(name: str, network: "Network", reading: "Reading") -> str:
    best, shares = _shares(network, reading.outputs_k[None])
    said: dict[str, object] = {
        "file": name,
        "label": network.labels[best],
        "probabilities": None if shares is None else shares.tolist(),
    }
    if reading.judgement is not None:
        said["digit"] = reading.judgement.digit
        if reading.judgement.several:
            said["several"] = [network.labels[one] for one in reading.judgement.several]
    return json_line(said)


def _words(name: str, network: "Network", reading: "Reading") -> str:
    judgement = reading.judgement
    said = _answer(network, reading)
    if judgement is None or judgement.digit:
        return f"{escaped(name)}: {said}"
    if judgement.several:
        *others, last = (network.labels[one] for one in judgement.several)
        return f"{escaped(name)}: several digits: {', '.join(others)} and {last}"
    return f"{escaped(name)}: does not look like one digit; read as one: {said}"


def _answer(network: "Network", reading: "Reading") -> str:
    """Return the class that is answered, how surely, and what else it may be."""
    best, shares = _shares(network, reading.outputs_k[None])
    text = network.labels[best]
    if shares is None:
        return text
    text = f"{text} ({_sure(float(shares[best]))})"
    also = [
        f"{network.labels[other]} {shares[other]:.1%}"
        for other in (-shares).argsort()[1:4]
        if shares[other] >= _WORTH_SAYING
    ]
    return f"{text}, perhaps {', '.join(also)}" if also else text


def _sure(share: float) -> str:
    """Return a share in per cent; nothing is as sure as 100%."""
    return ">99%" if share > _NEARLY_SURE else f"{share:.1%}"
