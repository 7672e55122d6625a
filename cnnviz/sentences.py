"""What each error code says, in English: what is wrong, the numbers, what to do.

The same literals are the source texts of the translation: ``lupdate`` collects every
``QT_TRANSLATE_NOOP("Sentences", ...)``, and ``cnnviz.gui.texts`` looks the translation
up. Nothing here imports Qt, so the command line can speak without it.
"""

from collections.abc import Mapping
from typing import Final

from cnnviz.errors import CnnvizError

CONTEXT: Final = "Sentences"


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Mark a literal for ``lupdate`` under the name it looks for; return it as is."""
    return text


# One entry a code, grouped by the module that raises it.
SENTENCES: Final[Mapping[str, str]] = {
    # anything that we did not foresee
    "unexpected": QT_TRANSLATE_NOOP(
        "Sentences",
        "Something went wrong that cnnviz did not expect: {detail}. "
        "Your work is still here; please try again.",
    ),
    # convolution
    "kernel_size_too_small": QT_TRANSLATE_NOOP(
        "Sentences",
        "A kernel needs at least 1 row and 1 column; this one has {height} × {width}. "
        "Choose a size of 1 or more.",
    ),
    "stride_too_small": QT_TRANSLATE_NOOP(
        "Sentences",
        "The stride is {stride}; the window would never move. Choose 1 or more.",
    ),
    "dilation_too_small": QT_TRANSLATE_NOOP(
        "Sentences",
        "The dilation is {dilation}; it is the distance between kernel cells. "
        "Choose 1 or more.",
    ),
    "padding_negative": QT_TRANSLATE_NOOP(
        "Sentences",
        "The padding is {padding}; a border cannot be negative. Choose 0 or more.",
    ),
    "padding_unknown": QT_TRANSLATE_NOOP(
        "Sentences",
        "There is no padding called {padding}. Choose valid, same or full, or a number "
        "of rows and columns.",
    ),
    "kernel_size_too_large": QT_TRANSLATE_NOOP(
        "Sentences",
        "The kernel is {height} × {width}; up to {limit} × {limit} can be shown cell by "
        "cell. Choose {limit} or less.",
    ),
    "padding_too_large": QT_TRANSLATE_NOOP(
        "Sentences",
        "The padding is {padding}; more than {limit} would leave the picture lost in "
        "its border. Choose {limit} or less.",
    ),
    "kernel_larger_than_padded_input": QT_TRANSLATE_NOOP(
        "Sentences",
        "The kernel covers {kernel_height} × {kernel_width} cells but the padded picture "
        "has only {input_height} × {input_width}. Choose a smaller kernel or dilation, "
        "or more padding.",
    ),
    "input_not_chw": QT_TRANSLATE_NOOP(
        "Sentences",
        "The input has the shape {shape}; it must be channels × rows × columns, each "
        "at least 1.",
    ),
    "kernels_not_oikk": QT_TRANSLATE_NOOP(
        "Sentences",
        "The kernels have the shape {shape}; they must be output channels × input "
        "channels × rows × columns, each at least 1.",
    ),
    "kernel_shape_differs": QT_TRANSLATE_NOOP(
        "Sentences",
        "The kernel has {height} × {width} cells but the settings say {spec_height} × "
        "{spec_width}. Give both the same size.",
    ),
    "channels_differ": QT_TRANSLATE_NOOP(
        "Sentences",
        "The kernel is made for {kernel_channels} channels but the picture has "
        "{input_channels}. Choose a kernel or a picture with as many channels as the "
        "other.",
    ),
    "bias_length_differs": QT_TRANSLATE_NOOP(
        "Sentences",
        "The biases have the shape {biases} but there are {outputs} kernels. Give one "
        "bias for each kernel.",
    ),
    "too_many_cells": QT_TRANSLATE_NOOP(
        "Sentences",
        "{channels} × {height} × {width} cells are more than the {limit} million that "
        "fit. Choose less padding, fewer kernels or a smaller picture.",
    ),
    "cell_outside_output": QT_TRANSLATE_NOOP(
        "Sentences",
        "There is no output cell in row {row}, column {col}: the output has {height} × "
        "{width} cells, counted from 0.",
    ),
    "output_channel_outside": QT_TRANSLATE_NOOP(
        "Sentences",
        "There is no output channel {channel}: there are {outputs}, counted from 0.",
    ),
    "position_outside_walk": QT_TRANSLATE_NOOP(
        "Sentences",
        "There is no step {position}: the walk has {steps}, counted from 0.",
    ),
    # convolution: kernels
    "kernel_unknown": QT_TRANSLATE_NOOP(
        "Sentences",
        "There is no kernel called {name}. Choose one of: {names}.",
    ),
    "kernel_not_json": QT_TRANSLATE_NOOP(
        "Sentences",
        "The kernel cannot be read at line {line}, column {column}. Write its rows in "
        "brackets, for example [[1, 0], [0, -1]].",
    ),
    "kernel_not_numbers": QT_TRANSLATE_NOOP(
        "Sentences",
        "The kernel holds {value}, which is not a number. Write its rows in brackets, "
        "for example [[1, 0], [0, -1]].",
    ),
    "kernel_ragged": QT_TRANSLATE_NOOP(
        "Sentences",
        "The rows of the kernel are not equally long: {shapes}. Give each row the same "
        "count of numbers.",
    ),
    "kernel_empty": QT_TRANSLATE_NOOP(
        "Sentences",
        "The kernel is empty. Give it at least one row with one number.",
    ),
    "kernel_axes": QT_TRANSLATE_NOOP(
        "Sentences",
        "The kernel is {axes} brackets deep; it must be 2 (rows), 3 (channels of rows) "
        "or 4 (several such kernels). One row is written [[1, 0, -1]].",
    ),
    "kernel_not_finite": QT_TRANSLATE_NOOP(
        "Sentences",
        "The kernel holds a number that is infinite or too large. Use numbers below "
        "10^38.",
    ),
    # images: files
    "file_not_found": QT_TRANSLATE_NOOP(
        "Sentences",
        "There is no file {file}. Check the name and the folder.",
    ),
    "file_is_folder": QT_TRANSLATE_NOOP(
        "Sentences",
        "{file} is a folder. Choose a file in it.",
    ),
    "file_unreadable": QT_TRANSLATE_NOOP(
        "Sentences",
        "{file} cannot be read: {reason}. Check that you may open it.",
    ),
    "file_too_large": QT_TRANSLATE_NOOP(
        "Sentences",
        "{file} has {megabytes} MB; at most {limit} MB can be opened. Choose a smaller "
        "file.",
    ),
    "file_empty": QT_TRANSLATE_NOOP(
        "Sentences",
        "{file} is empty: it holds no picture. Choose another file.",
    ),
    "folder_missing": QT_TRANSLATE_NOOP(
        "Sentences",
        "There is no folder {folder} to write {file} into. Create it or choose another.",
    ),
    "file_unwritable": QT_TRANSLATE_NOOP(
        "Sentences",
        "{file} cannot be written: {reason}. Choose another place.",
    ),
    "png_channels": QT_TRANSLATE_NOOP(
        "Sentences",
        "A PNG file holds 1 or 3 channels but the result has {outputs}. Write it as "
        ".npy or .csv.",
    ),
    "picture_unreadable": QT_TRANSLATE_NOOP(
        "Sentences",
        "{file} is not a picture that can be read. Choose a PNG, JPEG, BMP, GIF, WebP "
        "or TIFF file.",
    ),
    "picture_damaged": QT_TRANSLATE_NOOP(
        "Sentences",
        "{file} begins as a picture but is damaged or cut short. Choose another file or "
        "save it again.",
    ),
    "picture_too_large": QT_TRANSLATE_NOOP(
        "Sentences",
        "{file} has {width} × {height} pixels, {megapixels} million; at most {limit} "
        "million can be opened. Reduce the picture first.",
    ),
    "sample_unknown": QT_TRANSLATE_NOOP(
        "Sentences",
        "There is no sample picture called {name}. Choose one of: {names}.",
    ),
    # images: preparation
    "drawing_empty": QT_TRANSLATE_NOOP(
        "Sentences",
        "There is no ink to read. Draw a digit, or open a picture in which a digit "
        "stands out from the paper.",
    ),
    # data sets: idx files
    "idx_bad_magic": QT_TRANSLATE_NOOP(
        "Sentences",
        "{file} is not an IDX file: it begins with {found}, where IDX files have two "
        "zero bytes, a known type and at least 1 dimension. Choose another file.",
    ),
    "idx_truncated": QT_TRANSLATE_NOOP(
        "Sentences",
        "{file} is cut short: its header promises {expected} bytes and there are "
        "{found}. Download or copy it again.",
    ),
    "idx_too_long": QT_TRANSLATE_NOOP(
        "Sentences",
        "{file} is longer than its header says: {expected} bytes are promised and more "
        "follow. Download or copy it again.",
    ),
    "idx_too_large": QT_TRANSLATE_NOOP(
        "Sentences",
        "The header of {file} promises {expected} bytes; at most {limit} can be read. "
        "The file is probably damaged.",
    ),
    "idx_damaged": QT_TRANSLATE_NOOP(
        "Sentences",
        "{file} cannot be unpacked: {reason}. Download or copy it again.",
    ),
    "idx_wrong_content": QT_TRANSLATE_NOOP(
        "Sentences",
        "{file} holds {found} where {expected} were expected. Check that pictures and "
        "labels were not exchanged.",
    ),
    # data sets: catalogue
    "dataset_not_found": QT_TRANSLATE_NOOP(
        "Sentences",
        "The data set {name} was not found. Looked in: {places}. Put its four IDX files "
        "there, download MNIST, or use the built-in digits, which need no files.",
    ),
    "dataset_checksum": QT_TRANSLATE_NOOP(
        "Sentences",
        "{file} is not MNIST as it was published: its MD5 is {found}, not {expected}. "
        "Download it again, or give its folder by path if it is data of your own.",
    ),
    "mnist_content_differs": QT_TRANSLATE_NOOP(
        "Sentences",
        "{file} has MNIST's shape but not its published content (its MD5 is {found}): "
        "figures may differ a little from MNIST's.",
    ),
    "dataset_empty": QT_TRANSLATE_NOOP(
        "Sentences",
        "The data set {name} has no pictures to train or to measure with. Choose "
        "another one.",
    ),
    "labels_differ_from_pictures": QT_TRANSLATE_NOOP(
        "Sentences",
        "There are {pictures} pictures but {labels} labels; each picture needs one. "
        "Check that the files belong together.",
    ),
    "pictures_size_differs": QT_TRANSLATE_NOOP(
        "Sentences",
        "The pictures of {name} have {found} pixels; the network takes "
        "{height} × {width}. Choose another data set.",
    ),
    "labels_out_of_range": QT_TRANSLATE_NOOP(
        "Sentences",
        "The labels of {name} go from {lowest} to {highest}; {title} has {classes} "
        "classes, from 0. Choose another data set.",
    ),
    # data sets: download
    "download_failed": QT_TRANSLATE_NOOP(
        "Sentences",
        "{file} could not be downloaded. {reasons}. Check the connection and try again, "
        "or use the built-in digits, which need no download.",
    ),
    "download_cancelled": QT_TRANSLATE_NOOP(
        "Sentences",
        "The download was cancelled; nothing was kept. Start it again when you like.",
    ),
    # networks
    "network_unknown": QT_TRANSLATE_NOOP(
        "Sentences",
        "There is no network called {name}. Choose one of: {known}.",
    ),
    "layer_input_shape": QT_TRANSLATE_NOOP(
        "Sentences",
        "The layer {layer} cannot take an input of shape {shape}. Put a flatten layer "
        "between maps and sums.",
    ),
    "digit_shape_differs": QT_TRANSLATE_NOOP(
        "Sentences",
        "{title} takes pictures of {height} × {width} bytes; this one is {found} of "
        "type {dtype}. Prepare the picture first.",
    ),
    "weights_unreadable": QT_TRANSLATE_NOOP(
        "Sentences",
        "{name} is not a weight file that can be read: {reason}. Choose a whole "
        ".safetensors file.",
    ),
    "weights_mismatch": QT_TRANSLATE_NOOP(
        "Sentences",
        "These weights are not for {title}: {parameter} should be {expected} and is "
        "{found}. Choose the file of this network.",
    ),
    "weights_not_finite": QT_TRANSLATE_NOOP(
        "Sentences",
        "The weights in {name} are damaged: {count} numbers of {parameter} are not "
        "finite. Choose another file or train again.",
    ),
    "weights_not_shipped": QT_TRANSLATE_NOOP(
        "Sentences",
        "{title} comes untrained. Train it first (cnnviz train {network} --data builtin "
        "--out FOLDER), then choose its weights.safetensors.",
    ),
    # training
    "epochs_too_few": QT_TRANSLATE_NOOP(
        "Sentences",
        "{epochs} epochs teach nothing. Choose 1 or more.",
    ),
    "batch_size_too_small": QT_TRANSLATE_NOOP(
        "Sentences",
        "A batch of {batch_size} pictures teaches nothing. Choose 1 or more.",
    ),
    "learning_rate_not_a_number": QT_TRANSLATE_NOOP(
        "Sentences",
        "The learning rate “{text}” is not a number. "
        "Type one above 0, for example 0.001 for Adam or 0.01 for SGD.",
    ),
    "learning_rate_not_positive": QT_TRANSLATE_NOOP(
        "Sentences",
        "The learning rate is {learning_rate}; it must be a number above 0. Try 0.001 "
        "for Adam or 0.01 for SGD.",
    ),
    "momentum_out_of_range": QT_TRANSLATE_NOOP(
        "Sentences",
        "The momentum is {momentum}; it goes from 0 up to but not including 1. Try 0.9.",
    ),
    "seed_negative": QT_TRANSLATE_NOOP(
        "Sentences",
        "The seed is {seed}; choose a whole number, 0 or more.",
    ),
    "seed_too_large": QT_TRANSLATE_NOOP(
        "Sentences",
        "The seed {seed} is too large. Choose a whole number below 2 to the 63rd.",
    ),
    "threads_too_few": QT_TRANSLATE_NOOP(
        "Sentences",
        "{threads} threads cannot compute. Choose 1 or more.",
    ),
    "snapshot_every_too_small": QT_TRANSLATE_NOOP(
        "Sentences",
        "A snapshot every {snapshot_every} batches is not possible. Choose 1 or more.",
    ),
    "device_unavailable": QT_TRANSLATE_NOOP(
        "Sentences",
        "This machine has no device {device} that torch can use; it has: {available}. "
        "Choose one of these, or auto.",
    ),
    "training_diverged": QT_TRANSLATE_NOOP(
        "Sentences",
        "Training ran away in epoch {epoch}, batch {batch}: the loss is no longer a "
        "finite number. The learning rate is {learning_rate}; try a tenth of it.",
    ),
    "memory_exhausted": QT_TRANSLATE_NOOP(
        "Sentences",
        "The memory of the device {device} is full with batches of {batch_size} "
        "pictures. Choose a smaller batch size.",
    ),
}


def sentence(error: CnnvizError) -> str:
    """Return the English sentence of an error, its numbers put in.

    Examples
    --------
    >>> sentence(CnnvizError("stride_too_small", stride=0))
    'The stride is 0; the window would never move. Choose 1 or more.'
    """
    return SENTENCES[error.code].format_map(error.facts)
