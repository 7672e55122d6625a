"""A run in a folder, shown as it is written, whichever process writes it."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal, Slot
from typing_extensions import override

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.networks.catalogue import NETWORKS
from cnnviz.engine.networks.layers import Network
from cnnviz.engine.networks.weights import check_weights, load_weights
from cnnviz.engine.training.events import Snapshot
from cnnviz.state.picture.shared_picture import PictureStore, SharedPicture
from cnnviz.state.run.moments import (
    Moment,
    Probe,
    filed_steps,
    probed_pictures,
    snapshot_file,
)
from cnnviz.state.run.run_snapshots import SnapshotPictures
from cnnviz.state.run.run_state import Phase, Run, TrainingUpdate, advanced
from cnnviz.state.store import Store
from cnnviz.state.workers.watching import WatchingThread

_LOOK_EVERY_S: Final = 0.5
_ENDS: Final = ("finished", "failed")


@dataclass(frozen=True, slots=True, eq=False)
class Followed:
    """What was new in a run's folder.

    Attributes
    ----------
    begun
        The run without what happened in it; the first time only.
    update
        What happened, and the newest snapshot.
    is_over
        Whether nobody writes to the folder any more.
    damage
        Why no more of it can be read, if so.
    """

    begun: Run | None
    update: TrainingUpdate
    is_over: bool
    damage: CnnvizError | None = None


class RunFollower(WatchingThread):
    """Look into a folder twice a second, until nobody writes to it.

    Signals
    -------
    found(followed)
        What was new there.
    failed(error)
        It is no run that can be read: a ``CnnvizError``.
    """

    found = Signal(object)

    def __init__(
        self, folder: Path, number: int, picture: SharedPicture, parent: QObject
    ) -> None:
        super().__init__("run-following", parent)
        self._folder, self._number = folder, number
        self.picture = picture
        self._probe = Probe()
        self._step = -1

    @override
    def watch(self) -> None:
        from cnnviz.engine.training.run_folder import read_settings
        from cnnviz.engine.training.runs.run_listing import is_in_use
        from cnnviz.engine.training.runs.run_tail import RunTail

        settings = read_settings(self._folder)
        described = settings.config.network
        known = NETWORKS.get(described.name)
        network = known if known == described else described
        config = replace(settings.config, network=network)
        tail = RunTail(self._folder, config)
        begun: Run | None = Run(
            number=self._number,
            phase="followed",
            network=network,
            config=config,
            data=settings.data,
            folder=self._folder,
        )
        has_said = False
        while not self.is_cancelled():
            is_used = is_in_use(self._folder)  # before: what is written last is read
            events = tuple(tail.more())
            is_over = not is_used and not events
            pictures = self._newest(network)
            if is_over and pictures is None:
                pictures = self._last(network, tail.step, tail.epoch)
            damage = None if has_said else tail.damage
            update = TrainingUpdate(self._number, events, pictures)
            if begun or events or pictures or damage or is_over:
                self.found.emit(Followed(begun, update, is_over, damage))
            begun, has_said = None, tail.damage is not None
            if is_over:
                return
            if not events:
                self.rest(_LOOK_EVERY_S)

    def _newest(self, network: Network) -> SnapshotPictures | None:
        """Return the newest snapshot, if it is another than before."""
        steps = filed_steps(self._folder)
        for step in reversed(steps):
            if step <= self._step:
                return None
            file = snapshot_file(self._folder, step)
            try:
                seen = self._probe.seen_at(Moment(network, step, file), self.picture)
            except (CnnvizError, ValueError):
                continue  # damaged, or gone meanwhile: the one before will do
            self._step = step
            return seen
        return None

    def _last(self, network: Network, step: int, epoch: int) -> SnapshotPictures | None:
        """Return where a run that is over came to, which no snapshot may show."""
        from cnnviz.engine.training.run_checkpoints import read_checkpoint
        from cnnviz.engine.training.run_saving import WEIGHTS_NAME

        if step <= self._step:
            return None
        file = self._folder / WEIGHTS_NAME
        try:
            if file.exists():
                weights = load_weights(file, network)
            else:
                checkpoint = read_checkpoint(self._folder)
                if checkpoint is None or checkpoint.step <= self._step:
                    return None
                step, weights = checkpoint.step, checkpoint.weights
                check_weights(network, weights)
        except CnnvizError:
            return None  # the snapshots are there all the same
        self._step = step
        snapshot = Snapshot(step, epoch, weights, None)
        return probed_pictures(
            network, snapshot, self._probe.seen(self.picture, network)
        )


class RunFollowing(QObject):
    """Show a run of a folder in ``run``, and what comes to it.

    Signals
    -------
    opened()
        A run of a folder is shown.
    failed(error)
        Why it is not, or not whole: a ``CnnvizError``.
    """

    opened = Signal()
    failed = Signal(object)

    def __init__(
        self, run: Store[Run], pictures: PictureStore, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._run, self._pictures = run, pictures
        self._follower: RunFollower | None = None
        self._number = 0
        run.changed.connect(self._on_run_changed)
        pictures.changed.connect(self._on_picture_changed)

    @Slot(str)
    def open(self, folder: str) -> None:
        """Show the run of a folder, unless that would disturb one that trains here."""
        if self._run.state.is_active:
            return
        self._end()
        self._number = self._run.state.number + 1
        picture = self._pictures.state
        follower = RunFollower(Path(folder), self._number, picture, self)
        follower.found.connect(self._on_found)
        follower.failed.connect(self._on_failed)
        self._follower = follower
        follower.start()

    def shut_down(self) -> None:
        """End the thread."""
        self._end()

    def _end(self) -> None:
        follower, self._follower = self._follower, None
        if follower is not None:
            follower.found.disconnect(self._on_found)
            follower.failed.disconnect(self._on_failed)
            follower.shut_down()
            follower.deleteLater()

    @Slot(object)
    def _on_found(self, followed: Followed) -> None:
        if followed.begun is not None:
            self._run.replace(followed.begun)
            self.opened.emit()
        run = advanced(self._run.state, followed.update)
        if followed.is_over and run.phase not in _ENDS:
            phase: Phase = "stopped"
            run = replace(run, phase=phase)
        self._run.replace(run)
        if followed.damage is not None:
            self.failed.emit(followed.damage)

    @Slot(object)
    def _on_failed(self, error: CnnvizError) -> None:
        self.failed.emit(error)

    @Slot(object, object)
    def _on_run_changed(self, new: Run, _old: Run) -> None:
        if self._follower is not None and new.number > self._number:
            self._follower.cancel()  # another run was begun here

    @Slot(object, object)
    def _on_picture_changed(self, new: SharedPicture, _old: SharedPicture) -> None:
        if self._follower is not None:
            self._follower.picture = new
