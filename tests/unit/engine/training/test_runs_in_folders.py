"""A run that its folder keeps: whatever ends it, it goes on as if nothing had."""

import json
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from cnnviz.engine.datasets.split import Dataset, Split
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.messages.catalogue import sentence
from cnnviz.engine.networks.weights import load_weights
from cnnviz.engine.training.config import TrainingConfig
from cnnviz.engine.training.events import Checkpoint, Finished, Snapshot
from cnnviz.engine.training.loop import train
from cnnviz.engine.training.optimizers import OPTIMIZERS
from cnnviz.engine.training.predictions import PREDICTIONS
from cnnviz.engine.training.run_checkpoints import read_checkpoint, write_checkpoint
from cnnviz.engine.training.run_events import RunTold, mend_events, read_told
from cnnviz.engine.training.run_folder import (
    EVENTS,
    SETTINGS,
    RunFolder,
    RunSettings,
    fingerprint,
    read_settings,
    write_settings,
)
from cnnviz.engine.training.run_writing import RunWriter, snapshots
from tests.helpers.bar_digits import bar_dataset
from tests.helpers.chance_network import CHANCE

QUICK = TrainingConfig(
    network=CHANCE,
    epochs=3,
    batch_size=40,
    device="cpu",
    threads=1,
    seed=5,
    snapshot_every=4,
    schedule="cosine",
)


@pytest.fixture(scope="module")
def dataset() -> Dataset:
    whole = bar_dataset()
    some = slice(0, 210)
    train_split = Split(whole.train.images_nhw[some], whole.train.labels_n[some])
    return replace(whole, train=train_split)


def records(path: Path) -> list[dict[str, Any]]:
    """Return what a run told, without the clock."""
    lines = (path / EVENTS).read_text(encoding="utf-8").splitlines()
    found = [json.loads(line) for line in lines]
    return [{k: v for k, v in one.items() if k != "seconds"} for one in found]


def run_on(
    path: Path,
    config: TrainingConfig,
    dataset: Dataset,
    most: int | None = None,
    wanted: Callable[[], bool] = lambda: True,
) -> Finished | None:
    """Go on with a run for so many events, and then let it be, as a kill does."""
    events = train(
        config, dataset, checkpoint_wanted=wanted, resumed=read_checkpoint(path)
    )
    finished = None
    writer = RunWriter(path, config.network, mend_events(path))
    with closing(writer), closing(events):
        for event in islice(events, most):
            writer.take(event)
            if isinstance(event, Finished):
                finished = event
    return finished


@pytest.mark.parametrize("optimizer", OPTIMIZERS)
def test_that_a_run_ended_at_any_moment_goes_on_to_the_same_end(
    optimizer: str, dataset: Dataset, tmp_path: Path
) -> None:
    config = replace(QUICK, optimizer=optimizer, learning_rate=0.01)
    (whole := tmp_path / "whole").mkdir()
    expected = run_on(whole, config, dataset)
    assert expected is not None

    (path := tmp_path / "killed").mkdir()
    random = np.random.default_rng(2)
    finished = None
    for _ in range(40):
        wanted = bool(random.integers(2))
        most = int(random.integers(1, 14))
        finished = run_on(path, config, dataset, most, lambda wanted=wanted: wanted)
        if finished is not None:
            break
        if random.integers(2):  # in the middle of a line
            with (path / EVENTS).open("ab") as file:
                file.write(b'{"event": "bat')
    if finished is None:
        finished = run_on(path, config, dataset)

    assert finished is not None
    assert records(path) == records(whole)
    for file in (whole / PREDICTIONS).iterdir():
        assert (path / PREDICTIONS / file.name).read_bytes() == file.read_bytes()
    assert finished.weights.keys() == expected.weights.keys()
    for name, values in expected.weights.items():
        np.testing.assert_array_equal(finished.weights[name], values)


def test_that_snapshots_draw_no_lots(dataset: Dataset, tmp_path: Path) -> None:
    often, seldom = replace(QUICK, snapshot_every=1), replace(QUICK, snapshot_every=99)
    ends = []
    for config in (often, seldom):
        (path := tmp_path / str(config.snapshot_every)).mkdir()
        ends.append(run_on(path, config, dataset, wanted=lambda: False))
    first, second = ends
    assert first is not None
    assert second is not None
    for name, values in first.weights.items():
        np.testing.assert_array_equal(second.weights[name], values)


