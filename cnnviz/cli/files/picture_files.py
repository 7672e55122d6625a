"""Pictures for the commands: every pixel, in the channels asked for."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from cnnviz.cli.console.stderr import print_error
from cnnviz.cli.files.given_files import read_given

if TYPE_CHECKING:
    from cnnviz.engine.images.picture import Picture


def add_picture(parser: argparse.ArgumentParser) -> None:
    """Add the picture that a command works on."""
    parser.add_argument(
        "picture",
        metavar="PICTURE",
        help="the picture file, or - for the standard input",
    )


def read_picture(arguments: argparse.Namespace) -> "Picture":
    """Return the picture asked for, and tell what was done to its numbers.

    Parameters
    ----------
    arguments
        ``picture``, and what `add_channels_option` adds.

    Raises
    ------
    CnnvizError
        As for `given_picture`.
    """
    picture = given_picture(
        arguments.picture,
        stretch=arguments.stretch,
        way_out="; --stretch makes it light",
    )
    return picture.to_rgb() if arguments.channels == "rgb" else picture.to_grey()


def given_picture(name: str, *, stretch: bool = False, way_out: str = "") -> "Picture":
    """Return a picture of the command line, and tell what was done to its numbers.

    Parameters
    ----------
    name
        Of a file, or ``-`` for the standard input.
    stretch
        Whether a dark picture of more than 8 bits is made light.
    way_out
        What to say besides of a dark one.

    Raises
    ------
    CnnvizError
        What `read_given` and `cnnviz.engine.images.files.loading.decode_picture` raise.
    """
    from cnnviz.engine.images.files.header_limits import MAX_PIXELS
    from cnnviz.engine.images.files.loading import decode_picture
    from cnnviz.engine.images.picture_notes import note_words

    path = Path(name)
    # The window reduces large photos; numbers in a file are those of every pixel.
    picture = decode_picture(
        read_given(path), path.name or name, kept_pixels=MAX_PIXELS, stretch=stretch
    )
    if picture.note is not None:
        more = way_out if picture.note.kind == "dark" else ""
        print_error(f"{name}: {note_words(picture.note)}{more}")
    return picture
