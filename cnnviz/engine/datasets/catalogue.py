"""The data sets that are known by name, each described once.

To add one: its reader, an entry here, and the translations of its words.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, Protocol

from cnnviz.engine.datasets.class_names import (
    DIGITS,
    EMNIST_47,
    EMNIST_62,
    FASHION,
    LETTERS,
    SIGNED_LETTERS,
)
from cnnviz.engine.messages.marking import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from cnnviz.engine.datasets.split import Dataset, Pictures

CONTEXT: Final = "Datasets"
"""Translation context of all words of an entry."""


class Download(Protocol):
    """Fetch a data set into a folder, and return the folder that has its files."""

    def __call__(
        self,
        destination: Path,
        *,
        on_progress: Callable[[int, int], None],
        is_cancelled: Callable[[], bool],
    ) -> Path: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownDataset:
    """A data set as it is found, read and named; nothing is read before it is asked.

    Attributes
    ----------
    key
        What the command line and the recipe call it.
    title
        English name to show; its translation stands in `CONTEXT`, as those of
        ``labels``, ``picture_name`` and ``way_out``.
    labels
        What its classes are called.
    picture_chw
        Channels, rows and columns of a picture.
    picture_name
        What one picture is called, with ``{part}``, ``{index}`` and ``{label}``.
    find
        Where its files are on this computer, if they are; ``None`` when it needs none.
    pictures
        Read the pictures that are looked at one by one: where there are any, those
        that no network has learned from.
    way_out
        What to do when it is not here, with the ``{folder}`` for its files.
    load
        Read what a network learns from; the argument is the folder to look in first.
        ``None`` when no network here learns from it.
    training_help
        What the command line says of it.
    download
        Fetch it; ``None`` when it has to be brought by hand.
    """

    key: str
    title: str
    labels: tuple[str, ...]
    picture_chw: tuple[int, int, int]
    picture_name: str
    pictures: "Callable[[], Pictures]"
    find: Callable[[], Path | None] | None = None
    way_out: str = ""
    load: "Callable[[Path | None], Dataset] | None" = None
    training_help: str = ""
    download: Download | None = None

    def __str__(self) -> str:
        return self.title

    def is_here(self) -> bool:
        """Return whether its pictures can be had on this computer."""
        return self.find is None or self.find() is not None


def _when_called(module: str, name: str) -> Callable[..., Any]:
    """Return a function of a reader, which is imported then: the words cost a start nothing."""

    def read(*given: object, **named: object) -> object:
        reader = import_module(f"cnnviz.engine.datasets.{module}")
        return getattr(reader, name)(*given, **named)

    return read


def _published(
    key: str,
    title: str,
    labels: tuple[str, ...],
    picture_name: str,
    way_out: str,
    training_help: str,
) -> KnownDataset:
    """Return an entry for one of `cnnviz.engine.datasets.published.families`."""

    def reader(name: str) -> Callable[..., Any]:
        return partial(_when_called("published.reading", name), key)

    return KnownDataset(
        key=key,
        title=title,
        labels=labels,
        picture_chw=(1, 28, 28),
        picture_name=picture_name,
        find=reader("find"),
        pictures=reader("pictures"),
        way_out=way_out,
        load=reader("load"),
        training_help=training_help,
    )


_EMNIST_PICTURE: Final = QT_TRANSLATE_NOOP("Datasets", "EMNIST test {index}: {label}")
_EMNIST_WAY_OUT: Final = QT_TRANSLATE_NOOP(
    "Datasets",
    "EMNIST is not on this computer. Put its IDX files, or its tables, into {folder}",
)

KNOWN_DATASETS: Final[Mapping[str, KnownDataset]] = MappingProxyType(
    {
        dataset.key: dataset
        for dataset in (
            KnownDataset(
                key="builtin",
                title=QT_TRANSLATE_NOOP("Datasets", "Built-in digits"),
                labels=DIGITS,
                picture_chw=(1, 28, 28),
                picture_name=QT_TRANSLATE_NOOP(
                    "Datasets", "Built-in digit {index}: {label}"
                ),
                pictures=_when_called("builtin_digits", "builtin_test_pictures"),
                load=_when_called("builtin_digits", "load_builtin"),
                training_help="digits made by cnnviz; need no files",
            ),
            KnownDataset(
                key="mnist",
                title=QT_TRANSLATE_NOOP("Datasets", "MNIST"),
                labels=DIGITS,
                picture_chw=(1, 28, 28),
                picture_name=QT_TRANSLATE_NOOP(
                    "Datasets", "MNIST, test picture {index}: {label}"
                ),
                find=_when_called("loading", "find_mnist"),
                pictures=_when_called("loading", "mnist_pictures"),
                way_out=QT_TRANSLATE_NOOP(
                    "Datasets",
                    "MNIST is not on this computer. Download it on the Train page, or "
                    "put its four files in {folder}",
                ),
                load=_when_called("loading", "load_mnist"),
                training_help="looked for in the folder that CNNVIZ_DATA names and in "
                "the user's data folder; the content is checked. With --download it is "
                "fetched when missing",
                download=_when_called("download", "download_mnist"),
            ),
            KnownDataset(
                key="cifar10",
                title=QT_TRANSLATE_NOOP("Datasets", "CIFAR-10"),
                labels=(
                    QT_TRANSLATE_NOOP("Datasets", "airplane"),
                    QT_TRANSLATE_NOOP("Datasets", "automobile"),
                    QT_TRANSLATE_NOOP("Datasets", "bird"),
                    QT_TRANSLATE_NOOP("Datasets", "cat"),
                    QT_TRANSLATE_NOOP("Datasets", "deer"),
                    QT_TRANSLATE_NOOP("Datasets", "dog"),
                    QT_TRANSLATE_NOOP("Datasets", "frog"),
                    QT_TRANSLATE_NOOP("Datasets", "horse"),
                    QT_TRANSLATE_NOOP("Datasets", "ship"),
                    QT_TRANSLATE_NOOP("Datasets", "truck"),
                ),
                picture_chw=(3, 32, 32),
                picture_name=QT_TRANSLATE_NOOP(
                    "Datasets", "CIFAR-10 {part} {index}: {label}"
                ),
                find=_when_called("cifar10", "find_cifar10"),
                pictures=_when_called("cifar10", "cifar10_pictures"),
                way_out=QT_TRANSLATE_NOOP(
                    "Datasets",
                    "CIFAR-10 is not on this computer. Put cifar-10-binary.tar.gz into "
                    "{folder}",
                ),
                load=_when_called("cifar10", "load_cifar10"),
                training_help="small colour pictures of ten kinds, for networks that "
                "read 3 x 32 x 32; looked for where MNIST is, in its binary form or "
                "that of Python, as files or in their archive",
            ),
            _published(
                "fashion-mnist",
                QT_TRANSLATE_NOOP("Datasets", "Fashion-MNIST"),
                FASHION,
                QT_TRANSLATE_NOOP("Datasets", "Fashion-MNIST test {index}: {label}"),
                QT_TRANSLATE_NOOP(
                    "Datasets",
                    "Fashion-MNIST is not on this computer. Put its four files into "
                    "{folder}/FashionMNIST/raw",
                ),
                "ten kinds of clothes, as large as MNIST; in a folder FashionMNIST/raw "
                "where MNIST is, or as Kaggle's tables",
            ),
            _published(
                "emnist-digits",
                QT_TRANSLATE_NOOP("Datasets", "EMNIST digits"),
                DIGITS,
                _EMNIST_PICTURE,
                _EMNIST_WAY_OUT,
                "280,000 digits; EMNIST's files or tables, where MNIST is",
            ),
            _published(
                "emnist-letters",
                QT_TRANSLATE_NOOP("Datasets", "EMNIST letters"),
                LETTERS,
                _EMNIST_PICTURE,
                _EMNIST_WAY_OUT,
                "26 letters, large and small alike",
            ),
            _published(
                "emnist-balanced",
                QT_TRANSLATE_NOOP("Datasets", "EMNIST balanced"),
                EMNIST_47,
                _EMNIST_PICTURE,
                _EMNIST_WAY_OUT,
                "digits and letters, 47 classes, as many of each",
            ),
            _published(
                "emnist-bymerge",
                QT_TRANSLATE_NOOP("Datasets", "EMNIST by merge"),
                EMNIST_47,
                _EMNIST_PICTURE,
                _EMNIST_WAY_OUT,
                "digits and letters, 47 classes",
            ),
            _published(
                "emnist-byclass",
                QT_TRANSLATE_NOOP("Datasets", "EMNIST by class"),
                EMNIST_62,
                _EMNIST_PICTURE,
                _EMNIST_WAY_OUT,
                "digits, large and small letters, 62 classes",
            ),
            _published(
                "emnist-mnist",
                QT_TRANSLATE_NOOP("Datasets", "EMNIST, as MNIST"),
                DIGITS,
                _EMNIST_PICTURE,
                _EMNIST_WAY_OUT,
                "digits, as many as MNIST has",
            ),
            _published(
                "sign-mnist",
                QT_TRANSLATE_NOOP("Datasets", "Sign-language MNIST"),
                SIGNED_LETTERS,
                QT_TRANSLATE_NOOP(
                    "Datasets", "Sign-language MNIST test {index}: {label}"
                ),
                QT_TRANSLATE_NOOP(
                    "Datasets",
                    "Sign-language MNIST is not on this computer. Put "
                    "sign_mnist_train.csv and sign_mnist_test.csv into {folder}",
                ),
                "24 letters shown by hands, for the network sign-language; two tables, "
                "sign_mnist_train.csv and sign_mnist_test.csv, where MNIST is",
            ),
        )
    }
)
