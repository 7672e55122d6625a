"""``cnnviz classify``: what a network says each picture or drawing shows."""

import argparse
import sys
from itertools import repeat
from pathlib import Path
from typing import TYPE_CHECKING, Final

from cnnviz.cli.console.argparse_ext import Commands, add_command
from cnnviz.cli.console.stderr import print_error
from cnnviz.cli.files.given_files import check_one_input, read_given
from cnnviz.cli.files.picture_files import given_picture
from cnnviz.cli.network_options import (
    add_network_options,
    asked_network,
    asked_weights,
)
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.images.numbers.shares import sure_percent
from cnnviz.engine.json_lines import json_line
from cnnviz.engine.messages.catalogue import sentence
from cnnviz.engine.shown_text import escaped, shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from cnnviz.engine.images.strokes.stroke_file import StrokeDrawing
    from cnnviz.engine.networks.classifier import Classifier
    from cnnviz.engine.networks.layers import Network
    from cnnviz.engine.reading.reading import Answer, Seen

    _Line = Callable[[str | int, Network, Answer], str]

_EPILOG: Final = """\
For a network of digits a picture may be a photograph, a scan or a drawing, dark on
light or light on dark: its ink is fitted and centred as MNIST's digits were. Of others
the middle is taken, in the size that the network reads. What does not look like one
digit is said not to be one ("digit": false), beside what the network answers all the
same; digits beside each other are read one by one ("several"). A picture that cannot be read is named
on the standard error, the others are still read, and the exit code is 1.

A file of strokes is [{"label": 7, "strokes": [[[x, y], ...], ...]}, ...], x to the right
and y down; each drawing is drawn as on the page Draw, and named by its number from 0.
With "size": [width, height] its sheet becomes the page's; without, its ink fills the
middle. With labels, a last line says how many were read right.

examples
  cnnviz classify drawing.png
  cnnviz classify --strokes drawings.json --json
  cnnviz classify --network lenet5 --weights run/weights.safetensors --json *.png"""

# Labels with less than this share are not worth the space in the readable form.
_WORTH_SAYING: Final = 0.01

# Numbers of pictures that are sent through a network at a time: it then takes a quarter
# of the time, and what is read is still told soon.
_AT_ONCE: Final = 64
_LARGE_AT_ONCE: Final = 8


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
        nargs="*",
        help="a picture file, or - for the standard input",
    )
    parser.add_argument(
        "--strokes",
        metavar="FILE",
        type=Path,
        help="a JSON file of drawings as strokes, or - for the standard input",
    )
    add_network_options(parser)
    parser.add_argument(
        "--json",
        action="store_true",
        help="print one JSON object per picture, one per line",
    )


def run(arguments: argparse.Namespace) -> int:
    """Classify each picture or drawing; go on after one that cannot be read."""
    from cnnviz.engine.networks.classifier import Classifier

    if bool(arguments.pictures) == (arguments.strokes is not None):
        arguments.refuse("give pictures, or --strokes with a file of drawings")
    check_one_input(*map(Path, arguments.pictures))
    known, own = asked_network(arguments.network, arguments.weights)
    # Random weights would answer at random: they are refused here.
    weights = asked_weights(known, arguments.weights, own, or_random=False)
    classifier = Classifier(known, weights)
    line = _json if arguments.json else _words
    if arguments.strokes is not None:
        return _classify_strokes(classifier, arguments.strokes, line)
    return _classify_pictures(classifier, arguments.pictures, line)


def _classify_pictures(
    classifier: "Classifier", names: list[str], line: "_Line"
) -> int:
    """Say what each picture shows, in order; some are answered together."""
    failed = False
    at_once = _AT_ONCE if classifier.network.reads_drawings else _LARGE_AT_ONCE
    for first in range(0, len(names), at_once):
        some = names[first : first + at_once]
        read = [_read(classifier, name) for name in some]
        for name, answer in zip(some, _answered(classifier, read), strict=True):
            if isinstance(answer, CnnvizError):
                # In order, even when both streams end in one file.
                sys.stdout.flush()
                print_error(f"{shown(name)}: {sentence(answer)}")
                failed = True
            else:
                print(line(name, classifier.network, answer), flush=True)
    return 1 if failed else 0


