"""``cnnviz train --run`` and ``--resume``: a run that a folder keeps."""

from collections.abc import Iterator
from contextlib import closing, contextmanager

from cnnviz.cli.console.train_report import Report
from cnnviz.cli.training.following import AskedRun, InFolder
from cnnviz.engine.datasets.split import Dataset
from cnnviz.engine.training.recipe_changes import changes_again
from cnnviz.engine.training.run_saving import LearnedSoFar
from cnnviz.engine.training.run_writing import RunWriter
from cnnviz.engine.training.runs.run_keeping import KeptRun


@contextmanager
def begun(
    kept: KeptRun,
    dataset: Dataset,
    asked: AskedRun,
    learned: LearnedSoFar,
    report: Report,
) -> Iterator[InFolder]:
    """Write what a new run is asked to do, or say what an old one told; keep its events.

    Raises
    ------
    CnnvizError
        ``run_data_differ``, ``file_unwritable``.
    """
    processes = 1 if asked.group is None else asked.group.place.processes
    started = kept.begin(dataset, asked.config, asked.data, asked.command, processes)
    if started is not None:
        learned.resume(started, kept.told)
        report.resume(started)
    with closing(
        RunWriter(
            kept.path,
            asked.config.network,
            kept.told,
            most_bytes=asked.config.snapshot_megabytes * 10**6,
        )
    ) as writer:
        yield InFolder(writer, kept.checkpoint, changes_again(kept.told))
