"""CIFAR-10 to learn from: files written here, byte by byte."""

import io
import tarfile
from pathlib import Path

import numpy as np
import pytest

from cnnviz.cli.main import main
from cnnviz.engine.datasets.cifar10 import load_cifar10
from cnnviz.engine.datasets.loading import load_dataset
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.messages.catalogue import sentence

NAMES = [*(f"data_batch_{number}" for number in range(1, 6)), "test_batch"]
COUNT = 8


def record(batch: int, index: int) -> bytes:
    """Return a class, and a picture all of one red, one green and one blue."""
    colours = (batch, index, 200)
    return bytes([index % 10]) + b"".join(bytes([one]) * 1024 for one in colours)


def content(name: str) -> bytes:
    return b"".join(record(NAMES.index(name), index) for index in range(COUNT))


def write_files(folder: Path, without: str = "") -> Path:
    place = folder / "cifar-10-batches-bin"
    place.mkdir(parents=True)
    for name in NAMES:
        if name != without:
            (place / f"{name}.bin").write_bytes(content(name))
    return folder


def write_archive(folder: Path, form: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"cifar-10-binary.tar.{form}"
    with tarfile.open(path, f"w:{form}") as archive:  # type: ignore[call-overload]
        for name in ["readme.html", "data_batch_3", *set(NAMES) - {"data_batch_3"}]:
            ending = ".bin" if name in NAMES else ""
            data = content(name) if name in NAMES else b"<html>"
            entry = tarfile.TarInfo(f"cifar-10-batches-bin/{name}{ending}")
            entry.size = len(data)
            archive.addfile(entry, io.BytesIO(data))
    return path


@pytest.fixture(params=["files", "gz", "xz"])
def folder(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    if request.param == "files":
        return write_files(tmp_path)
    write_archive(tmp_path, request.param)
    return tmp_path


def test_that_five_batches_teach_and_the_sixth_measures(folder: Path) -> None:
    found = load_cifar10(folder, elsewhere=False)
    assert found.train.images_nhw.shape == (5 * COUNT, 3, 32, 32)
    assert found.test.images_nhw.shape == (COUNT, 3, 32, 32)
    # In the published order, whatever that of an archive is.
    assert found.train.images_nhw[:, 0, 0, 0].tolist() == [
        batch for batch in range(5) for _ in range(COUNT)
    ]
    assert found.train.images_nhw[11, :, 5, 9].tolist() == [1, 3, 200]
    assert (found.test.images_nhw[:, 0] == 5).all()
    assert found.train.labels_n.tolist() == [*range(COUNT)] * 5
    assert found.labels[3] == "cat"
    assert [note.code for note in found.notes] == ["cifar_count_differs"] * 6


def test_that_a_path_is_as_good_as_the_name(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CNNVIZ_DATA", str(folder))
    for given in ("cifar10", str(folder)):
        found = load_dataset(given)
        assert found.name == "cifar10"
        assert len(found.train) == 5 * COUNT


def test_that_a_batch_that_is_not_there_is_named(tmp_path: Path) -> None:
    write_files(tmp_path, without="data_batch_4")
    with pytest.raises(CnnvizError) as caught:
        load_cifar10(tmp_path, elsewhere=False)
    assert caught.value.code == "dataset_incomplete"
    assert "data_batch_4.bin" in sentence(caught.value)


def test_that_an_archive_cut_short_is_refused(tmp_path: Path) -> None:
    path = write_archive(tmp_path, "gz")
    path.write_bytes(path.read_bytes()[:-200])
    with pytest.raises(CnnvizError) as caught:
        load_cifar10(tmp_path, elsewhere=False)
    assert caught.value.code in ("cifar_damaged", "dataset_incomplete")


def test_that_a_colour_network_learns_from_it(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run = tmp_path / "run"
    words = ["train", "cifar10", "--data", str(folder), "--epochs", "1"]
    assert main([*words, "--threads", "1", "--run", str(run)]) == 0
    assert "Finished" in capsys.readouterr().out
    assert (run / "weights.safetensors").exists()


def test_that_a_network_of_grey_digits_is_refused_in_one_line(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["train", "lenet5", "--data", str(folder)]) == 1
    error = capsys.readouterr().err
    assert error.count("\n") == 1
    assert "3 × 32 × 32" in error


def test_that_pictures_of_a_batch_are_not_shared_with_its_file(folder: Path) -> None:
    first, second = (load_cifar10(folder, elsewhere=False) for _ in range(2))
    assert not np.shares_memory(first.train.images_nhw, second.train.images_nhw)
