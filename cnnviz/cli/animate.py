"""``cnnviz animate``: film a window on its way across a picture."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Final

from cnnviz.cli import conv, pool
from cnnviz.cli.given_numbers import whole_numbers
from cnnviz.cli.result_files import add_channels_option
from cnnviz.errors import CnnvizError
from cnnviz.sentences import sentence

if TYPE_CHECKING:
    from cnnviz.convolution.walk import Walk
    from cnnviz.films.filming import Written
    from cnnviz.films.settings import FilmSettings
    from cnnviz.images.picture import Picture

_LONG_SIDE: Final = 28
"""Cells on the long side unless more are asked for: as many as a digit has."""

# Those of films.filming, repeated so that --help need not load Pillow; a test compares.
ENDINGS: Final = (".gif", ".png", ".apng", ".webp")

_DESCRIPTION: Final = """\
Film a window on its way across a picture: input, kernel, products and the output as it
grows, with the numbers in it. No window is opened.

The picture is made smaller first, so that its cells can be seen."""

_EPILOG: Final = """\
operations, each with its own options (cnnviz animate conv --help)
  conv  a kernel moves across the picture: the options of cnnviz conv
  pool  one number of each window is kept: the options of cnnviz pool

examples
  cnnviz animate conv digit.png --kernel sobel_x --padding 1 --out sobel.gif
  cnnviz animate conv photo.jpg --kernel box_blur --channels rgb --reduce 12 --out a.webp
  cnnviz animate pool digit.png --kind max --size 2 --fps 4 --theme dark --out pool.png"""

_RESULTS: Final = """\
results
  .gif         256 colours, repeated for ever
  .png, .apng  animated PNG, all colours
  .webp        animated WebP, all colours, the smallest"""


def add_parser(
    subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]",
) -> None:
    """Add the command, its two operations and their options."""
    parser = subparsers.add_parser(
        "animate",
        help="film a window on its way across a picture",
        description=_DESCRIPTION,
        epilog=f"{_RESULTS}\n\n{_EPILOG}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    operations = parser.add_subparsers(
        title="operations", metavar="conv|pool", required=True, dest="operation"
    )
    kernels = f"{_RESULTS}\n\nkernels\n{conv.KERNEL_NAMES}"
    for name, module, text, epilog in (
        ("conv", conv, "film a kernel that moves across a picture", kernels),
        ("pool", pool, "film a pooling of a picture", _RESULTS),
    ):
        operation = operations.add_parser(
            name,
            help=text,
            description=f"{text.capitalize()}.",
            epilog=epilog,
            formatter_class=argparse.RawDescriptionHelpFormatter,
            allow_abbrev=False,
        )
        module.add_operation_options(operation)
        _add_film_options(operation)
        operation.set_defaults(run=run)


def _add_film_options(parser: argparse.ArgumentParser) -> None:
    film = parser.add_argument_group("the film")
    add_channels_option(film)
    film.add_argument(
        "--out", metavar="FILE", type=_out_path, required=True, help="what to write"
    )
    film.add_argument(
        "--from",
        metavar="N",
        dest="first",
        type=_count,
        default=1,
        help="first step (1)",
    )
    ends = film.add_mutually_exclusive_group()
    ends.add_argument(
        "--to", metavar="N", dest="last", type=_count, help="last step (the walk's)"
    )
    ends.add_argument(
        "--steps", metavar="N", type=_count, help="how many steps (all that follow)"
    )
    film.add_argument(
        "--fps", metavar="X", type=_speed, default=2.0, help="steps a second (2)"
    )
    film.add_argument(
        "--width", metavar="N", type=_width, default=960, help="width in pixels (960)"
    )
    film.add_argument(
        "--theme", choices=("light", "dark"), default="light", help="colours (light)"
    )
    film.add_argument(
        "--view",
        choices=("auto", "whole", "near"),
        default="auto",
        help="draw whole grids, or only the cells near the window with their numbers; "
        "auto draws them whole as long as a cell can be seen (auto)",
    )
    _add_cells_options(film)


def _add_cells_options(film: "argparse._ArgumentGroup") -> None:
    film.add_argument(
        "--channel",
        metavar="N",
        type=_count,
        default=1,
        help="which input channel's window is drawn (1)",
    )
    film.add_argument(
        "--output-channel",
        metavar="N",
        type=_count,
        default=1,
        help="which output channel is made (1)",
    )
    cells = film.add_mutually_exclusive_group()
    cells.add_argument(
        "--reduce",
        metavar="N",
        type=_count,
        default=_LONG_SIDE,
        help=f"make the picture smaller, to N cells on its long side ({_LONG_SIDE})",
    )
    cells.add_argument(
        "--full-size", action="store_true", help="take the picture as large as it is"
    )


def _out_path(text: str) -> Path:
    path = Path(text)
    if path.suffix.lower() not in ENDINGS:
        raise argparse.ArgumentTypeError(
            f"{text!r} must end in .gif, .png or .apng (animated PNG), or .webp"
        )
    return path


def _count(text: str) -> int:
    numbers = whole_numbers(text)
    if numbers is None or len(numbers) != 1 or numbers[0] < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number from 1 up")
    return numbers[0]


def _speed(text: str) -> float:
    from cnnviz.films.settings import FilmSettings

    try:
        return FilmSettings(steps_per_second=float(text)).steps_per_second
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number") from error
    except CnnvizError as error:
        raise argparse.ArgumentTypeError(sentence(error)) from error


def _width(text: str) -> int:
    from cnnviz.films.settings import FilmSettings

    try:
        return FilmSettings(width=_count(text)).width
    except CnnvizError as error:
        raise argparse.ArgumentTypeError(sentence(error)) from error


def run(arguments: argparse.Namespace) -> int:
    """Film the walk, say what was written."""
    from cnnviz.cli.writing import check_writable
    from cnnviz.films.filming import write_film

    out: Path = arguments.out
    check_writable(out)
    picture = _picture(arguments)
    walk = _walk(arguments, picture)
    settings = _settings(arguments, walk)
    made = write_film(out, walk, settings)
    assert made is not None  # nobody can cancel it
    print(_told(out, made))
    return 0


def _picture(arguments: argparse.Namespace) -> "Picture":
    """Return the picture, made smaller, and say so."""
    from cnnviz.images.loading import MAX_PIXELS, load_picture
    from cnnviz.images.resizing import resize

    picture = load_picture(Path(arguments.picture), kept_pixels=MAX_PIXELS)
    picture = picture.to_rgb() if arguments.channels == "rgb" else picture.to_grey()
    height, width = picture.size_hw
    longest = max(height, width)
    if arguments.full_size or longest <= arguments.reduce:
        return picture
    rows, columns = (
        max(1, round(side * arguments.reduce / longest)) for side in (height, width)
    )
    print(
        f"{arguments.picture}: made smaller from {height} × {width} to {rows} × "
        f"{columns} cells (--full-size keeps them all, --reduce N more of them)"
    )
    return resize(picture, (rows, columns), "box")


def _walk(arguments: argparse.Namespace, picture: "Picture") -> "Walk":
    from cnnviz.cli.conv_settings import asked_operation
    from cnnviz.convolution.activations import ActivationSpec
    from cnnviz.convolution.operations import Pooling
    from cnnviz.convolution.walk import Walk

    pixels, channel = picture.pixels_chw, arguments.output_channel
    _check_channel(arguments.channel, len(pixels))
    if arguments.operation == "pool":
        pooling = Pooling(pixels, pool.pool_spec(arguments, picture.size_hw))
        _check_channel(channel, pooling.outputs)
        return Walk(pooling, output_channel=channel - 1)
    kernel = conv.read_kernel(arguments.kernel)
    operation = asked_operation(arguments, kernel, pixels)
    _check_channel(channel, operation.outputs)
    activation = ActivationSpec(kind=arguments.activation)
    return Walk(operation, activation, output_channel=channel - 1)


def _check_channel(channel: int, channels: int) -> None:
    """Refuse a channel that is not there, counted from 1 as on the film."""
    if channel > channels:
        raise CnnvizError("film_channel_outside", channel=channel, channels=channels)


def _settings(arguments: argparse.Namespace, walk: "Walk") -> "FilmSettings":
    """Return the film that is asked for; what lies beyond the walk is refused later."""
    from cnnviz.films.settings import FilmSettings

    first, last = arguments.first - 1, arguments.last
    if arguments.steps is not None:
        last = min(first + arguments.steps, walk.steps)
    return FilmSettings(
        first=first,
        last=None if last is None else last - 1,
        steps_per_second=arguments.fps,
        width=arguments.width,
        dark=arguments.theme == "dark",
        view=arguments.view,
        channel=arguments.channel - 1,
    )


def _told(out: Path, made: "Written") -> str:
    width, height = made.size
    frames = "1 frame" if made.frames == 1 else f"{made.frames} frames"
    return (
        f"{out}: {frames} of {width} × {height}, {made.seconds:g} seconds, "
        f"{_size(made.bytes)}"
    )


def _size(count: int) -> str:
    return f"{count / 1e6:.1f} MB" if count >= 1e6 else f"{max(count // 1000, 1)} kB"
