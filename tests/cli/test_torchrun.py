"""``torchrun -m cnnviz train``: one folder, one voice, stopped together and gone on with."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from cnnviz.cli.main import main
from cnnviz.engine.networks.catalogue import network
from cnnviz.engine.networks.weights import load_weights
from tests.helpers.idx_folder import write_idx_folder
from tests.helpers.kept_runs import told

pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(sys.platform == "win32", reason="refused on Windows"),
]


def started(*words: str, module: str = "-m") -> "subprocess.Popen[str]":
    torchrun = [sys.executable, "-m", "torch.distributed.run", "--nproc-per-node", "2"]
    return subprocess.Popen(
        [*torchrun, *module.split(), "cnnviz", "train", *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ
        | {"OMP_NUM_THREADS": "1", "PYTHONPATH": str(Path(__file__).parents[2])},
    )


def test_that_two_processes_stop_together_and_go_on_to_the_same_end(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = str(write_idx_folder(tmp_path / "bars", train=207, test=40))
    words = ["lenet5", "--data", data, "--epochs", "40", "--batch-size", "20"]
    words += ["--optimizer", "sgd", "--device", "cpu", "--json"]
    whole, run = tmp_path / "whole", tmp_path / "run"
    with started(*words, "--run-folder", str(whole)) as process:
        out, err = process.communicate(timeout=200)
    assert process.returncode == 0, err
    assert out == (whole / "events.jsonl").read_text(encoding="utf-8")
    assert told(whole, "started")[0]["processes"] == 2
    assert all(one["wait_seconds"] > 0 for one in told(whole, "batch"))

    with started(*words, "--run-folder", str(run)) as process:
        assert process.stdout is not None
        for _ in range(20):
            process.stdout.readline()
        process.send_signal(signal.SIGTERM)
        process.communicate(timeout=200)
    assert len(told(run, "batch")) < 240
    load_weights(run / "weights.safetensors", network("lenet5"))
    assert main(["train", "--resume", str(run)]) == 1
    assert "--nproc-per-node 2" in capsys.readouterr().err

    with started("--resume", str(run), "--json") as process:
        _, err = process.communicate(timeout=200)
    assert process.returncode == 0, err
    assert "Traceback" not in err
    assert [one["loss"] for one in told(run, "batch")] == [
        one["loss"] for one in told(whole, "batch")
    ]
    ours, expected = (
        load_weights(one / "weights.safetensors", network("lenet5"))
        for one in (run, whole)
    )
    for name, values in expected.items():
        np.testing.assert_array_equal(ours[name], values)
    card = (whole / "model_card.md").read_text(encoding="utf-8")
    assert "torchrun --nproc-per-node 2" in card
    settings = json.loads((whole / "settings.json").read_bytes())
    assert settings["config"]["batch_size"] == 20


def test_that_run_is_ours_behind_two_dashes(tmp_path: Path) -> None:
    data = str(write_idx_folder(tmp_path / "bars", train=40, test=20))
    words = ["mlp", "--data", data, "--epochs", "1", "--batch-size", "10"]
    folder = str(tmp_path / "run")
    command = started(*words, "--device", "cpu", "--run", folder, module="-m --")
    with command as process:
        _, err = process.communicate(timeout=200)
    assert process.returncode == 0, err
    assert told(tmp_path / "run", "finished")
