"""``cnnviz conv``: apply a kernel to a picture and write the result."""

import argparse
import difflib
import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

from cnnviz.cli.console.argparse_ext import Commands, add_command, cut, name_of
from cnnviz.cli.console.argtypes import (
    finite_numbers,
    pair,
    pair_of,
    setting,
    usage_errors,
    whole_number,
    whole_numbers,
)
from cnnviz.cli.files.encoders import (
    BOUNDED_HELP,
    RESULTS_HELP,
    add_result_options,
    write_result,
)
from cnnviz.cli.files.given_files import STANDARD_INPUT, check_one_input
from cnnviz.cli.files.kernel_input import is_written_out, read_numbers
from cnnviz.cli.files.output_paths import check_writable
from cnnviz.cli.files.picture_files import add_picture, read_picture
from cnnviz.engine.convolution.activation.kinds import ACTIVATION_KINDS
from cnnviz.engine.convolution.spec import (
    ConvSpec,
    TransposedSpec,
)
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.messages.fill import fill

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

# The keys of convolution.kernels.PRESETS, repeated so that --help need not load NumPy;
# a test compares them.
KERNEL_NAMES: Final = """\
  identity shift_right
  box_blur box_blur_5 gaussian_blur gaussian_blur_5 motion_blur
  sharpen sharpen_strong unsharp_mask
  derivative_x derivative_y sobel_x sobel_y prewitt_x prewitt_y scharr_x scharr_y
  roberts
  second_derivative_x second_derivative_y laplacian laplacian8 outline
  laplacian_of_gaussian
  horizontal_line vertical_line diagonal_line rising_line
  emboss
  curve dark_curve
  gabor_horizontal gabor_vertical gabor_falling gabor_rising"""

# How much output padding is too much depends on the stride, which may not have been
# read yet.
_ANY: Final = (10**9, 10**9)

# Room for a kernel of 1000 x 1000; Python needs a hundred times as much to read it.
_KERNEL_BYTES: Final = 8 * 1024**2

_DESCRIPTION: Final = """\
Lay a kernel on every place of a picture and write the sums.

The numbers are grey levels 0..255, and the result is unscaled. As in every framework
the kernel is not turned (cross-correlation) unless --flip is given."""

_EPILOG: Final = """\
{results}

with --transposed
  each cell of the picture lays its value times the kernel on the output, --stride
  apart; --padding N[,N] cuts off rows, columns, and a kernel of four levels has the
  input channels first, as in torch

kernels
{names}

examples
  cnnviz conv photo.jpg --kernel sobel_x --padding same --out edges.png
  cnnviz conv digit.png --kernel "[[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]]" --out sums.csv
  cnnviz conv photo.jpg --kernel box_blur --padding 1,1,0,0 --padding-mode reflect \\
      --bias 10 --activation relu --out soft.npy
  cnnviz conv digit.png --kernel "[[1, 1], [1, 1]]" --transposed --stride 2 --out big.png"""


def add_parser(commands: Commands) -> None:
    """Add the command and its options."""
    parser = add_command(
        commands,
        "conv",
        run,
        summary="apply a kernel to a picture and write the result",
        description=_DESCRIPTION,
        epilog=_EPILOG.format(
            names=KERNEL_NAMES, results=f"{RESULTS_HELP}\n{BOUNDED_HELP}"
        ),
    )
    add_operation_options(parser)
    add_result_options(parser)


def add_operation_options(parser: argparse.ArgumentParser) -> None:
    """Add the picture, and what is done with it."""
    add_picture(parser)
    parser.add_argument(
        "--kernel",
        metavar="NAME|NUMBERS|FILE",
        type=_kernel,
        required=True,
        help="a name from the list below, numbers as Python, NumPy, torch or MATLAB "
        "write them, or a file with them (.npy, .csv, .json, .txt): rows; channels of rows (summed); or several of those (one output each). "
        "Rows alone work on each channel by itself",
    )
    _add_settings(parser)
    _add_more(parser)


def _add_settings(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--stride",
        metavar="S[,S]",
        type=setting(pair, ConvSpec, "stride", kernel=(1, 1)),
        default=(1, 1),
        help="rows, columns the window moves at each step (default: 1)",
    )
    parser.add_argument(
        "--padding",
        metavar="valid|same|full|N[,N]|T,B,L,R",
        type=setting(_padding, ConvSpec, "padding", kernel=(1, 1)),
        default="valid",
        help="cells added around the picture. valid: none. same: enough for "
        "ceil(size / stride) outputs, an odd one at the end. full: kernel size "
        "minus 1. N[,N]: rows, columns on each side. T,B,L,R: top, bottom, "
        "left, right (default: valid)",
    )
    parser.add_argument(
        "--padding-mode",
        choices=("zeros", "reflect", "replicate", "circular"),
        default="zeros",
        help="what the added cells contain: zeros, the picture reflected, its edge "
        "repeated, or the picture wrapped around (default: zeros)",
    )
    parser.add_argument(
        "--dilation",
        metavar="D[,D]",
        type=setting(pair, ConvSpec, "dilation", kernel=(1, 1)),
        default=(1, 1),
        help="distance between kernel cells down, right (1)",
    )
    parser.add_argument(
        "--flip",
        action="store_true",
        help="turn the kernel by 180 degrees first: true convolution",
    )


