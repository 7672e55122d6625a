"""From a movement of the pen to painted probabilities, in the real Draw page.

A stroke of three seconds at 125 events a second, offscreen, at the size that the page
has in a window of 1280 x 800. Prints how fast movements were painted, and what they
cost: that hardly depends on what else the computer does.

With ``--strokes 500`` so many are on the pad before; with ``--training`` LeNet-5 learns
built-in digits in another process, as ``cnnviz train`` does, all the while.
"""

import argparse
import math
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# As in the program (`cli.console.matrix_threads`): small products are not shared.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np
from PySide6.QtCore import QElapsedTimer, QObject, QPointF, Qt, QTimer, Slot
from PySide6.QtGui import QPaintEvent, QUndoStack
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from typing_extensions import override

from cnnviz.app import make_application
from cnnviz.engine.networks.catalogue import network
from cnnviz.pages.draw.presenters.draw_presenter import DrawPresenter, DrawState
from cnnviz.pages.draw.views.draw_page import DrawPage
from cnnviz.pages.draw.views.probability_bars import ProbabilityBars
from cnnviz.shell.gc_timer import GcTimer
from cnnviz.state.current_network import CurrentNetwork
from cnnviz.state.network_choices import NetworkChoices
from cnnviz.state.picture.picture_presenter import PicturePresenter
from cnnviz.state.picture.shared_picture import drawing
from cnnviz.state.store import Store
from cnnviz.ui.canvas.draw_pad import DrawPad

SIZE = (1192, 740)
EVENTS, INTERVAL_MS = 375, 8


class Stroke(QObject):
    """Moves the mouse every 8 ms and notes when each movement's answer was painted."""

    def __init__(self, page: DrawPage, presenter: DrawPresenter) -> None:
        super().__init__()
        self._page = page
        self._presenter = presenter
        pad = page.findChild(DrawPad, "draw_pad")
        bars = page.findChild(ProbabilityBars, "probability_bars")
        assert pad is not None
        assert bars is not None
        self._pad, self._bars = pad, bars
        self._clock = QElapsedTimer()
        self._clock.start()
        self._sent: dict[int, float] = {}
        self._answered: int | None = None
        self._count = 0
        self.latencies_ms: list[float] = []
        self.lateness_ms: list[float] = []
        presenter.store.changed.connect(self._on_changed)
        self._bars.installEventFilter(self)
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(INTERVAL_MS)
        self._timer.timeout.connect(self._on_tick)

    def begin(self) -> None:
        """Put the pen down."""
        QTest.mousePress(self._pad, Qt.MouseButton.LeftButton, pos=self._place(0))
        self._last_tick = self._now()
        self.cpu_s = -time.thread_time()
        self._timer.start()

    def _now(self) -> float:
        return self._clock.nsecsElapsed() / 1e6

    def _place(self, number: int):  # noqa: ANN202
        turn = number / EVENTS * 4 * math.pi
        x = 140 + 70 * math.cos(turn) * (1 - number / EVENTS / 2)
        y = 140 + 90 * math.sin(turn)
        return self._pad.to_widget(QPointF(x, y)).toPoint()

    @Slot()
    def _on_tick(self) -> None:
        self._count += 1
        now = self._now()
        self.lateness_ms.append(max(0.0, now - self._last_tick - INTERVAL_MS))
        self._last_tick = now
        if self._count > EVENTS:
            self._timer.stop()
            self.cpu_s += time.thread_time()
            end = self._place(EVENTS)
            QTest.mouseRelease(self._pad, Qt.MouseButton.LeftButton, pos=end)
            QTimer.singleShot(300, QApplication.instance().quit)  # type: ignore[union-attr]
            return
        before = self._now()
        QTest.mouseMove(self._pad, self._place(self._count))
        ink = self._presenter.store.state.picture.ink_hw
        self._sent.setdefault(id(ink), before)
        self._keep = [*getattr(self, "_keep", []), ink]  # ids must stay unique

    @Slot(object, object)
    def _on_changed(self, new: DrawState, old: DrawState) -> None:
        if new.answer is not None and new.answer is not old.answer:
            self._answered = id(new.answer.preparation.ink_hw)

    @override
    def eventFilter(self, watched: QObject, event: object) -> bool:
        if isinstance(event, QPaintEvent) and self._answered is not None:
            # The bars paint in this very pass; what follows is the rest of the frame.
            QTimer.singleShot(0, self._on_painted)
        return False

    @Slot()
    def _on_painted(self) -> None:
        if self._answered in self._sent:
            # Every movement up to the answered one is on the screen now.
            newest = self._sent[self._answered]
            now = self._now()
            for key in [key for key, at in self._sent.items() if at <= newest]:
                self.latencies_ms.append(now - self._sent.pop(key))


