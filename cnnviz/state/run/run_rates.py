"""The learning rate over the batches of a run, as its schedule and its changes have it."""

import numpy as np

from cnnviz.engine.training.schedules import SCHEDULES
from cnnviz.state.run.run_curves import Points
from cnnviz.state.run.run_state import Run

_NOTHING = np.empty(0, np.float32)


def learning_rates(run: Run, limit: int) -> Points:
    """Return at most ``limit`` batches of the whole run, and the rate of each."""
    config, total = run.config, run.total_batches
    if config is None or not total:
        return _NOTHING, _NOTHING
    steps = np.linspace(1, total, min(total, limit)).round()
    schedule = SCHEDULES[config.schedule]
    shares = [schedule((step - 1) / total) for step in steps.tolist()]
    base = np.full(len(steps), config.learning_rate)
    for change in run.changes:  # from the batch after it on
        if change.learning_rate is not None:
            base[steps > change.step] = change.learning_rate
    rates = base * np.array(shares)
    return steps.astype(np.float32), rates.astype(np.float32)