def _add_more(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--groups",
        metavar="N",
        type=setting(whole_number, ConvSpec, "groups", kernel=(1, 1)),
        default=1,
        help="divide the channels into N parts, each with its own kernels; rows alone "
        "then work on each channel as they do without (1)",
    )
    parser.add_argument(
        "--bias",
        metavar="X[,X...]",
        type=_bias,
        help="added to every sum: one number, or one for each output channel (0)",
    )
    parser.add_argument(
        "--transposed",
        action="store_true",
        help="use transposed convolution: each input cell adds the kernel, times "
        "its value, to the output",
    )
    parser.add_argument(
        "--output-padding",
        metavar="N[,N]",
        type=setting(
            pair, TransposedSpec, "output_padding", kernel=(1, 1), stride=_ANY
        ),
        help="with --transposed: rows, columns added at the end of the output (0)",
    )
    parser.add_argument(
        "--activation",
        choices=ACTIVATION_KINDS,
        default="none",
        help="applied to the sums; leaky_relu has the slope 0.01, and softmax compares "
        "the output channels of each place (none)",
    )


def _padding(text: str) -> str | tuple[int, ...]:
    numbers = whole_numbers(text)
    if numbers is not None and len(numbers) not in (1, 2, 4):
        raise argparse.ArgumentTypeError(
            fill(
                "{text} has {count} {count|number|numbers}: give 1, 2 (rows, columns) "
                "or 4 (top, bottom, left, right)",
                {"text": cut(text), "count": len(numbers)},
            )
        )
    return name_of(text) if numbers is None else pair_of(numbers) or numbers


def _bias(text: str) -> list[float]:
    numbers = finite_numbers(text, below=1e38)
    if numbers is None:
        raise argparse.ArgumentTypeError(
            f"{cut(text)} is not a number, nor several as in 0.5,-1"
        )
    return numbers


def _kernel(text: str) -> "NDArray[np.float32] | Path":
    """Return the kernel of a name or of numbers, or the file in which to look."""
    from cnnviz.engine.convolution.kernel_presets import preset
    from cnnviz.engine.convolution.kernels import parse_kernel

    if text in STANDARD_INPUT:
        return Path(text)
    try:
        return preset(name_of(text)).values_hw
    except CnnvizError:
        if not is_written_out(text) or os.path.isfile(text):
            if _names_a_file(text):
                return Path(text)
            raise argparse.ArgumentTypeError(_no_kernel(text)) from None
    with usage_errors():
        return parse_kernel(text)


def _no_kernel(name: str) -> str:
    """Say that there is no such kernel, and which one may have been meant."""
    typed, names = name.lower()[:60], KERNEL_NAMES.split()
    near = [known for known in names if typed and known.startswith(typed)][:3]
    near = near or difflib.get_close_matches(typed, names, n=1)
    hint = f" Did you mean {' or '.join(near)}?" if near else ""
    return f"there is no kernel called {cut(name)}.{hint} --help lists all of them"


def _names_a_file(text: str) -> bool:
    """Tell a file, there or not, from a kernel's name typed wrong."""
    path = Path(text)
    # Unlike Path.exists, this says no to names that cannot be.
    return bool(path.suffix) or len(path.parts) > 1 or os.path.exists(text)


def run(arguments: argparse.Namespace) -> int:
    """Apply the kernel, write the result, say what was written."""
    from cnnviz.cli.operations.conv_settings import asked_operation
    from cnnviz.engine.convolution.activation.activations import ActivationSpec

    check_writable(arguments.out, *sources(arguments))
    check_one_input(*sources(arguments))
    kernel = read_kernel(arguments.kernel)
    picture = read_picture(arguments)
    operation = asked_operation(arguments, kernel, picture.pixels_chw)
    write_result(arguments.out, operation, ActivationSpec(kind=arguments.activation))
    return 0


def sources(arguments: argparse.Namespace) -> list[Path]:
    """Return the files that an operation is made from."""
    kernel = getattr(arguments, "kernel", None)  # a pooling has none
    return [Path(arguments.picture), *([kernel] if isinstance(kernel, Path) else [])]


def read_kernel(kernel: "NDArray[np.float32] | Path") -> "NDArray[np.float32]":
    """Return the kernel that was given, from its file where one was named.

    Raises
    ------
    CnnvizError
        What `read_numbers` raises.
    """
    from cnnviz.engine.convolution.kernels import as_kernel, parse_kernel

    return read_numbers(kernel, parse_kernel, as_kernel, at_most=_KERNEL_BYTES)
