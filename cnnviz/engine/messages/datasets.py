"""What the readers of data sets say, and what a run takes of them."""

from collections.abc import Mapping
from typing import Final

from cnnviz.engine.messages.marking import QT_TRANSLATE_NOOP

DATASET_SENTENCES: Final[Mapping[str, str]] = {
    # data sets: idx files
    "idx_bad_magic": QT_TRANSLATE_NOOP(
        "Sentences",
        "{file} is not an IDX file: it begins with {found}, where IDX files have two "
        "zero bytes, a known type and at least 1 dimension. Choose another file.",
    ),
    "idx_truncated": QT_TRANSLATE_NOOP(
        "Sentences",
        "{file} is cut short: its header promises {expected} {expected|byte|bytes} and "
        "there {found|is|are} {found}. Download or copy it again.",
    ),
    "idx_too_long": QT_TRANSLATE_NOOP(
        "Sentences",
        "{file} is longer than its header says: {expected} {expected|byte is|bytes "
        "are} promised and more follow. Download or copy it again.",
    ),
    "idx_too_large": QT_TRANSLATE_NOOP(
        "Sentences",
        "The header of {file} promises {expected} {expected|byte|bytes}; at most "
        "{limit} can be read. The file is probably damaged.",
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
    "reading_cancelled": QT_TRANSLATE_NOOP(
        "Sentences",
        "Reading the data was cancelled. Start it again when you like.",
    ),
    "published_not_here": QT_TRANSLATE_NOOP(
        "Sentences",
        "{name} is not on this computer. Looked in: {places}. Put its files "
        "there under their published names ({files} and the others), or choose "
        "another dataset.",
    ),
    "dataset_several": QT_TRANSLATE_NOOP(
        "Sentences",
        "There is more than one dataset in {place}: {found}. Name one of its "
        "files, as {example}.",
    ),
    # tables of text
    "tables_unclear": QT_TRANSLATE_NOOP(
        "Sentences",
        "It cannot be told which of the tables in {place} are for training and which for "
        "the test: {files}. Name one of them, or put train and test into their names.",
    ),
    "table_empty": QT_TRANSLATE_NOOP(
        "Sentences",
        "{file} has no picture in it: a line for each was expected. Copy or download it "
        "again.",
    ),
    "table_columns": QT_TRANSLATE_NOOP(
        "Sentences",
        "Line 1 of {file} has {columns} {columns|column|columns}; a class and the pixels "
        "of a square picture were expected, as 785 for 28 × 28. Choose another file.",
    ),
    "table_row_wrong": QT_TRANSLATE_NOOP(
        "Sentences",
        "Line {line} of {file} has {found} {found|number|numbers} where {expected} were "
        "expected. The file may be cut short: copy or download it again.",
    ),
    "table_value_wrong": QT_TRANSLATE_NOOP(
        "Sentences",
        "Line {line}, column {column} of {file} is “{text}” where a whole number from 0 "
        "to 255 was expected. Correct that line, or download the file again.",
    ),
    "table_line_too_long": QT_TRANSLATE_NOOP(
        "Sentences",
        "Line {line} of {file} does not end within {limit} {limit|byte|bytes}; "
        "one line per picture was expected. It is probably not a table of "
        "pictures.",
    ),
    "table_too_large": QT_TRANSLATE_NOOP(
        "Sentences",
        "{file} holds more than {limit} {limit|byte|bytes} of pictures, which is more than can be "
        "read. Choose a smaller file.",
    ),
    "table_without_labels": QT_TRANSLATE_NOOP(
        "Sentences",
        "{file} has pictures but no column of classes (label), so that nothing can be "
        "learned from it. Choose the file for training.",
    ),
    "table_size": QT_TRANSLATE_NOOP(
        "Sentences",
        "The pictures in {file} have the size {found} where {expected} was expected. "
        "Check that it is the right file.",
    ),
    "table_label_outside": QT_TRANSLATE_NOOP(
        "Sentences",
        "Line {line} of {file} has the class {found}; it should be from {lowest} to "
        "{highest}. Correct that line, or download the file again.",
    ),
    "table_label_left_out": QT_TRANSLATE_NOOP(
        "Sentences",
        "Line {line} of {file} has the class {found}, which {title} leaves out: that "
        "letter is signed with a movement. Correct that line, or download the file again.",
    ),
    "idx_label_outside": QT_TRANSLATE_NOOP(
        "Sentences",
        "Byte {byte} of {file} is the class {found}; it should be from {lowest} to "
        "{highest}. Download or copy it again.",
    ),
    # pickles
    "pickle_runs_code": QT_TRANSLATE_NOOP(
        "Sentences",
        "{file} was not read: besides pictures it asks for {call}, "
        "which could run a program. Nothing in it was run. Download "
        "CIFAR-10 again from its authors.",
    ),
    # folders of pictures
    "pictures_of_other_size": QT_TRANSLATE_NOOP(
        "Sentences",
        "{file} has the size {found}, but {first} has {size}; all pictures of a folder "
        "must have one size, unless it is read for a network.",
    ),
    "list_row_wrong": QT_TRANSLATE_NOOP(
        "Sentences",
        "Line {line} of {file} has no name of a picture with its class; a name, a comma "
        "and a class were expected. Correct that line.",
    ),
    "list_without_picture": QT_TRANSLATE_NOOP(
        "Sentences",
        "Line {line} of {file} tells the class of {name}, but there is no such picture. "
        "Unpack all pictures beside it, or remove that line.",
    ),
    "too_many_classes": QT_TRANSLATE_NOOP(
        "Sentences",
        "{place} has {classes} folders, each of which would be a class; at most {limit} "
        "can be learned. Choose the folder that holds a folder for each class.",
    ),
    "pictures_too_large": QT_TRANSLATE_NOOP(
        "Sentences",
        "The pictures take more than {limit} {limit|byte|bytes} together; the limit was reached at "
        "{file}, after {count}. Choose fewer or smaller ones.",
    ),
    "class_only_in_test": QT_TRANSLATE_NOOP(
        "Sentences",
        "The class {label} in {place} has pictures to measure with but none to train "
        "with. Add some, or remove its folder.",
    ),
    "pictures_resized": QT_TRANSLATE_NOOP(
        "Sentences",
        "{count} {count|picture|pictures} of {name} had another size or other colours "
        "and {count|was|were} brought to {size}.",
    ),
    "test_held_out": QT_TRANSLATE_NOOP(
        "Sentences",
        "{name} has no test pictures of its own: {count} {count|picture "
        "was|pictures were} kept for validation, and the network does not "
        "learn from {count|it|them}.",
    ),
    # what a run takes
    "pictures_too_few": QT_TRANSLATE_NOOP(
        "Sentences",
        "{pictures} training {pictures|picture|pictures} cannot be learned from. Choose "
        "1 or more.",
    ),
    "pictures_too_many": QT_TRANSLATE_NOOP(
        "Sentences",
        "{name} has {count} training {count|picture|pictures}, fewer than the {pictures} "
        "asked for. Choose {count} or less.",
    ),
    "validation_out_of_range": QT_TRANSLATE_NOOP(
        "Sentences",
        "The share of pictures kept for validation is {validation}; it must be "
        "at least 0 and less than 1. Try 0.1.",
    ),
    "validation_empty": QT_TRANSLATE_NOOP(
        "Sentences",
        "A share of {validation} of {count} {count|picture|pictures} leaves none to "
        "train with, or none to measure with. Choose another share, or more pictures.",
    ),
    "label_noise_out_of_range": QT_TRANSLATE_NOOP(
        "Sentences",
        "The share of wrong labels is {label_noise}; it goes from 0 to 1. Try 0.1.",
    ),
    "label_noise_one_class": QT_TRANSLATE_NOOP(
        "Sentences",
        "There is only one class, so that no label can be a wrong one. Choose "
        "a dataset with more classes.",
    ),
    # mixtures
    "mixture_empty_part": QT_TRANSLATE_NOOP(
        "Sentences",
        "The mixture “{text}” has a part without a name. Write it like mnist:2+builtin.",
    ),
    "mixture_weight": QT_TRANSLATE_NOOP(
        "Sentences",
        "A weight in the mixture “{text}” is not above 0 and at most {limit}. Write it "
        "like mnist:2+builtin.",
    ),
    "mixture_sizes_differ": QT_TRANSLATE_NOOP(
        "Sentences",
        "The pictures of {first} have the size {size} and those of {other} "
        "{found}: they cannot be mixed. Choose datasets of one size.",
    ),
    "mixture_classes_differ": QT_TRANSLATE_NOOP(
        "Sentences",
        "{name} has a class {label} that the other datasets have not: they "
        "cannot be mixed. Choose datasets of the same classes.",
    ),
    "mixture_too_large": QT_TRANSLATE_NOOP(
        "Sentences",
        "The mixture {name} would have {pictures} {pictures|picture|pictures}, more than memory should be "
        "filled with. Choose smaller weights.",
    ),
    # own drawings
    "class_name_unusable": QT_TRANSLATE_NOOP(
        "Sentences",
        "The class “{label}” cannot be the name of a folder, which holds its drawings. "
        "Choose letters and digits, 60 at most.",
    ),
    # classes of one's own
    "own_name_empty": QT_TRANSLATE_NOOP(
        "Sentences",
        "A class needs a name. Type one: any text, such as smile.",
    ),
    "own_name_too_long": QT_TRANSLATE_NOOP(
        "Sentences",
        "The name has {characters} {characters|character|characters}; at most {most} "
        "are taken. Choose a shorter one.",
    ),
    "own_name_taken": QT_TRANSLATE_NOOP(
        "Sentences",
        "There is a class “{label}” already. Choose another name.",
    ),
    "own_classes_too_many": QT_TRANSLATE_NOOP(
        "Sentences",
        "There can be {most} {most|class|classes} at most. Remove one before you add "
        "another.",
    ),
    "own_classes_too_few": QT_TRANSLATE_NOOP(
        "Sentences",
        "To tell classes apart takes at least {least} of them; there {count|is|are} "
        "{count}. Add a class.",
    ),
    "own_examples_too_many": QT_TRANSLATE_NOOP(
        "Sentences",
        "“{label}” would have {count} examples; at most {most} are taken of a class. "
        "Choose fewer pictures.",
    ),
    "own_examples_too_few": QT_TRANSLATE_NOOP(
        "Sentences",
        "“{label}” needs at least {least} examples. Add {missing} more.",
    ),
    "own_pictures_none": QT_TRANSLATE_NOOP(
        "Sentences",
        "There is no picture in {file}. Choose pictures, or a folder with pictures in it.",
    ),
    "own_file_other": QT_TRANSLATE_NOOP(
        "Sentences",
        "{name} holds no network of drawings with named classes, 2 to {most} of them. "
        "Choose a file that was saved with “Save as” of Own classes.",
    ),
    # augmentation
    "augmentation_unknown": QT_TRANSLATE_NOOP(
        "Sentences",
        "There is no change of pictures “{name}”. Choose from: {known}.",
    ),
    "augmentation_value": QT_TRANSLATE_NOOP(
        "Sentences",
        "The value “{text}” of {name} is not a number. Write it like "
        "rotate=10,shift=2.",
    ),
    "augmentation_out_of_range": QT_TRANSLATE_NOOP(
        "Sentences",
        "The amount of {name} is {value}; it goes from 0 to {most}. Choose a number "
        "between them.",
    ),
}
