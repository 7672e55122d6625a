"""What the errors of data sets, networks and training say; see ``cnnviz.engine.messages.catalogue``.

The sentences are two tables only because one became too long to read.
"""

from collections.abc import Mapping
from typing import Final


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Mark a literal for ``lupdate`` under the name it looks for; return it as is."""
    return text


LEARNING_SENTENCES: Final[Mapping[str, str]] = {
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
    # data sets: catalogue
    "dataset_not_found": QT_TRANSLATE_NOOP(
        "Sentences",
        "The data set {name} was not found. Looked in: {places}. Put "
        "train-images-idx3-ubyte, train-labels-idx1-ubyte, t10k-images-idx3-ubyte and "
        "t10k-labels-idx1-ubyte (or .gz) there, download MNIST, or use the built-in "
        "digits.",
    ),
    "dataset_incomplete": QT_TRANSLATE_NOOP(
        "Sentences",
        "The data set in {place} is not whole. Missing: {files}. Put what is missing "
        "there, plain or .gz, or use the built-in digits, which need no files.",
    ),
    "dataset_not_here": QT_TRANSLATE_NOOP(
        "Sentences",
        "{name} is not on this computer. Looked in: {places}. Put its files there "
        "(train-images-idx3-ubyte.gz and its three companions, or "
        "cifar-10-binary.tar.gz), download MNIST on the page Train, or take one of the "
        "built-in digits.",
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
    "cifar_is_pickled": QT_TRANSLATE_NOOP(
        "Sentences",
        "{file} is CIFAR-10 in its Python form, a pickle, which can run any program when "
        "it is opened; it is not read. Put the binary form, {wanted}, beside it.",
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
        "{file} cannot be unpacked: {reason}. Copy or download it again.",
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
        "There {pictures|is|are} {pictures} {pictures|picture|pictures} but {labels} "
        "{labels|label|labels}; each picture needs one. Check that the files belong "
        "together.",
    ),
    "pictures_size_differs": QT_TRANSLATE_NOOP(
        "Sentences",
        "The pictures of {name} have the size {found}; the network takes {expected}. "
        "Choose another data set.",
    ),
    "labels_out_of_range": QT_TRANSLATE_NOOP(
        "Sentences",
        "The labels of {name} go from {lowest} to {highest}; {title} has {classes} "
        "{classes|class|classes}, from 0. Choose another data set.",
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
    "layer_unknown": QT_TRANSLATE_NOOP(
        "Sentences",
        "{title} has no layer {layer}. Known layers: {known}.",
    ),
    "unit_place_axes": QT_TRANSLATE_NOOP(
        "Sentences",
        "A number of {layer} is named by {expected} {expected|number|numbers}, not "
        "{found}: channel, row and column in maps, its index alone in a vector.",
    ),
    "unit_beyond": QT_TRANSLATE_NOOP(
        "Sentences",
        "{layer} has no number at {at}: the places count from 0, and the last one is "
        "{last}.",
    ),
    "network_unknown": QT_TRANSLATE_NOOP(
        "Sentences",
        "There is no network called {name}. Choose one of: {known}.",
    ),
    "layer_input_shape": QT_TRANSLATE_NOOP(
        "Sentences",
        "The layer {layer} cannot take an input of shape {shape}. Put a flatten layer "
        "between maps and sums.",
    ),
    "layer_name_unusable": QT_TRANSLATE_NOOP(
        "Sentences",
        "A layer cannot be called “{layer}”: a name has at least one letter and no dot, "
        "which parts it from the names of its weights. Choose another.",
    ),
    "layer_name_taken": QT_TRANSLATE_NOOP(
        "Sentences",
        "Two layers are called {layer} (the picture is called input). Give each a name "
        "of its own.",
    ),
    "layer_input_unknown": QT_TRANSLATE_NOOP(
        "Sentences",
        "The layer {layer} reads {input}, and no layer before it has that name. Choose "
        "an earlier layer, or input for the picture.",
    ),
    "layer_takes_one_input": QT_TRANSLATE_NOOP(
        "Sentences",
        "The layer {layer} reads {count} {count|layer|layers}, and its kind takes one. "
        "Join them first, with an addition or a concatenation.",
    ),
    "layer_inputs_differ": QT_TRANSLATE_NOOP(
        "Sentences",
        "The layer {layer} cannot join inputs of the shapes {shapes}. Bring them to the "
        "same height and width, and for an addition to as many maps.",
    ),
    "layer_units_too_few": QT_TRANSLATE_NOOP(
        "Sentences",
        "The layer {layer} makes {units} {units|map or number|maps or numbers}. Choose "
        "1 or more.",
    ),
    "connections_unusable": QT_TRANSLATE_NOOP(
        "Sentences",
        "The table of connections of {layer} does not fit. It needs {outputs} "
        "{outputs|row|rows}, one for each output map, with different numbers of input "
        "maps from 0 to less than {channels}, and no groups.",
    ),
    "dropout_rate_outside": QT_TRANSLATE_NOOP(
        "Sentences",
        "A share of {rate} cannot be left out. Choose one from 0 to less than 1.",
    ),
    "neighbours_too_few": QT_TRANSLATE_NOOP(
        "Sentences",
        "A local response normalization over {size} {size|map|maps} compares nothing. "
        "Choose 1 or more.",
    ),
    "digit_shape_differs": QT_TRANSLATE_NOOP(
        "Sentences",
        "{title} takes pictures of the shape {expected}, made of bytes; this one is "
        "{found} of type {dtype}. Prepare the picture first.",
    ),
    "weights_unreadable": QT_TRANSLATE_NOOP(
        "Sentences",
        "{name} is not a weight file that can be read: {reason}. Choose a whole "
        ".safetensors file.",
    ),
    "weights_of_torch": QT_TRANSLATE_NOOP(
        "Sentences",
        "{name} is a file of PyTorch (.pt, .pth). Such a pickle can run any program when "
        "it is opened, so cnnviz does not open it. If you trust it, convert it in Python "
        "and choose the new file: safetensors.torch.save_file(torch.load('{name}', "
        "weights_only=True), 'weights.safetensors').",
    ),
    "weights_of_numpy": QT_TRANSLATE_NOOP(
        "Sentences",
        "{name} is a file of NumPy (.npz, .npy); cnnviz reads weights from safetensors "
        "only. Convert it in Python and choose the new file: "
        "safetensors.numpy.save_file(dict(numpy.load('{name}')), 'weights.safetensors').",
    ),
    "weights_of_others": QT_TRANSLATE_NOOP(
        "Sentences",
        "{name} is in the format {format}; cnnviz reads weights from safetensors only. Read "
        "its arrays in Python with the library that wrote it, and write them, named and "
        "turned as PyTorch has them, with safetensors.numpy.save_file.",
    ),
    "weights_are_text": QT_TRANSLATE_NOOP(
        "Sentences",
        "{name} holds text, not weights: perhaps the page about a file was saved instead "
        "of the file. Download the .safetensors file itself.",
    ),
    "weights_number_type": QT_TRANSLATE_NOOP(
        "Sentences",
        "{parameter} in {name} holds numbers of the type {kind}; only floating-point "
        "numbers of 16, 32 and 64 bits are read. Save the weights as float32.",
    ),
    "weights_empty": QT_TRANSLATE_NOOP(
        "Sentences",
        "There are no weights here for {title}. Choose the file of this network.",
    ),
    "weights_missing": QT_TRANSLATE_NOOP(
        "Sentences",
        "These weights are not for {title}: {parameter} is missing. The file holds "
        "{held}. Choose the file of this network.",
    ),
    "weights_extra": QT_TRANSLATE_NOOP(
        "Sentences",
        "These weights are not for {title}: {parameter} is not part of it. Choose the "
        "file of this network, or save it without {parameter}.",
    ),
    "weights_mismatch": QT_TRANSLATE_NOOP(
        "Sentences",
        "These weights are not for {title}: {parameter} should have the shape "
        "{expected} and has {found}. Choose the file of this network.",
    ),
    "weights_of_no_network": QT_TRANSLATE_NOOP(
        "Sentences",
        "The weights in {name} fit none of the networks here ({titles}). Choose a file "
        "that was saved for one of them.",
    ),
    "weights_not_finite": QT_TRANSLATE_NOOP(
        "Sentences",
        "The weights in {name} are damaged: {count} {count|number|numbers} of "
        "{parameter} {count|is|are} not finite. Choose another file or train again.",
    ),
    "answer_not_finite": QT_TRANSLATE_NOOP(
        "Sentences",
        "The answer of {title} is not a number: its weights are too large to compute "
        "with. Choose another weight file or train again.",
    ),
    "weights_not_shipped": QT_TRANSLATE_NOOP(
        "Sentences",
        "{title} comes untrained. Train it first (cnnviz train {network} --data builtin "
        "--out FOLDER), then choose its weights.safetensors.",
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
    "optimizer_unknown": QT_TRANSLATE_NOOP(
        "Sentences",
        "There is no optimizer “{name}”. Choose one of: {known}.",
    ),
    "schedule_unknown": QT_TRANSLATE_NOOP(
        "Sentences",
        "There is no schedule “{name}” for the learning rate. Choose one of: {known}.",
    ),
    "threads_too_few": QT_TRANSLATE_NOOP(
        "Sentences",
        "The number of threads is {threads}. Choose 1 or more.",
    ),
    "threads_too_many": QT_TRANSLATE_NOOP(
        "Sentences",
        "{threads} {threads|thread is|threads are} more than any machine can use. "
        "Choose {limit} or less.",
    ),
    "snapshot_every_too_small": QT_TRANSLATE_NOOP(
        "Sentences",
        "A snapshot every {snapshot_every} {snapshot_every|batch|batches} is not "
        "possible. Choose 1 or more.",
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
        "{batch_size|picture|pictures}. Choose a smaller batch size.",
    ),
}
