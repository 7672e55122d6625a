"""What each error code says, in English: what is wrong, the numbers, what to do.

The same literals are the source texts of the translation: ``lupdate`` collects every
``QT_TRANSLATE_NOOP("Sentences", ...)``, and ``cnnviz.gui.texts`` looks the translation
up. Nothing here imports Qt, so the command line can speak without it.
"""

from collections.abc import Mapping
from typing import Final

from cnnviz.errors import CnnvizError

CONTEXT: Final = "Sentences"


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Mark a literal for ``lupdate`` under the name it looks for; return it as is."""
    return text


# One entry a code, grouped by the module that raises it.
SENTENCES: Final[Mapping[str, str]] = {
    # convolution
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
    "kernel_larger_than_padded_input": QT_TRANSLATE_NOOP(
        "Sentences",
        "The kernel covers {kernel_height} × {kernel_width} cells but the padded picture "
        "has only {input_height} × {input_width}. Choose a smaller kernel or dilation, "
        "or more padding.",
    ),
}


def sentence(error: CnnvizError) -> str:
    """Return the English sentence of an error, its numbers put in.

    Examples
    --------
    >>> sentence(CnnvizError("stride_too_small", stride=0))
    'The stride is 0; the window would never move. Choose 1 or more.'
    """
    return SENTENCES[error.code].format_map(error.facts)
