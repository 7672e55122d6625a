"""The files that a report of a run is written to."""

import io
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Final

import numpy as np

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.files import failing_as, writing_whole
from cnnviz.engine.networks.weights import encode_weights
from cnnviz.engine.reports.answers import the_pictures
from cnnviz.engine.reports.curves import curves
from cnnviz.engine.reports.html import html_report
from cnnviz.engine.reports.metrics import metrics_csv, metrics_json
from cnnviz.engine.reports.recipe_code import recipe_code
from cnnviz.engine.reports.run_record import RunRecord, read_run
from cnnviz.engine.reports.run_weights import first_weights
from cnnviz.engine.reports.scene import to_png, to_svg
from cnnviz.engine.reports.words import Words
from cnnviz.engine.training.predictions import PREDICTIONS
from cnnviz.engine.training.run_folder import (
    CHECKPOINT,
    EVENTS,
    INITIAL,
    LAYERS,
    LOCK,
    OWNER,
    SETTINGS,
    SNAPSHOTS,
    RunSettings,
)
from cnnviz.engine.training.run_saving import CARD_NAME, WEIGHTS_NAME

Files = Mapping[Path, Iterable[bytes]]
"""What is to be written to each, a piece at a time."""

_OF_THE_RUN: Final = frozenset(
    (
        SETTINGS,
        EVENTS,
        LAYERS,
        CHECKPOINT,
        INITIAL,
        SNAPSHOTS,
        PREDICTIONS,
        WEIGHTS_NAME,
        CARD_NAME,
        LOCK,
        OWNER,
    )
)
"""Names in a run's folder that a report must not take: what was learned is there."""


def page_file(run: RunRecord, words: Words, path: Path) -> Files:
    """Return the page, see `html_report`."""
    return {path: [html_report(run, words).encode()]}


def metrics_file(run: RunRecord, _words: Words, path: Path) -> Files:
    """Return the numbers, as its ending says: ``.csv``, or otherwise JSON."""
    pieces = metrics_csv if path.suffix.lower() == ".csv" else metrics_json
    return {path: (piece.encode() for piece in pieces(run))}


def plot_file(run: RunRecord, words: Words, path: Path) -> Files:
    """Return the curves, as the ending says: ``.svg``, or otherwise PNG."""
    scene = curves(run, words)
    is_svg = path.suffix.lower() == ".svg"
    return {path: [to_svg(scene).encode() if is_svg else to_png(scene)]}


def code_files(run: RunRecord, _words: Words, path: Path) -> Files:
    """Return the recipe as a program, and beside it the weights that it begins with.

    Raises
    ------
    CnnvizError
        ``run_damaged`` where the recipe cannot be read.
    """
    config = _settings(run).config
    weights = first_weights(run, config)
    beside = path.with_suffix(".safetensors")
    code = recipe_code(
        config,
        _settings(run).data,
        path.name,
        beside.name,
        run.changes,
        max(run.count("processes"), 1),
    )
    # The weights first: a program without them, on a full disk, would be of no use.
    return {beside: [encode_weights(config.network, weights)], path: [code.encode()]}


def pictures_file(run: RunRecord, _words: Words, path: Path) -> Files:
    """Return the pictures of a run as an archive of NumPy, named as in ``mnist.npz``.

    Raises
    ------
    CnnvizError
        ``run_damaged``, ``run_data_differ``, or why they cannot be read.
    """
    settings = _settings(run)
    dataset, missing = the_pictures(run)
    if dataset is None:
        if missing is not None:
            raise missing
        raise CnnvizError("run_data_differ", data=settings.data, folder=str(run.folder))
    file = io.BytesIO()
    np.savez_compressed(
        file,
        x_train=dataset.train.images_nhw,
        y_train=dataset.train.labels_n,
        x_test=dataset.test.images_nhw,
        y_test=dataset.test.labels_n,
    )
    return {path: [file.getvalue()]}


def _settings(run: RunRecord) -> RunSettings:
    if run.settings is None:
        raise CnnvizError("run_damaged", folder=str(run.folder), file=SETTINGS)
    return run.settings


WRITERS: Final[Mapping[str, Callable[[RunRecord, Words, Path], Files]]] = {
    "out": page_file,
    "metrics": metrics_file,
    "plot": plot_file,
    "code": code_files,
    "pictures": pictures_file,
}
"""What is in each file of a report."""


def write_files(run: RunRecord, files: Files) -> None:
    """Write the files of a report, each whole or not at all.

    Raises
    ------
    CnnvizError
        ``file_is_source`` where one would take the place of one of the run's own;
        ``file_unwritable``, and what `cnnviz.engine.files.check_replaceable` raises.
    """
    for path in files:
        check_beside(run.folder, path)
    for path, pieces in files.items():
        with writing_whole(path) as file:
            file.writelines(pieces)


def check_beside(folder: Path, path: Path) -> None:
    """Refuse a name that is one of a run's own files, whether it is there or not.

    Raises
    ------
    CnnvizError
        ``file_is_source``, or ``file_unwritable``.
    """
    with failing_as("file_unwritable", str(path), (OSError, RuntimeError, ValueError)):
        home, place = folder.resolve(), path.resolve()
    if home in place.parents and place.relative_to(home).parts[0] in _OF_THE_RUN:
        raise CnnvizError("file_is_source", file=str(path))


_BY_ENDING: Final = {
    ".html": page_file,
    ".csv": metrics_file,
    ".json": metrics_file,
    ".svg": plot_file,
    ".png": plot_file,
    ".py": code_files,
}


def write_report(folder: Path, path: Path, words: Words) -> None:
    """Write what a run's folder tells as the ending of a file's name says.

    Raises
    ------
    CnnvizError
        ``report_ending``, ``run_not_there``, ``file_unwritable``, and what the writers
        above raise.
    """
    write = _BY_ENDING.get(path.suffix.lower())
    if write is None:
        raise CnnvizError(
            "report_ending", file=path.name, endings=", ".join(_BY_ENDING)
        )
    run = read_run(folder)
    write_files(run, write(run, words, path))
