"""What needs no torch, in processes where there is none."""

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
from PIL import Image

BLOCKED = "import sys; sys.modules['torch'] = None\n"

COMMANDS = """
from cnnviz.cli.main import main
sys.exit(main(sys.argv[1:]))
"""

WINDOW = """
import numpy as np
from PySide6.QtCore import QSettings, QTimer
from cnnviz.app import build, make_application
from cnnviz.state.picture.shared_picture import drawing

application = make_application(sys.argv[:1])
session = build(QSettings(sys.argv[1], QSettings.Format.IniFormat))
ink_hw = np.zeros((280, 280), np.uint8)
ink_hw[50:230, 130:150] = 255  # a one
answered = []


def look(new, old):
    trace = None if new.answer is None else new.answer.trace
    if trace is not None and new.picture.ink_hw is ink_hw and not answered:
        answered.append((trace.best, len(new.answer.layers)))
        application.quit()


session.draw.store.changed.connect(look)
session.window.show()
session.window.show_page("draw")
session.pictures.replace(drawing(ink_hw))
QTimer.singleShot(60_000, application.quit)
application.exec()
session.shut_down()
print(answered, session.warm_up.isFinished())
"""


def run(program: str, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", BLOCKED + program, *arguments],
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_that_a_summary_is_printed() -> None:
    assert (
        json.loads(run(COMMANDS, "summary", "lenet5", "--json"))["parameters"] == 61706
    )


def test_that_pictures_are_classified(tmp_path: Path) -> None:
    ink = np.zeros((100, 100), np.uint8)
    ink[15:85, 46:54] = 255
    Image.fromarray(ink).save(tmp_path / "one.png")
    one = str(tmp_path / "one.png")
    said = json.loads(run(COMMANDS, "classify", one, "--json"))
    assert said["label"] == "1"
    assert sum(said["probabilities"]) > 0.999


def test_that_a_drawing_is_answered_with_every_layer(tmp_path: Path) -> None:
    assert run(WINDOW, str(tmp_path / "cnnviz.ini")).strip() == "[(1, 12)] False"
