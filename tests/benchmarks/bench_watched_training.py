"""How much watching costs: an epoch of LeNet-5 alone, and with the Train page open.

Run as a script. Real MNIST is used where CNNVIZ_DATA has it, else the built-in digits.
The page is painted offscreen at the size that it has in a window of 1280 x 800; a timer
of 5 ms says how late the event loop comes to it while the network trains.
"""

import os
import sys
from dataclasses import replace
from pathlib import Path
from time import perf_counter

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parent.parent.parent))

import numpy as np
from PySide6.QtCore import QEventLoop, QTimer, Slot
from PySide6.QtWidgets import QApplication, QWidget

from cnnviz.engine.datasets.loading import find_mnist, load_dataset
from cnnviz.engine.datasets.split import Dataset
from cnnviz.engine.images.picture import Picture
from cnnviz.engine.networks.catalogue import network
from cnnviz.pages.train.presenters.train_presenter import TrainPresenter
from cnnviz.pages.train.views.train_page import TrainPage
from cnnviz.state.current_network import CurrentNetwork
from cnnviz.state.picture.shared_picture import SharedPicture
from cnnviz.state.run.recipe import training_config
from cnnviz.state.store import Store

PAGE_SIZE = (1192, 740)
TICK_MS = 5


class Lateness(QWidget):
    """Note how late each tick of a timer comes."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.late_ms: list[float] = []
        self._last = perf_counter()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_timeout)
        self._timer.start(TICK_MS)

    @Slot()
    def _on_timeout(self) -> None:
        now = perf_counter()
        self.late_ms.append(max(0.0, 1000 * (now - self._last) - TICK_MS))
        self._last = perf_counter()


def seconds_alone(presenter: TrainPresenter, dataset: Dataset) -> float:
    """Train one epoch with nobody watching; return what ``Finished`` says."""
    from cnnviz.engine.training.events import Finished
    from cnnviz.engine.training.loop import train

    threads = max(1, (os.cpu_count() or 1) - 1)
    config = training_config(
        presenter.recipe.state, presenter.learner.state.network, threads=threads
    )
    seconds = 0.0
    for event in train(config, dataset):
        if isinstance(event, Finished):
            seconds = event.seconds
    return seconds


def watch(presenter: TrainPresenter, page: TrainPage) -> tuple[float, list[float], int]:
    """Train one epoch behind the page; return seconds, lateness and repaints."""
    loop = QEventLoop(page)
    lateness = Lateness(page)
    shown: list[object] = []

    def on_run_changed(new: object, _old: object) -> None:
        shown.append(presenter.run.state.timeline.shown)

    def on_running_changed(running: bool) -> None:
        if not running:
            loop.quit()

    presenter.run.changed.connect(on_run_changed)
    presenter.running_changed.connect(on_running_changed)
    presenter.start()
    loop.exec()
    finished = presenter.run.state.finished
    if finished is None:
        raise SystemExit(f"the run ended as {presenter.run.state.phase}")
    return finished.seconds, lateness.late_ms, len({id(shot) for shot in shown})


def main() -> None:
    """Measure and print."""
    app = QApplication([])
    app.setStyle("Fusion")
    found = find_mnist()
    data = "builtin" if found is None else str(found)
    dataset = load_dataset(data)
    pictures = Store(SharedPicture(Picture(dataset.test.images_nhw[:1], "7"), "sample"))
    networks = Store(CurrentNetwork(network("lenet5"), None, "shipped"))
    presenter = TrainPresenter(pictures, networks, app)
    presenter.change_recipe(replace(presenter.recipe.state, data=data, epochs=1))
    alone = seconds_alone(presenter, dataset)
    page = TrainPage(presenter)
    page.resize(*PAGE_SIZE)
    page.show()
    page.set_shown(True)
    watched, late_ms, snapshots = watch(presenter, page)
    p50, p95, p99 = np.percentile(late_ms, [50, 95, 99])
    print(f"data {dataset.name}, {len(dataset.train)} pictures, {os.cpu_count()} cores")
    print(f"one epoch alone      {alone:6.2f} s")
    print(
        f"one epoch watched    {watched:6.2f} s  ({100 * (watched / alone - 1):+.0f}%)"
    )
    print(f"snapshots shown      {snapshots}, {snapshots / watched:.1f} a second")
    print(
        f"event loop late by   p50 {p50:.1f}, p95 {p95:.1f}, p99 {p99:.1f}, "
        f"max {max(late_ms):.1f} ms"
    )
    presenter.shut_down()


if __name__ == "__main__":
    main()
