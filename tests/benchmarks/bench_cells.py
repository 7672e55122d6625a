"""Numbers typed into the cells of a 4096 x 4096 picture, in the real window.

For each number, typed with real keys: from Return to the frame of the input that shows
it, and by how much the window's thread was late at most meanwhile (and once the output
had followed). Then the same for undo. Offscreen. Run it with ``make bench``, or alone.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from bench_lab import Lab, Lateness, noise, report
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from cnnviz.app import make_application
from cnnviz.state.lab_input import LabInput
from cnnviz.ui.canvas.grid_canvas import GridCanvas

SIDE = 4096
EDITS = 20
Key = Qt.Key


class FirstFrame(QObject):
    """When a canvas is first painted with what is waited for."""

    def __init__(self, canvas: GridCanvas) -> None:
        super().__init__(canvas)
        self.is_there: Callable[[], bool] = lambda: False
        self.at: float | None = None
        canvas.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and self.at is None and self.is_there():
            self.at = time.perf_counter()
        return False


class Typist:
    """Types numbers into the cells of the picture that is open."""

    def __init__(self, lab: Lab) -> None:
        self.lab = lab
        self.frame = FirstFrame(lab.canvas("input"))
        self.late = Lateness(lab.page)
        line = lab.page.findChild(QLineEdit, "cell_line")
        assert line is not None
        self.line = line

    def given(self) -> LabInput:
        given = self.lab.walk.store.state.given
        assert given is not None
        return given

    def shows(self, cell: tuple[int, int, int], value: float) -> bool:
        return float(self.given().values_chw[cell]) == value

    def number(self, cell: tuple[int, int, int], value: float) -> tuple[float, ...]:
        """Type one number; return what it took to see it, and the worst lateness."""
        _, row, column = cell
        self.lab.page.setFocus()
        self.lab.walk.go_to_cell(row - 1, column - 1)
        self.lab.settle(0.1)
        self.late.begin()
        QTest.keyClick(self.lab.page, Key.Key_E)
        QTest.keyClicks(self.line, f"{value:g}")
        self.lab.settle(0.05)
        return self.timed(
            lambda: QTest.keyClick(self.line, Key.Key_Return),
            lambda: self.shows(cell, value),
        )

    def timed(
        self, do: Callable[[], None], is_done: Callable[[], bool]
    ) -> tuple[float, ...]:
        self.frame.at, self.frame.is_there = None, is_done
        start = time.perf_counter()
        do()
        own = (time.perf_counter() - start) * 1000
        self.lab.until(lambda: self.frame.at is not None)
        assert self.frame.at is not None
        seen = (self.frame.at - start) * 1000
        self.lab.until(self.lab.has_whole_output)
        self.lab.settle(0.3)
        self.late.end()
        return own, seen, max(self.late.late_ms)

    def undo(self, cell: tuple[int, int, int], value: float) -> tuple[float, ...]:
        self.late.begin()
        self.lab.settle(0.05)
        return self.timed(self.lab.session.undo.undo, lambda: self.shows(cell, value))


def bench_typing(lab: Lab, what: str, values: list[float]) -> None:
    """Type numbers here and there, then take each of them back."""
    typist, rng = Typist(lab), np.random.default_rng(4)
    typed, rows, before = [], [], []
    for value in values:
        _, row, column = (0, *rng.integers(10, SIDE - 10, 2).tolist())
        cell = (0, int(row), int(column))
        typed.append(cell)
        before.append(float(typist.given().values_chw[cell]))
        rows.append(typist.number(cell, value))
    _tell(f"{what}: typing", rows)
    rows = [
        typist.undo(cell, value)
        for cell, value in reversed(list(zip(typed, before, strict=True))[1:])
    ]
    _tell(f"{what}: undo", rows)
    lab.session.undo.undo()
    lab.settle(1)


def _tell(what: str, rows: list[tuple[float, ...]]) -> None:
    own, seen, late = (list(column) for column in zip(*rows, strict=True))
    report(f"{what}, the key press itself", own)
    report(f"{what}, until it is painted", seen)
    report(f"{what}, loop late at most, each", late)
    print("  each: " + ", ".join(f"{a:.0f}/{b:.0f}" for a, b in zip(seen, late, strict=True)))  # fmt: skip


def main() -> None:
    app = make_application(["cnnviz"])
    with tempfile.TemporaryDirectory() as folder:
        lab = Lab(app, folder)
        for channels, name in ((1, "grey"), (3, "RGB")):
            lab.show(noise(1, 28, 28))
            if channels == 3:
                lab.walk.commands.set("colour", "rgb")
            lab.show(noise(channels, SIDE, SIDE))
            levels = [float(3 * number) for number in range(EDITS)]
            bench_typing(lab, f"{SIDE} x {SIDE} {name}, levels", levels)
            fractions = [number + 0.5 for number in range(EDITS)]
            bench_typing(lab, f"{SIDE} x {SIDE} {name}, fractions", fractions)
        lab.session.window.close()
        lab.session.shut_down()


if __name__ == "__main__":
    sys.exit(main())
