"""The output as a file: the very numbers, or the picture that the screen shows."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from cnnviz.control.output_picture import coloured
from cnnviz.convolution.activations import activate
from cnnviz.convolution.walk import Walk
from cnnviz.errors import CnnvizError
from cnnviz.files import write_whole
from cnnviz.images.colour_maps import DIVERGING
from cnnviz.images.number_files import encode_csv, encode_npy
from cnnviz.images.saving import encode_png

OUTPUT_ENDINGS: Final = (".npy", ".csv", ".png")


@dataclass(frozen=True, slots=True, eq=False)
class OutputToSave:
    """A walk whose output is to be written, and where.

    ``white`` is the number of the picture's white, as in `output_picture.coloured`.
    """

    path: Path
    walk: Walk
    white: float


@dataclass(frozen=True, slots=True, eq=False)
class BytesToSave:
    """A file that is ready to be written, and where."""

    path: Path
    data: bytes


Export = OutputToSave | BytesToSave


def check_ending(path: Path) -> None:
    """Refuse a file name that names no kind of file for numbers.

    Raises
    ------
    CnnvizError
        ``output_ending``.
    """
    if path.suffix.lower() not in OUTPUT_ENDINGS:
        raise CnnvizError("output_ending", file=path.name)


def do_export(export: Export) -> None:
    """Compute and write.

    Raises
    ------
    CnnvizError
        ``output_ending``, ``file_unwritable`` and what the operation raises.
    """
    match export:
        case OutputToSave(path, walk, white):
            check_ending(path)
            write_whole(path, _encoded(path, walk, white))
        case BytesToSave(path, data):
            write_whole(path, data)


def _encoded(path: Path, walk: Walk, white: float) -> bytes:
    values_ohw = all_outputs(walk)
    match path.suffix.lower():
        case ".npy":
            return encode_npy(values_ohw)
        case ".csv":
            return encode_csv(values_ohw)
        case _:
            return encode_png(shown_pixels(values_ohw[walk.output_channel], white))


def all_outputs(walk: Walk) -> NDArray[np.float32]:
    """Return the numbers of all output channels after the activation: ``O x H x W``."""
    return activate(walk.operation.whole(), walk.activation)


def shown_pixels(values_hw: NDArray[np.float32], white: float) -> NDArray[np.uint8]:
    """Return one channel as on the screen, a pixel a cell: grey, or blue to orange."""
    shown = coloured(values_hw, white=white)
    if shown.palette == "grey":
        return shown.indices_hw[np.newaxis]
    rgb: NDArray[np.uint8] = DIVERGING[shown.indices_hw]
    return np.ascontiguousarray(rgb.transpose(2, 0, 1))
