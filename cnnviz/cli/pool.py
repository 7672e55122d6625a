"""``cnnviz pool``: keep one number of each window of a picture."""

import argparse
from pathlib import Path
from typing import Final

from cnnviz.cli.console.argparse_ext import Commands, add_command, name_of
from cnnviz.cli.console.argtypes import pair, setting, values_checked
from cnnviz.cli.files.encoders import RESULTS_HELP, add_result_options, write_result
from cnnviz.cli.files.output_paths import check_writable
from cnnviz.cli.files.picture_files import add_picture, read_picture
from cnnviz.engine.convolution.spec import PoolKind, PoolSpec
from cnnviz.engine.errors import CnnvizError

# How much padding is too much depends on the size, which may not have been read yet.
_ANY: Final = (2 * 10**9, 2 * 10**9)

_KINDS: Final[dict[str, PoolKind]] = {
    "max": "max",
    "avg": "average",
    "sum": "sum",
    "min": "min",
}

_DESCRIPTION: Final = """\
Move a window over a picture and keep one number of each place.

The numbers are grey levels 0..255. Each channel is pooled by itself, and where the
last windows would hang over the end they are left out, as in every framework."""

_EPILOG: Final = f"""\
{RESULTS_HELP}

examples
  cnnviz pool digit.png --kind max --size 2 --out half.png
  cnnviz pool photo.jpg --kind avg --size 3 --stride 1 --padding 1 --out soft.npy
  cnnviz pool photo.jpg --kind avg --size global --channels rgb --out means.csv"""


def add_parser(commands: Commands) -> None:
    """Add the command and its options."""
    parser = add_command(
        commands,
        "pool",
        run,
        summary="keep the largest, mean, sum or smallest of each window of a picture",
        description=_DESCRIPTION,
        epilog=_EPILOG,
    )
    add_operation_options(parser)
    add_result_options(parser)


def add_operation_options(parser: argparse.ArgumentParser) -> None:
    """Add the picture, and what is done with it."""
    add_picture(parser)
    parser.add_argument(
        "--kind",
        choices=tuple(_KINDS),
        required=True,
        help="which number of each window is kept",
    )
    parser.add_argument(
        "--size",
        metavar="K[,K]|global",
        type=_size,
        required=True,
        help="height, width of the window; global is the whole picture",
    )
    parser.add_argument(
        "--stride",
        metavar="S[,S]",
        type=setting(pair, PoolSpec, "stride", size=(1, 1)),
        help="how far the window moves down, right (its size)",
    )
    parser.add_argument(
        "--padding",
        metavar="N[,N]",
        type=setting(pair, PoolSpec, "padding", size=_ANY),
        default=(0, 0),
        help="rows, columns added on each side, at most half the size; they are never "
        "the largest or the smallest, and count as 0 in a sum (0)",
    )
    parser.add_argument(
        "--exclude-padding",
        action="store_true",
        help="with --kind avg: divide by the cells of the picture only, not by all of "
        "the window",
    )


def _size(text: str) -> tuple[int, int] | None:
    """Return the window, or ``None`` for the whole picture."""
    return None if name_of(text) == "global" else setting(pair, PoolSpec, "size")(text)


def run(arguments: argparse.Namespace) -> int:
    """Pool the picture, write the result, say what was written."""
    from cnnviz.engine.convolution.operations import Pooling

    check_writable(arguments.out, Path(arguments.picture))
    picture = read_picture(arguments)
    spec = pool_spec(arguments, picture.size_hw)
    write_result(arguments.out, Pooling(picture.pixels_chw, spec))
    return 0


def pool_spec(arguments: argparse.Namespace, input_hw: tuple[int, int]) -> PoolSpec:
    """Return the pooling that was asked for on a picture of this size.

    Options that do not go together are wrong usage.
    """
    with values_checked(arguments):
        return _pool_spec(arguments, input_hw)


def _pool_spec(arguments: argparse.Namespace, input_hw: tuple[int, int]) -> PoolSpec:
    kind = _KINDS[arguments.kind]
    if arguments.exclude_padding and kind != "average":
        raise CnnvizError("pool_divides_no_mean", kind=arguments.kind)
    if arguments.size is None:
        if arguments.stride is not None or arguments.padding != (0, 0):
            raise CnnvizError("pool_global_moves")
        return PoolSpec(kind=kind, size=input_hw)
    return PoolSpec(
        kind=kind,
        size=arguments.size,
        stride=arguments.stride,
        padding=arguments.padding,
        counts_padding=not arguments.exclude_padding,
    )