@contextmanager
def training() -> Iterator[None]:
    """Let another process train."""
    with tempfile.TemporaryDirectory() as folder:
        words = ["train", "lenet5", "--data", "builtin", "--epochs", "50", "--out"]
        program = [sys.executable, "-m", "cnnviz", *words, str(Path(folder) / "run")]
        process = subprocess.Popen(program, stdout=subprocess.PIPE)
        assert process.stdout is not None
        process.stdout.readline()
        try:
            yield
        finally:
            process.kill()
            process.wait()


def draw_before(pad: DrawPad, strokes: int) -> None:
    """Fill the pad with short strokes."""
    rng = np.random.default_rng(0)
    for x, y in rng.uniform(10, 270, (strokes, 2)):
        start, end = (pad.to_widget(QPointF(at, y)).toPoint() for at in (x, x + 9))
        QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=start)
        QTest.mouseMove(pad, end)
        QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=end)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("weights", nargs="?", type=Path)
    parser.add_argument("--strokes", type=int, default=0)
    parser.add_argument("--training", action="store_true")
    asked = parser.parse_args()
    if not asked.training:
        return measure(asked.weights, asked.strokes)
    with training():
        return measure(asked.weights, asked.strokes)


def measure(weights_file: Path | None, strokes: int) -> int:
    application = make_application(sys.argv[:1])
    collecting = GcTimer()
    collecting.begin()
    lenet = network("lenet5")
    weights = None
    if weights_file is not None:
        from cnnviz.engine.networks.weights import load_weights

        weights = load_weights(weights_file, lenet)
    pictures = Store(drawing(np.zeros((280, 280), np.uint8)))
    networks = Store(CurrentNetwork(lenet, weights, "shipped"))
    picture = PicturePresenter(pictures, QUndoStack())
    presenter = DrawPresenter(pictures, networks)
    choices = NetworkChoices(networks)
    page = DrawPage(presenter, picture, choices)
    page.resize(*SIZE)
    page.show()
    page.set_shown(True)
    started = time.perf_counter()
    stroke = Stroke(page, presenter)

    def begin_when_ready(new: DrawState, old: DrawState) -> None:
        if old.loading and not new.loading:
            print(f"network ready after {time.perf_counter() - started:.2f} s")
            draw_before(page.findChild(DrawPad, "draw_pad"), strokes)
            QTimer.singleShot(1000, stroke.begin)

    presenter.store.changed.connect(begin_when_ready)
    application.exec()
    presenter.shut_down()
    picture.shut_down()
    for what, figures in (
        ("movement to painted probabilities", stroke.latencies_ms),
        ("event loop late by", stroke.lateness_ms),
    ):
        p50, p99 = np.percentile(figures, [50, 99])
        worst = max(figures)
        print(f"{what}: p50 {p50:.1f} ms, p99 {p99:.1f} ms, worst {worst:.1f} ms")
    collecting.shut_down()
    cpu_ms = 1000 * stroke.cpu_s / EVENTS
    print(f"the window's thread computes {cpu_ms:.1f} ms a movement")
    print(f"movements: {EVENTS}, painted: {len(stroke.latencies_ms)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
