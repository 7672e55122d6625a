"""``cnnviz demo``: drive the real window through the main job and keep pictures of it."""

import argparse
import json
import re
from pathlib import Path

from cnnviz.cli.console.argparse_ext import Commands, cut
from cnnviz.cli.files.output_paths import make_folder
from cnnviz.engine.messages.languages import LANGUAGES


def _size(text: str) -> tuple[int, int]:
    """Read ``1280x800``; argparse turns the error into a usage message."""
    match = re.fullmatch(r"(\d+)[xX×](\d+)", text.strip())
    if match is None:
        raise argparse.ArgumentTypeError(
            f"{cut(text)} is not a size: write width x height in pixels, e.g. 1280x800"
        )
    width, height = int(match[1]), int(match[2])
    if not (1024 <= width <= 7680 and 640 <= height <= 4320):
        raise argparse.ArgumentTypeError(
            f"{width}x{height} is out of range: from 1024x640 to 7680x4320 pixels"
        )
    return width, height


def add_parser(commands: Commands) -> None:
    """Add the command and its options."""
    parser = commands.add_parser(
        "demo",
        help="run a tour of the program without a display and save screenshots",
        description=(
            "Drive the real window offscreen through the main job (load a picture, step "
            "a kernel, draw a digit, classify it, train a short run) and write numbered "
            "screenshots and tour.json: what was done, probabilities, losses, timings."
        ),
    )
    parser.add_argument(
        "--out", type=Path, required=True, metavar="DIR", help="folder to write to"
    )
    parser.add_argument(
        "--language", choices=tuple(one.key for one in LANGUAGES), default="en"
    )
    parser.add_argument(
        "--theme", choices=("light", "dark", "contrast"), default="light"
    )
    parser.add_argument(
        "--level",
        choices=("first", "standard", "everything"),
        default="standard",
        help="what of the pages is shown (standard)",
    )
    parser.add_argument(
        "--present",
        action="store_true",
        help="in presentation mode: the page alone, larger",
    )
    parser.add_argument(
        "--size",
        type=_size,
        default=(1280, 800),
        metavar="WxH",
        help="default 1280x800",
    )
    parser.set_defaults(run=run, refuse=parser.error)


def run(arguments: argparse.Namespace) -> int:
    """Run the tour; Qt is imported only now, and only offscreen."""
    import os
    from tempfile import TemporaryDirectory

    make_folder(arguments.out, "tour.json")
    with TemporaryDirectory() as scratch:
        os.environ["QT_QPA_PLATFORM"] = _platform(Path(scratch), arguments.size)
        from cnnviz.tour.drive import Shown, drive

        return drive(
            out=arguments.out,
            shown=Shown(
                arguments.language,
                arguments.theme,
                arguments.level,
                arguments.size,
                presents=arguments.present,
            ),
        )


def _platform(folder: Path, size: tuple[int, int]) -> str:
    """Return Qt's platform: no display, but a screen that the whole window fits on."""
    width, height = size
    screen = {"name": "demo", "x": 0, "y": 0, "width": width, "height": height}
    screen |= {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    file = folder / "screen.json"
    file.write_text(json.dumps({"screens": [screen]}), encoding="utf-8")
    return f"offscreen:configfile={file}"
