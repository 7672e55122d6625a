"""Published sets of small grey pictures: in IDX files, or in tables of text.

What differs between them is said once a set: the names of its files and folders, its
classes, and what has to be put right (EMNIST lies on its side, some labels do not
begin at 0 or have a hole).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from cnnviz.engine.datasets.class_names import (
    DIGITS,
    EMNIST_47,
    EMNIST_62,
    FASHION,
    LETTERS,
    SIGNED_LETTERS,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """A published set: how its files are called, and what is in them.

    Attributes
    ----------
    key
        Its name in the catalogue, for the notes.
    title
        What to call it in a sentence.
    labels
        What its classes are called.
    folders
        What the folders are called that it is put into, squeezed
        (`cnnviz.engine.datasets.finding.squeezed`).
    idx
        What the names of its IDX files begin with, for training and for the test; empty
        where it has none.
    table_names
        What its tables are called, without ``.csv``; likewise.
    place_says
        What the name of a folder must contain, because its files have MNIST's names.
    first_label
        The number of its first class in its files.
    hole
        A number of a class that is left out in its files; a copy without the hole
        counts on.
    is_turned
        Whether rows and columns are exchanged in its files.
    """

    key: str
    title: str
    labels: tuple[str, ...]
    folders: tuple[str, ...]
    idx: tuple[str, ...] = ()
    table_names: tuple[str, ...] = ()
    place_says: str = ""
    first_label: int = 0
    hole: int | None = None
    is_turned: bool = False


def _emnist(split: str, labels: tuple[str, ...], first_label: int = 0) -> Family:
    return Family(
        key=f"emnist-{split}",
        title=f"EMNIST {split}",
        labels=labels,
        folders=("emnist", "raw", "gzip", "emnistsourcefiles", "binary"),
        idx=(f"emnist-{split}-train", f"emnist-{split}-test"),
        table_names=(f"emnist-{split}-train", f"emnist-{split}-test"),
        first_label=first_label,
        is_turned=True,
    )


MNIST_TABLES: Final = Family(
    key="mnist",
    title="MNIST",
    labels=DIGITS,
    folders=("mnist", "mnistincsv", "mnistcsv"),
    table_names=("mnist_train", "mnist_test"),
)
"""MNIST in tables; its IDX files are `cnnviz.engine.datasets.mnist`'s."""

FAMILIES: Final[Mapping[str, Family]] = MappingProxyType(
    {
        family.key: family
        for family in (
            Family(
                key="fashion-mnist",
                title="Fashion-MNIST",
                labels=FASHION,
                folders=(
                    "fashionmnist",
                    "fashion",
                    "fashionmnistmaster",
                    "data",
                    "raw",
                ),
                idx=("train", "t10k"),
                table_names=("fashion-mnist_train", "fashion-mnist_test"),
                place_says="fashion",
            ),
            _emnist("digits", DIGITS),
            _emnist("letters", LETTERS, first_label=1),
            _emnist("balanced", EMNIST_47),
            _emnist("bymerge", EMNIST_47),
            _emnist("byclass", EMNIST_62),
            _emnist("mnist", DIGITS),
            Family(
                key="sign-mnist",
                title="Sign-language MNIST",
                labels=SIGNED_LETTERS,
                folders=("signmnist", "signlanguagemnist", "asl"),
                table_names=("sign_mnist_train", "sign_mnist_test"),
                hole=9,
            ),
        )
    }
)
"""The sets by their keys in `cnnviz.engine.datasets.catalogue`."""
