"""The Network page: from a changed picture or weight, a click or a step to what is painted.

Each network in the real page at 1280 x 740, with random weights where none ship. A
picture is changed as a stroke changes it; the time ends when the answer to it has been
painted. Beside it the lateness of the event loop meanwhile (a timer of 4 ms), and what an
opened network adds to the memory, as a share of its weights.
"""

import gc
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent.parent))

import numpy as np
from PySide6.QtCore import QEventLoop, QObject, QTimer
from PySide6.QtGui import QImage, QPainter, QUndoStack
from PySide6.QtWidgets import QApplication

from cnnviz.app import make_application
from cnnviz.engine.images.picture import Picture
from cnnviz.engine.networks.blocks import Block
from cnnviz.engine.networks.catalogue import NETWORKS
from cnnviz.engine.networks.layers import Network
from cnnviz.engine.networks.trace import LayerOutput
from cnnviz.pages.network.presenters.network_presenters import NetworkPresenters
from cnnviz.pages.network.views.network_page import NetworkPage
from cnnviz.state.current_network import CurrentNetwork
from cnnviz.state.network_choices import NetworkChoices
from cnnviz.state.picture.layer_pictures import layer_picture
from cnnviz.state.picture.picture_presenter import PicturePresenter
from cnnviz.state.picture.shared_picture import SharedPicture, drawing
from cnnviz.state.store import Store
from cnnviz.ui.network_view.columns.column_images import BlockImages
from cnnviz.ui.network_view.columns.placed import Placed
from cnnviz.ui.theme.look import look

NAMES = ("lenet5", "lenet5-1998", "convnet", "tiny-vgg", "alexnet", "googlenet")
PICTURES, FEW = 200, 30
TICK_MS = 4


class Lateness(QObject):
    """A timer that notes how late it is."""

    def __init__(self) -> None:
        super().__init__()
        self.late_ms: list[float] = []
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.timeout.connect(self._on_tick)
        self._last = time.perf_counter()

    def begin(self) -> None:
        self.late_ms.clear()
        self._last = time.perf_counter()
        self._timer.start()

    def _on_tick(self) -> None:
        now = time.perf_counter()
        self.late_ms.append(max(0.0, 1000 * (now - self._last) - TICK_MS))
        self._last = now


def memory_mb() -> float:
    """Return what the process holds now."""
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize() / 2**20


def said(times_ms: list[float]) -> str:
    p50, p99 = np.percentile(times_ms, (50, 99))
    return f"{p50:7.1f} {p99:7.1f}"


