"""Processes that train one network together."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import torch

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.messages.catalogue import sentence
from cnnviz.engine.training.distributed.group import joined
from cnnviz.engine.training.distributed.place import Place, torchrun_place
from cnnviz.engine.training.event_records import done_of, event_record
from cnnviz.engine.training.events import BatchDone, Started
from cnnviz.engine.training.loop import train
from cnnviz.engine.training.run_writing import RunWriter
from cnnviz.engine.training.runs.run_keeping import new_run, old_run
from tests.helpers.bar_digits import bar_dataset
from tests.helpers.shared_training import PICTURES, learned, recipe

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="refused on Windows")

ALONE = Place(0, 1, 0, 1)


@pytest.fixture
def met(monkeypatch: pytest.MonkeyPatch) -> None:
    """Say what torchrun would say to a process that is the only one."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    told = {"RANK": 0, "WORLD_SIZE": 1, "MASTER_ADDR": "127.0.0.1", "MASTER_PORT": port}
    for name, value in told.items():
        monkeypatch.setenv(name, str(value))
    assert torchrun_place(os.environ) == ALONE


@POSIX
@pytest.mark.filterwarnings("ignore")  # torch's, about its own internals
def test_that_one_process_learns_what_it_learns_alone_and_tells_its_times(
    met: None,
) -> None:
    dataset = bar_dataset(PICTURES)
    with joined(ALONE, "cpu") as group:
        together = list(train(recipe(40), dataset, group=group))
    alone = list(train(recipe(40), dataset))
    ours, expected = learned(together), learned(alone)
    for name in expected.keys() - {"waits", "computes"}:
        np.testing.assert_allclose(ours[name], expected[name], rtol=1e-4, atol=1e-6)
    assert (ours["computes"] > 0).all()
    assert (ours["waits"] > 0).all()

    batch = next(one for one in together if isinstance(one, BatchDone))
    record = event_record(batch)
    assert record is not None
    assert record["wait_seconds"] == batch.wait_seconds
    read = done_of(record)
    assert isinstance(read, BatchDone)
    assert (read.wait_seconds, read.loss) == (batch.wait_seconds, batch.loss)
    alone_record = event_record(
        next(one for one in alone if isinstance(one, BatchDone))
    )
    assert alone_record is not None
    assert "wait_seconds" not in alone_record


@pytest.mark.parametrize(
    ("place", "asked", "platform", "said"),
    [
        (Place(0, 2, 0, 2), "cpu", "win32", "Windows"),
        (Place(0, 2, 0, 2), "mps", "linux", "mps"),
        (Place(0, 2, 0, 99), "cuda", "linux", "99 processes on this computer"),
    ],
)
def test_that_what_cannot_work_is_said_before_anything_starts(
    place: Place,
    asked: str,
    platform: str,
    said: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    with pytest.raises(CnnvizError) as caught, joined(place, asked):  # type: ignore[arg-type]
        pass
    assert said in sentence(caught.value)
    assert not torch.distributed.is_initialized()


def test_that_a_run_goes_on_with_as_many_processes_as_it_began_with(
    tmp_path: Path,
) -> None:
    dataset, config = bar_dataset(40), recipe(20)
    begun = Started(config, "cpu", 40, 100, 1, processes=2)
    kept = new_run(tmp_path / "run")
    with kept.folder:
        assert kept.begin(dataset, config, "builtin", "", 2) is None
        writer = RunWriter(kept.path, config.network, kept.told)
        writer.take(begun)
        writer.close()
    kept, _ = old_run(tmp_path / "run")
    with kept.folder:
        with pytest.raises(CnnvizError) as caught:
            kept.begin(dataset, config, "builtin", "")
        assert "--nproc-per-node 2" in sentence(caught.value)
        started = kept.begin(dataset, config, "builtin", "", 2)
    assert started is not None
    assert started.processes == 2


@POSIX
@pytest.mark.long
def test_that_two_processes_learn_what_one_learns_from_twice_the_batch(
    tmp_path: Path,
) -> None:
    torchrun = [sys.executable, "-m", "torch.distributed.run", "--nproc-per-node", "2"]
    subprocess.run(
        [*torchrun, "-m", "tests.helpers.shared_training", str(tmp_path)],
        check=True,
        cwd=Path(__file__).parents[4],
        env=os.environ | {"OMP_NUM_THREADS": "1"},
        timeout=200,
    )
    first, second = (np.load(tmp_path / f"{rank}.npz") for rank in range(2))
    expected = learned(list(train(recipe(40), bar_dataset(PICTURES))))
    assert len(expected["losses"]) == 12
    for name, values in expected.items():
        if name in ("waits", "computes"):
            continue
        np.testing.assert_array_equal(first[name], second[name], err_msg=name)
        np.testing.assert_allclose(
            first[name], values, rtol=2e-3, atol=2e-5, err_msg=name
        )
    assert (first["waits"] > 0).all()
