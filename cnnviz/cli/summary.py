"""``cnnviz summary``: what each layer of a network makes, owns, costs and sees."""

import argparse
import json
from typing import TYPE_CHECKING, Any, Final

from cnnviz.cli.console.argparse_ext import Commands, add_command
from cnnviz.cli.network_options import asked_network

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cnnviz.engine.networks.summary import LayerSummary, NetworkSummary

_EPILOG: Final = """\
Without NETWORK all networks are listed.

Shapes are channels x rows x columns, without the batch. Parameters are counted as Keras
counts them: those that are not learned, as running means and fixed codes, are among
them. A multiply-add is one multiplication with its addition, for one picture. The
receptive field is the part of the input (rows x columns, its padding included) that one
output number depends on. --all adds kernel, stride, padding, how the parameters are
counted, those that are not learned, connections and memory (output and parameters,
float32)."""

_COLUMNS: Final = (
    "layer",
    "kind",
    "output",
    "parameters",
    "multiply-adds",
    "receptive field",
)
_MORE: Final = (
    "kernel",
    "stride",
    "padding",
    "counted",
    "not learned",
    "connections",
    "memory",
)


def add_parser(commands: Commands) -> None:
    """Add the command and its options."""
    parser = add_command(
        commands,
        "summary",
        run,
        summary="list a network's layers, shapes, parameters and cost",
        description="List a network's layers, shapes, parameters, cost and receptive field.",
        epilog=_EPILOG,
    )
    parser.add_argument(
        "network",
        metavar="NETWORK",
        nargs="?",
        help="a network's name, as lenet5, or a file of a network (.json, .onnx)",
    )
    parser.add_argument("--all", action="store_true", help="print all columns")
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def run(arguments: argparse.Namespace) -> int:
    """Print the summary as a table or as JSON."""
    from cnnviz.engine.networks.catalogue import NETWORKS
    from cnnviz.engine.networks.summary import summarize

    if arguments.network is None:
        known = [summarize(network) for network in NETWORKS.values()]
        print(_json_list(known) if arguments.json else _list(known))
        return 0
    network, _ = asked_network(arguments.network)
    summary = summarize(network)
    print(_json(summary) if arguments.json else _layers(summary, more=arguments.all))
    return 0


def _json(summary: "NetworkSummary") -> str:
    return json.dumps(
        {
            **_totals(summary),
            "layers": [
                {
                    "name": layer.name,
                    "kind": layer.kind,
                    "output_shape": layer.output_shape,
                    **_window(layer),
                    "parameters": layer.parameters,
                    "parameter_sum": layer.parameter_sum,
                    "learned": layer.learned,
                    "not_learned": layer.not_learned,
                    "connections": layer.connections,
                    "multiply_adds": layer.multiply_adds,
                    "receptive_field": _field(layer),
                    "memory": layer.memory,
                }
                for layer in summary.layers
            ],
        }
    )


def _json_list(known: "Sequence[NetworkSummary]") -> str:
    return json.dumps({"networks": [_totals(summary) for summary in known]})


def _totals(summary: "NetworkSummary") -> dict[str, Any]:
    return {
        "network": summary.network.name,
        "title": summary.network.title,
        "input_shape": summary.network.input_chw,
        "classes": len(summary.network.labels),
        "parameters": summary.parameters,
        "learned": summary.learned,
        "not_learned": summary.not_learned,
        "connections": summary.connections,
        "multiply_adds": summary.multiply_adds,
        "memory": summary.memory,
    }


def _window(layer: "LayerSummary") -> dict[str, Any]:
    window = layer.window
    return {
        "kernel": None if window is None else window.kernel,
        "stride": None if window is None else window.stride,
        "dilation": None if window is None else window.dilation,
        "padding": None if window is None else window.padding,
    }


def _field(layer: "LayerSummary") -> int | tuple[int, int]:
    """Return one number for a square, as the literature does, otherwise both."""
    height, width = layer.receptive_field
    return height if height == width else (height, width)


def _list(known: "Sequence[NetworkSummary]") -> str:
    rows = [
        (
            summary.network.name,
            summary.network.title,
            _product(summary.network.input_chw),
            f"{summary.parameters:,}",
            f"{summary.multiply_adds:,}",
        )
        for summary in known
    ]
    names = "network", "title", "input", "parameters", "multiply-adds"
    return "\n".join(_table(names, rows))


def _layers(summary: "NetworkSummary", *, more: bool) -> str:
    rows = [_row(layer, more=more) for layer in summary.layers]
    total = [
        "total",
        "",
        "",
        f"{summary.parameters:,}",
        f"{summary.multiply_adds:,}",
        "",
    ]
    if more:
        total += [
            "",
            "",
            "",
            "",
            f"{summary.not_learned:,}",
            f"{summary.connections:,}",
        ]
        total.append(_bytes(summary.memory))
    names = _COLUMNS + (_MORE if more else ())
    lines = _table(names, [*rows, tuple(total)])
    lines.insert(-1, lines[1])
    network = summary.network
    head = f"{network.title}, input {_product(network.input_chw)}"
    return "\n".join([head, "", *lines])


def _row(layer: "LayerSummary", *, more: bool) -> tuple[str, ...]:
    row = (
        layer.name,
        layer.kind,
        _product(layer.output_shape),
        f"{layer.parameters:,}",
        f"{layer.multiply_adds:,}",
        _product(layer.receptive_field),
    )
    if not more:
        return row
    window = layer.window
    return (
        *row,
        "" if window is None else _product(window.kernel),
        "" if window is None else _product(window.stride),
        "" if window is None else ", ".join(map(str, window.padding)),
        layer.parameter_sum,
        f"{layer.not_learned:,}",
        f"{layer.connections:,}",
        _bytes(layer.memory),
    )


def _product(numbers: "Sequence[int]") -> str:
    return " × ".join(map(str, numbers))


def _bytes(count: int) -> str:
    return f"{count / 1e6:.1f} MB" if count >= 1e5 else f"{count / 1e3:.1f} kB"


def _table(names: "Sequence[str]", rows: "Sequence[tuple[str, ...]]") -> list[str]:
    """Return the names, a rule, and a line for each row; numbers at the right."""
    widths = [max(map(len, column)) for column in zip(names, *rows, strict=True)]
    lines = [_line(row, widths) for row in (names, *rows)]
    return [lines[0], "-" * max(map(len, lines)), *lines[1:]]


def _line(row: "Sequence[str]", widths: list[int]) -> str:
    cells = [
        cell.ljust(width) if column < 2 else cell.rjust(width)
        for column, (cell, width) in enumerate(zip(row, widths, strict=True))
    ]
    return "  ".join(cells).rstrip()