class Bench:
    """One page with one network."""

    def __init__(self, app: QApplication, name: str) -> None:
        self.app, self.network = app, NETWORKS[name]
        origin = "shipped" if name == "lenet5" else "untrained"
        current = CurrentNetwork(self.network, None, origin)
        self.random = np.random.default_rng(0)
        self.pictures = Store(self.picture(0))
        undo = QUndoStack()
        picture = self.picture_presenter = PicturePresenter(self.pictures, undo)
        self.choices = NetworkChoices(Store(current), (current,))
        self.presenters = NetworkPresenters(picture, self.choices, undo)
        self.presenter = self.presenters.network
        self.page = NetworkPage(self.presenters)
        self.page.set_reduced_motion(True)
        self.page.resize(1192, 740)
        self.page.show()
        self.page.set_shown(True)
        self.wait(lambda: self.presenter.store.state.answer is not None)

    def picture(self, step: int) -> SharedPicture:
        """Return a drawing with a stroke so far on, or a coloured picture."""
        if self.network.reads_digits:
            ink = np.zeros((280, 280), np.uint8)
            ink[50:75, 70:210] = 255
            ink[75 : 80 + step % 160, 170:195] = 255
            return drawing(ink)
        _, height, width = self.network.input_chw
        rgb = self.random.integers(0, 256, (3, height, width), np.uint8)
        return SharedPicture(Picture(rgb, "noise"), "file")

    def wait(self, until: Callable[[], bool]) -> None:
        while not until():
            # As the window waits: asleep, so that the threads have the interpreter.
            self.app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)

    def painted_ms(self, act: Callable[[], object], asks: bool = False) -> float:
        """Do something; return the time until it is painted."""
        before = self.presenter.store.state.answer
        begun = time.perf_counter()
        act()
        if asks:
            self.wait(lambda: self.presenter.store.state.answer is not before)
        self.app.processEvents()
        return 1000 * (time.perf_counter() - begun)

    def changed(self, count: int) -> tuple[list[float], list[float]]:
        late = Lateness()
        pictures = [self.picture(step) for step in range(1, count + 1)]
        late.begin()
        times = [
            self.painted_ms(lambda each=each: self.pictures.replace(each), asks=True)
            for each in pictures
        ]
        self.app.processEvents()
        return times, late.late_ms

    def blocks(self) -> tuple[Block, ...]:
        return self.presenter.store.state.shown

    def hovers(self) -> list[float]:
        columns = self.page._stage.columns
        wanted = [(0, block.place + 1) for block in self.blocks()]
        return [self.painted_ms(lambda at=at: columns.read(at)) for at in wanted]

    def openings(self) -> list[float]:
        opened, names = self.presenter.open_map, [one.name for one in self.blocks()]
        return [self.painted_ms(lambda name=name: opened(name, 0)) for name in names]

    def steps(self) -> list[float]:
        times = []
        for block in self.blocks():
            self.presenter.open_map(block.name, 0)
            self.app.processEvents()
            steps = self.page._steps
            times += [self.painted_ms(steps.forward) for _ in range(4)]
        self.presenter.cut(0)
        return times

    def ranges(self) -> list[float]:
        kinds = ("map", "layer", "network") * 3
        use = self.presenter.use_ranges
        return [self.painted_ms(lambda k=k: use(k), asks=True) for k in kinds][1:]

    def edits(self, count: int) -> list[float]:
        """Change a weight of the first layer, as a drag does, beside its tool."""
        self.presenter.open_map(self.blocks()[0].name, 0)
        self.page._actions.change.setChecked(True)
        self.app.processEvents()
        edit = self.presenters.changes.set_weight
        values = np.linspace(-1, 1, count + 1)
        times = [
            self.painted_ms(lambda value=value: edit(value), asks=True)
            for value in values
        ]
        self.page._actions.change.setChecked(False)
        self.presenter.cut(0)
        return times[1:]  # the first copies all to come back to, and opens the tool

    def close(self) -> None:
        for part in (self.presenters, self.choices, self.picture_presenter):
            part.shut_down()
        self.page.deleteLater()
        self.app.processEvents()


def repaints_a_second(app: QApplication) -> float:
    """Return how often 256 maps of 28 x 28 turn from numbers to painted pixels."""
    values = np.random.default_rng(0).normal(size=(256, 28, 28)).astype(np.float32)
    colours, target = look(app.palette()), QImage(900, 900, QImage.Format.Format_RGB32)
    placed = Placed("maps", 256, 16, 0, 0, 28, 28, 28, 28, 0, 0)
    images = BlockImages()
    begun, count = time.perf_counter(), 0
    while time.perf_counter() < begun + 1.0:
        output = LayerOutput("c", "conv2d", values, can_be_negative=True)
        images.render(0, layer_picture(output), placed, colours)
        with QPainter(target) as painter:
            painter.drawImage(0, 0, images.images[0].image)
        count += 1
    return count / (time.perf_counter() - begun)


def weights_mb(network: Network) -> float:
    from cnnviz.engine.networks.shapes import weight_shapes

    return sum(4 * np.prod(shape) for shape in weight_shapes(network).values()) / 2**20


def main() -> None:
    """Print a line a network: p50 and p99 in milliseconds."""
    app = make_application(sys.argv[:1])
    heads = ("picture", "event loop late", "hover", "open", "step", "range", "edit")
    print(f"{'p50, p99 in ms':14}" + "".join(f"{head:>16}" for head in heads))
    for name in sys.argv[1:] or NAMES:
        before = memory_mb()
        bench = Bench(app, name)
        held = memory_mb() - before
        large = NETWORKS[name].input_chw[1] > 100
        times, late = bench.changed(FEW if large else PICTURES)
        columns = (
            times, late, bench.hovers(), bench.openings(), bench.steps(), bench.ranges(),
            bench.edits(FEW if large else PICTURES),
        )  # fmt: skip
        line = f"{name:14}" + "".join(f"{said(each):>16}" for each in columns)
        owned = weights_mb(NETWORKS[name])
        print(f"{line}   {held:.0f} MB held, weights {owned:.1f} MB", flush=True)
        bench.close()
    print(f"256 maps of 28 x 28: {repaints_a_second(app):.0f} repaints a second")


if __name__ == "__main__":
    main()
