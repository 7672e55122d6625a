"""A run whose folder is ours: begun, or gone on with, by whichever program."""

from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from cnnviz.engine.datasets.arranged import arrangement_of
from cnnviz.engine.datasets.catalogue import KNOWN_DATASETS
from cnnviz.engine.datasets.choice.mixtures import parts_of, written
from cnnviz.engine.datasets.split import Dataset
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.files import failing_as
from cnnviz.engine.networks.layers import Network
from cnnviz.engine.networks.weights import Weights, load_weights, save_weights
from cnnviz.engine.training.config import TrainingConfig
from cnnviz.engine.training.events import Checkpoint, Started
from cnnviz.engine.training.run_checkpoints import read_checkpoint
from cnnviz.engine.training.run_events import RunTold, mend_events
from cnnviz.engine.training.run_folder import (
    EVENTS,
    INITIAL,
    RunFolder,
    RunSettings,
    check_new,
    clear,
    damaged,
    fingerprint,
    read_settings,
    write_settings,
)
from cnnviz.engine.training.run_saving import WEIGHTS_NAME


@dataclass(frozen=True, slots=True, eq=False)
class KeptRun:
    """A run whose folder is locked for us.

    Attributes
    ----------
    folder
        The folder.
    fingerprint
        Of the data that it began with; ``None`` for one that is about to begin.
    told
        What its events tell already.
    checkpoint
        Where it goes on; ``None`` at its beginning.
    initial
        The weights that it began with; ``None`` where they were drawn by chance.
    """

    folder: RunFolder
    fingerprint: str | None
    told: RunTold
    checkpoint: Checkpoint | None
    initial: Weights | None = None

    @property
    def path(self) -> Path:
        """The folder."""
        return self.folder.path

    def begin(
        self,
        dataset: Dataset,
        config: TrainingConfig,
        data: str,
        command: str,
        processes: int = 1,
    ) -> Started | None:
        """Write what a new run is asked to do; of an old one, return how it started.

        Raises
        ------
        CnnvizError
            ``run_data_differ``, ``run_processes_differ``, ``file_unwritable``.
        """
        found, record = fingerprint(dataset), self.told.started
        before = processes if record is None else int(record.get("processes", 1))
        if before != processes:  # other batches, and another number of them
            raise CnnvizError(
                "run_processes_differ",
                folder=str(self.path),
                before=before,
                now=processes,
            )
        if self.fingerprint is None:
            if self.initial is not None:
                # First: a folder with settings has all that the run began with.
                save_weights(self.path / INITIAL, config.network, self.initial)
            write_settings(self.path, RunSettings(config, data, found, command))
        elif self.fingerprint != found:
            raise CnnvizError("run_data_differ", data=data, folder=str(self.path))
        else:
            with failing_as("file_unwritable", str(self.path)):
                # Of where it was stopped: being there says that a run is complete.
                (self.path / WEIGHTS_NAME).unlink(missing_ok=True)
        if record is None:
            return None
        return Started(
            config=config,
            device=record["device"],
            training_pictures=record["training_pictures"],
            validation_pictures=record["validation_pictures"],
            batches_per_epoch=record["batches_per_epoch"],
            notes=dataset.notes,
            processes=processes,
        )


def new_run(path: Path, initial: Weights | None = None) -> KeptRun:
    """Lock a folder for a new run, which begins with ``initial`` weights, if any.

    Raises
    ------
    CnnvizError
        ``run_folder_taken``, ``run_in_use``, ``file_unwritable``.
    """
    check_new(path)
    folder = RunFolder(path)
    try:
        check_new(path)  # another may have begun one meanwhile
        clear(path)
        return KeptRun(folder, None, RunTold(), None, initial)
    except CnnvizError:
        folder.close()
        raise


def old_run(path: Path) -> tuple[KeptRun, RunSettings]:
    """Lock a run's folder to go on with it; return it, and what it was asked to do.

    Raises
    ------
    CnnvizError
        ``run_not_there``, ``run_too_new``, ``run_damaged``, ``run_in_use``,
        ``run_finished``, ``file_unwritable``.
    """
    settings = read_settings(path)
    folder = RunFolder(path)
    try:
        is_saved = (path / WEIGHTS_NAME).exists()
        ends = ("failed",) if is_saved else ("failed", "finished")
        told = mend_events(path, without=ends)
        if told.end:
            epochs = len(told.epochs)
            raise CnnvizError("run_finished", folder=str(path), epochs=epochs)
        checkpoint = read_checkpoint(path)
        if checkpoint is not None and told.started is None:
            raise damaged(path, EVENTS)
        initial = read_initial(path, settings.config.network)
        kept = KeptRun(folder, settings.fingerprint, told, checkpoint, initial)
        return kept, settings
    except CnnvizError:
        folder.close()
        raise


def read_initial(path: Path, network: Network) -> Weights | None:
    """Return the weights that a run began with; ``None`` where chance drew them.

    Raises
    ------
    CnnvizError
        As `load_weights`.
    """
    file = path / INITIAL
    return load_weights(file, network) if file.exists() else None


def absolute(data: str) -> str:
    """Return the paths in it in full: the run may go on from elsewhere."""
    parts = parts_of(data, list(KNOWN_DATASETS))
    return written([replace(part, data=_in_full(part.data)) for part in parts])


def _in_full(data: str) -> str:
    if (found := arrangement_of(data)) is not None:
        return f"{found[0]}:{_in_full(found[1])}"
    if data not in KNOWN_DATASETS:
        with suppress(OSError, ValueError, RuntimeError):
            path = Path(data).expanduser()
            if path.exists():
                return str(path.resolve())
    return data
