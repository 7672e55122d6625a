"""Which measurement of the held-out pictures belongs to the moment that is looked at."""

import numpy as np

from cnnviz.engine.training.events import EpochDone
from cnnviz.state.run.run_state import Run


def measured_nearest(run: Run) -> EpochDone | None:
    """Return the epoch measured nearest to the moment that is looked at.

    Of two equally near ones the earlier; ``None`` before the first.
    """
    if not run.epochs:
        return None
    if run.timeline.chosen is None:
        return run.epochs[-1]
    nearest = np.abs(run.curves.held_out_step_e - run.timeline.chosen).argmin()
    return run.epochs[int(nearest)]
