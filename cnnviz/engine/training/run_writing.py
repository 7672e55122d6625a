"""Keeping a run as it goes: events at once, where it goes on every half second."""

from collections.abc import Callable
from pathlib import Path
from time import perf_counter
from typing import Final

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.files import failing_as
from cnnviz.engine.networks.files.described_weights import layers_said
from cnnviz.engine.networks.layers import Network
from cnnviz.engine.networks.weights import save_weights
from cnnviz.engine.training.events import (
    Checkpoint,
    EpochDone,
    Snapshot,
    TrainingEvent,
)
from cnnviz.engine.training.layer_statistics import LayersMeasured
from cnnviz.engine.training.predictions import write_predictions
from cnnviz.engine.training.run_checkpoints import write_checkpoint
from cnnviz.engine.training.run_events import EventLines, RunTold
from cnnviz.engine.training.run_folder import SNAPSHOTS
from cnnviz.engine.training.runs.run_layers import LayerLines

_CHECKPOINT_EVERY_S: Final = 0.5
_MOST_SHARE: Final = 0.05
"""Of the time that may go into saving a large network."""

MOST_SNAPSHOT_BYTES: Final = 200 * 10**6


class RunWriter:
    """Writes what happens in a run into its folder.

    Parameters
    ----------
    path
        The folder, which is locked.
    network
        What learns.
    told
        What its events tell already.
    most_bytes
        What all snapshots may take; where it is more, some go, so that those that stay are
        spread over the whole run.
    snapshot_every_s
        Seconds between two snapshots that are written, at least; the first is always.
    now
        A clock, in seconds.

    Raises
    ------
    CnnvizError
        ``file_unwritable``, here and in `take`.
    """

    def __init__(
        self,
        path: Path,
        network: Network,
        told: RunTold,
        *,
        most_bytes: int = MOST_SNAPSHOT_BYTES,
        snapshot_every_s: float = 0.0,
        now: Callable[[], float] = perf_counter,
    ) -> None:
        self._path, self._network, self._most_bytes = path, network, most_bytes
        self._lines = EventLines(path, told)
        try:
            self._layers = LayerLines(path, told.step)
        except CnnvizError:
            self._lines.close()
            raise
        self._snapshot_every_s = snapshot_every_s
        self._told, self._now = told, now
        # Looked at once: in a long run there are hundreds, and only this one writes here.
        with failing_as("file_unwritable", str(path / SNAPSHOTS)):
            self._sizes = {one: one.stat().st_size for one in snapshots(path)}
        self._next_checkpoint = self._next_snapshot = 0.0

    def checkpoint_wanted(self) -> bool:
        """Answer the run, which asks after every batch."""
        return self._now() >= self._next_checkpoint

    def take(self, event: TrainingEvent) -> bool:
        """Keep an event; return whether it is to be told: it was not told before."""
        match event:
            case Checkpoint():
                begun = self._now()
                write_checkpoint(self._path, event)
                self._next_checkpoint = self._after(begun, _CHECKPOINT_EVERY_S)
                return False
            case Snapshot():
                self._keep(event)
            case EpochDone(epoch=epoch, predictions=said):
                # Before the event: whoever reads that finds them.
                if said is not None and epoch > len(self._told.epochs):
                    write_predictions(self._path, epoch, said)
            case LayersMeasured():
                return self._layers.write(event)
        return self._lines.write(event)

    def close(self) -> None:
        """Write no more."""
        self._lines.close()
        self._layers.close()

    def _after(self, begun: float, least: float) -> float:
        """Return when to save again what took from then to now."""
        ended = self._now()
        return ended + max(least, (ended - begun) / _MOST_SHARE)

    def _keep(self, snapshot: Snapshot) -> None:
        """Write a snapshot, unless saving would take too much of the time."""
        begun, is_end = self._now(), snapshot.step == 0
        if snapshot.step <= self._told.snapshot or (
            begun < self._next_snapshot and not is_end
        ):
            return
        file = self._path / SNAPSHOTS / f"{snapshot.step:09}.safetensors"
        try:
            save_weights(
                file,
                self._network,
                snapshot.weights,
                step=snapshot.step,
                epoch=snapshot.epoch,
                **layers_said(self._network),
            )
        except CnnvizError as error:
            if error.code != "weights_not_finite":  # the run is about to say so itself
                raise
            return
        with failing_as("file_unwritable", str(file.parent)):
            self._sizes[file] = file.stat().st_size
            self._thin_out()
        self._next_snapshot = self._after(begun, self._snapshot_every_s)

    def _thin_out(self) -> None:
        """Remove snapshots while all are too large: each time the most crowded one."""
        size = sum(self._sizes.values())
        while size > self._most_bytes and len(self._sizes) > 2:
            kept = [*self._sizes]
            steps = [int(one.stem) for one in kept]
            gaps = [
                after - before for before, after in zip(steps, steps[2:], strict=False)
            ]
            crowded = kept[gaps.index(min(gaps)) + 1]
            size -= self._sizes.pop(crowded)
            crowded.unlink(missing_ok=True)  # a user may have made room


def snapshots(path: Path) -> list[Path]:
    """Return the files of a run's snapshots, the first step first."""
    return sorted((path / SNAPSHOTS).glob("*.safetensors"))
