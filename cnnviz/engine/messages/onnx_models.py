"""What is said of ONNX files; see ``cnnviz.engine.messages.catalogue``."""

from collections.abc import Mapping
from typing import Final

from cnnviz.engine.messages.marking import QT_TRANSLATE_NOOP

ONNX_SENTENCES: Final[Mapping[str, str]] = {
    "onnx_missing": QT_TRANSLATE_NOOP(
        "Sentences",
        "ONNX files are read and written with a package that is not installed. Install "
        'it with: pip install "cnnviz[export]".',
    ),
    "onnx_left_out": QT_TRANSLATE_NOOP(
        "Sentences",
        "ONNX files are read and written with a package that this small edition of "
        "cnnviz leaves out. Get the school edition, which has it.",
    ),
    "onnx_too_large": QT_TRANSLATE_NOOP(
        "Sentences",
        "{file} has {size} MB; ONNX files of up to {limit} MB are read. Choose a smaller "
        "network.",
    ),
    "onnx_too_long": QT_TRANSLATE_NOOP(
        "Sentences",
        "{file} describes more than cnnviz reads: up to {nodes} operators and {limit} MB "
        "beside the weights. Choose a smaller network.",
    ),
    "onnx_damaged": QT_TRANSLATE_NOOP(
        "Sentences",
        "{file} is not an ONNX file, or it is damaged or cut short. Export the network "
        "again, and choose the whole file.",
    ),
    "onnx_version": QT_TRANSLATE_NOOP(
        "Sentences",
        "{file} is written in ONNX format {format} with operators of version {opset}; "
        "cnnviz reads formats {formats} and versions {opsets}. Export the network again "
        "with version 17 (opset_version=17 in PyTorch).",
    ),
    "onnx_elsewhere": QT_TRANSLATE_NOOP(
        "Sentences",
        "The numbers of {tensor} are not in {file} but in another file, which cnnviz "
        "does not open. Save the network in one file: "
        "onnx.save(onnx.load('model.onnx'), 'whole.onnx').",
    ),
    "onnx_operators": QT_TRANSLATE_NOOP(
        "Sentences",
        "{file} needs operators that cnnviz does not have: {operators}. Choose a network "
        "of convolutions, pooling, dense layers and their activations.",
    ),
    "onnx_operator": QT_TRANSLATE_NOOP(
        "Sentences",
        "{file} uses the operator {operator} ({node}) in a way that cnnviz does not "
        "support: {setting}. Export the network without it.",
    ),
    "onnx_broken": QT_TRANSLATE_NOOP(
        "Sentences",
        "The network in {file} is broken: {value} is missing, made twice, or read before "
        "it is made. Export the network again.",
    ),
    "onnx_ends": QT_TRANSLATE_NOOP(
        "Sentences",
        "The network in {file} has {inputs} {inputs|input|inputs} and {outputs} "
        "{outputs|output|outputs}; cnnviz reads networks with one of each. Export it "
        "without the others.",
    ),
    "onnx_input": QT_TRANSLATE_NOOP(
        "Sentences",
        "The input of the network in {file} has the shape {shape}. cnnviz needs the "
        "batch first, then channels, height and width as fixed numbers. Export it with "
        "a picture of fixed size.",
    ),
    "onnx_output": QT_TRANSLATE_NOOP(
        "Sentences",
        "The network in {file} ends in the shape {shape}; cnnviz reads networks that end "
        "in one number per class. Export it with its last layers.",
    ),
    "onnx_numbers": QT_TRANSLATE_NOOP(
        "Sentences",
        "{tensor} in {file} should hold {expected} {expected|number|numbers} and holds "
        "{found}: the file is damaged. Export the network again.",
    ),
    "onnx_weights": QT_TRANSLATE_NOOP(
        "Sentences",
        "In {file}, {weight} of the layer {layer} has the shape {found} and should have "
        "{expected}: the file is damaged. Export the network again.",
    ),
    "onnx_number_type": QT_TRANSLATE_NOOP(
        "Sentences",
        "{tensor} in {file} holds numbers of the type {kind}; floating-point numbers of "
        "16, 32 and 64 bits are read. Export the network again with float32.",
    ),
    "onnx_not_finite": QT_TRANSLATE_NOOP(
        "Sentences",
        "In {file}, {count} {count|number|numbers} of {weight} of the layer {layer} "
        "{count|is|are} not finite. Choose another file or train the network again.",
    ),
    "onnx_cells": QT_TRANSLATE_NOOP(
        "Sentences",
        "The layers of {file} are too large for cnnviz, which reads maps of up to {side} "
        "× {side} and up to {weights} million weights. Choose a smaller network.",
    ),
}
