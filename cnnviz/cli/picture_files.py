"""Pictures for the commands: every pixel, in the channels asked for."""

from pathlib import Path
from typing import TYPE_CHECKING

from cnnviz.cli.complaints import complain

if TYPE_CHECKING:
    from cnnviz.engine.images.picture import Picture


def read_picture(path: Path, channels: str) -> "Picture":
    """Return a picture from a file, and tell what was done to its numbers.

    Parameters
    ----------
    path
        The file.
    channels
        ``grey`` or ``rgb``.

    Raises
    ------
    CnnvizError
        What `cnnviz.engine.images.loading.load_picture` raises.
    """
    from cnnviz.engine.images.header_limits import MAX_PIXELS
    from cnnviz.engine.images.loading import load_picture

    # The window reduces large photos; numbers in a file are those of every pixel.
    picture = load_picture(path, kept_pixels=MAX_PIXELS)
    tell_note(path, picture)
    return picture.to_rgb() if channels == "rgb" else picture.to_grey()


def tell_note(path: Path, picture: "Picture") -> None:
    """Tell what was done to a picture's numbers, if that has to be said."""
    from cnnviz.engine.images.picture_notes import note_words

    if picture.note is not None:
        complain(f"{path}: {note_words(picture.note)}")
