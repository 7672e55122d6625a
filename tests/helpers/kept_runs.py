"""Small runs in folders, as ``cnnviz train --run`` leaves them."""

import json
from pathlib import Path
from typing import Any

from cnnviz.cli.main import main
from tests.helpers.idx_folder import write_idx_folder


def kept_run(folder: Path, *words: str, train: int = 200, test: int = 60) -> Path:
    """Train LeNet-5 on bars for two epochs into a folder, and return that."""
    data = folder.parent / "bars"
    if not data.exists():
        write_idx_folder(data, train=train, test=test)
    network = () if words and not words[0].startswith("-") else ("lenet5",)
    asked = ("--data", str(data), "--epochs", "2", "--batch-size", "20")
    quick = ("--threads", "1", "--device", "cpu", "--run", str(folder))
    assert main(["train", *network, *words, *asked, *quick]) == 0
    return folder


def told(run: Path, kind: str) -> list[dict[str, Any]]:
    """Return all events of a kind, as the file has them."""
    lines = (run / "events.jsonl").read_text(encoding="utf-8").splitlines()
    return [one for one in map(json.loads, lines) if one["event"] == kind]
