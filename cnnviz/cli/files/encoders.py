"""Results as files: which endings there are, the bytes of each, and what is said."""

import argparse
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from cnnviz.cli.files.output_paths import path_ending, write_atomically
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.shown_text import escaped

if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy as np
    from numpy.typing import NDArray

    from cnnviz.engine.convolution.activation.activations import ActivationSpec
    from cnnviz.engine.convolution.operations import Operation

ENDINGS: Final = (".npy", ".csv", ".png")

RESULTS_HELP: Final = """\
results
  .npy  float32, output channels x rows x columns
  .csv  one row a line; several output channels are separated by an empty line
  .png  rounded and clipped to 0..255; 1 (grey) or 3 (red, green, blue) channels"""

BOUNDED_HELP: Final = """\
        after sigmoid and softmax 0..1 is written as 0..255, after tanh -1..1"""

Levels = tuple[float, float]
"""The numbers that a picture shows black and white."""

_BYTES: Final[Levels] = (0.0, 255.0)


def add_result_options(parser: argparse.ArgumentParser) -> None:
    """Add how the picture is read, and where the result is written."""
    add_channels_option(parser)
    add_out_option(parser)


def add_out_option(parser: argparse.ArgumentParser) -> None:
    """Add where the result is written."""
    parser.add_argument(
        "--out",
        metavar="FILE",
        type=path_ending(ENDINGS, ".npy (numbers), .csv (a table) or .png (a picture)"),
        required=True,
        help="what to write: FILE.npy, FILE.csv or FILE.png",
    )


def add_channels_option(parser: "argparse._ActionsContainer") -> None:
    """Add how the picture is read."""
    parser.add_argument(
        "--channels",
        choices=("grey", "rgb"),
        default="grey",
        help="read the picture as 1 or 3 channels (grey)",
    )
    parser.add_argument(
        "--stretch",
        action="store_true",
        help="of a dark picture of more than 8 bits make the brightest number white",
    )


def write_result(
    out: Path, operation: "Operation", activation: "ActivationSpec | None" = None
) -> None:
    """Compute all numbers of an operation, write them, and say what was written.

    Parameters
    ----------
    out
        The file; its ending says which kind.
    operation
        What is computed.
    activation
        What is done with each number after.

    Raises
    ------
    CnnvizError
        ``png_channels`` before the work is done, and what the computing and
        `write_atomically` raise.
    """
    levels = _BYTES if activation is None else _levels_of(activation)
    encode = _encoder(out, operation.outputs, levels)
    result_chw = operation.compute()
    if activation is not None and activation.kind != "none":
        from cnnviz.engine.convolution.activation.activations import activate

        result_chw = activate(result_chw, activation)
    write_atomically(out, encode(result_chw))
    shape = " × ".join(map(str, result_chw.shape))
    line = f"{escaped(str(out))}: {shape}, from {result_chw.min():g} to {result_chw.max():g}"
    if out.suffix.lower() == ".png" and levels != _BYTES:
        line += f"; {levels[0]:g} to {levels[1]:g} written as 0 to 255"
    print(line)


def _levels_of(activation: "ActivationSpec") -> Levels:
    """Return which numbers are black and white in a picture of what it makes."""
    from cnnviz.engine.convolution.activation.functions import ACTIVATIONS

    function = ACTIVATIONS[activation.kind]
    if function.smallest is None or function.largest is None:
        return _BYTES
    return function.smallest, function.largest


def _encoder(
    out: Path, channels: int, levels: Levels
) -> "Callable[[NDArray[np.float32]], bytes]":
    """Return what turns a result into the bytes of a file."""
    ending = out.suffix.lower()
    if ending == ".png" and channels not in (1, 3):
        raise CnnvizError("png_channels", outputs=channels)
    from cnnviz.engine.images.numbers.number_files import encode_csv, encode_npy

    if ending == ".png":
        return partial(_png, levels=levels)
    return {".npy": encode_npy, ".csv": encode_csv}[ending]


def _png(result_chw: "NDArray[np.float32]", levels: Levels) -> bytes:
    import numpy as np

    from cnnviz.engine.images.files.saving import encode_png

    if levels != _BYTES:
        low, high = levels
        result_chw = (result_chw - np.float32(low)) * np.float32(255 / (high - low))
    return encode_png(np.clip(np.rint(result_chw), 0, 255).astype(np.uint8))
