"""What lies at a path: any of the kinds of data sets that are read here."""

import os
from pathlib import Path

from cnnviz.engine.datasets.choice.fitting import Fit
from cnnviz.engine.datasets.cifar10 import lies_in, load_cifar10
from cnnviz.engine.datasets.files.picture_folders import load_picture_folder
from cnnviz.engine.datasets.loading import load_quartet
from cnnviz.engine.datasets.published.families import FAMILIES, MNIST_TABLES
from cnnviz.engine.datasets.published.files import (
    family_at,
    tables_at,
    what_is_missing,
)
from cnnviz.engine.datasets.published.reading import read_family, read_tables
from cnnviz.engine.datasets.split import Dataset

_ARCHIVES = (".npz", ".gz", ".xz", ".tgz", ".txz", ".tar")


def load_path(given: Path, fit: Fit | None = None) -> Dataset | None:
    """Load what lies at a path; ``None`` where nothing is that is known.

    In this order:

    - a published set in its own names: EMNIST, Sign-language MNIST, Fashion-MNIST where
      a folder says so, MNIST's tables;
    - four IDX files under MNIST's names, whatever their content, or ``mnist.npz``; one
      of the four will do;
    - CIFAR-10, its batches or an archive of them, binary or of Python;
    - a folder of pictures, with a folder a class, or with a list of their classes;
    - one or two tables of text, a row a picture, the class first.

    Raises
    ------
    CnnvizError
        What the reader of the kind raises, ``dataset_several``, ``dataset_incomplete`` or
        ``tables_unclear``.
    """
    is_file = os.path.isfile(given)
    folder = given.parent if is_file else given
    family = family_at(given)
    if family is not None:
        return read_family(*family)
    if is_file and (tables := tables_at(given)) is not None:
        return read_tables(*tables, name=given.stem)
    quartet = load_quartet(given if given.suffix.lower() == ".npz" else folder)
    if quartet is not None:
        return quartet
    if is_file and given.suffix.lower() in _ARCHIVES and lies_in(given):
        return load_cifar10(given, elsewhere=False)
    if lies_in(folder):
        return load_cifar10(folder, elsewhere=False)
    partly = what_is_missing((*FAMILIES.values(), MNIST_TABLES), (folder,))
    if partly is not None:
        raise partly
    # Before tables: lists of all kinds lie beside folders of pictures.
    pictures = None if is_file else load_picture_folder(folder, fit)
    if pictures is not None:
        return pictures
    tables = tables_at(folder)
    if tables is not None:
        return read_tables(*tables, name=folder.resolve().name or "data")
    return None