def test_that_a_checkpoint_comes_back_as_it_was(
    dataset: Dataset, tmp_path: Path
) -> None:
    events = train(QUICK, dataset, checkpoint_wanted=lambda: True)
    found = [event for event in events if isinstance(event, Checkpoint)]
    assert [one.batch for one in found[:7]] == [1, 2, 3, 4, 5, 6, 0]
    for one in (found[2], found[6]):
        write_checkpoint(tmp_path, one)
        read = read_checkpoint(tmp_path)
        assert read is not None
        assert (read.step, read.epoch, read.batch) == (one.step, one.epoch, one.batch)
        assert (read.loss_sum, read.right) == (one.loss_sum, one.right)
        assert read.arrays.keys() == one.arrays.keys()
        for name, values in one.arrays.items():
            assert read.arrays[name].dtype == values.dtype
            assert read.arrays[name].shape == values.shape
            np.testing.assert_array_equal(read.arrays[name], values)


def test_that_settings_come_back_as_they_were(dataset: Dataset, tmp_path: Path) -> None:
    settings = RunSettings(QUICK, "builtin", fingerprint(dataset), "cnnviz train …")
    write_settings(tmp_path, settings)
    assert read_settings(tmp_path) == settings


def test_that_a_run_older_than_a_setting_has_its_default(
    dataset: Dataset, tmp_path: Path
) -> None:
    write_settings(tmp_path, RunSettings(QUICK, "builtin", fingerprint(dataset), ""))
    said = json.loads((tmp_path / SETTINGS).read_bytes())
    del said["config"]["weight_decay"]
    (tmp_path / SETTINGS).write_text(json.dumps(said))
    assert read_settings(tmp_path).config == QUICK


def test_that_other_data_have_another_fingerprint(dataset: Dataset) -> None:
    split = dataset.train
    moved = Split(split.images_nhw[::-1], split.labels_n)
    assert fingerprint(dataset) == fingerprint(replace(dataset, name="other"))
    assert fingerprint(replace(dataset, train=moved)) != fingerprint(dataset)
    assert fingerprint(replace(dataset, test=split)) != fingerprint(dataset)


def test_that_snapshots_are_weights_that_anybody_reads(
    dataset: Dataset, tmp_path: Path
) -> None:
    events = train(QUICK, dataset)
    with closing(RunWriter(tmp_path, CHANCE, RunTold(), now=lambda: 0.0)) as writer:
        taken = [event for event in events if writer.take(event)]
    written = {one.step: one for one in taken if isinstance(one, Snapshot)}
    found = snapshots(tmp_path)
    assert [int(one.stem) for one in found] == [*written]
    for one in found:
        weights = load_weights(one, CHANCE)
        for name, values in written[int(one.stem)].weights.items():
            np.testing.assert_array_equal(weights[name], values)


def test_that_snapshots_thin_out_over_the_whole_run(
    dataset: Dataset, tmp_path: Path
) -> None:
    config = replace(QUICK, epochs=10, snapshot_every=1)
    writer = RunWriter(tmp_path, CHANCE, RunTold(), most_bytes=100_000, now=lambda: 0.0)
    with closing(writer):
        for event in train(config, dataset):
            writer.take(event)
    steps = [int(one.stem) for one in snapshots(tmp_path)]
    assert sum(one.stat().st_size for one in snapshots(tmp_path)) <= 100_000
    assert (steps[0], steps[-1]) == (0, 60)
    assert len(steps) > 4
    assert max(np.diff(steps)) <= 24  # none of the run is left without


def test_that_a_large_network_is_saved_for_a_twentieth_of_the_time(
    dataset: Dataset, tmp_path: Path
) -> None:
    clock = [0.0]

    def now() -> float:
        clock[0] += (
            1.0  # each look at the clock takes a second, so that saving takes one
        )
        return clock[0]

    events = train(QUICK, dataset, checkpoint_wanted=lambda: True)
    checkpoint = next(event for event in events if isinstance(event, Checkpoint))
    with closing(RunWriter(tmp_path, CHANCE, RunTold(), now=now)) as writer:
        writer.take(checkpoint)
        ended = clock[0]
        while not writer.checkpoint_wanted():
            pass
        assert clock[0] - ended == pytest.approx(20, abs=1)


