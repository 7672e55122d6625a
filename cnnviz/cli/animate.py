"""``cnnviz animate``: animate a window on its way across a picture."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Final

from cnnviz.cli import conv, pool
from cnnviz.cli.console.argparse_ext import Commands, add_command, cut
from cnnviz.cli.console.argtypes import finite_numbers, setting, whole_numbers
from cnnviz.cli.files.encoders import add_channels_option
from cnnviz.cli.files.given_files import check_one_input
from cnnviz.cli.files.output_paths import check_writable, path_ending
from cnnviz.cli.files.picture_files import read_picture
from cnnviz.cli.operations.channels import check_channel, drawn_channel
from cnnviz.cli.operations.progress import animation_progress
from cnnviz.engine.animation.settings import AnimationSettings
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.messages.fill import fill
from cnnviz.engine.shown_text import escaped

if TYPE_CHECKING:
    from cnnviz.engine.animation.writer import Written
    from cnnviz.engine.convolution.walk import Walk
    from cnnviz.engine.images.picture import Picture

_LONG_SIDE: Final = 28
"""Cells on the long side unless more are asked for: as many as a digit has."""

# Those of animation.writer, repeated so that --help need not load Pillow; a test compares.
ENDINGS: Final = (".gif", ".png", ".apng", ".webp")

_TOO_SMALL: Final = (
    "kernel_larger_than_padded_input",
    "pool_larger_than_padded_input",
    "padding_beyond_reflection",
    "padding_beyond_circle",
)
"""What goes wrong when a picture has too few cells."""

_DESCRIPTION: Final = """\
Animate a window on its way across a picture: input, kernel, products and the output as it
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


def add_parser(commands: Commands) -> None:
    """Add the command, its two operations and their options."""
    parser = add_command(
        commands,
        "animate",
        run,
        summary="animate a window on its way across a picture",
        description=_DESCRIPTION,
        epilog=f"{_RESULTS}\n\n{_EPILOG}",
    )
    operations = parser.add_subparsers(
        title="operations", metavar="conv|pool", required=True, dest="operation"
    )
    kernels = f"{_RESULTS}\n\nkernels\n{conv.KERNEL_NAMES}"
    for name, module, text, epilog in (
        ("conv", conv, "animate a kernel that moves across a picture", kernels),
        ("pool", pool, "animate a pooling of a picture", _RESULTS),
    ):
        operation = add_command(
            operations,
            name,
            run,
            summary=text,
            description=f"{text.capitalize()}.",
            epilog=epilog,
        )
        module.add_operation_options(operation)
        _add_animation_options(operation)


def _add_animation_options(parser: argparse.ArgumentParser) -> None:
    animation = parser.add_argument_group("the animation")
    add_channels_option(animation)
    animation.add_argument(
        "--out",
        metavar="FILE",
        type=path_ending(ENDINGS, ".gif, .png or .apng (animated PNG), or .webp"),
        required=True,
        help="what to write",
    )
    animation.add_argument(
        "--from",
        metavar="N",
        dest="first",
        type=_count,
        default=1,
        help="first step (1)",
    )
    ends = animation.add_mutually_exclusive_group()
    ends.add_argument(
        "--to", metavar="N", dest="last", type=_count, help="last step (the walk's)"
    )
    ends.add_argument(
        "--steps", metavar="N", type=_count, help="how many steps (all that follow)"
    )
    animation.add_argument(
        "--fps",
        metavar="X",
        type=setting(_speed, AnimationSettings, "steps_per_second"),
        default=2.0,
        help="steps per second (default: 2)",
    )
    animation.add_argument(
        "--width",
        metavar="N",
        type=setting(_count, AnimationSettings, "width"),
        default=960,
        help="width in pixels (960)",
    )
    animation.add_argument(
        "--theme", choices=("light", "dark"), default="light", help="colours (light)"
    )
    animation.add_argument(
        "--view",
        choices=("auto", "whole", "near"),
        default="auto",
        help="draw whole grids, or only the cells near the window with their numbers; "
        "auto draws them whole as long as a cell can be seen (auto)",
    )
    _add_cells_options(animation)


def _add_cells_options(animation: "argparse._ArgumentGroup") -> None:
    animation.add_argument(
        "--channel",
        metavar="N",
        type=_count,
        help="which input channel's window is drawn (the first that is used)",
    )
    animation.add_argument(
        "--output-channel",
        metavar="N",
        type=_count,
        help="which output channel is made (1)",
    )
    cells = animation.add_mutually_exclusive_group()
    cells.add_argument(
        "--reduce",
        metavar="N",
        type=_count,
        default=_LONG_SIDE,
        help=f"make the picture smaller, to N cells on its long side ({_LONG_SIDE})",
    )
    cells.add_argument(
        "--full-size", action="store_true", help="do not reduce the picture"
    )


