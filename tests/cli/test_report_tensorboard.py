"""``cnnviz report --tensorboard``: event files, read back by TensorBoard's own reader."""

import io
import json
import struct
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from cnnviz.cli.main import main
from cnnviz.engine.networks.catalogue import network
from cnnviz.engine.networks.weights import load_weights
from tests.helpers.kept_runs import kept_run, told
from tests.helpers.unheard import FULL


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Return a run and the folder of its event files."""
    pytest.importorskip(
        "tensorboardX", reason="the extra [tensorboard] is not installed"
    )
    folder = tmp_path_factory.mktemp("runs")
    run, logs = kept_run(folder / "run", "--schedule", "cosine"), folder / "logs"
    assert main(["report", str(run), "--tensorboard", str(logs)]) == 0
    return run, logs


@pytest.mark.filterwarnings("ignore")
def test_that_tensorboard_reads_what_was_measured(written: tuple[Path, Path]) -> None:
    pytest.importorskip(
        "tensorboard", reason="TensorBoard, the oracle, is not installed"
    )
    from tensorboard.backend.event_processing import event_accumulator

    run, logs = written
    read = event_accumulator.EventAccumulator(
        str(logs), size_guidance={"scalars": 0, "histograms": 0, "images": 0}
    )
    read.Reload()
    batches, epochs = told(run, "batch"), told(run, "epoch")
    losses = read.Scalars("batch/loss")
    assert [one.step for one in losses] == [one["step"] for one in batches]
    np.testing.assert_allclose(
        [one.value for one in losses], [one["loss"] for one in batches], rtol=1e-6
    )
    held_out = read.Scalars("held_out/accuracy")
    assert [one.step for one in held_out] == [10, 20]
    np.testing.assert_allclose(
        [one.value for one in held_out],
        [one["validation_accuracy"] for one in epochs],
        rtol=1e-6,
    )
    assert read.Scalars("batch/learning_rate")[10].value == pytest.approx(0.0005)

    steps = [int(file.stem) for file in sorted((run / "snapshots").iterdir())]
    last = load_weights(
        run / "snapshots" / f"{steps[-1]:09}.safetensors", network("lenet5")
    )
    histograms = read.Histograms("weights/c1.weight")
    assert [one.step for one in histograms] == steps
    numbers = histograms[-1].histogram_value
    assert numbers.num == last["c1.weight"].size
    assert numbers.min == pytest.approx(float(last["c1.weight"].min()), rel=1e-5)
    assert numbers.sum == pytest.approx(float(last["c1.weight"].sum()), rel=1e-4)
    images = read.Images("kernels")
    assert [one.step for one in images] == steps
    with Image.open(io.BytesIO(images[-1].encoded_image_string)) as picture:
        assert picture.width > 6 * 5


def test_that_each_record_is_framed_as_the_format_asks(
    written: tuple[Path, Path],
) -> None:
    (file,) = written[1].iterdir()
    data, at, records = file.read_bytes(), 0, 0
    while at < len(data):
        (length,) = struct.unpack_from("<Q", data, at)
        at += 8 + 4 + length + 4
        records += 1
    assert at == len(data)
    # One for the version; three a batch, five an epoch, then histograms and kernels.
    assert records > 1 + 20 * 3 + 2 * 5


@pytest.mark.parametrize("after", [1, 70])
def test_that_a_full_disk_is_said_and_leaves_nothing(
    after: int,
    written: tuple[Path, Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    from tensorboardX.record_writer import RecordWriter

    write, left = RecordWriter.write, iter(range(after))

    def full(self: object, data: bytes) -> None:
        if next(left, None) is None:
            raise FULL
        write(self, data)

    monkeypatch.setattr(RecordWriter, "write", full)
    assert main(["report", str(written[0]), "--tensorboard", str(tmp_path)]) == 1
    assert "No space left" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_that_waiting_of_several_processes_is_told(tmp_path: Path) -> None:
    pytest.importorskip("tensorboardX", reason="the extra is not installed")
    run = kept_run(tmp_path / "run")
    lines = (run / "events.jsonl").read_text(encoding="utf-8").splitlines()
    records = [json.loads(line) for line in lines]
    for record in records:
        if record["event"] == "batch":
            record |= {"compute_seconds": 0.25, "wait_seconds": 0.5}
    (run / "events.jsonl").write_text("".join(f"{json.dumps(r)}\n" for r in records))
    assert main(["report", str(run), "--tensorboard", str(tmp_path / "logs")]) == 0
    (file,) = (tmp_path / "logs").iterdir()
    data = file.read_bytes()
    batches = len(told(run, "batch"))
    for name, value in (("compute", 0.25), ("wait", 0.5)):
        # A name and, after it, a float of four bytes.
        tag = f"batch/{name}_seconds".encode()
        assert data.count(tag + b"\x15" + struct.pack("<f", value)) == batches


def test_that_two_runs_are_not_mixed_up(
    written: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    run, logs = written
    assert main(["report", str(run), "--tensorboard", str(logs)]) == 1
    assert "already holds event files" in capsys.readouterr().err


def test_that_a_missing_package_is_said_with_what_to_type(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (tmp_path / "settings.json").write_text("{}")
    monkeypatch.setitem(sys.modules, "tensorboardX", None)
    logs = tmp_path / "logs"
    assert main(["report", str(tmp_path), "--tensorboard", str(logs)]) == 1
    assert 'pip install "cnnviz[tensorboard]"' in capsys.readouterr().err
    assert not logs.exists()
