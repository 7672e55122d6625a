"""The real program in a process of its own, that may be killed and started again."""

import json
import os
import subprocess
import sys
from typing import Any

AROUND = """
import json, os, sys
import numpy as np
from PySide6.QtCore import QTimer
import cnnviz.app
from cnnviz.state import work_keeping
from cnnviz.state.kept_slot import kept_folder

work_keeping.LEAST_PAUSE_MS = 20
real, real_keep = cnnviz.app.build, cnnviz.app.keep_work

def kill():
    os.kill(os.getpid(), 9)

def when(fact, do):
    def look():
        if fact():
            timer.stop()
            do()
    timer = QTimer(session.window)
    timer.timeout.connect(look)
    timer.start(10)

def is_kept(name="work.cnnlab"):
    return any(kept_folder().glob("*/" + name))

def draw():
    ink_hw = np.zeros((280, 280), np.uint8)
    ink_hw[50:200, 130:150] = 255
    session.picture.start_drawing()
    session.picture.begin_stroke()
    session.picture.finish_stroke(ink_hw)

def tell():
    ink_hw = session.pictures.state.ink_hw
    print(json.dumps({{
        "origin": session.pictures.state.origin,
        "ink": 0 if ink_hw is None else int((ink_hw > 0).sum()),
        "stride": session.walk.settings_store.state.stride,
        "position": session.walk.store.state.walk.position,
        "epochs": session.train.recipe.state.epochs,
        "said": session.window.message_bar.text,
        "undo": session.undo.undoText(),
    }}), flush=True)

def keep_work(made, *, crashed=False):
    global session, keeping
    session, keeping = made, real_keep(made, crashed=crashed)
{setup}
    return keeping

cnnviz.app.keep_work = keep_work
from cnnviz.cli.window import run
sys.exit(run(None))
"""


def start(setup: str, **environment: str) -> tuple[int, list[dict[str, Any]], str]:
    """Run the program; return its status, what it told, and stderr."""
    done = subprocess.run(
        [sys.executable, "-c", AROUND.format(setup=setup)],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"} | environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    told = [json.loads(line) for line in done.stdout.splitlines()]
    said = [line for line in done.stderr.splitlines() if "plugin does not" not in line]
    return done.returncode, told, "\n".join(said)
