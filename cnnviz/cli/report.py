"""``cnnviz report``: what a run learned, as a page, as numbers, as pictures, as a program."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Final

from cnnviz.cli.console.argparse_ext import Commands, add_command
from cnnviz.cli.console.stderr import print_error
from cnnviz.cli.files.output_paths import check_writable, path_ending, write_atomically
from cnnviz.engine.messages.languages import LANGUAGES
from cnnviz.engine.shown_text import escaped

if TYPE_CHECKING:
    from collections.abc import Callable

    from cnnviz.engine.reports.run_record import RunRecord
    from cnnviz.engine.reports.words import Words

_EPILOG: Final = """\
files
  --out      one page, pictures and all: curves, what was taken for what, the surest
             mistakes, kernels, recipe, versions; needs no other file and no network
  --metrics  loss, accuracy and learning rate of every batch, and what each epoch
             measured
  --plot     the curves alone
A run may be under way, interrupted or damaged: what it has told is shown.

examples
  cnnviz report long --out report.html
  cnnviz report long --metrics long.csv --plot long.svg
  cnnviz report long --out relatorio.html --language pt_BR"""


def add_parser(commands: Commands) -> None:
    """Add the command and its options."""
    parser = add_command(
        commands,
        "report",
        run,
        summary="write what a training run learned as a page, as numbers, as pictures",
        description="Write what a training run in a folder (train --run) has learned.",
        epilog=_EPILOG,
    )
    parser.add_argument("run_folder", metavar="RUN", type=Path, help="a run's folder")
    for option, (endings, said, _) in _FILES.items():
        parser.add_argument(
            f"--{option}",
            metavar=f"FILE{'|'.join(endings)}",
            type=path_ending(endings, " or ".join(endings)),
            help=said,
        )
    parser.add_argument(
        "--language",
        choices=tuple(language.key for language in LANGUAGES),
        default="en",
        help="of the page and the curves (en)",
    )


def run(arguments: argparse.Namespace) -> int:
    """Write the files, and say which."""
    asked = {name: getattr(arguments, name) for name in _FILES}
    paths = {name: path for name, path in asked.items() if path is not None}
    if not paths:
        arguments.refuse(
            f"nothing to write: give {', '.join(f'--{o}' for o in _FILES)}"
        )
    for path in paths.values():
        check_writable(path)
    from cnnviz.engine.messages.languages import ENGLISH, nearest
    from cnnviz.engine.reports.run_record import read_run
    from cnnviz.engine.reports.words import Words

    found = read_run(arguments.run_folder)
    words = Words(nearest(arguments.language) or ENGLISH)
    for name, path in paths.items():
        _, _, write = _FILES[name]
        write_atomically(path, write(found, words, path))
    for error in found.damage:
        print_error(Words().sentence(error))
    print(f"Wrote {', '.join(escaped(str(path)) for path in paths.values())}")
    return 0


def _page(run: "RunRecord", words: "Words", _path: Path) -> bytes:
    from cnnviz.engine.reports.html import html_report

    return html_report(run, words).encode()


def _metrics(run: "RunRecord", _words: "Words", path: Path) -> bytes:
    from cnnviz.engine.reports.metrics import metrics_csv, metrics_json

    is_csv = path.suffix.lower() == ".csv"
    return (metrics_csv(run) if is_csv else metrics_json(run)).encode()


def _plot(run: "RunRecord", words: "Words", path: Path) -> bytes:
    from cnnviz.engine.reports.curves import curves
    from cnnviz.engine.reports.scene import to_png, to_svg

    scene = curves(run, words)
    return to_svg(scene).encode() if path.suffix.lower() == ".svg" else to_png(scene)


_FILES: Final[
    dict[str, tuple[tuple[str, ...], str, "Callable[[RunRecord, Words, Path], bytes]"]]
] = {
    "out": ((".html",), "the page", _page),
    "metrics": ((".csv", ".json"), "the numbers", _metrics),
    "plot": ((".svg", ".png"), "the curves", _plot),
}
