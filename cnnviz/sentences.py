"""What each error code says, in English: what is wrong, the numbers, what to do.

The same literals are the source texts of the translation: ``lupdate`` collects every
``QT_TRANSLATE_NOOP("Sentences", ...)``, and ``cnnviz.gui.texts`` looks the translation
up. Nothing here imports Qt, so the command line can speak without it.
"""

from collections.abc import Mapping
from typing import Final

from cnnviz.errors import CnnvizError
from cnnviz.sentences_of_films import FILM_SENTENCES
from cnnviz.sentences_of_learning import LEARNING_SENTENCES
from cnnviz.sentences_of_learning import QT_TRANSLATE_NOOP as QT_TRANSLATE_NOOP

CONTEXT: Final = "Sentences"


# One entry a code, grouped by the module that raises it.
SENTENCES: Final[Mapping[str, str]] = {
    # anything that we did not foresee
    "unexpected": QT_TRANSLATE_NOOP(
        "Sentences",
        "Something went wrong that cnnviz did not expect: {detail}. "
        "Your work is still here; please try again.",
    ),
    "memory_full": QT_TRANSLATE_NOOP(
        "Sentences",
        "There is not enough memory for this. Close other programs, or choose a smaller "
        "picture or less data.",
    ),
    "system_refused": QT_TRANSLATE_NOOP(
        "Sentences",
        "The system refused: {reason}. Check names, permissions and free space.",
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
        "fit. Choose a smaller stride, less padding, fewer kernels or a smaller picture.",
    ),
    "sums_too_large": QT_TRANSLATE_NOOP(
        "Sentences",
        "The sums go beyond 3 × 10^38, the largest number that is kept. Choose smaller "
        "numbers in the kernel.",
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
    # convolution: pooling, activations, one dimension, transposed
    "pool_unknown": QT_TRANSLATE_NOOP(
        "Sentences",
        "There is no pooling called {kind}. Choose one of: {kinds}.",
    ),
    "pool_size_too_small": QT_TRANSLATE_NOOP(
        "Sentences",
        "A pooling window needs at least 1 row and 1 column; this one has {height} × "
        "{width}. Choose a size of 1 or more.",
    ),
    "pool_padding_too_large": QT_TRANSLATE_NOOP(
        "Sentences",
        "The padding of {rows} rows and {cols} columns is more than half of the {height} "
        "× {width} window, which could then miss the picture. Choose at most {most_rows} "
        "rows and {most_cols} columns, or a larger window.",
    ),
    "pool_larger_than_padded_input": QT_TRANSLATE_NOOP(
        "Sentences",
        "The window covers {height} × {width} cells but the padded picture has only "
        "{input_height} × {input_width}. Choose a smaller window, or more padding.",
    ),
    "pool_global_moves": QT_TRANSLATE_NOOP(
        "Sentences",
        "Global pooling takes the whole picture at once and never moves. Leave out "
        "stride and padding, or choose a size.",
    ),
    "channel_outside_input": QT_TRANSLATE_NOOP(
        "Sentences",
        "There is no input channel {channel}: there are {channels}, counted from 0.",
    ),
    "cell_outside_input": QT_TRANSLATE_NOOP(
        "Sentences",
        "There is no input cell in row {row}, column {col}: the input has {height} × "
        "{width} cells, counted from 0.",
    ),
    "activation_unknown": QT_TRANSLATE_NOOP(
        "Sentences",
        "There is no activation called {name}. Choose one of: {names}.",
    ),
    "slope_not_finite": QT_TRANSLATE_NOOP(
        "Sentences",
        "The slope for negative numbers is {slope}; it must be a finite number. Try 0.01.",
    ),
    "kernel_longer_than_signal": QT_TRANSLATE_NOOP(
        "Sentences",
        "The kernel has {kernel} numbers but the padded signal has only {signal}. Choose "
        "a shorter kernel, or the padding same or full.",
    ),
    "signal_not_flat": QT_TRANSLATE_NOOP(
        "Sentences",
        "Signal and kernel must be one row of numbers each; one of them has the shape "
        "{shape}. Write it as in [0, 1, 0.5].",
    ),
    "signal_not_json": QT_TRANSLATE_NOOP(
        "Sentences",
        "The row of numbers cannot be read at line {line}, column {column}. Write it in "
        "brackets, for example [0, 1, 0.5].",
    ),
    "signal_not_numbers": QT_TRANSLATE_NOOP(
        "Sentences",
        "A row of numbers was expected, and here is {value}. Write it in brackets, for "
        "example [0, 1, 0.5].",
    ),
    "signal_empty": QT_TRANSLATE_NOOP(
        "Sentences",
        "The row of numbers is empty. Give it at least one.",
    ),
    "signal_not_finite": QT_TRANSLATE_NOOP(
        "Sentences",
        "The row of numbers holds one that is infinite or too large. Use numbers below "
        "10^100.",
    ),
    "row_word": QT_TRANSLATE_NOOP(
        "Sentences",
        "The word “{text}” is no number. Put spaces between numbers; 0.5 and 1/3 are fine.",
    ),
    "row_number_too_large": QT_TRANSLATE_NOOP(
        "Sentences",
        "The number {text} is too large. A billion is the most.",
    ),
    "row_too_long": QT_TRANSLATE_NOOP(
        "Sentences",
        "{count} numbers are more than the {limit} that can be shown as bars. Leave some "
        "out.",
    ),
    "padding_mode_unknown": QT_TRANSLATE_NOOP(
        "Sentences",
        "There is no padding mode called {mode}. Choose one of: {modes}.",
    ),
    "padding_beyond_reflection": QT_TRANSLATE_NOOP(
        "Sentences",
        "A picture of {height} × {width} can be reflected into at most {most_rows} rows "
        "and {most_cols} columns of padding; here are {rows} and {cols}. Choose less "
        "padding, or the mode replicate.",
    ),
    "padding_beyond_circle": QT_TRANSLATE_NOOP(
        "Sentences",
        "A picture of {height} × {width} that goes round gives at most {most_rows} rows "
        "and {most_cols} columns of padding; here are {rows} and {cols}. Choose less "
        "padding, or the mode replicate.",
    ),
    "groups_too_few": QT_TRANSLATE_NOOP(
        "Sentences",
        "{groups} groups cannot share the channels. Choose 1 or more.",
    ),
    "groups_do_not_divide": QT_TRANSLATE_NOOP(
        "Sentences",
        "{groups} groups need channels that divide evenly; there are {channels} input "
        "channels and {outputs} kernels. Choose a number of groups that divides both.",
    ),
    "kernels_not_iokk": QT_TRANSLATE_NOOP(
        "Sentences",
        "The kernels have the shape {shape}; for a transposed convolution they must be "
        "input channels × output channels of a group × rows × columns, each at least 1.",
    ),
    "output_padding_negative": QT_TRANSLATE_NOOP(
        "Sentences",
        "The output padding is {output_padding}; nothing can be added less than 0 times. "
        "Choose 0 or more.",
    ),
    "output_padding_too_large": QT_TRANSLATE_NOOP(
        "Sentences",
        "The output padding is {output_padding}, with stride {stride} and dilation "
        "{dilation}; it must be smaller than one of them. Choose {most} or less, or a "
        "larger stride.",
    ),
    "output_padding_alone": QT_TRANSLATE_NOOP(
        "Sentences",
        "Output padding belongs to a transposed convolution. Make it transposed, or "
        "leave the output padding out.",
    ),
    "transposed_padding": QT_TRANSLATE_NOOP(
        "Sentences",
        "The padding of a transposed convolution cuts off as much on opposite sides; "
        "{padding} does not say how much. Give one number, or two: rows and columns.",
    ),
    "transposed_padding_mode": QT_TRANSLATE_NOOP(
        "Sentences",
        "A transposed convolution adds no cells around the picture, so the padding mode "
        "{mode} says nothing. Leave it out.",
    ),
    "transposed_nothing_left": QT_TRANSLATE_NOOP(
        "Sentences",
        "The transposed convolution makes {rows} × {cols} cells, and a padding of "
        "{padding_rows}, {padding_cols} cuts off that many on each side: nothing is left. "
        "Choose less padding, or a larger kernel.",
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
    "lab_not_a_lab": QT_TRANSLATE_NOOP(
        "Sentences",
        "{file} is not a lab file of cnnviz. Choose a file that was saved with Save lab.",
    ),
    "lab_too_new": QT_TRANSLATE_NOOP(
        "Sentences",
        "{file} is a lab file of version {version}; this cnnviz reads version {known}. "
        "Use a newer cnnviz, or save the lab again with this one.",
    ),
    "lab_damaged": QT_TRANSLATE_NOOP(
        "Sentences",
        "{file} is a lab file, but what it says at {place} cannot be used. Nothing was "
        "changed here; save the lab again, or mend that place.",
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
    # images: crop, resize, typed numbers
    "crop_empty": QT_TRANSLATE_NOOP(
        "Sentences",
        "A part of {height} × {width} cells holds nothing. Choose at least 1 row and 1 "
        "column.",
    ),
    "crop_outside": QT_TRANSLATE_NOOP(
        "Sentences",
        "Rows {top} to {bottom} and columns {left} to {right} do not all lie in the "
        "picture, which has {height} × {width}. Choose a smaller part, or one further up "
        "and left.",
    ),
    "size_too_small": QT_TRANSLATE_NOOP(
        "Sentences",
        "A picture needs at least 1 row and 1 column; {height} × {width} were asked for. "
        "Choose 1 or more.",
    ),
    "size_too_large": QT_TRANSLATE_NOOP(
        "Sentences",
        "{height} × {width} cells are too many: a picture can have {limit} rows and "
        "columns. Choose less.",
    ),
    "numbers_empty": QT_TRANSLATE_NOOP(
        "Sentences",
        "There are no numbers here. Write one row a line, for example 1 0 -1.",
    ),
    "numbers_cell_empty": QT_TRANSLATE_NOOP(
        "Sentences",
        "Row {row}, column {column} is empty. Write 0 where nothing shall be.",
    ),
    "numbers_not_number": QT_TRANSLATE_NOOP(
        "Sentences",
        "Row {row}, column {column} holds “{text}”, which is no number. Write it as 0.5 "
        "or 1/9.",
    ),
    "numbers_too_large": QT_TRANSLATE_NOOP(
        "Sentences",
        "Row {row}, column {column} holds “{text}”, which is too large; a billion at "
        "most. Choose a smaller number.",
    ),
    "numbers_ragged": QT_TRANSLATE_NOOP(
        "Sentences",
        "Row {row} has {found} numbers and the first has {expected}. Give each row the "
        "same count.",
    ),
    "numbers_too_many": QT_TRANSLATE_NOOP(
        "Sentences",
        "{count} numbers are more than the {limit} that can be typed or pasted. Choose "
        "fewer, or open a picture.",
    ),
    "numbers_not_json": QT_TRANSLATE_NOOP(
        "Sentences",
        "The lists cannot be read at line {line}, column {column}. Write them as in "
        "[[1, 0], [0, -1]], or leave the brackets out.",
    ),
    "numbers_axes": QT_TRANSLATE_NOOP(
        "Sentences",
        "The brackets must hold rows of numbers, or 1 or 3 channels of rows. Write "
        "[[1, 0], [0, -1]].",
    ),
    "picture_too_large_to_type": QT_TRANSLATE_NOOP(
        "Sentences",
        "The picture has {height} × {width} cells; numbers can be typed into {limit} at "
        "most. Crop it first (tab Picture).",
    ),
    # films and exports
    **FILM_SENTENCES,
    # data sets, networks, training
    **LEARNING_SENTENCES,
}


def sentence(error: CnnvizError) -> str:
    """Return the English sentence of an error, its numbers put in.

    Examples
    --------
    >>> sentence(CnnvizError("stride_too_small", stride=0))
    'The stride is 0; the window would never move. Choose 1 or more.'
    """
    return SENTENCES[error.code].format_map(error.facts)
