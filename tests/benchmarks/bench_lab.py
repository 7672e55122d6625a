"""The convolution lab in the real window at 1920 x 1080: gestures, autoplay, memory.

A gesture is measured from the event to the end of the frame that shows what it led to;
for a changed kernel number that is the frame with the whole new output. Offscreen: no
time of a display server is in it. Run it with ``make bench``, or by itself.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from PIL import Image
from PySide6.QtCore import (
    QEvent,
    QEventLoop,
    QObject,
    QPoint,
    QSettings,
    Qt,
    QTimer,
    Slot,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QTableView

from cnnviz.app import build, make_application
from cnnviz.engine.images.picture import Picture
from cnnviz.pages.convolution.model.lab_settings import with_bank
from cnnviz.shell.gc_timer import GcTimer
from cnnviz.state.picture.shared_picture import SharedPicture
from cnnviz.ui.canvas.grid_canvas import GridCanvas

TIMES = 200
TICK_MS = 5
FIVE = np.round(np.random.default_rng(2).normal(size=(1, 3, 5, 5)), 2)


class Paints(QObject):
    """Counts the frames of a canvas."""

    def __init__(self, canvas: GridCanvas) -> None:
        super().__init__(canvas)
        self.count = 0
        canvas.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


class Lateness(QObject):
    """By how much a short timer of the window's thread comes late."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.late_ms: list[float] = []
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_tick)

    def begin(self) -> None:
        self.late_ms = []
        self._last = time.perf_counter()
        self._timer.start(TICK_MS)

    def end(self) -> None:
        self._timer.stop()

    @Slot()
    def _on_tick(self) -> None:
        now = time.perf_counter()
        self.late_ms.append(max(0.0, (now - self._last) * 1000 - TICK_MS))
        self._last = now


class Lab:
    """The composed program on its Convolution page; torch stays away."""

    def __init__(self, app: QApplication, folder: str) -> None:
        self.app = app
        settings = QSettings(f"{folder}/p.ini", QSettings.Format.IniFormat)
        self.session = build(settings)
        window = self.session.window
        # As the program does: Python would collect in the middle of a gesture.
        collector = GcTimer(self.session.root)
        collector.begin()
        window.first_painted.connect(collector.freeze_loaded_objects)
        window.resize(1920, 1080)
        window.show()
        window.show_page("convolution")
        self.page, self.walk = window.page, self.session.walk
        self.output = self.canvas("output")
        self.paints = Paints(self.output)
        self._wake = QTimer()
        self.settle()

    def canvas(self, name: str) -> GridCanvas:
        found = self.page.findChild(GridCanvas, f"{name}_canvas")
        assert found is not None
        return found

    def until(self, condition: Callable[[], bool]) -> None:
        # Waiting as the program does: a busy loop would keep Python's lock from the
        # threads that compute. The timer wakes it where nothing else does.
        self._wake.start(1)
        while not condition():
            self.app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        self._wake.stop()

    def settle(self, seconds: float = 0.4) -> None:
        """Let glides end, answers come and frames be painted."""
        loop = QEventLoop()
        QTimer.singleShot(round(seconds * 1000), loop.quit)
        loop.exec()

    def show(self, pixels: np.ndarray) -> None:
        """Make a picture the picture, and wait for its whole output."""
        picture = Picture(pixels, "noise")
        self.session.pictures.replace(SharedPicture(picture, "file"))
        self.settle()
        self.until(self.has_whole_output)
        self.settle()

    def has_whole_output(self) -> bool:
        state = self.walk.store.state
        output, walk = state.output, state.walk
        return (
            output is not None
            and walk is not None
            and walk.operation.input_hw == self.session.pictures.state.picture.size_hw
            and output.every == 1
            and output.size_hw == walk.output_hw
        )


def noise(*shape: int) -> np.ndarray:
    return np.random.default_rng(0).integers(0, 256, shape, np.uint8)


def report(what: str, times_ms: list[float]) -> None:
    p50, p99 = np.percentile(times_ms, [50, 99])
    worst = max(times_ms)
    print(f"{what:<56} p50 {p50:6.2f}   p99 {p99:6.2f}   worst {worst:6.2f} ms")


