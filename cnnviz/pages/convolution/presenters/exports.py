"""The output as a file: the very numbers, or the picture that the screen shows."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, Final

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.convolution.activation.activations import activate
from cnnviz.engine.convolution.row_blocks import Cancelled
from cnnviz.engine.convolution.walk import Walk
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.files import write_whole, writing_whole
from cnnviz.engine.images.colour_maps import DIVERGING
from cnnviz.engine.images.files.saving import encode_png
from cnnviz.engine.images.numbers.number_files import csv_lines
from cnnviz.pages.convolution.model.output_picture import coloured, is_signed
from cnnviz.pages.convolution.presenters.output_worker import white_of

OUTPUT_ENDINGS: Final = (".npy", ".csv", ".png")


IsCancelled = Callable[[], bool]


def check_ending(path: Path) -> None:
    """Refuse a file name that names no kind of file for numbers.

    Raises
    ------
    CnnvizError
        ``output_ending``.
    """
    if path.suffix.lower() not in OUTPUT_ENDINGS:
        raise CnnvizError("output_ending", file=path.name)


def outputs_of(
    walk: Walk, channels: Iterable[int], is_cancelled: IsCancelled
) -> Iterator[NDArray[np.float32]]:
    """Yield the numbers of output channels after the activation, ``H x W`` each.

    One at a time is held, however many there are.

    Raises
    ------
    Cancelled
        When ``is_cancelled`` said so.
    """
    whole = walk.operation.compute
    if walk.activation.kind != "softmax":
        for channel in channels:
            yield activate(whole(channel, is_cancelled), walk.activation)[0]
        return
    # As `activate`, whose two sums over all channels are made in two rounds here.
    everyone = range(walk.operation.outputs)
    largest_hw = whole(0, is_cancelled)[0]
    for channel in everyone[1:]:
        np.maximum(largest_hw, whole(channel, is_cancelled)[0], out=largest_hw)
    total_hw = np.zeros_like(largest_hw)
    for channel in everyone:
        total_hw += np.exp(whole(channel, is_cancelled)[0] - largest_hw)
    for channel in channels:
        yield np.exp(whole(channel, is_cancelled)[0] - largest_hw) / total_hw


def write_output(
    path: Path,
    walk: Walk,
    white: float,
    is_cancelled: IsCancelled = lambda: False,
    *,
    for_spreadsheet: bool = False,
) -> None:
    """Write the output of a walk: NPY, CSV or PNG, as the name ends.

    Parameters
    ----------
    path
        Where; what is there already stays until all is written.
    walk
        Whose output; a picture shows its output channel.
    white
        The number of the picture's white, as in `output_picture.coloured`.
    is_cancelled
        Asked now and then.
    for_spreadsheet
        Of a table: `csv_lines`.

    Raises
    ------
    Cancelled
        When ``is_cancelled`` said so.
    CnnvizError
        ``file_unwritable`` and what the operation raises.
    """
    match path.suffix.lower():
        case ".npy":
            with writing_whole(path) as file:
                _write_npy(file, walk, is_cancelled)
        case ".csv":
            with writing_whole(path) as file:
                _write_csv(file, walk, for_spreadsheet, is_cancelled)
        case _:
            (values_hw,) = outputs_of(walk, [walk.output_channel], is_cancelled)
            pixels = shown_pixels(
                values_hw, white_of(walk, white), signed=is_signed(walk)
            )
            write_whole(path, encode_png(pixels))


def _write_npy(file: BinaryIO, walk: Walk, is_cancelled: IsCancelled) -> None:
    """Write header and channels as ``numpy.save`` does, never all in memory.

    No memory-mapped file: where the disk is full, that would end the program.
    """
    shape = (walk.operation.outputs, *walk.output_hw)
    header = {"descr": "<f4", "fortran_order": False, "shape": shape}
    np.lib.format.write_array_header_1_0(file, header)
    for values_hw in outputs_of(walk, range(shape[0]), is_cancelled):
        file.write(np.ascontiguousarray(values_hw, "<f4").data)


def _write_csv(
    file: BinaryIO, walk: Walk, for_spreadsheet: bool, is_cancelled: IsCancelled
) -> None:
    every = range(walk.operation.outputs)
    for channel, values_hw in enumerate(outputs_of(walk, every, is_cancelled)):
        if channel:
            file.write(b"\n")
        for line in csv_lines(values_hw, for_spreadsheet=for_spreadsheet):
            if is_cancelled():
                raise Cancelled
            file.write(line)


def shown_pixels(
    values_hw: NDArray[np.float32], white: float, *, signed: bool = False
) -> NDArray[np.uint8]:
    """Return one channel as on the screen, a pixel a cell: grey, or blue to orange."""
    shown = coloured(values_hw, white, signed=signed)
    if shown.palette == "grey":
        return shown.indices_hw[np.newaxis]
    rgb: NDArray[np.uint8] = DIVERGING[shown.indices_hw]
    return np.ascontiguousarray(rgb.transpose(2, 0, 1))
