"""CIFAR-10 as it is published for Python: read, and nothing of it run."""

import io
import pickle
import struct
import tarfile
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from cnnviz.engine.datasets.cifar10 import load_cifar10
from cnnviz.engine.datasets.files.cifar_pickles import read_pickled_batch
from cnnviz.engine.datasets.loading import load_dataset
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.messages.catalogue import sentence
from tests.helpers.mutations import mutated
from tests.helpers.published_sets import (
    batch_dictionary,
    batch_pickle,
    python_2_pickle,
)

COUNT = 12
NAMES = [*(f"data_batch_{number}" for number in range(1, 6)), "test_batch"]
WRITERS: dict[str, Callable[[int, int], bytes]] = {
    "Python 2": python_2_pickle,
    **{
        f"protocol {protocol}": lambda count, batch, protocol=protocol: batch_pickle(
            count, batch, protocol
        )
        for protocol in range(6)
    },
}


@pytest.mark.parametrize("writer", WRITERS)
def test_that_a_batch_of_any_protocol_is_read(writer: str) -> None:
    images_nchw, labels_n = read_pickled_batch(
        WRITERS[writer](COUNT, 3), "data_batch_4"
    )
    expected = batch_dictionary(COUNT, 3)
    assert np.array_equal(images_nchw.reshape(COUNT, -1), expected[b"data"])
    assert labels_n.tolist() == expected[b"labels"]
    assert labels_n.dtype == np.int64


@pytest.mark.parametrize("kind", ["int64", ">i4", "uint8"])
def test_that_classes_may_be_an_array_or_numbers_of_numpy(kind: str) -> None:
    held = batch_dictionary(COUNT)
    expected = held[b"labels"]
    values = np.array(expected, kind)
    for labels in (values, list(values)):
        data = pickle.dumps(held | {b"labels": labels}, 4)
        assert read_pickled_batch(data, "test_batch")[1].tolist() == expected


def write(folder: Path, form: str) -> Path:
    """Write all batches, as files or as an archive; return what to name."""
    folder.mkdir(exist_ok=True)
    contents = {name: python_2_pickle(COUNT, NAMES.index(name)) for name in NAMES}
    contents["batches.meta"] = pickle.dumps({b"label_names": [b"airplane"]}, 2)
    contents["readme.html"] = b"<html>"
    if form == "files":
        place = folder / "cifar-10-batches-py"
        place.mkdir()
        for name, content in contents.items():
            (place / name).write_bytes(content)
        return folder
    path = folder / f"cifar-10-python.tar.{form}"
    with tarfile.open(path, f"w:{form}") as archive:  # type: ignore[call-overload]
        for name, content in contents.items():
            entry = tarfile.TarInfo(f"cifar-10-batches-py/{name}")
            entry.size = len(content)
            archive.addfile(entry, io.BytesIO(content))
    return path


