"""What the errors of data sets and training say; see ``cnnviz.engine.messages.catalogue``."""

from collections.abc import Mapping
from typing import Final

from cnnviz.engine.messages.marking import QT_TRANSLATE_NOOP

LEARNING_SENTENCES: Final[Mapping[str, str]] = {
    # races
    "race_unknown": QT_TRANSLATE_NOOP(
        "Sentences", "There is no race called {name}. Known races: {known}."
    ),
    # data sets: catalogue
    "dataset_not_found": QT_TRANSLATE_NOOP(
        "Sentences",
        "The dataset {name} was not found. Looked in: {places}. Put "
        "train-images-idx3-ubyte, train-labels-idx1-ubyte, "
        "t10k-images-idx3-ubyte and t10k-labels-idx1-ubyte (or .gz) there, or "
        "pictures in a folder for each class; download MNIST, or use the "
        "built-in digits.",
    ),
    "dataset_incomplete": QT_TRANSLATE_NOOP(
        "Sentences",
        "The dataset in {place} is not whole. Missing: {files}. Put what is "
        "missing there, plain or .gz, or use the built-in digits, which need "
        "no files.",
    ),
    "dataset_not_here": QT_TRANSLATE_NOOP(
        "Sentences",
        "{name} is not on this computer. Folders searched: {places}. Put its "
        "files there (train-images-idx3-ubyte.gz and its three companions, or "
        "cifar-10-binary.tar.gz), download MNIST on the Train page, or use a "
        "built-in digit.",
    ),
    "npz_damaged": QT_TRANSLATE_NOOP(
        "Sentences",
        "{file} is not MNIST in an archive of NumPy: {reason}. Download it again, or use "
        "the four IDX files.",
    ),
    "npz_lacks": QT_TRANSLATE_NOOP(
        "Sentences",
        "{file} has no array {array}. Give it x_train, y_train, x_test and y_test, as "
        "mnist.npz has them.",
    ),
    "cifar_count_differs": QT_TRANSLATE_NOOP(
        "Sentences",
        "{file} has {found} {found|picture|pictures}; the published one has {published}. "
        "Results may differ from those in books.",
    ),
    "dataset_index_outside": QT_TRANSLATE_NOOP(
        "Sentences",
        "There is no picture {index}: {count} {count|picture matches|pictures match}, "
        "counted from 0. Choose a smaller number or another class.",
    ),
    "dataset_no_such_class": QT_TRANSLATE_NOOP(
        "Sentences",
        "{name} has no picture of the class {label}. Choose another class.",
    ),
    "cifar_wrong_size": QT_TRANSLATE_NOOP(
        "Sentences",
        "{file} has {found} {found|byte, which is|bytes, which are} no whole number of "
        "CIFAR-10 records of {record} {record|byte|bytes}. Copy or download it again.",
    ),
    "cifar_damaged": QT_TRANSLATE_NOOP(
        "Sentences",
        "{file} cannot be unpacked: {reason}. Download or copy it again.",
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
        "The dataset {name} has no pictures to train or to measure with. "
        "Choose another one.",
    ),
    "labels_differ_from_pictures": QT_TRANSLATE_NOOP(
        "Sentences",
        "There {pictures|is|are} {pictures} {pictures|picture|pictures} but {labels} "
        "{labels|label|labels}; each picture needs one. Check that the files belong "
        "together.",
    ),
    "pictures_size_differs": QT_TRANSLATE_NOOP(
        "Sentences",
        "The pictures of {name} have the size {found}; the network takes "
        "{expected}. Choose another dataset.",
    ),
    "labels_out_of_range": QT_TRANSLATE_NOOP(
        "Sentences",
        "The labels of {name} go from {lowest} to {highest}; {title} has "
        "{classes} {classes|class|classes}, from 0. Choose another dataset.",
    ),
    # one training step, opened
    "label_unknown": QT_TRANSLATE_NOOP(
        "Sentences",
        "{title} has no class {label}. Its classes: {known}.",
    ),
    "run_has_no_checkpoint": QT_TRANSLATE_NOOP(
        "Sentences",
        "The run in {folder} has not saved where it goes on yet. Wait for its first "
        "epoch, or name a network instead.",
    ),
    "parameter_unknown": QT_TRANSLATE_NOOP(
        "Sentences",
        "{title} learns nothing that is called {name}. It learns: {known}.",
    ),
    "weight_beyond": QT_TRANSLATE_NOOP(
        "Sentences",
        "{name} has no weight at {at}: its size is {shape}, so places go from 0 to "
        "{last}.",
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
    # training
    "epochs_too_few": QT_TRANSLATE_NOOP(
        "Sentences",
        "The number of epochs is {epochs}. Choose 1 or more.",
    ),
    "batch_size_too_small": QT_TRANSLATE_NOOP(
        "Sentences",
        "The batch size is {batch_size}. Choose 1 or more.",
    ),
    "learning_rate_not_a_number": QT_TRANSLATE_NOOP(
        "Sentences",
        "The learning rate “{text}” is not a number. "
        "Type one above 0, for example 0.001 for Adam or 0.01 for SGD.",
    ),
    "momentum_not_a_number": QT_TRANSLATE_NOOP(
        "Sentences",
        "The momentum “{text}” is not a number. Type one from 0 up to but not including "
        "1, for example 0.9.",
    ),
    "validation_not_a_number": QT_TRANSLATE_NOOP(
        "Sentences",
        "The share to hold out “{text}” is not a number. Type 0, or for example 0.1.",
    ),
    "label_noise_not_a_number": QT_TRANSLATE_NOOP(
        "Sentences",
        "The label noise “{text}” is not a number. Type 0, or for example 0.2.",
    ),
    "weight_decay_not_a_number": QT_TRANSLATE_NOOP(
        "Sentences",
        "The weight decay “{text}” is not a number. Type 0, or for example 0.0005.",
    ),
    "label_smoothing_not_a_number": QT_TRANSLATE_NOOP(
        "Sentences",
        "The label smoothing “{text}” is not a number. Type 0, or for example 0.1.",
    ),
    "network_fits_other_data": QT_TRANSLATE_NOOP(
        "Sentences",
        "{title} takes pictures of {size} and names {classes} {classes|class|classes}; "
        "{data} has {data_size} and {data_classes}. Choose the data {fits}, or another "
        "network.",
    ),
    "network_fits_no_data": QT_TRANSLATE_NOOP(
        "Sentences",
        "{title} takes pictures of {size} and names {classes} {classes|class|classes}; "
        "{data} has {data_size} and {data_classes}. Choose a network that fits ({fits}), "
        "or a folder with your own pictures.",
    ),
    "batch_size_too_large": QT_TRANSLATE_NOOP(
        "Sentences",
        "A batch of {batch_size} {batch_size|picture|pictures} needs more memory than "
        "many machines have. Choose {most} or fewer, for example 64.",
    ),
    "learning_rate_not_positive": QT_TRANSLATE_NOOP(
        "Sentences",
        "The learning rate is {learning_rate}; it must be a number above 0. Try 0.001 "
        "for Adam or 0.01 for SGD.",
    ),
    "momentum_out_of_range": QT_TRANSLATE_NOOP(
        "Sentences",
        "The momentum is {momentum}; it must be at least 0 and less than 1. Try 0.9.",
    ),
    "weight_decay_negative": QT_TRANSLATE_NOOP(
        "Sentences",
        "The weight decay is {weight_decay}; it must be a number, 0 or more. Try 0.0005.",
    ),
    "label_smoothing_out_of_range": QT_TRANSLATE_NOOP(
        "Sentences",
        "The label smoothing is {label_smoothing}; it goes from 0 up to but not "
        "including 1. Try 0.1.",
    ),
    "seed_negative": QT_TRANSLATE_NOOP(
        "Sentences",
        "The seed is {seed}; choose a whole number, 0 or more.",
    ),
    "seed_too_large": QT_TRANSLATE_NOOP(
        "Sentences",
        "The seed {seed} is too large. Choose a whole number below 2 to the 63rd.",
    ),
    "optimizer_unknown": QT_TRANSLATE_NOOP(
        "Sentences",
        "There is no optimizer “{name}”. Choose one of: {known}.",
    ),
    "schedule_unknown": QT_TRANSLATE_NOOP(
        "Sentences",
        "There is no schedule “{name}” for the learning rate. Choose one of: {known}.",
    ),
    "initialization_unknown": QT_TRANSLATE_NOOP(
        "Sentences",
        "There is no initialization “{name}”. Choose one of: {known}.",
    ),
    "patience_too_small": QT_TRANSLATE_NOOP(
        "Sentences",
        "The patience of the early stop is {patience} {patience|epoch|epochs}. Choose 1 "
        "or more, or leave it out.",
    ),
    "precision_unknown": QT_TRANSLATE_NOOP(
        "Sentences",
        "There is no precision “{name}”. Choose one of: {known}.",
    ),
    "bfloat16_unsupported": QT_TRANSLATE_NOOP(
        "Sentences",
        "The device {device} of this computer is not faster with bfloat16, "
        "because it cannot compute with such numbers itself. Choose float32.",
    ),
    "threads_too_few": QT_TRANSLATE_NOOP(
        "Sentences",
        "The number of threads is {threads}. Choose 1 or more.",
    ),
    "threads_too_many": QT_TRANSLATE_NOOP(
        "Sentences",
        "The number of threads is {threads}, more than any computer can use. "
        "Choose {limit} or less.",
    ),
    "snapshot_every_too_small": QT_TRANSLATE_NOOP(
        "Sentences",
        "A snapshot every {snapshot_every} {snapshot_every|batch|batches} is not "
        "possible. Choose 1 or more.",
    ),
    "device_unavailable": QT_TRANSLATE_NOOP(
        "Sentences",
        "This computer has no device {device} that PyTorch can use. It has: "
        "{available}. Choose one of these, or auto.",
    ),
    "training_diverged": QT_TRANSLATE_NOOP(
        "Sentences",
        "Training diverged in epoch {epoch}, batch {batch}: the loss is no "
        "longer a finite number. The learning rate is {learning_rate}; try a "
        "tenth of it.",
    ),
    "memory_exhausted": QT_TRANSLATE_NOOP(
        "Sentences",
        "The memory of the device {device} is full with batches of {batch_size} "
        "{batch_size|picture|pictures}. Choose a smaller batch size.",
    ),
    "race_running": QT_TRANSLATE_NOOP(
        "Sentences",
        "A race is running. Stop it first (Races): two at the same "
        "time only slow each other down.",
    ),
    "training_running": QT_TRANSLATE_NOOP(
        "Sentences",
        "Training is still running. Stop it first: two runs at the "
        "same time only slow each other down.",
    ),
    # runs as folders
    "run_folder_taken": QT_TRANSLATE_NOOP(
        "Sentences",
        "{folder} already holds a run. Go on with it (--resume), or choose another "
        "folder.",
    ),
    "runs_not_there": QT_TRANSLATE_NOOP(
        "Sentences",
        "{folder} is not a folder that can be read. Choose the "
        "folder where runs are kept.",
    ),
    "run_not_there": QT_TRANSLATE_NOOP(
        "Sentences",
        "{folder} holds no run: there is no {file} in it. Choose the folder of a run.",
    ),
    "run_in_use": QT_TRANSLATE_NOOP(
        "Sentences",
        "{folder} is in use by process {process} on {machine}. Wait until that "
        "training ends, or choose another folder.",
    ),
    "run_too_new": QT_TRANSLATE_NOOP(
        "Sentences",
        "The run in {folder} was written by a newer cnnviz. Update this one.",
    ),
    "run_damaged": QT_TRANSLATE_NOOP(
        "Sentences",
        "{file} of the run in {folder} is damaged or incomplete. Its other files can "
        "still be used.",
    ),
    "checkpoint_unfit": QT_TRANSLATE_NOOP(
        "Sentences",
        "The checkpoint of the run does not fit its network and "
        "settings: it is damaged, or belongs to another run. Delete "
        "checkpoint.safetensors in its folder to begin the run "
        "again.",
    ),
    "run_told_failure": QT_TRANSLATE_NOOP(
        "Sentences",
        "{reason} This is what the process that trained said.",
    ),
    "run_finished": QT_TRANSLATE_NOOP(
        "Sentences",
        "The run in {folder} is finished: its {epochs} {epochs|epoch is|epochs are} done.",
    ),
    "run_data_differ": QT_TRANSLATE_NOOP(
        "Sentences",
        "The pictures of {data} are not those that the run in {folder} began with, so "
        "that it cannot go on as it would have. Bring the old ones back, or begin a new "
        "run.",
    ),
}