def test_that_a_folder_is_one_writers_at_a_time(tmp_path: Path) -> None:
    with RunFolder(tmp_path), pytest.raises(CnnvizError) as caught:
        RunFolder(tmp_path)
    assert caught.value.code == "run_in_use"
    assert str(caught.value.facts["process"]).isdigit()
    with RunFolder(tmp_path):
        pass


def test_that_what_a_killed_process_left_half_written_is_removed(
    tmp_path: Path,
) -> None:
    left = tmp_path / "snapshots" / ".cnnviz-0.tmp"
    left.parent.mkdir()
    left.touch()
    with RunFolder(tmp_path):
        assert not left.exists()


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (None, "run_not_there"),
        (b"", "run_damaged"),
        (b"{}", "run_damaged"),
        (b"[" * 100_000, "run_damaged"),
        (b'{"format": "cnnviz run", "version": 1}', "run_damaged"),
        (b'{"format": "cnnviz run", "version": 2}', "run_too_new"),
        (b'{"format": "of others", "version": 2}', "run_damaged"),
        (b"\xff\xfe", "run_damaged"),
    ],
)
def test_that_settings_of_nobody_are_refused(
    content: bytes | None, code: str, tmp_path: Path
) -> None:
    if content is not None:
        (tmp_path / SETTINGS).write_bytes(content)
    with pytest.raises(CnnvizError) as caught:
        read_settings(tmp_path)
    assert caught.value.code == code
    assert len(sentence(caught.value)) < 300


def test_that_damaged_settings_are_refused_wherever_it_is(
    dataset: Dataset, tmp_path: Path
) -> None:
    settings = RunSettings(QUICK, "builtin", fingerprint(dataset), "cnnviz train")
    write_settings(tmp_path, settings)
    said = json.loads((tmp_path / SETTINGS).read_bytes())
    for name in said.keys() - {"begun", "versions"}:
        for value in (None, 7, "x", [], {}):
            if name in ("data", "fingerprint", "command"):
                continue
            (tmp_path / SETTINGS).write_text(json.dumps(said | {name: value}))
            with pytest.raises(CnnvizError) as caught:
                read_settings(tmp_path)
            assert caught.value.code in ("run_damaged", "run_too_new")


@pytest.mark.parametrize(
    "lines",
    [
        b"{}\n",
        b"1\n",
        b"null\n",
        b'{"event": "batch"}\n',
        b"\xff\n",
        b"[" * 100_000 + b"\n",
    ],
)
def test_that_events_of_nobody_are_refused(lines: bytes, tmp_path: Path) -> None:
    (tmp_path / EVENTS).write_bytes(lines)
    with pytest.raises(CnnvizError) as caught:
        read_told(tmp_path)
    assert caught.value.code == "run_damaged"


def test_that_half_a_line_at_the_end_is_cut_off(tmp_path: Path) -> None:
    whole = b'{"event": "snapshot", "epoch": 0, "step": 0}\n'
    (tmp_path / EVENTS).write_bytes(whole + b'{"event": "ba')
    assert read_told(tmp_path).snapshot == 0
    mend_events(tmp_path)
    assert (tmp_path / EVENTS).read_bytes() == whole


def test_that_a_damaged_checkpoint_is_refused(dataset: Dataset, tmp_path: Path) -> None:
    events = train(QUICK, dataset, checkpoint_wanted=lambda: True)
    checkpoint = next(event for event in events if isinstance(event, Checkpoint))
    write_checkpoint(tmp_path, checkpoint)
    file = tmp_path / "checkpoint.safetensors"
    data = file.read_bytes()
    for damaged in (b"", data[:7], data[: len(data) // 2], b"\0" * 100, data[:-1]):
        file.write_bytes(damaged)
        with pytest.raises(CnnvizError) as caught:
            read_checkpoint(tmp_path)
        assert caught.value.code == "run_damaged"
