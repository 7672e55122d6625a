"""How long it takes from Start on the Train page to a curve that moves.

Each process is new, as a pupil's first run is; torch has come by then, as it does a
moment after the first paint. Start is pressed at once, or when the page has got ready
behind the recipe that is looked at. "Moves" is when the page has painted two updates with
batches. Seconds of the clock and, beside them, of the processor: these are fewer where
threads wait, and do not grow where other programs use the machine. With CNNVIZ_DATA MNIST
is measured too.
"""

import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from itertools import product
from pathlib import Path
from time import perf_counter, process_time

PROCESSES = 3
READY = "when ready"
PAGE_SIZE = (1192, 740)


def measure(data: str, folder: Path, *, is_patient: bool) -> None:
    """Press Start in this process, and print when what happened."""
    from cnnviz.cli.console.matrix_threads import load_numpy_on_one_thread

    load_numpy_on_one_thread()
    import numpy as np
    import torch  # noqa: F401 - as the window has it by then
    from PySide6.QtCore import QEventLoop, QThread
    from PySide6.QtWidgets import QApplication

    from cnnviz.engine.images.picture import Picture
    from cnnviz.engine.networks.catalogue import network
    from cnnviz.pages.train.presenters.train_presenter import TrainPresenter
    from cnnviz.pages.train.presenters.training_engine import TrainingEngine
    from cnnviz.pages.train.views.train_page import TrainPage
    from cnnviz.state.current_network import CurrentNetwork
    from cnnviz.state.picture.shared_picture import SharedPicture
    from cnnviz.state.store import Store

    app = QApplication([])
    app.setStyle("Fusion")
    digit = Picture(np.zeros((1, 28, 28), np.uint8), "0")
    presenter = TrainPresenter(
        Store(SharedPicture(digit, "sample")),
        Store(CurrentNetwork(network("lenet5"), None, "shipped")),
        app,
        engine=TrainingEngine(folder / "runs"),
    )
    presenter.change_recipe(replace(presenter.recipe.state, data=data, epochs=1))
    page = TrainPage(presenter)
    page.resize(*PAGE_SIZE)
    page.show()
    page.set_shown(True)
    app.processEvents()
    loop, counts = QEventLoop(page), [0]
    ready = presenter.findChild(QThread, "getting-ready")
    while is_patient and not ready.isFinished():
        app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
    began, began_cpu = perf_counter(), process_time()

    def say(what: str) -> None:
        clock, cpu = perf_counter() - began, process_time() - began_cpu
        print(f"{what},{clock:.4f},{cpu:.4f}", flush=True)

    def on_changed(run: object, _old: object) -> None:
        state = presenter.run.state
        if state.started is not None and counts[0] == 0:
            say("data there")
            counts[0] = 1
        if state.last_batch is not None:
            page.grab()
            counts[0] += 1
            say(f"update {counts[0] - 1}")
            if counts[0] > 2:
                presenter.run.changed.disconnect(on_changed)
                loop.quit()

    presenter.run.changed.connect(on_changed)
    presenter.start()
    loop.exec()
    presenter.stop()
    presenter.shut_down()


def one_run(data: str, when: str) -> Sequence[tuple[str, float, float]]:
    """Return what a new process printed."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, __file__, data, folder, when]
        environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
        done = subprocess.run(
            command, env=environment, capture_output=True, text=True, check=True
        )
    lines = (line.split(",") for line in done.stdout.splitlines())
    return [(what, float(clock), float(cpu)) for what, clock, cpu in lines]


def main() -> None:
    """Print the median of each figure."""
    if len(sys.argv) > 2:
        data, folder, when = sys.argv[1:]
        measure(data, Path(folder), is_patient=when == READY)
        return
    asked = ["builtin", *(["mnist"] if os.environ.get("CNNVIZ_DATA") else [])]
    if hasattr(os, "getloadavg"):
        print(f"load of this machine: {os.getloadavg()}")
    for data, when in product(asked, ("at once", READY)):
        runs = [one_run(data, when) for _ in range(PROCESSES)]
        for index, (what, _, _) in enumerate(runs[0]):
            clock = statistics.median(run[index][1] for run in runs)
            cpu = statistics.median(run[index][2] for run in runs)
            said = f"{data}, {when}: {what}"
            print(f"{said:<32} {clock:5.2f} s, of the processor {cpu:5.2f} s")


if __name__ == "__main__":
    main()
