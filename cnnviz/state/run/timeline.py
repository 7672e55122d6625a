"""The moments of a run that one can go back to, and the one that is looked at."""

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from cnnviz.state.run.run_snapshots import SnapshotPictures

KEPT_MOST: Final = 200
KEPT_BYTES: Final = 64_000_000
"""Of weights: 200 snapshots of LeNet-5 are 49 MB, of larger networks fewer are kept."""


@dataclass(frozen=True, slots=True, eq=False)
class Timeline:
    """The snapshots of a run: some in memory, thinned evenly, others in its folder.

    Attributes
    ----------
    kept
        Oldest first, at most ``KEPT_MOST`` and about ``KEPT_BYTES``; the newest snapshot
        is always the last.
    spacing
        Steps between two that are kept.
    filed
        Steps of the snapshots in the run's folder, the first one first.
    chosen
        Step that the reader asked to go back to, or ``None`` for the newest.
    seen
        The snapshot of that step, or of the one before while it is being read.
    """

    kept: tuple[SnapshotPictures, ...] = ()
    spacing: int = 1
    filed: tuple[int, ...] = ()
    chosen: int | None = None
    seen: SnapshotPictures | None = None

    @property
    def newest(self) -> SnapshotPictures | None:
        """The last snapshot, once there is one."""
        return self.kept[-1] if self.kept else None

    @property
    def shown(self) -> SnapshotPictures | None:
        """The snapshot to paint."""
        if self.chosen is None or self.seen is None:
            return self.newest
        return self.seen

    @property
    def steps(self) -> NDArray[np.int64]:
        """The steps that one can go to, in order; the last one is the newest."""
        return _steps(self.kept, self.filed)

    def kept_at(self, step: int) -> SnapshotPictures | None:
        """Return the snapshot of a step, where it is in memory."""
        return next((shot for shot in self.kept if shot.step == step), None)

    def with_newest(self, newest: SnapshotPictures) -> "Timeline":
        """Return the timeline with a snapshot at its end.

        The snapshot before it stays only when it is ``spacing`` steps after the one
        before that; when there are too many, every second one goes.
        """
        kept = self.kept
        too_near = len(kept) >= 2 and kept[-1].step - kept[-2].step < self.spacing
        if too_near or (kept and kept[-1].step == newest.step):
            kept = kept[:-1]
        kept = (*kept, newest)
        spacing = self.spacing
        if len(kept) > min(KEPT_MOST, max(4, KEPT_BYTES // max(1, newest.bytes))):
            kept = tuple(
                shot
                for index, shot in enumerate(kept)
                if index % 2 == 0 or shot is newest
            )
            spacing = max(1, kept[-1].step // len(kept))
        return replace(self, kept=kept, spacing=spacing)

    def choosing(self, step: int) -> "Timeline":
        """Return the timeline looked at from the snapshot nearest to a step.

        The last one is live. One that is not in memory is ``seen`` once it was read.
        """
        steps = self.steps
        if not len(steps):
            return self
        nearest = int(steps[np.abs(steps - step).argmin()])
        if nearest == steps[-1]:
            return replace(self, chosen=None, seen=None)
        at_hand = self.kept_at(nearest)
        return replace(self, chosen=nearest, seen=at_hand or self.seen or self.newest)

    def seeing(self, seen: SnapshotPictures) -> "Timeline":
        """Return the timeline with the snapshot that was asked for; late ones are dropped."""
        if self.chosen != seen.step or self.seen is seen:
            return self
        return replace(self, seen=seen)


@lru_cache(maxsize=1)  # asked for many times a moment, of thousands of files
def _steps(
    kept: tuple[SnapshotPictures, ...], filed: tuple[int, ...]
) -> NDArray[np.int64]:
    newest = kept[-1].step if kept else 0
    # A folder may be ahead of what the window was told.
    before = np.array(filed, np.int64)
    before = before[before < newest]
    steps = np.union1d([shot.step for shot in kept], before).astype(np.int64)
    steps.flags.writeable = False
    return steps
