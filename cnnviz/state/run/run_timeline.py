"""Going back through a run: which moment is looked at, from memory or from its folder."""

from dataclasses import replace
from pathlib import Path
from typing import Final

import numpy as np
from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal, Slot

from cnnviz.engine.errors import CnnvizError
from cnnviz.state.picture.shared_picture import PictureStore, SharedPicture
from cnnviz.state.run.moments import Moment, Probe, filed_steps, moment_of
from cnnviz.state.run.run_snapshots import SnapshotPictures
from cnnviz.state.run.run_state import Run
from cnnviz.state.store import Store
from cnnviz.state.workers.latest import LatestWorker
from cnnviz.state.workers.newest import NewestAnswer

PLAYED_IN_S: Final = 10.0
"""A whole run, however long it took."""

_FRAME_MS: Final = 33
_LISTED_EVERY_MS: Final = 1000


class RunTimeline(QObject):
    """Look at a run as it was, with the picture of now.

    The step that is asked for is in the run's state at once, its snapshot when it has
    been read; a newer wish replaces one that waits. ``playing`` is whether the moments
    pass by themselves.

    Signals
    -------
    moved()
        A hand, or the playing, went to another moment.
    """

    moved = Signal()

    def __init__(
        self,
        run: Store[Run],
        pictures: PictureStore,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.run, self.pictures = run, pictures
        self.playing: Store[bool] = Store(False, self)
        self._played_from = 0
        self._clock, self._listed = QElapsedTimer(), QElapsedTimer()
        self._frames = QTimer(self)
        self._frames.setInterval(_FRAME_MS)
        self._frames.timeout.connect(self._on_frame)
        probe = Probe()
        self._seeing: NewestAnswer[tuple[Moment, SharedPicture], SnapshotPictures]
        self._seeing = NewestAnswer(
            LatestWorker(lambda asked: probe.seen_at(*asked), "moment"), self
        )
        self._seeing.arrived.connect(self._on_seen)
        self._seeing.failed.connect(self._on_unseen)
        listing = LatestWorker(_listed, "snapshots")
        self._listing: NewestAnswer[Path, tuple[Path, tuple[int, ...]]]
        self._listing = NewestAnswer(listing, self)
        self._listing.arrived.connect(self._on_listed)
        run.changed.connect(self._on_run_changed)
        pictures.changed.connect(self._on_picture_changed)

    @Slot(int)
    def look_at(self, step: int) -> None:
        """Look at the snapshot nearest to a step; the last one follows the run again."""
        self.pause()
        self._go(step)

    @Slot()
    def follow_newest(self) -> None:
        """Look at the newest snapshot, and at each one that comes."""
        self.pause()
        run = self.run.state
        if run.timeline.newest is not None:
            self._go(run.timeline.newest.step)

    def move(self, by: int) -> None:
        """Look at a snapshot so many after, or before, the one that is looked at."""
        steps = self.run.state.timeline.steps
        if len(steps):
            position = min(max(0, self.position + by), len(steps) - 1)
            self.look_at(int(steps[position]))

    @property
    def position(self) -> int:
        """Where the moment that is looked at stands among all, from 0."""
        timeline = self.run.state.timeline
        steps = timeline.steps
        if timeline.chosen is None:
            return max(0, len(steps) - 1)
        return min(int(np.searchsorted(steps, timeline.chosen)), len(steps) - 1)

    def play(self) -> None:
        """Let the moments pass from the one that is looked at, or from the first."""
        timeline = self.run.state.timeline
        if len(timeline.steps) < 2:
            return
        self._played_from = timeline.chosen or 0
        self._clock.start()
        self._frames.start()
        self.playing.replace(True)
        self._go(self._played_from)

    def pause(self) -> None:
        """Let the moments pass no more."""
        self._frames.stop()
        self.playing.replace(False)

    def shut_down(self) -> None:
        """End the threads."""
        self._frames.stop()
        self._seeing.shut_down()
        self._listing.shut_down()

    def _go(self, step: int) -> None:
        run = self.run.state
        timeline = run.timeline.choosing(step)
        if timeline.chosen != run.timeline.chosen:
            self.run.replace(replace(run, timeline=timeline))
            self._ask()
        self.moved.emit()

    def _ask(self) -> None:
        """Have the moment that is looked at read, and the picture sent through it."""
        run = self.run.state
        chosen = run.timeline.chosen
        moment = None if chosen is None else moment_of(run, chosen)
        if moment is None:
            self._seeing.forget()
        else:
            self._seeing.request((moment, self.pictures.state))

    @Slot()
    def _on_frame(self) -> None:
        steps = self.run.state.timeline.steps
        if len(steps) < 2:
            self.pause()
            return
        share = self._clock.elapsed() / 1000 / PLAYED_IN_S
        step = self._played_from + share * int(steps[-1])
        if step >= steps[-1]:
            self.follow_newest()
        elif not self._seeing.is_waiting:  # each one that is begun is seen
            self._go(int(step))

    @Slot(object)
    def _on_seen(self, seen: SnapshotPictures) -> None:
        run = self.run.state
        timeline = run.timeline.seeing(seen)
        if timeline is not run.timeline:
            self.run.replace(replace(run, timeline=timeline))

    @Slot(object)
    def _on_unseen(self, _error: CnnvizError) -> None:
        """Take a snapshot off that has gone: it made room for others, or is damaged."""
        run = self.run.state
        chosen, filed = run.timeline.chosen, run.timeline.filed
        if chosen is not None and chosen in filed:
            left = tuple(step for step in filed if step != chosen)
            timeline = replace(run.timeline, filed=left)
            self.run.replace(replace(run, timeline=timeline))
            self._go(chosen)

    @Slot(object, object)
    def _on_run_changed(self, new: Run, old: Run) -> None:
        if new.number != old.number:
            self.pause()
            self._seeing.forget()
        is_new = new.folder is not None and new.folder != old.folder
        due = not self._listed.isValid() or self._listed.hasExpired(_LISTED_EVERY_MS)
        if new.folder is not None and (
            is_new
            or new.phase != old.phase
            or (due and new.weights_step != old.weights_step)
        ):
            self._listed.start()
            self._listing.request(new.folder)

    @Slot(object)
    def _on_listed(self, listed: tuple[Path, tuple[int, ...]]) -> None:
        run, (folder, steps) = self.run.state, listed
        if run.folder == folder and run.timeline.filed != steps:
            timeline = replace(run.timeline, filed=steps)
            self.run.replace(replace(run, timeline=timeline))

    @Slot(object, object)
    def _on_picture_changed(self, _new: SharedPicture, _old: SharedPicture) -> None:
        if self.run.state.timeline.chosen is not None:
            self._ask()


def _listed(folder: Path) -> tuple[Path, tuple[int, ...]]:
    return folder, filed_steps(folder)
