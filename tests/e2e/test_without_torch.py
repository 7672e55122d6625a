"""What needs no torch, in processes where there is none."""

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from cnnviz.engine.lacking import torch_missing
from cnnviz.engine.resources import resource

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
session.window.show_page("train")  # as a hand would that looks around
session.window.show_page("draw")
session.pictures.replace(drawing(ink_hw))
QTimer.singleShot(120_000, application.quit)
application.exec()
session.shut_down()
print(answered, "torch" in sys.modules and sys.modules["torch"] is not None)
"""

MISSING = """
import numpy as np
from PySide6.QtCore import QSettings, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel
from cnnviz.app import build, make_application
from cnnviz.ui.texts import sentence

application = make_application(sys.argv[:1])
session = build(QSettings(sys.argv[1], QSettings.Format.IniFormat))
window, draw = session.window, session.draw
said = {}


def look(new, old):
    if new.answer is not None and new.method != "gradient":
        draw.why.choose_method("gradient")
    if new.error is not None:
        said["gradients"] = sentence(new.error)
        application.quit()


window.show()
window.show_page("train")
action = window.findChild(QAction, "train_start_or_pause")
said["may start"] = action.isEnabled()
said["train"] = window.findChild(QLabel, "recipe_problem").toolTip()
action.trigger()
said["phase"] = session.train.run.state.phase
session.train.beside.races.start()
said["race"] = session.train.beside.races.store.state.phase
draw.why.store.changed.connect(look)
window.show_page("draw")
window.findChild(QAction, "draw_why").trigger()
QTimer.singleShot(120_000, application.quit)
application.exec()
session.shut_down()
import json
print(json.dumps(said))
"""

BOTH = """
import os
from cnnviz.cli.main import main
for words in sys.argv[1:]:
    status = main(words.split("|"))
    assert status == 0, (words, status)
"""


def run(program: str, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", BLOCKED + program, *arguments],
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr, done.stderr
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


def test_that_the_window_says_what_training_and_gradients_need(tmp_path: Path) -> None:
    said = json.loads(run(MISSING, str(tmp_path / "cnnviz.ini")))
    assert "pip install torch" in said["train"]
    assert said["gradients"] == said["train"]
    assert (said["may start"], said["phase"], said["race"]) == (False, "idle", "idle")


def test_that_everything_of_the_command_line_but_training_runs(tmp_path: Path) -> None:
    picture = str(resource("samples", "seven.png"))
    wanted = (
        f"conv|{picture}|--kernel|sobel-x|--out|{tmp_path / 'conv.png'}",
        f"pool|{picture}|--kind|max|--size|2|--out|{tmp_path / 'pool.png'}",
        f"animate|pool|{picture}|--kind|max|--size|7|--out|{tmp_path / 'pool.gif'}",
        f"maps|{picture}|--layer|c1|--out|{tmp_path / 'maps.npy'}",
        f"unit|{picture}|--layer|f6|--at|12",
        f"export|lenet5|--out|{tmp_path / 'lenet5.py'}",
        f"export|lenet5|--out|{tmp_path / 'lenet5.onnx'}",
    )
    run(BOTH, *wanted)
    made = {path.name for path in tmp_path.iterdir()}
    assert {"conv.png", "pool.png", "pool.gif", "maps.npy", "lenet5.py"} < made


def test_that_a_command_that_trains_says_so_in_one_line() -> None:
    words = ("train", "lenet5", "--data", "builtin")
    done = subprocess.run(
        [sys.executable, "-c", BLOCKED + COMMANDS, *words],
        capture_output=True,
        text=True,
    )
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "PyTorch" in done.stderr


@pytest.mark.parametrize(
    ("system", "machine", "frozen", "code"),
    [
        ("linux", "x86_64", False, "torch_missing"),
        ("linux", "x86_64", True, "torch_left_out"),
        ("darwin", "arm64", True, "torch_left_out"),
        ("darwin", "x86_64", True, "torch_not_for_intel_macs"),
        ("win32", "AMD64", False, "torch_missing"),
        ("win32", "ARM64", False, "torch_not_for_arm_windows"),
    ],
)
def test_that_each_system_is_told_how_it_gets_torch(
    monkeypatch: pytest.MonkeyPatch, system: str, machine: str, frozen: bool, code: str
) -> None:
    monkeypatch.setattr("sys.platform", system)
    monkeypatch.setattr("sys.frozen", frozen, raising=False)
    monkeypatch.setattr("platform.machine", lambda: machine)
    missing = torch_missing()
    assert missing.code == code
    if code == "torch_missing":  # Linux's ordinary build brings CUDA along
        line = str(missing.facts["line"])
        assert line.endswith("/cpu") == (system == "linux")
