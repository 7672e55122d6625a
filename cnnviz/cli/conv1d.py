"""``cnnviz conv1d``: slide a kernel along a row of numbers."""

import argparse
import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

from cnnviz.cli.console.argparse_ext import Commands, add_command, cut
from cnnviz.cli.console.argtypes import (
    finite_numbers,
    setting,
    usage_errors,
    whole_number,
)
from cnnviz.cli.files.given_files import STANDARD_INPUT, check_one_input
from cnnviz.cli.files.kernel_input import is_written_out, read_numbers
from cnnviz.engine.convolution.activation.kinds import ACTIVATION_KINDS
from cnnviz.engine.convolution.spec import SignalSpec

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


# Room for a million numbers; of brackets alone Python makes thirty times as much.
_SIGNAL_BYTES: Final = 16 * 1024**2

_DESCRIPTION: Final = """\
Slide a kernel along a row of numbers and print the sums.

As in every framework the kernel is not turned (cross-correlation) unless --flip is
given; with --flip and full or valid the result is that of numpy.convolve."""

_EPILOG: Final = """\
with --json, one object: "signal", "kernel" (as applied, turned by --flip), "padding"
(zeros before and after), "stride", "unused" (numbers at the end that no window
reaches), "bias", "activation" and "result"

examples
  cnnviz conv1d --signal "[0, 0, 1, 1, 0]" --kernel "[-1, 1]" --padding valid
  cnnviz conv1d --signal heart.json --kernel "[1, 2, 1]" --padding same --flip --json
  cnnviz conv1d --signal heart.json --kernel "[-1, 1]" --bias -0.5 --activation relu"""


def add_parser(commands: Commands) -> None:
    """Add the command and its options."""
    parser = add_command(
        commands,
        "conv1d",
        run,
        summary="slide a kernel along a row of numbers",
        description=_DESCRIPTION,
        epilog=_EPILOG,
    )
    for name in ("signal", "kernel"):
        parser.add_argument(
            f"--{name}",
            metavar="NUMBERS|FILE",
            type=_row,
            required=True,
            help=f"the {name}: numbers in brackets or as other programs write them, or a "
            "file with them (.npy, .csv, .json, .txt)",
        )
    parser.add_argument(
        "--padding",
        choices=("valid", "same", "full"),
        default="valid",
        help="zeros added at the ends: none, as many as give ceil(length / stride) "
        "results (an odd one at the end), or the kernel minus 1 (valid)",
    )
    parser.add_argument(
        "--stride",
        metavar="S",
        type=setting(whole_number, SignalSpec, "stride"),
        default=1,
        help="numbers the kernel moves at each step (default: 1)",
    )
    parser.add_argument(
        "--flip", action="store_true", help="turn the kernel first: true convolution"
    )
    _add_after(parser)
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def _add_after(parser: argparse.ArgumentParser) -> None:
    """Add what is done with each sum."""
    parser.add_argument(
        "--bias", metavar="X", type=_bias, default=0.0, help="added to every sum (0)"
    )
    parser.add_argument(
        "--activation",
        choices=ACTIVATION_KINDS,
        default="none",
        help="applied to the sums; leaky_relu has the slope 0.01, and softmax, which "
        "compares output channels, makes 1 of the only one (none)",
    )


def _row(text: str) -> "NDArray[np.float64] | Path":
    """Return the numbers that a word holds, or the file in which to look for them."""
    from cnnviz.engine.convolution.one_dimensional import parse_signal

    if text in STANDARD_INPUT or not is_written_out(text) or os.path.isfile(text):
        return Path(text)
    with usage_errors():
        return parse_signal(text)


def _bias(text: str) -> float:
    numbers = finite_numbers(text, below=1e100)  # as large as those of a signal
    if numbers is None or len(numbers) != 1:
        raise argparse.ArgumentTypeError(f"{cut(text)} is not one number")
    return numbers[0]


def run(arguments: argparse.Namespace) -> int:
    """Convolve the signal and print the result, as a line or as JSON."""
    from cnnviz.engine.convolution.activation.activations import ActivationSpec, value
    from cnnviz.engine.convolution.one_dimensional import (
        convolve_signal,
        signal_padding,
        signal_unused,
    )

    given = (arguments.signal, arguments.kernel)
    check_one_input(*(row for row in given if isinstance(row, Path)))
    signal, kernel = map(_read, given)
    spec = SignalSpec(
        stride=arguments.stride, padding=arguments.padding, flip=arguments.flip
    )
    sums = convolve_signal(signal, kernel, spec, arguments.bias)
    result = value(sums, ActivationSpec(kind=arguments.activation))
    if not arguments.json:
        # Adding 0 takes the sign off a zero that a negative weight made.
        print(" ".join(f"{number + 0:.12g}" for number in result))
        return 0
    facts = {
        "signal": _numbers(signal),
        "kernel": _numbers(kernel[::-1] if spec.flip else kernel),
        "padding": signal_padding(spec, len(signal), len(kernel)),
        "stride": spec.stride,
        "unused": signal_unused(spec, len(signal), len(kernel)),
        "bias": _number(arguments.bias),
        "activation": arguments.activation,
        "result": _numbers(result),
    }
    print(json.dumps(facts))
    return 0


def _read(row: "NDArray[np.float64] | Path") -> "NDArray[np.float64]":
    from cnnviz.engine.convolution.one_dimensional import as_signal, parse_signal

    return read_numbers(row, parse_signal, as_signal, at_most=_SIGNAL_BYTES)


def _numbers(row: "NDArray[np.float64]") -> list[int | float]:
    return [_number(number) for number in row.tolist()]


def _number(number: float) -> int | float:
    """Return a whole number without a point, as it was typed."""
    # Beyond 2^53 an integer says more digits than were computed.
    return int(number) if number.is_integer() and abs(number) < 2**53 else number