def bench_number(lab: Lab) -> None:
    """Type a number into the kernel's table: 512 x 512, RGB, 5 x 5."""
    lab.show(noise(3, 512, 512))
    lab.walk.commands.set("colour", "rgb")
    settings = lab.walk.settings_store.state
    bank = type(settings.bank)(FIVE.astype(np.float32))
    lab.walk.commands.apply(with_bank(settings, bank), "random")
    lab.walk.show_whole_output(True)
    lab.settle(0.8)
    table = lab.page.findChild(QTableView, "kernel_table")
    assert table is not None
    times = []
    for number in range(TIMES):
        index = table.model().index(number % 5, number // 5 % 5)
        table.setCurrentIndex(index)
        table.edit(index)
        editor = table.findChild(QLineEdit)
        assert editor is not None
        editor.setText(str(number % 7 - 3.5))
        lab.settle(0.03)
        before, frames = lab.walk.store.state.output, lab.paints.count
        start = time.perf_counter()
        QTest.keyClick(editor, Qt.Key.Key_Return)
        lab.until(
            lambda old=before, seen=frames: (
                lab.walk.store.state.output is not old and lab.paints.count > seen
            )
        )
        times.append((time.perf_counter() - start) * 1000)
        lab.settle(0.1)
    report("512 x 512 RGB, 5 x 5: number to new output painted", times)


def bench_hover(lab: Lab, name: str) -> None:
    """Move the pointer to another cell; the frame shows what belongs to it."""
    rng = np.random.default_rng(1)
    for canvas_name in ("input", "output", "kernel"):
        canvas = lab.canvas(canvas_name)
        other = lab.canvas("input" if canvas_name != "input" else "output")
        paints = Paints(other)
        times: list[float] = []
        while len(times) < TIMES:
            x, y = (
                rng.integers(2, canvas.width() - 2),
                rng.integers(2, canvas.height() - 2),
            )
            cell = canvas.view.cell_at(float(x), float(y))
            if cell is None or cell == canvas.hovered_cell:
                continue
            before, start = paints.count, time.perf_counter()
            QTest.mouseMove(canvas, QPoint(int(x), int(y)))
            lab.until(lambda seen=before, p=paints: p.count > seen)
            times.append((time.perf_counter() - start) * 1000)
        report(f"{name}: hover a cell of the {canvas_name}", times)
        other.removeEventFilter(paints)
        QTest.mouseMove(lab.page, QPoint(3, 3))
        lab.settle(0.1)


def bench_autoplay(lab: Lab, name: str) -> None:
    lab.walk.show_whole_output(False)
    lab.walk.go_first()
    lab.walk.set_speed(60)
    lab.settle()
    lab.walk.play()
    frames, start = lab.paints.count, time.perf_counter()
    lab.settle(5)
    seconds = time.perf_counter() - start
    walk = lab.walk.store.state.walk
    assert walk is not None
    lab.walk.pause()
    steps, painted = walk.position / seconds, (lab.paints.count - frames) / seconds
    print(f"{name + ': autoplay at 60 steps a second':<56} {steps:.1f} steps/s, "
          f"{painted:.1f} frames/s")  # fmt: skip


def resident_mb() -> float:
    """Return the resident memory of this process (Linux; elsewhere 0)."""
    try:
        pages = int(Path("/proc/self/statm").read_text().split()[1])
    except OSError:
        return 0.0
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def bench_opening(lab: Lab, folder: str, channels: int) -> None:
    """Open a 4096 x 4096 picture, as a file is opened, until its output is whole."""
    file = f"{folder}/large{channels}.png"
    pixels = noise(4096, 4096) if channels == 1 else noise(4096, 4096, 3)
    Image.fromarray(pixels).save(file, compress_level=1)
    del pixels
    lab.settle(0.5)
    if channels == 3:
        lab.walk.commands.set("colour", "rgb")
        lab.settle(0.5)
    before_mb, most_mb = resident_mb(), 0.0
    late = Lateness(lab.page)
    late.begin()
    start = time.perf_counter()
    lab.session.window.open_file(file)
    lab.until(lambda: lab.session.pictures.state.picture.size_hw == (4096, 4096))
    opened = time.perf_counter() - start

    def whole_or_measured() -> bool:
        nonlocal most_mb
        most_mb = max(most_mb, resident_mb())
        return lab.has_whole_output()

    lab.until(whole_or_measured)
    whole = time.perf_counter() - start
    lab.settle(1)
    late.end()
    most_mb = max(most_mb, resident_mb())
    float_mb = channels * 4096 * 4096 * 4 / 1e6
    kind = "grey" if channels == 1 else "RGB"
    report(f"4096 x 4096 {kind}: loop late while opening", late.late_ms)
    print(f"  opened after {opened:.2f} s, whole output after {whole:.2f} s; resident "
          f"{before_mb:.0f} -> at most {most_mb:.0f}, then {resident_mb():.0f} MB; as "
          f"float {float_mb:.0f} MB: {most_mb / float_mb:.1f} times, growth "
          f"{(most_mb - before_mb) / float_mb:.1f} times")  # fmt: skip


def bench_large(lab: Lab) -> None:
    """Step, scrub and change a number on the 4096 x 4096 picture that is open."""
    rng = np.random.default_rng(3)
    walk = lab.walk.store.state.walk
    assert walk is not None
    times = []
    for place in rng.integers(0, walk.steps, TIMES):
        before, start = lab.paints.count, time.perf_counter()
        lab.walk.go_to(int(place))
        lab.until(lambda seen=before: lab.paints.count > seen)
        times.append((time.perf_counter() - start) * 1000)
    report("4096 x 4096: scrub to anywhere", times)
    late = Lateness(lab.page)
    late.begin()
    first, rest = [], []
    for number in range(10):
        before, start = lab.walk.store.state.output, time.perf_counter()
        lab.walk.commands.set_weight(0, 0, number + 0.25)
        lab.until(lambda old=before: lab.walk.store.state.output is not old)
        first.append((time.perf_counter() - start) * 1000)
        lab.until(lab.has_whole_output)
        rest.append((time.perf_counter() - start) * 1000)
        lab.settle(0.2)
    late.end()
    report("4096 x 4096: kernel number to the first picture", first)
    report("4096 x 4096: kernel number to the whole output", rest)
    report("4096 x 4096: loop late meanwhile", late.late_ms)


def main() -> None:
    app = make_application(["cnnviz"])
    with tempfile.TemporaryDirectory() as folder:
        lab = Lab(app, folder)
        lab.show(noise(1, 28, 28))
        bench_hover(lab, "28 x 28")
        bench_autoplay(lab, "28 x 28")
        lab.show(noise(1, 256, 256))
        bench_autoplay(lab, "256 x 256")
        bench_opening(lab, folder, 1)
        bench_hover(lab, "4096 x 4096")
        bench_large(lab)
        lab.show(noise(1, 28, 28))
        bench_number(lab)
        lab.show(noise(1, 28, 28))
        bench_opening(lab, folder, 3)
        lab.session.window.close()
        lab.session.shut_down()


if __name__ == "__main__":
    sys.exit(main())
