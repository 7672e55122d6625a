"""A picture sent through the network as of a moment of a run, read from its folder or not."""

from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.networks.classifier import Classifier
from cnnviz.engine.networks.layers import Network
from cnnviz.engine.networks.weights import load_weights, read_metadata
from cnnviz.engine.training.events import Snapshot
from cnnviz.state.picture.shared_picture import SharedPicture
from cnnviz.state.run.run_snapshots import (
    SnapshotPictures,
    prepared_probe,
    snapshot_pictures,
)
from cnnviz.state.run.run_state import Run

_SETTINGS = "settings.json"
_SNAPSHOTS = "snapshots"
_ENDING = ".safetensors"


@dataclass(frozen=True, slots=True, eq=False)
class Moment:
    """A snapshot: the one in memory, or the file that it is in."""

    network: Network
    step: int
    source: SnapshotPictures | Path


def moment_of(run: Run, step: int) -> Moment | None:
    """Return the snapshot of a step of a run, if there is one."""
    kept = run.timeline.kept_at(step)
    network = kept.pictures.network if kept is not None else run.network
    if network is None or (kept is None and run.folder is None):
        return None
    source = kept or snapshot_file(run.folder, step)  # type: ignore[arg-type]
    return Moment(network, step, source)


def is_run(path: str) -> bool:
    """Whether a path is that of a run's folder."""
    with suppress(OSError, ValueError):
        return (Path(path) / _SETTINGS).is_file()
    return False


def holds_runs(path: str) -> bool:
    """Whether a path is that of a folder in which the folders of runs lie."""
    with suppress(OSError, ValueError):
        return any(is_run(str(each)) for each in Path(path).iterdir())
    return False


def snapshot_file(folder: Path, step: int) -> Path:
    """Return where a run's folder has the snapshot of a step."""
    return folder / _SNAPSHOTS / f"{step:09}{_ENDING}"


def filed_steps(folder: Path) -> tuple[int, ...]:
    """Return the steps of the snapshots in a run's folder, the first one first."""
    names = (file.stem for file in (folder / _SNAPSHOTS).glob(f"*{_ENDING}"))
    return tuple(sorted(int(name) for name in names if name.isdecimal()))


def read_snapshot(file: Path, network: Network) -> Snapshot:
    """Return what a network was at a moment of a run, its weights only.

    Raises
    ------
    CnnvizError
        As ``load_weights``: the file may have made room for others meanwhile.
    ValueError
        Of a name that tells no step.
    """
    epoch = read_metadata(file).get("epoch", "0")
    return Snapshot(int(file.stem), int(epoch), load_weights(file, network), None)


def probed_pictures(
    network: Network, snapshot: Snapshot, probe: NDArray[np.uint8] | None
) -> SnapshotPictures:
    """Turn a snapshot that has weights only into pictures; called in a thread."""
    trace = None
    if probe is not None:
        trace = Classifier(network, snapshot.weights).trace(probe)
    return snapshot_pictures(network, replace(snapshot, trace=trace), probe)


class Probe:
    """Prepares a picture once, however many weights of a network it is sent through."""

    def __init__(self) -> None:
        self._of: tuple[SharedPicture, Network] | None = None
        self._seen: NDArray[np.uint8] | None = None

    def seen(
        self, picture: SharedPicture, network: Network
    ) -> NDArray[np.uint8] | None:
        """Return what a network sees of a picture; ``None`` where it is empty."""
        if self._of is None or self._of != (picture, network):
            self._of = (picture, network)
            self._seen = prepared_probe(picture, network)
        return self._seen

    def seen_at(self, moment: Moment, picture: SharedPicture) -> SnapshotPictures:
        """Return what the network of a moment makes of a picture.

        Raises
        ------
        CnnvizError
            As ``read_snapshot``.
        """
        source, probe = moment.source, self.seen(picture, moment.network)
        if isinstance(source, Path):
            snapshot = read_snapshot(source, moment.network)
        elif is_same_probe(source, probe):
            return source
        else:
            snapshot = Snapshot(source.step, source.epoch, source.weights, None)
        return probed_pictures(moment.network, snapshot, probe)


def is_same_probe(shot: SnapshotPictures, probe: NDArray[np.uint8] | None) -> bool:
    """Whether a snapshot shows this picture."""
    if shot.probe_hw is None or probe is None:
        return shot.probe_hw is probe
    return shot.probe_hw is probe or np.array_equal(shot.probe_hw, probe)
