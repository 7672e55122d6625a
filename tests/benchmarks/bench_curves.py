"""How long a frame of the curves takes while a run of a million batches goes on.

Run it from the root: ``QT_QPA_PLATFORM=offscreen python tests/benchmarks/bench_curves.py``.
"""

import sys
from dataclasses import replace
from time import perf_counter

import numpy as np

from cnnviz.app import make_application
from cnnviz.engine.networks.catalogue import network
from cnnviz.engine.training.events import BatchDone, EpochDone, Started
from cnnviz.pages.train.views.run_plots import RunPlots
from cnnviz.state.run.recipe import Recipe, training_config
from cnnviz.state.run.run_state import TrainingUpdate, advanced, new_run

BATCHES = 1_000_000
IN_EPOCH = 1000
FRAMES = 120
NEW = 50
"""Batches between two frames."""


def main() -> None:
    """Print the times of a frame: new batches taken in, curves made and painted."""
    application = make_application(sys.argv[:1])
    lenet5 = network("lenet5")
    config = training_config(Recipe(epochs=2 * BATCHES // IN_EPOCH), lenet5)
    run = new_run(1, lenet5, config, "builtin")
    started = Started(config, "cpu", IN_EPOCH * 64, 1000, IN_EPOCH)
    run = replace(advanced(run, TrainingUpdate(1, (started,))), phase="running")
    chance = np.random.default_rng(1)
    print(f"{'batches':>10} {'take in':>9} {'curves':>9} {'paint':>9} {'worst':>9}  ms")
    plots = RunPlots()
    plots.resize(712, 480)
    plots.show()
    for count in (1000, 100_000, BATCHES):
        while run.curves.batches < count:
            run = advanced(run, TrainingUpdate(1, batches(run.curves.batches, chance)))
        plots.render_run(run)
        application.processEvents()
        times = []
        for _ in range(FRAMES):
            update = TrainingUpdate(1, batches(run.curves.batches, chance)[:NEW])
            begun = perf_counter()
            run = advanced(run, update)
            taken = perf_counter()
            plots.render_run(run)
            made = perf_counter()
            application.processEvents()
            ended = perf_counter()
            times.append((taken - begun, made - taken, ended - made, ended - begun))
        parts = np.median(times, axis=0)[:3] * 1e3
        worst = max(whole for *_, whole in times) * 1e3
        print(f"{count:>10}", *(f"{part:9.2f}" for part in (*parts, worst)))


def batches(
    first: int, chance: np.random.Generator
) -> tuple[BatchDone | EpochDone, ...]:
    """Return an epoch's events from a step on."""
    losses = 2 / (1 + (first + np.arange(IN_EPOCH)) / 1e4) + chance.random(IN_EPOCH)
    epoch = first // IN_EPOCH + 1
    made = [
        BatchDone(epoch, 1, first + n + 1, float(loss), 0.9, 64, 0.01 * n)
        for n, loss in enumerate(losses)
    ]
    return (*made, EpochDone(epoch, 1.0, 0.5, 1 + 1 / epoch, 0.8, 1.0))


if __name__ == "__main__":
    main()