def _read(classifier: "Classifier", name: str) -> "Seen | CnnvizError":
    """Return a picture as the network reads it, or why it cannot."""
    from cnnviz.engine.reading.reading import seen_picture

    try:
        return seen_picture(given_picture(name), classifier.network)
    except CnnvizError as error:
        return error


def _answered(
    classifier: "Classifier", read: "Sequence[Seen | CnnvizError]"
) -> "Iterator[Answer | CnnvizError]":
    """Return what is answered to each picture; an error stays what it is."""
    from cnnviz.engine.reading.reading import answers

    pictures = [each for each in read if not isinstance(each, CnnvizError)]
    found: Iterator[Answer | CnnvizError] = iter(())
    if pictures:
        try:
            found = iter(answers(classifier, pictures))
        except CnnvizError as error:  # of the network, for all of them
            found = repeat(error)
    for each in read:
        yield each if isinstance(each, CnnvizError) else next(found)


def _classify_strokes(classifier: "Classifier", path: Path, line: "_Line") -> int:
    """Say what each drawing of a file shows, and how many were read right."""
    from cnnviz.engine.images.strokes.stroke_file import MOST_BYTES, read_strokes

    network = classifier.network
    if not network.reads_drawings:
        raise CnnvizError("strokes_for_digits_only", title=network.title)
    data = read_given(path, at_most=MOST_BYTES)
    drawings = read_strokes(data, shown(str(path)), network.labels)
    labelled = right = 0
    for first in range(0, len(drawings), _AT_ONCE):
        some = drawings[first : first + _AT_ONCE]
        answered = _answered(classifier, [_drawn(one, network) for one in some])
        for number, (drawing, answer) in enumerate(
            zip(some, answered, strict=True), first
        ):
            if isinstance(answer, CnnvizError):
                raise answer
            print(line(number, network, answer))
            labelled += drawing.label is not None
            right += drawing.label == answer.label
        sys.stdout.flush()
    if labelled:
        print(json_line({"accuracy": right / labelled, "count": labelled}))
    return 0


def _drawn(drawing: "StrokeDrawing", network: "Network") -> "Seen":
    """Return a drawing as a network of drawings reads it; an empty one is all paper."""
    from cnnviz.engine.images.strokes.stroke_file import ink_of
    from cnnviz.engine.reading.reading import seen_drawing

    return seen_drawing(ink_of(drawing), network)


def _json(name: str | int, network: "Network", answer: "Answer") -> str:
    shares = answer.shares_k
    said: dict[str, object] = {
        "file": name,
        "label": answer.label,
        "probabilities": None if shares is None else shares.tolist(),
    }
    if answer.is_digit is not None:
        said["digit"] = answer.is_digit
    if answer.several:
        said["several"] = answer.several
    return json_line(said)


def _words(name: str | int, network: "Network", answer: "Answer") -> str:
    shares = answer.shares_k
    text = f"{escaped(str(name))}: {answer.label}"
    if shares is not None:
        text = f"{text} ({sure_percent(float(shares.max()))})"
        also = [
            f"{network.labels[other]} {sure_percent(float(shares[other]))}"
            for other in (-shares).argsort()[1:4]
            if shares[other] >= _WORTH_SAYING
        ]
        text = f"{text}, perhaps {', '.join(also)}" if also else text
    if answer.several:
        *others, last = answer.several
        several = f"{len(answer.several)} digits: {', '.join(others)} and {last}"
        return f"{text}; this looks like {several}"
    if answer.is_digit is False:
        return f"{text}; this does not look like one digit"
    return text
