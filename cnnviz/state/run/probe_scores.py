"""How sure a network was of the picture at every moment of its run."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QTimer, Slot

from cnnviz.engine.errors import CnnvizError
from cnnviz.state.picture.shared_picture import SharedPicture
from cnnviz.state.run.moments import Moment, Probe, moment_of
from cnnviz.state.run.run_state import Run
from cnnviz.state.run.run_timeline import RunTimeline
from cnnviz.state.store import Store
from cnnviz.state.workers.latest import LatestWorker
from cnnviz.state.workers.newest import NewestAnswer

MOST: Final = 160
"""Moments that are scored: more would lie closer than bars can be told apart."""

_PAUSE_MS: Final = 250

Shares = Mapping[int, NDArray[np.float32]]
"""Step -> the probability of each class."""


@dataclass(frozen=True, slots=True, eq=False)
class Scores:
    """What the picture was taken for, over a run.

    Attributes
    ----------
    shares
        The probabilities of the classes at the moments that were scored.
    best
        The class that the network takes the picture for at last; -1 without one.
    """

    shares: Shares = field(default_factory=dict)
    best: int = -1

    def times(self) -> tuple[NDArray[np.float64], NDArray[np.int64]] | None:
        """Return the probabilities, ``classes x moments``, and the step of each moment."""
        if not self.shares:
            return None
        steps = sorted(self.shares)
        shares_rc = np.stack([self.shares[step] for step in steps], axis=1)
        return shares_rc.astype(np.float64), np.array(steps, np.int64)

    def bars(self) -> list[tuple[int, float]]:
        """Return steps, in order, and how sure the network was of the answer of now."""
        return [
            (step, float(self.shares[step][self.best])) for step in sorted(self.shares)
        ]


_Asked = tuple[int, tuple[Moment, ...], SharedPicture]


class ProbeScores(QObject):
    """Score the picture at moments spread over the run, in a thread; ``store`` has them."""

    def __init__(self, timeline: RunTimeline, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timeline = timeline
        self.store: Store[Scores] = Store(Scores(), self)
        self._is_watched = self._is_due = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self._scoring = NewestAnswer(LatestWorker(_Scorer(), "scores"), self)
        self._scoring.arrived.connect(self.store.replace)
        timeline.run.changed.connect(self._on_run_changed)
        timeline.pictures.changed.connect(self._on_picture_changed)

    def set_watched(self, watched: bool) -> None:
        """Learn whether the bars are on the screen."""
        self._is_watched = watched
        self._wish()

    def shut_down(self) -> None:
        """End the thread."""
        self._pause.stop()
        self._scoring.shut_down()

    @Slot(object, object)
    def _on_run_changed(self, new: Run, old: Run) -> None:
        if new.number != old.number:
            self.store.replace(Scores())
        if new.timeline.kept is not old.timeline.kept or (
            new.timeline.filed is not old.timeline.filed
        ):
            self._wish()

    @Slot(object, object)
    def _on_picture_changed(self, _new: object, _old: object) -> None:
        self._wish()

    def _wish(self) -> None:
        """Score again soon; what comes until then is scored with it."""
        if self._is_watched and not self._pause.isActive():
            self._pause.start()

    @Slot()
    def _ask(self) -> None:
        if self._scoring.is_waiting:
            self._wish()  # the one at hand is finished first
            return
        run = self._timeline.run.state
        steps = run.timeline.steps
        if not self._is_watched or not len(steps):
            return
        chosen = np.unique(np.linspace(0, len(steps) - 1, MOST).round().astype(int))
        # The spread of the moments is that of a grid of steps, so that few are new.
        moments = (moment_of(run, int(steps[index])) for index in chosen)
        asked = tuple(each for each in moments if each is not None)
        self._scoring.request((run.number, asked, self._timeline.pictures.state))


class _Scorer:
    """Scores moments, and knows those that it scored before."""

    def __init__(self) -> None:
        self._probe = Probe()
        self._about: tuple[object, ...] = ()
        self._known: dict[int, NDArray[np.float32]] = {}

    def __call__(self, asked: _Asked) -> Scores:
        run, moments, picture = asked
        about = run, picture
        if about != self._about:
            self._about, self._known = about, {}
        shares = {}
        for moment in moments:
            found = self._known.get(moment.step)
            if found is None:
                found = self._scored(moment, picture)
            if found is not None:
                self._known[moment.step] = shares[moment.step] = found
        if not shares:
            return Scores()
        return Scores(shares, int(shares[max(shares)].argmax()))

    def _scored(
        self, moment: Moment, picture: SharedPicture
    ) -> NDArray[np.float32] | None:
        try:
            return self._probe.seen_at(moment, picture).probabilities
        except (CnnvizError, ValueError):
            return None  # one moment of many
