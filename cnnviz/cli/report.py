"""``cnnviz report``: what a run learned, as a page, as numbers, as pictures, as a program."""

import argparse
from pathlib import Path
from typing import Final

from cnnviz.cli.console.argparse_ext import Commands, add_command
from cnnviz.cli.console.stderr import print_error
from cnnviz.cli.files.output_paths import check_writable, path_ending
from cnnviz.engine.messages.languages import LANGUAGES
from cnnviz.engine.shown_text import escaped

_FILES: Final = {
    "out": ((".html",), "the page"),
    "metrics": ((".csv", ".json"), "the numbers"),
    "plot": ((".svg", ".png"), "the curves"),
    "code": ((".py",), "the recipe as a program"),
    "pictures": ((".npz",), "what it learned from"),
}
"""Each file's option: how its name may end, and what is in it."""

_EPILOG: Final = """\
files
  --out      one page, pictures and all: curves, what was taken for what, the surest
             mistakes, kernels, recipe, versions; needs no other file and no network
  --metrics  loss, accuracy and learning rate of every batch, and what each epoch
             measured
  --plot     the curves alone
  --code     a program of PyTorch that trains so without cnnviz; the weights that it
             begins with are written beside it (.safetensors)
  --pictures the pictures and labels, for that program, as mnist.npz has them
A run may be under way, interrupted or damaged: what it has told is shown.

examples
  cnnviz report long --out report.html
  cnnviz report long --metrics long.csv --plot long.svg
  cnnviz report long --code long.py --pictures long.npz && python long.py long.npz
  cnnviz report long --tensorboard logs/long && tensorboard --logdir logs
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
    for option, (endings, said) in _FILES.items():
        parser.add_argument(
            f"--{option}",
            metavar=f"FILE{'|'.join(endings)}",
            type=path_ending(endings, " or ".join(endings)),
            help=said,
        )
    parser.add_argument(
        "--tensorboard",
        metavar="FOLDER",
        type=Path,
        help="event files for TensorBoard: scalars, histograms of the weights, kernels",
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
    if not paths and arguments.tensorboard is None:
        options = ", ".join(f"--{option}" for option in (*_FILES, "tensorboard"))
        arguments.refuse(f"nothing to write: give one of {options}")
    from cnnviz.engine.messages.languages import ENGLISH, nearest
    from cnnviz.engine.reports.run_files import WRITERS, check_beside, write_files
    from cnnviz.engine.reports.run_record import read_run
    from cnnviz.engine.reports.words import Words

    for path in paths.values():
        check_writable(path)
        check_beside(arguments.run_folder, path)
    found = read_run(arguments.run_folder)
    words = Words(nearest(arguments.language) or ENGLISH)
    written = list[str]()
    for name, path in paths.items():
        files = WRITERS[name](found, words, path)
        write_files(found, files)
        written += [escaped(str(file)) for file in files]
    if arguments.tensorboard is not None:
        from cnnviz.engine.reports.tensorboard_files import write_tensorboard

        write_tensorboard(found, arguments.tensorboard)
        written.append(escaped(str(arguments.tensorboard)))
    for error in found.damage:
        print_error(Words().sentence(error))
    print(f"Wrote {', '.join(written)}")
    return 0
