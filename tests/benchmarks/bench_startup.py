"""Time to first paint of the real window, and how late its loop is while torch comes.

Each process is new. "First paint" counts from before the process is started until the
window and its parts have been painted; "lateness" is by how much a 5 ms timer of the
window's thread comes late, from the first paint until torch is imported and a little
after. It is imported at once here, as where the program begins on a page that needs it.
Offscreen: no time of a display server is in it.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PROCESSES = 5
TICK_MS = 5

CHILD = """
import gc, json, sys, time
gc.disable()  # as cnnviz.cli.window does
from PySide6.QtCore import QElapsedTimer, QObject, QSettings, Qt, QTimer, Slot
from cnnviz.app import build, make_application
from cnnviz.shell.gc_timer import GcTimer


class Probe(QObject):
    def __init__(self, session, quit):
        super().__init__(session.window)
        self.session, self.quit, self.late = session, quit, []
        self.clock, self.timer = QElapsedTimer(), QTimer(self)
        self.timer.setTimerType(Qt.TimerType.PreciseTimer)
        self.timer.setInterval(%(tick)d)
        self.timer.timeout.connect(self.tick)
        session.window.first_painted.connect(self.painted)
        session.window.first_painted.connect(session.warm_up.begin)
        session.warm_up.finished.connect(self.loaded)

    @Slot()
    def painted(self):
        self.at = time.monotonic()
        self.clock.start()
        self.timer.start()

    @Slot()
    def tick(self):
        self.late.append(max(0.0, self.clock.nsecsElapsed() / 1e6 - %(tick)d))
        self.clock.restart()

    @Slot()
    def loaded(self):
        self.torch = time.monotonic() - self.at
        QTimer.singleShot(200, self.quit)


application = make_application(sys.argv[:1])
session = build(QSettings(sys.argv[1], QSettings.Format.IniFormat))
collector = GcTimer(session.root)
collector.begin()
session.window.first_painted.connect(collector.freeze_loaded_objects)
session.warm_up.finished.connect(collector.freeze_loaded_objects)
probe = Probe(session, application.quit)
session.window.show()
application.exec()
session.shut_down()
late = sorted(probe.late)
print(json.dumps({
    "painted": probe.at, "torch": probe.torch, "late": late, "worst": late[-1],
}))
"""


def one_start(settings: Path) -> dict[str, float]:
    """Return the figures of one new process."""
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # as installed: compiled once
    command = [sys.executable, "-c", CHILD % {"tick": TICK_MS}, str(settings)]
    begun = time.monotonic()
    done = subprocess.run(
        command, env=environment, capture_output=True, text=True, check=True
    )
    figures = json.loads(done.stdout.splitlines()[-1])
    late = figures["late"]
    return {
        "first paint": 1000 * (figures["painted"] - begun),
        "torch imported after": 1000 * figures["torch"],
        "lateness p50": late[len(late) // 2],
        "lateness p99": late[int(0.99 * len(late))],
        "lateness worst": figures["worst"],
    }


def main() -> None:
    """Print the median and the worst of each figure."""
    with tempfile.TemporaryDirectory() as folder:
        one_start(Path(folder, "first.ini"))  # compiles, and is not counted
        runs = [one_start(Path(folder, f"{n}.ini")) for n in range(PROCESSES)]
    for name in runs[0]:
        values = [run[name] for run in runs]
        median, worst = statistics.median(values), max(values)
        print(f"{name:>22}: median {median:7.1f} ms, worst {worst:7.1f} ms")


if __name__ == "__main__":
    main()
