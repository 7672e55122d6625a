"""The pictures that come with the program."""

from typing import Final

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.images.files.loading import decode_picture
from cnnviz.engine.images.picture import Picture
from cnnviz.engine.resources import resource

SAMPLES: Final[tuple[str, ...]] = (
    "landscape",
    "house",
    "cat",
    "fruit",
    "balloons",
    "parrot",
    "sunflower",
    "reef",
    "beach",
    "valley",
    "mouse",
    "coins",
    "letters",
    "stripes",
    "test_card",
    "seven",
    "three",
)
"""Keys, in the order in which a menu shows them; ``house`` and ``fruit`` to ``valley`` are in colour."""


def load_sample(key: str) -> Picture:
    """Return a sample picture, named by its key.

    Raises
    ------
    CnnvizError
        ``sample_unknown``.

    Examples
    --------
    >>> load_sample("seven").size_hw
    (28, 28)
    """
    if key not in SAMPLES:
        raise CnnvizError("sample_unknown", name=key, names=", ".join(SAMPLES))
    return decode_picture(resource("samples", f"{key}.png").read_bytes(), key)
