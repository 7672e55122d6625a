"""Several runs side by side, and the moment at which all are looked at."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from math import inf
from pathlib import Path
from typing import Final

from PySide6.QtCore import QDateTime, QLocale

from cnnviz.state.run.run_snapshots import SnapshotPictures
from cnnviz.state.run.run_state import Run

MOST_LANES: Final = 4
"""More runs beside each other are too narrow to be read."""


@dataclass(frozen=True, slots=True, eq=False)
class Lane:
    """One of several runs.

    Attributes
    ----------
    name
        What it is called; of a race a text of the context ``Races``.
    run
        Its curves, epochs and snapshots; these hold weights only.
    how
        How its pictures are arranged, and so the probe: a key of
        ``engine.datasets.arranged.ARRANGEMENTS``, or empty.
    """

    name: str
    run: Run
    how: str = ""

    def shot_at(self, step: int) -> SnapshotPictures | None:
        """Return the snapshot nearest to a step, the earlier of two; ``None`` without any."""
        kept = self.run.timeline.kept
        return min(kept, key=lambda shot: abs(shot.step - step), default=None)


def run_name(title: str, folder: Path) -> str:
    """Return what a kept run is called: its network, and when it was begun.

    Examples
    --------
    >>> run_name("LeNet-5", Path("runs/2026-11-30-123147-lenet5"))
    'LeNet-5 · 30 Nov 12:31'
    >>> run_name("LeNet-5", Path("long"))
    'LeNet-5 · long'
    """
    begun = re.match(r"\d{4}-\d\d-\d\d-\d{6}(?=-)", folder.name)
    found = QDateTime.fromString(begun[0] if begun else "", "yyyy-MM-dd-HHmmss")
    # The month by its name: 11-30 and 30/11 are one day in two languages.
    when = QLocale().toString(found, "d MMM HH:mm") if found.isValid() else folder.name
    return f"{title} · {when}"


def best_first(lanes: Sequence[Lane]) -> tuple[Lane, ...]:
    """Return runs by what they came to on held-out pictures, those that ended first."""

    def rank(lane: Lane) -> tuple[int, float, float, str]:
        order = {"finished": 0, "followed": 1, "stopped": 1}.get(lane.run.phase, 2)
        accuracy, loss = -1.0, inf
        if lane.run.epochs:
            last = lane.run.epochs[-1]
            accuracy, loss = last.validation_accuracy, last.validation_loss
        return order, -accuracy, loss, lane.name

    return tuple(sorted(lanes, key=rank))


def steps_of(lanes: Sequence[Lane]) -> tuple[int, ...]:
    """Return the steps at which some run has a snapshot, up to where the first one ends."""
    if not lanes or not all(lane.run.timeline.kept for lane in lanes):
        return ()
    last = min(lane.run.timeline.kept[-1].step for lane in lanes)
    found = {shot.step for lane in lanes for shot in lane.run.timeline.kept}
    return tuple(sorted(step for step in found if step <= last))
