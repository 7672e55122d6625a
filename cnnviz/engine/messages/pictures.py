"""What the errors of files, pictures and labs say; see ``cnnviz.engine.messages.catalogue``."""

from collections.abc import Mapping
from typing import Final

from cnnviz.engine.messages.marking import QT_TRANSLATE_NOOP

PICTURE_SENTENCES: Final[Mapping[str, str]] = {
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
    "stdin_terminal": QT_TRANSLATE_NOOP(
        "Sentences",
        "Nothing comes from the standard input: it is this terminal. Pipe a file into "
        "the command, as in cat photo.png | cnnviz conv - …, or give its name.",
    ),
    "stdin_empty": QT_TRANSLATE_NOOP(
        "Sentences",
        "The standard input ended before anything came. Check the command in front of "
        "the pipe.",
    ),
    "stdin_twice": QT_TRANSLATE_NOOP(
        "Sentences",
        "The standard input can be read once only. Give one of the files by its name.",
    ),
    "file_empty": QT_TRANSLATE_NOOP(
        "Sentences",
        "{file} is empty: it holds no picture. Choose another file.",
    ),
    "file_not_text": QT_TRANSLATE_NOOP(
        "Sentences",
        "{file} is not a text file (UTF-8), nor one of NumPy’s (.npy). Choose one with "
        "numbers, for example [[1, 0], [0, -1]].",
    ),
    "numbers_file_wrong": QT_TRANSLATE_NOOP(
        "Sentences",
        "{file} cannot be used: {problem}.",
    ),
    "folder_missing": QT_TRANSLATE_NOOP(
        "Sentences",
        "There is no folder {folder} to write {file} into. Create it or choose another.",
    ),
    "file_unwritable": QT_TRANSLATE_NOOP(
        "Sentences",
        "{file} cannot be written: {reason}. Choose another place.",
    ),
    "file_is_no_file": QT_TRANSLATE_NOOP(
        "Sentences",
        "{file} is a device or a pipe, not a file. Choose another name.",
    ),
    "file_read_only": QT_TRANSLATE_NOOP(
        "Sentences",
        "{file} already exists and is read-only. Choose another name, or make "
        "the file writable.",
    ),
    "file_is_source": QT_TRANSLATE_NOOP(
        "Sentences",
        "{file} is the input file, and saving would overwrite it. Choose "
        "another name for the result.",
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
        "{file} is a picture file, but it is damaged or incomplete. Choose "
        "another file.",
    ),
    "picture_too_large": QT_TRANSLATE_NOOP(
        "Sentences",
        "{file} has {width} × {height} = {pixels} {pixels|pixel|pixels}; at most "
        "{limit} can be opened. Reduce the picture first.",
    ),
    "picture_too_long": QT_TRANSLATE_NOOP(
        "Sentences",
        "{file} is {width} {width|pixel|pixels} wide and {height} high; no side may be "
        "longer than {limit}. Cut the picture into parts first.",
    ),
    "picture_takes_memory": QT_TRANSLATE_NOOP(
        "Sentences",
        "{file} would take {megabytes} MB of memory to open; at most {limit} MB are "
        "given to a file of its size. Reduce the picture first, or save it as PNG.",
    ),
    "tiff_compression": QT_TRANSLATE_NOOP(
        "Sentences",
        "{file} is a TIFF picture compressed in a way that is not known here (number "
        "{compression}). Save it without compression, or with LZW or deflate.",
    ),
    "tiff_colours": QT_TRANSLATE_NOOP(
        "Sentences",
        "{file} is a TIFF picture with an unknown kind of colours (photometric "
        "interpretation {photometric}, samples per pixel: {samples}). Save it "
        "in grey or RGB.",
    ),
    "tiff_depth": QT_TRANSLATE_NOOP(
        "Sentences",
        "{file} is a TIFF picture with an unknown kind of numbers ({bits} "
        "{bits|bit|bits}, sample format {format}, predictor {predictor}). Save "
        "it with 8 or 16 bits per sample, or as fractions of 32 bits.",
    ),
    "lab_not_a_lab": QT_TRANSLATE_NOOP(
        "Sentences",
        "{file} is not a cnnviz experiment. Choose a .cnnlab file.",
    ),
    "lab_empty": QT_TRANSLATE_NOOP(
        "Sentences", "{file} is empty. Choose another file."
    ),
    "lab_too_large": QT_TRANSLATE_NOOP(
        "Sentences",
        "{file} contains far more numbers or text than any cnnviz experiment. "
        "Choose another file.",
    ),
    "lab_cut_short": QT_TRANSLATE_NOOP(
        "Sentences",
        "{file} is a cnnviz experiment, but it is damaged or incomplete at line {line}. "
        "Choose another file.",
    ),
    "lab_too_new": QT_TRANSLATE_NOOP(
        "Sentences",
        "{file} was saved in version {version} of the file format; this cnnviz "
        "reads version {known}. Update cnnviz, or save the experiment again "
        "with this cnnviz.",
    ),
    "lab_damaged": QT_TRANSLATE_NOOP(
        "Sentences",
        "{file} is a cnnviz experiment, but its value at {place} is not valid. "
        "Nothing was changed. Correct the file, or open another one.",
    ),
    "lab_too_large_to_save": QT_TRANSLATE_NOOP(
        "Sentences",
        "This experiment would make a file of more than {most} MB, which could "
        "not be opened again. Make the picture smaller.",
    ),
    "lab_numbers_too_large": QT_TRANSLATE_NOOP(
        "Sentences",
        "{name}, or a kernel on it, has numbers beyond {most}, which the Convolution page "
        "does not show. Choose another picture, or weights with smaller numbers.",
    ),
    "learned_unusable": QT_TRANSLATE_NOOP(
        "Sentences",
        "The training of this network has failed: the kernels of {layer} hold numbers "
        "that are too large, or none at all. Nothing was taken over; train again with a "
        "smaller learning rate.",
    ),
    "sample_unknown": QT_TRANSLATE_NOOP(
        "Sentences",
        "There is no example picture called {name}. Choose one of: {names}.",
    ),
    # images: preparation
    "drawing_empty": QT_TRANSLATE_NOOP(
        "Sentences",
        "There is nothing to read. Draw a digit, or open a picture in which a "
        "digit stands out from the paper.",
    ),
    # images: strokes
    "strokes_no_json": QT_TRANSLATE_NOOP(
        "Sentences",
        "{file} is no JSON: {reason}. Choose a list of drawings, each an object with "
        "“strokes”: lists of points [x, y].",
    ),
    "strokes_no_list": QT_TRANSLATE_NOOP(
        "Sentences",
        "{file} contains {found} where a list of drawings was expected, each an object with "
        "“strokes”: lists of points [x, y].",
    ),
    "strokes_wrong": QT_TRANSLATE_NOOP(
        "Sentences",
        "Drawing {number} of {file}, counted from 0, contains {found} where "
        "{expected} was expected. Nothing was read; correct it and try again.",
    ),
    "strokes_none": QT_TRANSLATE_NOOP(
        "Sentences",
        "{file} holds no drawing with a stroke. Choose another file.",
    ),
    "strokes_for_digits_only": QT_TRANSLATE_NOOP(
        "Sentences",
        "{title} does not read digits, and strokes are drawn for networks that do. "
        "Choose one such as LeNet-5.",
    ),
    # images: crop, resize, typed numbers
    "crop_empty": QT_TRANSLATE_NOOP(
        "Sentences",
        "The part to keep has {height} × {width} cells, so nothing would be "
        "left. Choose at least 1 row and 1 column.",
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
        "{height} × {width} cells are too many: a picture can have {limit} "
        "{limit|row|rows} and {limit} {limit|column|columns}. Choose less.",
    ),
    "numbers_empty": QT_TRANSLATE_NOOP(
        "Sentences",
        "There are no numbers here. Write one row a line, for example 1 0 -1.",
    ),
    "numbers_cell_empty": QT_TRANSLATE_NOOP(
        "Sentences",
        "Row {row}, column {column} is empty. Write a number there, for example 0.",
    ),
    "numbers_not_number": QT_TRANSLATE_NOOP(
        "Sentences",
        "Row {row}, column {column} contains “{text}”, which is not a number. "
        "Write a number such as 0.5 or 1/9.",
    ),
    "numbers_thousands": QT_TRANSLATE_NOOP(
        "Sentences",
        "Row {row}, column {column} holds “{text}”, and other numbers have another "
        "decimal mark. Write all of them with a point, or all with a comma.",
    ),
    "numbers_too_large": QT_TRANSLATE_NOOP(
        "Sentences",
        "Row {row}, column {column} holds “{text}”, which is too large; a billion at "
        "most. Choose a smaller number.",
    ),
    "numbers_ragged": QT_TRANSLATE_NOOP(
        "Sentences",
        "Row {row} has {found} {found|number|numbers} and the first has {expected}. "
        "Give each row the same count.",
    ),
    "numbers_too_many": QT_TRANSLATE_NOOP(
        "Sentences",
        "{count} {count|number is|numbers are} more than the {limit} that can be typed "
        "or pasted. Choose fewer, or open a picture.",
    ),
    "numbers_not_json": QT_TRANSLATE_NOOP(
        "Sentences",
        "The lists cannot be read at line {line}, column {column}. Write them as in "
        "[[1, 0], [0, -1]], or leave the brackets out.",
    ),
    "numbers_axes": QT_TRANSLATE_NOOP(
        "Sentences",
        "The numbers must be rows, or 1 or 3 channels of rows, each as deep in brackets "
        "as the others. Write [[1, 0], [0, -1]].",
    ),
    "number_ambiguous": QT_TRANSLATE_NOOP(
        "Sentences",
        "The number “{text}” can be {one} or {other}: the comma may be a decimal one or "
        "stand between thousands. Write {one} or {other}.",
    ),
    "numbers_comma_ambiguous": QT_TRANSLATE_NOOP(
        "Sentences",
        "The text “{text}” can be one number, {one}, or {count} "
        "{count|number|numbers}: {several}. Write the decimals with a point, and put a "
        "tab or a semicolon between numbers.",
    ),
    "numbers_shortened": QT_TRANSLATE_NOOP(
        "Sentences",
        "The numbers were shortened: three dots stand for those that are missing. Print "
        "all of them, in NumPy after np.set_printoptions(threshold=np.inf), or save them "
        "as .npy or .csv.",
    ),
    "numbers_around": QT_TRANSLATE_NOOP(
        "Sentences",
        "The text “{text}” stands beside the numbers, and cnnviz runs no program. Leave it out, "
        "or paste the numbers that come out of it.",
    ),
    "numbers_columns_differ": QT_TRANSLATE_NOOP(
        "Sentences",
        "The first columns have {rows} {rows|row|rows} and others {others}. Copy the "
        "whole display again.",
    ),
    "numbers_rows_or_channels": QT_TRANSLATE_NOOP(
        "Sentences",
        "Three lines of {columns} {columns|number|numbers} with blank lines between "
        "can be 3 rows, or 3 channels of 1 row. Leave the blank lines out for rows; "
        "write [[[…]], [[…]], [[…]]] for channels.",
    ),
    "numbers_text_too_long": QT_TRANSLATE_NOOP(
        "Sentences",
        "The text has {letters} {letters|letter|letters}; at most {limit} can be read. "
        "Save the numbers as .npy and open that file.",
    ),
    "npy_damaged": QT_TRANSLATE_NOOP(
        "Sentences",
        "{file} begins as a file of NumPy’s, but is damaged or cut short. Save it again "
        "with np.save.",
    ),
    "npy_not_numbers": QT_TRANSLATE_NOOP(
        "Sentences",
        "{file} holds {type}, not plain numbers. Convert it, for example with "
        ".astype(np.float32), and save it again.",
    ),
    "npy_not_finite": QT_TRANSLATE_NOOP(
        "Sentences",
        "{file} holds a number that is infinite, none at all (NaN), or above a billion. "
        "Replace it, for example with np.nan_to_num, and save the file again.",
    ),
    "npy_shape": QT_TRANSLATE_NOOP(
        "Sentences",
        "{file} has the shape {shape}; a picture has rows and columns, and 1 or 3 "
        "channels. Save one such picture of it.",
    ),
    "undo_picture_forgotten": QT_TRANSLATE_NOOP(
        "Sentences",
        "Undo keeps {most} MB of pictures, and this one is no longer among them. The "
        "picture shown stays; open the other one again.",
    ),
}