def _count(text: str) -> int:
    numbers = whole_numbers(text)
    if numbers is None or len(numbers) != 1 or numbers[0] < 1:
        raise argparse.ArgumentTypeError(
            f"{cut(text)} is not a whole number of 1 or more"
        )
    return numbers[0]


def _speed(text: str) -> float:
    numbers = finite_numbers(text, below=1e9)
    if numbers is None or len(numbers) != 1:
        raise argparse.ArgumentTypeError(f"{cut(text)} is not a number")
    return numbers[0]


def run(arguments: argparse.Namespace) -> int:
    """Write the animation, and say what was written."""
    from cnnviz.engine.animation.writer import write_animation

    out: Path = arguments.out
    check_writable(out, *conv.sources(arguments))
    check_one_input(*conv.sources(arguments))
    picture, is_reduced = _picture(arguments)
    try:
        walk = _walk(arguments, picture)
    except CnnvizError as error:
        if not is_reduced or error.code not in _TOO_SMALL:
            raise
        rows, columns = picture.size_hw
        raise CnnvizError(
            "animation_reduced_too_far", rows=rows, columns=columns
        ) from error
    settings = _settings(arguments, walk)
    with animation_progress() as progress:
        made = write_animation(out, walk, settings, progress=progress)
    print(_told(out, made))
    return 0


def _picture(arguments: argparse.Namespace) -> tuple["Picture", bool]:
    """Return the picture, and whether it was made smaller; say so."""
    from cnnviz.engine.images.resizing import resize

    picture = read_picture(arguments)
    height, width = picture.size_hw
    longest = max(height, width)
    if arguments.full_size or longest <= arguments.reduce:
        return picture, False
    rows, columns = (
        max(1, round(side * arguments.reduce / longest)) for side in (height, width)
    )
    print(
        f"{escaped(arguments.picture)}: made smaller from {height} × {width} to {rows} × "
        f"{columns} cells (--full-size keeps them all, --reduce N more of them)"
    )
    return resize(picture, (rows, columns), "box"), True


def _walk(arguments: argparse.Namespace, picture: "Picture") -> "Walk":
    from cnnviz.cli.operations.conv_settings import asked_operation
    from cnnviz.engine.convolution.activation.activations import ActivationSpec
    from cnnviz.engine.convolution.operations import Pooling
    from cnnviz.engine.convolution.walk import Walk

    pixels = picture.pixels_chw
    check_channel("input", arguments.channel, len(pixels))
    if arguments.operation == "pool":
        pooling = Pooling(pixels, pool.pool_spec(arguments, picture.size_hw))
        # Each channel is pooled by itself: naming either names both.
        channel = arguments.output_channel or arguments.channel or 1
        check_channel("output", channel, pooling.outputs)
        return Walk(pooling, output_channel=channel - 1)
    kernel = conv.read_kernel(arguments.kernel)
    operation = asked_operation(arguments, kernel, pixels)
    channel = arguments.output_channel or 1
    check_channel("output", channel, operation.outputs)
    activation = ActivationSpec(kind=arguments.activation)
    return Walk(operation, activation, output_channel=channel - 1)


def _settings(arguments: argparse.Namespace, walk: "Walk") -> AnimationSettings:
    """Return the animation that is asked for; steps beyond the walk are refused later."""
    first, last = arguments.first - 1, arguments.last
    if arguments.steps is not None:
        last = first + arguments.steps
        if first < walk.steps < last:
            print(
                fill(
                    "{file}: the walk ends with step {last}, so {count} "
                    "{count|step is|steps are} animated instead of {asked}",
                    {
                        "file": escaped(arguments.picture),
                        "last": walk.steps,
                        "count": walk.steps - first,
                        "asked": arguments.steps,
                    },
                )
            )
        last = min(last, walk.steps)
    return AnimationSettings(
        first=first,
        last=None if last is None else last - 1,
        steps_per_second=arguments.fps,
        width=arguments.width,
        dark=arguments.theme == "dark",
        view=arguments.view,
        channel=drawn_channel(walk, arguments.channel),
    )


def _told(out: Path, made: "Written") -> str:
    width, height = made.size
    whole = float(made.seconds).is_integer()
    seconds = int(made.seconds) if whole else made.seconds
    return fill(
        "{file}: {frames} {frames|frame|frames} of {width} × {height}, "
        "{seconds:g} {seconds|second|seconds}, {size}",
        {
            "file": escaped(str(out)),
            "frames": made.frames,
            "width": width,
            "height": height,
            "seconds": seconds,
            "size": _size(made.bytes),
        },
    )


def _size(count: int) -> str:
    return f"{count / 1e6:.1f} MB" if count >= 1e6 else f"{max(count // 1000, 1)} kB"
