"""``cnnviz unit``: one number of a layer, and everything that it is made of."""

import argparse
import json
import math
from typing import TYPE_CHECKING, Any, Final

from cnnviz.cli.console.argparse_ext import Commands, add_command, cut
from cnnviz.cli.console.argtypes import whole_numbers
from cnnviz.cli.network_options import add_layer_options, traced

if TYPE_CHECKING:
    from cnnviz.engine.networks.units import NetworkUnit
    from cnnviz.engine.networks.units.parts import Floats, Term, Window

_EPILOG: Final = """\
Positions count from 0. Numbers are those that the network saw, normalized, unrounded.
--json prints one object: "layer", "kind", "at" and "value"; for convolutions "bias",
"before_activation" and "channels", each with "channel", "window", "kernel", "products"
and "partial_sum"; for other kinds what their numbers are made of. A cell that takes no
part is null. Of batch normalization "statistics" says whose "mean" and "variance" are
used: "running", as after training, or "batch", as while training (--batch-statistics;
one number alone has no variance, and keeps the running ones).

examples
  cnnviz unit seven.png --network lenet5 --layer c3 --at 14,0,6
  cnnviz unit seven.png --layer f6 --at 12 --json
  cnnviz unit hand.png --network sign-language --layer bn1 --at 2,9,9 --batch-statistics"""

_MOST_TERMS: Final = 10
"""Of many numbers those that add most are printed."""


def add_parser(commands: Commands) -> None:
    """Add the command and its options."""
    parser = add_command(
        commands,
        "unit",
        run,
        summary="open one number of a layer: what it is made of",
        description="Open one number of a layer: what it is made of.",
        epilog=_EPILOG,
    )
    add_layer_options(parser)
    parser.add_argument(
        "--at",
        metavar="CHANNEL,ROW,COLUMN",
        type=_place,
        required=True,
        help="which number; of a vector its index alone",
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def _place(text: str) -> tuple[int, ...]:
    numbers = whole_numbers(text)
    if numbers is None or len(numbers) not in (1, 3):
        raise argparse.ArgumentTypeError(
            f"{cut(text)} must be CHANNEL,ROW,COLUMN, as 14,0,6, or the index of a "
            "number in a vector, as 12"
        )
    return numbers


def run(arguments: argparse.Namespace) -> int:
    """Run the network and print one of its numbers, opened."""
    from cnnviz.engine.networks.units import network_unit

    network, weights, trace = traced(arguments)
    unit = network_unit(network, weights, trace, arguments.layer, arguments.at)
    print(json.dumps(_plain(unit), allow_nan=False) if arguments.json else _words(unit))
    return 0


def _plain(unit: "NetworkUnit") -> dict[str, Any]:
    parts = unit.parts
    said: dict[str, Any] = {
        "layer": unit.layer.name,
        "kind": unit.layer.key,
        "at": list(unit.at),
        "value": _number(unit.value),
        **{name: _number(fact) for name, fact in parts.facts.items()},
    }
    if parts.windows:
        said["channels"] = [_channel(window) for window in parts.windows]
    if parts.terms:
        said["terms"] = [_term(term) for term in parts.terms]
    return said


def _channel(window: "Window") -> dict[str, Any]:
    said: dict[str, Any] = {
        "channel": window.channel,
        "source": window.layer,
        "rows": list(window.rows),
        "columns": list(window.columns),
        "window": _grid(window.cells_hw),
    }
    if window.kernel_hw is not None and window.products_hw is not None:
        said["kernel"] = _grid(window.kernel_hw)
        said["products"] = _grid(window.products_hw)
        said["partial_sum"] = _number(window.total)
    elif window.chosen is not None:
        said["chosen"] = list(window.chosen)
    else:
        said["sum"] = _number(window.total)
    return said


def _term(term: "Term") -> dict[str, Any]:
    weight = {} if term.weight is None else {"weight": _number(term.weight)}
    return {
        "source": term.layer,
        "at": list(term.at),
        "value": _number(term.value),
        **weight,
        "part": _number(term.part),
    }


def _grid(cells_hw: "Floats") -> list[list[float | str | None]]:
    return [[_number(cell) for cell in row] for row in cells_hw.tolist()]


def _number(value: float | str) -> float | str | None:
    """Return a number as JSON has it, which knows no infinity."""
    if isinstance(value, str) or math.isfinite(value):
        return value
    return None


def _words(unit: "NetworkUnit") -> str:
    parts = unit.parts
    at = ", ".join(map(str, unit.at))
    lines = [f"{unit.layer.name} [{at}] = {unit.value:.6g}  ({unit.layer.key})"]
    for window in parts.windows:
        lines += _window_words(window)
    lines += [
        f"  {_said(fact)}  {name.replace('_', ' ')}"
        for name, fact in parts.facts.items()
    ]
    terms = sorted(parts.terms, key=lambda term: -abs(term.part))
    for term in terms[:_MOST_TERMS]:
        times = "" if term.weight is None else f" with {term.weight:.6g}"
        place = ", ".join(map(str, term.at))
        lines.append(
            f"  {term.part:>12.6g}  {term.layer} [{place}] {term.value:.6g}{times}"
        )
    if len(terms) > _MOST_TERMS:
        rest = sum(term.part for term in terms[_MOST_TERMS:])
        lines.append(f"  {rest:>12.6g}  {len(terms) - _MOST_TERMS} others")
    return "\n".join(lines)


def _said(fact: float | str) -> str:
    return f"{fact:>12}" if isinstance(fact, str) else f"{fact:>12.6g}"


def _window_words(window: "Window") -> list[str]:
    where = f"{window.layer}, map {window.channel}"
    lines = [
        f"  {window.total:>12.6g}  {where}, rows {_run(window.rows)}, columns {_run(window.columns)}"
    ]
    kernel = window.kernel_hw
    for index, row in enumerate(window.cells_hw):
        cells = " ".join(f"{cell:>9.4g}" for cell in row)
        beside = (
            ""
            if kernel is None
            else " x " + " ".join(f"{weight:>9.4g}" for weight in kernel[index])
        )
        lines.append(f"                {cells}{beside}")
    return lines


def _run(places: tuple[int, ...]) -> str:
    """Return the first and the last place that lie on the map."""
    inside = [place for place in places if place >= 0]
    return f"{inside[0]} to {inside[-1]}" if inside else "in the padding"
