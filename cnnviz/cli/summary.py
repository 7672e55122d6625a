"""``cnnviz summary``: what each layer of a network makes, owns, costs and sees."""

import argparse
import json
from typing import TYPE_CHECKING, Final

from cnnviz.cli.console.argparse_ext import Commands, add_command, meant

if TYPE_CHECKING:
    from cnnviz.engine.networks.summary import LayerSummary, NetworkSummary

_EPILOG: Final = """\
Shapes are channels x rows x columns, without the batch. A multiply-add is one
multiplication with its addition, for one picture. The receptive field is the part of
the input (rows x columns, its padding included) that one output number depends on."""

_HEADINGS: Final = (
    "layer",
    "kind",
    "output",
    "parameters",
    "multiply-adds",
    "receptive field",
)


def add_parser(commands: Commands) -> None:
    """Add the command and its options."""
    parser = add_command(
        commands,
        "summary",
        run,
        summary="list a network's layers, shapes, parameters and cost",
        description="List a network's layers, shapes, parameters, cost and view.",
        epilog=_EPILOG,
    )
    parser.add_argument("network", metavar="NETWORK", help="lenet5 or convnet")
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def run(arguments: argparse.Namespace) -> int:
    """Print the summary as a table or as JSON."""
    from cnnviz.engine.networks.summary import summarize
    from cnnviz.engine.networks.zoo import NETWORKS, network

    summary = summarize(network(meant(arguments.network, NETWORKS)))
    print(_json(summary) if arguments.json else _table(summary))
    return 0


def _json(summary: "NetworkSummary") -> str:
    return json.dumps(
        {
            "network": summary.network.name,
            "parameters": summary.parameters,
            "layers": [
                {
                    "name": layer.name,
                    "kind": layer.kind,
                    "output_shape": layer.output_shape,
                    "parameters": layer.parameters,
                    "multiply_adds": layer.multiply_adds,
                    "receptive_field": _field(layer),
                }
                for layer in summary.layers
            ],
        }
    )


def _field(layer: "LayerSummary") -> int | tuple[int, int]:
    """Return one number for a square, as the literature does, otherwise both."""
    height, width = layer.receptive_field
    return height if height == width else (height, width)


def _table(summary: "NetworkSummary") -> str:
    rows = [_HEADINGS, *(_row(layer) for layer in summary.layers)]
    total = f"{summary.parameters:,}", f"{summary.multiply_adds:,}"
    rows.append(("total", "", "", *total, ""))
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = [_line(row, widths) for row in rows]
    rule = "-" * max(map(len, lines))
    head = "{}, input {}".format(
        summary.network.title, " × ".join(map(str, summary.network.input_chw))
    )
    return "\n".join([head, "", lines[0], rule, *lines[1:-1], rule, lines[-1]])


def _row(layer: "LayerSummary") -> tuple[str, ...]:
    return (
        layer.name,
        layer.kind,
        " × ".join(map(str, layer.output_shape)),
        f"{layer.parameters:,}",
        f"{layer.multiply_adds:,}",
        " × ".join(map(str, layer.receptive_field)),
    )


def _line(row: tuple[str, ...], widths: list[int]) -> str:
    cells = [
        cell.ljust(width) if column < 2 else cell.rjust(width)
        for column, (cell, width) in enumerate(zip(row, widths, strict=True))
    ]
    return "  ".join(cells).rstrip()
