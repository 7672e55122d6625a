"""How long the Convolution page takes from a gesture to the painted frame.

Run it with ``make bench``, or by itself; figures go to the terminal.
"""

import os
import time
from collections.abc import Callable

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QUndoStack
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QSlider

from cnnviz.engine.images.picture import Picture
from cnnviz.engine.networks.catalogue import network
from cnnviz.pages.convolution.presenters.lab_presenters import LabPresenters
from cnnviz.pages.convolution.views.convolution_page import ConvolutionPage
from cnnviz.state.current_network import CurrentNetwork
from cnnviz.state.picture.picture_presenter import PicturePresenter
from cnnviz.state.picture.shared_picture import SharedPicture
from cnnviz.state.store import Store

PAGE_SIZE = (1832, 1020)  # what the rail and the menus leave of 1920 x 1080
STEPS = 300


class Paints(QObject):
    """Counts the frames of the output canvas."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


class Lab:
    """A page of the real program, on a picture of noise."""

    def __init__(self, app: QApplication, side: int) -> None:
        self.app = app
        noise = np.random.default_rng(0).integers(0, 256, (1, side, side), np.uint8)
        store = Store(SharedPicture(Picture(noise, "noise"), "file"))
        undo = QUndoStack()
        self.pictures = PicturePresenter(store, undo)
        networks = Store(CurrentNetwork(network("lenet5"), None, "shipped"))
        self.lab = LabPresenters(store, self.pictures, networks, undo)
        self.walk = self.lab.walk
        self.page = ConvolutionPage(self.lab)
        self.page.resize(*PAGE_SIZE)
        self.page.show()
        self.canvas = self.page.findChild(QObject, "output_canvas")
        self.paints = Paints()
        self.canvas.installEventFilter(self.paints)
        self.until(lambda: self.walk.store.state.output is not None)
        self.settle()
        self.walk.go_first()
        self.settle()

    def until(self, condition: Callable[[], bool]) -> None:
        while not condition():
            self.app.processEvents()

    def settle(self) -> None:
        """Let glides end and frames be painted."""
        end = time.perf_counter() + 0.3
        while time.perf_counter() < end:
            self.app.processEvents()

    def close(self) -> None:
        self.lab.shut_down()
        self.pictures.shut_down()
        self.page.close()


def painted(lab: Lab, gesture: Callable[[], None]) -> float:
    """Return milliseconds from a gesture to the end of the frame that shows it."""
    before = lab.paints.count
    start = time.perf_counter()
    gesture()
    lab.until(lambda: lab.paints.count > before)
    return (time.perf_counter() - start) * 1000


def report(what: str, times_ms: list[float]) -> None:
    p50, p99 = np.percentile(times_ms, [50, 99])
    print(f"{what:<44} p50 {p50:6.2f} ms   p99 {p99:6.2f} ms")


def bench_keys(lab: Lab, name: str) -> None:
    def step() -> None:
        QTest.keyClick(lab.page, Qt.Key.Key_Right)

    for reduced in (True, False):
        lab.page.set_reduced_motion(reduced)
        motion = "jump" if reduced else "glide"
        times = [painted(lab, step) for _ in range(STEPS)]
        report(f"{name}: step by key, {motion}", times)
        lab.settle()


def bench_scrub(lab: Lab, name: str) -> None:
    slider = lab.page.findChild(QSlider, "scrub_slider")
    assert isinstance(slider, QSlider)
    places = np.random.default_rng(1).integers(0, slider.maximum(), STEPS)
    times = [painted(lab, lambda p=int(p): slider.setValue(p)) for p in places]
    report(f"{name}: scrub to anywhere", times)


def bench_autoplay(lab: Lab, name: str) -> None:
    lab.walk.go_first()
    lab.walk.set_speed(60)
    lab.settle()
    lab.walk.play()
    frames, start = lab.paints.count, time.perf_counter()
    while time.perf_counter() - start < 3:
        lab.app.processEvents()
    seconds = time.perf_counter() - start
    walk = lab.walk.store.state.walk
    assert walk is not None
    lab.walk.pause()
    print(
        f"{name + ': autoplay at 60 steps a second':<44} "
        f"{walk.position / seconds:.1f} steps/s, "
        f"{(lab.paints.count - frames) / seconds:.1f} frames/s"
    )


def bench_kernel(lab: Lab, name: str) -> None:
    """From another number in the kernel to the whole output painted anew."""
    times = []
    for value in range(20):
        start = time.perf_counter()
        lab.walk.commands.set_weight(0, 0, float(value))
        before = lab.walk.store.state.output
        lab.until(lambda old=before: lab.walk.store.state.output is not old)
        lab.page.repaint()
        times.append((time.perf_counter() - start) * 1000)
    report(f"{name}: kernel number to exact output", times)


def main() -> None:
    app = QApplication([])
    app.setStyle("Fusion")
    for side in (28, 128, 1024):
        lab = Lab(app, side)
        name = f"{side} x {side}"
        bench_keys(lab, name)
        bench_scrub(lab, name)
        bench_autoplay(lab, name)
        bench_kernel(lab, name)
        lab.close()


if __name__ == "__main__":
    main()
