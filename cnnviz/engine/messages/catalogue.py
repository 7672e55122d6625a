"""What each error code says, in English: what is wrong, the numbers, what to do.

The same literals are the source texts of the translation: ``lupdate`` collects every
``QT_TRANSLATE_NOOP("Sentences", ...)``, and ``cnnviz.ui.texts`` looks the translation
up. Nothing here imports Qt, so the command line can speak without it.
"""

from collections.abc import Mapping
from typing import Final

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.messages.animations import ANIMATION_SENTENCES
from cnnviz.engine.messages.convolutions import CONVOLUTION_SENTENCES
from cnnviz.engine.messages.datasets import DATASET_SENTENCES
from cnnviz.engine.messages.fill import fill
from cnnviz.engine.messages.learning import LEARNING_SENTENCES
from cnnviz.engine.messages.marking import QT_TRANSLATE_NOOP
from cnnviz.engine.messages.networks import NETWORK_SENTENCES
from cnnviz.engine.messages.onnx_models import ONNX_SENTENCES
from cnnviz.engine.messages.pictures import PICTURE_SENTENCES
from cnnviz.engine.messages.reports import REPORT_SENTENCES
from cnnviz.engine.shown_text import shown

CONTEXT: Final = "Sentences"

# One entry a code, grouped by the module that raises it.
SENTENCES: Final[Mapping[str, str]] = {
    # anything that we did not foresee
    "unexpected": QT_TRANSLATE_NOOP(
        "Sentences",
        "An unexpected problem occurred in cnnviz: {detail}. Your work is "
        "still here. Please try again.",
    ),
    "memory_full": QT_TRANSLATE_NOOP(
        "Sentences",
        "There is not enough memory for this. Close other programs, or choose a smaller "
        "picture or less data.",
    ),
    "system_refused": QT_TRANSLATE_NOOP(
        "Sentences",
        "The operating system reported an error: {reason}. Check the file "
        "name, the permissions and the free disk space.",
    ),
    # convolution: settings, kernels, pooling, one dimension, transposed
    **CONVOLUTION_SENTENCES,
    # files, pictures, labs
    **PICTURE_SENTENCES,
    # animations and exports
    **ANIMATION_SENTENCES,
    # data sets, training
    **LEARNING_SENTENCES,
    **DATASET_SENTENCES,
    **REPORT_SENTENCES,
    # networks and their weights
    **NETWORK_SENTENCES,
    # ONNX files
    **ONNX_SENTENCES,
}


def sentence(error: CnnvizError) -> str:
    """Return the English sentence of an error, its numbers put in.

    Examples
    --------
    >>> sentence(CnnvizError("stride_too_small", stride=0))
    'The stride is 0; the window would never move. Choose 1 or more.'
    """
    return fill(SENTENCES[error.code], error.facts, write=_written)


def _written(fact: object) -> object:
    """Return a number as it is, and anything else, which a file may have said, as text."""
    if isinstance(
        fact, CnnvizError
    ):  # why a file was refused, in the middle of another
        return sentence(fact).rstrip(".")
    return fact if isinstance(fact, int | float) else shown(str(fact))
