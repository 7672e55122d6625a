"""What the errors of files, pictures and labs say; see ``cnnviz.engine.messages.sentences``."""

from collections.abc import Mapping
from typing import Final

from cnnviz.engine.messages.sentences_of_learning import QT_TRANSLATE_NOOP

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
    "file_empty": QT_TRANSLATE_NOOP(
        "Sentences",
        "{file} is empty: it holds no picture. Choose another file.",
    ),
    "file_not_text": QT_TRANSLATE_NOOP(
        "Sentences",
        "{file} is not a text file (UTF-8). Choose one with numbers in brackets, for "
        "example [[1, 0], [0, -1]].",
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
        "{file} is there and marked read-only, so it stays as it is. Choose another "
        "name, or allow it to be written.",
    ),
    "file_is_source": QT_TRANSLATE_NOOP(
        "Sentences",
        "{file} is read for this and would be written over. Choose another name for the "
        "result.",
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
    "lab_empty": QT_TRANSLATE_NOOP(
        "Sentences", "{file} is empty: it holds no lab. Choose another file."
    ),
    "lab_cut_short": QT_TRANSLATE_NOOP(
        "Sentences",
        "{file} begins as a lab file but is damaged or cut short. Choose another file.",
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
    "lab_too_large": QT_TRANSLATE_NOOP(
        "Sentences",
        "This lab would make a file of more than {most} MB, which could not be opened "
        "again. Make the picture smaller.",
    ),
    "learned_unusable": QT_TRANSLATE_NOOP(
        "Sentences",
        "The training of this network has failed: the kernels of {layer} hold numbers "
        "that are too large, or none at all. Nothing was taken over; train again with a "
        "smaller learning rate.",
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
    "numbers_thousands": QT_TRANSLATE_NOOP(
        "Sentences",
        "Row {row}, column {column} holds “{text}”, and other numbers have decimal "
        "commas. Write it without a point for thousands: 1234,5.",
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
    "undo_picture_lost": QT_TRANSLATE_NOOP(
        "Sentences",
        "The picture cannot be read back from the disk. The one before stays; open the "
        "picture anew.",
    ),
}
