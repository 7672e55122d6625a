"""What the errors of networks and their weights say; see ``cnnviz.engine.messages.catalogue``."""

from collections.abc import Mapping
from typing import Final

from cnnviz.engine.messages.marking import QT_TRANSLATE_NOOP

NETWORK_SENTENCES: Final[Mapping[str, str]] = {
    "torch_missing": QT_TRANSLATE_NOOP(
        "Sentences",
        "What a number sees is measured with PyTorch, which is not installed. Install it "
        "with: pip install torch.",
    ),
    "no_pictures_of_size": QT_TRANSLATE_NOOP(
        "Sentences",
        "No data set on this computer has pictures of {size}, which the network reads. "
        "Choose a network of digits, or bring CIFAR-10.",
    ),
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
    "layer_without_kernels": QT_TRANSLATE_NOOP(
        "Sentences",
        "{layer} has no kernels: it is no convolution. Choose a layer that is one.",
    ),
    "maps_not_joined": QT_TRANSLATE_NOOP(
        "Sentences",
        "Map {output} of {layer} does not read map {channel} of the layer before it, so "
        "there is no kernel between them. Choose a map that it reads.",
    ),
    "kernel_size_differs": QT_TRANSLATE_NOOP(
        "Sentences",
        "A kernel of {layer} has the size {expected}; this one has {found}. Give one of "
        "that size.",
    ),
    "layer_without_bias": QT_TRANSLATE_NOOP(
        "Sentences",
        "{layer} adds no bias. Choose a layer that does.",
    ),
    "layer_is_no_activation": QT_TRANSLATE_NOOP(
        "Sentences",
        "{layer} is no activation that could be another one. Choose a layer that is.",
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
}
