"""``cnnviz train`` in a process of its own, and whether two runs came to the same."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np

from cnnviz.engine.networks.weights import load_weights
from tests.helpers.chance_network import CHANCE


def _hear_signals() -> None:
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@contextmanager
def training(
    *words: str, prepare: Callable[[], None] = _hear_signals
) -> Iterator["subprocess.Popen[str]"]:
    process = subprocess.Popen(
        [sys.executable, "-m", "cnnviz", "train", *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])},
        preexec_fn=prepare if sys.platform != "win32" else None,
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def told(folder: Path) -> list[dict[str, Any]]:
    """Return the events in a folder, without the clock."""
    lines = (folder / "events.jsonl").read_text(encoding="utf-8").splitlines()
    found = [json.loads(line) for line in lines]
    return [{k: v for k, v in one.items() if k != "seconds"} for one in found]


def assert_same_end(folder: Path, whole: Path) -> None:
    """Check that two runs told the same, and learned the same."""

    def without_stops(path: Path) -> list[dict[str, Any]]:
        # Where a run was told to stop, it left a snapshot more.
        return [one for one in told(path) if one["event"] != "snapshot"]

    assert without_stops(folder) == without_stops(whole)
    first, second = (
        load_weights(path / "weights.safetensors", CHANCE) for path in (folder, whole)
    )
    for name, values in first.items():
        np.testing.assert_array_equal(second[name], values)
