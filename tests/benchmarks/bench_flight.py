"""How long a frame takes while products fly into their sum on the Convolution page.

Run it with ``make bench``, or by itself; figures go to the terminal. The page is as large
as in a window of 1920 x 1080. Each step is taken by a key; of the frames that follow, from
the moment at which something moves to the end of what is painted anew, p99 has to stay
below the 16.7 ms of a screen that shows 60 a second; up to 5 ms of it Qt waits for more to
paint. What is computed of it hardly depends on what else the computer does. The last
column is what the step itself takes, until it is painted.
"""

import os
import time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from bench_step import Lab, Paints, painted
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cnnviz.app import make_application
from cnnviz.ui.unit_view.flight import Flight

STEPS = 12
SIDE = 28


def flown(lab: Lab, flight: Flight) -> list[tuple[float, float]]:
    """Return the milliseconds of each frame of a flight, and those that it computes."""
    lab.until(lambda: flight.is_flying)
    frames, clock, paints = [], flight._animation, Paints()
    clock.pause()
    flight.installEventFilter(paints)
    for now_ms in range(8, clock.duration(), 8):
        lab.app.processEvents()
        before, start, cpu = paints.count, time.perf_counter(), time.thread_time()
        clock.setCurrentTime(now_ms)
        lab.until(lambda old=before: paints.count > old)
        took = time.perf_counter() - start, time.thread_time() - cpu
        frames.append((1000 * took[0], 1000 * took[1]))
    flight.removeEventFilter(paints)
    clock.resume()
    lab.until(lambda: not flight.is_flying)
    return frames


def bench(app: QApplication, size: int) -> None:
    lab = Lab(app, SIDE)
    kernel = np.random.default_rng(2).integers(1, 9, (size, size))
    lab.walk.commands.set("kernel_size", (size, size))
    for i, j in np.ndindex(size, size):
        lab.walk.commands.set_weight(i, j, float(kernel[i, j]))
    lab.until(lambda: lab.walk.store.state.output is not None)
    lab.page.set_reduced_motion(False)
    lab.settle()
    flight = lab.page.findChild(Flight)
    assert isinstance(flight, Flight)
    frames, steps = [], []
    for _ in range(STEPS):
        lab.settle()
        lab.settle()
        key = lambda: QTest.keyClick(lab.page, Qt.Key.Key_Right)  # noqa: E731
        steps.append(painted(lab, key))
        frames += flown(lab, flight)
    (p50, cpu50), (p99, cpu99) = np.percentile(frames, [50, 99], axis=0)
    print(
        f"{size} x {size}: {len(frames)} frames   p50 {p50:5.2f} ms   p99 {p99:5.2f} ms"
        f"   computes p50 {cpu50:5.2f} ms   p99 {cpu99:5.2f} ms"
        f"   step p50 {np.median(steps):5.2f} ms"
    )
    lab.close()


def main() -> None:
    app = make_application([])
    for size in (3, 5, 9):
        bench(app, size)


if __name__ == "__main__":
    main()
