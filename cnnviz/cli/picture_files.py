"""Pictures for the commands: every pixel, in the channels asked for."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from cnnviz.cli.complaints import complain

if TYPE_CHECKING:
    from cnnviz.engine.images.picture import Picture


def read_picture(arguments: argparse.Namespace) -> "Picture":
    """Return the picture asked for, and tell what was done to its numbers.

    Parameters
    ----------
    arguments
        ``picture``, and what `add_channels_option` adds.

    Raises
    ------
    CnnvizError
        What `cnnviz.engine.images.loading.load_picture` raises.
    """
    from cnnviz.engine.images.header_limits import MAX_PIXELS
    from cnnviz.engine.images.loading import load_picture

    path = Path(arguments.picture)
    # The window reduces large photos; numbers in a file are those of every pixel.
    picture = load_picture(path, kept_pixels=MAX_PIXELS, stretch=arguments.stretch)
    tell_note(path, picture, way_out="; --stretch makes it light")
    return picture.to_rgb() if arguments.channels == "rgb" else picture.to_grey()


def tell_note(path: Path, picture: "Picture", way_out: str = "") -> None:
    """Tell what was done to a picture's numbers, if that has to be said."""
    from cnnviz.engine.images.picture_notes import note_words

    if picture.note is not None:
        more = way_out if picture.note.kind == "dark" else ""
        complain(f"{path}: {note_words(picture.note)}{more}")
