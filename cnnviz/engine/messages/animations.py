"""What the errors of animations and exports say; see ``cnnviz.engine.messages.catalogue``."""

from collections.abc import Mapping
from typing import Final

from cnnviz.engine.messages.marking import QT_TRANSLATE_NOOP

ANIMATION_SENTENCES: Final[Mapping[str, str]] = {
    "animation_speed": QT_TRANSLATE_NOOP(
        "Sentences",
        "The speed is {speed}. Choose {slowest} to {fastest} "
        "{fastest|step|steps} per second.",
    ),
    "animation_width": QT_TRANSLATE_NOOP(
        "Sentences",
        "The width is {width}; an animation is {least} to {most} {most|pixel|pixels} wide. "
        "Choose a number between.",
    ),
    "animation_view_unknown": QT_TRANSLATE_NOOP(
        "Sentences",
        "There is no view called {view}. Choose auto, whole or near.",
    ),
    "animation_range": QT_TRANSLATE_NOOP(
        "Sentences",
        "Steps {first} to {last} do not exist here. Choose steps from 1 to "
        "{steps}, and make the first step no later than the last.",
    ),
    "animation_too_long": QT_TRANSLATE_NOOP(
        "Sentences",
        "{frames} {frames|step is|steps are} more than the {limit} "
        "{limit|frame|frames} that an animation may have. Choose fewer steps, a larger "
        "stride or a smaller picture.",
    ),
    "animation_channel_outside": QT_TRANSLATE_NOOP(
        "Sentences",
        "There is no {side} channel {channel}. Choose one from 1 to {channels}.",
    ),
    "animation_channel_alone": QT_TRANSLATE_NOOP(
        "Sentences",
        "There is no {side} channel {channel}: there is only one. Leave the choice out.",
    ),
    "animation_channel_unused": QT_TRANSLATE_NOOP(
        "Sentences",
        "Output channel {output} is not made from input channel {channel}: it is made "
        "from {used}. Choose one of these, or another output channel.",
    ),
    "animation_reduced_too_far": QT_TRANSLATE_NOOP(
        "Sentences",
        "The picture was made smaller to {rows} × {columns} cells, too few for this "
        "window and padding. Keep more of them: --full-size, or --reduce with a larger "
        "number.",
    ),
    "animation_ending": QT_TRANSLATE_NOOP(
        "Sentences",
        "The name {file} does not say which animation format to use. End it in "
        ".gif, .png, .apng or .webp.",
    ),
    "output_ending": QT_TRANSLATE_NOOP(
        "Sentences",
        "The name {file} does not say which file format to use. End it in "
        ".npy, .csv or .png.",
    ),
    "view_ending": QT_TRANSLATE_NOOP(
        "Sentences",
        "{file} does not end in {ending}. Choose a name that does.",
    ),
    "output_not_ready": QT_TRANSLATE_NOOP(
        "Sentences",
        "There is no output to save. First choose settings that work with this "
        "picture.",
    ),
}
