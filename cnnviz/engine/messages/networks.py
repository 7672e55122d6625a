"""What the errors of networks and their weights say; see ``cnnviz.engine.messages.catalogue``."""

from collections.abc import Mapping
from typing import Final

from cnnviz.engine.messages.marking import QT_TRANSLATE_NOOP

NETWORK_SENTENCES: Final[Mapping[str, str]] = {
    "torch_missing": QT_TRANSLATE_NOOP(
        "Sentences",
        "Training and gradients need PyTorch, which is not installed. Install it with "
        "“{line}”.",
    ),
    "torch_left_out": QT_TRANSLATE_NOOP(
        "Sentences",
        "Training and gradients need PyTorch, which this small edition of cnnviz leaves "
        "out. Get the school edition, which has it.",
    ),
    "torch_not_for_intel_macs": QT_TRANSLATE_NOOP(
        "Sentences",
        "Training and gradients need PyTorch, which is no longer made for Macs with an "
        "Intel processor. Everything else is here; train on another computer.",
    ),
    "torch_not_for_arm_windows": QT_TRANSLATE_NOOP(
        "Sentences",
        "Training and gradients need PyTorch, which is not made for Windows on ARM. "
        "Everything else is here; train on another computer.",
    ),
    "no_pictures_of_size": QT_TRANSLATE_NOOP(
        "Sentences",
        "No dataset on this computer has pictures of {size}, which the network "
        "reads. Choose a network of digits: their pictures are built in.",
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
    "layer_without_bias": QT_TRANSLATE_NOOP(
        "Sentences",
        "{layer} adds no bias. Choose a layer that does.",
    ),
    "layer_is_no_activation": QT_TRANSLATE_NOOP(
        "Sentences",
        "{layer} is not an activation that can be replaced. Choose one that is.",
    ),
    "network_unknown": QT_TRANSLATE_NOOP(
        "Sentences",
        "There is no network called {name}. Choose one of: {known}; or a file of a "
        "network (.json, .onnx).",
    ),
    "network_not_json": QT_TRANSLATE_NOOP(
        "Sentences",
        "This is not JSON, or it is cut short or nested too deep. Choose a network that "
        "was saved whole.",
    ),
    "network_of_others": QT_TRANSLATE_NOOP(
        "Sentences",
        "This is JSON, but not a network of cnnviz, whose “format” is “{format}”. Choose "
        "another file.",
    ),
    "network_too_new": QT_TRANSLATE_NOOP(
        "Sentences",
        "A newer cnnviz wrote it; this one knows version {known} of the format. Update "
        "cnnviz.",
    ),
    "network_value_wrong": QT_TRANSLATE_NOOP(
        "Sentences",
        "{place} cannot be {value}. Compare it with a network that cnnviz has written.",
    ),
    "network_field_unknown": QT_TRANSLATE_NOOP(
        "Sentences",
        "{place} has no setting {field}. Known settings: {known}.",
    ),
    "network_field_missing": QT_TRANSLATE_NOOP(
        "Sentences",
        "{place} lacks the setting {field}. Add it.",
    ),
    "layer_kind_unknown": QT_TRANSLATE_NOOP(
        "Sentences",
        "{place} is of the unknown type {kind}. Known types: {known}.",
    ),
    "layer_wrong": QT_TRANSLATE_NOOP(
        "Sentences",
        "The layer {layer} cannot be made: {problem}.",
    ),
    "network_needs_memory": QT_TRANSLATE_NOOP(
        "Sentences",
        "With the layer {layer} the network needs {megabytes} MB of memory; at most "
        "{most} MB are taken. Make the layers or the pictures smaller.",
    ),
    "layer_maps_too_large": QT_TRANSLATE_NOOP(
        "Sentences",
        "The layer {layer} has maps of {height} × {width}; each side must be 1 to "
        "{most}. Change its padding, its stride, or the size of the pictures.",
    ),
    "network_ends_in_maps": QT_TRANSLATE_NOOP(
        "Sentences",
        "The last layer {layer} makes maps, and an answer is one number a class. Add a "
        "flatten layer and a linear one.",
    ),
    "network_labels_differ": QT_TRANSLATE_NOOP(
        "Sentences",
        "There {labels|is|are} {labels} {labels|label|labels} for {outputs} "
        "{outputs|number|numbers} of the last layer. Give one a number, or none at all.",
    ),
    "network_scale_wrong": QT_TRANSLATE_NOOP(
        "Sentences",
        "Its pictures need at least one channel, and a normalization of one pair of mean "
        "and deviation (at least 0.000001), or one for each channel ({channels} here).",
    ),
    "keras_has_no_layer": QT_TRANSLATE_NOOP(
        "Sentences",
        "Keras has no layer like {layer} ({kind}). Write the network for PyTorch or as "
        "ONNX.",
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
    "network_too_large": QT_TRANSLATE_NOOP(
        "Sentences",
        "The layer {layer} needs {megabytes} MB of memory, and {left} MB are left for "
        "the network. Choose fewer kernels or units.",
    ),
    "classes_differ": QT_TRANSLATE_NOOP(
        "Sentences",
        "The last layer, {layer}, makes {found} {found|number|numbers}, and there "
        "{classes|is|are} {classes} {classes|class|classes}. Choose as many units as "
        "classes.",
    ),
    "classes_from_maps": QT_TRANSLATE_NOOP(
        "Sentences",
        "The last layer, {layer}, makes maps with {found} {found|number|numbers}, and "
        "an answer has one for each of the {classes} {classes|class|classes}. Add a "
        "fully connected layer at the end.",
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
        ".safetensors or .pt file.",
    ),
    "weights_run_code": QT_TRANSLATE_NOOP(
        "Sentences",
        "{name} holds more than numbers: to open it, {call} would have to be called. "
        "Save the weights alone: torch.save(model.state_dict(), FILE).",
    ),
    "weights_not_named": QT_TRANSLATE_NOOP(
        "Sentences",
        "{name} holds no weights by their names. Save them so: "
        "torch.save(model.state_dict(), FILE).",
    ),
    "torch_not_installed": QT_TRANSLATE_NOOP(
        "Sentences",
        "{name} is a file of PyTorch, which is not here to read it. Choose a "
        ".safetensors file.",
    ),
    "weights_of_torchvision": QT_TRANSLATE_NOOP(
        "Sentences",
        "These weights are of torchvision's GoogLeNet, which has batch normalization and "
        "3 × 3 kernels where {title} of the paper has 5 × 5. Choose weights in the "
        "paper's layout.",
    ),
    "weights_of_numpy": QT_TRANSLATE_NOOP(
        "Sentences",
        "{name} is a file of NumPy (.npz, .npy); cnnviz reads weights from safetensors "
        "and PyTorch's files. Convert it in Python and choose the new file: "
        "safetensors.numpy.save_file(dict(numpy.load('{name}')), 'weights.safetensors').",
    ),
    "weights_of_others": QT_TRANSLATE_NOOP(
        "Sentences",
        "{name} is in the format {format}; cnnviz reads weights from safetensors and "
        "PyTorch's files. Write its arrays, named and turned as PyTorch has them, with "
        "safetensors.numpy.save_file.",
    ),
    "weights_are_text": QT_TRANSLATE_NOOP(
        "Sentences",
        "{name} holds text, not weights: perhaps the page about a file was saved instead "
        "of the file. Download the file itself.",
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
    "network_ending": QT_TRANSLATE_NOOP(
        "Sentences",
        "{file} names no kind of file for networks. Let it end in .json, .onnx, .py or "
        ".safetensors.",
    ),
    "weights_of_no_network": QT_TRANSLATE_NOOP(
        "Sentences",
        "The weights in {name} fit none of the networks here ({titles}). Choose a file "
        "that was saved for one of them.",
    ),
    "network_cannot_answer": QT_TRANSLATE_NOOP(
        "Sentences",
        "{title} cannot answer yet: it is not trained. It can be chosen on the Network "
        "page.",
    ),
    "examples_damaged": QT_TRANSLATE_NOOP(
        "Sentences",
        "The examples in {name} are not those of its classes: {parameter} should be "
        "pictures of 28 × 28. Choose a file that was saved whole.",
    ),
    "network_unfinished": QT_TRANSLATE_NOOP(
        "Sentences",
        "{title} is not finished: its last layer names no classes. Finish it on the "
        "Network page, or choose another network.",
    ),
    "network_without_weights": QT_TRANSLATE_NOOP(
        "Sentences",
        "{title} has no weights, so there is nothing to learn. Give it a convolution or "
        "a fully connected layer.",
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
        "{title} comes untrained. Train it first (cnnviz train {network} --data DATA "
        "--out FOLDER), then choose its weights.safetensors.",
    ),
    "weights_needed": QT_TRANSLATE_NOOP(
        "Sentences",
        "{title} comes untrained. Choose a file of weights for it (--weights FILE).",
    ),
}
