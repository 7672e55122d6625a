"""The data sets that are known by name, each described once.

To add one: its reader, an entry here, and the translations of its words.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, Protocol

from cnnviz.engine.messages.marking import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from cnnviz.engine.datasets.split import Dataset, Pictures

CONTEXT: Final = "Datasets"
"""Translation context of all words of an entry."""

_DIGITS: Final = tuple("0123456789")


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


KNOWN_DATASETS: Final[Mapping[str, KnownDataset]] = MappingProxyType(
    {
        dataset.key: dataset
        for dataset in (
            KnownDataset(
                key="builtin",
                title=QT_TRANSLATE_NOOP("Datasets", "Built-in digits"),
                labels=_DIGITS,
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
                labels=_DIGITS,
                picture_chw=(1, 28, 28),
                picture_name=QT_TRANSLATE_NOOP(
                    "Datasets", "MNIST test {index}: {label}"
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
                "read 3 x 32 x 32; looked for where MNIST is, in its binary form, as "
                "files or in their archive",
            ),
        )
    }
)
