"""What the races are called, what is claimed of them, and how what came out is said."""

from collections.abc import Mapping
from typing import Final

from cnnviz.engine.messages.marking import QT_TRANSLATE_NOOP

CONTEXT: Final = "Races"
"""Translation context of all of these."""

TITLES: Final[Mapping[str, str]] = {
    "activations": QT_TRANSLATE_NOOP("Races", "ReLU, tanh, sigmoid"),
    "pooling": QT_TRANSLATE_NOOP("Races", "With and without pooling"),
    "dropout": QT_TRANSLATE_NOOP("Races", "Dropout, augmentation, neither"),
    "dense": QT_TRANSLATE_NOOP("Races", "Convolution against dense layers"),
    "shuffled": QT_TRANSLATE_NOOP("Races", "Pixels shuffled"),
    "normalization": QT_TRANSLATE_NOOP("Races", "With and without batch normalization"),
}

CLAIMS: Final[Mapping[str, str]] = {
    "activations": QT_TRANSLATE_NOOP(
        "Races",
        "ReLU costs less to compute than the other functions, with no great difference in "
        "accuracy.",
    ),
    "pooling": QT_TRANSLATE_NOOP(
        "Races", "Pooling leaves fewer numbers to learn, and shortens training."
    ),
    "dropout": QT_TRANSLATE_NOOP(
        "Races", "Dropout prevents over-fitting, and so does augmentation."
    ),
    "dense": QT_TRANSLATE_NOOP(
        "Races",
        "Convolutions find what matters in a picture better than fully connected layers "
        "with as many parameters.",
    ),
    "shuffled": QT_TRANSLATE_NOOP(
        "Races",
        "Near pixels tell more about each other than distant ones: convolutions live on "
        "that.",
    ),
    "normalization": QT_TRANSLATE_NOOP(
        "Races", "Batch normalization improves training."
    ),
}

ENTRANTS: Final[Mapping[str, Mapping[str, str]]] = {
    "activations": {
        "relu": QT_TRANSLATE_NOOP("Races", "ReLU"),
        "tanh": QT_TRANSLATE_NOOP("Races", "tanh"),
        "sigmoid": QT_TRANSLATE_NOOP("Races", "sigmoid"),
    },
    "pooling": {
        "pooled": QT_TRANSLATE_NOOP("Races", "with pooling"),
        "unpooled": QT_TRANSLATE_NOOP("Races", "without pooling"),
    },
    "dropout": {
        "dropout": QT_TRANSLATE_NOOP("Races", "with dropout"),
        "augmented": QT_TRANSLATE_NOOP("Races", "with augmentation"),
        "plain": QT_TRANSLATE_NOOP("Races", "with neither"),
    },
    "dense": {
        "convolution": QT_TRANSLATE_NOOP("Races", "convolutions"),
        "dense": QT_TRANSLATE_NOOP("Races", "dense layers"),
    },
    "shuffled": {
        "ordered": QT_TRANSLATE_NOOP("Races", "convolutions, pixels in order"),
        "shuffled": QT_TRANSLATE_NOOP("Races", "convolutions, pixels shuffled"),
        "dense": QT_TRANSLATE_NOOP("Races", "dense layers, pixels shuffled"),
    },
    "normalization": {
        "normalized": QT_TRANSLATE_NOOP("Races", "with batch normalization"),
        "plain": QT_TRANSLATE_NOOP("Races", "without batch normalization"),
    },
}

FINDINGS: Final[Mapping[str, str]] = {
    "accuracy": QT_TRANSLATE_NOOP("Races", "Right most often: {ranking}."),
    "accuracy_same": QT_TRANSLATE_NOOP(
        "Races",
        "Accuracies of {best} ({better}) and {worst} ({worse}): what lies within {limit} "
        "may be chance.",
    ),
    "beginning": QT_TRANSLATE_NOOP("Races", "Ahead after the first epoch: {ranking}."),
    "beginning_same": QT_TRANSLATE_NOOP(
        "Races",
        "After the first epoch {best} ({better}) and {worst} ({worse}): what lies within "
        "{limit} may be chance.",
    ),
    "seconds": QT_TRANSLATE_NOOP(
        "Races", "Quickest to learn: {better}, in {saved} less time than {worse}."
    ),
    "seconds_same": QT_TRANSLATE_NOOP("Races", "All took about the same time."),
    "parameters": QT_TRANSLATE_NOOP(
        "Races", "Numbers to learn: {few} {better}, {many} {worse}."
    ),
    "over_fitting": QT_TRANSLATE_NOOP(
        "Races",
        "Validation loss at the end, above its best: {ranking}.",
    ),
    "over_fitting_same": QT_TRANSLATE_NOOP(
        "Races",
        "The validation losses ended {least} ({better}) and {most} ({worse}) "
        "above their best: no difference to speak of.",
    ),
}

VERDICTS: Final[Mapping[str, str]] = {
    "holds": QT_TRANSLATE_NOOP("Races", "The claim holds here."),
    "partly": QT_TRANSLATE_NOOP("Races", "The claim holds here in part."),
    "fails": QT_TRANSLATE_NOOP("Races", "The claim does not hold here."),
}
