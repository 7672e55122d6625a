"""What the errors of convolutions say; see ``cnnviz.engine.messages.catalogue``."""

from collections.abc import Mapping
from typing import Final

from cnnviz.engine.messages.marking import QT_TRANSLATE_NOOP

CONVOLUTION_SENTENCES: Final[Mapping[str, str]] = {
    # settings, and what they meet
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
        "The padding is {padding}; at most {limit} is allowed. Choose {limit} or less.",
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
        "The kernel is made for {kernel_channels} {kernel_channels|channel|channels} "
        "but the picture has {input_channels}. Choose a kernel or a picture with as "
        "many channels as the other.",
    ),
    "group_channels_differ": QT_TRANSLATE_NOOP(
        "Sentences",
        "With {groups} {groups|group|groups} each kernel takes {group_channels} "
        "{group_channels|channel|channels} ({input_channels} of the picture / "
        "{groups}); this one has {kernel_channels}. Give it as many as it takes, or "
        "choose another number of groups.",
    ),
    "bias_length_differs": QT_TRANSLATE_NOOP(
        "Sentences",
        "The biases have the shape {biases} but there {outputs|is|are} {outputs} "
        "{outputs|kernel|kernels}. Give one bias for each kernel.",
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
        "There is no output channel {channel}: there {outputs|is|are} {outputs}, "
        "counted from 0.",
    ),
    "position_outside_walk": QT_TRANSLATE_NOOP(
        "Sentences",
        "There is no step {position}: there {steps|is|are} {steps} "
        "{steps|step|steps}, counted from 0.",
    ),
    # kernels
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
        "The kernel is {axes} {axes|bracket|brackets} deep; it must be 2 (rows), 3 "
        "(channels of rows) or 4 (several such kernels). Write one row as [[1, 0, -1]].",
    ),
    "kernel_grids": QT_TRANSLATE_NOOP(
        "Sentences",
        "There {count|is|are} {count} {count|table|tables} of numbers here, and this "
        "one takes one. Copy one of them.",
    ),
    "kernel_not_finite": QT_TRANSLATE_NOOP(
        "Sentences",
        "The kernel holds {value}, which is not a finite number. Write it as 0.5 or 2e3.",
    ),
    "kernel_too_large": QT_TRANSLATE_NOOP(
        "Sentences",
        "The kernel holds a number that is too large. Use numbers below 10^38.",
    ),
    # pooling, activations, one dimension, transposed
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
        "The padding of {rows} {rows|row|rows} and {cols} {cols|column|columns} is "
        "more than half of the {height} × {width} window, which could then miss the "
        "picture. Choose at most {most_rows} {most_rows|row|rows} and {most_cols} "
        "{most_cols|column|columns}, or a larger window.",
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
    "pool_divides_no_mean": QT_TRANSLATE_NOOP(
        "Sentences",
        "Only a mean can leave out the padding; {kind} does not divide. Remove "
        "that option, or choose the mean.",
    ),
    "channel_outside_input": QT_TRANSLATE_NOOP(
        "Sentences",
        "There is no input channel {channel}: there {channels|is|are} {channels}, "
        "counted from 0.",
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
        "The kernel has {kernel} {kernel|number|numbers} but the padded signal has "
        "only {signal}. Choose a shorter kernel, or the padding same or full.",
    ),
    "program_too_long": QT_TRANSLATE_NOOP(
        "Sentences",
        "The window has {height} × {width} cells: a program with all of them would be "
        "too long to read. Copy the loops, or choose a smaller window; {limit} "
        "{limit|cell|cells} can be written out.",
    ),
    "signal_kernel_empty": QT_TRANSLATE_NOOP(
        "Sentences",
        "The kernel has no numbers. Give it at least one, as in [1, 0, -1].",
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
        "The row of numbers holds {value}, which is not a finite number. Write it as 0.5 "
        "or 2e3.",
    ),
    "signal_too_large": QT_TRANSLATE_NOOP(
        "Sentences",
        "The row of numbers holds one that is too large. Use numbers below 10^100.",
    ),
    "row_word": QT_TRANSLATE_NOOP(
        "Sentences",
        "“{text}” is not a number. Put spaces between the numbers. You can "
        "write 0.5 or 1/3.",
    ),
    "row_number_too_large": QT_TRANSLATE_NOOP(
        "Sentences",
        "The number {text} is too large. A billion is the most.",
    ),
    "row_too_long": QT_TRANSLATE_NOOP(
        "Sentences",
        "{count} {count|number is|numbers are} more than the {limit} that can be shown "
        "as bars. Leave some out.",
    ),
    "padding_mode_unknown": QT_TRANSLATE_NOOP(
        "Sentences",
        "There is no padding mode called {mode}. Choose one of: {modes}.",
    ),
    "padding_beyond_reflection": QT_TRANSLATE_NOOP(
        "Sentences",
        "A picture of {height} × {width} can be reflected into at most {most_rows} "
        "{most_rows|row|rows} and {most_cols} {most_cols|column|columns} of padding; "
        "you chose {rows} and {cols}. Choose less padding, or the mode replicate.",
    ),
    "padding_beyond_circle": QT_TRANSLATE_NOOP(
        "Sentences",
        "With circular padding, a picture of {height} × {width} allows at most "
        "{most_rows} {most_rows|row|rows} and {most_cols} {most_cols|column|columns}; "
        "you chose {rows} and {cols}. Choose less padding, or the mode replicate.",
    ),
    "groups_too_few": QT_TRANSLATE_NOOP(
        "Sentences",
        "The number of groups is {groups}. Choose 1 or more.",
    ),
    "groups_do_not_divide": QT_TRANSLATE_NOOP(
        "Sentences",
        "{channels} input {channels|channel|channels} and {outputs} "
        "{outputs|kernel|kernels} cannot be divided into {groups} equal "
        "{groups|group|groups}. Choose a number of groups that divides both.",
    ),
    "kernels_not_iokk": QT_TRANSLATE_NOOP(
        "Sentences",
        "The kernels have the shape {shape}; for a transposed convolution they must be "
        "input channels × output channels of a group × rows × columns, each at least 1.",
    ),
    "output_padding_negative": QT_TRANSLATE_NOOP(
        "Sentences",
        "The output padding is {output_padding}; it cannot be negative. Choose "
        "0 or more.",
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
}
