"""Several runs side by side, and the moment at which all are looked at."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
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


def run_names(titles: Mapping[Path, str]) -> dict[Path, str]:
    """Return what kept runs are called, each by its folder: its network, and when it began.

    ``titles`` are those of the networks. The seconds are told only of runs that would be
    called alike without.

    Examples
    --------
    >>> first, second = Path("2026-11-30-123147-lenet5"), Path("2026-11-30-123152-lenet5")
    >>> list(run_names({first: "LeNet-5", Path("long"): "LeNet-5"}).values())
    ['LeNet-5 · 30 Nov 12:31', 'LeNet-5 · long']
    >>> list(run_names({first: "LeNet-5", second: "LeNet-5"}).values())
    ['LeNet-5 · 30 Nov 12:31:47', 'LeNet-5 · 30 Nov 12:31:52']
    """
    names: dict[Path, str] = {}
    for when in _WHEN:
        told = Counter(names.values())
        for folder, title in titles.items():
            if told[names.get(folder, "")] != 1:
                names[folder] = f"{title} · {_began(folder, when)}"
    return names


# The month by its name: 11-30 and 30/11 are one day in two languages.
_WHEN: Final = ("d MMM HH:mm", "d MMM HH:mm:ss", "")


def _began(folder: Path, when: str) -> str:
    """Return when a run began as its folder's name tells it, or that name."""
    begun = re.match(r"\d{4}-\d\d-\d\d-\d{6}(?=-)", folder.name)
    found = QDateTime.fromString(begun[0] if begun else "", "yyyy-MM-dd-HHmmss")
    is_told = when and found.isValid()
    return QLocale().toString(found, when) if is_told else folder.name


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
