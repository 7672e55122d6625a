"""The data of ``cnnviz train``: which of it is used, how it is changed, how it is read."""

import argparse
import sys
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING, Any, Final

from cnnviz.engine.datasets.catalogue import KNOWN_DATASETS

if TYPE_CHECKING:
    from cnnviz.engine.datasets.split import Dataset
    from cnnviz.engine.networks.layers import Network

_PATIENCE_S: Final = 1.0
"""Before it is said how far reading is: most sets are read by then."""


DATA_OPTIONS: Final = ("use", "validation", "label_noise", "data_seed", "augment")
"""Which of the pictures a run learns from, and how they are changed."""


def add_data_options(
    parser: argparse.ArgumentParser, *, can_download: bool = True
) -> None:
    """Add `DATA_OPTIONS`, and the one that fetches what is not here."""
    data = parser.add_argument_group("data")
    if can_download:
        data.add_argument(
            "--download", action="store_true", help="download MNIST if it is missing"
        )
    data.add_argument(
        "--use",
        metavar="N",
        type=int,
        help="learn from so many of the training pictures, each class with its share "
        "(all)",
    )
    data.add_argument(
        "--validation",
        metavar="SHARE",
        type=float,
        default=0.0,
        help="share of the training pictures kept for validation, measured after every "
        "epoch; the test pictures are then measured once, at the end (0: the test "
        "pictures are the validation pictures)",
    )
    data.add_argument(
        "--label-noise",
        metavar="SHARE",
        type=float,
        default=0.0,
        help="share of the training pictures that get a wrong class (0)",
    )
    data.add_argument(
        "--data-seed",
        metavar="N",
        type=int,
        default=0,
        help="fixes which pictures these are, whatever --seed is (0)",
    )
    data.add_argument(
        "--augment",
        metavar="AMOUNTS",
        help="change each picture by chance before it is learned from, as in "
        "rotate=10,shift=2,zoom=0.1 (also shear, elastic, thickness, mirror, noise, "
        "erase), or: digits, photos",
    )


def asked_data(arguments: argparse.Namespace) -> dict[str, Any]:
    """Return what `TrainingConfig` has to know of the data, by its names.

    Raises
    ------
    CnnvizError
        As `DataUse` and `parse_augmentation`.
    """
    from cnnviz.engine.datasets.choice.data_use import DataUse
    from cnnviz.engine.training.data.augmentation import parse_augmentation

    return {
        "data_use": DataUse(
            pictures=arguments.use,
            validation=arguments.validation,
            label_noise=arguments.label_noise,
            seed=arguments.data_seed,
        ),
        "augmentation": parse_augmentation(arguments.augment or ""),
    }


def read_data(data: str, network: "Network", *, download: bool = False) -> "Dataset":
    """Read a data set for a network; fetch it first where that is asked for and possible.

    Raises
    ------
    CnnvizError
        As `cnnviz.engine.datasets.loading.load_dataset`.
    """
    from cnnviz.engine.datasets.choice.fitting import Fit
    from cnnviz.engine.datasets.loading import load_dataset, user_data_folder

    known = KNOWN_DATASETS.get(data)
    fetch = None if known is None or not download else known.download
    if known is not None and fetch is not None and not known.is_here():
        fetch(
            user_data_folder() / known.key,
            on_progress=partial(_say_download, known.title),
            is_cancelled=lambda: False,
        )
        print(file=sys.stderr)
    progress = _Reading()
    try:
        fit = Fit(network.input_chw, network.labels, network.drawings)
        return load_dataset(data, fit=fit, on_progress=progress.say)
    finally:
        progress.end()


class _Reading:
    """A line on a terminal that says how far reading is, once it takes long."""

    def __init__(self) -> None:
        self._next = monotonic() + _PATIENCE_S
        self._live = sys.stderr.isatty()
        self._width = 0

    def say(self, done: int, total: int) -> None:
        """Write the line anew, now and then."""
        if not self._live or not total or monotonic() < self._next:
            return
        self._next = monotonic() + _PATIENCE_S / 10
        words = f"reading the data: {done / total:.0%}"
        print("\r" + words.ljust(self._width), end="", file=sys.stderr, flush=True)
        self._width = len(words)

    def end(self) -> None:
        """Wipe the line."""
        if self._width:
            blank = "\r" + " " * self._width + "\r"
            print(blank, end="", file=sys.stderr, flush=True)


def _say_download(title: str, done: int, total: int) -> None:
    share = done / total if total else 1.0
    print(
        f"\r{title}: {done / 1e6:.1f} of {total / 1e6:.1f} MB ({share:.0%})",
        end="",
        file=sys.stderr,
        flush=True,
    )
