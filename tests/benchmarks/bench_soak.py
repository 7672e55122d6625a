"""What a long run does to memory: LeNet-5 trains, pages and tools open and close.

    python tests/benchmarks/bench_soak.py [MINUTES]

Run as a script, 30 minutes unless told otherwise. Every two seconds another page or
another tool of the Train page is opened, offscreen. Resident memory is printed once a
minute; at the end, how much it grew after the first five minutes.
"""

import os
import sys
import tempfile
from dataclasses import replace
from pathlib import Path
from time import perf_counter

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parent.parent.parent))

from PySide6.QtCore import QEventLoop, QSettings, QTimer

from cnnviz.app import Session, build, make_application
from cnnviz.engine.datasets.loading import find_mnist

EVERY_MS = 2000
SETTLED_S = 300.0
PAGES = ("train", "draw", "network", "train", "convolution")


def resident_mb() -> float:
    """Return the memory of this process that is in use, as Linux counts it."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024
    raise OSError("no VmRSS in /proc/self/status")


def train_on(session: Session) -> None:
    """Begin a run that outlasts the benchmark, or go on."""
    train = session.train
    if not train.is_running:
        data = "builtin" if find_mnist() is None else "mnist"
        asked = replace(train.recipe.state, data=data, epochs=1000, batch_size=64)
        train.change_recipe(asked)
        train.start()


def open_next(session: Session, turn: int) -> None:
    """Open another page; on the Train page, another tool."""
    session.window.show_page(PAGES[turn % len(PAGES)])
    if session.window.page.key == "train":
        tools = [
            action
            for action in session.window.page.page_actions()
            if action.isCheckable()
        ]
        tools[turn // len(PAGES) % len(tools)].setChecked(True)


def look_on(milliseconds: int) -> None:
    """Let the window do what it has to do, so long."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def main() -> None:
    minutes = float(sys.argv[1]) if len(sys.argv) > 1 else 30.0
    make_application(["cnnviz"])
    with tempfile.TemporaryDirectory() as folder:
        settings = QSettings(f"{folder}/soak.ini", QSettings.Format.IniFormat)
        session = build(settings, runs=Path(folder) / "runs")
        session.window.resize(1280, 800)
        session.window.show()
        begun, turn, settled, said = perf_counter(), 0, 0.0, -1
        while (seconds := perf_counter() - begun) < 60 * minutes:
            train_on(session)
            open_next(session, turn)
            look_on(EVERY_MS)
            turn += 1
            if seconds >= min(SETTLED_S, 30 * minutes) and not settled:
                settled = resident_mb()
            if int(seconds / 60) > said:
                said = int(seconds / 60)
                batches = session.train.run.state.curves.batches
                print(
                    f"{said:3} min  {resident_mb():7.1f} MB  {batches} batches",
                    flush=True,
                )
        grown = resident_mb() / settled - 1
        print(f"grew by {grown:.1%} after the first minutes, to {resident_mb():.1f} MB")
        session.shut_down()
        session.window.close()


if __name__ == "__main__":
    main()
