"""``cnnviz export``: a network as a file for other programs."""

import argparse
from functools import partial
from typing import TYPE_CHECKING, Final

from cnnviz.cli.console.argparse_ext import Commands, add_command
from cnnviz.cli.console.stderr import print_error
from cnnviz.cli.files.output_paths import path_ending
from cnnviz.cli.network_options import (
    add_weights_option,
    asked_network,
    asked_weights,
    given_network_files,
)
from cnnviz.engine.shown_text import escaped

if TYPE_CHECKING:
    from pathlib import Path

_ENDINGS: Final = (".onnx", ".py", ".safetensors", ".json")
_EPILOG: Final = """\
files
  .onnx         layers and weights, for ONNX Runtime and others
  .py           a program of PyTorch that stands alone; its build() returns the network
                with the weights of a .safetensors, which is written beside it
  .safetensors  the weights, named and laid out as PyTorch has them
  .json         the layers without weights; NETWORK may be such a file

examples
  cnnviz export lenet5 --out lenet5.onnx
  cnnviz export mine.json --weights mine.safetensors --out mine.py
  cnnviz export sign-language --keras --out signs.py"""


def add_parser(commands: Commands) -> None:
    """Add the command and its options."""
    parser = add_command(
        commands,
        "export",
        run,
        summary="write a network as ONNX, as a program, as weights or as JSON",
        description="Write a network for other programs.",
        epilog=_EPILOG,
    )
    parser.add_argument(
        "network",
        metavar="NETWORK",
        help="a network's name, as lenet5, or a file of a network (.json, .onnx)",
    )
    add_weights_option(parser)
    parser.add_argument(
        "--keras", action="store_true", help="make FILE.py a program of Keras"
    )
    said = ".onnx, .py, .safetensors or .json"
    parser.add_argument(
        "--out",
        metavar="FILE",
        type=path_ending(_ENDINGS, said),
        required=True,
        help=f"what to write: a file that ends in {said}",
    )


def run(arguments: argparse.Namespace) -> int:
    """Write the files, and say which."""
    from cnnviz.cli.files.output_paths import check_writable, write_atomically
    from cnnviz.engine.networks.files.exports import export_paths, exported
    from cnnviz.engine.networks.summary import summarize

    out: Path = arguments.out
    if arguments.keras and out.suffix.lower() != ".py":
        arguments.refuse("--keras makes a program: --out FILE.py")
    for path in export_paths(out):
        check_writable(path, *given_network_files(arguments))
    network, own = asked_network(arguments.network, arguments.weights)
    told = list[str]()  # after all went well: a refusal is one line
    weights = partial(asked_weights, network, arguments.weights, own, tell=told.append)
    files = exported(network, weights, out, for_keras=arguments.keras)
    for path, data in files.items():
        write_atomically(path, data)
    for line in told:
        print_error(line)
    names = ", ".join(escaped(str(path)) for path in files)
    print(f"{names}: {network.title}, {summarize(network).parameters:,} parameters")
    return 0
