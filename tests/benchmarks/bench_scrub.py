"""How soon each page shows a moment of a run: LeNet-5, 2,000 snapshots on the disk.

Run as a script. The time goes from the wish for a position to the picture on the screen,
offscreen in a window of 1280 x 800: the snapshot is read, the drawing goes through its
weights, and the page is painted. On a machine that others use the time of the window's
thread tells more; it waits busily for the other threads, which is in it.
"""

import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, thread_time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parent.parent.parent))

import json
from collections.abc import Callable
from shutil import copyfile

import numpy as np
from PySide6.QtCore import QCoreApplication, QSettings

from cnnviz.app import Session, build, make_application
from cnnviz.engine.networks.catalogue import network
from cnnviz.engine.networks.shapes import parameter_shapes
from cnnviz.engine.networks.weights import save_weights
from cnnviz.engine.training.config import TrainingConfig
from cnnviz.engine.training.run_folder import EVENTS, RunSettings, write_settings
from cnnviz.shell.gc_timer import GcTimer

SNAPSHOTS = 2_000
POSITIONS = 200
STEPS_APART = 5
DISTINCT = 20
LENET5 = network("lenet5")


def make_run(folder: Path) -> None:
    """Write a run of 10,000 batches with a snapshot every five."""
    folder.mkdir()
    config = TrainingConfig(network=LENET5, epochs=10)
    write_settings(folder, RunSettings(config, "builtin", "0", "cnnviz train lenet5"))
    batches = SNAPSHOTS * STEPS_APART
    counts = {"training_pictures": 64 * batches // 10, "validation_pictures": 100}
    started = {"device": "cpu", "batches_per_epoch": batches // 10, **counts}
    records = [{"event": "started", **started}]
    for step in range(1, batches + 1):
        epoch, batch = divmod(step - 1, batches // 10)
        done = {"epoch": epoch + 1, "batch": batch + 1, "step": step}
        measured = {"loss": 2 / step, "accuracy": 0.5, "seconds": step / 100}
        counted = {"pictures_seen": 64 * step}
        records.append({"event": "batch", **done, **measured, **counted})
    lines = (json.dumps(record) for record in records)
    (folder / EVENTS).write_text("".join(f"{line}\n" for line in lines))
    numbers = np.random.default_rng(1)
    for step in range(0, batches + 1, STEPS_APART):
        file = folder / "snapshots" / f"{step:09}.safetensors"
        if step < DISTINCT * STEPS_APART:
            weights = {
                name: numbers.normal(0, 0.1, shape).astype(np.float32)
                for name, shape in parameter_shapes(LENET5).items()
            }
            save_weights(file, LENET5, weights, epoch=1 + step * 10 // batches)
        else:
            copyfile(
                folder
                / "snapshots"
                / f"{step % (DISTINCT * STEPS_APART):09}.safetensors",
                file,
            )


def wait(is_there: Callable[[], bool]) -> None:
    """Let the window work until something is so, and has been painted."""
    begun = perf_counter()
    while not is_there():
        QCoreApplication.processEvents()
        if perf_counter() - begun > 60:
            raise SystemExit("a moment was not shown within a minute")
    QCoreApplication.processEvents()  # painted


def shows(session: Session, page: str, step: int) -> Callable[[], bool]:
    """Return what says whether a page shows a moment."""

    def is_there() -> bool:
        if page == "train":
            shown = session.train.run.state.timeline.shown
            return shown is not None and shown.step == step
        if page == "draw":
            answer = session.draw.store.state.answer
            ready = None if answer is None else answer.network
            return ready is not None and ready.current.step == step
        answer = session.network.store.state.answer
        opened = None if answer is None else answer.question.opened
        return opened is not None and opened.current.step == step

    return is_there


def main() -> None:
    """Measure and print."""
    application = make_application([])
    with TemporaryDirectory() as place:
        folder = Path(place) / "run"
        make_run(folder)
        settings = QSettings(f"{place}/x.ini", QSettings.Format.IniFormat)
        session = build(settings)
        # As `cnnviz.app.main` has it: of the objects that stay, none is looked at again.
        collecting = GcTimer(session.root)
        collecting.begin()
        session.window.first_painted.connect(collecting.freeze_loaded_objects)
        ready = session.train.getting_ready.finished
        ready.connect(collecting.freeze_loaded_objects)
        session.window.resize(1280, 800)
        session.window.show()
        session.window.open_file(str(folder))
        timeline = session.train.timeline
        begun = perf_counter()
        wait(
            lambda: (
                timeline.run.state.phase == "stopped"
                and len(timeline.run.state.timeline.steps) > SNAPSHOTS
            ),
        )
        print(
            f"a run of {SNAPSHOTS:,} snapshots opens in {perf_counter() - begun:.2f} s"
        )
        random = np.random.default_rng(0)
        for page in ("train", "draw", "network"):
            session.window.show_page(page)
            took_ms, worked_ms = [], []
            for position in random.integers(0, SNAPSHOTS - 1, POSITIONS):
                step = int(position) * STEPS_APART
                begun, worked = perf_counter(), thread_time()
                timeline.look_at(step)
                wait(shows(session, page, step))
                took_ms.append(1000 * (perf_counter() - begun))
                worked_ms.append(1000 * (thread_time() - worked))
            p50, p99 = np.percentile(took_ms[5:], [50, 99])
            of_window = np.median(worked_ms[5:])
            print(
                f"{page}: p50 {p50:.1f} ms, p99 {p99:.1f} ms a position; "
                f"the window's thread worked {of_window:.1f} ms"
            )
        session.shut_down()
        collecting.shut_down()
        application.processEvents()


if __name__ == "__main__":
    main()