@pytest.mark.parametrize("form", ["files", "gz", "xz"])
def test_that_files_and_archives_give_all_six_batches(
    tmp_path: Path, form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = write(tmp_path / "data", form)
    monkeypatch.setenv("CNNVIZ_DATA", str(tmp_path / "data"))
    for asked in (str(place), str(tmp_path / "data"), "cifar10"):
        found = load_dataset(asked)
        assert found.train.images_nhw.shape == (5 * COUNT, 3, 32, 32)
        assert found.train.images_nhw[:, 0, 0, 0].tolist() == [
            batch for batch in range(5) for _ in range(COUNT)
        ]
        assert (found.test.images_nhw[:, 0] == 5).all()
        assert found.train.labels_n[:11].tolist() == [*range(10), 0]
        assert found.labels[9] == "truck"


def test_that_the_batch_that_is_missing_is_named(tmp_path: Path) -> None:
    write(tmp_path, "files")
    (tmp_path / "cifar-10-batches-py" / "data_batch_3").unlink()
    with pytest.raises(CnnvizError) as caught:
        load_cifar10(tmp_path, elsewhere=False)
    assert caught.value.code == "dataset_incomplete"
    assert caught.value.facts["files"] == "data_batch_3"


class Runs:
    """Runs something when Python unpickles it."""

    def __init__(self, mark: Path) -> None:
        self.mark = mark

    def __reduce__(self) -> tuple[object, ...]:
        return (Path.touch, (self.mark,))


HOSTILE = {
    "a name": b"cos\nsystem\n(S'true'\ntR.",
    "a name from the stack": b"\x80\x04\x8c\x02os\x8c\x06system\x93\x8c\x04true\x85R.",
    "an instance": b"(S'true'\nios\nsystem\n.",
    "an object": b"(cos\nsystem\nS'true'\no.",
    "a new object": b"\x80\x02cbuiltins\nobject\n)\x81.",
    "an extension": b"\x80\x02\x82\x01.",
    "an identity": b"Pabc\n.",
    "an attribute of a name that is allowed": b"\x80\x04\x8c\x05numpy\x8c\x09dtype.mro\x93.",
    "another function of numpy": b"cnumpy\nload\n(S'x'\ntR.",
    "another coding": b"c_codecs\ndecode\n(S'x'\ntR.",
}


@pytest.mark.parametrize("case", HOSTILE)
def test_that_what_could_run_is_refused_with_its_name(case: str) -> None:
    with pytest.raises(CnnvizError) as caught:
        read_pickled_batch(HOSTILE[case], "test_batch")
    assert caught.value.code == "pickle_runs_code"
    assert "test_batch" in sentence(caught.value)


@pytest.mark.parametrize("protocol", range(6))
def test_that_a_program_inside_of_a_batch_never_runs(
    tmp_path: Path, protocol: int
) -> None:
    mark = tmp_path / "ran"
    data = pickle.dumps(batch_dictionary(2) | {b"x": Runs(mark)}, protocol)
    with pytest.raises(CnnvizError) as caught:
        read_pickled_batch(data, "test_batch")
    assert caught.value.code == "pickle_runs_code"
    assert not mark.exists()
    pickle.loads(data)
    assert mark.exists()  # it would have run


BATCH = batch_dictionary(3)
FAULTS: dict[str, tuple[object, str]] = {
    "no dictionary": ([1, 2], "no dictionary"),
    "no pixels": ({b"labels": [1]}, "no data"),
    "no classes": ({b"data": BATCH[b"data"]}, "no labels"),
    "pixels of another kind": (BATCH | {b"data": np.zeros((3, 3072))}, "f8"),
    "pixels of whole numbers": (
        BATCH | {b"data": np.zeros((3, 3072), np.int16)},
        "no array of bytes",
    ),
    "fewer pixels": (BATCH | {b"data": np.zeros((3, 3071), np.uint8)}, "3 × 3071"),
    "pixels as a text": (BATCH | {b"data": b"x" * 3072}, "no array"),
    "fewer classes": (BATCH | {b"labels": [1, 2]}, "2 labels"),
    "a class of text": (BATCH | {b"labels": [1, 2, b"cat"]}, "label 2"),
    "a class below 0": (BATCH | {b"labels": [1, -2, 3]}, "label 1"),
    "a truth": (BATCH | {b"labels": [1, True, 3]}, "label 1"),
    "a number as a key": (BATCH | {7: 1}, "key"),
}


@pytest.mark.parametrize("case", FAULTS)
def test_that_a_fault_is_told(case: str) -> None:
    held, said = FAULTS[case]
    with pytest.raises(CnnvizError) as caught:
        read_pickled_batch(pickle.dumps(held, 2), "test_batch")
    assert said in sentence(caught.value)


def test_that_a_class_above_9_is_told_with_its_file(tmp_path: Path) -> None:
    write(tmp_path, "files")
    held = batch_dictionary(COUNT) | {b"labels": [0, 10, *range(10)]}
    (tmp_path / "cifar-10-batches-py" / "data_batch_2").write_bytes(
        pickle.dumps(held, 2)
    )
    with pytest.raises(CnnvizError) as caught:
        load_cifar10(tmp_path, elsewhere=False)
    assert "the class of picture 1 is 10" in sentence(caught.value)
    assert "data_batch_2" in sentence(caught.value)


def test_that_a_pickle_made_to_fill_memory_or_time_is_refused() -> None:
    doubled = b"\x80\x02)" + b"q\x01h\x01\x86" * 500 + b"."
    keys = b"\x80\x02})" + b"q\x01h\x01\x86" * 60 + b"K\x01s."
    claims = b"\x80\x04\x8e" + struct.pack("<Q", 2**40) + b"x."
    memo = b"\x80\x02Nr\xff\xff\xff\x7f."
    again = (
        b"\x80\x02c_codecs\nencode\nq\x01X" + struct.pack("<I", 10**6) + b"x" * 10**6
        + b"q\x02X\x06\0\0\0latin1q\x030" + b"h\x01h\x02h\x03\x86R0" * 5_000 + b"."
    )  # fmt: skip
    many = b"\x80\x02" + b"N0" * 2**20 + b"N."
    for data in (doubled, keys, claims, memo, again, many):
        with pytest.raises(CnnvizError) as caught:
            read_pickled_batch(data, "test_batch")
        assert len(sentence(caught.value)) < 500


@pytest.mark.parametrize("writer", ["Python 2", "protocol 0", "protocol 5"])
def test_that_a_batch_changed_at_random_is_read_or_refused(writer: str) -> None:
    whole, refused = WRITERS[writer](2, 1), 0
    for seed in range(150):
        try:
            read_pickled_batch(mutated(whole, seed), "test_batch")
        except CnnvizError as error:
            refused += len(sentence(error)) < 1_000
    assert refused > 50
